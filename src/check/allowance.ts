import type { Finding } from "../model/finding";
import { measureOf, type MeasureCode } from "../model/measures";

/** Counts are whole things and exact as printed; every other number is exact to half a unit of its last printed digit. */
export function slackOf({ measure, step }: { readonly measure: MeasureCode; readonly step: number }): number {
  if (measureOf(measure).kind === "COUNT") return 0;
  // A number printed finer than the base unit was rounded to it.
  return Math.max(1, Math.round(step));
}

/** Half of all slack, as whole base units: differences are whole, so a half more allows nothing more. */
export const allowanceOf = (slacks: readonly number[]): number => Math.floor(slacks.reduce((sum, slack) => sum + slack, 0) / 2);

/**
 * The allowance of a sum. A bare 0 among numbers with decimals is no number rounded to whole units: it is as exact as the finest of the others.
 */
export function allowanceAmong(numbers: readonly Printing[]): number {
  const finest = Math.min(...numbers.filter(({ value }) => value !== 0).map(slackOf));
  return allowanceOf(numbers.map((number) => (number.value === 0 ? Math.min(slackOf(number), finest) : slackOf(number))));
}

export const valueKindOf = (measure: MeasureCode): Finding["valueKind"] => measureOf(measure).kind;

/** Two printings that may be one number. */
export const agree = (one: Printing, other: Printing): boolean =>
  Math.abs(one.value - other.value) <= allowanceOf([slackOf(one), slackOf(other)]);

interface Printing {
  readonly measure: MeasureCode;
  readonly value: number;
  readonly step: number;
}

const UNIT_FACTOR = 10_000;

/** 元 and 万元 taken for each other: one number is the other ten thousand times. */
export function isUnitSlip(one: Printing, other: Printing): boolean {
  const [small, large] = Math.abs(one.value) < Math.abs(other.value) ? [one, other] : [other, one];
  if (small.value === 0) return false;
  return Math.abs(small.value * UNIT_FACTOR - large.value) * 2 <= slackOf(small) * UNIT_FACTOR + slackOf(large);
}
