import { AsyncLocalStorage } from "node:async_hooks";

const signals = new AsyncLocalStorage<AbortSignal | undefined>();

/** Aborted when nobody waits any more for what is being worked at; undefined where that is nobody's to say. */
export const clientSignal = (): AbortSignal | undefined => signals.getStore();

/** Does work for somebody who may leave before it is done. */
export const workFor = <T>(signal: AbortSignal, work: () => T): T => signals.run(signal, work);

/** Does work that others wait for too: it goes on whoever leaves. */
export const workForAll = <T>(work: () => T): T => signals.run(undefined, work);
