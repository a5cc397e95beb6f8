import { useNavigation } from "./address";
import type { Language } from "./language";

/** The graph answers every unit exactly; the pages only write what it answers. */
export type MoneyUnit = "YUAN" | "WAN_YUAN" | "YI_YUAN";
export type ValueKind = "MONEY" | "COUNT" | "SCORE" | "RATE" | "NONE";

export const MONEY_UNITS: Readonly<Record<MoneyUnit, readonly [zh: string, en: string]>> = {
  YUAN: ["元", "CNY"],
  WAN_YUAN: ["万元", "10k CNY"],
  YI_YUAN: ["亿元", "100m CNY"],
};

const MONEY_DECIMALS: Readonly<Record<MoneyUnit, number>> = { YUAN: 2, WAN_YUAN: 2, YI_YUAN: 4 };

export function useMoneyUnit(): MoneyUnit {
  const { address } = useNavigation();
  const named = address.parameters.get("unit");
  return named === "YUAN" || named === "YI_YUAN" ? named : "WAN_YUAN";
}

const decimalsOf = (kind: ValueKind, unit: MoneyUnit): readonly [least: number, most: number] =>
  kind === "MONEY" ? [MONEY_DECIMALS[unit], MONEY_DECIMALS[unit]] : kind === "COUNT" ? [0, 2] : kind === "RATE" ? [2, 2] : [0, 2];

/** A number as it is read: thousands grouped, decimals aligned. What is no zero is never written as one. */
export function writeNumber(value: number, kind: ValueKind, unit: MoneyUnit): string {
  const [least, most] = decimalsOf(kind, unit);
  const written = value.toLocaleString("zh-CN", { minimumFractionDigits: least, maximumFractionDigits: most });
  if (value !== 0 && !/[1-9]/.test(written)) return value.toLocaleString("zh-CN", { maximumSignificantDigits: 2 });
  return kind === "RATE" ? `${written}%` : written;
}

export const writePercent = (value: number, signed = false): string => {
  const written = value.toLocaleString("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return `${signed && value > 0 ? "+" : ""}${written}%`;
};

export const writeChange = (value: number, kind: ValueKind, unit: MoneyUnit): string =>
  `${value > 0 ? "+" : ""}${writeNumber(value, kind, unit)}`;

/** What the numbers of a measure count in, for headings. */
export function unitName(kind: ValueKind, unit: MoneyUnit, own: string, { say }: Language): string {
  if (kind === "MONEY") return say(...MONEY_UNITS[unit]);
  if (kind === "RATE") return "%";
  if (kind === "SCORE") return say("分", "points");
  // 辆, 人次, 批次: the English names of the measures tell what is counted.
  return say(own, "count");
}
