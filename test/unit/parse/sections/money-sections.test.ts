import { messageLines, readingLines, relationLines, tell } from "../told";

describe("收入支出总体情况", () => {
  it("tells totals, the year's own, carry-overs", () => {
    const text = [
      "2022年度收入总计434.72万元,其中:本年收入合计434.16万元,使用非财政拨款结余0.01万元,年初结转和结余0.55万元。2022年度支出总计434.72万元,其中:本年支出合计434.00万元,结余分配0.10万元,年末结转和结余0.62万元。收入支出总体与上年相比,增加58.21万元,增长15.46%。",
    ];
    expect(readingLines(tell({ section: "收入支出总体情况", text }))).toEqual([
      "REVENUE_TOTAL FINAL 434720000 434.72万元",
      "CURRENT_YEAR_REVENUE FINAL 434160000 434.16万元",
      "NON_FISCAL_BALANCE_USED FINAL 10000 0.01万元",
      "OPENING_CARRYOVER FINAL 550000 0.55万元",
      "EXPENDITURE_TOTAL FINAL 434720000 434.72万元",
      "CURRENT_YEAR_EXPENDITURE FINAL 434000000 434.00万元",
      "SURPLUS_DISTRIBUTED FINAL 100000 0.10万元",
      "CLOSING_CARRYOVER FINAL 620000 0.62万元",
      "REVENUE_TOTAL PRIOR_FINAL 376510000 58.21万元 CURRENT_MINUS_CHANGE",
      "EXPENDITURE_TOTAL PRIOR_FINAL 376510000 58.21万元 CURRENT_MINUS_CHANGE",
    ]);
  });

  it("may also tell sources, natures and functional classes; a share is of what its sentence began with", () => {
    const text = [
      "2022年度收入总计83.72万元,同比减少16.89万元,其中:财政拨款收入83.72万元,占比100%。",
      "2022年支出总计83.72万元,其中:基本支出80.00万元;项目支出3.72万元。支出按功能科目分类:公共安全支出56.55万元,社会保障和就业支出25.67万元,一般公共服务支出1.5万元。",
    ];
    const told = tell({ section: "收入支出总体情况", text });
    expect(readingLines(told)).toEqual([
      "REVENUE_TOTAL FINAL 83720000 83.72万元",
      "REVENUE_FISCAL_APPROPRIATION FINAL 83720000 83.72万元",
      "EXPENDITURE_TOTAL FINAL 83720000 83.72万元",
      "BASIC_EXPENDITURE FINAL 80000000 80.00万元",
      "PROJECT_EXPENDITURE FINAL 3720000 3.72万元",
      "CURRENT_YEAR_EXPENDITURE[204] FINAL 56550000 56.55万元",
      "CURRENT_YEAR_EXPENDITURE[208] FINAL 25670000 25.67万元",
      "CURRENT_YEAR_EXPENDITURE[201] FINAL 1500000 1.5万元",
      "REVENUE_TOTAL PRIOR_FINAL 100610000 16.89万元 CURRENT_MINUS_CHANGE",
    ]);
    expect(relationLines(told)).toContain("SHARE REVENUE_FISCAL_APPROPRIATION / REVENUE_TOTAL 1000000 100%");
  });

  it("总收入 and 总支出 are the totals, bare 收入 and 支出 those of the year", () => {
    const text = ["本单位2022年度总收入581.45万元,其中本年收入390.55万元。2022年度,本单位收入为390.55万元;支出为380万元。"];
    expect(readingLines(tell({ section: "收入支出总体情况", text }))).toEqual([
      "REVENUE_TOTAL FINAL 581450000 581.45万元",
      "CURRENT_YEAR_REVENUE FINAL 390550000 390.55万元",
      "CURRENT_YEAR_REVENUE FINAL 390550000 390.55万元",
      "CURRENT_YEAR_EXPENDITURE FINAL 380000000 380万元",
    ]);
  });
});

describe("收入、支出情况", () => {
  it("tells each source with its share", () => {
    const text = [
      "本年收入合计100万元，其中：",
      "本年一般公共预算财政拨款收入 60万元，占 60%；政府性基金预算财政拨款收入5万元，占5%；",
      "国有资本经营预算财政拨款收入4万元，占4%；上级补助收入3万元，占3%；财政专户管理教育收费2万元，占2%；",
      "事业收入10万元，占10%；事业单位经营收入6万元，占6%；附属单位上缴收入1万元，占1%；其他收入9万元，占9%。",
    ];
    const told = tell({ section: "收入决算情况说明", text });
    expect(readingLines(told).map((line) => line.split(" ")[0])).toEqual([
      "CURRENT_YEAR_REVENUE",
      "REVENUE_GENERAL_PUBLIC",
      "REVENUE_GOVERNMENT_FUND",
      "REVENUE_STATE_CAPITAL",
      "REVENUE_SUPERIOR_SUBSIDY",
      "REVENUE_SPECIAL_ACCOUNT",
      "REVENUE_PUBLIC_INSTITUTION",
      "REVENUE_BUSINESS",
      "REVENUE_SUBORDINATE_REMITTANCE",
      "REVENUE_OTHER",
    ]);
    expect(told.relations.map(({ base, value }) => ({ ...base, value }))).toEqual(
      [60, 5, 4, 3, 2, 10, 6, 1, 9].map((percent) => ({ measure: "CURRENT_YEAR_REVENUE", value: percent * 10_000 })),
    );
  });

  it("a budget whose 收入预算 includes 上年结转 tells the total, and shares of it", () => {
    const text = ["2024年收入预算100万元，其中：上年结转5万元，占5%；一般公共预算拨款收入95万元，占95%。"];
    const told = tell({ year: 2024, kind: "预算", section: "收入预算情况说明", text });
    expect(readingLines(told)).toEqual([
      "REVENUE_TOTAL INITIAL_BUDGET 100000000 100万元",
      "OPENING_CARRYOVER INITIAL_BUDGET 5000000 5万元",
      "REVENUE_GENERAL_PUBLIC INITIAL_BUDGET 95000000 95万元",
    ]);
    expect(relationLines(told)[1]).toBe("SHARE REVENUE_GENERAL_PUBLIC / REVENUE_TOTAL 950000 95%");
  });

  it("tells each nature with its share", () => {
    const text = [
      "本年支出合计100万元，其中：基本支出60万元，占60%；项目支出30万元，占30%；上缴上级支出1万元；经营支出2万元；对附属单位补助支出7万元。",
    ];
    expect(readingLines(tell({ section: "支出决算情况说明", text }))).toEqual([
      "CURRENT_YEAR_EXPENDITURE FINAL 100000000 100万元",
      "BASIC_EXPENDITURE FINAL 60000000 60万元",
      "PROJECT_EXPENDITURE FINAL 30000000 30万元",
      "REMITTED_TO_SUPERIOR FINAL 1000000 1万元",
      "BUSINESS_EXPENDITURE FINAL 2000000 2万元",
      "SUBSIDY_TO_SUBORDINATE FINAL 7000000 7万元",
    ]);
  });
});

describe("财政拨款收入支出总体情况", () => {
  it.each(["财政拨款收入支出总计", "财政拨款收、支总决算", "财政拨款收入、支出决算总计", "财政拨款收入和支出总计"])("%s", (words) => {
    const told = tell({ section: "财政拨款收入支出决算总体情况说明", text: [`2022年度${words}100万元。`] });
    expect(readingLines(told)).toEqual([
      "FISCAL_APPROPRIATION_REVENUE FINAL 100000000 100万元",
      "FISCAL_APPROPRIATION_EXPENDITURE FINAL 100000000 100万元",
    ]);
  });
});

describe("财政拨款收支预算", () => {
  it("of a budget tells sources, carry-over and classes of all three budgets", () => {
    const text = [
      "2024年财政拨款收支总预算 100 万元。收入包括：一般公共预算当年拨款收入 90万元、上年结转收入10万元；支出包括：公共安全支出 80万元、住房保障支出 20万元。",
    ];
    expect(readingLines(tell({ year: 2024, kind: "预算", section: "2024年财政拨款收支预算情况的总体说明", text }))).toEqual([
      "FISCAL_APPROPRIATION_REVENUE INITIAL_BUDGET 100000000 100 万元",
      "FISCAL_APPROPRIATION_EXPENDITURE INITIAL_BUDGET 100000000 100 万元",
      "REVENUE_GENERAL_PUBLIC INITIAL_BUDGET 90000000 90万元",
      "FISCAL_OPENING_CARRYOVER INITIAL_BUDGET 10000000 10万元",
      "FISCAL_CURRENT_EXPENDITURE[204] INITIAL_BUDGET 80000000 80万元",
      "FISCAL_CURRENT_EXPENDITURE[221] INITIAL_BUDGET 20000000 20万元",
    ]);
  });
});

describe("一般性支出", () => {
  it("tells meetings and training", () => {
    expect(readingLines(tell({ section: "一般性支出情况说明", text: ["2022年本部门开支会议费1万元；开支培训费2万元。"] }))).toEqual([
      "MEETING_EXPENSE FINAL 1000000 1万元",
      "TRAINING_EXPENSE FINAL 2000000 2万元",
    ]);
  });
});

describe("一般公共预算财政拨款支出", () => {
  const section = "一般公共预算财政拨款支出决算情况说明";

  it("resolves items under the class of their heading, and keeps a name without a code by its path", () => {
    const text = [
      "（一）公共安全（类）",
      "公共安全类决算数为 108.00万元，与年初预算相比增加28.00万元。其中：",
      "1．公安（款）行政运行（项）。年初预算50万元，支出决算60.00万元，完成年初预算的120%。决算数与年初预算数的差异原因：招录3人。",
      "2.司法（款）行政运行（项）。年初预算30万元，支出决算38万元。",
      "3.司法（款）示例新设事项（项）。支出决算10万元。",
      "（二）住房保障支出（类）",
      "住房保障支出类决算数为 7万元，与年初预算持平。",
    ];
    const told = tell({ section, text });
    expect(readingLines(told)).toEqual([
      "GENERAL_PUBLIC_EXPENDITURE[204] FINAL 108000000 108.00万元",
      "GENERAL_PUBLIC_EXPENDITURE[2040201] INITIAL_BUDGET 50000000 50万元",
      "GENERAL_PUBLIC_EXPENDITURE[2040201] FINAL 60000000 60.00万元",
      "GENERAL_PUBLIC_EXPENDITURE[2040601] INITIAL_BUDGET 30000000 30万元",
      "GENERAL_PUBLIC_EXPENDITURE[2040601] FINAL 38000000 38万元",
      "GENERAL_PUBLIC_EXPENDITURE[20406:示例新设事项] FINAL 10000000 10万元",
      "GENERAL_PUBLIC_EXPENDITURE[221] FINAL 7000000 7万元",
      "GENERAL_PUBLIC_EXPENDITURE[204] INITIAL_BUDGET 80000000 28.00万元 CURRENT_MINUS_CHANGE",
      "GENERAL_PUBLIC_EXPENDITURE[221] INITIAL_BUDGET 7000000 持平 STATED_EQUAL",
    ]);
    expect(told.observedSubjects).toMatchObject([{ key: "20406:示例新设事项", name: "示例新设事项", parentKey: "20406", level: "ITEM" }]);
    expect(messageLines(told)).toEqual(["SUBJECT_UNCODED 20406:示例新设事项"]);
  });

  it("puts an unknown item under the nearest subject that is known", () => {
    const path = "卫生健康支出（类）卫生健康支出（款）示例新设事项（项）";
    const told = tell({ year: 2024, kind: "预算", section: "2024年部门预算编制说明", text: [`1、${path}20.00万元。`] });
    expect(told.observedSubjects).toMatchObject([{ name: "示例新设事项", parentKey: "210", level: "ITEM" }]);
  });

  it.each([
    ["whole paths in words", "1、公共安全支出（类）司法（款）普法宣传（项）。", "2040605"],
    ["half-width brackets", "1.公共安全支出(类)司法(款)普法宣传(项):", "2040605"],
    ["codes beside the words", "1、公共安全支出（204类）司法（06款）普法宣传（05项）", "2040605"],
    ["quoted, as a 科目", "1. “公共安全支出（类）司法（款）普法宣传（项）”科目", "2040605"],
    ["code and name", "204-公共安全支出", "204"],
    ["a section with its code", "1、20406-司法", "20406"],
    ["a code that the catalogue does not know", "公共安全支出（204类）司法（06款）示例事项（98项）", "2040698"],
  ])("finds subjects told by %s", (_, words, subject) => {
    const told = tell({ section, text: [`${words}支出决算为5万元，完成年初预算的100%。`] });
    expect(readingLines(told)).toEqual([`GENERAL_PUBLIC_EXPENDITURE[${subject}] FINAL 5000000 5万元`]);
  });

  it("reads the structure: each class with its share of the whole", () => {
    const text = [
      "一般公共预算财政拨款支出100万元，占本年支出合计的98%，主要用于以下方面：一般公共服务（类）支出20万元，占20%；公共安全支出80万元，占80%。",
    ];
    expect(relationLines(tell({ section, text }))).toEqual([
      "SHARE GENERAL_PUBLIC_EXPENDITURE / CURRENT_YEAR_EXPENDITURE 980000 98%",
      "SHARE GENERAL_PUBLIC_EXPENDITURE[201] / GENERAL_PUBLIC_EXPENDITURE 200000 20%",
      "SHARE GENERAL_PUBLIC_EXPENDITURE[204] / GENERAL_PUBLIC_EXPENDITURE 800000 80%",
    ]);
  });

  it("passes over what money is for", () => {
    const text = [
      "1、公共安全支出（类）司法（款）行政运行（项）。主要用于：保障在职48人的基本支出。年初预算为 56.05 万元，支出决算为51.89万元。",
    ];
    expect(readingLines(tell({ section, text }))).toEqual([
      "GENERAL_PUBLIC_EXPENDITURE[2040601] INITIAL_BUDGET 56050000 56.05 万元",
      "GENERAL_PUBLIC_EXPENDITURE[2040601] FINAL 51890000 51.89万元",
    ]);
  });
});

describe("基本支出、项目支出", () => {
  it("tells personnel and public expense", () => {
    const text = [
      "一般公共预算财政拨款基本支出100万元，其中：人员经费80万元，主要包括：基本工资、奖金；公用经费20万元，主要包括：办公费。",
    ];
    expect(readingLines(tell({ section: "一般公共预算财政拨款基本支出决算情况说明", text }))).toEqual([
      "GENERAL_PUBLIC_BASIC_EXPENDITURE FINAL 100000000 100万元",
      "PERSONNEL_EXPENSE FINAL 80000000 80万元",
      "PUBLIC_EXPENSE FINAL 20000000 20万元",
    ]);
  });

  it("tells project expenditure by economic class", () => {
    const text = [
      "一般公共预算财政拨款项目支出决算 100万元，其中：",
      "（一）工资福利支出 0.00万元。",
      "（二）商品和服务支出 87万元。主要包括：印刷费等。",
      "（三）资本性支出（基本建设）9万元。",
      "（四）资本性支出 4万元。",
    ];
    expect(readingLines(tell({ section: "一般公共预算财政拨款项目支出决算情况说明", text }))).toEqual([
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE FINAL 100000000 100万元",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE[301] FINAL 0 0.00万元",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE[302] FINAL 87000000 87万元",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE[309] FINAL 9000000 9万元",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE[310] FINAL 4000000 4万元",
    ]);
  });
});

describe("政府性基金", () => {
  it("tells carry-overs, revenue, expenditure and items", () => {
    const text = [
      "政府性基金预算财政拨款年初结转和结余1万元，本年收入10万元，本年支出9万元，其中：基本支出0万元，项目支出9万元，年末结转和结余2万元。",
      "1.城乡社区支出（类）国有土地使用权出让收入安排的支出（款）示例事项（项）。年初预算为8万元，支出决算为9万元。",
    ];
    expect(readingLines(tell({ section: "政府性基金预算财政拨款收入支出决算情况说明", text }))).toEqual([
      "GOVERNMENT_FUND_OPENING_CARRYOVER FINAL 1000000 1万元",
      "GOVERNMENT_FUND_REVENUE FINAL 10000000 10万元",
      "GOVERNMENT_FUND_EXPENDITURE FINAL 9000000 9万元",
      "GOVERNMENT_FUND_BASIC_EXPENDITURE FINAL 0 0万元",
      "GOVERNMENT_FUND_PROJECT_EXPENDITURE FINAL 9000000 9万元",
      "GOVERNMENT_FUND_CLOSING_CARRYOVER FINAL 2000000 2万元",
      "GOVERNMENT_FUND_EXPENDITURE[21208:示例事项] INITIAL_BUDGET 8000000 8万元",
      "GOVERNMENT_FUND_EXPENDITURE[21208:示例事项] FINAL 9000000 9万元",
    ]);
  });
});

describe("机关运行经费", () => {
  it.each([
    "机关运行经费",
    "机构运行经费",
    "机关（机构）运行经费",
    "云溪区各部门机关运行经费",
    "云溪区示例局下属1家机关和2家参公事业单位财政拨款的机关运行经费",
  ])("%s", (words) => {
    const told = tell({ section: `${words}支出情况`, text: [`2022年度${words}支出50万元。`] });
    expect(readingLines(told)).toEqual(["AGENCY_OPERATING_EXPENSE FINAL 50000000 50万元"]);
  });
});

describe("预算编制说明", () => {
  const overview = (fund: string): string[] => [
    `2024年，本单位收入预算96万元，其中：财政拨款收入96万元，比2023年预算增加9万元；事业收入0万元；其他收入0万元。`,
    `支出预算96万元，其中：财政拨款支出预算96万元，比2023年预算增加9万元。财政拨款支出预算中，一般公共预算拨款支出预算90万元，比2023年预算增加9万元；政府性基金拨款支出预算${fund}万元，与2023年预算持平；国有资本经营预算拨款支出预算0万元，与2023年预算持平。`,
    "财政拨款收入支出增加的主要原因是招录3人",
    "1、公共安全支出（204类）司法（06款）行政运行（01项）16.67万元。主要用于：行政单位的基本支出。2023年当年预算执行数为16.90万元，2024年预算安排16.67万元，比2023年预算执行数减少1.36%。主要原因是：部分人员退休。",
  ];

  it("tells totals and sources, and each item with last year's execution", () => {
    const told = tell({ year: 2024, kind: "预算", section: "2024年部门预算编制说明", text: overview("0") });
    expect(readingLines(told)).toEqual([
      "REVENUE_TOTAL INITIAL_BUDGET 96000000 96万元",
      "REVENUE_FISCAL_APPROPRIATION INITIAL_BUDGET 96000000 96万元",
      "REVENUE_PUBLIC_INSTITUTION INITIAL_BUDGET 0 0万元",
      "REVENUE_OTHER INITIAL_BUDGET 0 0万元",
      "EXPENDITURE_TOTAL INITIAL_BUDGET 96000000 96万元",
      "FISCAL_APPROPRIATION_EXPENDITURE INITIAL_BUDGET 96000000 96万元",
      "GENERAL_PUBLIC_EXPENDITURE INITIAL_BUDGET 90000000 90万元",
      "GOVERNMENT_FUND_EXPENDITURE INITIAL_BUDGET 0 0万元",
      "STATE_CAPITAL_EXPENDITURE INITIAL_BUDGET 0 0万元",
      "GENERAL_PUBLIC_EXPENDITURE[2040601] INITIAL_BUDGET 16670000 16.67万元",
      "GENERAL_PUBLIC_EXPENDITURE[2040601] PRIOR_EXECUTION 16900000 16.90万元",
      "GENERAL_PUBLIC_EXPENDITURE[2040601] INITIAL_BUDGET 16670000 16.67万元",
      "REVENUE_FISCAL_APPROPRIATION PRIOR_BUDGET 87000000 9万元 CURRENT_MINUS_CHANGE",
      "FISCAL_APPROPRIATION_EXPENDITURE PRIOR_BUDGET 87000000 9万元 CURRENT_MINUS_CHANGE",
      "GENERAL_PUBLIC_EXPENDITURE PRIOR_BUDGET 81000000 9万元 CURRENT_MINUS_CHANGE",
      "GOVERNMENT_FUND_EXPENDITURE PRIOR_BUDGET 0 持平 STATED_EQUAL",
      "STATE_CAPITAL_EXPENDITURE PRIOR_BUDGET 0 持平 STATED_EQUAL",
    ]);
    expect(relationLines(told)).toContain("CHANGE_RATE GENERAL_PUBLIC_EXPENDITURE[2040601] / PRIOR_EXECUTION -13600 1.36%");
  });

  it("with money in the other budgets, the items are of all three together", () => {
    const told = tell({ year: 2024, kind: "预算", section: "2024年部门预算编制说明", text: overview("6") });
    expect(readingLines(told)).toContain("FISCAL_CURRENT_EXPENDITURE[2040601] INITIAL_BUDGET 16670000 16.67万元");
    expect(told.readings.some(({ measure, subject }) => measure === "GENERAL_PUBLIC_EXPENDITURE" && subject !== undefined)).toBe(false);
  });
});
