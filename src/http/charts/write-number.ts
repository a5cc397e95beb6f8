/** How numbers are written in pages and plots. It imports nothing, so that both programs can hold it. */
export type NumberKind = "MONEY" | "COUNT" | "SCORE" | "RATE" | "NONE";

const MONEY_DECIMALS: Readonly<Record<string, number>> = { FEN: 0, YUAN: 2, WAN_YUAN: 2, YI_YUAN: 4 };

function decimalsOf(kind: NumberKind, unit: string): readonly [least: number, most: number] {
  const money = MONEY_DECIMALS[unit] ?? 2;
  if (kind === "MONEY") return [money, money];
  return kind === "RATE" ? [2, 2] : [0, 2];
}

/** A number as it is read: thousands grouped, decimals aligned. What is no zero is never written as one. */
export function writeNumber(value: number, kind: NumberKind, unit: string): string {
  const [least, most] = decimalsOf(kind, unit);
  const written = value.toLocaleString("zh-CN", { minimumFractionDigits: least, maximumFractionDigits: most });
  if (value !== 0 && !/[1-9]/.test(written)) return value.toLocaleString("zh-CN", { maximumSignificantDigits: 2 });
  return kind === "RATE" ? `${written}%` : written;
}

/** From here on a number on an axis is written in 万, 亿 or thousands, millions; below it stands as in the table, whose unit may be 万元 already. */
const LONG = 10_000_000;

/** Numbers on an axis are short: the exact ones stand beside bars, in tooltips and tables. */
export const shortNumber =
  (language: "zh" | "en") =>
  (value: number): string => {
    const locale = language === "zh" ? "zh-CN" : "en-GB";
    if (Math.abs(value) >= LONG) return value.toLocaleString(locale, { notation: "compact", maximumFractionDigits: 1 });
    return value.toLocaleString(locale, { maximumFractionDigits: 4 });
  };
