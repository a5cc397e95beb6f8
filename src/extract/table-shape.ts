import type { Cell, Table } from "../model/extracted-document";
import { cleanText, leadingIndent } from "./cell-text";

/** A table whose rows have no merged cells. */
export function tableOfRows(rows: readonly (readonly string[])[], page?: number): Table {
  return { kind: "TABLE", rows: rows.map((row) => row.map(plainCell)), ...(page === undefined ? {} : { page }) };
}

export function plainCell(raw: string, column: number): Cell {
  const text = cleanText(raw);
  const indent = text === "" ? undefined : leadingIndent(raw);
  return { text, column, columnSpan: 1, rowSpan: 1, ...(indent === undefined ? {} : { indent }) };
}
