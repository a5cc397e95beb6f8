import type DataLoader from "dataloader";
import { groupBy } from "../../lib/group-by";
import type { Pace } from "./pace";
import { PacedLoader } from "./paced-loader";

/** What something published is known by, and the data version to read it at. */
export interface VersionedKey {
  readonly id: number;
  readonly dataVersion: number;
}

const textOf = ({ id, dataVersion }: VersionedKey): string => `${id}@${dataVersion}`;

/** A loader of what is published at data versions: one read for each version that is asked for, as a rule one. */
export function createVersionedLoader<Row>(options: {
  readonly pace: Pace;
  readonly find: (ids: readonly number[], dataVersion: number) => Promise<readonly Row[]>;
  readonly idOf: (row: Row) => number;
}): DataLoader<VersionedKey, readonly Row[], string> {
  const load = async (keys: readonly VersionedKey[]): Promise<(readonly Row[])[]> => {
    const answers = new Map<string, Row[]>(keys.map((key) => [textOf(key), []]));
    const reads = [...groupBy(keys, ({ dataVersion }) => dataVersion)].map(async ([dataVersion, group]) => {
      const ids = group.map(({ id }) => id);
      for (const row of await options.find(ids, dataVersion)) answers.get(textOf({ id: options.idOf(row), dataVersion }))?.push(row);
    });
    await Promise.all(reads);
    return keys.map((key) => answers.get(textOf(key)) ?? []);
  };
  return new PacedLoader(load, textOf, options.pace);
}
