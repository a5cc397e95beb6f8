import { Arg } from "type-graphql";
import { scaledQuotient } from "../compare/exact-ratio";
import type { MeasureKind } from "../model/measures";
import { MoneyUnitEnum } from "./vocabulary";

export type MoneyUnit = keyof typeof MoneyUnitEnum;

/** 分 in one of the unit. Dividing an exact integer by a power of ten once gives the nearest JSON number: the amount as printed, up to 15 digits. */
const FEN_IN: Readonly<Record<MoneyUnit, number>> = { FEN: 1, YUAN: 100, WAN_YUAN: 1_000_000, YI_YUAN: 10_000_000_000 };

/** An amount in the unit that was asked for; null stays null. */
export const amountIn = (fen: number | null, unit: MoneyUnit): number | null => (fen === null ? null : fen / FEN_IN[unit]);

/** Hundredths (of a point, of a percent) as a number. */
export const hundredths = (value: number | null): number | null => (value === null ? null : value / 100);

/** Millionths (1 % = 10,000) as percent, rounded half up to two decimals. */
export const millionthsAsPercent = (value: number | null): number | null =>
  value === null ? null : hundredths(scaledQuotient(value, 1, 100));

/** A stored value as the graph answers it. */
export function answerValue(kind: MeasureKind | "NONE", value: number | null, unit: MoneyUnit): number | null {
  if (kind === "MONEY") return amountIn(value, unit);
  if (kind === "SCORE") return hundredths(value);
  return kind === "RATE" ? millionthsAsPercent(value) : value;
}

/** The argument `unit` of every field that answers money. */
export const MoneyUnitArg = () =>
  Arg("unit", () => MoneyUnitEnum, { defaultValue: "WAN_YUAN", description: "金额单位; counts, scores and rates are what they are." });
