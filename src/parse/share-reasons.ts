import type { Reading } from "../model/disclosure";
import { figureKey } from "../model/figure";

/**
 * A reason that the narrative states belongs to the figure, and so to the number that a table prints of it: the figure is told by the table, and
 * would lose its reason otherwise.
 */
export function shareReasons(readings: readonly Reading[]): Reading[] {
  const reasons = new Map(
    readings.flatMap((reading) => (reading.reason === undefined ? [] : [[figureKey(reading), reading.reason] as const])).reverse(),
  );
  return readings.map((reading) => {
    const reason = reading.origin === "TABLE" && reading.reason === undefined ? reasons.get(figureKey(reading)) : undefined;
    return reason === undefined ? reading : { ...reading, reason };
  });
}
