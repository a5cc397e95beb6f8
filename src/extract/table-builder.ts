import type { Block, Cell } from "../model/extracted-document";
import { cleanText, leadingIndent } from "./cell-text";
import { ExtractionError } from "./extraction-error";
import type { ExtractionLimits } from "./extraction-limits";

/** Wider or higher merged cells are nonsense, or meant to exhaust whoever lays the table out. */
const WIDEST_SPAN = 1000;
const MOST_COLUMNS = 5000;

interface OpenCell {
  text: string;
  readonly column: number;
  columnSpan: number;
  rowSpan: number;
  readonly indent?: number;
  readonly contents?: readonly Block[];
}

export interface NewCell {
  /** As it stands in the file, with leading white space. */
  readonly text: string;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** Where the form says it apart from the text. */
  readonly indent?: number;
  /** All that the cell holds, in order, where that is more than text: tables within it. */
  readonly contents?: readonly Block[];
}

/** Counts the cells of all tables of a document. */
export class CellBudget {
  private used = 0;

  constructor(private readonly limits: ExtractionLimits) {}

  spend(cells: number): void {
    this.used += cells;
    if (this.used > this.limits.cells) throw new ExtractionError("LIMIT_EXCEEDED", `more than ${this.limits.cells} cells`);
  }
}

/**
 * Puts a table together row by row, as formats write it: cells from left to right, places that a merged cell of a row above covers left
 * out.
 */
export class TableBuilder {
  private readonly rows: OpenCell[][] = [];
  private column = 0;
  /** For each column: the merged cell that reaches down into the rows to come, and the first row that is free again. */
  private readonly covered = new Map<number, number>();

  constructor(private readonly budget: CellBudget) {}

  startRow(): void {
    this.budget.spend(1);
    this.rows.push([]);
    this.column = 0;
  }

  /** Takes the last row back. */
  dropRow(): void {
    const row = this.rows.pop() ?? [];
    for (const cell of row) for (let at = cell.column; at < cell.column + cell.columnSpan; at += 1) this.covered.delete(at);
  }

  /** Leaves places free. */
  skip(columns: number): void {
    this.column += Math.min(columns, WIDEST_SPAN);
  }

  /** Adds a cell at the next place that no merged cell from above covers. */
  addCell(cell: NewCell): void {
    const row = this.rows.length - 1;
    while ((this.covered.get(this.column) ?? 0) > row) this.column += 1;
    const columnSpan = clampSpan(cell.columnSpan);
    const rowSpan = clampSpan(cell.rowSpan);
    if (rowSpan > 1) for (let at = this.column; at < this.column + columnSpan; at += 1) this.covered.set(at, row + rowSpan);
    this.push(cell, columnSpan, rowSpan);
  }

  /** Adds a cell that goes on from the one above it, in forms that write every place (Word). Without one above it is a cell of its own. */
  continueCell(cell: NewCell): void {
    const columnSpan = clampSpan(cell.columnSpan);
    const above = this.cellAbove(this.column);
    if (above === undefined || above.column !== this.column) {
      this.push(cell, columnSpan, 1);
      return;
    }
    above.rowSpan += 1;
    const text = cleanText(cell.text);
    // Word hides what a merged place still holds; it is kept rather than lost.
    if (text !== "") above.text = above.text === "" ? text : `${above.text}\n${text}`;
    this.column += columnSpan;
  }

  private cellAbove(column: number): OpenCell | undefined {
    for (let row = this.rows.length - 2, distance = 1; row >= 0 && distance <= WIDEST_SPAN; row -= 1, distance += 1) {
      const found = this.rows[row]?.find((cell) => cell.column <= column && column < cell.column + cell.columnSpan);
      if (found !== undefined) return found.rowSpan >= distance ? found : undefined;
    }
    return undefined;
  }

  private push(cell: NewCell, columnSpan: number, rowSpan: number): void {
    this.budget.spend(columnSpan);
    if (this.column > MOST_COLUMNS) throw new ExtractionError("LIMIT_EXCEEDED", `more than ${MOST_COLUMNS} columns`);
    const text = cleanText(cell.text);
    const indent = text === "" ? 0 : (leadingIndent(cell.text) ?? 0) + (cell.indent ?? 0);
    this.rows.at(-1)?.push({
      text,
      column: this.column,
      columnSpan,
      rowSpan,
      ...(indent > 0 ? { indent } : {}),
      ...(cell.contents === undefined ? {} : { contents: cell.contents }),
    });
    this.column += columnSpan;
  }

  /**
   * The table, and the tables within it after it. What only lays text out is no table: a frame around one cell, and one whose inner
   * tables are
   * larger than itself; then its contents stand for themselves. A table without text is nothing.
   */
  build(page?: number): Block[] {
    const place = page === undefined ? {} : { page };
    const open = this.rows.flat();
    const inner = open.flatMap((cell) => (cell.contents ?? []).filter((block) => block.kind === "TABLE"));
    const innerCells = inner.reduce((sum, table) => sum + table.rows.reduce((cells, row) => cells + row.length, 0), 0);
    if (open.length <= 1 || innerCells > open.length) return open.flatMap((cell) => cell.contents ?? linesOf(cell.text, place));
    if (open.every((cell) => cell.text === "")) return inner;
    const rows = this.rows.map((row, at) =>
      row.map(({ text, column, columnSpan, rowSpan, indent }): Cell => {
        return { text, column, columnSpan, rowSpan: Math.min(rowSpan, this.rows.length - at), ...(indent === undefined ? {} : { indent }) };
      }),
    );
    return [{ kind: "TABLE", rows, ...place }, ...inner];
  }
}

function linesOf(text: string, place: { readonly page?: number }): Block[] {
  const lines = text.split("\n").map(cleanText);
  return lines.flatMap((line): Block[] => (line === "" ? [] : [{ kind: "PARAGRAPH", text: line, ...place }]));
}

function clampSpan(span: number | undefined): number {
  return Math.min(WIDEST_SPAN, Math.max(1, Math.trunc(span ?? 1) || 1));
}
