import type { Cell } from "../../model/extracted-document";
import type { Grid, GridCell } from "./find-grids";
import { groupNear } from "./find-grids";
import { textOfCell } from "./cell-lines";
import type { Glyph } from "./page-marks";
import { middleOf, rightOf } from "./page-marks";
import type { TextLine } from "./text-lines";
import { gapBetween, linesOfGlyphs, textOfLine } from "./text-lines";

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
  const parted = partBands(grid, lines);
  return parted === undefined ? tableOf(grid, lines) : tableOf(parted.grid, parted.lines);
}

function tableOf(grid: Grid, lines: readonly (readonly TextLine[])[]): PageTable {
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

/** Whole as printed: of 6,233,1 above 00.00 neither is, they are one amount that wrapped. */
const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?:0|[1-9]\d*)\.\d+)$/;
/** A band of one row may hold two amounts under each other in one cell; in more cells it is several rows. */
const FEWEST_STACKS = 2;

/**
 * Rows that no lines part: where cells side by side hold several amounts under each other, the band between two lines is as many rows as
 * there are amounts, and every text goes to the nearest.
 */
function partBands(
  grid: Grid,
  lines: readonly (readonly TextLine[])[],
): { readonly grid: Grid; readonly lines: readonly (readonly TextLine[])[] } | undefined {
  const anchors = grid.y.slice(1).map((_, row) => rowsWithin(grid, lines, row));
  if (anchors.every((places) => places.length < 2)) return undefined;
  const firstRow = anchors.map((_, row) => anchors.slice(0, row).reduce((sum, places) => sum + Math.max(1, places.length), 0));
  const y = anchors.flatMap((places, row) => {
    const [top, bottom] = [grid.y[row] ?? 0, grid.y[row + 1] ?? 0];
    return places.length < 2
      ? [top]
      : places.map((place, at) => (at === 0 ? top : (place + (places[at - 1] ?? top)) / 2)).filter((edge) => edge < bottom);
  });
  const cells: GridCell[] = [];
  const shared: TextLine[][] = [];
  for (const [index, cell] of grid.cells.entries()) {
    const places = anchors[cell.row] ?? [];
    const own = lines[index] ?? [];
    const start = firstRow[cell.row] ?? 0;
    if (cell.rowSpan > 1 || places.length < 2) {
      const end = cell.row + cell.rowSpan < firstRow.length ? (firstRow[cell.row + cell.rowSpan] ?? 0) : y.length;
      cells.push({ ...cell, row: start, rowSpan: end - start });
      shared.push([...own]);
      continue;
    }
    for (const at of places.keys()) {
      cells.push({ ...cell, row: start + at });
      shared.push(own.filter((line) => nearest(places, line.y) === at));
    }
  }
  return { grid: { x: grid.x, y: [...y, grid.y.at(-1) ?? 0], cells, cellAt: grid.cellAt }, lines: shared };
}

/** The baselines of the rows that stand within one band. */
function rowsWithin(grid: Grid, lines: readonly (readonly TextLine[])[], row: number): number[] {
  const stacks = grid.cells.flatMap((cell, index) => {
    if (cell.row !== row || cell.rowSpan > 1) return [];
    const amounts = (lines[index] ?? []).filter((line) => AMOUNT.test(textOfLine(line)));
    return amounts.length >= 2 && amounts.length === lines[index]?.length ? [amounts] : [];
  });
  if (stacks.length < FEWEST_STACKS) return [];
  return groupNear(stacks.flat(), (line) => line.y, 0.5 * (stacks[0]?.[0]?.size ?? 10)).map((group) => group[0]?.y ?? 0);
}

const nearest = (places: readonly number[], at: number): number =>
  places.reduce((best, place, index) => (Math.abs(place - at) < Math.abs((places[best] ?? 0) - at) ? index : best), 0);

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
