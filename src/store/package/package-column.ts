import { decimalText, readDecimalText } from "../../model/decimal-text";
import type { MeasureKind } from "../../model/measures";
import type { SqlValue } from "../row-reader";
import { snakeCase } from "../snake-case";

/** A row on its way between the tables of a hub and the files of a package: by the names of the entity's properties. */
export type CarriedRow = Record<string, SqlValue>;

/** A cell that is not what its column holds. */
export class CellError extends Error {
  override readonly name = "CellError";
}

type FieldType = "string" | "integer" | "number" | "boolean" | "object" | "array";

/** What a cell of a kind may be, in the words of Table Schema. */
export interface FieldConstraints {
  readonly required?: true;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
}

/** How a value is written into a cell and read back: exactly, or not at all. */
interface Codec {
  readonly type: FieldType;
  readonly constraints: FieldConstraints;
  readonly write: (value: string | number) => string;
  /** undefined: it is no such value. */
  readonly read: (text: string) => string | number | undefined;
  /** For the error: what it would have to be. */
  readonly wanted: string;
}

/** A column of a file: how it is described, and how its cells are written and read. */
export interface PackageColumn {
  readonly name: string;
  readonly type: FieldType;
  readonly title: string;
  readonly constraints: FieldConstraints;
  /** ColumnType of the Fiscal Data Package's taxonomy of budgets. */
  readonly columnType?: string;
  /** What a statement that reads the table selects for it. */
  readonly selects: Readonly<Record<string, string>>;
  /** An empty cell stands for nothing told. */
  readonly write: (row: CarriedRow) => string;
  /** @throws CellError */
  readonly read: (cell: string, row: CarriedRow) => void;
}

export const text = (maxLength: number): Codec => ({
  type: "string",
  constraints: { maxLength },
  write: String,
  read: (cell) => (cell.length <= maxLength ? cell : undefined),
  wanted: `a text of at most ${maxLength} characters`,
});

/** What a TEXT column holds, at three bytes a character. */
const LONG_TEXT = 21_845;
export const longText = text(LONG_TEXT);

export const matching = (pattern: RegExp, maxLength: number, wanted: string): Codec => ({
  type: "string",
  constraints: { required: true, pattern: pattern.source, maxLength },
  write: String,
  read: (cell) => (pattern.test(cell) && cell.length <= maxLength ? cell : undefined),
  wanted,
});

/** A whole number as it is stored. */
export const integer = (minimum?: number): Codec => ({
  type: "integer",
  constraints: { required: true, ...(minimum !== undefined && { minimum }) },
  write: (value) => decimalText(Number(value), 0),
  read: (cell) => {
    const value = readDecimalText(cell, 0);
    return value === undefined || value < (minimum ?? value) ? undefined : value;
  },
  wanted: minimum === undefined ? "a whole number" : `a whole number from ${minimum}`,
});

/** A decimal number of what is stored as a whole number of its small units. */
export const decimal = (decimals: number): Codec => ({
  type: "number",
  constraints: { required: true },
  write: (value) => decimalText(Number(value), decimals),
  read: (cell) => readDecimalText(cell, decimals),
  wanted: `a decimal number with at most ${decimals} decimals`,
});

/** The same without zeros at the end. */
export const shortDecimal = (decimals: number): Codec => ({
  ...decimal(decimals),
  write: (value) => decimalText(Number(value), decimals).replace(/\.?0+$/, ""),
});

export const word = (words: readonly string[]): Codec => ({
  type: "string",
  constraints: { required: true, enum: words },
  write: String,
  read: (cell) => (words.includes(cell) ? cell : undefined),
  wanted: words.length > 12 ? "a word that this hub knows (was it written by a newer one?)" : `one of ${words.join(", ")}`,
});

/** A code in the file, the id that stands for it in the tables. */
export const code = (ids: ReadonlyMap<string, number>): Codec => {
  const codes = new Map([...ids].map(([name, id]) => [id, name]));
  return {
    ...word([...ids.keys()]),
    write: (value) => codes.get(Number(value)) ?? unknownId(Number(value)),
    read: (cell) => ids.get(cell),
  };
};

function unknownId(id: number): never {
  throw new Error(`The hub holds the id ${id}, which no release has used`);
}

/** 1 and 0 in the tables. */
export const flag: Codec = {
  type: "boolean",
  constraints: { required: true },
  write: (value) => (Number(value) === 1 ? "true" : "false"),
  read: (cell) => (cell === "true" ? 1 : cell === "false" ? 0 : undefined),
  wanted: "true or false",
};

/** JSON as it is stored, byte for byte. */
export const json = (type: "object" | "array", maxLength = LONG_TEXT): Codec => ({
  type,
  constraints: { required: true },
  write: String,
  read: (cell) => (isJson(cell, type) && cell.length <= maxLength ? cell : undefined),
  wanted: `a JSON ${type}`,
});

function isJson(cell: string, type: "object" | "array"): boolean {
  try {
    const value: unknown = JSON.parse(cell);
    return typeof value === "object" && value !== null && Array.isArray(value) === (type === "array");
  } catch {
    return false;
  }
}

interface ColumnOptions {
  /** Its cells may be empty: what is not told. No table holds an empty text for that. */
  readonly optional?: true;
  /** Name of the property; the column's own name in camel case where it is left out. */
  readonly property?: string;
  /** What is selected for it; the table's column of the property's name where it is left out. */
  readonly sql?: string;
  readonly columnType?: string;
}

export function column(name: string, title: string, codec: Codec, options: ColumnOptions = {}): PackageColumn {
  const { optional = false, property = camelCase(name), sql = `t.${snakeCase(property)}`, columnType } = options;
  const { required, ...constraints } = codec.constraints;
  return {
    name,
    type: codec.type,
    title,
    constraints: { ...(required && !optional && { required }), ...constraints },
    ...(columnType !== undefined && { columnType }),
    selects: { [property]: sql },
    write: (row) => {
      const value = row[property] ?? null;
      if (value === null && !optional) throw new Error(`The hub holds a row without ${name}`);
      return value === null ? "" : codec.write(value);
    },
    read: (cell, row) => {
      row[property] = cell === "" && optional ? null : readCell(codec, cell);
    },
  };
}

function readCell({ read, wanted }: Codec, cell: string): string | number {
  const value = read(cell);
  if (value === undefined) throw new CellError(`“${cell.length > 60 ? `${cell.slice(0, 60)}…` : cell}” is not ${wanted}`);
  return value;
}

const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Money in 元, counts as they are, scores in points, rates in percent. */
export const UNIT_CODECS: Readonly<Record<MeasureKind, Codec>> = {
  MONEY: decimal(2),
  COUNT: decimal(0),
  SCORE: decimal(2),
  RATE: decimal(4),
};

/** A step is stored in ten-thousandths of the base unit. */
const STEP_CODECS: Readonly<Record<MeasureKind, Codec>> = {
  MONEY: shortDecimal(6),
  COUNT: shortDecimal(4),
  SCORE: shortDecimal(6),
  RATE: shortDecimal(8),
};

type KindOfRow = (row: CarriedRow) => MeasureKind;

/** A number whose unit another column tells. */
export function numberOf(name: string, title: string, kindOf: KindOfRow, options: Pick<ColumnOptions, "optional"> = {}): PackageColumn {
  const columns = Object.fromEntries(Object.entries(UNIT_CODECS).map(([kind, codec]) => [kind, column(name, title, codec, options)]));
  return byKind(columns as Record<MeasureKind, PackageColumn>, kindOf);
}

/** 印刷精度: one unit of the last printed digit. */
export function stepOf(kindOf: KindOfRow): PackageColumn {
  const columns = Object.fromEntries(
    Object.entries(STEP_CODECS).map(([kind, codec]) => [kind, column("step", "印刷精度（末位一个单位）", codec)]),
  );
  return byKind(columns as Record<MeasureKind, PackageColumn>, kindOf);
}

const byKind = (columns: Readonly<Record<MeasureKind, PackageColumn>>, kindOf: KindOfRow): PackageColumn => ({
  ...columns.MONEY,
  write: (row) => columns[kindOf(row)].write(row),
  read: (cell, row) => columns[kindOf(row)].read(cell, row),
});

/** One property in two columns, so that a sum over a column never adds what is no money: `amount` in 元, `quantity` for all else. */
export function valueColumns(kindOf: KindOfRow): PackageColumn[] {
  const isMoney = (row: CarriedRow): boolean => kindOf(row) === "MONEY";
  const amount = column("amount", "金额（元）", UNIT_CODECS.MONEY, { property: "value", optional: true, columnType: "value" });
  const quantity = numberOf("value", "数量、得分或百分比", kindOf, { optional: true });
  return [
    {
      ...amount,
      write: (row) => (isMoney(row) ? amount.write(row) : ""),
      read: (cell, row) => amount.read(ownCell(cell, isMoney(row)), row),
    },
    {
      ...quantity,
      name: "quantity",
      selects: {},
      write: (row) => (isMoney(row) ? "" : quantity.write(row)),
      read: (cell, row) => {
        if (ownCell(cell, !isMoney(row)) !== "") quantity.read(cell, row);
      },
    },
  ];
}

function ownCell(cell: string, belongs: boolean): string {
  if (cell !== "" && !belongs) throw new CellError("is filled, and the measure belongs into the other column");
  return cell;
}
