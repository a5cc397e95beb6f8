import type DataLoader from "dataloader";
import type { Pace } from "./pace";
import { PacedLoader } from "./paced-loader";

/** What a key is told apart by: itself, or a text made of its parts. */
type CacheKey = string | number;

/**
 * A loader that answers one record for a key, and null for a key that has none: in the order of the keys, whatever order the rows come in.
 */
export function createOneLoader<Key, Row>(options: {
  readonly pace: Pace;
  readonly find: (keys: readonly Key[]) => Promise<readonly Row[]>;
  readonly keyOfRow: (row: Row) => CacheKey;
  readonly keyOf: (key: Key) => CacheKey;
}): DataLoader<Key, Row | null, CacheKey> {
  const load = async (keys: readonly Key[]): Promise<(Row | null)[]> => {
    const rows = new Map((await options.find(keys)).map((row) => [options.keyOfRow(row), row]));
    return keys.map((key) => rows.get(options.keyOf(key)) ?? null);
  };
  return new PacedLoader(load, options.keyOf, options.pace);
}
