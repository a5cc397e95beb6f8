import { documentOf, messageLines, misplaced, readingLines, relationLines, tell } from "../told";

describe("values", () => {
  it("gives two totals told together the same number", () => {
    const told = tell({ section: "收入支出决算总体情况说明", text: ["2022年度收入、支出总计均为 1,250.00万元。"] });
    expect(readingLines(told)).toEqual(["REVENUE_TOTAL FINAL 1250000000 1,250.00万元", "EXPENDITURE_TOTAL FINAL 1250000000 1,250.00万元"]);
  });

  it("gives a pair of names its numbers in turn, the first with the unit of the last", () => {
    const text = ["2022年度收、支总计各是125.49,143.91万元。与2021年相比,收、支总计各减少26.86,57.97万元,各下降17.63%、28.72%。"];
    const told = tell({ section: "收入支出决算总体情况说明", text });
    expect(readingLines(told)).toEqual([
      "REVENUE_TOTAL FINAL 125490000 125.49",
      "EXPENDITURE_TOTAL FINAL 143910000 143.91万元",
      "REVENUE_TOTAL PRIOR_FINAL 152350000 26.86 CURRENT_MINUS_CHANGE",
      "EXPENDITURE_TOTAL PRIOR_FINAL 201880000 57.97万元 CURRENT_MINUS_CHANGE",
    ]);
    expect(relationLines(told)).toEqual([
      "CHANGE_AMOUNT REVENUE_TOTAL / PRIOR_FINAL -26860000 26.86",
      "CHANGE_AMOUNT EXPENDITURE_TOTAL / PRIOR_FINAL -57970000 57.97万元",
      "CHANGE_RATE REVENUE_TOTAL / PRIOR_FINAL -176300 17.63%",
      "CHANGE_RATE EXPENDITURE_TOTAL / PRIOR_FINAL -287200 28.72%",
    ]);
  });

  it("takes a comparison behind two equal totals for both", () => {
    const text = ["2022年度收入总计 519.07 万元,支出总计 519.07 万元,与2021年度相比,增加 32.19 万元。"];
    expect(relationLines(tell({ section: "收入支出总体情况", text }))).toEqual([
      "CHANGE_AMOUNT REVENUE_TOTAL / PRIOR_FINAL 32190000 32.19 万元",
      "CHANGE_AMOUNT EXPENDITURE_TOTAL / PRIOR_FINAL 32190000 32.19 万元",
    ]);
  });

  it("reads 元, 万元 and 亿元 of one sentence exactly", () => {
    const text = ["收入总计1.2亿元，支出总计12,000万元；年末结转和结余500.05元。"];
    expect(readingLines(tell({ section: "收入支出总体情况", text }))).toEqual([
      "REVENUE_TOTAL FINAL 12000000000 1.2亿元",
      "EXPENDITURE_TOTAL FINAL 12000000000 12,000万元",
      "CLOSING_CARRYOVER FINAL 50005 500.05元",
    ]);
  });

  it("reads full-width digits, and says where a part below one 分 was rounded", () => {
    const told = tell({ section: "收入支出总体情况", text: ["收入总计１，２３４．５０万元，支出总计45.1234567万元"] });
    expect(readingLines(told)).toEqual([
      "REVENUE_TOTAL FINAL 1234500000 １，２３４．５０万元",
      "EXPENDITURE_TOTAL FINAL 45123457 45.1234567万元",
    ]);
    expect(messageLines(told)).toEqual(["NUMBER_ROUNDED 45.1234567万元"]);
  });

  it("keeps what a bracket tells apart from what goes on behind it", () => {
    const text = ["财政拨款收入 50.12 万 元(其中,一般公共预算 40.12 万元,政府性基金预算 10 万元),占收入合计 96.35%。"];
    const told = tell({ section: "收入决算情况说明", text });
    expect(readingLines(told)).toEqual([
      "REVENUE_FISCAL_APPROPRIATION FINAL 50120000 50.12 万 元",
      "REVENUE_GENERAL_PUBLIC FINAL 40120000 40.12 万元",
      "REVENUE_GOVERNMENT_FUND FINAL 10000000 10 万元",
    ]);
    expect(relationLines(told)).toEqual(["SHARE REVENUE_FISCAL_APPROPRIATION / CURRENT_YEAR_REVENUE 963500 96.35%"]);
  });

  it("a price per head is no amount", () => {
    const text = ["因公出国（境）费预算7万元，每人费用3.5万元/人。"];
    expect(readingLines(tell({ kind: "预算", section: "“三公”经费情况说明", text }))).toEqual([
      "OVERSEAS_TRAVEL INITIAL_BUDGET 7000000 7万元",
    ]);
  });

  it("takes 0 without a unit for none, and no other number", () => {
    const zero = tell({ section: "财政拨款“三公”经费支出决算情况说明", text: ["公务接待费年初预算为 0，支出决算为 1.50 万元。"] });
    expect(readingLines(zero)).toEqual(["OFFICIAL_RECEPTION INITIAL_BUDGET 0 0", "OFFICIAL_RECEPTION FINAL 1500000 1.50 万元"]);
    const other = tell({ section: "财政拨款“三公”经费支出决算情况说明", text: ["公务接待费年初预算为 2，支出决算为 1.50 万元。"] });
    expect(readingLines(other)).toEqual(["OFFICIAL_RECEPTION FINAL 1500000 1.50 万元"]);
  });

  it("reads a class by its name with 类科目 behind it, or without 支出", () => {
    const text = ["支出总预算100元。其中：一般公共服务60元；教育支出类科目40元，占支出总预算40%，同比增2元。"];
    const told = tell({ kind: "预算", section: "支出预算总体情况说明", text });
    expect(readingLines(told)).toEqual([
      "EXPENDITURE_TOTAL INITIAL_BUDGET 10000 100元",
      "CURRENT_YEAR_EXPENDITURE[201] INITIAL_BUDGET 6000 60元",
      "CURRENT_YEAR_EXPENDITURE[205] INITIAL_BUDGET 4000 40元",
      "CURRENT_YEAR_EXPENDITURE[205] PRIOR_BUDGET 3800 2元 CURRENT_MINUS_CHANGE",
    ]);
  });

  it("reads a line that only names something as the topic of the next one", () => {
    const text = ["1.因公出国（境）费", "支出决算为3万元，完成预算的100%。", "2.公务接待费", "支出决算为1.5万元。"];
    expect(readingLines(tell({ section: "“三公”经费支出决算情况说明", text }))).toEqual([
      "OVERSEAS_TRAVEL FINAL 3000000 3万元",
      "OFFICIAL_RECEPTION FINAL 1500000 1.5万元",
    ]);
  });
});

it("the heading of a section or of its part names what the next line is about", () => {
  const text = ["（一）“三公”经费财政拨款支出决算总体情况说明。", "支出预算为14.55万元，支出决算为9.01万元。"];
  expect(readingLines(tell({ section: "财政拨款“三公”经费支出决算情况说明", text }))).toEqual([
    "THREE_PUBLIC_TOTAL ADJUSTED_BUDGET 14550000 14.55万元",
    "THREE_PUBLIC_TOTAL FINAL 9010000 9.01万元",
  ]);
  expect(readingLines(tell({ section: "机关运行经费支出情况", text: ["2022年度支出决算5万元。"] }))).toEqual([
    "AGENCY_OPERATING_EXPENSE FINAL 5000000 5万元",
  ]);
});

describe("what is not understood", () => {
  it("is left unread and reported: no number lands at the name before it", () => {
    const text = ["收入总计100万元。法援补贴款20万元，与上年相比增加3万元。"];
    const told = tell({ section: "收入支出总体情况", text });
    expect(readingLines(told)).toEqual(["REVENUE_TOTAL FINAL 100000000 100万元"]);
    expect(relationLines(told)).toEqual([]);
    expect(messageLines(told)).toEqual(["SENTENCE_UNREAD 法援补贴款20万元，与上年相比增加3万元"]);
  });

  it("a general word at the end of an unknown name is not that word", () => {
    const told = tell({ section: "支出决算情况说明", text: ["本年支出合计100万元，其中：援外项目支出20万元，项目支出70万元。"] });
    expect(readingLines(told)).toEqual(["CURRENT_YEAR_EXPENDITURE FINAL 100000000 100万元", "PROJECT_EXPENDITURE FINAL 70000000 70万元"]);
    expect(messageLines(told)).toHaveLength(1);
  });

  it("a sentence after an amount that nothing could place has no topic", () => {
    const text = ["机关运行经费支出50万元。热线费10万元。比上年增加2万元。"];
    expect(relationLines(tell({ section: "机关运行经费支出情况", text }))).toEqual([]);
  });

  it("a comparison behind several things told side by side is of none of them", () => {
    const text = ["公务用车购置支出0万元；公务用车运行维护费6万元。与上年相比，增加1万元。"];
    const told = tell({ section: "“三公”经费支出决算情况说明", text });
    expect(relationLines(told)).toEqual([]);
    expect(messageLines(told)).toEqual(["SENTENCE_UNREAD 与上年相比，增加1万元"]);
  });

  it("a comparison with a year that no stage stands for is not read", () => {
    const text = ["“三公”经费支出决算为62.07万元，比2019年决算数减少24.87万元，降低28.6%。"];
    const told = tell({ section: "“三公”经费支出决算情况说明", text });
    expect(relationLines(told)).toEqual([]);
    expect(messageLines(told)).toHaveLength(1);
  });
});

describe("stages", () => {
  it.each([
    ["与年初预算相比，增加5万元", "INITIAL_BUDGET"],
    ["比年初预算数增加5万元", "INITIAL_BUDGET"],
    ["与上年决算相比，增加5万元", "PRIOR_FINAL"],
    ["与2021年度相比增加5万元", "PRIOR_FINAL"],
    ["较上年增加5万元", "PRIOR_FINAL"],
    ["较2021年度决算数增加5万元", "PRIOR_FINAL"],
    ["同比增加5万元", "PRIOR_FINAL"],
    ["与去年相比，增加5万元", "PRIOR_FINAL"],
    ["与2021年度预算相比，增加5万元", "PRIOR_BUDGET"],
    ["比全年预算数增加5万元", "ADJUSTED_BUDGET"],
  ])("final accounts: %s", (words, stage) => {
    const told = tell({ section: "机关运行经费支出情况", text: [`2022年度机关运行经费支出50万元，${words}。`] });
    expect(readingLines(told)).toEqual([
      "AGENCY_OPERATING_EXPENSE FINAL 50000000 50万元",
      `AGENCY_OPERATING_EXPENSE ${stage} 45000000 5万元 CURRENT_MINUS_CHANGE`,
    ]);
  });

  it.each([
    ["比2023年预算增加5万元", "PRIOR_BUDGET"],
    ["与2023年预算相比增加5万元", "PRIOR_BUDGET"],
    ["比上年增加5万元", "PRIOR_BUDGET"],
    ["比2023年执行数增加5万元", "PRIOR_EXECUTION"],
    ["比2023年当年预算执行数增加5万元", "PRIOR_EXECUTION"],
  ])("budget: %s", (words, stage) => {
    const told = tell({ year: 2024, kind: "预算", section: "机关运行经费预算", text: [`2024年机关运行经费预算为50万元，${words}。`] });
    expect(readingLines(told)).toEqual([
      "AGENCY_OPERATING_EXPENSE INITIAL_BUDGET 50000000 50万元",
      `AGENCY_OPERATING_EXPENSE ${stage} 45000000 5万元 CURRENT_MINUS_CHANGE`,
    ]);
  });

  it("a name right behind the comparison is of its base, behind a comma of this year", () => {
    const base = ["2022年度总收入1070.51万元，比2021年度总收入1058.51万元增加12万元。"];
    expect(readingLines(tell({ section: "收入支出决算总体情况说明", text: base }))).toEqual([
      "REVENUE_TOTAL FINAL 1070510000 1070.51万元",
      "REVENUE_TOTAL PRIOR_FINAL 1058510000 1058.51万元",
    ]);
    const own = ["与2021年度相比，总收入1070.51万元，增加12万元。"];
    expect(readingLines(tell({ section: "收入支出决算总体情况说明", text: own }))[0]).toBe("REVENUE_TOTAL FINAL 1070510000 1070.51万元");
  });

  it("the parts behind 其中 are at the stage of their whole, until a word says otherwise", () => {
    const text = ["“三公”经费预算为20万元，其中：公务接待费9万元；公务用车运行维护费11万元，支出决算8万元；公务用车购置费0万元。"];
    expect(readingLines(tell({ section: "财政拨款“三公”经费支出决算情况说明", text }))).toEqual([
      "THREE_PUBLIC_TOTAL ADJUSTED_BUDGET 20000000 20万元",
      "OFFICIAL_RECEPTION ADJUSTED_BUDGET 9000000 9万元",
      "VEHICLE_OPERATION ADJUSTED_BUDGET 11000000 11万元",
      "VEHICLE_OPERATION FINAL 8000000 8万元",
      "VEHICLE_PURCHASE ADJUSTED_BUDGET 0 0万元",
    ]);
    const both = ["“三公”经费支出预算20万元，支出决算19万元，其中：公务接待费9万元。"];
    expect(readingLines(tell({ section: "“三公”经费支出情况说明", text: both })).at(-1)).toBe("OFFICIAL_RECEPTION FINAL 9000000 9万元");
  });

  it("a comparison of a budget with its own year is told, doubted, and nothing is derived from it", () => {
    const text = ["2024年机关运行经费预算为50万元，比2024年预算增加5万元。"];
    const told = tell({ year: 2024, kind: "预算", section: "机关运行经费预算", text });
    expect(readingLines(told)).toEqual(["AGENCY_OPERATING_EXPENSE INITIAL_BUDGET 50000000 50万元"]);
    expect(relationLines(told)).toEqual(["CHANGE_AMOUNT AGENCY_OPERATING_EXPENSE / PRIOR_BUDGET 5000000 5万元"]);
    expect(messageLines(told)).toEqual(["YEAR_DOUBTFUL 比2024年预算"]);
  });

  it("a number right behind the base is the base itself", () => {
    const text = ["机关运行经费支出40万元，较上年45万元减少5万元，下降11.11%，较预算数48万元减少8万元。"];
    expect(readingLines(tell({ section: "机关运行经费支出情况", text }))).toEqual([
      "AGENCY_OPERATING_EXPENSE FINAL 40000000 40万元",
      "AGENCY_OPERATING_EXPENSE PRIOR_FINAL 45000000 45万元",
      "AGENCY_OPERATING_EXPENSE INITIAL_BUDGET 48000000 48万元",
    ]);
  });

  it("完成预算 is of the budget that was told before it", () => {
    const text = [
      "“三公”经费支出全年预算20万元，支出决算18万元，完成预算的90%。",
      "“三公”经费年初预算24万元，支出决算18万元，完成预算的75%。",
    ];
    expect(relationLines(tell({ section: "“三公”经费支出决算情况说明", text }))).toEqual([
      "COMPLETION_RATE THREE_PUBLIC_TOTAL / ADJUSTED_BUDGET 900000 90%",
      "COMPLETION_RATE THREE_PUBLIC_TOTAL / INITIAL_BUDGET 750000 75%",
    ]);
  });

  it("完成预算12.02万元的100% tells the budget and the rate", () => {
    const text = ["公务接待费支出决算为12.02万元,完成预算12.02万元的100%。"];
    const told = tell({ section: "“三公”经费支出决算情况说明", text });
    expect(readingLines(told)).toEqual([
      "OFFICIAL_RECEPTION FINAL 12020000 12.02万元",
      "OFFICIAL_RECEPTION ADJUSTED_BUDGET 12020000 12.02万元",
    ]);
    expect(relationLines(told)).toEqual(["COMPLETION_RATE OFFICIAL_RECEPTION / ADJUSTED_BUDGET 1000000 100%"]);
  });
});

describe("directions", () => {
  it("减少 and 下降 negate; a printed sign counts as well", () => {
    const text = ["机关运行经费支出50万元，比上年减少5万元，下降9.09%；与年初预算相比，增加-3万元。"];
    expect(relationLines(tell({ section: "机关运行经费支出情况", text }))).toEqual([
      "CHANGE_AMOUNT AGENCY_OPERATING_EXPENSE / PRIOR_FINAL -5000000 5万元",
      "CHANGE_RATE AGENCY_OPERATING_EXPENSE / PRIOR_FINAL -90900 9.09%",
      "CHANGE_AMOUNT AGENCY_OPERATING_EXPENSE / INITIAL_BUDGET -3000000 -3万元",
    ]);
  });

  it("增, 减幅 and a direction in brackets are directions; 增资 is none", () => {
    const text = [
      "一般公共预算财政拨款支出50万元，较上年增10万元，增幅25%。",
      "基本支出30万元，较上年（减少）6万元，减幅16.67%，主要是人员增资。",
    ];
    expect(relationLines(tell({ kind: "预算", section: "一般公共预算财政拨款支出情况说明", text }))).toEqual([
      "CHANGE_AMOUNT GENERAL_PUBLIC_EXPENDITURE / PRIOR_BUDGET 10000000 10万元",
      "CHANGE_RATE GENERAL_PUBLIC_EXPENDITURE / PRIOR_BUDGET 250000 25%",
      "CHANGE_AMOUNT GENERAL_PUBLIC_BASIC_EXPENDITURE / PRIOR_BUDGET -6000000 6万元",
      "CHANGE_RATE GENERAL_PUBLIC_BASIC_EXPENDITURE / PRIOR_BUDGET -166700 16.67%",
    ]);
  });

  it("持平 is a change of zero, as exact as the number itself, and derives last year", () => {
    const told = tell({ section: "机关运行经费支出情况", text: ["机关运行经费支出50.0万元，与上年持平。"] });
    expect(readingLines(told)).toEqual([
      "AGENCY_OPERATING_EXPENSE FINAL 50000000 50.0万元",
      "AGENCY_OPERATING_EXPENSE PRIOR_FINAL 50000000 持平 STATED_EQUAL",
    ]);
    expect(told.relations).toMatchObject([{ form: "CHANGE_AMOUNT", value: 0, step: 100_000, direction: "EQUAL" }]);
  });

  it("基本持平 tells a direction and no amount", () => {
    const told = tell({ section: "机关运行经费支出情况", text: ["机关运行经费支出50万元，与上年基本持平。"] });
    expect(readingLines(told)).toHaveLength(1);
    expect(told.relations).toMatchObject([{ value: null, direction: "EQUAL", printed: "基本持平" }]);
  });

  it("大于预算数 tells direction and base at once", () => {
    const text = ["机关运行经费支出50万元，决算数大于预算数5万元。"];
    expect(relationLines(tell({ section: "机关运行经费支出情况", text }))).toEqual([
      "CHANGE_AMOUNT AGENCY_OPERATING_EXPENSE / INITIAL_BUDGET 5000000 5万元",
    ]);
  });

  it.each(["增长--", "增长--(基数为0,不可比)", "增长率不可比", "增长—"])("there is no such rate: %s", (words) => {
    const told = tell({ section: "机关运行经费支出情况", text: [`机关运行经费支出50万元，比上年增加50万元，${words}。`] });
    expect(told.relations).toMatchObject([{ form: "CHANGE_AMOUNT" }, { form: "CHANGE_RATE", value: null, direction: "INCREASE" }]);
    expect(messageLines(told)).toEqual([]);
  });

  it("a choice of the template that nobody made leaves the direction open, derives nothing and is reported", () => {
    const told = tell({ section: "机关运行经费支出情况", text: ["机关运行经费支出50万元，比上年增加（减少）5万元，增长/下降10%。"] });
    expect(readingLines(told)).toHaveLength(1);
    expect(told.relations.map(({ direction }) => direction)).toEqual([undefined, undefined]);
    expect(messageLines(told)).toEqual(["TEMPLATE_RESIDUE 增加（减少）", "TEMPLATE_RESIDUE 增长/下降"]);
  });

  it("placeholders that nobody filled are reported", () => {
    const told = tell({ section: "机关运行经费支出情况", text: ["机关运行经费支出XXX万元。主要原因：XXXX。"] });
    expect(readingLines(told)).toEqual([]);
    expect(messageLines(told)).toEqual(["TEMPLATE_RESIDUE XXX", "TEMPLATE_RESIDUE XXXX"]);
  });
});

describe("what does not exist", () => {
  it("无… without a number is not applicable, and no zero", () => {
    const told = tell({ section: "政府性基金预算财政拨款支出决算情况说明", text: ["本单位2022年度无政府性基金预算财政拨款收入和支出。"] });
    expect(told.readings).toMatchObject([
      { measure: "GOVERNMENT_FUND_REVENUE", status: "NOT_APPLICABLE", value: null },
      { measure: "GOVERNMENT_FUND_EXPENDITURE", status: "NOT_APPLICABLE", value: null },
    ]);
  });

  it("不存在此项内容 as the whole text is about the section itself", () => {
    const told = tell({ section: "国有资本经营预算财政拨款支出决算情况说明", text: ["不存在此项内容。"] });
    expect(readingLines(told)).toEqual([
      "STATE_CAPITAL_REVENUE FINAL NOT_APPLICABLE 不存在此项内容",
      "STATE_CAPITAL_EXPENDITURE FINAL NOT_APPLICABLE 不存在此项内容",
    ]);
  });

  it("a printed 0.00 is a value, also beside 无", () => {
    const text = ["政府性基金预算财政拨款支出决算 0.00万元。本年无政府性基金预算财政拨款支出。"];
    const told = tell({ section: "政府性基金预算财政拨款支出决算情况说明", text });
    expect(readingLines(told)).toEqual(["GOVERNMENT_FUND_EXPENDITURE FINAL 0 0.00万元"]);
  });

  it("what is not said has no reading", () => {
    expect(readingLines(tell({ section: "机关运行经费支出情况", text: ["本单位厉行节约。"] }))).toEqual([]);
  });
});

describe("reasons", () => {
  const reasons = (text: string[]): (string | undefined)[] =>
    tell({ section: "收入支出总体情况", text }).readings.map(({ stage, reason }) =>
      reason === undefined ? undefined : `${stage} ${reason.text}`,
    );

  it("go to the figure and to the one it is compared with; a list goes on over its own marks", () => {
    const text = [
      "收入总计50万元。与年初预算相比，增加5万元，变动原因：1.招录3人；2.追加设备款，与上年决算相比，增加2万元，变动原因：补发奖金。",
    ];
    expect(reasons(text)).toEqual(["FINAL 1.招录3人；2.追加设备款", "INITIAL_BUDGET 1.招录3人；2.追加设备款", "PRIOR_FINAL 补发奖金"]);
  });

  it("may stand in a sentence of their own, or after 主要是", () => {
    expect(reasons(["收入总计50万元，比上年增加5万元。主要原因：招录3人。"])).toEqual(["FINAL 招录3人", "PRIOR_FINAL 招录3人"]);
    expect(reasons(["收入总计50万元，比上年增加5万元，主要是招录3人。"])).toEqual(["FINAL 招录3人", "PRIOR_FINAL 招录3人"]);
  });

  it("end before the next clause that tells a figure", () => {
    const text = ["收入总计50万元，比上年增加5万元，主要原因是招录3人；支出总计49万元，比上年增加4万元，主要原因是物价上涨2%。"];
    expect(reasons(text)).toEqual(["FINAL 招录3人", "FINAL 物价上涨2%", "PRIOR_FINAL 招录3人", "PRIOR_FINAL 物价上涨2%"]);
  });

  it("end before a name without a number of its own, where a comparison follows its amount", () => {
    const text = ["收入总计50万元，比上年增加5万元，主要原因是招录3人，支出总计49万元，比上年增加4万元，主要原因是物价上涨2%。"];
    expect(reasons(text)).toEqual(["FINAL 招录3人", "FINAL 物价上涨2%", "PRIOR_FINAL 招录3人", "PRIOR_FINAL 物价上涨2%"]);
    // Amounts that only explain stay within the reason.
    const explained = "收入总计50万元，比上年增加5万元，主要原因是追加拨款，支出总计49万元，均已到位。";
    expect(reasons([explained])[0]).toBe("FINAL 追加拨款，支出总计49万元，均已到位");
  });

  it("cite their place, and so the numbers inside them", () => {
    const told = tell({ section: "收入支出总体情况", text: ["收入总计50万元，比上年增加5万元，原因：招录3人。"] });
    expect(told.coverage).toMatchObject({ printed: 3, cited: 3 });
  });
});

it("cites exactly the characters that it read", () => {
  const text = ["２０２２年度收入总计 １，２３４．５０ 万 元，比上年增加 34.50万元，增长 2.88 ％，占比100%。"];
  const told = tell({ section: "收入支出总体情况", text });
  const document = documentOf(["单位名称：云溪市司法局（示例）", "2022年度部门决算", "第二部分 情况说明", "一、收入支出总体情况", ...text]);
  expect(told.readings.length + told.relations.length).toBeGreaterThan(2);
  expect(misplaced(document, told)).toEqual([]);
});
