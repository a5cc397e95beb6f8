import type { Cell } from "../../model/extracted-document";
import type { Grid, GridCell } from "./find-grids";
import { textOfCell } from "./cell-lines";
import type { Glyph } from "./page-marks";
import { middleOf, rightOf } from "./page-marks";
import type { TextLine } from "./text-lines";
import { gapBetween, linesOfGlyphs } from "./text-lines";

/** Rows of cells, where the columns' edges stand, and what is known of the drawing: the table of one page. */
export interface PageTable {
  readonly rows: readonly (readonly Cell[])[];
  /** Column edges in points; none for a table without lines. */
  readonly x: readonly number[];
  readonly top: number;
  readonly bottom: number;
}

/** A run of characters may hang over a border by this much (in character sizes) and still belong to its cell. */
const OVERHANG = 0.15;
const TOUCHING = 0.08;
const CENTRED = 0.8;

export function readRuledTable(grid: Grid, glyphs: readonly Glyph[]): PageTable {
  const inCell = shareOut(grid, glyphs);
  const lines = grid.cells.map((_, index) => linesOfGlyphs(inCell[index] ?? []));
  const indents = indentsOf(grid, lines);
  const rows = grid.y.slice(1).map((): Cell[] => []);
  for (const [index, place] of grid.cells.entries()) {
    const { x0, x1 } = sides(grid, place);
    const indent = indents[index];
    rows[place.row]?.push({
      text: textOfCell(lines[index] ?? [], x1 - x0),
      column: place.column,
      columnSpan: place.columnSpan,
      rowSpan: place.rowSpan,
      ...(indent === undefined ? {} : { indent }),
    });
  }
  return { rows, x: grid.x, top: grid.y[0] ?? 0, bottom: grid.y.at(-1) ?? 0 };
}

const sides = (grid: Grid, cell: GridCell): { x0: number; x1: number } => ({
  x0: grid.x[cell.column] ?? 0,
  x1: grid.x[cell.column + cell.columnSpan] ?? 0,
});

/**
 * Gives every character to a cell. A run that a border cuts through a character hangs over: it stays whole, in the cell that holds most of
 * it.
 */
function shareOut(grid: Grid, glyphs: readonly Glyph[]): Glyph[][] {
  const shares: Glyph[][] = grid.cells.map(() => []);
  for (const line of linesOfGlyphs(glyphs)) {
    for (const run of runsOf(line)) {
      const owners = run.map((glyph) => cellOf(grid, glyph));
      const clean = owners.every((owner, at) => at === 0 || owner === owners[at - 1] || isCleanCut(grid, run[at - 1], run[at], owner));
      const whole = clean ? undefined : mostOften(owners);
      for (const [at, glyph] of run.entries()) shares[whole ?? owners[at] ?? 0]?.push(glyph);
    }
    for (const space of line.glyphs) if (isBlank(space)) shares[cellOf(grid, space)]?.push(space);
  }
  return shares;
}

const isBlank = (glyph: Glyph): boolean => glyph.text.trim() === "";

function runsOf(line: TextLine): Glyph[][] {
  const runs: Glyph[][] = [];
  let before: Glyph | undefined;
  for (const glyph of line.glyphs) {
    if (isBlank(glyph)) {
      before = undefined;
      continue;
    }
    if (before !== undefined && gapBetween(before, glyph) < 0.3) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
    before = glyph;
  }
  return runs;
}

function cellOf(grid: Grid, glyph: Glyph): number {
  const row = bandOf(grid.y, middleOf(glyph));
  const column = bandOf(grid.x, glyph.x + glyph.width / 2);
  return grid.cellAt[row]?.[column] ?? 0;
}

function bandOf(edges: readonly number[], at: number): number {
  let band = 0;
  while (band < edges.length - 2 && at >= (edges[band + 1] ?? 0)) band += 1;
  return band;
}

function isCleanCut(grid: Grid, before: Glyph | undefined, after: Glyph | undefined, owner: number): boolean {
  const cell = grid.cells[owner];
  if (before === undefined || after === undefined || cell === undefined) return true;
  const border = grid.x[cell.column] ?? 0;
  const slack = OVERHANG * after.size;
  if (rightOf(before) > border + slack || after.x < border - slack) return false;
  // Cells keep their text off their borders: characters that touch are one text, unless they are numbers of two cells.
  return gapBetween(before, after) >= TOUCHING || (/\d/.test(before.text) && /\d/.test(after.text));
}

function mostOften(owners: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const owner of owners) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/** How far the left-set names of a column stand in from the leftmost of them, in characters. */
function indentsOf(grid: Grid, lines: readonly (readonly TextLine[])[]): (number | undefined)[] {
  const names = grid.cells.map((cell, index) => {
    const [first] = lines[index] ?? [];
    if (first === undefined || first.glyphs.every((glyph) => !/[\p{L}（(]/u.test(glyph.text))) return undefined;
    const { x0, x1 } = sides(grid, cell);
    return { column: cell.column, left: first.x0 - x0, right: x1 - first.x1, size: first.size };
  });
  type Name = NonNullable<(typeof names)[number]>;
  const byColumn = new Map<number, Name[]>();
  for (const name of names) if (name !== undefined) byColumn.set(name.column, [...(byColumn.get(name.column) ?? []), name]);
  // A name in the middle of its cell says nothing; but one whose left edge another name shares, though it ends elsewhere, is set to the
  // left.
  const isCentred = (name: Name): boolean =>
    Math.abs(name.left - name.right) < CENTRED * name.size &&
    !byColumn
      .get(name.column)
      ?.some((other) => Math.abs(other.left - name.left) < 0.5 && Math.abs(other.right - name.right) > 0.5 * name.size);
  return names.map((name) => {
    if (name === undefined || isCentred(name)) return undefined;
    const aligned = (byColumn.get(name.column) ?? []).filter((other) => !isCentred(other));
    const indent = Math.round((name.left - Math.min(...aligned.map((other) => other.left))) / name.size);
    return indent >= 1 ? indent : undefined;
  });
}
