import { RULES } from "../../../src/check/rule-list";
import { checkRule } from "../../support/check-fixtures";
import { ACROSS_CASES } from "../../support/rule-cases/across-cases";
import { COMPLETENESS_CASES } from "../../support/rule-cases/completeness-cases";
import { COUNT_CASES } from "../../support/rule-cases/count-cases";
import { NARRATIVE_CASES } from "../../support/rule-cases/narrative-cases";
import { PERFORMANCE_CASES } from "../../support/rule-cases/performance-cases";
import { PLAUSIBILITY_CASES } from "../../support/rule-cases/plausibility-cases";
import { RATE_CASES } from "../../support/rule-cases/rate-cases";
import type { RuleCase, RuleCases } from "../../support/rule-cases/rule-case";
import { TABLE_CASES } from "../../support/rule-cases/table-cases";

const CASES: RuleCases = {
  ...TABLE_CASES,
  ...NARRATIVE_CASES,
  ...RATE_CASES,
  ...COUNT_CASES,
  ...PERFORMANCE_CASES,
  ...ACROSS_CASES,
  ...COMPLETENESS_CASES,
  ...PLAUSIBILITY_CASES,
};

describe.each(Object.entries(CASES))("%s", (code: string, ruleCase: RuleCase) => {
  it("holds", () => {
    expect(checkRule(code, ruleCase.holds)).toEqual({ outcome: "PASS", findings: [] });
  });

  it("fails", () => {
    const { outcome, findings } = checkRule(code, ruleCase.fails);
    expect(outcome).toBe("FAIL");
    expect(findings).toHaveLength(ruleCase.count ?? 1);
    expect(findings[0]).toMatchObject({ rule: code, ...ruleCase.finding });
  });

  it("cannot be told", () => {
    expect(checkRule(code, ruleCase.cannotTell)).toEqual({ outcome: ruleCase.then ?? "NOT_CHECKABLE", findings: [] });
  });
});

describe("the catalogue", () => {
  const declared = RULES.filter(({ equations, trees, twins }) => equations ?? trees ?? twins).map(({ code }) => code);

  it("has the three tests of every rule: by its declaration or by a case", () => {
    expect([...declared, ...Object.keys(CASES)].sort()).toEqual(RULES.map(({ code }) => code).sort());
  });

  it("has at least 110 rules, each code once, in every family", () => {
    expect(RULES.length).toBeGreaterThanOrEqual(110);
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
    expect(new Set(RULES.map(({ category }) => category)).size).toBe(10);
  });

  it("names every rule in both languages, and says its relation in the terms of the documents", () => {
    for (const { code, title, titleZh, identity, sentence } of RULES) {
      expect([code, /\p{Script=Han}/u.test(titleZh), /\p{Script=Han}/u.test(identity), title.length > 10]).toEqual([
        code,
        true,
        true,
        true,
      ]);
      expect([code, sentence.en !== "", sentence.zh !== ""]).toEqual([code, true, true]);
    }
  });
});
