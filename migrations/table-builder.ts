import { Table } from "typeorm";
import type { TableColumnOptions, TableIndexOptions } from "typeorm";

/** Words for writing a table once, for every engine. */
export const column = (name: string, type: "integer" | "smallint" | "bigint" | "text" | "blob"): TableColumnOptions => ({ name, type });
export const varchar = (name: string, length: number): TableColumnOptions => ({ name, type: "varchar", length: String(length) });
export const nullable = (options: TableColumnOptions): TableColumnOptions => ({ ...options, isNullable: true });
export const key = (options: TableColumnOptions): TableColumnOptions => ({ ...options, isPrimary: true });
export const generatedKey = (name: string): TableColumnOptions => ({
  name,
  type: "integer",
  isPrimary: true,
  isGenerated: true,
  generationStrategy: "increment",
});

/** A table clustered by its key: SQLite needs to be told, InnoDB does so by itself. */
export const table = (name: string, columns: TableColumnOptions[], indices: TableIndexOptions[] = []): Table =>
  new Table({ name, columns, indices, withoutRowid: !columns.some((one) => one.isGenerated) });
