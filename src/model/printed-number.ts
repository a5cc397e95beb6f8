import { invariant } from "../lib/invariant";

/** The monetary units that documents print in, as powers of ten of one 分. */
export const MONEY_UNITS = { 分: 0, 角: 1, 元: 2, 百元: 4, 千元: 5, 万元: 6, 百万元: 8, 亿元: 10 } as const;
export type MoneyUnit = keyof typeof MONEY_UNITS;

/**
 * A number as printed: its exact value as an integer of the base unit, and the weight of its last printed digit.
 *
 * Base units: money 分, counts 1, scores hundredths of a point, rates millionths (1 % = 10,000).
 */
export interface PrintedNumber {
  /** Exact value in base units; a part below one base unit is rounded half away from zero and `rounded` says so. */
  readonly value: number;
  /** One unit of the last printed digit, in base units (9,422.60 万元 → 10,000 分). A printed number is exact to half of it. May be below 1. */
  readonly step: number;
  readonly rounded?: true;
}

const PRINTED = /^([+\-－−﹣]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?$/;

/** Folds full-width digits and marks, and drops inner spaces: "９，４２２．６" → "9,422.6". */
export function foldDigits(text: string): string {
  return text.replace(/[０-９．，％＋－]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)).replace(/[\s\u00a0\u3000]/g, "");
}

/**
 * Reads a printed number exactly, without passing through a float.
 *
 * @param printed the number alone, as printed: thousands separators, full-width digits and a sign are allowed; brackets and marks are not.
 * @param exponent the base unit's power of ten in which the number is printed: 6 for 万元 (to 分), 2 for 元, 0 for counts, 2 for scores (to hundredths), 4 for percent (to millionths).
 * @returns undefined when the text is no number, or its value does not fit an exact integer.
 */
export function readPrintedNumber(printed: string, exponent: number): PrintedNumber | undefined {
  const match = PRINTED.exec(foldDigits(printed));
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  const digits = whole.replaceAll(",", "") + fraction;
  const shift = exponent - fraction.length;
  const magnitude = shift >= 0 ? BigInt(digits) * 10n ** BigInt(shift) : roundedQuotient(BigInt(digits), 10n ** BigInt(-shift));
  if (magnitude > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  const value = Number(magnitude) * (sign === "" || sign === "+" ? 1 : -1);
  const exact = shift >= 0 || BigInt(digits) % 10n ** BigInt(-shift) === 0n;
  const number = { value: value === 0 ? 0 : value, step: 10 ** shift };
  return exact ? number : { ...number, rounded: true };
}

function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  return (numerator * 2n + denominator) / (denominator * 2n);
}

/** Asserts that a sum or difference of base units is still exact. */
export function exact(value: number): number {
  invariant(Number.isSafeInteger(value), `an amount is beyond exact integers: ${value}`);
  return value;
}
