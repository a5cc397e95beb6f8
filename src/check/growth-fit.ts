import type { Facts } from "./facts";
import { mayBeGrowth, mayBeRate, type Interval } from "./interval";
import {
  baseAddress,
  changesBeside,
  currentAddress,
  printingsNear,
  readingInterval,
  relationInterval,
  type PrintedRelation,
} from "./relation-inputs";

/** Which of the two printed numbers to turn before trying: 减少 for 增加. */
export interface Turned {
  readonly rate?: true;
  readonly change?: true;
}

const HUNDRED_PERCENT = 1_000_000n;

/**
 * Whether a growth rate fits what is printed: the change beside it, or the base where that is printed; any printing will do.
 * @returns undefined where there is nothing to hold it against, or the base may be zero
 */
export function fitsGrowth(facts: Facts, relation: PrintedRelation, turned: Turned = {}): boolean | undefined {
  const rate = turned.rate ? negate(relationInterval(relation)) : relationInterval(relation);
  const currents = printingsNear(facts, currentAddress(relation), relation).map(readingInterval);
  const bases = printingsNear(facts, baseAddress(relation), relation).map(readingInterval);
  const changes = changesBeside(facts, relation).map((change) =>
    turned.change ? negate(relationInterval(change)) : relationInterval(change),
  );
  const fits = [
    ...currents.flatMap((current) => changes.map((change) => mayBeGrowth(rate, change, current))),
    // current ÷ base = 100 % + rate
    ...currents.flatMap((current) => bases.map((base) => mayBeRate(shift(rate), current, base))),
  ];
  if (fits.includes(true)) return true;
  return fits.includes(false) ? false : undefined;
}

const negate = ({ low, high }: Interval): Interval => ({ low: -high, high: -low });

const shift = ({ low, high }: Interval): Interval => ({ low: low + 2n * HUNDRED_PERCENT, high: high + 2n * HUNDRED_PERCENT });
