import { writeNumber } from "../../../src/http/charts/write-number";
import type { NumberKind } from "../../../src/http/charts/write-number";
import { useNavigation } from "./address";
import type { Language } from "./language";

/** The graph answers every unit exactly; the pages only write what it answers. */
export type MoneyUnit = "YUAN" | "WAN_YUAN" | "YI_YUAN";
export type ValueKind = NumberKind;

export const MONEY_UNITS: Readonly<Record<MoneyUnit, readonly [zh: string, en: string]>> = {
  YUAN: ["元", "CNY"],
  WAN_YUAN: ["万元", "10k CNY"],
  YI_YUAN: ["亿元", "100m CNY"],
};

export function useMoneyUnit(): MoneyUnit {
  const { address } = useNavigation();
  const named = address.parameters.get("unit");
  return named === "YUAN" || named === "YI_YUAN" ? named : "WAN_YUAN";
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
