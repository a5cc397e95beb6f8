import { StrangeKeyError } from "../../store/read-page";
import type { Page, PageRequest } from "../../store/read-page";
import type { GraphContext } from "../graph-context";
import { LIMITS } from "../limits";
import { requestError } from "../request-error";
import type { Connection } from "./connection.type";
import { badCursor, readCursor, writeCursor } from "./cursor";
import type { PageArgs, VersionedPageArgs } from "./page-args";

/**
 * Answers one page of a list as a connection.
 *
 * @param question all that tells this list from another (filters, order): a cursor is good for its own question only.
 * @param read reads the page at the data version of the list's first page.
 * @throws PAGE_SIZE, BAD_CURSOR, AS_OF_INVALID
 */
export async function connect<Row, Node>(
  { hubState, dataVersionAt }: Pick<GraphContext, "hubState" | "dataVersionAt">,
  { first, after, ...when }: PageArgs | VersionedPageArgs,
  question: unknown,
  read: (page: PageRequest, dataVersion: number) => Promise<Page<Row>>,
  nodeOf: (row: Row, dataVersion: number) => Node,
): Promise<Connection<Node>> {
  if (first < 1 || first > LIMITS.maxFirst)
    throw requestError("PAGE_SIZE", `\`first\` is a number from 1 to ${LIMITS.maxFirst}, and is ${first}`);
  const asked = JSON.stringify([question, when]);
  const cursor = after ? readCursor(after, asked) : undefined;
  const newest = (await hubState()).dataVersion;
  if (cursor && cursor.dataVersion > newest)
    throw requestError("BAD_CURSOR", "This cursor belongs to another hub; begin again without `after`");
  const dataVersion = cursor?.dataVersion ?? (await dataVersionAt(when));
  const page = await read({ first, after: cursor?.key ?? null }, dataVersion).catch((error: unknown): never => {
    throw error instanceof StrangeKeyError ? badCursor() : error;
  });
  const edges = page.rows.map(({ row, key }) => ({
    cursor: writeCursor({ dataVersion, key }, asked),
    node: nodeOf(row, dataVersion),
  }));
  return {
    nodes: edges.map(({ node }) => node),
    edges,
    totalCount: once(() => page.countAll()),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: cursor !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Asked under two names, counted once. */
function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | undefined;
  return () => (answer ??= ask());
}
