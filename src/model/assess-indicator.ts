import type { Comparator, Indicator } from "./disclosure";

export interface Assessment {
  /** Whether the target was met; null where it cannot be told from what is printed. */
  readonly met: boolean | null;
  /** Hundredths of a percent: actual over target, or target over actual where less is better; null where either is no number. */
  readonly achievement: number | null;
}

const HOLDS: Readonly<Record<Comparator, (actual: number, target: number) => boolean>> = {
  GE: (actual, target) => actual >= target,
  LE: (actual, target) => actual <= target,
  EQ: (actual, target) => actual === target,
  GT: (actual, target) => actual > target,
  LT: (actual, target) => actual < target,
};

type Assessed = Pick<Indicator, "direction" | "comparator" | "target" | "actual" | "targetValue" | "actualValue">;

/** 完成情况: judges an indicator by its own target, never by its score. */
export function assessIndicator(indicator: Assessed): Assessment {
  const { targetValue, actualValue, target, actual } = indicator;
  if (targetValue === undefined || actualValue === undefined) {
    const sameWords = actual !== undefined && target !== "" && target.trim() === actual.trim();
    return { met: sameWords ? true : null, achievement: null };
  }
  const comparator =
    indicator.comparator ?? (indicator.direction === "POSITIVE" ? "GE" : indicator.direction === "NEGATIVE" ? "LE" : undefined);
  if (!comparator) return { met: null, achievement: null };
  const lessIsBetter = comparator === "LE" || comparator === "LT";
  return {
    met: HOLDS[comparator](actualValue, targetValue),
    achievement: lessIsBetter ? hundredthsOfPercent(targetValue, actualValue) : hundredthsOfPercent(actualValue, targetValue),
  };
}

const LARGEST = 2_000_000_000;

/** part ÷ whole in hundredths of a percent, rounded half up; null on a zero or negative whole. */
function hundredthsOfPercent(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  const value = Number((BigInt(part) * 20_000n + BigInt(whole)) / (BigInt(whole) * 2n));
  return value <= LARGEST ? value : null;
}
