/** Exact arithmetic on integer 分 for the generator: everything is done with whole numbers, rounded half away from zero. */

/** 0.01 万元: what a narrative in 万元 prints exactly. */
export const HUNDRED_YUAN = 10_000;
export const WAN_YUAN = 1_000_000;
export const YUAN = 100;

export function divideRounded(numerator: number, denominator: number): number {
  const sign = numerator < 0 !== denominator < 0 ? -1n : 1n;
  const [top, bottom] = [magnitude(numerator), magnitude(denominator)];
  return Number(sign * ((top * 2n + bottom) / (bottom * 2n))) || 0;
}

const magnitude = (value: number): bigint => BigInt(Math.abs(value));

/** amount × percent ÷ 100, in whole grains. */
export const percentOf = (amount: number, percent: number, grain: number): number => roundTo(multiplyDivide(amount, percent, 100), grain);

export const multiplyDivide = (value: number, factor: number, divisor: number): number => {
  const product = BigInt(value) * BigInt(factor);
  const sign = product < 0n ? -1n : 1n;
  const positive = product < 0n ? -product : product;
  return Number(sign * ((positive * 2n + BigInt(divisor)) / (BigInt(divisor) * 2n)));
};

export const roundTo = (value: number, grain: number): number => divideRounded(value, grain) * grain;

export const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** part ÷ whole in hundredths of a percent; undefined on a zero whole. */
export const hundredthsOfPercent = (part: number, whole: number): number | undefined =>
  whole === 0
    ? undefined
    : Number(
        (BigInt(part) < 0n !== BigInt(whole) < 0n ? -1n : 1n) * ((magnitude(part) * 20_000n + magnitude(whole)) / (magnitude(whole) * 2n)),
      );

/** 942260 hundredths → "9,422.60". */
export function printHundredths(hundredths: number, style: { readonly grouped?: boolean; readonly trimmed?: boolean } = {}): string {
  const digits = String(Math.abs(hundredths)).padStart(3, "0");
  const whole = digits.slice(0, -2);
  const fraction = digits.slice(-2);
  const grouped = style.grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole;
  const tail = style.trimmed ? fraction.replace(/0+$/, "") : fraction;
  return `${hundredths < 0 ? "-" : ""}${grouped}${tail === "" ? "" : `.${tail}`}`;
}
