import type { CitedNumber, FundRow, Indicator, Project } from "../../src/model/disclosure";

const MONEY = 10_000;
const CITATION = { block: 9, row: 0, cell: 0, start: 0, end: 1 };

/** Money in hundredths of 万元, scores in hundredths, rates in hundredths of a percent. */
export const cited = (value: number, step: number): CitedNumber => ({
  value: value * (step === MONEY ? MONEY : step === 100 ? 100 : 1),
  step,
  printed: String(value),
  citation: CITATION,
});
export const money = (hundredths: number): CitedNumber => cited(hundredths, MONEY);
/** A score as printed in whole points, or with decimals. */
export const points = (value: number): CitedNumber => ({
  value: Math.round(value * 100),
  step: Number.isInteger(value) ? 100 : 1,
  printed: String(value),
  citation: CITATION,
});
export const percent = (hundredths: number): CitedNumber => ({
  value: hundredths * 100,
  step: 100,
  printed: String(hundredths / 100),
  citation: CITATION,
});

export interface Amounts {
  readonly initial?: number;
  readonly adjusted?: number;
  readonly executed?: number;
  readonly weight?: number;
  readonly rate?: number;
  readonly score?: number;
}

export const fundRow = (source: FundRow["source"], amounts: Amounts): FundRow => ({
  source,
  label: source === "TOTAL" ? "年度资金总额" : source,
  ...(amounts.initial === undefined ? {} : { initialBudget: money(amounts.initial) }),
  ...(amounts.adjusted === undefined ? {} : { adjustedBudget: money(amounts.adjusted) }),
  ...(amounts.executed === undefined ? {} : { executed: money(amounts.executed) }),
  ...(amounts.weight === undefined ? {} : { weight: points(amounts.weight) }),
  ...(amounts.rate === undefined ? {} : { executionRate: percent(amounts.rate) }),
  ...(amounts.score === undefined ? {} : { score: points(amounts.score) }),
});

export interface TestIndicator extends Partial<Omit<Indicator, "weight" | "score" | "targetValue" | "actualValue">> {
  readonly weight?: number;
  readonly score?: number;
}

/** Targets and actual values that are numbers are read as such. */
export function indicator({ weight, score, ...given }: TestIndicator): Indicator {
  const number = (text: string | undefined): number | undefined =>
    text !== undefined && /^\d+(?:\.\d+)?$/.test(text) ? Math.round(Number(text) * 1_000_000) : undefined;
  const { target = "10", actual } = given;
  const [targetValue, actualValue] = [number(target), number(actual)];
  return {
    level1: "产出指标",
    level2: "数量指标",
    name: "培训场次",
    direction: "POSITIVE",
    comparator: "GE",
    measurementUnit: "场",
    citation: CITATION,
    ...given,
    target,
    ...(targetValue === undefined ? {} : { targetValue }),
    ...(actualValue === undefined ? {} : { actualValue }),
    ...(weight === undefined ? {} : { weight: points(weight) }),
    ...(score === undefined ? {} : { score: points(score) }),
  };
}

export interface TestProject extends Partial<Omit<Project, "funds" | "totalScore" | "totalWeight">> {
  readonly total?: Amounts;
  readonly rows?: readonly FundRow[];
  readonly totalScore?: number;
  readonly totalWeight?: number;
}

export const project = ({ total, rows = [], totalScore, totalWeight, ...given }: TestProject): Project => ({
  name: "普法宣传项目",
  indicators: [],
  citations: [CITATION],
  ...given,
  funds: [...(total === undefined ? [] : [fundRow("TOTAL", total)]), ...rows],
  ...(totalScore === undefined ? {} : { totalScore: points(totalScore) }),
  ...(totalWeight === undefined ? {} : { totalWeight: points(totalWeight) }),
});
