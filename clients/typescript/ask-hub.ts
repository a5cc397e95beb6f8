import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";

/** The hub refused a question, or failed on it. */
export class HubError extends Error {
  override readonly name = "HubError";

  constructor(
    message: string,
    /** `extensions.code` of the first error, such as UNIT_NOT_FOUND. */
    readonly code: string,
  ) {
    super(message);
  }
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
 * @throws HubError
 */
export async function askHub<Data, Variables>(
  hub: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<HubAnswer<Data>> {
  const response = await fetch(new URL("/graphql", hub), {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors, extensions } = (await response.json()) as Body<Data>;
  const [error] = errors ?? [];
  if (error) throw new HubError(error.message, error.extensions?.code ?? "FAILED");
  if (data == null) throw new HubError(`The hub answered ${response.status} without data`, "FAILED");
  return { data, dataVersion: extensions?.dataVersion ?? 0 };
}
