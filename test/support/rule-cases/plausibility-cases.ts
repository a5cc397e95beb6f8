import { reading, relation } from "../check-fixtures";
import { project } from "../project-fixtures";
import type { RuleCases } from "./rule-case";

const twice = (inWords: number, inTable: number) => ({
  readings: [reading("EXPENDITURE_TOTAL", inWords), reading("EXPENDITURE_TOTAL", inTable, { table: "TOTALS" })],
});
const alone = { readings: [reading("EXPENDITURE_TOTAL", 942_260)] };

export const PLAUSIBILITY_CASES: RuleCases = {
  X_UNIT_SCALE: {
    holds: twice(942_260, 942_260),
    fails: twice(94, 942_260),
    finding: { published: 940_000, recomputed: 9_422_600_000 },
    cannotTell: alone,
  },
  X_DIGIT_SLIP: {
    holds: twice(942_260, 942_260),
    fails: twice(924_260, 942_260),
    finding: { detail: { section: "NARRATIVE", otherTable: "TOTALS", cause: "DIGITS_SWAPPED", likely: "9422600000" } },
    cannotTell: alone,
  },
  X_NEGATIVE: {
    holds: { readings: [reading("OFFICIAL_RECEPTION", 41)] },
    fails: { readings: [reading("OFFICIAL_RECEPTION", -41)] },
    finding: { published: -410_000 },
    cannotTell: {},
  },
  X_GROWTH_EXTREME: {
    holds: { relations: [relation("CHANGE_RATE", "OFFICIAL_RECEPTION", 13_946)] },
    fails: { relations: [relation("CHANGE_RATE", "OFFICIAL_RECEPTION", -13_500)] },
    finding: { published: -1_350_000 },
    cannotTell: {},
  },
  X_ADJUSTMENT_RATE: {
    holds: { projects: [project({ total: { initial: 10_000, adjusted: 12_000 } })] },
    fails: { projects: [project({ total: { initial: 10_000, adjusted: 13_810 } })] },
    finding: { published: 381_000, project: 0 },
    cannotTell: { projects: [project({ total: { adjusted: 13_810 } })] },
  },
};
