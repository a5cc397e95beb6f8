import DataLoader from "dataloader";
import type { Pace } from "./pace";

/** A loader whose answers are handed on at the pace of their request. */
export class PacedLoader<Key, Value, CacheKey = Key> extends DataLoader<Key, Value, CacheKey> {
  constructor(
    load: (keys: readonly Key[]) => Promise<readonly Value[]>,
    cacheKeyFn: (key: Key) => CacheKey,
    private readonly pace: Pace,
  ) {
    super(load, { cacheKeyFn, batchScheduleFn: (dispatch) => pace.schedule(dispatch) });
  }

  override load(key: Key): Promise<Value> {
    return super.load(key).then((value) => this.pace.pass(value));
  }
}
