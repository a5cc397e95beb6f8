import type { Cell, Span, Table } from "../../model/extracted-document";
import { plainLabel } from "./plain-label";

/** A cell of a table with its place in the document, as often as its merged area covers. */
export interface GridCell {
  /** As extracted. */
  readonly text: string;
  /** For comparisons. */
  readonly label: string;
  readonly block: number;
  readonly row: number;
  /** Index into the row's cells. */
  readonly cell: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly indent?: number;
}

export interface GridRow {
  readonly block: number;
  readonly row: number;
  /** The cells that begin in this row. */
  readonly own: readonly GridCell[];
  /** By grid column: the cell that covers it here; undefined where the table has none. */
  readonly covering: readonly (GridCell | undefined)[];
}

/** The widest table that is looked at; a wider one is an attack or a spreadsheet of formats. */
const MAX_COLUMNS = 500;

/** Lays a table out on its grid, so that merged cells are found from every place that they cover. */
export function gridOf(table: Table, block: number): GridRow[] {
  const rows: GridRow[] = [];
  /** By column: the cell from above that still reaches down. */
  const reaching: ({ readonly cell: GridCell; readonly until: number } | undefined)[] = [];
  table.rows.forEach((cells, row) => {
    const own = cells.map((cell, at) => gridCell(cell, block, row, at)).filter((cell) => cell.column < MAX_COLUMNS);
    const covering = reaching.map((from) => (from !== undefined && from.until > row ? from.cell : undefined));
    for (const cell of own) {
      for (let column = cell.column; column < Math.min(cell.column + cell.columnSpan, MAX_COLUMNS); column += 1) {
        covering[column] = cell;
        reaching[column] = cell.rowSpan > 1 ? { cell, until: row + cell.rowSpan } : reaching[column];
      }
    }
    rows.push({ block, row, own, covering });
  });
  return rows;
}

const gridCell = (cell: Cell, block: number, row: number, at: number): GridCell => ({
  text: cell.text,
  label: plainLabel(cell.text),
  block,
  row,
  cell: at,
  column: cell.column,
  columnSpan: Math.max(1, cell.columnSpan),
  rowSpan: Math.max(1, cell.rowSpan),
  ...(cell.indent === undefined ? {} : { indent: cell.indent }),
});

/** The whole text of a cell, or a part of it, as a place. */
export const spanOf = (cell: GridCell, start = 0, end = cell.text.length): Span => ({
  block: cell.block,
  row: cell.row,
  cell: cell.cell,
  start,
  end,
});

/** Whether a cell begins in this row (and does not only reach into it). */
export const beginsIn = (cell: GridCell, row: GridRow): boolean => cell.row === row.row && cell.block === row.block;
