import { performance } from "node:perf_hooks";

/** A loop that has had no pause for so long, and was given so many questions meanwhile, has as much to do as it can. */
const SATURATED_MILLISECONDS = 200;
/** More than a page asks at once, and enough under way to keep the loop and the database at work. */
const ENOUGH_AT_ONCE = 16;
/** Then what comes this late into a turn of the loop, after another question, is refused: it has waited for at least as long, like all after it. */
const LATE_MILLISECONDS = 10;
/** Questions that are worked on at the same time for each connection to the database; more of them only make each other wait for one. */
const MOST_PER_CONNECTION = 4;
/** Shorter pauses are those between two events that were there already. */
const PAUSE_MILLISECONDS = 0.5;

export interface LoadWatch {
  isOverloaded(): boolean;
  /** A question begins to be worked on. */
  begin(): void;
  /** It is over. */
  end(): void;
  stop(): void;
}

/** Clocks of the loop, in milliseconds: the time, and how much of it was spent waiting for something to do. */
export interface LoopClock {
  now(): number;
  idle(): number;
  /** Calls after each turn of the loop, without keeping it going; answers with what ends that. */
  eachTurn(turned: () => void): () => void;
}

/**
 * Says when new work is better refused at once than taken in and answered late, like everything else then.
 *
 * @param connections that may be open to the database at once.
 */
export function watchLoad(connections: number, clock: LoopClock = LOOP): LoadWatch {
  const most = Math.max(ENOUGH_AT_ONCE, connections * MOST_PER_CONNECTION);
  let underWay = 0;
  let turnedAt = clock.now();
  let idleThen = clock.idle();
  let busySince = turnedAt;
  let begunSince = 0;
  let begunThisTurn = 0;
  /** A turn waits for something to do before it does it. */
  const pause = (): number => {
    const paused = clock.idle() - idleThen;
    if (paused > PAUSE_MILLISECONDS && busySince < turnedAt + paused) {
      busySince = turnedAt + paused;
      begunSince = 0;
    }
    return paused;
  };
  const stop = clock.eachTurn(() => {
    idleThen += pause();
    turnedAt = clock.now();
    begunThisTurn = 0;
  });
  const isOverloaded = (): boolean => {
    const startedAt = turnedAt + pause();
    if (underWay >= most) return true;
    const now = clock.now();
    if (begunSince < ENOUGH_AT_ONCE || now - busySince < SATURATED_MILLISECONDS) return false;
    return underWay >= ENOUGH_AT_ONCE || (begunThisTurn > 0 && now - startedAt > LATE_MILLISECONDS);
  };
  return {
    isOverloaded,
    begin: () => {
      underWay += 1;
      begunSince += 1;
      begunThisTurn += 1;
    },
    end: () => (underWay -= 1),
    stop,
  };
}

const LOOP: LoopClock = {
  now: () => performance.now(),
  idle: () => performance.nodeTiming.idleTime,
  eachTurn: (turned) => {
    let next: NodeJS.Immediate;
    const turn = (): void => {
      next = setImmediate(() => {
        turned();
        turn();
      }).unref();
    };
    turn();
    return () => clearImmediate(next);
  },
};
