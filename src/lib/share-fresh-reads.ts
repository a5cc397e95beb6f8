import { workForAll } from "./client-signal";

/**
 * Reads that are never older than the question: whoever asks gets what a read that began afterwards found. Those who ask while one is under
 * way share the next, so that any number of questions cost one read at a time.
 */
export function shareFreshReads<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  let next: Promise<T> | undefined;

  const begin = (): Promise<T> => {
    const begun = workForAll(read);
    const ended = (): void => {
      if (running === begun) running = undefined;
    };
    running = begun;
    begun.then(ended, ended);
    return begun;
  };

  return () => {
    if (running === undefined) return begin();
    next ??= running
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        next = undefined;
        return begin();
      });
    return next;
  };
}
