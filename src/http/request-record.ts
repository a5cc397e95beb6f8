import { AsyncLocalStorage } from "node:async_hooks";
import type { Spent } from "./open-rate-limit";

/** One request while it is answered, and what is told of it when it is over. */
export interface RequestRecord {
  readonly id: string;
  /** Who pays for it: the holder of a key, or an address. */
  caller: string;
  operation?: string;
  price?: number;
  statements: number;
  /** It changes something: that is brought to its end, whoever waits for it. */
  isChange?: boolean;
  /** It came in whole, and is worked at. */
  isUnderWay: boolean;
  begin(): void;
  /** Takes points from the caller's budget; undefined where there is none. */
  spend(points: number): Promise<Spent | undefined>;
}

/** The record of the request that is being answered, for what lies too deep to be handed it. */
export const requestRecords = new AsyncLocalStorage<RequestRecord>();
