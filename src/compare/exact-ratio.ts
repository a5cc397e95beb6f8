/**
 * Exact quotients of integers. Everything is rounded half away from zero (四舍五入), and nothing passes through a float on its way. A result
 * beyond exact integers is null like one on a zero denominator: printed figures do not come to it, misprints may.
 */

const SAFE = Number.MAX_SAFE_INTEGER;

/** numerator × scale ÷ denominator, rounded; null on a zero denominator. */
export function scaledQuotient(numerator: number, scale: number, denominator: number): number | null {
  if (denominator === 0) return null;
  const negative = numerator < 0 !== denominator < 0 && numerator !== 0;
  const top = Math.abs(numerator);
  const bottom = Math.abs(denominator);
  const magnitude =
    top <= SAFE / 2 / scale && bottom <= SAFE / 4
      ? safeQuotient(top * scale, bottom)
      : bigQuotient(BigInt(top) * BigInt(scale), BigInt(bottom));
  return signed(magnitude, negative);
}

function signed(magnitude: number, negative: boolean): number | null {
  if (magnitude > SAFE) return null;
  return negative && magnitude !== 0 ? -magnitude : magnitude;
}

/** part ÷ whole in hundredths of a percent; null on a zero whole. */
export const percentOf = (part: number, whole: number): number | null => scaledQuotient(part, 10_000, whole);

function safeQuotient(top: number, bottom: number): number {
  const rest = top % bottom;
  const whole = (top - rest) / bottom;
  return rest * 2 >= bottom ? whole + 1 : whole;
}

function bigQuotient(top: bigint, bottom: bigint): number {
  return Number((top * 2n + bottom) / (bottom * 2n));
}

/** The rounded quotient of two exact products, such as a value times a price index over a head count times another index. */
export function productQuotient(factors: readonly number[], divisors: readonly number[]): number | null {
  const bottom = divisors.reduce((product, divisor) => product * BigInt(divisor), 1n);
  if (bottom === 0n) return null;
  const top = factors.reduce((product, factor) => product * BigInt(factor), 1n);
  const negative = top < 0n !== bottom < 0n && top !== 0n;
  return signed(bigQuotient(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom), negative);
}

/** Half of a sum, a quarter of one: rounded to the base unit. */
export function fraction(sum: number, parts: number): number {
  const magnitude = safeQuotient(Math.abs(sum), parts);
  return sum < 0 && magnitude !== 0 ? -magnitude : magnitude;
}

/** The largest integer whose square is not above n. */
export function squareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let guess = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/**
 * 年均增长率: the constant yearly rate that leads from the first value to the last, in hundredths of a percent; null where the first is not
 * above zero or the last is below it.
 */
export function compoundRate(first: number, last: number, years: number): number | null {
  if (first <= 0 || last < 0 || years < 1) return null;
  if (years === 1) return percentOf(last - first, first);
  const power = BigInt(years);
  const top = BigInt(last);
  const bottom = BigInt(first);
  // Twice the growth factor in hundredths of a percent lies at or above `odd` when odd^n × first ≤ 20000^n × last.
  const limit = 20_000n ** power * top;
  const reaches = (odd: bigint): boolean => odd <= 0n || odd ** power * bottom <= limit;
  let factor = BigInt(Math.round(10_000 * (last / first) ** (1 / years)));
  while (!reaches(2n * factor - 1n)) factor -= 1n;
  while (reaches(2n * factor + 1n)) factor += 1n;
  const rate = factor - 10_000n;
  // Exactly half a hundredth below zero is rounded away from zero, not up.
  const tie = (2n * factor - 1n) ** power * bottom === limit;
  return Number(tie && rate <= 0n ? rate - 1n : rate);
}

/** (value − mean) ÷ standard deviation of the group, in hundredths; null where all are equal. Sums over n values. */
export function standardScore(value: number, n: number, sum: bigint, sumOfSquares: bigint): number | null {
  const spread = BigInt(n) * sumOfSquares - sum * sum;
  if (spread <= 0n) return null;
  const deviation = BigInt(n) * BigInt(value) - sum;
  const magnitude = Number((squareRoot((40_000n * deviation * deviation) / spread) + 1n) >> 1n);
  return deviation < 0n && magnitude !== 0 ? -magnitude : magnitude;
}
