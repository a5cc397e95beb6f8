import type { RowReader, SqlValue } from "./row-reader";
import { WhereClause } from "./where-clause";

/** Where a page begins, and how long it is. */
export interface PageRequest {
  readonly first: number;
  /** The key of the row that the page comes after; null at the beginning. */
  readonly after: readonly SqlValue[] | null;
}

/** The key of a page is none of its list's: it was made up. */
export class StrangeKeyError extends Error {
  override readonly name = "StrangeKeyError";
}

/** The place after which a page begins, in a list whose keys are places. @throws StrangeKeyError */
export function placeAfter(after: PageRequest["after"]): number {
  if (!after) return 0;
  const [place] = after;
  if (after.length === 1 && typeof place === "number" && Number.isSafeInteger(place) && place >= 0) return place;
  throw new StrangeKeyError("A page begins after a place of its list");
}

export interface Page<Row> {
  readonly rows: readonly KeyedRow<Row>[];
  readonly hasNextPage: boolean;
  /** The length of the whole list: a statement of its own, for those who ask. */
  countAll(): Promise<number>;
}

export interface KeyedRow<Row> {
  readonly row: Row;
  /** The values of the order's terms in this row: where the next page goes on. */
  readonly key: readonly SqlValue[];
}

/** One term of an order. */
export interface OrderTerm {
  readonly sql: string;
  readonly direction: "ASC" | "DESC";
  /** What has no value comes last in both directions: missing is not small. */
  readonly nullable?: boolean;
}

/** A list as SQL: everything here is written in code; what clients say is in the parameters of `where`. */
export interface ListStatement {
  readonly columns: string;
  readonly from: string;
  readonly where: WhereClause;
  /** Together the terms tell every row apart. */
  readonly order: readonly OrderTerm[];
}

/** Reads one page by key and not by offset: as fast at the end of a list as at its beginning, and without gaps where rows come in between. */
export async function readPage<Row>(reader: RowReader, list: ListStatement, { first, after }: PageRequest): Promise<Page<Row>> {
  const { columns, from, where, order } = list;
  const paged = new WhereClause().and(where.sql, ...where.parameters);
  if (after) addBeyond(paged, order, after);
  const keys = order.map(({ sql }, index) => `${sql} AS pageKey${index}`);
  const terms = order.flatMap(({ sql, direction, nullable }) => [...(nullable ? [`${sql} IS NULL`] : []), `${sql} ${direction}`]);
  const rows = await reader.rows<Row & Record<string, SqlValue>>(
    `SELECT ${[columns, ...keys].join(", ")} FROM ${from} WHERE ${paged.sql} ORDER BY ${terms.join(", ")} LIMIT ?`,
    [...paged.parameters, first + 1],
  );
  return {
    rows: rows.slice(0, first).map((row) => ({ row, key: order.map((_, index) => row[`pageKey${index}`] ?? null) })),
    hasNextPage: rows.length > first,
    countAll: () => countRows(reader, list),
  };
}

async function countRows(reader: RowReader, { from, where }: ListStatement): Promise<number> {
  const [count] = await reader.rows<{ total: number }>(`SELECT COUNT(*) AS total FROM ${from} WHERE ${where.sql}`, where.parameters);
  return Number(count?.total ?? 0);
}

function addBeyond(where: WhereClause, order: readonly OrderTerm[], key: readonly SqlValue[]): void {
  if (order.length !== key.length) throw new StrangeKeyError("A page begins after a key of its own order");
  const { sql, parameters } = beyond(order, key);
  const [term] = order;
  // Says nothing new, and lets an index begin where the page does: by alternatives alone none can.
  if (term && !term.nullable) where.and(`${term.sql} ${term.direction === "ASC" ? ">=" : "<="} ?`, key[0] ?? null);
  where.and(sql, ...parameters);
}

interface Condition {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** The rows that come after the key: further in the first term, or tied in it and further in the others. */
function beyond([term, ...others]: readonly OrderTerm[], [value = null, ...values]: readonly SqlValue[]): Condition {
  if (!term) return { sql: "1 = 0", parameters: [] };
  const rest = beyond(others, values);
  if (value === null) return { sql: `${term.sql} IS NULL AND (${rest.sql})`, parameters: rest.parameters };
  const further = `${term.sql} ${term.direction === "ASC" ? ">" : "<"} ?${term.nullable ? ` OR ${term.sql} IS NULL` : ""}`;
  if (others.length === 0) return { sql: further, parameters: [value] };
  return { sql: `${further} OR (${term.sql} = ? AND (${rest.sql}))`, parameters: [value, value, ...rest.parameters] };
}
