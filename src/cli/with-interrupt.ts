/** What a shell reports of a command that Ctrl+C ended: 128 + SIGINT. */
export const INTERRUPTED = 130;

/** A terminal and npm may both pass on one keystroke. */
const SAME_INTERRUPT_MILLISECONDS = 1000;
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** The first interrupt lets what is under way finish; the second one ends at once, and the database keeps whole documents only. */
export async function withInterrupt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let first = 0;
  const interrupt = (): void => {
    if (controller.signal.aborted && Date.now() - first > SAME_INTERRUPT_MILLISECONDS) process.exit(INTERRUPTED);
    if (!controller.signal.aborted) first = Date.now();
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, interrupt);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, interrupt);
  }
}
