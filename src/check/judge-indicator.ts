import { assessIndicator } from "../model/assess-indicator";
import type { Indicator, Project } from "../model/disclosure";
import type { Span } from "../model/extracted-document";
import type { Facts } from "./facts";
import { projectFinding, slackOfScore, totalRow } from "./judge-project";
import { FAR_ABOVE_TARGET } from "./plausibility-bands";
import type { Answer } from "./rule";

const MILLION = 1_000_000;

/** Runs a check over every indicator of every project. */
export function* eachIndicator(
  facts: Facts,
  judge: (indicator: Indicator, project: Project, facts: Facts) => IndicatorAnswer,
): Generator<Answer> {
  for (const [at, project] of facts.disclosure.projects.entries()) {
    for (const [index, indicator] of project.indicators.entries()) {
      const answer = judge(indicator, project, facts);
      yield typeof answer === "string" ? answer : { ...findingOf(project, indicator, answer), project: at, indicator: index };
    }
  }
}

type IndicatorAnswer =
  | Exclude<Answer, object>
  | {
      readonly published?: number | null;
      readonly recomputed?: number | null;
      readonly tolerance?: number | null;
      readonly valueKind?: "SCORE" | "MONEY";
      readonly detail?: Readonly<Record<string, string>>;
      readonly citations?: readonly Span[];
    };

function findingOf(project: Project, indicator: Indicator, answer: Exclude<IndicatorAnswer, string>) {
  const { published = null, recomputed = null, tolerance = null, valueKind = "NONE", detail = {}, citations = [] } = answer;
  const told = {
    indicatorName: indicator.name,
    target: `${COMPARATORS[indicator.comparator ?? ""] ?? ""}${indicator.target}${indicator.measurementUnit ?? ""}`,
    actual: `${indicator.actual ?? ""}${indicator.measurementUnit ?? ""}`,
    ...detail,
  };
  return projectFinding(project, valueKind, { published, recomputed, tolerance }, told, [indicator.citation, ...citations]);
}

const COMPARATORS: Readonly<Record<string, string>> = { GE: "≥", LE: "≤", EQ: "=", GT: ">", LT: "<" };

const isMissed = (indicator: Indicator): boolean => assessIndicator(indicator).met === false;

/** A missed target with the full weight. */
export function judgeFullMarks(indicator: Indicator): IndicatorAnswer {
  const { weight, score } = indicator;
  if (indicator.actual === undefined) return "DOES_NOT_APPLY";
  if (weight === undefined || score === undefined || assessIndicator(indicator).met === null) return "CANNOT_TELL";
  if (!isMissed(indicator) || weight.value === 0 || score.value < weight.value) return "HOLDS";
  return { valueKind: "SCORE", published: score.value, citations: [score.citation] };
}

/** A missed target, or marks taken off, and no reason. */
export function judgeMissingReason(indicator: Indicator, project: Project, facts: Facts): IndicatorAnswer {
  const { weight, score } = indicator;
  if (indicator.actual === undefined) return "DOES_NOT_APPLY";
  const lost = weight !== undefined && score !== undefined && score.value < weight.value;
  if (!isMissed(indicator) && !lost) return "HOLDS";
  if (indicator.reason !== undefined && /[\p{L}\p{N}]/u.test(indicator.reason)) return "HOLDS";
  if (!hasReasonColumn(project, facts)) return "CANNOT_TELL";
  return {};
}

/** Whether the table asks for reasons at all. */
function hasReasonColumn(project: Project, facts: Facts): boolean {
  const table = facts.document.blocks[project.tableBlock ?? -1];
  if (table?.kind !== "TABLE") return project.indicators.some(({ reason }) => reason !== undefined && reason !== "");
  return table.rows.some((row) => row.some(({ text }) => /偏差|未完成原因|原因分析/.test(text)));
}

/** A missed target in numbers: the score is at most the proportion reached. */
export function judgeProportion(indicator: Indicator): IndicatorAnswer {
  const { weight, score } = indicator;
  const { met, achievement } = assessIndicator(indicator);
  if (indicator.actual === undefined) return "DOES_NOT_APPLY";
  if (weight === undefined || score === undefined || achievement === null) return "CANNOT_TELL";
  // Full marks are P_MISSED_FULL_MARKS.
  if (met !== false || score.value >= weight.value) return "HOLDS";
  const proportion = Number((BigInt(weight.value) * BigInt(Math.max(0, achievement)) + 5_000n) / 10_000n);
  const tolerance = Math.ceil((slackOfScore(score) + slackOfActual(indicator, weight.value)) / 2);
  if (score.value <= proportion + tolerance) return "HOLDS";
  return { valueKind: "SCORE", published: score.value, recomputed: proportion, tolerance, citations: [score.citation] };
}

/** What the decimals of an actual value leave open, in marks; a whole number is a count and exact. */
function slackOfActual({ actual = "", targetValue = 0 }: Indicator, weight: number): number {
  const decimals = /\.(\d+)/.exec(actual)?.[1]?.length ?? 0;
  return decimals === 0 || targetValue <= 0 ? 0 : (weight * (MILLION / 10 ** decimals)) / targetValue;
}

export function judgeOperator({ direction, comparator }: Indicator): IndicatorAnswer {
  if (comparator === undefined || direction === undefined || direction === "QUALITATIVE") return "DOES_NOT_APPLY";
  const wrong = direction === "POSITIVE" ? comparator === "LE" || comparator === "LT" : comparator === "GE" || comparator === "GT";
  return wrong ? { detail: { directionZh: direction === "POSITIVE" ? "正向" : "反向" } } : "HOLDS";
}

/** ≥ 0, ≤ 100 %, or no later than the year itself or one after it: nothing can miss it. */
export function judgeBound(indicator: Indicator, _project: Project, facts: Facts): IndicatorAnswer {
  const { comparator, targetValue, measurementUnit = "", target } = indicator;
  if (comparator === undefined || targetValue === undefined) return "DOES_NOT_APPLY";
  const isPercent = /[%％]/.test(measurementUnit + target) || measurementUnit === "百分比";
  if (comparator === "GE" && targetValue === 0) return { detail: { bound: "ZERO" } };
  if (comparator === "LE" && isPercent && targetValue >= 100 * MILLION) return { detail: { bound: "WHOLE" } };
  if (comparator === "LE" && measurementUnit === "年" && isYearFrom(facts.year, targetValue)) return { detail: { bound: "YEAR" } };
  return "HOLDS";
}

/** A small number of 年 is a duration. */
const isYearFrom = (year: number, millionths: number): boolean => millionths >= year * MILLION && millionths < (year + 10) * MILLION;

/** Half as much again as the target, or more than all of it. */
export function judgeOverachievement(indicator: Indicator): IndicatorAnswer {
  const { comparator, direction, targetValue, actualValue, measurementUnit = "" } = indicator;
  const more = comparator === "GE" || comparator === "GT" || (comparator === undefined && direction === "POSITIVE");
  if (!more || targetValue === undefined || actualValue === undefined) return "DOES_NOT_APPLY";
  if (/[%％]/.test(measurementUnit) && targetValue <= 100 * MILLION && actualValue > 100 * MILLION)
    return { detail: { reached: "ABOVE_WHOLE" } };
  const { achievement } = assessIndicator(indicator);
  if (achievement === null) return "DOES_NOT_APPLY";
  return achievement > FAR_ABOVE_TARGET ? { detail: { reached: "FAR_ABOVE", percent: `${Math.round(achievement / 100)}%` } } : "HOLDS";
}

const MONEY_UNITS: Readonly<Record<string, number>> = { 元: 100, 万元: 1_000_000, 万: 1_000_000, 亿元: 10_000_000_000 };

/** A cost indicator whose target is the project's budget: what was spent is what was executed. */
export function judgeActualFunds(indicator: Indicator, project: Project): IndicatorAnswer {
  const unit = MONEY_UNITS[indicator.measurementUnit ?? ""];
  const total = totalRow(project);
  const { targetValue, actualValue } = indicator;
  if (unit === undefined || total?.executed === undefined || targetValue === undefined || actualValue === undefined)
    return "DOES_NOT_APPLY";
  const money = (value: number): number => Number((BigInt(value) * BigInt(unit)) / BigInt(MILLION));
  const budgets = [total.initialBudget, total.adjustedBudget].flatMap((one) => one ?? []);
  const isWhole = budgets.some((budget) => budget.value !== 0 && Math.abs(money(targetValue) - budget.value) <= Math.max(budget.step, 1));
  if (!isWhole) return "DOES_NOT_APPLY";
  const actual = money(actualValue);
  // A target of money may be printed in whole 万元 where the funds have decimals.
  const tolerance = Math.max(total.executed.step, printedStep(indicator.actual ?? "", unit));
  if (Math.abs(actual - total.executed.value) <= tolerance) return "HOLDS";
  return { valueKind: "MONEY", published: actual, recomputed: total.executed.value, tolerance, citations: [total.executed.citation] };
}

const printedStep = (printed: string, unit: number): number => unit / 10 ** (/\.(\d+)/.exec(printed)?.[1]?.length ?? 0);

const APART = /(?:超出|超过|高于|低于|少于|未达|相差)[^0-9，。；]{0,10}(\d+(?:\.\d+)?)\s*(万元|万|元|个|次|人|%|％)?/;
const COUNTS = /应[^0-9，。；]{0,8}(\d+)[^0-9，。；]{0,6}[，、,]?[^0-9，。；]{0,8}实[^0-9，。；]{0,8}(\d+)/;

/** What the reason counts is what the actual value says: a difference from the target, or a ratio of two counts. */
export function judgeReason(indicator: Indicator): IndicatorAnswer {
  const { reason, targetValue, actualValue, measurementUnit = "" } = indicator;
  if (reason === undefined || targetValue === undefined || actualValue === undefined) return "DOES_NOT_APPLY";
  const apart = APART.exec(reason);
  if (apart?.[1] !== undefined && sameUnit(apart[2], measurementUnit)) {
    const told = millionths(apart[1]);
    const step = MILLION / 10 ** (apart[1].split(".")[1]?.length ?? 0);
    // 未达3次 may name the target itself, 超过30% the rate: only a number of the size of the difference is one.
    if (told === targetValue || told === actualValue) return "DOES_NOT_APPLY";
    const difference = Math.abs(actualValue - targetValue);
    if (Math.abs(told - difference) <= step) return "HOLDS";
    return difference > 0 && told < difference * 3 && difference < told * 3 ? { detail: { told: apart[0] } } : "DOES_NOT_APPLY";
  }
  const counts = COUNTS.exec(reason);
  const whole = Number(counts?.[1] ?? "0");
  if (!/[%％]/.test(measurementUnit) || whole === 0) return "DOES_NOT_APPLY";
  const ratio = (Number(counts?.[2] ?? "0") * 100 * MILLION) / whole;
  return Math.abs(ratio - actualValue) <= MILLION ? "HOLDS" : { detail: { told: counts?.[0] ?? "" } };
}

const sameUnit = (one: string | undefined, other: string): boolean =>
  one === undefined || one.replace("元", "") === other.replace("元", "") || one === other;

function millionths(text: string): number {
  const [whole = "0", fraction = ""] = text.split(".");
  return Number(whole) * MILLION + Number(fraction.slice(0, 6).padEnd(6, "0"));
}
