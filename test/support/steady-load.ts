import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

export interface LoadAnswer {
  readonly status: number;
  readonly seconds: number;
  readonly text: string;
  readonly retryAfter: string | null;
  /** By performance.now(). */
  readonly endedAt: number;
}

/** Asks once. Without an answer within 10 s it is a request that hangs. */
export async function askTimed(port: number, query: string, signal?: AbortSignal): Promise<LoadAnswer> {
  const begun = performance.now();
  const answered = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
    signal: signal ?? AbortSignal.timeout(10_000),
  });
  const text = await answered.text();
  const endedAt = performance.now();
  return { status: answered.status, seconds: (endedAt - begun) / 1000, text, retryAfter: answered.headers.get("retry-after"), endedAt };
}

export interface SteadyLoad {
  /** Answers when the first request that was begun after now has succeeded: the seconds that it took. */
  untilSuccess(): Promise<number>;
  /** Begins no more requests; answers with all that were answered. */
  stop(): Promise<readonly LoadAnswer[]>;
}

/** Asks so many times a second, whether or not answers come. */
export function startSteadyLoad(port: number, query: string, perSecond = 20): SteadyLoad {
  const asked: Promise<LoadAnswer>[] = [];
  const succeeded = new EventTarget();
  const ask = async (): Promise<LoadAnswer> => {
    const begun = performance.now();
    const answer = await askTimed(port, query);
    if (answer.status === 200) succeeded.dispatchEvent(new CustomEvent("success", { detail: begun }));
    return answer;
  };
  const timer = setInterval(() => asked.push(ask()), 1000 / perSecond);
  return {
    untilSuccess: async () => {
      const since = performance.now();
      for (;;) {
        const [event] = (await Promise.race([
          once(succeeded, "success"),
          wait(10_000, undefined, { ref: false }).then(() => {
            throw new Error("No request succeeded within 10 s");
          }),
        ])) as [CustomEvent<number>];
        if (event.detail >= since) return (performance.now() - since) / 1000;
      }
    },
    stop: async () => {
      clearInterval(timer);
      return Promise.all(asked);
    },
  };
}
