import type { RowReader } from "./row-reader";
import type { WhereClause } from "./where-clause";

/** Which rows of a list: `first` of them after `offset`. What is listed is read at one data version, so that an offset stays where it is. */
export interface PageRequest {
  readonly first: number;
  readonly offset: number;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
}

/** A list as SQL: everything here is written in code; what clients say is in the parameters of `where`. */
export interface ListStatement {
  readonly columns: string;
  readonly from: string;
  readonly where: WhereClause;
  readonly orderBy: string;
}

/** One page of a list and the length of all of it, in two statements. */
export async function readPage<Row>(reader: RowReader, list: ListStatement, page: PageRequest): Promise<Page<Row>> {
  const { columns, from, where, orderBy } = list;
  const [rows, [count]] = await Promise.all([
    reader.rows<Row>(`SELECT ${columns} FROM ${from} WHERE ${where.sql} ORDER BY ${orderBy} LIMIT ? OFFSET ?`, [
      ...where.parameters,
      page.first + 1,
      page.offset,
    ]),
    reader.rows<{ total: number }>(`SELECT COUNT(*) AS total FROM ${from} WHERE ${where.sql}`, where.parameters),
  ]);
  return { rows: rows.slice(0, page.first), totalCount: Number(count?.total ?? 0), hasNextPage: rows.length > page.first };
}
