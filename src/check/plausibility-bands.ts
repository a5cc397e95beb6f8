import type { MeasureCode } from "../model/measures";

/** What is usual, as data. Money in 分. A number outside is worth a look, and may be right. */
export const UNIT_COST_BANDS: readonly {
  readonly money: MeasureCode;
  readonly count: MeasureCode;
  readonly low: number;
  readonly high: number;
}[] = [
  { money: "VEHICLE_PURCHASE", count: "VEHICLES_BOUGHT", low: 3_000_000, high: 80_000_000 },
  { money: "VEHICLE_OPERATION", count: "VEHICLES_HELD", low: 50_000, high: 12_000_000 },
  { money: "DOMESTIC_RECEPTION", count: "RECEPTION_GUESTS", low: 500, high: 80_000 },
  { money: "OVERSEAS_TRAVEL", count: "TRAVELLERS", low: 200_000, high: 15_000_000 },
];

/** Millionths: growth beyond +1,000 % on a change of at least a million 元. */
export const EXTREME_GROWTH = { rate: 10_000_000, leastChange: 100_000_000 } as const;

/** Millionths: a budget adjusted by more than 30 %. */
export const LARGE_ADJUSTMENT = 300_000;

/** Hundredths of a percent: half as much again as the target. */
export const FAR_ABOVE_TARGET = 15_000;

/** Final accounts and budgets are published within 20 days of their approval (《预算法》第十四条). */
export const PUBLICATION_DAYS = 20;
