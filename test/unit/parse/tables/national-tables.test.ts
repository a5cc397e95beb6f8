import { drawTable, line, messagesOf, parse, tell } from "./table-fixtures";

describe("收入支出决算总表", () => {
  test("the form of the ministry: 公开01表, 行次, 栏次, unit inside the table", () => {
    const parsed = parse([
      line("收入支出决算总表"),
      drawTable(`
        | | | | | | 公开01表 |
        | 部门：江城区示例局 | < | < | | | 金额单位：元 |
        | 收入 | < | < | 支出 | < | < |
        | 项目 | 行次 | 金额 | 项目（按功能分类） | 行次 | 金额 |
        | 栏次 | | 1 | 栏次 | | 2 |
        | 一、一般公共预算财政拨款收入 | 1 | 1,200.00 | 一、一般公共服务支出 | 31 | 900.50 |
        | 五、事业收入 | 5 | 34.00 | 八、社会保障和就业支出 | 38 | 100.00 |
        | 本年收入合计 | 27 | 1,234.00 | 本年支出合计 | 57 | 1,000.50 |
        | 使用非财政拨款结余 | 28 | | 结余分配 | 58 | 3.50 |
        | 年初结转和结余 | 29 | 20.00 | 年末结转和结余 | 59 | 250.00 |
        | 总计 | 30 | 1,254.00 | 总计 | 60 | 1,254.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "REVENUE_GENERAL_PUBLIC FINAL 120000",
      "REVENUE_PUBLIC_INSTITUTION FINAL 3400",
      "CURRENT_YEAR_REVENUE FINAL 123400",
      "OPENING_CARRYOVER FINAL 2000",
      "REVENUE_TOTAL FINAL 125400",
      "CURRENT_YEAR_EXPENDITURE 201 FINAL 90050",
      "CURRENT_YEAR_EXPENDITURE 208 FINAL 10000",
      "CURRENT_YEAR_EXPENDITURE FINAL 100050",
      "SURPLUS_DISTRIBUTED FINAL 350",
      "CLOSING_CARRYOVER FINAL 25000",
      "EXPENDITURE_TOTAL FINAL 125400",
    ]);
    expect(messagesOf(parsed)).toEqual([]);
    expect(parsed.tables).toEqual([{ kind: "TOTALS", title: "收入支出决算总表", block: 1, statedEmpty: false }]);
  });

  test("three sides: revenue, expenditure by function, expenditure by nature", () => {
    const parsed = parse(
      [
        line("收支预算总表"),
        line("单位：万元"),
        drawTable(`
          | 收入 | < | 支出 | < | < | < |
          | 项目 | 预算数 | 项目（按功能分类） | 预算数 | 项目（按支出性质） | 预算数 |
          | 一、财政拨款收入 | 10.00 | 一、教育支出 | 12.00 | 一、基本支出 | 7.00 |
          | 二、财政专户管理资金收入 | 2.00 | | | 二、项目支出 | 5.00 |
          | 收入总计 | 12.00 | 支出总计 | 12.00 | 支出总计 | 12.00 |
        `),
      ],
      { kind: "BUDGET" },
    );
    expect(tell(parsed)).toEqual([
      "REVENUE_FISCAL_APPROPRIATION INITIAL_BUDGET 10000000",
      "REVENUE_SPECIAL_ACCOUNT INITIAL_BUDGET 2000000",
      "REVENUE_TOTAL INITIAL_BUDGET 12000000",
      "CURRENT_YEAR_EXPENDITURE 205 INITIAL_BUDGET 12000000",
      "EXPENDITURE_TOTAL INITIAL_BUDGET 12000000",
      "BASIC_EXPENDITURE INITIAL_BUDGET 7000000",
      "PROJECT_EXPENDITURE INITIAL_BUDGET 5000000",
      "EXPENDITURE_TOTAL INITIAL_BUDGET 12000000",
    ]);
  });

  test("an unknown row with an amount is said, with its place", () => {
    const parsed = parse([
      line("收入支出决算总表"),
      line("单位：万元"),
      drawTable(`
        | 收入 | < | 支出 | < |
        | 项目 | 决算数 | 项目 | 决算数 |
        | 一、神秘收入 | 1.00 | 一、教育支出 | 1.00 |
        | 总计 | 1.00 | 总计 | 1.00 |
      `),
    ]);
    expect(parsed.messages).toEqual([
      { code: "ROW_UNKNOWN", detail: "一、神秘收入", span: { block: 2, row: 2, cell: 1, start: 0, end: 4 } },
    ]);
  });
});

describe("收入决算表", () => {
  test("codes over three columns, 类款项 beside 合计, a blank is no zero", () => {
    const parsed = parse([
      line("收入决算表"),
      line("单位：万元"),
      drawTable(`
        | 项目 | < | < | < | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 经营收入 | 附属单位上缴收入 | 其他收入 |
        | 支出功能分类科目编码 | < | < | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^ | ^ |
        | 类 | 款 | 项 | 合计 | 30.00 | 20.00 | | 0.00 | | | 10.00 |
        | 204 | | | 公共安全支出 | 30.00 | 20.00 | | | | | 10.00 |
        | 204 | 06 | | 司法 | 30.00 | 20.00 | | | | | 10.00 |
        | 204 | 06 | 05 | 普法宣传 | 30.00 | 20.00 | | | | | 10.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "CURRENT_YEAR_REVENUE FINAL 30000000",
      "REVENUE_FISCAL_APPROPRIATION FINAL 20000000",
      "REVENUE_PUBLIC_INSTITUTION FINAL 0",
      "REVENUE_OTHER FINAL 10000000",
      ...["204", "20406", "2040605"].flatMap((subject) => [
        `CURRENT_YEAR_REVENUE ${subject} FINAL 30000000`,
        `REVENUE_FISCAL_APPROPRIATION ${subject} FINAL 20000000`,
        `REVENUE_OTHER ${subject} FINAL 10000000`,
      ]),
    ]);
  });

  test("the form of the ministry: 栏次 row, 小计 and 教育收费 under 事业收入, joined codes", () => {
    const parsed = parse([
      line("收入决算表"),
      line("公开02表"),
      line("部门：江城区示例局"),
      line("金额单位：元"),
      drawTable(`
        | 项目 | < | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | < | 经营收入 | 附属单位上缴收入 | 其他收入 |
        | 科目代码 | 科目名称 | ^ | ^ | ^ | 小计 | 其中：教育收费 | ^ | ^ | ^ |
        | 栏次 | < | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
        | 合计 | < | 9.00 | 5.00 | | 3.00 | 2.00 | | | 1.00 |
        | 2050205 | 高等教育 | 9.00 | 5.00 | | 3.00 | 2.00 | | | 1.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual(
      ["", " 2050205"].flatMap((subject) => [
        `CURRENT_YEAR_REVENUE${subject} FINAL 900`,
        `REVENUE_FISCAL_APPROPRIATION${subject} FINAL 500`,
        `REVENUE_PUBLIC_INSTITUTION${subject} FINAL 300`,
        `REVENUE_SPECIAL_ACCOUNT${subject} FINAL 200`,
        `REVENUE_OTHER${subject} FINAL 100`,
      ]),
    );
  });

  test("by member unit (分单位): the total is the department's, the units' rows are no figures", () => {
    const parsed = parse([
      line("收入决算表（分单位）"),
      line("单位：万元"),
      drawTable(`
        | 单位名称 | 本年收入合计 | 财政拨款收入 | 其他收入 |
        | 合计 | 3.00 | 2.00 | 1.00 |
        | 江城区示例局（本级） | 2.00 | 1.00 | 1.00 |
        | 江城区示例中心 | 1.00 | 1.00 | |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "CURRENT_YEAR_REVENUE FINAL 3000000",
      "REVENUE_FISCAL_APPROPRIATION FINAL 2000000",
      "REVENUE_OTHER FINAL 1000000",
    ]);
    const unitRows = [3, 4].flatMap((row) => [1, 2].map((cell) => ({ block: 2, row: row - 1, cell, start: 0, end: 4 })));
    expect(parsed.understood).toEqual(expect.arrayContaining(unitRows));
    expect(messagesOf(parsed)).toEqual([]);
  });

  test("money carried over beside the year's revenue: 合计 is then the total", () => {
    const parsed = parse(
      [
        line("部门收入总表"),
        line("单位：万元"),
        drawTable(`
          | 科目编码 | 科目名称 | 合计 | 本年收入 | < | < | 上年结转结余 | < |
          | ^ | ^ | ^ | 小计 | 一般公共预算 | 事业收入 | 小计 | 一般公共预算 |
          | 合计 | < | 12.00 | 10.00 | 8.00 | 2.00 | 2.00 | 2.00 |
        `),
      ],
      { kind: "BUDGET" },
    );
    expect(tell(parsed)).toEqual([
      "REVENUE_TOTAL INITIAL_BUDGET 12000000",
      "CURRENT_YEAR_REVENUE INITIAL_BUDGET 10000000",
      "REVENUE_GENERAL_PUBLIC INITIAL_BUDGET 8000000",
      "REVENUE_PUBLIC_INSTITUTION INITIAL_BUDGET 2000000",
      "OPENING_CARRYOVER INITIAL_BUDGET 2000000",
      "GENERAL_PUBLIC_OPENING_CARRYOVER INITIAL_BUDGET 2000000",
    ]);
  });
});

describe("支出决算表", () => {
  test("an unknown column is said once", () => {
    const parsed = parse([
      line("三、出决算表"),
      line("单位：万元"),
      drawTable(`
        | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 神秘支出 |
        | 204 | 公共安全支出 | 5.00 | 3.00 | 1.00 | | 1.00 |
        | 20406 | 司法 | 5.00 | 3.00 | 1.00 | | 1.00 |
        | 合计 | < | 5.00 | 3.00 | 1.00 | | 1.00 |
      `),
    ]);
    expect(messagesOf(parsed)).toEqual(["COLUMN_UNKNOWN 神秘支出"]);
    expect(tell(parsed).filter((reading) => reading.includes(" 204 "))).toEqual([
      "CURRENT_YEAR_EXPENDITURE 204 FINAL 5000000",
      "BASIC_EXPENDITURE 204 FINAL 3000000",
      "PROJECT_EXPENDITURE 204 FINAL 1000000",
    ]);
  });

  test("goes on over pages, with and without its header repeated", () => {
    const header = `
      | 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |`;
    const parsed = parse([
      line("支出决算表"),
      line("单位：万元"),
      drawTable(`${header}
        | 204 | 公共安全支出 | 5.00 | 3.00 | 2.00 |`),
      line("- 7 -"),
      drawTable(`${header}
        | 20406 | 司法 | 5.00 | 3.00 | 2.00 |`),
      drawTable(`
        | 2040605 | 普法宣传 | 5.00 | 3.00 | 2.00 |
        | 合计 | < | 5.00 | 3.00 | 2.00 |`),
    ]);
    expect(parsed.tables).toHaveLength(1);
    expect(tell(parsed).filter((reading) => reading.startsWith("BASIC"))).toEqual([
      "BASIC_EXPENDITURE 204 FINAL 3000000",
      "BASIC_EXPENDITURE 20406 FINAL 3000000",
      "BASIC_EXPENDITURE 2040605 FINAL 3000000",
      "BASIC_EXPENDITURE FINAL 3000000",
    ]);
  });

  test("a merged header that lost its spans is filled from the left", () => {
    const parsed = parse([
      line("支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 项目 | | 支出 | | |
        | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
        | 204 | 公共安全支出 | 5.00 | 3.00 | 2.00 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "CURRENT_YEAR_EXPENDITURE 204 FINAL 5000000",
      "BASIC_EXPENDITURE 204 FINAL 3000000",
      "PROJECT_EXPENDITURE 204 FINAL 2000000",
    ]);
  });
});

describe("财政拨款收入支出决算总表", () => {
  test("three budgets on the right, carry-over by budget on the left", () => {
    const parsed = parse([
      line("财政拨款收入支出决算总表"),
      line("单位：万元"),
      drawTable(`
        | 收入 | < | 支出 | < | < | < | < |
        | 项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款 |
        | 一、一般公共预算财政拨款 | 8.00 | 一、一般公共服务支出 | 6.00 | 6.00 | | |
        | 二、政府性基金预算财政拨款 | 4.00 | 二、城乡社区支出 | 4.00 | | 4.00 | |
        | 本年收入合计 | 12.00 | 本年支出合计 | 10.00 | 6.00 | 4.00 | |
        | 年初财政拨款结转和结余 | 3.00 | 年末财政拨款结转和结余 | 5.00 | 4.00 | 1.00 | |
        | 一、一般公共预算财政拨款 | 2.00 | | | | | |
        | 二、政府性基金预算财政拨款 | 1.00 | | | | | |
        | 总计 | 15.00 | 总计 | 15.00 | 10.00 | 5.00 | |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "REVENUE_GENERAL_PUBLIC FINAL 8000000",
      "REVENUE_GOVERNMENT_FUND FINAL 4000000",
      "FISCAL_CURRENT_REVENUE FINAL 12000000",
      "FISCAL_OPENING_CARRYOVER FINAL 3000000",
      "GENERAL_PUBLIC_OPENING_CARRYOVER FINAL 2000000",
      "GOVERNMENT_FUND_OPENING_CARRYOVER FINAL 1000000",
      "FISCAL_APPROPRIATION_REVENUE FINAL 15000000",
      "FISCAL_CURRENT_EXPENDITURE 201 FINAL 6000000",
      "GENERAL_PUBLIC_EXPENDITURE 201 FINAL 6000000",
      "FISCAL_CURRENT_EXPENDITURE 212 FINAL 4000000",
      "GOVERNMENT_FUND_EXPENDITURE 212 FINAL 4000000",
      "FISCAL_CURRENT_EXPENDITURE FINAL 10000000",
      "GENERAL_PUBLIC_EXPENDITURE FINAL 6000000",
      "GOVERNMENT_FUND_EXPENDITURE FINAL 4000000",
      "FISCAL_CLOSING_CARRYOVER FINAL 5000000",
      "GENERAL_PUBLIC_CLOSING_CARRYOVER FINAL 4000000",
      "GOVERNMENT_FUND_CLOSING_CARRYOVER FINAL 1000000",
      "FISCAL_APPROPRIATION_EXPENDITURE FINAL 15000000",
      "GENERAL_PUBLIC_TOTAL FINAL 10000000",
      "GOVERNMENT_FUND_TOTAL FINAL 5000000",
    ]);
  });

  test("the budget's form: 一、本年收入 with its parts, 二、上年结转 with its own", () => {
    const parsed = parse(
      [
        line("财政拨款收支总表"),
        line("单位：万元"),
        drawTable(`
          | 收入 | < | 支出 | < |
          | 项目 | 预算数 | 项目 | 预算数 |
          | 一、本年收入 | 9.00 | 一、本年支出 | 10.00 |
          | （一）一般公共预算拨款 | 8.00 | （一）教育支出 | 10.00 |
          | （二）政府性基金预算拨款 | 1.00 | | |
          | 二、上年结转 | 1.00 | 二、结转下年 | |
          | （一）一般公共预算拨款 | 1.00 | | |
          | 收入总计 | 10.00 | 支出总计 | 10.00 |
        `),
      ],
      { kind: "BUDGET" },
    );
    expect(tell(parsed)).toEqual([
      "FISCAL_CURRENT_REVENUE INITIAL_BUDGET 9000000",
      "REVENUE_GENERAL_PUBLIC INITIAL_BUDGET 8000000",
      "REVENUE_GOVERNMENT_FUND INITIAL_BUDGET 1000000",
      "FISCAL_OPENING_CARRYOVER INITIAL_BUDGET 1000000",
      "GENERAL_PUBLIC_OPENING_CARRYOVER INITIAL_BUDGET 1000000",
      "FISCAL_APPROPRIATION_REVENUE INITIAL_BUDGET 10000000",
      "FISCAL_CURRENT_EXPENDITURE INITIAL_BUDGET 10000000",
      "FISCAL_CURRENT_EXPENDITURE 205 INITIAL_BUDGET 10000000",
      "FISCAL_APPROPRIATION_EXPENDITURE INITIAL_BUDGET 10000000",
    ]);
  });
});

describe("一般公共预算财政拨款支出决算表", () => {
  test("revenue, expenditure and carry-over in one table (北京, 云南)", () => {
    const parsed = parse([
      line("一般公共预算财政拨款收入支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 项目 | < | 年初结转和结余 | < | < | 本年收入 | < | < | 本年支出 | < | < | < | < | 年末结转和结余 | < |
        | 科目编码 | 科目名称 | 合计 | 基本支出结转 | 项目支出结转和结余 | 合计 | 基本支出 | 项目支出 | 合计 | 基本支出 | < | < | 项目支出 | 合计 | 基本支出结转 |
        | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^ | ^ | ^ |
        | 合计 | < | 1.00 | 0.40 | 0.60 | 9.00 | 5.00 | 4.00 | 8.00 | 5.00 | 3.00 | 2.00 | 3.00 | 2.00 | 0.50 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "GENERAL_PUBLIC_OPENING_CARRYOVER FINAL 1000000",
      "REVENUE_GENERAL_PUBLIC FINAL 9000000",
      "GENERAL_PUBLIC_EXPENDITURE FINAL 8000000",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE FINAL 5000000",
      "PERSONNEL_EXPENSE FINAL 3000000",
      "PUBLIC_EXPENSE FINAL 2000000",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE FINAL 3000000",
      "GENERAL_PUBLIC_CLOSING_CARRYOVER FINAL 2000000",
    ]);
    expect(messagesOf(parsed)).toEqual([]);
  });

  test("last year's execution beside this year's budget, and the change between them", () => {
    const parsed = parse(
      [
        line("一般公共预算支出表"),
        line("单位：万元"),
        drawTable(`
          | 功能分类科目 | < | 2023年执行数 | 2024年预算数 | < | < | 2024年预算数比2023年执行数 | < |
          | 科目编码 | 科目名称 | ^ | 小计 | 基本支出 | 项目支出 | 增减额 | 增减% |
          | 204 | 公共安全支出 | 4.00 | 5.00 | 3.00 | 2.00 | 1.00 | 25.0% |
        `),
      ],
      { kind: "BUDGET" },
    );
    expect(tell(parsed)).toEqual([
      "GENERAL_PUBLIC_EXPENDITURE 204 PRIOR_EXECUTION 4000000",
      "GENERAL_PUBLIC_EXPENDITURE 204 INITIAL_BUDGET 5000000",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE 204 INITIAL_BUDGET 3000000",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE 204 INITIAL_BUDGET 2000000",
    ]);
    expect(
      parsed.relations?.map(({ form, measure, subject, stage, base, value, printed }) => ({
        form,
        measure,
        subject,
        stage,
        base,
        value,
        printed,
      })),
    ).toEqual([
      {
        form: "CHANGE_AMOUNT",
        measure: "GENERAL_PUBLIC_EXPENDITURE",
        subject: "204",
        stage: "INITIAL_BUDGET",
        base: { stage: "PRIOR_EXECUTION" },
        value: 1000000,
        printed: "1.00",
      },
      {
        form: "CHANGE_RATE",
        measure: "GENERAL_PUBLIC_EXPENDITURE",
        subject: "204",
        stage: "INITIAL_BUDGET",
        base: { stage: "PRIOR_EXECUTION" },
        value: 250000,
        printed: "25.0",
      },
    ]);
  });

  test("年初预算数 beside 决算数", () => {
    const parsed = parse([
      line("一般公共预算财政拨款支出决算表"),
      line("单位：万元"),
      drawTable(`
        | 科目编码 | 科目名称 | 年初预算数 | 全年预算数 | 决算数 |
        | 204 | 公共安全支出 | 4.00 | 5.00 | 4.50 |
      `),
    ]);
    expect(tell(parsed)).toEqual([
      "GENERAL_PUBLIC_EXPENDITURE 204 INITIAL_BUDGET 4000000",
      "GENERAL_PUBLIC_EXPENDITURE 204 ADJUSTED_BUDGET 5000000",
      "GENERAL_PUBLIC_EXPENDITURE 204 FINAL 4500000",
    ]);
  });
});
