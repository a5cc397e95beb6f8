import type { DataSource } from "typeorm";
import { invariant } from "../../lib/invariant";
import { queryInTime } from "../query-in-time";
import { inStatementSpan } from "../statement-span";

export type SqlValue = string | number | null;
/** One row as an array of its columns: no names, no entity. */
export type ArrayRow = readonly SqlValue[];

/** Reads rows as arrays. The comparison's only way to the database, so that its statements can be counted. */
export interface ArrayReader {
  read(sql: string, parameters: readonly SqlValue[]): Promise<ArrayRow[]>;
  close(): void;
}

interface EmbeddedConnection {
  prepare(sql: string): EmbeddedStatement;
  pragma(text: string): unknown;
  close(): void;
}

interface EmbeddedStatement {
  raw(on: boolean): EmbeddedStatement;
  all(...parameters: readonly SqlValue[]): ArrayRow[];
}

export function createArrayReader(dataSource: DataSource): ArrayReader {
  return dataSource.options.type === "better-sqlite3" ? createEmbeddedReader(dataSource) : createPoolReader(dataSource);
}

function createPoolReader(dataSource: DataSource): ArrayReader {
  return {
    read: (sql, parameters) => queryInTime(dataSource, { sql, values: parameters, rowsAsArray: true }),
    close: () => undefined,
  };
}

const STATEMENTS_KEPT = 50;

/**
 * A connection of its own to the embedded database: on the data source's one connection a reader would see what a transaction in progress
 * has not committed yet, and could take half of a publication for a data version.
 */
function createEmbeddedReader(dataSource: DataSource): ArrayReader {
  const { driver, database } = dataSource.options as { driver?: unknown; database?: unknown };
  invariant(typeof driver === "function" && typeof database === "string", "the embedded database is opened through its driver by path");
  const connection = new (driver as new (path: string) => EmbeddedConnection)(database);
  connection.pragma("busy_timeout = 10000");
  const statements = new Map<string, EmbeddedStatement>();
  const prepare = (sql: string): EmbeddedStatement => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql).raw(true);
    if (statements.size >= STATEMENTS_KEPT) statements.delete(statements.keys().next().value ?? "");
    statements.set(sql, statement);
    return statement;
  };
  return {
    read: (sql, parameters) => inStatementSpan(dataSource, sql, async () => prepare(sql).all(...parameters)),
    close: () => connection.close(),
  };
}
