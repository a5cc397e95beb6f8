import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import { HubError } from "./hub-error";

export interface AskOptions {
  /** Opens drafts and changes to its holder; reading what is published needs none. */
  readonly key?: string;
  /** Gives the question up, as `AbortSignal.timeout(10_000)` after ten seconds. */
  readonly signal?: AbortSignal;
}

export interface HubAnswer<Data> {
  readonly data: Data;
  /** 数据版本 that everything in the answer was read at. */
  readonly dataVersion: number;
}

interface Body<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: { readonly dataVersion?: number };
}

/**
 * Asks a hub one of the typed operations of operations.ts (or any other typed document).
 *
 * @param hub its address, such as http://localhost:4000
 * @throws HubError what the hub says is wrong; what `fetch` throws where there is no connection, or the signal is given.
 */
export async function askHub<Data, Variables>(
  hub: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { key, signal }: AskOptions = {},
): Promise<HubAnswer<Data>> {
  const response = await fetch(`${hub.replace(/\/+$/, "")}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query: print(document), variables }),
    ...(signal && { signal }),
  });
  const { data, errors, extensions } = await readBody<Data>(response);
  const [error] = errors ?? [];
  const retryAfter = Number(response.headers.get("retry-after") ?? NaN);
  const refuse = (message: string, code: string): HubError =>
    new HubError(message, code, response.status, Number.isNaN(retryAfter) ? undefined : retryAfter);
  if (error) throw refuse(error.message, error.extensions?.code ?? "FAILED");
  if (data == null) throw refuse(`${hub} answered ${response.status}, and not as a hub does`, "NO_ANSWER");
  return { data, dataVersion: extensions?.dataVersion ?? 0 };
}

async function readBody<Data>(response: Response): Promise<Body<Data>> {
  const text = await response.text();
  try {
    const body = JSON.parse(text) as unknown;
    return typeof body === "object" && body !== null ? body : {};
  } catch {
    return {};
  }
}
