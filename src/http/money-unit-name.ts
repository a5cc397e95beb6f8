import type { MoneyUnit } from "../graph/amounts";

/** 中文 first; English by `lang=en`. */
export type DoorLanguage = "zh" | "en";

const NAMES: Readonly<Record<MoneyUnit, readonly [zh: string, en: string]>> = {
  FEN: ["分", "0.01 CNY"],
  YUAN: ["元", "CNY"],
  WAN_YUAN: ["万元", "10k CNY"],
  YI_YUAN: ["亿元", "100m CNY"],
};

export const MONEY_UNIT_CODES = Object.keys(NAMES) as MoneyUnit[];

export const moneyUnitName = (unit: MoneyUnit, language: DoorLanguage): string => NAMES[unit][language === "zh" ? 0 : 1];
