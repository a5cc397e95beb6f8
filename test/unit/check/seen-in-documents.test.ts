import { checkRule, reading, relation } from "../../support/check-fixtures";
import { oneIndicator } from "../../support/rule-cases/performance-cases";

// Contradictions of published documents that no plain declaration of their rule would see.

const paragraph = (text: string) => ({ kind: "PARAGRAPH", text }) as const;
const cell = (text: string, column: number) => ({ text, column, columnSpan: 1, rowSpan: 1 });

describe("an expense that the words name and nobody made", () => {
  const BASIC = "GENERAL_PUBLIC_BASIC_EXPENDITURE";
  const told = (names: string, reward: number) => {
    const blocks = [
      paragraph("六、基本支出情况说明"),
      paragraph(`人员经费主要包括：${names}。`),
      { kind: "TABLE", rows: [[cell("奖励金", 0), cell(String(reward), 1), cell("生活补助", 2)]] } as const,
    ];
    const amounts = { "303": 600, "30301": 100, "30302": 200, "30304": 250, "30309": reward };
    const readings = Object.entries(amounts).map(([subject, amount]) =>
      reading(BASIC, amount, { table: "GENERAL_PUBLIC_BASIC", subject, block: 2 }),
    );
    const sections = [{ kind: "GENERAL_PUBLIC_BASIC", title: "", from: 0, to: 2 }] as const;
    return checkRule("N_ZERO_COMPONENT_NAMED", { blocks, readings, sections });
  };

  it("is seen in a blank cell of a class that closes without it", () => {
    expect(told("退休费、生活补助", 50).findings).toMatchObject([{ detail: { subjects: "30305" }, figures: [{ subject: "30305" }] }]);
  });

  it("is not seen where the class does not close, nor in one that has an amount", () => {
    expect(told("退休费、生活补助", 40).findings).toEqual([]);
    expect(told("退休费、奖励金", 50)).toMatchObject({ outcome: "PASS", findings: [] });
  });

  it("is seen in the “三公” lines", () => {
    const sections = [{ kind: "GENERAL_PUBLIC_PROJECT", title: "", from: 0, to: 1 }] as const;
    const blocks = [paragraph("商品和服务支出主要包括：印刷费、因公出国（境）费用等。")];
    const spent = (amount: number) =>
      checkRule("N_ZERO_COMPONENT_NAMED", { blocks, sections, readings: [reading("OVERSEAS_TRAVEL", amount)] });
    expect(spent(0).findings).toMatchObject([{ figures: [{ measure: "OVERSEAS_TRAVEL" }], detail: { subjects: "30212" } }]);
    expect(spent(30).findings).toEqual([]);
  });
});

describe("a project's period", () => {
  const period = (text: string, kind: "BUDGET" | "FINAL_ACCOUNTS" = "BUDGET") =>
    checkRule("YEAR_CONSISTENT", {
      kind,
      year: 2026,
      sections: [{ kind: "PROJECT_DESCRIPTION", title: "", from: 0, to: 2 }],
      blocks: [paragraph("五、实施周期"), paragraph(text)],
    }).findings;

  it("of a budget does not end before its year", () => {
    expect(period("2025年1月1日-2025年12月31日")).toMatchObject([
      { detail: { yearPlace: "PERIOD", words: "2025年1月1日-2025年12月31日" } },
    ]);
    expect(period("2025年7月1日至2026年6月30日")).toEqual([]);
    expect(period("2026年1月-2026年12月")).toEqual([]);
    expect(period("2025年1月1日-2025年12月31日", "FINAL_ACCOUNTS")).toEqual([]);
  });
});

describe("a code with two names", () => {
  const named = (name: string) =>
    checkRule("SUBJECT_NAME_MATCH", {
      sections: [{ kind: "GENERAL_PUBLIC", title: "", from: 0, to: 1 }],
      blocks: [
        paragraph(`11、${name}（210类）行政事业单位医疗（11款）行政单位医疗（01项）50万元。`),
        { kind: "TABLE", rows: [[cell("210", 0), cell("卫生健康支出", 1), cell("50", 2)]] },
      ],
      readings: [
        {
          ...reading("GENERAL_PUBLIC_EXPENDITURE", 5000, { table: "GENERAL_PUBLIC", subject: "210" }),
          citation: { block: 1, row: 0, cell: 2, start: 0, end: 2 },
        },
      ],
    }).findings;

  it("is told by the words and the table", () => {
    expect(named("医疗卫生与计划生育支出")).toMatchObject([
      { detail: { telling: "CODE", code: "210", words: "医疗卫生与计划生育支出", name: "卫生健康支出" } },
    ]);
    expect(named("卫生健康支出")).toEqual([]);
    expect(named("卫生健康")).toEqual([]);
  });
});

describe("a target of the next year", () => {
  const bound = (target: string) =>
    checkRule("P_TARGET_CANNOT_FAIL", oneIndicator({ target, comparator: "LE", measurementUnit: "年" })).outcome;

  it("cannot be missed in this one; a number of years can", () => {
    expect([bound("2023"), bound("2024"), bound("3"), bound("2022")]).toEqual(["FAIL", "FAIL", "PASS", "PASS"]);
  });
});

describe("a score in the proportion of a rounded value", () => {
  const scored = (score: number) =>
    checkRule("P_SCORE_ABOVE_PROPORTION", oneIndicator({ target: "1.5", actual: "0.62", weight: 3, score, measurementUnit: "万册" }))
      .outcome;

  it("may be what the value before rounding makes, and not more", () => {
    expect([scored(1.24), scored(1.25), scored(1.27)]).toEqual(["PASS", "PASS", "FAIL"]);
  });
});

describe("the change of a whole", () => {
  const GENERAL = "GENERAL_PUBLIC_EXPENDITURE";
  const whole = (initial: number) => [reading(GENERAL, 942_260), reading(GENERAL, initial, { stage: "INITIAL_BUDGET" })];
  const change = (subject: string, amount: number, block: number) =>
    relation("CHANGE_AMOUNT", GENERAL, amount, { subject, block, base: { stage: "INITIAL_BUDGET" } });
  const blocks = ["", "（一）公共安全（类）", "（二）社会保障（类）"].map(paragraph);
  const relations = [change("204", 53_516, 1), change("208", 9_544, 2)];

  it("follows from its two numbers where it is not told", () => {
    expect(checkRule("N_CHANGE_ITEMS_SUM", { readings: whole(942_260 - 63_060), relations, blocks }).outcome).toBe("PASS");
    expect(checkRule("N_CHANGE_ITEMS_SUM", { readings: whole(942_260 - 63_075), relations, blocks }).findings).toMatchObject([
      { published: 630_750_000, recomputed: 630_600_000 },
    ]);
  });
});
