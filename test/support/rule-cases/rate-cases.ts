import { reading, relation } from "../check-fixtures";
import type { RuleCases } from "./rule-case";

const EXPENSE = "AGENCY_OPERATING_EXPENSE";
const section = { section: "OPERATING_EXPENSE" } as const;
const final = (amount: number) => reading(EXPENSE, amount, section);
const prior = (amount: number) => reading(EXPENSE, amount, { ...section, stage: "PRIOR_FINAL" });
const changed = (amount: number, direction: "INCREASE" | "DECREASE") =>
  relation("CHANGE_AMOUNT", EXPENSE, amount, { ...section, direction, start: 5 });
const grew = (hundredths: number, direction: "INCREASE" | "DECREASE" = "INCREASE") =>
  relation("CHANGE_RATE", EXPENSE, hundredths, { ...section, direction });
const initial = (amount: number) => reading(EXPENSE, amount, { ...section, stage: "INITIAL_BUDGET" });
const adjusted = (amount: number) => reading(EXPENSE, amount, { ...section, stage: "ADJUSTED_BUDGET" });
const completed = (hundredths: number) => relation("COMPLETION_RATE", EXPENSE, hundredths, section);

const whole = { base: { measure: "THREE_PUBLIC_TOTAL" } } as const;
const shares = (travel: number, vehicles: number, reception: number) => [
  relation("SHARE", "OVERSEAS_TRAVEL", travel, { ...whole, start: 11 }),
  relation("SHARE", "OFFICIAL_VEHICLES", vehicles, { ...whole, start: 21 }),
  relation("SHARE", "OFFICIAL_RECEPTION", reception, { ...whole, start: 31 }),
];
const threePublic = (travel: number, vehicles: number, reception: number) => [
  reading("THREE_PUBLIC_TOTAL", travel + vehicles + reception),
  reading("OVERSEAS_TRAVEL", travel, { start: 10 }),
  reading("OFFICIAL_VEHICLES", vehicles, { start: 20 }),
  reading("OFFICIAL_RECEPTION", reception, { start: 30 }),
];

const said = (text: string) =>
  ({
    sections: [{ kind: "OPERATING_EXPENSE", title: "机关运行经费情况说明", from: 0, to: 1 }],
    blocks: [{ kind: "PARAGRAPH", text }],
  }) as const;

export const RATE_CASES: RuleCases = {
  COMPLETION_RATE: {
    holds: { readings: [initial(3000), final(2850)], relations: [completed(9500)] },
    fails: { readings: [initial(3000), final(2850)], relations: [completed(9700)] },
    finding: { published: 970_000, recomputed: 950_000 },
    cannotTell: { readings: [final(2850)], relations: [completed(9700)] },
  },
  COMPLETION_DENOMINATOR: {
    holds: { readings: [initial(3000), adjusted(2900), final(2850)], relations: [completed(9500)] },
    fails: { readings: [initial(3000), adjusted(2900), final(2850)], relations: [completed(9828)] },
    finding: {
      detail: { baseStage: "INITIAL_BUDGET", section: "OPERATING_EXPENSE", cause: "ANOTHER_STAGE", causeStage: "ADJUSTED_BUDGET" },
    },
    cannotTell: { readings: [final(2850)], relations: [completed(9500)] },
  },
  RATE_ON_ZERO_BASE: {
    holds: { readings: [final(2850), prior(2800)], relations: [grew(179)] },
    fails: { readings: [final(41)], relations: [changed(41, "INCREASE"), grew(10_000)] },
    finding: { published: 1_000_000 },
    cannotTell: { readings: [final(41)], relations: [grew(10_000)] },
  },
  SHARE_OF_TOTAL: {
    holds: { readings: threePublic(0, 2887, 41), relations: shares(0, 9860, 140) },
    fails: { readings: threePublic(0, 2887, 41), relations: shares(0, 9250, 140) },
    finding: { published: 925_000 },
    cannotTell: { readings: [reading("OFFICIAL_VEHICLES", 2887)], relations: shares(0, 9860, 140) },
  },
  SHARES_SUM_100: {
    holds: { readings: threePublic(1000, 1000, 1000), relations: shares(3333, 3333, 3333) },
    // Coarse amounts fit every share by itself, and all of them together say that something is left out.
    fails: { readings: threePublic(3, 3, 3), relations: shares(3000, 3000, 3000) },
    finding: { published: 900_000, recomputed: 1_000_000 },
    cannotTell: { readings: threePublic(1000, 1000, 1000), relations: [] },
  },
  SHARE_FORCED_TO_100: {
    holds: { readings: threePublic(10_000, 10_000, 10_000), relations: shares(3333, 3333, 3333) },
    fails: { readings: threePublic(1_000_000, 1_000_000, 1_000_000), relations: shares(3333, 3333, 3334) },
    finding: { published: 333_400, recomputed: 333_333 },
    cannotTell: { readings: threePublic(10_000, 10_000, 10_000), relations: [] },
  },
  GROWTH_RATE: {
    holds: { readings: [final(51_728)], relations: [changed(3865, "INCREASE"), grew(808)] },
    fails: { readings: [final(51_728)], relations: [changed(3865, "INCREASE"), grew(1808)] },
    finding: { published: 180_800 },
    cannotTell: { readings: [final(51_728)], relations: [grew(808)] },
  },
  GROWTH_AMOUNT: {
    holds: { readings: [final(2850), prior(2800)], relations: [changed(50, "INCREASE")] },
    fails: { readings: [final(2850), prior(2800)], relations: [changed(75, "INCREASE")] },
    finding: { published: 750_000, recomputed: 500_000 },
    cannotTell: { readings: [final(2850)], relations: [changed(50, "INCREASE")] },
  },
  DIRECTION_WORD: {
    holds: { readings: [final(2850), prior(2800)], relations: [changed(50, "INCREASE")] },
    fails: { readings: [final(2850), prior(2800)], relations: [changed(-50, "DECREASE")] },
    finding: { detail: { baseStage: "PRIOR_FINAL", section: "OPERATING_EXPENSE", direction: "DECREASE" } },
    cannotTell: { readings: [final(2850)], relations: [changed(-50, "DECREASE")] },
  },
  REASON_PRESENT: {
    holds: {
      ...said("机关运行经费支出28.50万元，比上年增加0.50万元，原因：人员增加。"),
      relations: [changed(50, "INCREASE")],
    },
    fails: {
      ...said("机关运行经费支出28.50万元，比上年增加0.50万元，原因：。"),
      relations: [changed(50, "INCREASE")],
    },
    finding: { published: 500_000 },
    cannotTell: { relations: [changed(50, "INCREASE")] },
  },
};
