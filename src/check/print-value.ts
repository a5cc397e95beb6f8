import type { Finding } from "../model/finding";

export type Language = "en" | "zh";

/** A value in the unit in which people read it: money in 万元, rates in percent, scores in points. Exact, never through a float. */
export function printValue(kind: Finding["valueKind"], value: number | null, language: Language): string {
  if (value === null) return language === "en" ? "nothing" : "无";
  switch (kind) {
    case "MONEY":
      return `${printDecimal(value, 6, 2)}${language === "en" ? " 万元" : "万元"}`;
    case "RATE":
      return `${printDecimal(value, 4, 2)}%`;
    case "SCORE":
      return `${printDecimal(value, 2, 0)}${language === "en" ? " points" : "分"}`;
    default:
      return String(value);
  }
}

/** An integer of 10⁻ᵈ as a decimal number, with at least so many decimals: (94226000000, 6, 2) → "94,226.00". */
export function printDecimal(value: number, decimals: number, least: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(?:\d{3})+$)/g, ",");
  const fraction = digits.slice(digits.length - decimals);
  const shown = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${whole}${shown === "" ? "" : `.${shown}`}`;
}
