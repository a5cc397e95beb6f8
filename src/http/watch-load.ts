/** The loop is looked at so often. */
const STEP_MILLISECONDS = 50;
/** A loop that is so late on the average of a few looks has more to do than it can. */
const MOST_LATE_MILLISECONDS = 200;
/** Questions of the graph that are worked on at the same time; more of them only make each other slower. */
const MOST_AT_ONCE = 200;

export interface LoadWatch {
  /** Questions of the graph that are being answered. */
  underWay: number;
  isOverloaded(): boolean;
  stop(): void;
}

/** Says when new work is better refused at once than taken in and answered late, like everything else then. */
export function watchLoad(): LoadWatch {
  let late = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    late = (late * 2 + Math.max(0, now - last - STEP_MILLISECONDS)) / 3;
    last = now;
  }, STEP_MILLISECONDS);
  timer.unref();
  const watch: LoadWatch = {
    underWay: 0,
    isOverloaded: () => watch.underWay >= MOST_AT_ONCE || (late > MOST_LATE_MILLISECONDS && watch.underWay > 2),
    stop: () => clearInterval(timer),
  };
  return watch;
}
