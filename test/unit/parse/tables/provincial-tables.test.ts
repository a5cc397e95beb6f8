import { drawTable, line, messagesOf, parse, tell } from "./table-fixtures";

describe("information tables", () => {
  test("三公, counts and operating expense in two columns with 行次 (the ministry's F03)", () => {
    const parsed = parse([
      line("机构运行经费支出、国有资产占用情况及政府采购支出信息表"),
      line("金额单位：元"),
      drawTable(`
        | 项目 | 行次 | 预算数 | 决算统计数 | 项目 | 行次 | 决算统计数 |
        | 一、“三公”经费支出 | 1 | — | — | 二、机构运行经费 | 17 | — |
        | （一）支出合计 | 2 | 120.00 | 100.00 | （一）行政单位 | 18 | 500.00 |
        | 1．因公出国（境）费 | 3 | 20.00 | 10.00 | （二）参照公务员法管理事业单位 | 19 | |
        | 2．公务用车购置及运行维护费 | 4 | 80.00 | 75.00 | 三、国有资产占用情况 | 20 | — |
        | （1）公务用车购置费 | 5 | | | （一）车辆数合计（辆） | 21 | 6 |
        | （2）公务用车运行维护费 | 6 | 80.00 | 75.00 | 1．副部（省）级及以上领导用车 | 22 | 0 |
        | 3．公务接待费 | 7 | 20.00 | 15.00 | 2．主要负责人用车 | 23 | 1 |
        | （1）国内接待费 | 8 | — | 15.00 | 3．机要通信用车 | 24 | 2 |
        | 其中：外事接待费 | 9 | — | 3.00 | 8．其他用车 | 25 | 3 |
        | （二）相关统计数 | 10 | — | — | （二）单价100万元（含）以上设备（不含车辆） | 26 | 4 |
        | 1．因公出国（境）团组数（个） | 11 | — | 1 | 四、政府采购支出信息 | 27 | — |
        | 2．因公出国（境）人次数（人） | 12 | — | 2 | （一）政府采购支出合计 | 28 | 900.00 |
        | 3．公务用车购置数（辆） | 13 | — | 0 | 1．政府采购货物支出 | 29 | 300.00 |
        | 4．公务用车保有量（辆） | 14 | — | 6 | 2．政府采购工程支出 | 30 | |
        | 5．国内公务接待批次（个） | 15 | — | 7 | 3．政府采购服务支出 | 31 | 600.00 |
        | 6．国内公务接待人次（人） | 16 | — | 40 | （二）政府采购授予中小企业合同金额 | 32 | 700.00 |
        | | | | | 其中：授予小微企业合同金额 | 33 | 200.00 |
      `),
    ]);
    expect(messagesOf(parsed)).toEqual([]);
    expect(tell(parsed)).toEqual([
      "THREE_PUBLIC_TOTAL ADJUSTED_BUDGET 12000",
      "THREE_PUBLIC_TOTAL FINAL 10000",
      "OVERSEAS_TRAVEL ADJUSTED_BUDGET 2000",
      "OVERSEAS_TRAVEL FINAL 1000",
      "OFFICIAL_VEHICLES ADJUSTED_BUDGET 8000",
      "OFFICIAL_VEHICLES FINAL 7500",
      "VEHICLE_OPERATION ADJUSTED_BUDGET 8000",
      "VEHICLE_OPERATION FINAL 7500",
      "OFFICIAL_RECEPTION ADJUSTED_BUDGET 2000",
      "OFFICIAL_RECEPTION FINAL 1500",
      "DOMESTIC_RECEPTION FINAL 1500",
      "FOREIGN_AFFAIRS_RECEPTION FINAL 300",
      "TRAVEL_GROUPS FINAL 1",
      "TRAVELLERS FINAL 2",
      "VEHICLES_BOUGHT FINAL 0",
      "VEHICLES_HELD FINAL 6",
      "RECEPTION_BATCHES FINAL 7",
      "RECEPTION_GUESTS FINAL 40",
      "VEHICLES_TOTAL FINAL 6",
      "VEHICLES_MINISTERIAL FINAL 0",
      "VEHICLES_LEADERS FINAL 1",
      "VEHICLES_CONFIDENTIAL FINAL 2",
      "VEHICLES_OTHER FINAL 3",
      "LARGE_EQUIPMENT FINAL 4",
      "PROCUREMENT_TOTAL FINAL 90000",
      "PROCUREMENT_GOODS FINAL 30000",
      "PROCUREMENT_SERVICES FINAL 60000",
      "PROCUREMENT_SME FINAL 70000",
      "PROCUREMENT_MICRO FINAL 20000",
    ]);
  });

  test("operating expense with its total", () => {
    const parsed = parse([
      line("“三公”经费、行政参公单位机关运行经费情况表"),
      line("单位：万元"),
      drawTable(`
        | 项目 | 行次 | 预算数 | 决算统计数 |
        | 二、机关运行经费 | 1 | — | 50.00 |
        | （一）行政单位 | 2 | — | 30.00 |
        | （二）参照公务员法管理事业单位 | 3 | — | 20.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual(["AGENCY_OPERATING_EXPENSE FINAL 50000000"]);
    expect(messagesOf(parsed)).toEqual([]);
  });

  test("国有资产占用情况表 across", () => {
    const parsed = parse([
      line("国有资产占用情况表"),
      drawTable(`
        | 车辆（辆） | < | < | < | 单价100万元以上设备（台、套） |
        | 小计 | 副部（省）级及以上领导用车 | 执法执勤用车 | 其他用车 | ^ |
        | 8 | 0 | 5 | 3 | 2 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "VEHICLES_TOTAL FINAL 8",
      "VEHICLES_MINISTERIAL FINAL 0",
      "VEHICLES_LAW_ENFORCEMENT FINAL 5",
      "VEHICLES_OTHER FINAL 3",
      "LARGE_EQUIPMENT FINAL 2",
    ]);
    expect(messagesOf(parsed)).toEqual([]);
  });

  test("政府采购情况表 down, with the share of small enterprises", () => {
    const parsed = parse([
      line("政府采购情况表"),
      line("金额单位：万元"),
      drawTable(`
        | 项目 | 金额 |
        | 一、政府采购支出合计 | 12.00 |
        | 1．政府采购货物支出 | 2.00 |
        | 2．政府采购工程支出 | 4.00 |
        | 3．政府采购服务支出 | 6.00 |
        | 二、政府采购授予中小企业合同金额 | 9.00 |
        | 其中：政府采购授予小微企业合同金额 | 3.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "PROCUREMENT_TOTAL FINAL 12000000",
      "PROCUREMENT_GOODS FINAL 2000000",
      "PROCUREMENT_WORKS FINAL 4000000",
      "PROCUREMENT_SERVICES FINAL 6000000",
      "PROCUREMENT_SME FINAL 9000000",
      "PROCUREMENT_MICRO FINAL 3000000",
    ]);
  });

  test("a list of purchases: the total is the procurement budget", () => {
    const parsed = parse(
      [
        line("部门政府采购预算表"),
        line("单位：万元"),
        drawTable(`
          | 项目名称 | 采购品目 | 数量 | 合计 | 一般公共预算 | 其他资金 |
          | 合计 | | | 8.00 | 7.00 | 1.00 |
          | 设备更新 | 计算机 | 5 | 3.00 | 3.00 | |
          | 大楼物业 | 物业管理服务 | 1 | 5.00 | 4.00 | 1.00 |
        `),
      ],
      { kind: "BUDGET" },
    );
    expect(tell(parsed)).toEqual(["PROCUREMENT_TOTAL INITIAL_BUDGET 8000000"]);
  });
});

describe("项目支出表", () => {
  test("a list of projects with their money by source", () => {
    const parsed = parse(
      [
        line("项目支出表"),
        line("单位：万元"),
        drawTable(`
          | 类型 | 项目名称 | 项目单位 | 合计 | 本年拨款 | < | 财政拨款结转 | 单位资金 |
          | ^ | ^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | ^ | ^ |
          | 特定目标类 | 普法宣传经费 | 江城区示例局 | 12.00 | 10.00 | | 2.00 | |
          | 特定目标类 | 2024年公共法律服务购买 | 江城区示例局 | 8.00 | 8.00 | | | |
          | 合计 | | | 20.00 | 18.00 | | 2.00 | |
        `),
      ],
      { kind: "BUDGET" },
    );
    expect(tell(parsed)).toEqual(["PROJECT_EXPENDITURE INITIAL_BUDGET 20000000"]);
    expect(
      parsed.projects?.map(({ name, funds }) => ({
        name,
        funds: funds.map(({ source, label, initialBudget }) => `${source} ${label} ${initialBudget?.value}`),
      })),
    ).toEqual([
      { name: "普法宣传经费", funds: ["TOTAL 合计 12000000", "FISCAL 本年拨款/一般公共预算 10000000", "CARRYOVER 财政拨款结转 2000000"] },
      { name: "2024年公共法律服务购买", funds: ["TOTAL 合计 8000000", "FISCAL 本年拨款/一般公共预算 8000000"] },
    ]);
    expect(messagesOf(parsed)).toEqual([]);
  });
});

describe("支出经济分类表", () => {
  test("departmental and governmental codes side by side: the departmental one is the subject", () => {
    const parsed = parse(
      [
        line("一般公共预算基本支出表"),
        line("单位：万元"),
        drawTable(`
          | 部门预算支出经济分类科目 | < | 政府预算支出经济分类科目 | < | 本年一般公共预算基本支出 | < | < |
          | 科目编码 | 科目名称 | 科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费 |
          | 30101 | 基本工资 | 50101 | 工资奖金津补贴 | 5.00 | 5.00 | |
          | 30201 | 办公费 | 50201 | 办公经费 | 2.00 | | 2.00 |
          | 合计 | < | < | < | 7.00 | 5.00 | 2.00 |
        `),
      ],
      { kind: "BUDGET" },
    );
    expect(tell(parsed)).toEqual([
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 30101 INITIAL_BUDGET 5000000",
      "PERSONNEL_EXPENSE 30101 INITIAL_BUDGET 5000000",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 30201 INITIAL_BUDGET 2000000",
      "PUBLIC_EXPENSE 30201 INITIAL_BUDGET 2000000",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE INITIAL_BUDGET 7000000",
      "PERSONNEL_EXPENSE INITIAL_BUDGET 5000000",
      "PUBLIC_EXPENSE INITIAL_BUDGET 2000000",
    ]);
    expect(messagesOf(parsed)).toEqual([]);
  });

  test("all expenditure by governmental economic subject", () => {
    const parsed = parse(
      [
        line("支出预算政府经济分类汇总表"),
        line("单位：万元"),
        drawTable(`
          | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
          | 501 | 机关工资福利支出 | 5.00 | 5.00 | |
          | 502 | 机关商品和服务支出 | 3.00 | 1.00 | 2.00 |
          | 合计 | < | 8.00 | 6.00 | 2.00 |
        `),
      ],
      { kind: "BUDGET" },
    );
    expect(tell(parsed)).toEqual([
      "CURRENT_YEAR_EXPENDITURE 501 INITIAL_BUDGET 5000000",
      "BASIC_EXPENDITURE 501 INITIAL_BUDGET 5000000",
      "CURRENT_YEAR_EXPENDITURE 502 INITIAL_BUDGET 3000000",
      "BASIC_EXPENDITURE 502 INITIAL_BUDGET 1000000",
      "PROJECT_EXPENDITURE 502 INITIAL_BUDGET 2000000",
      "CURRENT_YEAR_EXPENDITURE INITIAL_BUDGET 8000000",
      "BASIC_EXPENDITURE INITIAL_BUDGET 6000000",
      "PROJECT_EXPENDITURE INITIAL_BUDGET 2000000",
    ]);
  });
});

describe("subjects", () => {
  test("names alone, told apart by indent", () => {
    const parsed = parse([
      line("支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 项目 | 本年支出合计 | 基本支出 | 项目支出 |
        | 公共安全支出 | 9.00 | 5.00 | 4.00 |
        | ..司法 | 9.00 | 5.00 | 4.00 |
        | ....行政运行 | 5.00 | 5.00 | |
        | ....普法宣传 | 4.00 | | 4.00 |
        | 教育支出 | 1.00 | | 1.00 |
        | ..其他教育支出 | 1.00 | | 1.00 |
        | ....其他教育支出 | 1.00 | | 1.00 |
        | 合计 | 10.00 | 5.00 | 5.00 |
      `),
    ]);
    expect(messagesOf(parsed)).toEqual([]);
    expect(tell(parsed).filter((reading) => reading.startsWith("CURRENT"))).toEqual([
      "CURRENT_YEAR_EXPENDITURE 204 FINAL 9000000",
      "CURRENT_YEAR_EXPENDITURE 20406 FINAL 9000000",
      "CURRENT_YEAR_EXPENDITURE 2040601 FINAL 5000000",
      "CURRENT_YEAR_EXPENDITURE 2040605 FINAL 4000000",
      "CURRENT_YEAR_EXPENDITURE 205 FINAL 1000000",
      "CURRENT_YEAR_EXPENDITURE 20599 FINAL 1000000",
      "CURRENT_YEAR_EXPENDITURE 2059999 FINAL 1000000",
      "CURRENT_YEAR_EXPENDITURE FINAL 10000000",
    ]);
  });

  test("names alone, without any indent", () => {
    const parsed = parse([
      line("支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 科目名称 | 本年支出合计 |
        | 公共安全支出（类） | 9.00 |
        | 司法（款） | 9.00 |
        | 行政运行（项） | 9.00 |
        | 住房保障支出 | 1.00 |
        | 住房改革支出 | 1.00 |
        | 住房公积金 | 1.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "CURRENT_YEAR_EXPENDITURE 204 FINAL 9000000",
      "CURRENT_YEAR_EXPENDITURE 20406 FINAL 9000000",
      "CURRENT_YEAR_EXPENDITURE 2040601 FINAL 9000000",
      "CURRENT_YEAR_EXPENDITURE 221 FINAL 1000000",
      "CURRENT_YEAR_EXPENDITURE 22102 FINAL 1000000",
      "CURRENT_YEAR_EXPENDITURE 2210201 FINAL 1000000",
    ]);
  });

  test("pieces of a code that repeat the whole, and pieces left blank", () => {
    const parsed = parse([
      line("支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 科目编码 | < | < | 科目名称 | 本年支出合计 |
        | 类 | 款 | 项 | ^ | ^ |
        | 204 | | | 公共安全支出 | 3.00 |
        | | 20406 | | 司法 | 3.00 |
        | | | 2040601 | 行政运行 | 1.00 |
        | | 06 | 05 | 普法宣传 | 2.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "CURRENT_YEAR_EXPENDITURE 204 FINAL 3000000",
      "CURRENT_YEAR_EXPENDITURE 20406 FINAL 3000000",
      "CURRENT_YEAR_EXPENDITURE 2040601 FINAL 1000000",
      "CURRENT_YEAR_EXPENDITURE 2040605 FINAL 2000000",
    ]);
  });

  test("a code that the catalogue lacks is kept as observed, once", () => {
    const parsed = parse([
      line("支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 |
        | 204 | 公共安全支出 | 3.00 | 3.00 |
        | 20477 | 新设款 | 3.00 | 3.00 |
        | 2047701 | 新设项 | 3.00 | 3.00 |
      `),
    ]);
    expect(parsed.observedSubjects).toEqual([
      {
        key: "20477",
        code: "20477",
        name: "新设款",
        parentKey: "204",
        kind: "FUNCTIONAL",
        level: "SECTION",
        citation: { block: 2, row: 2, cell: 0, start: 0, end: 5 },
      },
      {
        key: "2047701",
        code: "2047701",
        name: "新设项",
        parentKey: "20477",
        kind: "FUNCTIONAL",
        level: "ITEM",
        citation: { block: 2, row: 3, cell: 0, start: 0, end: 7 },
      },
    ]);
    expect(messagesOf(parsed)).toEqual(["SUBJECT_OBSERVED 20477 新设款", "SUBJECT_OBSERVED 2047701 新设项"]);
    expect(tell(parsed)).toContain("BASIC_EXPENDITURE 2047701 FINAL 3000000");
  });

  test("a name that the catalogue lacks is kept by its path", () => {
    const parsed = parse([
      line("支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 科目名称 | 本年支出合计 |
        | 公共安全支出 | 3.00 |
        | ..司法 | 3.00 |
        | ....新设事项 | 3.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "CURRENT_YEAR_EXPENDITURE 204 FINAL 3000000",
      "CURRENT_YEAR_EXPENDITURE 20406 FINAL 3000000",
      "CURRENT_YEAR_EXPENDITURE 20406:新设事项 FINAL 3000000",
    ]);
    expect(messagesOf(parsed)).toEqual(["SUBJECT_UNCODED 20406:新设事项"]);
  });

  test("a name over two lines of the table, and the ellipsis of an unfilled template", () => {
    const parsed = parse([
      line("支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 科目编码 | 科目名称 | 本年支出合计 |
        | 2080505 | 机关事业单位基本养老保险 | 3.00 |
        | | 缴费支出 | |
        | … | … | |
      `),
    ]);
    expect(tell(parsed)).toEqual(["CURRENT_YEAR_EXPENDITURE 2080505 FINAL 3000000"]);
    expect(messagesOf(parsed)).toEqual([]);
  });
});

describe("units and numbers", () => {
  const totals = drawTable(`
    | 收入 | < | 支出 | < |
    | 项目 | 决算数 | 项目 | 决算数 |
    | 本年收入合计 | 1,234.50 | 本年支出合计 | 1,234.50 |
  `);

  test("a unit that is not stated is taken from the amounts of the narrative", () => {
    const parsed = parse([line("收入支出决算总表"), totals, line("2024年度本年收入合计1234.50万元。")]);
    expect(tell(parsed)).toEqual(["CURRENT_YEAR_REVENUE FINAL 1234500000", "CURRENT_YEAR_EXPENDITURE FINAL 1234500000"]);
    expect(messagesOf(parsed)).toEqual(["UNIT_UNSTATED 收入支出决算总表（万元）"]);
  });

  test("else from the other tables", () => {
    const stated = drawTable("| 科目编码 | 科目名称 | 合计 |\n | 合计 | < | 7.00 |");
    const parsed = parse([line("收入支出决算总表"), totals, line("支出决算表"), line("单位：元"), stated]);
    expect(tell(parsed)).toContain("CURRENT_YEAR_REVENUE FINAL 123450");
    expect(messagesOf(parsed)).toEqual(["UNIT_UNSTATED 收入支出决算总表（元）"]);
  });

  test("else no amount is read", () => {
    const parsed = parse([line("收入支出决算总表"), totals]);
    expect(tell(parsed)).toEqual([]);
    expect(messagesOf(parsed)).toEqual(["UNIT_UNSTATED 收入支出决算总表"]);
  });

  test("a unit in the header of its column goes before the table's", () => {
    const parsed = parse([
      line("支出决算表"),
      line("单位：元"),
      drawTable(`
        | 科目编码 | 科目名称 | 本年支出合计（万元） | 基本支出 |
        | 合计 | < | 7.00 | 50,000.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual(["CURRENT_YEAR_EXPENDITURE FINAL 7000000", "BASIC_EXPENDITURE FINAL 5000000"]);
  });

  test("marks for nothing are no zero; a digit broken over lines is one number, two numbers are none", () => {
    const parsed = parse([
      line("支出决算表"),
      line("单位：元"),
      {
        kind: "TABLE",
        rows: [
          ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "经营支出"].map((text, column) => ({
            text,
            column,
            columnSpan: 1,
            rowSpan: 1,
          })),
          ["204", "公共安全支出", "96,282,213.4\n4", "12.00 13.00", "—", "（1.50）"].map((text, column) => ({
            text,
            column,
            columnSpan: 1,
            rowSpan: 1,
          })),
        ],
      },
    ]);
    expect(tell(parsed)).toEqual(["CURRENT_YEAR_EXPENDITURE 204 FINAL 9628221344", "BUSINESS_EXPENDITURE 204 FINAL -150"]);
    expect(messagesOf(parsed)).toEqual(["NUMBER_UNREADABLE 12.00 13.00"]);
  });
});

describe("tables of other kinds", () => {
  test("an unknown table is kept and said", () => {
    const parsed = parse([line("主要指标变动情况表"), drawTable("| 指标 | 数值 |\n | 人数 | 5 |")]);
    expect(parsed.tables).toEqual([]);
    expect(messagesOf(parsed)).toEqual(["TABLE_UNKNOWN 主要指标变动情况表"]);
  });

  test("member units are known without a title", () => {
    const parsed = parse([line("纳入编制范围的单位包括："), drawTable("| 序号 | 单位名称 | 备注 |\n | 1 | 江城区示例局（本级） | |")]);
    expect(parsed.tables).toEqual([{ kind: "MEMBER_UNITS", title: "", block: 1, statedEmpty: false }]);
    expect(messagesOf(parsed)).toEqual([]);
  });
});
