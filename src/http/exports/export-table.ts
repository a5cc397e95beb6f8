/** null is what has no value: an empty cell, never a zero. */
export type ExportValue = string | number | null;

export interface ExportColumn {
  /** The header, and the name in NDJSON. */
  readonly name: string;
  /** How a spreadsheet writes its numbers. */
  readonly format: "TEXT" | "INTEGER" | "YEAR" | "DECIMAL";
  readonly width: number;
}

/** A cell of a header over several rows. */
export interface HeaderCell {
  readonly text: string;
  /** How many columns and rows it spans; one by itself. */
  readonly columns?: number;
  readonly rows?: number;
}

/** How a sheet prints a table: as a form on paper does. */
export interface SheetForm {
  /** Above the header: title, number, whose, in which unit. */
  readonly lines: readonly string[];
  readonly header: readonly (readonly HeaderCell[])[];
}

/** A table that is sent while it is read. */
export interface ExportTable {
  /** Of the sheet. */
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  /** Where the sheet is a printed form; a sheet without one is headed by the names of its columns. */
  readonly form?: SheetForm;
  /** Begins again each time. */
  rows(): AsyncIterable<readonly ExportValue[]>;
}
