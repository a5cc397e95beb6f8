import { drawTable, line, messagesOf, parse, tell } from "./table-fixtures";

describe("一般公共预算财政拨款基本支出决算表", () => {
  test("two rounds of economic subjects, personnel and public expense below them", () => {
    const parsed = parse([
      line("一般公共预算财政拨款基本支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 经济分类 | < | 科目名称 | 决算数 | 经济分类 | < | 科目名称 | 决算数 |
        | 科目编码 | < | ^ | ^ | 科目编码 | < | ^ | ^ |
        | 类 | 款 | ^ | ^ | 类 | 款 | ^ | ^ |
        | 301 | | 工资福利支出 | 20.00 | 302 | | 商品和服务支出 | 5.00 |
        | 301 | 01 | 基本工资 | 20.00 | 302 | 12 | 因 公 出 国 （ 境 ） 费 用 | |
        | | | | | 302 | 39 | 其他交通费用 | 5.00 |
        | 人员经费合计 | < | < | 20.00 | 公用经费合计 | < | < | 5.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 301 FINAL 20000000",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 30101 FINAL 20000000",
      "PERSONNEL_EXPENSE FINAL 20000000",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 302 FINAL 5000000",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 30239 FINAL 5000000",
      "PUBLIC_EXPENSE FINAL 5000000",
    ]);
    expect(messagesOf(parsed)).toEqual([]);
  });

  test("the form of the ministry: three rounds under 人员经费 and 公用经费, code and name in one cell", () => {
    const parsed = parse([
      line("一般公共预算财政拨款基本支出决算明细表"),
      line("公开06表"),
      line("金额单位：元"),
      drawTable(`
        | 人员经费 | < | < | 公用经费 | < | < | < | < | < |
        | 科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额 |
        | 301 | 工资福利支出 | 100.00 | 302 | 商品和服务支出 | 60.00 | 310 | 资本性支出 | 4.00 |
        | 30101 | 基本工资 | 100.00 | 30207 | 邮电费 | 60.00 | 31002 | 办公设备购置 | 4.00 |
        | 人员经费合计 | < | 100.00 | 公用经费合计 | < | < | < | < | 64.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 301 FINAL 10000",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 30101 FINAL 10000",
      "PERSONNEL_EXPENSE FINAL 10000",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 302 FINAL 6000",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 30207 FINAL 6000",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 310 FINAL 400",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 31002 FINAL 400",
      "PUBLIC_EXPENSE FINAL 6400",
    ]);
  });

  test("the budget's form: 合计, 人员经费 and 公用经费 across", () => {
    const parsed = parse(
      [
        line("2024年部门一般公共预算基本支出部门预算经济分类预算表"),
        line("编制部门：江城区示例局        单位：元"),
        drawTable(`
          | 项目 | < | < | 一般公共预算基本支出 | < | < |
          | 部门预算经济分类科目编码 | < | 经济分类科目名称 | 合计 | 人员经费 | 公用经费 |
          | 类 | 款 | ^ | ^ | ^ | ^ |
          | 301 | | 工资福利支出 | 100.00 | 100.00 | 0.00 |
          | 301 | 01 | 基本工资 | 100.00 | 100.00 | 0.00 |
          | 合计 | < | < | 100.00 | 100.00 | 0.00 |
        `),
      ],
      { kind: "BUDGET" },
    );
    expect(tell(parsed)).toEqual(
      [" 301", " 30101", ""].flatMap((subject) => [
        `GENERAL_PUBLIC_BASIC_EXPENDITURE${subject} INITIAL_BUDGET 10000`,
        `PERSONNEL_EXPENSE${subject} INITIAL_BUDGET 10000`,
        `PUBLIC_EXPENSE${subject} INITIAL_BUDGET 0`,
      ]),
    );
  });

  test("code and name in one cell", () => {
    const parsed = parse([
      line("一般公共预算财政拨款基本支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 科目 | 决算数 |
        | 302商品和服务支出 | 3.00 |
        | 30207邮电费 | 3.00 |
        | 合计 | 3.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 302 FINAL 3000000",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 30207 FINAL 3000000",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE FINAL 3000000",
    ]);
  });
});

describe("项目支出决算明细表", () => {
  test("by economic subject, as the basic expenditure is printed", () => {
    const parsed = parse([
      line("一般公共预算财政拨款项目支出决算明细表"),
      line("单位：万元"),
      drawTable(`
        | 科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额 |
        | 302 | 商品和服务支出 | 7.00 | 310 | 资本性支出 | 2.00 |
        | 30227 | 委托业务费 | 7.00 | 31002 | 办公设备购置 | 2.00 |
        | 合计 | < | < | < | < | 9.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE 302 FINAL 7000000",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE 30227 FINAL 7000000",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE 310 FINAL 2000000",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE 31002 FINAL 2000000",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE FINAL 9000000",
    ]);
  });
});

describe("政府性基金 and 国有资本", () => {
  test("carry-over, revenue, expenditure by nature", () => {
    const parsed = parse([
      line("政府性基金预算财政拨款收入支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 项目 | < | < | < | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余 |
        | 支出功能分类科目编码 | < | < | 科目名称 | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^ |
        | 类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^ |
        | 212 | | | 城乡社区支出 | 1.00 | 9.00 | 8.00 | | 8.00 | 2.00 |
        | 合计 | < | < | < | 1.00 | 9.00 | 8.00 | | 8.00 | 2.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual(
      [" 212", ""].flatMap((subject) => [
        `GOVERNMENT_FUND_OPENING_CARRYOVER${subject} FINAL 1000000`,
        `GOVERNMENT_FUND_REVENUE${subject} FINAL 9000000`,
        `GOVERNMENT_FUND_EXPENDITURE${subject} FINAL 8000000`,
        `GOVERNMENT_FUND_PROJECT_EXPENDITURE${subject} FINAL 8000000`,
        `GOVERNMENT_FUND_CLOSING_CARRYOVER${subject} FINAL 2000000`,
      ]),
    );
  });

  test("an empty table that says so: its quantities do not exist", () => {
    const parsed = parse([
      line("国有资本经营预算财政拨款支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
        | | | | | |
        | 合计 | < | | | |
      `),
      line("说明：本单位没有此项收支，故本表无数据。"),
    ]);
    expect(parsed.tables).toEqual([{ kind: "STATE_CAPITAL", title: "国有资本经营预算财政拨款支出决算表", block: 2, statedEmpty: true }]);
    expect(tell(parsed)).toEqual([
      "STATE_CAPITAL_EXPENDITURE FINAL NOT_APPLICABLE",
      "STATE_CAPITAL_BASIC_EXPENDITURE FINAL NOT_APPLICABLE",
      "STATE_CAPITAL_PROJECT_EXPENDITURE FINAL NOT_APPLICABLE",
    ]);
    expect(parsed.readings?.[0]?.citation).toEqual({ block: 3, start: 0, end: 20 });
  });

  test("an empty table without a statement says nothing", () => {
    const parsed = parse([
      line("国有资本经营预算财政拨款支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
        | 合计 | < | | | |
      `),
      line("一、收入支出决算总体情况说明"),
    ]);
    expect(tell(parsed)).toEqual([]);
    expect(parsed.tables?.[0]?.statedEmpty).toBe(false);
  });

  test("a statement beside figures does not take them away", () => {
    const parsed = parse([
      line("国有资本经营预算财政拨款支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 科目编码 | 科目名称 | 合计 |
        | 合计 | < | 2.00 |
        | 注：本表为空表。 | < | < |
      `),
    ]);
    expect(tell(parsed)).toEqual(["STATE_CAPITAL_EXPENDITURE FINAL 2000000"]);
  });
});

describe("财政拨款“三公”经费支出决算表", () => {
  test("one row under pairs of budget and final, three header levels", () => {
    const parsed = parse([
      line("财政拨款“三公”经费支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 财政拨款“三公”经费 | < | < | < | < | < | < | < | < | < | < | < |
        | 合计 | < | 因公出国（境）费 | < | 公务用车购置及运行维护费 | < | < | < | < | < | 公务接待费 | < |
        | ^ | < | ^ | < | 小计 | < | 公务用车购置费 | < | 公务用车运行维护费 | < | ^ | < |
        | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 |
        | 6.00 | 5.00 | 1.00 | 0.50 | 4.00 | 3.70 | 1.50 | 1.20 | 2.50 | 2.50 | 1.00 | 0.80 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "THREE_PUBLIC_TOTAL ADJUSTED_BUDGET 6000000",
      "THREE_PUBLIC_TOTAL FINAL 5000000",
      "OVERSEAS_TRAVEL ADJUSTED_BUDGET 1000000",
      "OVERSEAS_TRAVEL FINAL 500000",
      "OFFICIAL_VEHICLES ADJUSTED_BUDGET 4000000",
      "OFFICIAL_VEHICLES FINAL 3700000",
      "VEHICLE_PURCHASE ADJUSTED_BUDGET 1500000",
      "VEHICLE_PURCHASE FINAL 1200000",
      "VEHICLE_OPERATION ADJUSTED_BUDGET 2500000",
      "VEHICLE_OPERATION FINAL 2500000",
      "OFFICIAL_RECEPTION ADJUSTED_BUDGET 1000000",
      "OFFICIAL_RECEPTION FINAL 800000",
    ]);
  });

  test("budget numbers on the left, final ones on the right, the stage above the items", () => {
    const parsed = parse([
      line("财政拨款“三公”经费支出决算表"),
      line("公开09表"),
      line("金额单位：元"),
      drawTable(`
        | 预算数 | < | < | < | < | < | 决算数 | < | < | < | < | < |
        | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 |
        | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ |
        | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |
        | 60.00 | | 50.00 | | 50.00 | 10.00 | 45.00 | | 40.00 | | 40.00 | 5.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "THREE_PUBLIC_TOTAL ADJUSTED_BUDGET 6000",
      "OFFICIAL_VEHICLES ADJUSTED_BUDGET 5000",
      "VEHICLE_OPERATION ADJUSTED_BUDGET 5000",
      "OFFICIAL_RECEPTION ADJUSTED_BUDGET 1000",
      "THREE_PUBLIC_TOTAL FINAL 4500",
      "OFFICIAL_VEHICLES FINAL 4000",
      "VEHICLE_OPERATION FINAL 4000",
      "OFFICIAL_RECEPTION FINAL 500",
    ]);
  });

  test("down the page, reception before vehicles", () => {
    const parsed = parse([
      line("“三公”经费支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 项 目 | 预 算 数 | 决 算 数 |
        | 合计 | 24.00 | 16.00 |
        | 因公出国（境）费 | 0 | 0 |
        | 公务接待费 | 1 | 2.14 |
        | 公务用车购置及运行维护费 | 23.00 | 13.86 |
        | 其中：公务用车运行维护费 | 16 | 8.00 |
        | 公务用车购置费 | 7 | 5.86 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "THREE_PUBLIC_TOTAL ADJUSTED_BUDGET 24000000",
      "THREE_PUBLIC_TOTAL FINAL 16000000",
      "OVERSEAS_TRAVEL ADJUSTED_BUDGET 0",
      "OVERSEAS_TRAVEL FINAL 0",
      "OFFICIAL_RECEPTION ADJUSTED_BUDGET 1000000",
      "OFFICIAL_RECEPTION FINAL 2140000",
      "OFFICIAL_VEHICLES ADJUSTED_BUDGET 23000000",
      "OFFICIAL_VEHICLES FINAL 13860000",
      "VEHICLE_OPERATION ADJUSTED_BUDGET 16000000",
      "VEHICLE_OPERATION FINAL 8000000",
      "VEHICLE_PURCHASE ADJUSTED_BUDGET 7000000",
      "VEHICLE_PURCHASE FINAL 5860000",
    ]);
  });

  test("a budget with the agency operating expense beside it", () => {
    const parsed = parse(
      [
        line("2024年部门“三公”经费和机关运行经费预算表"),
        line("编制部门：江城区示例局  单位:万元"),
        drawTable(`
          | “三公”经费预算数 | < | < | < | < | < | 机关运行经费预算数 |
          | 合计 | 因公出国(境)费 | 公务接待费 | 公务用车购置及运行费 | < | < | ^ |
          | ^ | ^ | ^ | 小计 | 购置费 | 运行费 | ^ |
          | 10.81 | 0 | 0.83 | 9.98 | 0 | 9.98 | 217.83 |
        `),
      ],
      { kind: "BUDGET" },
    );
    expect(tell(parsed)).toEqual([
      "THREE_PUBLIC_TOTAL INITIAL_BUDGET 10810000",
      "OVERSEAS_TRAVEL INITIAL_BUDGET 0",
      "OFFICIAL_RECEPTION INITIAL_BUDGET 830000",
      "OFFICIAL_VEHICLES INITIAL_BUDGET 9980000",
      "VEHICLE_PURCHASE INITIAL_BUDGET 0",
      "VEHICLE_OPERATION INITIAL_BUDGET 9980000",
      "AGENCY_OPERATING_EXPENSE INITIAL_BUDGET 217830000",
    ]);
  });

  test("with meetings and training, and 年初预算数 said below", () => {
    const parsed = parse([
      line("一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 项目 | 合计 | 因公出国（境）费用 | 公务接待费 | 公务用车购置及运行维护费 | < | < | 会议费 | 培训费 |
        | ^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ |
        | 预算数 | 3.00 | | 1.00 | 2.00 | | 2.00 | 0.50 | 0.40 |
        | 决算数 | 2.50 | | 0.50 | 2.00 | | 2.00 | 0.30 | 0.20 |
      `),
      line("注：预算数为年初部门预算批复数。"),
    ]);
    expect(tell(parsed)).toEqual([
      "THREE_PUBLIC_TOTAL INITIAL_BUDGET 3000000",
      "OFFICIAL_RECEPTION INITIAL_BUDGET 1000000",
      "OFFICIAL_VEHICLES INITIAL_BUDGET 2000000",
      "VEHICLE_OPERATION INITIAL_BUDGET 2000000",
      "MEETING_EXPENSE INITIAL_BUDGET 500000",
      "TRAINING_EXPENSE INITIAL_BUDGET 400000",
      "THREE_PUBLIC_TOTAL FINAL 2500000",
      "OFFICIAL_RECEPTION FINAL 500000",
      "OFFICIAL_VEHICLES FINAL 2000000",
      "VEHICLE_OPERATION FINAL 2000000",
      "MEETING_EXPENSE FINAL 300000",
      "TRAINING_EXPENSE FINAL 200000",
    ]);
  });
});

describe("subjects of both classifications", () => {
  test("functional rows under economic columns: each total is a figure, the cells between divide it twice", () => {
    const parsed = parse([
      line("一般公共预算财政拨款项目支出决算明细表"),
      line("单位：万元"),
      drawTable(`
        | 项目 | < | 合计 | 商品和服务支出 | < | < | 资本性支出 | < |
        | 科目编码 | 科目名称 | ^ | 小计 | 办公费 | 委托业务费 | 小计 | 办公设备购置 |
        | 合计 | < | 9.00 | 7.00 | 1.00 | 6.00 | 2.00 | 2.00 |
        | 2040605 | 普法宣传 | 9.00 | 7.00 | 1.00 | 6.00 | 2.00 | 2.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE FINAL 9000000",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE 302 FINAL 7000000",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE 30201 FINAL 1000000",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE 30227 FINAL 6000000",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE 310 FINAL 2000000",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE 31002 FINAL 2000000",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE 2040605 FINAL 9000000",
    ]);
    expect(messagesOf(parsed)).toEqual([]);
  });

  test("财政拨款支出决算表 by subject", () => {
    const parsed = parse([
      line("财政拨款支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
        | 204 | 公共安全支出 | 9.00 | 7.00 | 2.00 |
        | 合计 | < | 9.00 | 7.00 | 2.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual(["FISCAL_CURRENT_EXPENDITURE 204 FINAL 9000000", "FISCAL_CURRENT_EXPENDITURE FINAL 9000000"]);
    expect(messagesOf(parsed)).toEqual([]);
  });
});

describe("tables stated to be empty", () => {
  test.each([
    ["政府性基金预算财政拨款收入支出决算表", "（本单位没有政府性基金，故公开空表）"],
    ["政府性基金预算财政拨款收入支出决算表（空表）", "单位：万元"],
  ])("%s %s", (title, between) => {
    const parsed = parse([line(title), line(between), drawTable("| 科目编码 | 科目名称 | 本年收入 |\n | 合计 | < | |"), line("后文")]);
    expect(parsed.tables[0]?.statedEmpty).toBe(true);
    expect(tell(parsed)).toEqual(["GOVERNMENT_FUND_REVENUE FINAL NOT_APPLICABLE"]);
  });

  test("the note of one table is not the note of the next", () => {
    const frame = drawTable("| 科目编码 | 科目名称 | 本年收入 |\n | 合计 | < | |");
    const parsed = parse([
      line("政府性基金预算财政拨款收入支出决算表"),
      frame,
      line("注：本表无数据。"),
      line("国有资本经营预算财政拨款收入支出决算表"),
      frame,
    ]);
    expect(parsed.tables.map(({ statedEmpty }) => statedEmpty)).toEqual([true, false]);
  });
});
