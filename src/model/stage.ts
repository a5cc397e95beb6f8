/**
 * The stage of a figure: which of the year's numbers it is. A stage names the year it is about relative to the disclosure's own, so that
 * "last year's final accounts, as told this year" (上年决算) never mixes with last year's own publication.
 */
export const STAGES = {
  INITIAL_BUDGET: { id: 1, name: "年初预算", nameEn: "Initial budget" },
  ADJUSTED_BUDGET: { id: 2, name: "全年（调整）预算", nameEn: "Adjusted budget" },
  FINAL: { id: 3, name: "决算", nameEn: "Final accounts" },
  PRIOR_FINAL: { id: 4, name: "上年决算", nameEn: "Final accounts of the prior year, as told in this document" },
  PRIOR_BUDGET: { id: 5, name: "上年预算", nameEn: "Budget of the prior year, as told in this document" },
  PRIOR_EXECUTION: { id: 6, name: "上年预算执行数", nameEn: "Expected execution of the prior year, as told in a budget" },
} as const satisfies Record<string, { id: number; name: string; nameEn: string }>;

export type Stage = keyof typeof STAGES;

export const STAGE_CODES = Object.keys(STAGES) as Stage[];
const byId = new Map<number, Stage>(STAGE_CODES.map((code) => [STAGES[code].id, code]));

/** The stage with a stored id; undefined for an id that no release has used. */
export const stageById = (id: number): Stage | undefined => byId.get(id);
