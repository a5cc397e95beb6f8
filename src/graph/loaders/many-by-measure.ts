import type DataLoader from "dataloader";
import { groupBy } from "../../lib/group-by";
import type { Pace } from "./pace";
import { PacedLoader } from "./paced-loader";

/** What a revision tells of one measure, or of all. */
export interface MeasureKey {
  readonly revisionId: number;
  readonly measureId?: number;
}

const textOf = ({ revisionId, measureId }: MeasureKey): string => `${revisionId}.${measureId ?? "all"}`;

/**
 * A loader of what revisions tell of measures. However many keys a moment brings, it reads at most twice: whole revisions, and the named
 * measures of the others.
 */
export function createMeasureLoader<Row extends { readonly revisionId: number; readonly measureId: number }>(
  pace: Pace,
  find: (revisionIds: readonly number[], measureIds?: readonly number[]) => Promise<readonly Row[]>,
): DataLoader<MeasureKey, readonly Row[], string> {
  const load = async (keys: readonly MeasureKey[]): Promise<(readonly Row[])[]> => {
    const whole = new Set(keys.filter(({ measureId }) => measureId === undefined).map(({ revisionId }) => revisionId));
    const named = keys.filter(({ revisionId }) => !whole.has(revisionId));
    const measureIds = [...new Set(named.flatMap(({ measureId }) => measureId ?? []))];
    const reads = await Promise.all([
      whole.size === 0 ? [] : find([...whole]),
      named.length === 0 ? [] : find([...new Set(named.map(({ revisionId }) => revisionId))], measureIds),
    ]);
    const rows = reads.flat();
    const byRevision = groupBy(rows, ({ revisionId }) => textOf({ revisionId }));
    const byMeasure = groupBy(rows, textOf);
    return keys.map((key) => (key.measureId === undefined ? byRevision : byMeasure).get(textOf(key)) ?? []);
  };
  return new PacedLoader(load, textOf, pace);
}
