import type { Block } from "../../../src/model/extracted-document";

/** What a document of any format is to hold: paragraphs as strings, tables as rows of cells from left to right. */
export type DocumentDescription = readonly (string | TableDescription)[];

export interface TableDescription {
  readonly rows: readonly (readonly (string | CellDescription)[])[];
}

export interface CellDescription {
  readonly text: string;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** In characters. */
  readonly indent?: number;
}

/** A cell with its place in the grid. */
export interface PlacedCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly indent: number;
}

/** The cells of a table at their places: each takes the next place that no cell from above covers. */
export function placeCells(table: TableDescription): PlacedCell[] {
  const taken = new Set<string>();
  return table.rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell): PlacedCell => {
      const { text, columnSpan = 1, rowSpan = 1, indent = 0 } = typeof cell === "string" ? { text: cell } : cell;
      while (taken.has(`${row},${column}`)) column += 1;
      for (let r = row; r < row + rowSpan; r += 1) for (let c = column; c < column + columnSpan; c += 1) taken.add(`${r},${c}`);
      const placed = { text, row, column, columnSpan, rowSpan, indent };
      column += columnSpan;
      return placed;
    });
  });
}

export const columnsOf = (table: TableDescription): number => Math.max(...placeCells(table).map((cell) => cell.column + cell.columnSpan));

/** The blocks that every reader is to give, without page numbers. */
export function blocksOfDescription(description: DocumentDescription): Block[] {
  return description.map((block): Block => {
    if (typeof block === "string") return { kind: "PARAGRAPH", text: block };
    const cells = placeCells(block);
    const rows = block.rows.map((_, row) =>
      cells
        .filter((cell) => cell.row === row)
        .map(({ text, column, columnSpan, rowSpan, indent }) => ({ text, column, columnSpan, rowSpan, ...(indent > 0 ? { indent } : {}) })),
    );
    return { kind: "TABLE", rows };
  });
}

/** The same blocks without the pages that only some formats have. */
export function withoutPages(blocks: readonly Block[]): Block[] {
  return blocks.map(({ page: _page, ...block }) => block as Block);
}
