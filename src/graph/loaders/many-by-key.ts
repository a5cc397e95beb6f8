import type DataLoader from "dataloader";
import type { Pace } from "./pace";
import { PacedLoader } from "./paced-loader";

type CacheKey = string | number;

/** A loader that answers all records of a key, and an empty list for a key that has none: in the order of the keys, rows in the order they come in. */
export function createManyLoader<Key, Row>(options: {
  readonly pace: Pace;
  readonly find: (keys: readonly Key[]) => Promise<readonly Row[]>;
  readonly keyOfRow: (row: Row) => CacheKey;
  readonly keyOf: (key: Key) => CacheKey;
}): DataLoader<Key, readonly Row[], CacheKey> {
  const load = async (keys: readonly Key[]): Promise<(readonly Row[])[]> => {
    const rows = new Map<CacheKey, Row[]>(keys.map((key) => [options.keyOf(key), []]));
    for (const row of await options.find(keys)) rows.get(options.keyOfRow(row))?.push(row);
    return keys.map((key) => rows.get(options.keyOf(key)) ?? []);
  };
  return new PacedLoader(load, options.keyOf, options.pace);
}
