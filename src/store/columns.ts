import { Column, PrimaryColumn } from "typeorm";
import type { ColumnOptions, ValueTransformer } from "typeorm";
import { exact } from "../model/printed-number";

/** BIGINT ↔ exact integer. The drivers answer numbers, decimal strings or both; anything beyond exact integers is refused, never rounded. */
export const exactInteger: ValueTransformer = {
  to: (value: number | null | undefined) => (typeof value === "number" ? exact(value) : value),
  from: (value: number | string | null) => (value === null ? null : exact(Number(value))),
};

export const Amount = (options: ColumnOptions = {}) => Column({ type: "bigint", transformer: exactInteger, ...options });
export const Int = (options: ColumnOptions = {}) => Column({ type: "integer", ...options });
export const SmallInt = (options: ColumnOptions = {}) => Column({ type: "smallint", ...options });
export const Text = (options: ColumnOptions = {}) => Column({ type: "text", ...options });
/** At most 65,535 bytes on every engine. */
export const Blob = (options: ColumnOptions = {}) => Column({ type: "blob", ...options });
export const Varchar = (length: number, options: ColumnOptions = {}) => Column({ type: "varchar", length: String(length), ...options });
/** An instant in UTC as ISO 8601 text: sorts as it reads, and no driver shifts it. */
export const Instant = (options: ColumnOptions = {}) => Varchar(24, options);

export const KeyInt = () => PrimaryColumn({ type: "integer" });
export const KeySmallInt = () => PrimaryColumn({ type: "smallint" });
export const KeyAmount = () => PrimaryColumn({ type: "bigint", transformer: exactInteger });
export const KeyVarchar = (length: number) => PrimaryColumn({ type: "varchar", length: String(length) });

/** The data version that a row without an end is visible to, and that a draft is visible from. */
export const NEVER = Number.MAX_SAFE_INTEGER;
