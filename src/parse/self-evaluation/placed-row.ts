import type { Cell, Span, Table } from "../../model/extracted-document";

/** A row of a table with its place in the document. */
export interface PlacedRow {
  readonly block: number;
  readonly row: number;
  readonly cells: readonly PlacedCell[];
  /** The cells' grid columns are known; without it a cell only has its order in the row. */
  readonly gridded: boolean;
}

export interface PlacedCell {
  readonly text: string;
  /** Grid columns [from, to). */
  readonly from: number;
  readonly to: number;
  readonly place: { readonly block: number; readonly row: number; readonly cell: number };
}

export function placeRows(table: Table, block: number): PlacedRow[] {
  const gridded = isGridded(table);
  return table.rows.map((cells, row) => ({ block, row, gridded, cells: cells.map((cell, index) => placeCell(cell, block, row, index)) }));
}

/** Text loses merged cells; only a table with spans, gaps or rows of one length has columns that hold from row to row. */
function isGridded(table: Table): boolean {
  const cells = table.rows.flatMap((row) => row.map((cell, index) => ({ cell, index })));
  if (cells.some(({ cell, index }) => cell.columnSpan > 1 || cell.rowSpan > 1 || cell.column !== index)) return true;
  return new Set(table.rows.map((row) => row.length)).size === 1;
}

function placeCell(cell: Cell, block: number, row: number, index: number): PlacedCell {
  return { text: cell.text, from: cell.column, to: cell.column + cell.columnSpan, place: { block, row, cell: index } };
}

/** The whole text of a cell. */
export const spanOf = (cell: PlacedCell): Span => ({ ...cell.place, start: 0, end: cell.text.length });

export const isFilled = (cell: PlacedCell): boolean => cell.text.trim() !== "";
