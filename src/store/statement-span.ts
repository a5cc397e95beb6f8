import { SpanKind } from "@opentelemetry/api";
import type { SpanOptions } from "@opentelemetry/api";
import { inSpan } from "../lib/in-span";
import type { Database } from "./open-database";

/** Statements that list a thousand keys are told by their beginning. */
const LONGEST = 4_000;
const SYSTEMS: Readonly<Record<string, string>> = { "better-sqlite3": "sqlite" };

/** The text of a statement, in which values are places alone: what they are is never told. */
export function statementSpan({ options }: Database, sql: string): { readonly name: string; readonly options: SpanOptions } {
  const attributes = { "db.system.name": SYSTEMS[options.type] ?? options.type, "db.query.text": sql.slice(0, LONGEST) };
  return { name: /^\s*\(?(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? "SQL", options: { kind: SpanKind.CLIENT, attributes } };
}

/** Does a statement as a step of the trace. */
export function inStatementSpan<T>(database: Database, sql: string, work: () => Promise<T>): Promise<T> {
  const { name, options } = statementSpan(database, sql);
  return inSpan(name, options, work);
}
