import { checkDisclosure } from "../../../src/check/check-disclosure";
import { blocksOfText } from "../../../src/extract/extract-text";
import { parseDisclosure } from "../../../src/parse/parse-disclosure";
import { checkRule, check, reading, relation, STEP } from "../../support/check-fixtures";
import { consistentRequest } from "../../support/disclosure-generator/consistent-requests";
import { generateDisclosure } from "../../support/disclosure-generator/generate-disclosure";
import { writeText } from "../../support/disclosure-generator/write-text";

const table = { table: "EXPENDITURE" } as const;
const natures = (total: number, basic: number, project: number, more: Parameters<typeof reading>[2] = {}) => [
  reading("CURRENT_YEAR_EXPENDITURE", total, { ...table, ...more }),
  reading("BASIC_EXPENDITURE", basic, { ...table, ...more }),
  reading("PROJECT_EXPENDITURE", project, { ...table, ...more }),
];
const rowSum = (readings: Parameters<typeof check>[0]["readings"] & object) => checkRule("EXPENDITURE_ROW_SUM", { readings });

describe("rounding", () => {
  it("allows half a unit of the last printed digit for every number", () => {
    expect(rowSum(natures(1001, 500, 500)).outcome).toBe("PASS");
    expect(rowSum(natures(1002, 500, 500)).outcome).toBe("FAIL");
  });

  it("allows what a coarser number leaves open, and 元 cells beside words in 万元", () => {
    const words = reading("BASIC_EXPENDITURE", 366_317);
    const cell = { ...reading("BASIC_EXPENDITURE", 0, table), value: 366_317 * STEP + 4_999, step: 1 };
    expect(checkRule("N_EXPENDITURE_NATURES_MATCH", { readings: [words, cell] }).outcome).toBe("PASS");
    const far = { ...cell, value: 366_317 * STEP + 5_001 };
    expect(checkRule("N_EXPENDITURE_NATURES_MATCH", { readings: [words, far] }).outcome).toBe("FAIL");
  });

  it("takes a bare 0 among numbers with decimals for no rounded number", () => {
    const bare = { ...reading("PROJECT_EXPENDITURE", 0, table), step: 1_000_000 };
    const rows = [reading("CURRENT_YEAR_EXPENDITURE", 530, table), reading("BASIC_EXPENDITURE", 500, table), bare];
    expect(rowSum(rows).outcome).toBe("FAIL");
  });

  it("counts exactly", () => {
    const readings = [reading("VEHICLES_TOTAL", 21), reading("VEHICLES_LEADERS", 1), reading("VEHICLES_OTHER", 19)];
    expect(checkRule("ASSET_VEHICLE_CATEGORY_SUM", { readings }).outcome).toBe("FAIL");
  });

  it("tells a difference just beyond many parts' allowance, and does not hold it against the document", () => {
    const codes = Array.from({ length: 12 }, (_, at) => String(201 + at));
    const rows = (total: number) => [
      reading("GENERAL_PUBLIC_EXPENDITURE", total, { table: "GENERAL_PUBLIC" }),
      ...codes.map((subject) => reading("GENERAL_PUBLIC_EXPENDITURE", 100, { table: "GENERAL_PUBLIC", subject })),
    ];
    expect(checkRule("SUBJECT_TREE_BY_BUDGET", { readings: rows(1206) }).outcome).toBe("PASS");
    expect(checkRule("SUBJECT_TREE_BY_BUDGET", { readings: rows(1208) }).findings).toMatchObject([
      { severity: "INFO", detail: { partCount: "12", near: "true" } },
    ]);
    expect(checkRule("SUBJECT_TREE_BY_BUDGET", { readings: rows(1220) }).findings).toMatchObject([{ severity: "ERROR" }]);
  });
});

describe("rates", () => {
  const share = (hundredths: number) => relation("SHARE", "OFFICIAL_RECEPTION", hundredths, { base: { measure: "THREE_PUBLIC_TOTAL" } });
  const readings = [reading("OFFICIAL_RECEPTION", 41), reading("THREE_PUBLIC_TOTAL", 2929)];

  it("of small numbers leave an interval: 0.41 of 29.29 may be 1.42 %, and not 1.43 %", () => {
    expect(checkRule("SHARE_OF_TOTAL", { readings, relations: [share(142)] }).outcome).toBe("PASS");
    expect(checkRule("SHARE_OF_TOTAL", { readings, relations: [share(143)] }).outcome).toBe("FAIL");
  });

  it("of the budget of the whole year under the name of the initial one are a finding about the name alone", () => {
    const { findings } = check({
      readings: [
        reading("PUBLIC_EXPENSE", 3000, { stage: "INITIAL_BUDGET" }),
        reading("PUBLIC_EXPENSE", 2900, { stage: "ADJUSTED_BUDGET" }),
        reading("PUBLIC_EXPENSE", 2850),
      ],
      relations: [relation("COMPLETION_RATE", "PUBLIC_EXPENSE", 9828)],
    });
    expect(findings).toMatchObject([{ rule: "COMPLETION_DENOMINATOR", detail: { cause: "ANOTHER_STAGE", causeStage: "ADJUSTED_BUDGET" } }]);
  });

  it("told as above or below need more than half a printed unit", () => {
    const told = (before: number) =>
      check({
        readings: [reading("PUBLIC_EXPENSE", 2850), { ...reading("PUBLIC_EXPENSE", 0, { stage: "PRIOR_FINAL" }), value: before, step: 1 }],
        relations: [relation("CHANGE_AMOUNT", "PUBLIC_EXPENSE", 0, { direction: "EQUAL" })],
      }).findings.map(({ rule }) => rule);
    expect(told(2850 * STEP + 4_999)).toEqual([]);
    expect(told(2850 * STEP + 5_001)).toEqual(["DIRECTION_WORD"]);
  });
});

describe("zero bases", () => {
  const expense = "OFFICIAL_RECEPTION";

  it("are INFO at most, and nothing where 0 % stands beside no change", () => {
    const quiet = check({
      readings: [reading(expense, 0)],
      relations: [
        relation("CHANGE_AMOUNT", expense, 0, { direction: "INCREASE" }),
        relation("CHANGE_RATE", expense, 0, { direction: "INCREASE" }),
      ],
    });
    expect(quiet.findings).toEqual([]);
    const told = check({
      readings: [reading(expense, 41)],
      relations: [
        relation("CHANGE_AMOUNT", expense, 41, { direction: "INCREASE" }),
        relation("CHANGE_RATE", expense, 10_000, { direction: "INCREASE" }),
      ],
    });
    expect(told.findings.map(({ rule, severity }) => [rule, severity])).toEqual([["RATE_ON_ZERO_BASE", "INFO"]]);
  });

  it("leave a new department without a completion to check", () => {
    const readings = [reading("PUBLIC_EXPENSE", 41), reading("PUBLIC_EXPENSE", 0, { stage: "INITIAL_BUDGET" })];
    expect(check({ readings, relations: [relation("COMPLETION_RATE", "PUBLIC_EXPENSE", null)] }).findings).toEqual([]);
  });
});

describe("lists", () => {
  const words = (total: number, ...amounts: number[]) => [
    reading("CURRENT_YEAR_REVENUE", total),
    ...amounts.map((amount, at) =>
      reading((["REVENUE_GENERAL_PUBLIC", "REVENUE_PUBLIC_INSTITUTION"] as const)[at] ?? "REVENUE_BUSINESS", amount),
    ),
  ];

  it("that name some parts may be less than the whole, and not more", () => {
    expect(checkRule("REVENUE_SOURCES_SUM", { readings: words(1000, 600, 300) }).outcome).toBe("NOT_CHECKABLE");
    expect(checkRule("REVENUE_SOURCES_SUM", { readings: words(1000, 600, 500) }).outcome).toBe("FAIL");
  });

  it("that claim to be complete by their shares are held to it", () => {
    const share = (measure: "REVENUE_GENERAL_PUBLIC" | "REVENUE_PUBLIC_INSTITUTION", hundredths: number) =>
      relation("SHARE", measure, hundredths, { base: { measure: "CURRENT_YEAR_REVENUE" } });
    const relations = [share("REVENUE_GENERAL_PUBLIC", 6667), share("REVENUE_PUBLIC_INSTITUTION", 3333)];
    expect(checkRule("REVENUE_SOURCES_SUM", { readings: words(1000, 600, 300), relations }).outcome).toBe("FAIL");
  });
});

describe("blank cells", () => {
  const other = { subject: "2040602" } as const;

  it("are zero where a table never writes its zeros out", () => {
    const blank = natures(800, 500, 0).slice(0, 2);
    expect(rowSum([...blank, ...natures(900, 500, 400, other)]).outcome).toBe("FAIL");
  });

  it("are unknown where it does, unless the sum closes with them", () => {
    const printed = [{ kind: "TABLE", rows: [[{ text: "项目支出", column: 0, columnSpan: 1, rowSpan: 1 }]] }] as const;
    const zero = natures(500, 500, 0, other);
    const told = (total: number) =>
      checkRule("EXPENDITURE_ROW_SUM", { readings: [...natures(total, 500, 0).slice(0, 2), ...zero], blocks: printed }).findings;
    expect(told(500)).toEqual([]);
    expect(told(800)).toEqual([]);
  });

  it("are never one side of a comparison", () => {
    expect(checkRule("T_TOTALS_MATCH", { readings: [reading("CURRENT_YEAR_EXPENDITURE", 500, table)] }).outcome).toBe("NOT_CHECKABLE");
  });

  it("nor is what could not be read a pass, or a fault", () => {
    const uncited = [{ block: 0, row: 3, cell: 2, start: 0, end: 6 }];
    const { outcome, findings } = checkRule("EXPENDITURE_ROW_SUM", { readings: natures(800, 500, 0).slice(0, 2), uncited });
    expect([outcome, findings]).toEqual(["NOT_CHECKABLE", []]);
  });
});

describe("public expense", () => {
  it("is every class that is neither wages nor subsidies to individuals", () => {
    const basic = (subject: string, amount: number) =>
      reading("GENERAL_PUBLIC_BASIC_EXPENDITURE", amount, { table: "GENERAL_PUBLIC_BASIC", subject });
    const readings = [
      reading("PUBLIC_EXPENSE", 700, { table: "GENERAL_PUBLIC_BASIC" }),
      basic("302", 500),
      basic("310", 100),
      basic("399", 100),
    ];
    expect(checkRule("PUBLIC_EXPENSE_SUM", { readings }).outcome).toBe("PASS");
  });

  it("may exceed the agencies' operating expense, and not the other way", () => {
    const rows = (agency: number) => [
      reading("AGENCY_OPERATING_EXPENSE", agency),
      reading("PUBLIC_EXPENSE", 700, { table: "GENERAL_PUBLIC_BASIC" }),
    ];
    expect(checkRule("T_AGENCY_EXPENSE_VS_PUBLIC", { readings: rows(500) }).outcome).toBe("PASS");
    expect(checkRule("T_AGENCY_EXPENSE_VS_PUBLIC", { readings: rows(800) }).findings).toMatchObject([{ severity: "INFO" }]);
  });
});

describe("money that is no fiscal appropriation", () => {
  const row = (measure: "CURRENT_YEAR_EXPENDITURE" | "GENERAL_PUBLIC_EXPENDITURE", amount: number) =>
    reading(measure, amount, {
      table: measure === "CURRENT_YEAR_EXPENDITURE" ? "EXPENDITURE" : "GENERAL_PUBLIC",
      subject: "2040601",
      block: measure === "CURRENT_YEAR_EXPENDITURE" ? 1 : 2,
    });
  const readings = (other: number, opening: number) => [
    row("CURRENT_YEAR_EXPENDITURE", 900),
    row("GENERAL_PUBLIC_EXPENDITURE", 800),
    reading("CURRENT_YEAR_REVENUE", 800 + other),
    reading("REVENUE_FISCAL_APPROPRIATION", 800),
    reading("REVENUE_TOTAL", 800 + other + opening),
    reading("OPENING_CARRYOVER", opening),
  ];
  const outcomes = (told: ReturnType<typeof readings>) =>
    ["T_ALL_FUNDS_EQ_WHEN_ONLY_FISCAL", "T_ALL_FUNDS_GE_FISCAL"].map((code) => checkRule(code, { readings: told }).outcome);

  it("makes the tables of all funds and of fiscal appropriation differ rightly, and so does money carried over", () => {
    expect(outcomes(readings(100, 0))).toEqual(["NOT_APPLICABLE", "PASS"]);
    expect(outcomes(readings(0, 100))).toEqual(["NOT_APPLICABLE", "PASS"]);
    expect(outcomes(readings(0, 0))).toEqual(["FAIL", "NOT_APPLICABLE"]);
  });

  it("or carried over leaves a subject with other revenue than expenditure", () => {
    const revenue = reading("CURRENT_YEAR_REVENUE", 950, { table: "REVENUE", subject: "2040601", block: 3 });
    expect(check({ readings: [row("CURRENT_YEAR_EXPENDITURE", 900), revenue] }).findings).toEqual([]);
  });
});

describe("units", () => {
  const span = { block: 0, start: 0, end: 1 };
  const unit = (name: string, note?: string) => ({ name, citation: span, ...(note === undefined ? {} : { note }) });
  const department = (memberUnits: ReturnType<typeof unit>[]) => ({
    header: { scope: "DEPARTMENT" as const },
    profile: { memberUnitCount: memberUnits.length, memberUnits, citations: [span] },
  });

  it("that are merged into the department's own publish nothing, and nothing is expected of them", () => {
    const own = {
      header: { unitName: "示例市司法局（本级）", year: 2023, kind: "FINAL_ACCOUNTS", scope: "UNIT" } as const,
      figure: () => undefined,
    };
    const told = department([unit("示例市司法局（本级）"), unit("示例市司法局财务中心", "预算不单列，并入本级")]);
    expect(checkRule("DEPARTMENT_UNIT_LIST", { ...told, related: { memberUnits: [own] } })).toEqual({ outcome: "PASS", findings: [] });
  });
});

describe("words of other years", () => {
  const text = writeText(generateDisclosure(consistentRequest(0)).blocks);
  const year = consistentRequest(0).year.year;
  const rulesIn = (changed: string): string[] => {
    const document = { format: "TEXT", blocks: blocksOfText(changed), messages: [] } as const;
    return checkDisclosure(parseDisclosure(document), document).findings.map(({ rule }) => rule);
  };
  const said = (sentence: string): string => text.replace(/(单价100万元（含）以上设备[^\n]*)/, `$1${sentence}`);

  it.each([
    `截至${year - 1}年末，其中两台已满使用年限。`,
    `依据《云溪市${year - 2}年行政事业单位资产管理办法》登记。`,
    `按照${year + 1}年预算编制要求核对。`,
  ])("are right: %s", (sentence) => {
    expect(said(sentence)).not.toBe(text);
    expect(rulesIn(said(sentence))).toEqual([]);
  });

  it("are wrong where the year is compared with itself", () => {
    expect(
      rulesIn(text.replace("比上年决算各", `比${year}年度决算各`).replace("收、支总计比上年决算", `收、支总计与${year}年决算相比`)),
    ).toContain("YEAR_CONSISTENT");
  });
});

describe("one wrong number", () => {
  it("in words is told where it is held against the table, and not again in sums of words", () => {
    const readings = [
      reading("EXPENDITURE_TOTAL", 990),
      reading("CURRENT_YEAR_EXPENDITURE", 900),
      reading("CLOSING_CARRYOVER", 100),
      reading("EXPENDITURE_TOTAL", 1000, { table: "TOTALS" }),
    ];
    expect(check({ readings }).findings.map(({ rule }) => rule)).toEqual(["N_TOTALS_MATCH"]);
  });

  it("in a table is told by the table's own sum, with the words' number as the likely one", () => {
    const readings = [
      reading("PERSONNEL_EXPENSE", 750, { table: "GENERAL_PUBLIC_BASIC" }),
      reading("GENERAL_PUBLIC_BASIC_EXPENDITURE", 600, { table: "GENERAL_PUBLIC_BASIC", subject: "301", start: 5 }),
      reading("GENERAL_PUBLIC_BASIC_EXPENDITURE", 100, { table: "GENERAL_PUBLIC_BASIC", subject: "303", start: 10 }),
      reading("PERSONNEL_EXPENSE", 700, { block: 1 }),
    ];
    const { findings, outcomes } = check({ readings });
    expect(findings).toMatchObject([{ rule: "PERSONNEL_SUM", detail: { cause: "WORDS_FIT", likely: "7000000" } }]);
    expect(outcomes.get("N_BASIC_MATCH")).toBe("PASS");
  });

  it("printed in 元 and called 万元 is one finding", () => {
    const readings = [reading("PERSONNEL_EXPENSE", 31_458_900), reading("PERSONNEL_EXPENSE", 3146, { table: "GENERAL_PUBLIC_BASIC" })];
    expect(check({ readings }).findings.map(({ rule }) => rule)).toEqual(["X_UNIT_SCALE"]);
  });

  it("told for two figures by one sentence is one finding about both", () => {
    const readings = [
      reading("REVENUE_TOTAL", 924_260),
      reading("EXPENDITURE_TOTAL", 924_260),
      reading("REVENUE_TOTAL", 944_260, { table: "TOTALS", block: 2 }),
      reading("EXPENDITURE_TOTAL", 944_260, { table: "TOTALS", block: 2 }),
    ];
    const { findings } = checkRule("N_TOTALS_MATCH", { readings });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.figures.map(({ measure }) => measure)).toEqual(["REVENUE_TOTAL", "EXPENDITURE_TOTAL"]);
  });
});

describe("subjects", () => {
  it("without a code stand below the subject that their key names", () => {
    const row = (subject: string | undefined, amount: number) =>
      reading("GENERAL_PUBLIC_EXPENDITURE", amount, { table: "GENERAL_PUBLIC", ...(subject === undefined ? {} : { subject }) });
    const rows = (total: number) => [
      row(undefined, total),
      row("204", 300),
      row("20406", 300),
      row("2040601", 200),
      row("20406:新设事项", 100),
    ];
    expect(checkRule("SUBJECT_TREE_BY_BUDGET", { readings: rows(300) }).outcome).toBe("PASS");
    expect(checkRule("SUBJECT_TREE_BY_BUDGET", { readings: rows(400) }).findings).toHaveLength(1);
  });

  it("with two numbers in one table have no sum to compare", () => {
    const row = (subject: string, amount: number) => reading("GENERAL_PUBLIC_EXPENDITURE", amount, { table: "GENERAL_PUBLIC", subject });
    expect(checkRule("SUBJECT_TREE_BY_BUDGET", { readings: [row("204", 300), row("2040601", 100), row("2040601", 200)] }).outcome).toBe(
      "NOT_CHECKABLE",
    );
  });
});

describe("a unit with a deficit", () => {
  it("closes a year and opens the next below zero, and spends nothing less than nothing", () => {
    const carried = [reading("OPENING_CARRYOVER", -500), reading("CLOSING_CARRYOVER", -200)];
    const negative = (readings: typeof carried) => check({ readings }).findings.filter(({ rule }) => rule === "X_NEGATIVE").length;
    expect([negative(carried), negative([...carried, reading("PROJECT_EXPENDITURE", -1)])]).toEqual([0, 1]);
  });
});

describe("names", () => {
  it.each([
    { said: "示例市直工委", outcome: "PASS" },
    { said: "示例市民政局", outcome: "FAIL" },
  ])("$said beside 中共示例市直属机关工作委员会: $outcome", ({ said, outcome }) => {
    const lines = [
      "单位名称：中共示例市直属机关工作委员会",
      "2023年度部门决算",
      "一、机关运行经费支出情况说明",
      `${said}2023年度机关运行经费支出10万元。`,
    ];
    const doc = { format: "TEXT" as const, blocks: lines.map((text) => ({ kind: "PARAGRAPH" as const, text })), messages: [] };
    expect(checkDisclosure(parseDisclosure(doc), doc).outcomes.get("UNIT_NAME_CONSISTENT")).toBe(outcome);
  });
});
