import { drawTable, line, messagesOf, parse, tell } from "./table-fixtures";

/** Layouts of provinces whose tables lie beside the national form. */
describe("收支总表 of budgets", () => {
  test("a third side by economic class: its classes are parts of the basic or of the project expenditure", () => {
    const parsed = parse(
      [
        line("部门预算收支总表"),
        line("单位：万元"),
        drawTable(`
          | 收入                     | <        | 支出                   | <        | <                    | <        |
          | 项目                     | 预算数   | 项目（按功能分类）     | 预算数   | 项目（按经济分类）   | 预算数   |
          | 一、一般公共预算拨款收入 | 1,300.00 | 一、一般公共服务支出   |          | 一、基本支出         | 800.00   |
          | 二、财政专户管理资金收入 |          | 二、社会保障和就业支出 | 1,240.00 | 1.工资福利支出       | 600.00   |
          | 三、单位资金收入         | 10.00    | 三、住房保障支出       | 70.00    | 2.商品和服务支出     | 150.00   |
          | 其中：事业收入           | 10.00    |                        |          | 3.对个人和家庭的补助 | 50.00    |
          |                          |          |                        |          | 二、项目支出         | 510.00   |
          |                          |          |                        |          | 1.商品和服务支出     | 410.00   |
          |                          |          |                        |          | 2.资本性支出         | 100.00   |
          | 收入总计                 | 1,310.00 | 支出总计               | 1,310.00 | 支出总计             | 1,310.00 |
        `),
      ],
      { year: 2025, kind: "BUDGET" },
    );
    expect(messagesOf(parsed)).toEqual([]);
    expect(tell(parsed)).toEqual([
      "REVENUE_GENERAL_PUBLIC INITIAL_BUDGET 1300000000",
      "REVENUE_PUBLIC_INSTITUTION INITIAL_BUDGET 10000000",
      "REVENUE_TOTAL INITIAL_BUDGET 1310000000",
      "CURRENT_YEAR_EXPENDITURE 208 INITIAL_BUDGET 1240000000",
      "CURRENT_YEAR_EXPENDITURE 221 INITIAL_BUDGET 70000000",
      "EXPENDITURE_TOTAL INITIAL_BUDGET 1310000000",
      "BASIC_EXPENDITURE INITIAL_BUDGET 800000000",
      "BASIC_EXPENDITURE 301 INITIAL_BUDGET 600000000",
      "BASIC_EXPENDITURE 302 INITIAL_BUDGET 150000000",
      "BASIC_EXPENDITURE 303 INITIAL_BUDGET 50000000",
      "PROJECT_EXPENDITURE INITIAL_BUDGET 510000000",
      "PROJECT_EXPENDITURE 302 INITIAL_BUDGET 410000000",
      "PROJECT_EXPENDITURE 310 INITIAL_BUDGET 100000000",
      "EXPENDITURE_TOTAL INITIAL_BUDGET 1310000000",
    ]);
  });

  test("人员经费 and 公用经费 for the basic expenditure, a naming column under a header of its own, 小计 for 合计", () => {
    const parsed = parse(
      [
        line("2024年部门收支预算总表"),
        line("单位：元"),
        drawTable(`
          | 收入项目类别           | 金额         | 支出功能分类       | 金额         | 支出经济分类       | 金额         |
          | 一、财政拨款收入       | 5,000,000.00 | 一般公共服务支出   |              | 一、人员经费       | 3,000,000.00 |
          | （一）一般公共预算拨款 | 5,000,000.00 | 社会保障和就业支出 | 4,800,000.00 | 工资福利支出       | 2,900,000.00 |
          | （二）政府性基金拨款   |              | 住房保障支出       | 200,000.00   | 对个人和家庭的补助 | 100,000.00   |
          | 二、事业收入           |              |                    |              | 二、公用经费       | 500,000.00   |
          |                        |              |                    |              | 商品和服务支出     | 500,000.00   |
          |                        |              |                    |              | 三、项目支出       | 1,500,000.00 |
          | 本年收入小计           | 5,000,000.00 | 本年支出小计       | 5,000,000.00 | 本年支出小计       | 5,000,000.00 |
        `),
      ],
      { year: 2024, kind: "BUDGET" },
    );
    expect(messagesOf(parsed)).toEqual([]);
    expect(tell(parsed)).toEqual([
      "REVENUE_FISCAL_APPROPRIATION INITIAL_BUDGET 500000000",
      "REVENUE_GENERAL_PUBLIC INITIAL_BUDGET 500000000",
      "CURRENT_YEAR_REVENUE INITIAL_BUDGET 500000000",
      "CURRENT_YEAR_EXPENDITURE 208 INITIAL_BUDGET 480000000",
      "CURRENT_YEAR_EXPENDITURE 221 INITIAL_BUDGET 20000000",
      "CURRENT_YEAR_EXPENDITURE INITIAL_BUDGET 500000000",
      "BASIC_EXPENDITURE 301 INITIAL_BUDGET 290000000",
      "BASIC_EXPENDITURE 303 INITIAL_BUDGET 10000000",
      "BASIC_EXPENDITURE 302 INITIAL_BUDGET 50000000",
      "PROJECT_EXPENDITURE INITIAL_BUDGET 150000000",
      "CURRENT_YEAR_EXPENDITURE INITIAL_BUDGET 500000000",
    ]);
  });

  test("by economic class alone the classes are parts of the year's expenditure", () => {
    const parsed = parse(
      [
        line("部门收支总表"),
        line("单位：万元"),
        drawTable(`
          | 收入             | 预算数 | 支出经济分类     | 预算数 |
          | 一、财政拨款收入 | 60.00  | 一、工资福利支出 | 40.00  |
          |                  |        | 二、资本性支出   | 20.00  |
          | 收入总计         | 60.00  | 支出总计         | 60.00  |
        `),
      ],
      { year: 2024, kind: "BUDGET" },
    );
    expect(tell(parsed)).toEqual([
      "REVENUE_FISCAL_APPROPRIATION INITIAL_BUDGET 60000000",
      "REVENUE_TOTAL INITIAL_BUDGET 60000000",
      "CURRENT_YEAR_EXPENDITURE 301 INITIAL_BUDGET 40000000",
      "CURRENT_YEAR_EXPENDITURE 310 INITIAL_BUDGET 20000000",
      "EXPENDITURE_TOTAL INITIAL_BUDGET 60000000",
    ]);
  });
});

describe("information tables of other provinces", () => {
  test("procurement by kind down and by who pays across: only the whole is a figure", () => {
    const parsed = parse([
      line("政府采购情况表"),
      line("单位：万元"),
      drawTable(`
        | 项目 | 总计   | 采购预算（财政性资金） | <            | <              | <        | 非财政性资金 |
        | ^    | ^      | 合计                   | 一般公共预算 | 政府性基金预算 | 其他资金 | ^            |
        | 栏次 | 1      | 2                      | 3            | 4              | 5        | 6            |
        | 合计 | 330.50 | 320.50                 | 300.50       | 20.00          |          | 10.00        |
        | 货物 | 130.50 | 120.50                 | 120.50       |                |          | 10.00        |
        | 工程 | 80.00  | 80.00                  | 60.00        | 20.00          |          |              |
        | 服务 | 120.00 | 120.00                 | 120.00       |                |          |              |
      `),
    ]);
    expect(messagesOf(parsed)).toEqual([]);
    expect(tell(parsed)).toEqual([
      "PROCUREMENT_TOTAL FINAL 330500000",
      "PROCUREMENT_GOODS FINAL 130500000",
      "PROCUREMENT_WORKS FINAL 80000000",
      "PROCUREMENT_SERVICES FINAL 120000000",
    ]);
    expect(parsed.understood?.length).toBeGreaterThan(9);
  });

  test("purchased services, a list with its total", () => {
    const parsed = parse(
      [
        line("政府购买服务预算表"),
        line("单位：万元"),
        drawTable(`
          | 项目名称           | 购买服务项目名称 | 购买服务目录编码 | 合计  | 一般公共预算 | 其他资金 |
          | 养老服务（示例）   | 居家上门服务     | A1001            | 30.00 | 30.00        |          |
          | 法律服务（示例）   | 值班律师         | B0302            | 5.00  |              | 5.00     |
          | 合计               |                  |                  | 35.00 | 30.00        | 5.00     |
        `),
      ],
      { kind: "BUDGET" },
    );
    expect(messagesOf(parsed)).toEqual([]);
    expect(tell(parsed)).toEqual(["PURCHASED_SERVICES INITIAL_BUDGET 35000000"]);
  });

  test("assets with the unit of counting in a column of its own", () => {
    const parsed = parse([
      line("国有资产占用情况表"),
      drawTable(`
        | 项目                                       | 单位     | 数量 |
        | 一、车辆                                   | 辆       | 5    |
        | 1.机要通信用车                             | 辆       | 1    |
        | 2.其他用车                                 | 辆       | 4    |
        | 二、单价100万元（含）以上设备（不含车辆）  | 台（套） | 2    |
      `),
    ]);
    expect(messagesOf(parsed)).toEqual([]);
    expect(tell(parsed)).toEqual([
      "VEHICLES_TOTAL FINAL 5",
      "VEHICLES_CONFIDENTIAL FINAL 1",
      "VEHICLES_OTHER FINAL 4",
      "LARGE_EQUIPMENT FINAL 2",
    ]);
  });
});

describe("numbers and titles", () => {
  test("digits in groups by spaces are one number, brackets a minus, marks nothing", () => {
    const parsed = parse([
      line("支出决算表"),
      line("编制单位：江城区示例局 2024年度 金额单位：元"),
      drawTable(`
        | 科目编码 | 科目名称     | 本年支出合计  | 基本支出     | 项目支出     |
        | 合计     | <            | 12 345 600.00 | 8 000 000.00 | 4 345 600.00 |
        | 213      | 农林水支出   | 12 346 600.00 | 8 000 000.00 | 4 346 600.00 |
        | 229      | 其他支出     | （1,000.00）  | —            | (1 000.00)   |
      `),
    ]);
    expect(messagesOf(parsed)).toEqual([]);
    expect(tell(parsed)).toEqual([
      "CURRENT_YEAR_EXPENDITURE FINAL 1234560000",
      "BASIC_EXPENDITURE FINAL 800000000",
      "PROJECT_EXPENDITURE FINAL 434560000",
      "CURRENT_YEAR_EXPENDITURE 213 FINAL 1234660000",
      "BASIC_EXPENDITURE 213 FINAL 800000000",
      "PROJECT_EXPENDITURE 213 FINAL 434660000",
      "CURRENT_YEAR_EXPENDITURE 229 FINAL -100000",
      "PROJECT_EXPENDITURE 229 FINAL -100000",
    ]);
  });

  test("a cover right above a table is no part of its title; title and unit may share a line", () => {
    const table = drawTable(`
      | 收入         | 决算数 | 支出         | 决算数 |
      | 一、其他收入 | 1.00   | 一、教育支出 | 1.00   |
    `);
    expect(parse([line("江城区示例局2024年度部门决算"), line("收入支出决算总表"), line("单位：万元"), table]).tables[0]?.title).toBe(
      "收入支出决算总表",
    );
    expect(parse([line("一、收入支出决算总表 公开01表 单位：万元"), table]).tables[0]).toMatchObject({ kind: "TOTALS" });
    expect(tell(parse([line("七、收入支出决算总表单位：万元"), table]))).toEqual([
      "REVENUE_OTHER FINAL 1000000",
      "CURRENT_YEAR_EXPENDITURE 205 FINAL 1000000",
    ]);
  });
});
