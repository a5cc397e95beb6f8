import { parseDisclosure } from "../../../../src/parse/parse-disclosure";
import { documentOf, messageLines, readingLines, relationLines, tell } from "../told";

/** The lines of a document with a title of its own and nothing before it. */
const read = (...lines: string[]) => parseDisclosure(documentOf(lines));

describe("the parts of a whole that is told for the budget", () => {
  it("are of the budget too, until a stage is named or the sentence ends", () => {
    const told = tell({
      section: "“三公”经费情况说明",
      text: ["“三公”经费年初预算为20万元，其中：公务接待费9万元；公务用车运行维护费11万元。公务接待费支出8万元。"],
    });
    expect(readingLines(told)).toEqual([
      "THREE_PUBLIC_TOTAL INITIAL_BUDGET 20000000 20万元",
      "OFFICIAL_RECEPTION INITIAL_BUDGET 9000000 9万元",
      "VEHICLE_OPERATION INITIAL_BUDGET 11000000 11万元",
      "OFFICIAL_RECEPTION FINAL 8000000 8万元",
    ]);
  });
});

describe("directions", () => {
  it.each([
    ["较上年增17.1万元，增幅12%", ["CHANGE_AMOUNT 17100000 17.1万元", "CHANGE_RATE 120000 12%"]],
    ["较上年（减少）6万元，（减）幅23%", ["CHANGE_AMOUNT -6000000 6万元", "CHANGE_RATE -230000 23%"]],
    ["比上年减少6万元，压缩6.66%", ["CHANGE_AMOUNT -6000000 6万元", "CHANGE_RATE -66600 6.66%"]],
  ])("%s", (words, relations) => {
    const told = tell({ kind: "预算", section: "“三公”经费情况说明", text: [`“三公”经费预算50万元，${words}。`] });
    expect(relationLines(told).map((line) => line.replace("THREE_PUBLIC_TOTAL / PRIOR_BUDGET ", ""))).toEqual(relations);
  });
});

describe("amounts with a unit left out", () => {
  it("a zero is one in every unit, any other number without a unit is none", () => {
    const text = ["公务接待费年初预算为0，支出决算为1.50万，完成全年工作。公务用车运行维护费支出决算为4.19。"];
    expect(readingLines(tell({ section: "“三公”经费情况说明", text }))).toEqual([
      "OFFICIAL_RECEPTION INITIAL_BUDGET 0 0",
      "OFFICIAL_RECEPTION FINAL 1500000 1.50万",
    ]);
  });
});

describe("what a name means", () => {
  it("told behind it, with names of others in it, leaves it the topic", () => {
    const text = ["其他收入5万元，为预算单位在“财政拨款收入”“事业收入”之外取得的收入。较2021年度决算数增加2万元。"];
    expect(readingLines(tell({ section: "收入支出决算总体情况说明", text }))).toEqual([
      "REVENUE_OTHER FINAL 5000000 5万元",
      "REVENUE_OTHER PRIOR_FINAL 3000000 2万元 CURRENT_MINUS_CHANGE",
    ]);
  });
});

describe("totals of both sides told apart", () => {
  it("give the revenue's number to the revenue alone", () => {
    const text = [
      "（一）收入预算：2023年年初预算数160万元。收入较去年增加10万元。",
      "（二）支出预算：2023年年初预算数160万元。支出较去年增加10万元。",
    ];
    expect(readingLines(tell({ year: 2023, kind: "预算", section: "部门收支总体情况", text }))).toEqual([
      "REVENUE_TOTAL INITIAL_BUDGET 160000000 160万元",
      "EXPENDITURE_TOTAL INITIAL_BUDGET 160000000 160万元",
      "REVENUE_TOTAL PRIOR_BUDGET 150000000 10万元 CURRENT_MINUS_CHANGE",
      "EXPENDITURE_TOTAL PRIOR_BUDGET 150000000 10万元 CURRENT_MINUS_CHANGE",
    ]);
  });
});

describe("sections", () => {
  it("side by side at one level are each read as their own", () => {
    const told = tell({
      section: "2022年度部门决算情况说明",
      text: ["（一）收入决算情况", "本单位收入为100万元。", "（二）支出决算情况", "本单位支出为90万元，其中：基本支出60万元，占66.67%。"],
    });
    expect(told.sections.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["REVENUE", "EXPENDITURE"]));
    expect(readingLines(told)).toEqual([
      "CURRENT_YEAR_REVENUE FINAL 100000000 100万元",
      "CURRENT_YEAR_EXPENDITURE FINAL 90000000 90万元",
      "BASIC_EXPENDITURE FINAL 60000000 60万元",
    ]);
  });

  it("of three public expenses paid by one budget are not parted by that budget's name", () => {
    const told = tell({
      year: 2021,
      section: "2021年度一般公共预算财政拨款“三公”经费支出情况说明",
      text: ["云溪市司法局（示例）2021年度一般公共预算财政拨款“三公”经费支出预算为1.8万元，支出决算为1.52万元，完成预算的84%。"],
    });
    expect(readingLines(told)).toEqual(["THREE_PUBLIC_TOTAL ADJUSTED_BUDGET 1800000 1.8万元", "THREE_PUBLIC_TOTAL FINAL 1520000 1.52万元"]);
  });

  it("a notice without headings is read from its first amount on", () => {
    const told = read("云溪市文化厅2014年度经费决算公开", "厅本级2014年“三公”经费支出24.15万元，其中：公务接待费支出2.00万元。");
    expect(readingLines(told)).toEqual(["THREE_PUBLIC_TOTAL FINAL 24150000 24.15万元", "OFFICIAL_RECEPTION FINAL 2000000 2.00万元"]);
    expect(told.coverage).toMatchObject({ printed: 2, cited: 2 });
    expect(messageLines(told)).toEqual([]);
  });
});

describe("the general public budget in one paragraph", () => {
  it("tells revenue, expenditure and its natures", () => {
    const text = [
      "2018年一般公共预算财政拨款收入320万元，一般公共预算财政拨款支出320万元，比2017年减少14万元。其中：基本支出60万元，比2017年增加4万元；项目支出260万元。",
    ];
    expect(readingLines(tell({ year: 2018, kind: "预算", section: "部门预算情况说明", text }))).toEqual([
      "REVENUE_GENERAL_PUBLIC INITIAL_BUDGET 320000000 320万元",
      "GENERAL_PUBLIC_EXPENDITURE INITIAL_BUDGET 320000000 320万元",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE INITIAL_BUDGET 60000000 60万元",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE INITIAL_BUDGET 260000000 260万元",
      "GENERAL_PUBLIC_EXPENDITURE PRIOR_BUDGET 334000000 14万元 CURRENT_MINUS_CHANGE",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE PRIOR_BUDGET 56000000 4万元 CURRENT_MINUS_CHANGE",
    ]);
  });
});

describe("economic classes", () => {
  it("are parts of whichever nature the paragraphs before were about", () => {
    const text = [
      "2024年一般公共预算支出300元，其中：基本支出200元，项目支出100元，具体如下：",
      "工资福利支出预算999元。",
      "1.基本支出预算200元，占一般公共预算支出的66.67%。其中：",
      "工资福利支出预算150元，占基本支出预算75%，同比增加10元，增长7.14%。",
      "商品和服务支出预算50元，占基本支出预算%，同比减少10元。",
      "2.项目支出预算100元，同比增加20元，增长25%。其中：",
      "商品和服务支出预算100元，占项目支出预算100%，同比增加20元。",
    ];
    const told = tell({ year: 2024, kind: "预算", section: "一般公共预算支出情况说明", text });
    expect(readingLines(told).filter((line) => !line.includes("PRIOR"))).toEqual([
      "GENERAL_PUBLIC_EXPENDITURE INITIAL_BUDGET 30000 300元",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE INITIAL_BUDGET 20000 200元",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE INITIAL_BUDGET 10000 100元",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE INITIAL_BUDGET 20000 200元",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE[301] INITIAL_BUDGET 15000 150元",
      "GENERAL_PUBLIC_BASIC_EXPENDITURE[302] INITIAL_BUDGET 5000 50元",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE INITIAL_BUDGET 10000 100元",
      "GENERAL_PUBLIC_PROJECT_EXPENDITURE[302] INITIAL_BUDGET 10000 100元",
    ]);
    expect(relationLines(told)).toEqual(
      expect.arrayContaining([
        "SHARE GENERAL_PUBLIC_BASIC_EXPENDITURE[301] / GENERAL_PUBLIC_BASIC_EXPENDITURE 750000 75%",
        "CHANGE_AMOUNT GENERAL_PUBLIC_BASIC_EXPENDITURE[302] / PRIOR_BUDGET -1000 10元",
        "SHARE GENERAL_PUBLIC_PROJECT_EXPENDITURE[302] / GENERAL_PUBLIC_PROJECT_EXPENDITURE 1000000 100%",
      ]),
    );
    // Of both natures at once it is said of neither; a share that was never filled in is said.
    expect(messageLines(told)).toEqual(["TEMPLATE_RESIDUE %", "SENTENCE_UNREAD 工资福利支出预算999元"]);
  });

  it("may be compared without their amounts", () => {
    const text = [
      "2018年基本支出预算较上年增17.1万元。主要变动原因如下：",
      "1.工资福利支出较上年增18.67万元。",
      "2.商品和服务支出较上年减0.04万元。",
    ];
    expect(relationLines(tell({ year: 2018, kind: "预算", section: "预算收支增减变化情况说明", text }))).toEqual([
      "CHANGE_AMOUNT BASIC_EXPENDITURE / PRIOR_BUDGET 17100000 17.1万元",
      "CHANGE_AMOUNT BASIC_EXPENDITURE[301] / PRIOR_BUDGET 18670000 18.67万元",
      "CHANGE_AMOUNT BASIC_EXPENDITURE[302] / PRIOR_BUDGET -40000 0.04万元",
    ]);
  });
});

describe("three public expenses", () => {
  const notice = (...text: readonly string[]): string[] =>
    readingLines(tell({ year: 2022, kind: "预算", section: "“三公”经费预算安排情况", text }));

  it("of the year before under a heading of its accounts are its accounts", () => {
    const told = tell({
      year: 2022,
      kind: "预算",
      section: "2022年“三公”经费预算安排情况",
      text: [
        "2022年度“三公”经费预算总计21.8万元。",
        "二、2021年“三公”经费决算情况",
        "2021年度“三公”经费合计支出20.12万元。2022年度“三公”经费预算较2021年度增加1.68万元。",
      ],
    });
    expect(readingLines(told)).toEqual([
      "THREE_PUBLIC_TOTAL INITIAL_BUDGET 21800000 21.8万元",
      "THREE_PUBLIC_TOTAL PRIOR_FINAL 20120000 20.12万元",
    ]);
    expect(relationLines(told)).toEqual(["CHANGE_AMOUNT THREE_PUBLIC_TOTAL / PRIOR_FINAL 1680000 1.68万元"]);
  });

  it("a reason ends where the next item of the list begins", () => {
    expect(
      notice("一、公务用车运行费预算150万元，比上年减少170万元，主要原因是核减预算，二、2022年公务接待费预算200万元，与上年预算相比持平。"),
    ).toEqual([
      "VEHICLE_OPERATION INITIAL_BUDGET 150000000 150万元",
      "OFFICIAL_RECEPTION INITIAL_BUDGET 200000000 200万元",
      "VEHICLE_OPERATION PRIOR_BUDGET 320000000 170万元 CURRENT_MINUS_CHANGE",
      "OFFICIAL_RECEPTION PRIOR_BUDGET 200000000 持平 STATED_EQUAL",
    ]);
  });

  it("what follows a bracket is about what stood before it, whatever mark ends the words inside", () => {
    expect(
      notice("“三公”经费502.4万元。公务用车购置及运行费500万元（公务用车购置费100万元；公务用车运行维护费400万元。）比上年增加20万元。"),
    ).toContain("OFFICIAL_VEHICLES PRIOR_BUDGET 480000000 20万元 CURRENT_MINUS_CHANGE");
  });
});

it("procurement by who pays for it is understood; dispersed procurement is a figure", () => {
  const text = [
    "2023年政府采购预算17000元，其中：集中采购10000元，分散采购7000元。按资金类型划分，一般公共预算拨款17000元，财政专户管理的资金安排0元。",
  ];
  const told = tell({ year: 2023, kind: "预算", section: "政府采购情况说明", text });
  expect(readingLines(told)).toEqual([
    "PROCUREMENT_TOTAL INITIAL_BUDGET 1700000 17000元",
    "PROCUREMENT_CENTRALISED INITIAL_BUDGET 1000000 10000元",
    "PROCUREMENT_DISPERSED INITIAL_BUDGET 700000 7000元",
  ]);
  expect(told.coverage).toMatchObject({ printed: 5, cited: 5 });
});
