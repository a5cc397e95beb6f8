/** A range that a printed number leaves open, in half base units as whole numbers: exact arithmetic without fractions. */
export interface Interval {
  readonly low: bigint;
  readonly high: bigint;
}

/** A number as printed: exact to half of `slack`. */
export function printedInterval(value: number, slack: number): Interval {
  const middle = 2n * BigInt(value);
  return { low: middle - BigInt(slack), high: middle + BigInt(slack) };
}

export const contains = ({ low, high }: Interval, value: bigint): boolean => low <= value && value <= high;

const MILLION = 1_000_000n;

/**
 * Whether rate = part ÷ whole for some values inside the ranges. Rates are in millionths.
 * @returns undefined where the whole may be zero: then any rate may be
 */
export function mayBeRate(rate: Interval, part: Interval, whole: Interval): boolean | undefined {
  if (contains(whole, 0n)) return undefined;
  const corners = [part.low, part.high].flatMap((p) => [whole.low, whole.high].map((w) => quotient(2n * MILLION * p, w)));
  return rate.low <= max(corners.map(({ up }) => up)) && min(corners.map(({ down }) => down)) <= rate.high;
}

/**
 * Whether rate = change ÷ (current − change) for some values inside the ranges: the two inputs move together, so the corners of the inputs
 * are tried and not those of the difference.
 */
export function mayBeGrowth(rate: Interval, change: Interval, current: Interval): boolean | undefined {
  const corners = [change.low, change.high].flatMap((d) => [current.low, current.high].map((c) => ({ d, base: c - d })));
  if (contains({ low: min(corners.map(({ base }) => base)), high: max(corners.map(({ base }) => base)) }, 0n)) return undefined;
  const rates = corners.map(({ d, base }) => quotient(2n * MILLION * d, base));
  return rate.low <= max(rates.map(({ up }) => up)) && min(rates.map(({ down }) => down)) <= rate.high;
}

/** part ÷ whole in millionths, rounded half away from zero; null on zero. */
export function rateOf(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const top = BigInt(part) * MILLION * 2n;
  const bottom = BigInt(whole);
  const magnitude = (abs(top) + abs(bottom)) / (abs(bottom) * 2n);
  const rate = Number(top < 0n !== bottom < 0n ? -magnitude : magnitude);
  return Number.isSafeInteger(rate) ? rate || 0 : null;
}

/** The whole numbers on both sides of a quotient. */
function quotient(top: bigint, bottom: bigint): { readonly down: bigint; readonly up: bigint } {
  const toZero = top / bottom;
  if (toZero * bottom === top) return { down: toZero, up: toZero };
  return top < 0n !== bottom < 0n ? { down: toZero - 1n, up: toZero } : { down: toZero, up: toZero + 1n };
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);
const max = (values: readonly bigint[]): bigint => values.reduce((most, value) => (value > most ? value : most));
const min = (values: readonly bigint[]): bigint => values.reduce((least, value) => (value < least ? value : least));
