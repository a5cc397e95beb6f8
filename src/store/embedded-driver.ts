import libsql = require("libsql");

type Method = (...values: unknown[]) => unknown;
type Statement = Record<"run" | "get" | "all", Method>;

// The part of better-sqlite3's interface that is changed here, without its generics.
const Connection = libsql as unknown as new (...options: unknown[]) => { prepare(sql: string): Statement };

/**
 * libsql as TypeORM's better-sqlite3 driver expects it: a lone NULL among the parameters is a value, which libsql would take for a set of
 * named ones. Handing the values over as one list says what is meant. And a transaction takes its turn to write when it begins: one that
 * reads first and writes later is refused, however long it would wait, once another process has written in between.
 */
export class EmbeddedDriver extends Connection {
  override prepare(sql: string): Statement {
    const statement = super.prepare(sql === "BEGIN TRANSACTION" ? "BEGIN IMMEDIATE TRANSACTION" : sql);
    for (const method of ["run", "get", "all"] as const) {
      const original = statement[method].bind(statement);
      statement[method] = (...values) => (values.length === 0 ? original() : original(values));
    }
    return statement;
  }
}
