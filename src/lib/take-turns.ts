import { clientSignal } from "./client-signal";

/** So long something goes on before others have their turn. */
const SLICE_MILLISECONDS = 8;

/** Those who wait for a turn. One goes on in each turn of the event loop, however many there are: in between, requests come in and are answered. */
const waiting: (() => void)[] = [];

function begin(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(begin);
}

/** Work that may take long, and lets the event loop turn. */
export interface Turns {
  /** Whether others should have their turn now. */
  readonly areOver: boolean;
  /** Resolves when it is this work's turn again. */
  next(): Promise<void>;
}

export function takeTurns(): Turns {
  let begun = performance.now();
  return {
    get areOver() {
      return performance.now() - begun > SLICE_MILLISECONDS;
    },
    next: async () => {
      await new Promise<void>((resolve) => {
        if (waiting.push(resolve) === 1) setImmediate(begin);
      });
      begun = performance.now();
    },
  };
}

/**
 * Goes on when it is this work's turn again, where its turn was over. Where this is looked for very often, look at `areOver` first.
 *
 * @throws the reason for which the client was given up: nobody waits for the rest of the work.
 */
export async function giveWay(turns: Turns): Promise<void> {
  if (!turns.areOver) return;
  await turns.next();
  clientSignal()?.throwIfAborted();
}
