import { exact } from "./printed-number";

/**
 * A whole number of small units as a decimal text, exactly: 123456 with 2 decimals is "1234.56". Never in powers of ten, never through a float.
 *
 * @param decimals the power of ten of the small unit: 2 for 分 told in 元.
 */
export function decimalText(value: number, decimals: number): string {
  const digits = String(Math.abs(exact(value))).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  return `${value < 0 ? "-" : ""}${whole}${decimals === 0 ? "" : `.${digits.slice(-decimals)}`}`;
}

/** The whole number of small units that a decimal text tells; undefined where it is none, has more decimals, or goes beyond exact numbers. */
export function readDecimalText(text: string, decimals: number): number | undefined {
  const match = /^(-?)(\d{1,19})(?:\.(\d+))?$/.exec(text);
  const [, sign = "", whole = "", fraction = ""] = match ?? [];
  if (!match || fraction.length > decimals) return undefined;
  const value = Number(BigInt(whole + fraction.padEnd(decimals, "0")));
  if (!Number.isSafeInteger(value)) return undefined;
  return sign === "-" && value !== 0 ? -value : value;
}
