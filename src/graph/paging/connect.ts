import { createHash } from "node:crypto";
import type { Page, PageRequest } from "../../store/read-page";
import type { GraphContext } from "../graph-context";
import { LIMITS } from "../limits";
import { requestError } from "../request-error";
import type { Connection } from "./connection.type";
import { readCursor, writeCursor } from "./cursor";
import type { PageArgs } from "./page-args";

/**
 * Answers one page of a list as a connection.
 *
 * @param question all that tells this list from another (filters, order): a cursor is good for its own question only.
 * @param read reads the page at the data version of the list's first page.
 */
export async function connect<Row, Node>(
  { hubState }: Pick<GraphContext, "hubState">,
  { first, after }: PageArgs,
  question: unknown,
  read: (page: PageRequest, dataVersion: number) => Promise<Page<Row>>,
  nodeOf: (row: Row) => Node,
): Promise<Connection<Node>> {
  if (first < 1 || first > LIMITS.maxFirst)
    throw requestError("PAGE_SIZE", `\`first\` is a number from 1 to ${LIMITS.maxFirst}, and is ${first}`);
  const key = createHash("sha256").update(JSON.stringify(question)).digest("base64url").slice(0, 12);
  const cursor = after ? readCursor(after, key) : { dataVersion: (await hubState()).dataVersion, offset: 0, question: key };
  const page = await read({ first, offset: cursor.offset }, cursor.dataVersion);
  const edges = page.rows.map((row, index) => ({
    cursor: writeCursor({ ...cursor, offset: cursor.offset + index + 1 }),
    node: nodeOf(row),
  }));
  return {
    nodes: edges.map(({ node }) => node),
    edges,
    totalCount: page.totalCount,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: cursor.offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
