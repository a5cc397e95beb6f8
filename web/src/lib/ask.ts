import { useEffect, useState } from "react";

/** What the graph answered to one query, or why it did not. */
export type Answered<Data> =
  | { readonly state: "loading"; readonly data?: Data }
  | { readonly state: "done"; readonly data: Data; readonly dataVersion: number }
  | { readonly state: "failed"; readonly message: string; readonly code: string; readonly detail: readonly string[] };

export type Variables = Readonly<Record<string, unknown>>;

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string; readonly detail?: unknown } }[];
  readonly extensions?: { readonly dataVersion?: number };
}

interface Kept {
  readonly data: unknown;
  readonly dataVersion: number;
}

export class AskError extends Error {
  constructor(
    message: string,
    readonly code: string,
    /** What the error is about: names that are unknown, for example. */
    readonly detail: readonly string[] = [],
  ) {
    super(message);
  }
}

/** Answers of this visit by query and variables: going back shows at once what was seen. */
const kept = new Map<string, Promise<Kept>>();
const MOST_KEPT = 200;

const keyOf = (query: string, variables: Variables): string => `${query}\n${JSON.stringify(variables)}`;

export function ask(query: string, variables: Variables): Promise<Kept> {
  const key = keyOf(query, variables);
  const known = kept.get(key);
  if (known) return known;
  const asked = send(query, variables);
  kept.set(key, asked);
  asked.catch(() => kept.delete(key));
  const oldest = kept.size > MOST_KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return asked;
}

async function send(query: string, variables: Variables): Promise<Kept> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query, variables }),
  }).catch(() => {
    throw new AskError("", "UNREACHABLE");
  });
  const body = (await response.json().catch(() => ({}))) as Body;
  const [error] = body.errors ?? [];
  if (error) {
    const detail = error.extensions?.detail;
    throw new AskError(error.message, error.extensions?.code ?? "FAILED", Array.isArray(detail) ? detail.map(String) : []);
  }
  if (body.data == null) throw new AskError(`HTTP ${response.status}`, "FAILED");
  return { data: body.data, dataVersion: body.extensions?.dataVersion ?? 0 };
}

/** Asks while a page is shown. Without variables nothing is asked. While the next answer is under way the last one stays readable. */
export function useAnswer<Data>(query: string, variables: Variables | undefined): Answered<Data> {
  const key = variables && keyOf(query, variables);
  const [answered, setAnswered] = useState<{ key: string | undefined; answer: Answered<Data> }>({ key, answer: { state: "loading" } });
  useEffect(() => {
    if (!variables) return;
    let isWanted = true;
    const set = (answer: Answered<Data>) => isWanted && setAnswered({ key, answer });
    ask(query, variables).then(
      ({ data, dataVersion }) => set({ state: "done", data: data as Data, dataVersion }),
      (error: unknown) =>
        set({
          state: "failed",
          message: error instanceof Error ? error.message : String(error),
          ...(error instanceof AskError ? { code: error.code, detail: error.detail } : { code: "FAILED", detail: [] }),
        }),
    );
    return () => {
      isWanted = false;
    };
    // The key says all that query and variables say.
  }, [key]);
  if (answered.key === key) return answered.answer;
  const last = answered.answer.state === "failed" ? undefined : answered.answer.data;
  return last === undefined ? { state: "loading" } : { state: "loading", data: last };
}

/** Saves what a page shows, as the graph answered it. */
export async function saveAnswer(query: string, variables: Variables): Promise<void> {
  const { data, dataVersion } = await ask(query, variables);
  const href = URL.createObjectURL(new Blob([JSON.stringify({ dataVersion, data }, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = href;
  link.download = `${location.pathname.split("/").filter(Boolean).join("-") || "overview"}.json`;
  link.click();
  URL.revokeObjectURL(href);
}

/** The address of the explorer with a query in it. */
export const explorerHref = (query: string, variables: Variables): string =>
  `/explorer?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables, null, 2))}`;
