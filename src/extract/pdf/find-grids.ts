import type { PageMarks, Rule } from "./page-marks";

/** A table as its ruling lines draw it. */
export interface Grid {
  /** Column edges from left to right, one more than there are columns. */
  readonly x: readonly number[];
  /** Row edges from top to bottom. */
  readonly y: readonly number[];
  readonly cells: readonly GridCell[];
  /** The index into `cells` of each place, by row and column. */
  readonly cellAt: readonly (readonly number[])[];
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Lines that are closer than this are one: neighbouring cells often draw their common border twice. */
const SAME_LINE = 2.6;
/** Borders meet, though each may stop a little short. */
const REACH = 3;
/** A border may be drawn for a part of a cell's side only; half of it decides. */
const DRAWN_SHARE = 0.5;
const MAX_PLACES = 200_000;

/** The ruled tables of a page, from top to bottom. A frame without inner lines is none. */
export function findGrids(page: PageMarks): Grid[] {
  const horizontal = mergeLines(page.horizontal.map((rule) => ({ at: (rule.y0 + rule.y1) / 2, from: rule.x0, to: rule.x1 })));
  const vertical = mergeLines(page.vertical.map((rule) => ({ at: (rule.x0 + rule.x1) / 2, from: rule.y0, to: rule.y1 })));
  const grids = connectedLines(horizontal, vertical).map(gridOf);
  return grids.filter((grid) => grid !== undefined).sort((a, b) => (a.y[0] ?? 0) - (b.y[0] ?? 0));
}

/** A straight line: its place across, and its extent along. */
interface Line {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function mergeLines(lines: readonly Line[]): Line[] {
  const merged: Line[] = [];
  for (const group of groupNear(lines, (line) => line.at, SAME_LINE)) {
    const at = group.reduce((sum, line) => sum + line.at, 0) / group.length;
    let open: { at: number; from: number; to: number } | undefined;
    for (const line of group.toSorted((a, b) => a.from - b.from)) {
      if (open !== undefined && line.from <= open.to + REACH) open.to = Math.max(open.to, line.to);
      else merged.push((open = { at, from: line.from, to: line.to }));
    }
  }
  return merged;
}

/** Values in groups whose members are within `width` of the first. */
export function groupNear<T>(items: readonly T[], place: (item: T) => number, width: number): T[][] {
  const groups: T[][] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const item of items.toSorted((a, b) => place(a) - place(b))) {
    if (place(item) - start > width) {
      groups.push([]);
      start = place(item);
    }
    groups.at(-1)?.push(item);
  }
  return groups;
}

interface LineGroup {
  readonly horizontal: Line[];
  readonly vertical: Line[];
}

function connectedLines(horizontal: readonly Line[], vertical: readonly Line[]): LineGroup[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[at] = root;
    return root;
  };
  for (const [v, upright] of vertical.entries()) {
    for (const [h, flat] of horizontal.entries()) {
      const meets =
        upright.at >= flat.from - REACH &&
        upright.at <= flat.to + REACH &&
        flat.at >= upright.from - REACH &&
        flat.at <= upright.to + REACH;
      if (meets) parent[find(horizontal.length + v)] = find(h);
    }
  }
  const groups = new Map<number, LineGroup>();
  const groupOf = (at: number): LineGroup => {
    const root = find(at);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    return group;
  };
  for (const [h, line] of horizontal.entries()) groupOf(h).horizontal.push(line);
  for (const [v, line] of vertical.entries()) groupOf(horizontal.length + v).vertical.push(line);
  return [...groups.values()].filter((group) => group.horizontal.length >= 2 && group.vertical.length >= 1);
}

function gridOf({ horizontal, vertical }: LineGroup): Grid | undefined {
  const x = edges(vertical, horizontal);
  const y = edges(horizontal, vertical);
  const [rows, columns] = [y.length - 1, x.length - 1];
  if (rows < 1 || columns < 1 || rows * columns < 2 || rows * columns > MAX_PLACES) return undefined;
  const wallBefore = walls(x, y, vertical);
  const wallAbove = walls(y, x, horizontal);
  const regions = openRegions(
    rows,
    columns,
    (row, column) => wallBefore[column]?.[row] === true,
    (row, column) => wallAbove[row]?.[column] === true,
  );
  const cells = regions.flatMap(rectanglesOf).sort((a, b) => a.row - b.row || a.column - b.column);
  if (cells.length < 2) return undefined;
  const cellAt = Array.from({ length: rows }, () => new Array<number>(columns).fill(-1));
  for (const [index, cell] of cells.entries()) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) cellAt[row]?.fill(index, cell.column, cell.column + cell.columnSpan);
  }
  return { x, y, cells, cellAt };
}

/** The places of the lines, with the outermost ends of the lines across them where the outer border is left out. */
function edges(lines: readonly Line[], across: readonly Line[]): number[] {
  const places = groupNear(lines, (line) => line.at, SAME_LINE).map(
    (group) => group.reduce((sum, line) => sum + line.at, 0) / group.length,
  );
  const first = Math.min(...across.map((line) => line.from));
  const last = Math.max(...across.map((line) => line.to));
  if ((places[0] ?? 0) - first > 2 * REACH) places.unshift(first);
  if (last - (places.at(-1) ?? 0) > 2 * REACH) places.push(last);
  return places;
}

/** For each edge place and each band between two edges across: whether a line is drawn there. The outer border always counts as drawn. */
function walls(places: readonly number[], across: readonly number[], lines: readonly Line[]): boolean[][] {
  return places.map((place, at) => {
    const here = lines.filter((line) => Math.abs(line.at - place) <= SAME_LINE);
    return across.slice(1).map((end, band) => {
      if (at === 0 || at === places.length - 1) return true;
      const start = across[band] ?? 0;
      const drawn = here.reduce((sum, line) => sum + Math.max(0, Math.min(line.to, end) - Math.max(line.from, start)), 0);
      return drawn >= DRAWN_SHARE * (end - start);
    });
  });
}

type Place = readonly [row: number, column: number];

/** Places that no line parts. */
function openRegions(
  rows: number,
  columns: number,
  wallBefore: (row: number, column: number) => boolean,
  wallAbove: (row: number, column: number) => boolean,
): Place[][] {
  const seen = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
  const regions: Place[][] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (seen[row]?.[column] === true) continue;
      const region: Place[] = [];
      const open: Place[] = [[row, column]];
      const visit = (r: number, c: number): void => {
        const line = seen[r];
        if (line?.[c] !== false) return;
        line[c] = true;
        open.push([r, c]);
      };
      const start = seen[row];
      if (start !== undefined) start[column] = true;
      for (let place = open.pop(); place !== undefined; place = open.pop()) {
        region.push(place);
        const [r, c] = place;
        if (c > 0 && !wallBefore(r, c)) visit(r, c - 1);
        if (c + 1 < columns && !wallBefore(r, c + 1)) visit(r, c + 1);
        if (r > 0 && !wallAbove(r, c)) visit(r - 1, c);
        if (r + 1 < rows && !wallAbove(r + 1, c)) visit(r + 1, c);
      }
      regions.push(region);
    }
  }
  return regions;
}

/**
 * A region is one cell; where a border is missing it may be no rectangle, and falls into several: runs of its rows, joined where they
 * agree.
 */
function rectanglesOf(region: readonly Place[]): GridCell[] {
  const runs = new Map<string, { row: number; column: number; rowSpan: number; columnSpan: number }[]>();
  const byRow = new Map<number, number[]>();
  for (const [row, column] of region) byRow.set(row, [...(byRow.get(row) ?? []), column]);
  for (const [row, columns] of [...byRow].sort(([a], [b]) => a - b)) {
    columns.sort((a, b) => a - b);
    for (let at = 0; at < columns.length;) {
      let end = at + 1;
      while (end < columns.length && columns[end] === (columns[end - 1] ?? 0) + 1) end += 1;
      const column = columns[at] ?? 0;
      const columnSpan = end - at;
      const key = `${column}+${columnSpan}`;
      const above = runs.get(key)?.at(-1);
      if (above !== undefined && above.row + above.rowSpan === row) above.rowSpan += 1;
      else runs.set(key, [...(runs.get(key) ?? []), { row, column, rowSpan: 1, columnSpan }]);
      at = end;
    }
  }
  return [...runs.values()].flat();
}

export const gridBox = (grid: Grid): Rule => ({ x0: grid.x[0] ?? 0, y0: grid.y[0] ?? 0, x1: grid.x.at(-1) ?? 0, y1: grid.y.at(-1) ?? 0 });
