/** null is what has no value: an empty cell, never a zero. */
export type ExportValue = string | number | null;

export interface ExportColumn {
  /** The header, and the name in NDJSON. */
  readonly name: string;
  /** How a spreadsheet writes its numbers. */
  readonly format: "TEXT" | "INTEGER" | "YEAR" | "DECIMAL";
  readonly width: number;
}

/** A table that is sent while it is read. */
export interface ExportTable {
  /** Of the sheet. */
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  /** Begins again each time. */
  rows(): AsyncIterable<readonly ExportValue[]>;
}
