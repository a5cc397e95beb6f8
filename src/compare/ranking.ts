import { fraction, percentOf, standardScore } from "./exact-ratio";

/** The values of one column and one peer group, sorted: rank, percentile and quartiles are places in it. */
export class Ranking {
  readonly sorted: Float64Array;
  #sums: { sum: bigint; squares: bigint } | undefined;

  /** @param values those that are disclosed; the others take no part. */
  constructor(values: Float64Array) {
    this.sorted = values.sort();
  }

  get count(): number {
    return this.sorted.length;
  }

  /** 名次: 1 for the largest; equal values have equal ranks, and the next rank is left out (competition ranking). */
  rankOf(value: number): number {
    return this.count - this.#countUpTo(value) + 1;
  }

  /** 百分位: how many of the other peers lie below, in hundredths of a percent; null without other peers. */
  percentileOf(value: number): number | null {
    return this.count < 2 ? null : percentOf(this.#countBelow(value), this.count - 1);
  }

  /** A quartile (1, 2, 3) by linear interpolation between the two nearest values (inclusive, as in spreadsheets), rounded to the base unit. */
  quartile(which: 1 | 2 | 3): number | null {
    if (this.count === 0) return null;
    const place = (this.count - 1) * which;
    const below = Math.floor(place / 4);
    const quarters = place % 4;
    const low = this.sorted[below] ?? 0;
    const high = this.sorted[Math.min(below + 1, this.count - 1)] ?? 0;
    return quarters === 0 ? low : fraction(low * (4 - quarters) + high * quarters, 4);
  }

  /** 标准分: distance from the mean in standard deviations of the group, in hundredths; null where all are equal. */
  zScoreOf(value: number): number | null {
    this.#sums ??= sumsOf(this.sorted);
    return standardScore(value, this.count, this.#sums.sum, this.#sums.squares);
  }

  #countUpTo(value: number): number {
    return countWhile(this.sorted, (other) => other <= value);
  }

  #countBelow(value: number): number {
    return countWhile(this.sorted, (other) => other < value);
  }
}

/** How many values at the head of a sorted list fulfil a condition that ends somewhere. */
function countWhile(sorted: Float64Array, holds: (value: number) => boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(sorted[middle] ?? NaN)) from = middle + 1;
    else to = middle;
  }
  return from;
}

function sumsOf(values: Float64Array): { sum: bigint; squares: bigint } {
  let sum = 0n;
  let squares = 0n;
  for (const value of values) {
    const integer = BigInt(value);
    sum += integer;
    squares += integer * integer;
  }
  return { sum, squares };
}
