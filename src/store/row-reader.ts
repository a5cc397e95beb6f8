import { invariant } from "../lib/invariant";
import type { Database } from "./open-database";
import { queryInTime } from "./query-in-time";
import { inStatementSpan } from "./statement-span";

export type SqlValue = string | number | null;

/** Reads rows as plain objects, without entities. Everything that the graph reads passes here, so that statements can be counted. */
export interface RowReader {
  rows<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  close(): void;
}

interface EmbeddedConnection {
  prepare(sql: string): { all(...parameters: readonly SqlValue[]): unknown };
  pragma(text: string): unknown;
  close(): void;
}

/** A reader of its own: past the query runners of the data source, and on the embedded database past its writers. */
export function createRowReader(database: Database): RowReader {
  return database.options.type === "better-sqlite3" ? createEmbeddedReader(database) : createPoolReader(database);
}

function createPoolReader(database: Database): RowReader {
  return {
    rows: <Row>(sql: string, parameters: readonly SqlValue[] = []) => queryInTime<Row[]>(database, { sql, values: parameters }),
    close: () => undefined,
  };
}

const STATEMENTS_KEPT = 200;

/** A second connection sees only what is committed; on the data source's own one a reader would see half a transaction. */
function createEmbeddedReader(database: Database): RowReader {
  const { driver, database: file } = database.options as { driver?: unknown; database?: unknown };
  invariant(typeof driver === "function" && typeof file === "string", "the embedded database is opened through its driver by path");
  const connection = new (driver as new (path: string) => EmbeddedConnection)(file);
  connection.pragma("busy_timeout = 10000");
  const statements = new Map<string, ReturnType<EmbeddedConnection["prepare"]>>();
  const prepare = (sql: string): ReturnType<EmbeddedConnection["prepare"]> => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    const [oldest] = statements.keys();
    if (statements.size >= STATEMENTS_KEPT && oldest !== undefined) statements.delete(oldest);
    statements.set(sql, statement);
    return statement;
  };
  return {
    rows: <Row>(sql: string, parameters: readonly SqlValue[] = []) =>
      inStatementSpan(database, sql, async () => prepare(sql).all(...parameters) as Row[]),
    close: () => connection.close(),
  };
}
