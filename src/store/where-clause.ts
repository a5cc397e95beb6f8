import type { SqlValue } from "./row-reader";
import { marks } from "./select-in";

/** The conditions of a statement, each with its parameters, all of which must hold. */
export class WhereClause {
  private readonly conditions: string[] = [];
  readonly parameters: SqlValue[] = [];

  and(condition: string, ...parameters: readonly SqlValue[]): this {
    this.conditions.push(`(${condition})`);
    this.parameters.push(...parameters);
    return this;
  }

  /** Adds a condition only where something is asked for. */
  andIf<Value>(value: Value | null | undefined, condition: string, parametersOf: (value: Value) => readonly SqlValue[]): this {
    return value === undefined || value === null ? this : this.and(condition, ...parametersOf(value));
  }

  andIn(column: string, values: readonly SqlValue[] | null | undefined): this {
    if (!values) return this;
    return values.length === 0 ? this.and("1 = 0") : this.and(`${column} IN (${marks(values)})`, ...values);
  }

  /** The text stands anywhere in one of the columns. */
  andContains(columns: readonly string[], text: string | null | undefined): this {
    if (!text) return this;
    const pattern = `%${text.replace(/[!%_]/g, "!$&")}%`;
    return this.and(columns.map((column) => `${column} LIKE ? ESCAPE '!'`).join(" OR "), ...columns.map(() => pattern));
  }

  /** Rows that are published at a data version. */
  andVisible(alias: string, dataVersion: number): this {
    return this.and(`${alias}.visible_from <= ? AND ${alias}.visible_to > ?`, dataVersion, dataVersion);
  }

  get sql(): string {
    return this.conditions.length === 0 ? "1 = 1" : this.conditions.join(" AND ");
  }
}
