import type { Cell } from "../../model/extracted-document";
import { HEADING_START, ITEM_START } from "../paragraph-starts";
import type { AlignedLine, Segment } from "./aligned-lines";
import { isAmount } from "./aligned-lines";

/** Columns as the stretches of the line that they take. */
interface Column {
  readonly from: number;
  readonly to: number;
}

/** Lines that reach into a gap between columns by mistake, as a share of all. */
const STRAYS = 0.04;

/** The columns of a table without lines, and its rows in them. */
export interface AlignedTable {
  readonly rows: Cell[][];
  readonly columns: number;
}

/**
 * The rows of a table that has no lines, from where its text stands: a column is what gaps part in all rows. Head lines become a row of
 * names, and a row of groups above it where there are any; a name without anything under it is a column too.
 */
export function readAlignedTable(lines: readonly AlignedLine[]): AlignedTable | undefined {
  const firstData = Math.max(
    0,
    lines.findIndex((line) => line.segments.some(({ text }) => isAmount(text) && (/[.,]/.test(text) || line.segments.length > 2))),
  );
  const body = lines.slice(firstData);
  const found = findColumns(body);
  if (found.length < 2) return undefined;
  const { rows, places, columns } = readHead(lines.slice(0, firstData), found);
  const bodyCells = bodyRows(body, found).map((row) => spread(row, places, columns));
  return { rows: [...rows, ...bodyCells], columns };
}

/** Puts the cells of a row at the places of their columns, blank cells between. */
function spread(row: readonly Cell[], places: readonly number[], columns: number): Cell[] {
  const at = new Map(row.map((cell) => [places[cell.column] ?? cell.column, cell]));
  return Array.from({ length: columns }, (_, column): Cell => ({ ...(at.get(column) ?? { text: "", columnSpan: 1, rowSpan: 1 }), column }));
}

function findColumns(lines: readonly AlignedLine[]): Column[] {
  const full = lines.filter((line) => line.segments.length >= 2);
  const width = Math.ceil(Math.max(0, ...full.flatMap((line) => line.segments.map((segment) => segment.to))));
  const taken = new Uint32Array(width + 1);
  for (const { segments } of full)
    for (const { from, to } of segments) for (let at = Math.floor(from); at < to; at += 1) taken[at] = (taken[at] ?? 0) + 1;
  const allowed = Math.floor(STRAYS * full.length);
  const columns: Column[] = [];
  let from: number | undefined;
  for (const [at, count] of taken.entries()) {
    if (count > allowed) from ??= at;
    else if (from !== undefined) {
      columns.push({ from, to: at });
      from = undefined;
    }
  }
  return columns.flatMap((column) => splitColumn(column, full));
}

/** Where rows have two texts in what looks like one column, it is two that a text of another row reaches over. */
function splitColumn(column: Column, lines: readonly AlignedLine[]): Column[] {
  const within = lines.map(({ segments }) =>
    segments.filter((segment) => Math.min(segment.to, column.to) > Math.max(segment.from, column.from)),
  );
  const pairs = within.filter((segments) => segments.length >= 2);
  if (pairs.length < 2 || pairs.length < 0.2 * within.filter((segments) => segments.length > 0).length) return [column];
  let best = 0;
  let bestScore = 0;
  for (let at = column.from + 1; at < column.to; at += 1) {
    const parted = pairs.filter(
      (segments) =>
        segments.every(({ from, to }) => to <= at || from >= at) &&
        segments.some(({ to }) => to <= at) &&
        segments.some(({ from }) => from >= at),
    );
    const crossed = within.filter((segments) => segments.some(({ from, to }) => from < at && to > at));
    if (parted.length - crossed.length > bestScore) {
      best = at;
      bestScore = parted.length - crossed.length;
    }
  }
  if (best === 0) return [column];
  return [
    { from: column.from, to: best },
    { from: best, to: column.to },
  ].flatMap((part) => splitColumn(part, lines));
}

const middle = ({ from, to }: Column): number => (from + to) / 2;

/** The column that a segment shares most of its place with, or the nearest. */
function columnOf(segment: Segment, columns: readonly Column[]): number {
  let best = 0;
  let bestShare = Number.NEGATIVE_INFINITY;
  for (const [at, column] of columns.entries()) {
    const share = Math.min(segment.to, column.to) - Math.max(segment.from, column.from);
    if (share > bestShare) {
      best = at;
      bestShare = share;
    }
  }
  return best;
}

interface OpenRow {
  readonly texts: string[];
  readonly froms: (number | undefined)[];
  hasNumbers: boolean;
  isApart: boolean;
}

function bodyRows(lines: readonly AlignedLine[], columns: readonly Column[]): Cell[][] {
  const rows: OpenRow[] = [];
  for (const line of lines) {
    const row: OpenRow = { texts: columns.map(() => ""), froms: columns.map(() => undefined), hasNumbers: false, isApart: line.isApart };
    for (const segment of line.segments) {
      const column = columnOf(segment, columns);
      row.texts[column] = row.texts[column] === "" ? segment.text : `${row.texts[column]} ${segment.text}`;
      row.froms[column] ??= segment.from;
      row.hasNumbers ||= isAmount(segment.text);
    }
    rows.push(row);
  }
  const lefts = columns.map((_, column) => Math.min(...rows.flatMap((row) => row.froms[column] ?? [])));
  return joinWrapped(rows).map((row) =>
    row.texts.map((text, column): Cell => {
      const from = row.froms[column];
      const indent = from === undefined || isAmount(text) ? 0 : Math.round((from - (lefts[column] ?? from)) / 2);
      return { text, column, columnSpan: 1, rowSpan: 1, ...(indent >= 1 && indent <= 6 ? { indent } : {}) };
    }),
  );
}

/** Lines with a single name are parts of a name that was wrapped over or under the line with its numbers. */
function joinWrapped(rows: readonly OpenRow[]): OpenRow[] {
  const joined: OpenRow[] = [];
  for (const [at, row] of rows.entries()) {
    const names = row.texts.filter((text) => text !== "");
    const column = row.texts.findIndex((text) => text !== "");
    const before = joined.at(-1);
    const next = rows[at + 1];
    const isPart = names.length === 1 && !row.hasNumbers && !HEADING_START.test(names[0] ?? "") && !ITEM_START.test(names[0] ?? "");
    if (isPart && before !== undefined && !row.isApart) {
      const lacksName = before.texts[column] === "";
      // A name directly before a row without one begins that row's name.
      const belongsBelow = !lacksName && next !== undefined && !next.isApart && next.hasNumbers && next.texts[column] === "";
      if (!belongsBelow) {
        before.texts[column] = (before.texts[column] ?? "") + (row.texts[column] ?? "");
        before.froms[column] ??= row.froms[column];
        continue;
      }
    }
    if (
      before !== undefined &&
      !before.hasNumbers &&
      before.texts.filter((text) => text !== "").length === 1 &&
      row.hasNumbers &&
      !row.isApart
    ) {
      const own = before.texts.findIndex((text) => text !== "");
      if (row.texts[own] === "") {
        row.texts[own] = before.texts[own] ?? "";
        row.froms[own] = before.froms[own];
        row.isApart = before.isApart;
        joined.pop();
      }
    }
    joined.push(row);
  }
  return joined;
}

interface Head {
  readonly rows: Cell[][];
  /** For each column that was found in the body, its place among all. */
  readonly places: readonly number[];
  readonly columns: number;
}

interface Name {
  text: string;
  from: number;
  to: number;
}

function readHead(lines: readonly AlignedLine[], found: readonly Column[]): Head {
  const names: Name[] = [];
  const groups: Name[] = [];
  const most = Math.max(0, ...lines.map((line) => line.segments.length));
  for (const [at, line] of lines.entries()) {
    const isUpper = line.segments.length * 2 <= most && lines.slice(at + 1).some((other) => other.segments.length === most);
    for (const segment of line.segments) {
      if (isUpper && isGroup(segment, lines[at + 1])) groups.push({ ...segment });
      else addName(names, segment);
    }
  }
  names.sort((a, b) => a.from - b.from);
  giveBackSecondLines(names, groups, found);
  if (names.length === 0) return { rows: [], places: found.map((_, at) => at), columns: found.length };
  // Head and body need not be aligned to each other, but their columns come in the same order.
  const [fewer, more] = names.length < found.length ? [names, found] : [found, names];
  const matched = matchInOrder(fewer, more);
  const columns = more.length;
  const placeOfName = names.length < found.length ? matched : names.map((_, at) => at);
  const row = Array.from({ length: columns }, (_, column): Cell => ({
    text: names[placeOfName.indexOf(column)]?.text ?? "",
    column,
    columnSpan: 1,
    rowSpan: 1,
  }));
  const places = names.length < found.length ? found.map((_, at) => at) : matched;
  const rows = groups.length === 0 ? [row] : [groupRow(groups, more), row];
  return { rows, places, columns };
}

/** Of names too many, one in the middle under a group is the group's second line: the one without which the others fit best. */
function giveBackSecondLines(names: Name[], groups: readonly Name[], found: readonly Column[]): void {
  while (names.length > found.length) {
    const candidates = names.flatMap((name, at) => {
      const group = groups.find((above) => Math.abs(middle(above) - middle(name)) <= 1.5);
      return group === undefined ? [] : [{ at, group, misfit: misfitOf(names.toSpliced(at, 1), found) }];
    });
    const best = candidates.sort((a, b) => a.misfit - b.misfit)[0];
    if (best === undefined || best.misfit >= misfitOf(names, found)) return;
    best.group.text += names[best.at]?.text ?? "";
    names.splice(best.at, 1);
  }
}

/** How far names and columns are from each other in all. */
function misfitOf(names: readonly Column[], found: readonly Column[]): number {
  const matched = matchInOrder(found, names);
  const distances = found.reduce((sum, column, at) => sum + Math.abs(middle(column) - middle(names[matched[at] ?? 0] ?? column)), 0);
  return distances + (names.length - found.length);
}

/** A name over several lines has its parts under each other; what stands above by itself is a group. */
function isGroup(segment: Segment, below: AlignedLine | undefined): boolean {
  if (below === undefined || below.isApart) return true;
  return !below.segments.some(
    (other) => Math.abs(middle(other) - middle(segment)) <= 1 && Math.abs(other.text.length - segment.text.length) <= 2,
  );
}

function addName(names: Name[], segment: Segment): void {
  const above = names.find((name) => Math.min(name.to, segment.to) > Math.max(name.from, segment.from));
  if (above === undefined) {
    names.push({ ...segment });
    return;
  }
  above.text += segment.text;
  above.from = Math.min(above.from, segment.from);
  above.to = Math.max(above.to, segment.to);
}

/** For each of the fewer its partner among the more, in the same order and with the least distance in all. */
function matchInOrder(fewer: readonly Column[], more: readonly Column[]): number[] {
  const costs = fewer.map(() => more.map(() => Number.POSITIVE_INFINITY));
  const from = fewer.map(() => more.map(() => -1));
  for (const [row, one] of fewer.entries()) {
    let best = row === 0 ? 0 : Number.POSITIVE_INFINITY;
    let bestAt = -1;
    for (const [column, other] of more.entries()) {
      const before = row === 0 ? 0 : (costs[row - 1]?.[column - 1] ?? Number.POSITIVE_INFINITY);
      if (row > 0 && before < best) {
        best = before;
        bestAt = column - 1;
      }
      const [line, source] = [costs[row], from[row]];
      if (line !== undefined && source !== undefined) {
        line[column] = best + Math.abs(middle(one) - middle(other));
        source[column] = bestAt;
      }
    }
  }
  const matched = fewer.map(() => 0);
  const last = costs.at(-1) ?? [];
  let at = last.indexOf(Math.min(...last));
  for (let row = fewer.length - 1; row >= 0; row -= 1) {
    matched[row] = at;
    at = from[row]?.[at] ?? 0;
  }
  return matched;
}

/** A group reaches half way to its neighbours. */
function groupRow(groups: readonly Segment[], columns: readonly Column[]): Cell[] {
  const ordered = groups.toSorted((a, b) => a.from - b.from);
  const distance = (group: Segment | undefined, column: Column): number =>
    group === undefined ? Number.POSITIVE_INFINITY : Math.abs(middle(group) - middle(column));
  const owner = columns.map((column) =>
    ordered.reduce((best, group, at) => (distance(group, column) < distance(ordered[best], column) ? at : best), 0),
  );
  return ordered.flatMap((group, at): Cell[] => {
    const first = owner.indexOf(at);
    return first < 0 ? [] : [{ text: group.text, column: first, columnSpan: owner.lastIndexOf(at) - first + 1, rowSpan: 1 }];
  });
}
