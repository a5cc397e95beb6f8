import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { askHub } from "./ask-hub";
import type { AskOptions, HubAnswer } from "./ask-hub";

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor?: string | null;
}

/**
 * Asks an operation that takes `$after` page by page, to the last. Every page is read at the data version of the first, whatever is published
 * meanwhile.
 *
 * @param pageInfoOf where the answer has the `pageInfo` of the list that goes on.
 * @throws HubError
 */
export async function* askPages<Data, Variables extends { readonly after?: string | null | undefined }>(
  hub: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pageInfoOf: (data: Data) => PageInfo,
  options: AskOptions = {},
): AsyncGenerator<HubAnswer<Data>, void, undefined> {
  let after = variables.after;
  do {
    const answer = await askHub(hub, document, after == null ? variables : { ...variables, after }, options);
    yield answer;
    const { hasNextPage, endCursor } = pageInfoOf(answer.data);
    after = hasNextPage ? endCursor : undefined;
  } while (after != null);
}
