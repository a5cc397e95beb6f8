import { AsyncLocalStorage } from "node:async_hooks";

/** What is told of one request when it is over. */
export interface RequestRecord {
  readonly id: string;
  /** Who pays for it: the holder of a key, or an address. */
  readonly caller: string;
  operation?: string;
  price?: number;
  statements: number;
}

/** The record of the request that is being answered, for what lies too deep to be handed it. */
export const requestRecords = new AsyncLocalStorage<RequestRecord>();
