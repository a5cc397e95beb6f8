import type { RelatedFigures } from "../../../src/model/related-disclosures";
import type { Disclosure } from "../../../src/model/disclosure";
import type { Table } from "../../../src/model/extracted-document";
import type { MeasureCode } from "../../../src/model/measures";
import type { Stage } from "../../../src/model/stage";
import { reading, STEP } from "../check-fixtures";
import type { RuleCases } from "./rule-case";

/** Another document with its figures, in hundredths of 万元 or counts. */
export function related(
  header: Partial<RelatedFigures["header"]>,
  figures: readonly (readonly [MeasureCode, Stage, number])[],
): RelatedFigures {
  return {
    header: { unitName: "示例市司法局", year: 2022, kind: "FINAL_ACCOUNTS", scope: "UNIT", ...header },
    figure: ({ measure, subject, stage }) => {
      const found = figures.find(([code, at]) => subject === undefined && code === measure && at === stage);
      return found === undefined ? undefined : { value: found[2] * STEP, step: STEP };
    },
  };
}

const prior = (amount: number) =>
  reading("AGENCY_OPERATING_EXPENSE", amount, { stage: "PRIOR_FINAL", derivation: "CURRENT_MINUS_CHANGE", step: 2 * STEP });
const lastYear = related({}, [
  ["AGENCY_OPERATING_EXPENSE", "FINAL", 47_863],
  ["CLOSING_CARRYOVER", "FINAL", 5534],
]);
const spring = related({ year: 2023, kind: "BUDGET" }, [["EXPENDITURE_TOTAL", "INITIAL_BUDGET", 875_866]]);
const department = { header: { scope: "DEPARTMENT" } } as const;
const member = (name: string, amount: number) => related({ unitName: name, year: 2023 }, [["THREE_PUBLIC_TOTAL", "FINAL", amount]]);
const listed = (...names: string[]): Disclosure["profile"]["memberUnits"] =>
  names.map((name) => ({ name, citation: { block: 1, start: 0, end: 1 } }));

const row = (code: string, name: string): Table => ({
  kind: "TABLE",
  rows: [[code, name, "12.00"].map((text, column) => ({ text, column, columnSpan: 1, rowSpan: 1 }))],
});
const coded = (code: string, name: string) => ({
  blocks: [row(code, name)],
  readings: [
    {
      ...reading("GENERAL_PUBLIC_EXPENDITURE", 1200, { table: "GENERAL_PUBLIC", subject: code }),
      citation: { block: 0, row: 0, cell: 2, start: 0, end: 5 },
    },
  ],
});
const told = (subject: string) => reading("GENERAL_PUBLIC_EXPENDITURE", 2000, { section: "GENERAL_PUBLIC", subject });
const printed = (subject: string) => reading("GENERAL_PUBLIC_EXPENDITURE", 2000, { table: "GENERAL_PUBLIC", subject });

export const ACROSS_CASES: RuleCases = {
  PRIOR_YEAR_MATCH: {
    holds: { readings: [prior(47_863)], related: { priorYear: lastYear } },
    fails: { readings: [prior(46_863)], related: { priorYear: lastYear } },
    finding: { published: 468_630_000, recomputed: 478_630_000, detail: { otherYear: "2022", otherUnit: "示例市司法局" } },
    cannotTell: { readings: [prior(47_863)] },
  },
  OPENING_EQ_PRIOR_CLOSING: {
    holds: { readings: [reading("OPENING_CARRYOVER", 5534)], related: { priorYear: lastYear } },
    fails: { readings: [reading("OPENING_CARRYOVER", 4914)], related: { priorYear: lastYear } },
    cannotTell: { readings: [reading("OPENING_CARRYOVER", 5534)] },
  },
  INITIAL_EQ_PUBLISHED_BUDGET: {
    holds: { readings: [reading("EXPENDITURE_TOTAL", 875_866, { stage: "INITIAL_BUDGET" })], related: { sameYearBudget: spring } },
    fails: { readings: [reading("EXPENDITURE_TOTAL", 885_866, { stage: "INITIAL_BUDGET" })], related: { sameYearBudget: spring } },
    cannotTell: { readings: [reading("EXPENDITURE_TOTAL", 875_866, { stage: "INITIAL_BUDGET" })] },
  },
  BUDGET_PRIOR_EXECUTION: {
    holds: {
      kind: "BUDGET",
      readings: [reading("AGENCY_OPERATING_EXPENSE", 47_000, { stage: "PRIOR_EXECUTION" })],
      related: { priorFinalAccounts: lastYear },
    },
    fails: {
      kind: "BUDGET",
      readings: [reading("AGENCY_OPERATING_EXPENSE", 87_000, { stage: "PRIOR_EXECUTION" })],
      related: { priorFinalAccounts: lastYear },
    },
    cannotTell: { kind: "BUDGET", readings: [reading("AGENCY_OPERATING_EXPENSE", 47_000, { stage: "PRIOR_EXECUTION" })] },
  },
  DEPARTMENT_EQ_SUM_OF_UNITS: {
    holds: {
      ...department,
      profile: { memberUnits: listed("示例市司法局（本级）", "示例市法律援助中心") },
      readings: [reading("THREE_PUBLIC_TOTAL", 4000)],
      related: { memberUnits: [member("示例市司法局", 3000), member("示例市法律援助中心", 1000)] },
    },
    fails: {
      ...department,
      profile: { memberUnits: listed("示例市司法局（本级）", "示例市法律援助中心") },
      readings: [reading("THREE_PUBLIC_TOTAL", 3500)],
      related: { memberUnits: [member("示例市司法局", 3000), member("示例市法律援助中心", 1000)] },
    },
    finding: { published: 35_000_000, recomputed: 40_000_000 },
    cannotTell: { ...department, readings: [reading("THREE_PUBLIC_TOTAL", 4000)] },
  },
  DEPARTMENT_UNIT_LIST: {
    holds: { ...department, profile: { memberUnitCount: 2, memberUnits: listed("甲中心", "乙中心") } },
    fails: { ...department, profile: { memberUnitCount: 3, memberUnits: listed("甲中心", "乙中心") } },
    finding: { published: 3, recomputed: 2 },
    cannotTell: { ...department, profile: { memberUnits: listed("甲中心") } },
  },
  SUBJECT_CODE_NAME_YEAR: {
    holds: coded("2040605", "普法宣传"),
    fails: coded("2040605", "社区矫正"),
    finding: { detail: { code: "2040605", name: "普法宣传", words: "社区矫正", table: "GENERAL_PUBLIC" } },
    cannotTell: { readings: [reading("GENERAL_PUBLIC_EXPENDITURE", 1200, { table: "GENERAL_PUBLIC", subject: "2040605" })] },
  },
  SUBJECT_NAME_MATCH: {
    holds: { readings: [told("2040605"), printed("2040605")] },
    fails: { readings: [told("2040610"), printed("2040605")] },
    finding: { published: 20_000_000 },
    cannotTell: { readings: [printed("2040605")] },
  },
};
