import { readAlignedTables } from "./aligned-tables";
import type { Glyph, PageMarks } from "./page-marks";
import { middleOf } from "./page-marks";
import { findGrids, gridBox } from "./find-grids";
import type { PageTable } from "./ruled-table";
import { readRuledTable } from "./ruled-table";
import type { TextLine } from "./text-lines";
import { linesOfGlyphs } from "./text-lines";

/** What a page holds, from top to bottom. */
export type PageItem =
  | { readonly kind: "LINE"; readonly line: TextLine; readonly top: number }
  | { readonly kind: "TABLE"; readonly table: PageTable; readonly top: number };

export interface PageItems {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PageItem[];
}

export function readPageItems(page: PageMarks): PageItems {
  const grids = findGrids(page);
  const inGrid = grids.map((): Glyph[] => []);
  const outside: Glyph[] = [];
  // A table within a cell of another has the smaller box.
  const boxes = grids
    .map((grid, index) => ({ index, ...gridBox(grid) }))
    .sort((a, b) => (a.x1 - a.x0) * (a.y1 - a.y0) - (b.x1 - b.x0) * (b.y1 - b.y0));
  for (const glyph of page.glyphs) {
    const [x, y] = [glyph.x + glyph.width / 2, middleOf(glyph)];
    const box = boxes.find(({ x0, y0, x1, y1 }) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
    (inGrid[box?.index ?? -1] ?? outside).push(glyph);
  }
  const tables = grids.map((grid, index): PageItem => ({
    kind: "TABLE",
    table: readRuledTable(grid, inGrid[index] ?? []),
    top: grid.y[0] ?? 0,
  }));
  const unruled = readAlignedTables(linesOfGlyphs(outside));
  const lines = unruled.lines.map((line): PageItem => ({ kind: "LINE", line, top: line.y - line.size }));
  const aligned = unruled.tables.map((table): PageItem => ({ kind: "TABLE", table, top: table.top }));
  const items = [...tables.filter(hasText), ...aligned, ...lines].sort((a, b) => a.top - b.top);
  return { number: page.number, width: page.width, height: page.height, items };
}

function hasText(item: PageItem): boolean {
  return item.kind === "LINE" || item.table.rows.some((row) => row.some((cell) => cell.text !== ""));
}
