import { drawTable, line, messagesOf, parse, tell } from "./table-fixtures";

const BUDGET = { kind: "BUDGET" } as const;

const relationsOf = (parsed: ReturnType<typeof parse>): string[] =>
  (parsed.relations ?? []).map(
    ({ form, measure, stage, base, value }) => `${form} ${measure} ${stage} ${"stage" in base ? base.stage : ""} ${value}`,
  );

describe("budget tables of the provinces", () => {
  test("收支总表: what was carried over, by budget, is no revenue of the year", () => {
    const parsed = parse(
      [
        line("部门收支总体情况表"),
        line("单位：万元"),
        drawTable(`
          | 收入 | < | 支出 | < |
          | 项目 | 2024年预算 | 项目 | 2024年预算 |
          | 一、一般公共预算拨款收入 | 10.00 | 一、一般公共服务支出 | 9.00 |
          | 二、政府性基金预算拨款收入 | | 二、住房保障支出 | 3.00 |
          | 本年收入合计 | 10.00 | 本年支出合计 | 12.00 |
          | 三、上年结转结余 | 2.00 | 结转下年 | |
          | （一）一般公共预算 | 1.50 | | |
          | （二）政府性基金预算 | 0.50 | | |
          | 四、事业收入 | 0.00 | | |
          | 收入总计 | 12.00 | 支出总计 | 12.00 |
        `),
      ],
      BUDGET,
    );
    expect(tell(parsed)).toEqual([
      "REVENUE_GENERAL_PUBLIC INITIAL_BUDGET 10000000",
      "CURRENT_YEAR_REVENUE INITIAL_BUDGET 10000000",
      "OPENING_CARRYOVER INITIAL_BUDGET 2000000",
      "GENERAL_PUBLIC_OPENING_CARRYOVER INITIAL_BUDGET 1500000",
      "GOVERNMENT_FUND_OPENING_CARRYOVER INITIAL_BUDGET 500000",
      "REVENUE_PUBLIC_INSTITUTION INITIAL_BUDGET 0",
      "REVENUE_TOTAL INITIAL_BUDGET 12000000",
      "CURRENT_YEAR_EXPENDITURE 201 INITIAL_BUDGET 9000000",
      "CURRENT_YEAR_EXPENDITURE 221 INITIAL_BUDGET 3000000",
      "CURRENT_YEAR_EXPENDITURE INITIAL_BUDGET 12000000",
      "EXPENDITURE_TOTAL INITIAL_BUDGET 12000000",
    ]);
    expect(messagesOf(parsed)).toEqual([]);
  });

  test("last year, this year and the change between them, in a two-sided table", () => {
    const parsed = parse(
      [
        line("收支预算总表"),
        line("单位：万元"),
        drawTable(`
          | 收入 | < | < | < | 支出 | < |
          | 项目 | 2023年预算数 | 2024年预算数 | 增减% | 项目 | 2024年预算数 |
          | 收入总计 | 8.00 | 10.00 | 25.00 | 支出总计 | 10.00 |
        `),
      ],
      BUDGET,
    );
    expect(tell(parsed)).toEqual([
      "REVENUE_TOTAL PRIOR_BUDGET 8000000",
      "REVENUE_TOTAL INITIAL_BUDGET 10000000",
      "EXPENDITURE_TOTAL INITIAL_BUDGET 10000000",
    ]);
    expect(relationsOf(parsed)).toEqual(["CHANGE_RATE REVENUE_TOTAL INITIAL_BUDGET PRIOR_BUDGET 250000"]);
  });

  test("三公 down the page with the change against last year", () => {
    const parsed = parse(
      [
        line("一般公共预算“三公”经费支出情况表"),
        line("单位：万元"),
        drawTable(`
          | 项目 | 2023年预算数 | 2024年预算数 | 增减额 | 增减变动原因 |
          | 合计 | 5.00 | 4.00 | -1.00 | 压减 |
          | 一、因公出国（境）费 | | | | |
          | 二、公务接待费 | 2.00 | 1.00 | -1.00 | 压减 |
          | 三、公务用车购置及运行费 | 3.00 | 3.00 | 0.00 | |
          | 其中：公务用车购置费 | | | | |
          | 公务用车运行费 | 3.00 | 3.00 | 0.00 | |
        `),
      ],
      BUDGET,
    );
    expect(tell(parsed)).toEqual([
      "THREE_PUBLIC_TOTAL PRIOR_BUDGET 5000000",
      "THREE_PUBLIC_TOTAL INITIAL_BUDGET 4000000",
      "OFFICIAL_RECEPTION PRIOR_BUDGET 2000000",
      "OFFICIAL_RECEPTION INITIAL_BUDGET 1000000",
      "OFFICIAL_VEHICLES PRIOR_BUDGET 3000000",
      "OFFICIAL_VEHICLES INITIAL_BUDGET 3000000",
      "VEHICLE_OPERATION PRIOR_BUDGET 3000000",
      "VEHICLE_OPERATION INITIAL_BUDGET 3000000",
    ]);
    expect(relationsOf(parsed)[0]).toBe("CHANGE_AMOUNT THREE_PUBLIC_TOTAL INITIAL_BUDGET PRIOR_BUDGET -1000000");
    expect(messagesOf(parsed)).toEqual([]);
  });

  test("rows of units among rows of subjects: the department's own rows are read, the units' are not", () => {
    const parsed = parse(
      [
        line("部门支出总表"),
        line("单位：元"),
        drawTable(`
          | 科目编码 | < | < | 单位代码 | 单位名称（科目） | 合计 | 基本支出 | 项目支出 |
          | 类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ |
          | | | | | 合计 | 9.00 | 5.00 | 4.00 |
          | | | | 318001 | 江城区示例局 | 6.00 | 4.00 | 2.00 |
          | 204 | 06 | 05 | 318001 | 普法宣传 | 6.00 | 4.00 | 2.00 |
          | | | | 318002 | 江城区示例中心 | 3.00 | 1.00 | 2.00 |
          | 204 | 06 | 05 | 318002 | 普法宣传 | 2.00 | | 2.00 |
          | 221 | 02 | 01 | 318002 | 住房公积金 | 1.00 | 1.00 | |
        `),
      ],
      BUDGET,
    );
    expect(tell(parsed)).toEqual([
      "CURRENT_YEAR_EXPENDITURE INITIAL_BUDGET 900",
      "BASIC_EXPENDITURE INITIAL_BUDGET 500",
      "PROJECT_EXPENDITURE INITIAL_BUDGET 400",
      "CURRENT_YEAR_EXPENDITURE 2210201 INITIAL_BUDGET 100",
      "BASIC_EXPENDITURE 2210201 INITIAL_BUDGET 100",
    ]);
    expect(messagesOf(parsed)).toEqual(["ROW_UNKNOWN 2040605 普法宣传 ×2"]);
  });

  test("机关运行经费 by economic subject: the total is the expense", () => {
    const parsed = parse(
      [
        line("机关运行经费预算表"),
        line("单位：万元"),
        drawTable(`
          | 科目编码 | 科目名称 | 机关运行经费 |
          | 30201 | 办公费 | 3.00 |
          | 30216 | 培训费 | 1.00 |
          | 合计 | < | 4.00 |
        `),
      ],
      BUDGET,
    );
    expect(tell(parsed)).toEqual(["AGENCY_OPERATING_EXPENSE INITIAL_BUDGET 4000000"]);
    expect(messagesOf(parsed)).toEqual([]);
  });

  test("the expenditure of one purse alone is not the expenditure of the year", () => {
    const parsed = parse(
      [line("财政专户管理资金预算支出表"), line("单位：万元"), drawTable("| 科目编码 | 科目名称 | 合计 |\n | 合计 | < | 4.00 |")],
      BUDGET,
    );
    expect(tell(parsed)).toEqual([]);
    expect(messagesOf(parsed)).toEqual(["TABLE_UNKNOWN 财政专户管理资金预算支出表"]);
  });
});

describe("tables of a document", () => {
  const rows = (code: string, name: string, amount: string): string => `
    | 科目编码 | 科目名称 | 本年支出合计 |
    | ${code} | ${name} | ${amount} |`;

  test("the title again on the next page goes on with the table", () => {
    const parsed = parse([
      line("支出决算表"),
      line("单位：万元"),
      drawTable(rows("204", "公共安全支出", "5.00"), 1),
      line("支出决算表"),
      line("单位：万元"),
      drawTable(rows("20406", "司法", "5.00"), 2),
    ]);
    expect(parsed.tables).toHaveLength(1);
    expect(tell(parsed)).toEqual(["CURRENT_YEAR_EXPENDITURE 204 FINAL 5000000", "CURRENT_YEAR_EXPENDITURE 20406 FINAL 5000000"]);
  });

  test("the tables of a member unit behind the department's are said and not read", () => {
    const parsed = parse([
      line("支出决算表"),
      line("编制部门：江城区示例局        单位：万元"),
      drawTable(rows("204", "公共安全支出", "5.00")),
      line("支出决算表"),
      line("编制部门：江城区法律援助中心        单位：万元"),
      drawTable(rows("204", "公共安全支出", "2.00")),
    ]);
    expect(tell(parsed)).toEqual(["CURRENT_YEAR_EXPENDITURE 204 FINAL 5000000"]);
    expect(messagesOf(parsed)).toEqual(["TABLE_UNKNOWN 支出决算表（江城区法律援助中心）"]);
  });

  test("an evaluation keeps its kind under whatever title stands above it", () => {
    const parsed = parse([
      line("十一、收入支出决算总表"),
      drawTable("| 一级指标 | 二级指标 | 三级指标 | 实际完成值 | 得分 |\n | 产出 | 数量 | 场次 | 5 | 10 |"),
    ]);
    expect(parsed.tables.map(({ kind }) => kind)).toEqual(["SELF_EVALUATION"]);
  });

  test("a number that shares its cell with words is said", () => {
    const parsed = parse([line("支出决算表"), line("单位：万元"), drawTable(rows("204", "公共安全支出", "合计5.00"))]);
    expect(tell(parsed)).toEqual([]);
    expect(messagesOf(parsed)).toEqual(["NUMBER_UNREADABLE 合计5.00"]);
  });

  test("a rate in a column of amounts is no amount", () => {
    const parsed = parse([line("支出决算表"), line("单位：万元"), drawTable(rows("204", "公共安全支出", "25%"))]);
    expect(tell(parsed)).toEqual([]);
    expect(messagesOf(parsed)).toEqual(["NUMBER_UNREADABLE 25%"]);
  });
});
