import { printDecimal, printValue } from "../../../src/check/print-value";
import { tellFinding } from "../../../src/check/tell-finding";
import { CAUSES } from "../../../src/check/cause";
import { RULES } from "../../../src/check/rule-list";
import { check, reading, relation } from "../../support/check-fixtures";
import { ACROSS_CASES } from "../../support/rule-cases/across-cases";
import { COMPLETENESS_CASES } from "../../support/rule-cases/completeness-cases";
import { COUNT_CASES } from "../../support/rule-cases/count-cases";
import { NARRATIVE_CASES } from "../../support/rule-cases/narrative-cases";
import { PERFORMANCE_CASES } from "../../support/rule-cases/performance-cases";
import { PLAUSIBILITY_CASES } from "../../support/rule-cases/plausibility-cases";
import { RATE_CASES } from "../../support/rule-cases/rate-cases";
import { TABLE_CASES } from "../../support/rule-cases/table-cases";

describe("values", () => {
  it.each([
    ["MONEY", 57_594_300_000, "57,594.30 万元", "57,594.30万元"],
    ["MONEY", -1_798_500, "-1.7985 万元", "-1.7985万元"],
    ["MONEY", 1, "0.000001 万元", "0.000001万元"],
    ["RATE", 757_800, "75.78%", "75.78%"],
    ["SCORE", 9825, "98.25 points", "98.25分"],
    ["SCORE", 1000, "10 points", "10分"],
    ["COUNT", 20, "20", "20"],
  ] as const)("%s %d", (kind, value, en, zh) => {
    expect([printValue(kind, value, "en"), printValue(kind, value, "zh")]).toEqual([en, zh]);
  });

  it("are exact", () => {
    expect(printDecimal(Number.MAX_SAFE_INTEGER, 6, 2)).toBe("9,007,199,254.740991");
  });
});

describe("sentences", () => {
  const told = (told_: Parameters<typeof check>[0], language: "en" | "zh") =>
    check(told_).findings.map((finding) => tellFinding(finding, language));

  it("tell a sum with its parts", () => {
    const readings = [
      reading("CURRENT_YEAR_EXPENDITURE", 942_260, { table: "EXPENDITURE" }),
      reading("BASIC_EXPENDITURE", 366_317, { table: "EXPENDITURE" }),
      reading("PROJECT_EXPENDITURE", 565_943, { table: "EXPENDITURE" }),
    ];
    expect(told({ readings }, "en")).toEqual([
      "Current-year expenditure is 9,422.60 万元 in the table 支出决算表, but Basic expenditure + Project expenditure make 9,322.60 万元; the difference is 100.00 万元, beyond the 0.015 万元 that printing allows",
    ]);
    expect(told({ readings }, "zh")).toEqual([
      "“支出决算表”中本年支出合计为9,422.60万元，而基本支出＋项目支出合计为9,322.60万元，相差100.00万元，超出印制精度允许的0.015万元",
    ]);
  });

  it("name the tables of a budget as budgets do", () => {
    const readings = [
      reading("REVENUE_TOTAL", 100, { table: "TOTALS", stage: "INITIAL_BUDGET" }),
      reading("EXPENDITURE_TOTAL", 200, { table: "TOTALS", stage: "INITIAL_BUDGET" }),
    ];
    expect(told({ kind: "BUDGET", readings }, "zh")[0]).toContain("“收入支出预算总表”");
  });

  it("tell the cause where the numbers show one", () => {
    const readings = [
      reading("AGENCY_OPERATING_EXPENSE", 3000, { stage: "INITIAL_BUDGET" }),
      reading("AGENCY_OPERATING_EXPENSE", 2900, { stage: "ADJUSTED_BUDGET" }),
      reading("AGENCY_OPERATING_EXPENSE", 2850),
    ];
    expect(told({ readings, relations: [relation("COMPLETION_RATE", "AGENCY_OPERATING_EXPENSE", 9828)] }, "zh")).toEqual([
      "机关运行经费称完成年初预算的98.28%，按该阶段应为95.00%，所列数字与全年（调整）预算相符",
    ]);
  });

  const cases = {
    ...TABLE_CASES,
    ...NARRATIVE_CASES,
    ...RATE_CASES,
    ...COUNT_CASES,
    ...PERFORMANCE_CASES,
    ...ACROSS_CASES,
    ...COMPLETENESS_CASES,
    ...PLAUSIBILITY_CASES,
  };

  it.each(Object.entries(cases))("%s leaves nothing open", (code, { fails }) => {
    const [finding] = check(fails).findings.filter(({ rule }) => rule === code);
    for (const language of ["en", "zh"] as const) {
      const sentence = finding === undefined ? "" : tellFinding(finding, language);
      expect(sentence).not.toMatch(/[{}]|undefined|NaN|nothing|: $|“”/);
      expect(sentence.length).toBeGreaterThan(8);
    }
  });

  it("ask only for what can be filled", () => {
    const known =
      /^(?:published|recomputed|difference|tolerance|figures?|whole|parts|make|beyond|change|otherChange|base|place|otherPlace|cause|subjects|twoSubjects|other|word|value)$/;
    const ofDetail =
      /^(?:words|name|code|project|indicatorName|target|actual|row|told|directionZh|otherYear|otherUnit|listCount|unitCount)$/;
    for (const { code, sentence } of RULES) {
      for (const [, name = ""] of `${sentence.en}${sentence.zh}`.matchAll(/\{([a-zA-Z]+)(?::[a-zA-Z]+)?\}/g)) {
        expect([code, name, known.test(name) || ofDetail.test(name)]).toEqual([code, name, true]);
      }
    }
  });

  it("tell every cause in both languages", () => {
    for (const [en, zh] of Object.values(CAUSES)) expect([/[a-z]/.test(en), /\p{Script=Han}/u.test(zh)]).toEqual([true, true]);
  });

  it("tell a rule of a later release by its code", () => {
    expect(
      tellFinding({ rule: "NOT_YET", valueKind: "NONE", published: null, recomputed: null, tolerance: null, figures: [], detail: {} }),
    ).toBe("NOT_YET");
  });
});
