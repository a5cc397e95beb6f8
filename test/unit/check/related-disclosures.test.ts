import { checkRelated } from "../../../src/check/check-related";
import { relatedFiguresOf } from "../../../src/model/related-disclosures";
import type { RelatedDisclosures } from "../../../src/model/related-disclosures";
import { RELATED_RULES } from "../../../src/check/rule-list";
import { blocksOfText } from "../../../src/extract/extract-text";
import type { Disclosure } from "../../../src/model/disclosure";
import { parseDisclosure } from "../../../src/parse/parse-disclosure";
import { addUnitYears } from "../../support/disclosure-generator/add-unit-years";
import { generateDisclosure, type DisclosureRequest } from "../../support/disclosure-generator/generate-disclosure";
import {
  YUNXI_FINANCE,
  YUNXI_JUSTICE_DEPARTMENT,
  YUNXI_JUSTICE_OWN,
  YUNXI_LEGAL_AID,
  type SampleUnit,
} from "../../support/disclosure-generator/sample-units";
import { simulateUnit } from "../../support/disclosure-generator/simulate-unit";
import type { UnitIdentity } from "../../support/disclosure-generator/unit-identity";
import type { UnitYear } from "../../support/disclosure-generator/unit-year";
import { writeText } from "../../support/disclosure-generator/write-text";

function disclose(unit: UnitIdentity, years: readonly UnitYear[], year: number, more: Partial<DisclosureRequest> = {}): Disclosure {
  const [prior, current] = [years.find((one) => one.year === year - 1), years.find((one) => one.year === year)];
  if (prior === undefined || current === undefined) throw new Error(`no year ${year}`);
  const { blocks } = generateDisclosure({ unit, kind: "FINAL_ACCOUNTS", year: current, prior, ...more });
  return parseDisclosure({ format: "TEXT", blocks: blocksOfText(writeText(blocks)), messages: [] });
}

const yearsOf = ({ profile }: SampleUnit): UnitYear[] => simulateUnit(profile, 2024);
const finance = yearsOf(YUNXI_FINANCE);
const own = disclose(YUNXI_FINANCE.identity, finance, 2024);
const check = (disclosure: Disclosure, related: Partial<RelatedDisclosures>) => checkRelated(disclosure, { memberUnits: [], ...related });
const outcomesOf = (disclosure: Disclosure, related: Partial<RelatedDisclosures>) =>
  Object.fromEntries(check(disclosure, related).outcomes);

describe("final accounts beside the documents of their unit", () => {
  const priorYear = relatedFiguresOf(disclose(YUNXI_FINANCE.identity, finance, 2023));
  const sameYearBudget = relatedFiguresOf(disclose(YUNXI_FINANCE.identity, finance, 2024, { kind: "BUDGET", tableUnit: "元" }));

  it("agree where they are consistent", () => {
    const { findings } = check(own, { priorYear, sameYearBudget });
    expect(findings).toEqual([]);
    expect(outcomesOf(own, { priorYear, sameYearBudget })).toMatchObject({
      PRIOR_YEAR_MATCH: "PASS",
      OPENING_EQ_PRIOR_CLOSING: "PASS",
      INITIAL_EQ_PUBLISHED_BUDGET: "PASS",
    });
  });

  it("cannot be held against what is missing, and can once it arrives", () => {
    expect(outcomesOf(own, {})).toMatchObject({ PRIOR_YEAR_MATCH: "NOT_CHECKABLE", INITIAL_EQ_PUBLISHED_BUDGET: "NOT_CHECKABLE" });
    expect(outcomesOf(own, { priorYear })).toMatchObject({ PRIOR_YEAR_MATCH: "PASS", INITIAL_EQ_PUBLISHED_BUDGET: "NOT_CHECKABLE" });
  });

  it("are told where another document published another number", () => {
    const shifted = { ...priorYear, figure: (address: Parameters<typeof priorYear.figure>[0]) => shift(priorYear.figure(address)) };
    const shift = (figure: ReturnType<typeof priorYear.figure>) =>
      figure === undefined || figure.value === 0 ? figure : { ...figure, value: figure.value + 70_000_000 };
    const { findings, outcomes } = check(own, { priorYear: shifted });
    expect(outcomes.get("PRIOR_YEAR_MATCH")).toBe("FAIL");
    expect(findings.find(({ rule }) => rule === "PRIOR_YEAR_MATCH")?.citations.length).toBeGreaterThan(0);
  });

  it("answer for every rule that needs other documents, and for no other", () => {
    expect([...check(own, {}).outcomes.keys()]).toEqual(RELATED_RULES.map(({ code }) => code));
  });
});

describe("a department beside its units", () => {
  const units = [YUNXI_JUSTICE_OWN, YUNXI_LEGAL_AID];
  const years = units.map(yearsOf);
  const summed = (years[0] ?? []).map((year, at) => addUnitYears([year, years[1]?.[at]].filter((one) => one !== undefined)));
  const department = disclose(YUNXI_JUSTICE_DEPARTMENT, summed, 2024);
  const memberUnits = units.map(({ identity }, at) => relatedFiguresOf(disclose(identity, years[at] ?? [], 2024)));

  it("is their sum", () => {
    const { findings, outcomes } = check(department, { memberUnits });
    expect(findings).toEqual([]);
    expect([outcomes.get("DEPARTMENT_EQ_SUM_OF_UNITS"), outcomes.get("DEPARTMENT_UNIT_LIST")]).toEqual(["PASS", "PASS"]);
  });

  it("is never less than one of them", () => {
    const giant = {
      header: { unitName: "云溪市法律援助中心（示例）", year: 2024, kind: "FINAL_ACCOUNTS", scope: "UNIT" } as const,
      figure: () => ({ value: 900_000_000_000, step: 10_000 }),
    };
    const { findings } = check(department, { memberUnits: [giant] });
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(["DEPARTMENT_EQ_SUM_OF_UNITS"]));
  });
});

describe("figures for other documents", () => {
  it("are those that were printed", () => {
    const { readings } = own;
    const derived = readings.find(({ derivation, stage }) => derivation !== undefined && stage === "PRIOR_FINAL");
    expect(derived === undefined ? "none" : relatedFiguresOf(own).figure(derived)).toBeUndefined();
    const total = readings.find(({ measure, stage }) => measure === "EXPENDITURE_TOTAL" && stage === "FINAL");
    expect(relatedFiguresOf(own).figure({ measure: "EXPENDITURE_TOTAL", stage: "FINAL" })?.value).toBe(total?.value);
  });
});
