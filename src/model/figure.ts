import type { Reading } from "./disclosure";

/**
 * 数据: the atom. Of all readings of one (measure, subject, stage), the one that stands for it; the others remain beside it.
 */
export interface Figure {
  readonly reading: Reading;
  /** Index of the reading in Disclosure.readings. */
  readonly readingIndex: number;
}

/** The address of a figure within its disclosure. */
export const figureKey = (address: Pick<Reading, "measure" | "subject" | "stage">): string =>
  `${address.measure}|${address.subject ?? ""}|${address.stage}`;

/** A number before none; printed before derived; a table before the narrative, the narrative before a self-evaluation; a reasoned one before a bare one. */
const weigh = (reading: Reading): number =>
  (reading.status === "REPORTED" ? 0 : 1_000) +
  (reading.derivation === undefined ? 0 : 100) +
  (reading.origin === "TABLE" ? 0 : reading.origin === "NARRATIVE" ? 10 : 20) +
  (reading.reason === undefined ? 1 : 0);

/** Settles readings into figures, in the order in which the document first tells each. */
export function settleFigures(readings: readonly Reading[]): Figure[] {
  const settled = new Map<string, Figure>();
  readings.forEach((reading, readingIndex) => {
    const key = figureKey(reading);
    const standing = settled.get(key);
    if (!standing || weigh(reading) < weigh(standing.reading)) settled.set(key, { reading, readingIndex });
  });
  return [...settled.values()];
}
