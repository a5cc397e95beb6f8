/** What a shell reports of a command that Ctrl+C ended: 128 + SIGINT. */
export const INTERRUPTED = 130;

/** A terminal and npm may both pass on one keystroke. */
const SAME_INTERRUPT_MILLISECONDS = 1000;

/** The first interrupt lets what is under way finish; the second one ends at once, and the database keeps whole documents only. */
export function listenForInterrupt(): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (controller.signal.aborted && Date.now() - first > SAME_INTERRUPT_MILLISECONDS) process.exit(INTERRUPTED);
      if (!controller.signal.aborted) first = Date.now();
      controller.abort();
    });
  }
  return controller.signal;
}
