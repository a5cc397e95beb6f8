import type { Cell } from "../../model/extracted-document";
import type { AlignedLine, Segment } from "./aligned-lines";
import { isAmount } from "./aligned-lines";
import type { Column, Lean } from "./aligned-rows";
import { noLean, readAlignedRows } from "./aligned-rows";

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
 *
 * @param lean what the document's tables so far told of numbers that stand over or under their names
 * @param headless whether all lines are rows, as on a page that goes on with a table
 */
export function readAlignedTable(
  lines: readonly AlignedLine[],
  { lean = noLean(), headless = false }: { readonly lean?: Lean; readonly headless?: boolean } = {},
): AlignedTable | undefined {
  const isData = (line: AlignedLine): boolean =>
    line.segments.some(({ text }) => isAmount(text) && (/[.,]/.test(text) || line.segments.length > 2));
  const firstData = headless ? 0 : Math.max(0, lines.findIndex(isData));
  const [lateHead, body] = partSplitNames(lines.slice(firstData));
  const found = findColumns(body);
  if (found.length < 2) return undefined;
  const { rows, places, columns } = readHead([...lines.slice(0, firstData), ...lateHead], found);
  const bodyCells = readAlignedRows(body, found, lean).map((row) => spread(row, places, columns));
  return { rows: [...rows, ...bodyCells], columns };
}

const SPLIT_NAME = /^[类款项]$/;
const isSplitNames = ({ segments }: AlignedLine): boolean => segments.every(({ text }) => SPLIT_NAME.test(text));

/** Numbers that stand high in their row may come before the last line of the head, the one that names the parts of a split code. */
function partSplitNames(lines: readonly AlignedLine[]): [head: readonly AlignedLine[], body: readonly AlignedLine[]] {
  const firstName = lines.findIndex((line) => line.segments.some(({ text }) => !isAmount(text) && !SPLIT_NAME.test(text)));
  const isHead = (line: AlignedLine, at: number): boolean => at < firstName && isSplitNames(line);
  return [lines.filter(isHead), lines.filter((line, at) => !isHead(line, at))];
}

/** Puts the cells of a row at the places of their columns, blank cells between. */
function spread(row: readonly Cell[], places: readonly number[], columns: number): Cell[] {
  const at = new Map(row.map((cell) => [places[cell.column] ?? cell.column, cell]));
  return Array.from({ length: columns }, (_, column): Cell => ({ ...(at.get(column) ?? { text: "", columnSpan: 1, rowSpan: 1 }), column }));
}

function findColumns(lines: readonly AlignedLine[]): Column[] {
  const full = lines.filter(({ segments }) => segments.length >= 2 || segments.every(({ text }) => isAmount(text)));
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

/** A text of the head with the line that it stands in. */
interface PlacedName {
  readonly segment: Segment;
  readonly at: number;
  readonly isGroup: boolean;
}

interface Group extends Name {
  /** The line of the head in which it ends. */
  line: number;
}

function readHead(lines: readonly AlignedLine[], found: readonly Column[]): Head {
  const split = lines.filter(isSplitNames).flatMap((line) => line.segments);
  const upper = lines.filter((line) => !isSplitNames(line)).map((line) => ({ ...line, segments: line.segments.flatMap(partTwoNames) }));
  const most = Math.max(0, ...upper.map((line) => line.segments.length));
  const placed = upper.flatMap((line, at): PlacedName[] => {
    const isUpper = line.segments.length * 2 <= most && upper.slice(at + 1).some((other) => other.segments.length === most);
    return line.segments.map((segment) => ({
      segment,
      at,
      isGroup: isOverSplitNames(segment, split) || (isUpper && isGroup(segment, upper[at + 1])),
    }));
  });
  /** The first line of the name that a text is a line of. */
  const topOf = (one: PlacedName): PlacedName => {
    const above = placed.findLast((other) => other.at < one.at && stackUnder(other.segment, other.at, upper).includes(one.segment));
    return above === undefined ? one : topOf(above);
  };
  const middleOf = (one: PlacedName): number => {
    const top = topOf(one);
    const under = stackUnder(top.segment, top.at, upper).at(-1);
    return (top.at + (placed.find(({ segment }) => segment === under)?.at ?? top.at)) / 2;
  };
  const middles = placed.filter((one) => !one.isGroup && topOf(one) === one).map(middleOf);
  const usual = middles.sort((a, b) => countOf(middles, b) - countOf(middles, a))[0];
  const names: Name[] = split.map((segment) => ({ ...segment }));
  const groups: Group[] = [];
  for (const one of placed) {
    const { segment, at, isGroup } = one;
    // The lines of one name stand around the middle of the head, whatever their number.
    const isWrapped = stackUnder(topOf(one).segment, topOf(one).at, upper).length > 0 && middleOf(one) === usual;
    if (isOverSplitNames(segment, split) || (isGroup && !isWrapped)) addGroup(groups, segment, at);
    else addName(names, segment);
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
    text: names[placeOfName.indexOf(column)]?.text ?? takeNearest(groups, more[column]) ?? "",
    column,
    columnSpan: 1,
    rowSpan: 1,
  }));
  const places = names.length < found.length ? found.map((_, at) => at) : matched;
  const over = groups.filter((group) => groups.some((lower) => lower.line > group.line && areOver(group, lower)));
  const rows = [
    ...over.map((group) => groupOverOthers(group, more)),
    groupRow(
      groups.filter((group) => !over.includes(group)),
      more,
      row,
    ),
    row,
  ].filter((cells) => cells.length > 0);
  return { rows, places, columns };
}

/** Two names of a head may have a single space between them: 基本支出 项目支出. */
function partTwoNames(segment: Segment): Segment[] {
  const [, first, second] = /^(\p{Script=Han}{3,}) (\p{Script=Han}{3,})$/u.exec(segment.text) ?? [];
  if (first === undefined || second?.length !== first.length) return [segment];
  const share = (segment.to - segment.from) / segment.text.length;
  return [
    { text: first, from: segment.from, to: segment.from + share * first.length },
    { text: second, from: segment.to - share * second.length, to: segment.to },
  ];
}

const countOf = (values: readonly number[], value: number): number => values.filter((other) => other === value).length;

const areOver = (one: Column, other: Column): boolean => Math.min(one.to, other.to) > Math.max(one.from, other.from);

/** The texts of a head in which a name goes on under its first line. */
function stackUnder(segment: Segment, at: number, lines: readonly AlignedLine[]): Segment[] {
  let { from, to } = segment;
  return lines.flatMap((line, below) => {
    if (below <= at) return [];
    const own = line.segments.filter((other) => areOver(other, { from, to }));
    const [only] = own;
    if (own.length !== 1 || only === undefined || only.text.length > segment.text.length + 2) return [];
    from = Math.min(from, only.from);
    to = Math.max(to, only.to);
    return [only];
  });
}

/** How far from its numbers a name may stand, in half-width characters. */
const NEAR = 8;

/** A column that nothing lower names has its name higher up, over itself alone. */
function takeNearest(groups: Group[], column: Column | undefined): string | undefined {
  if (column === undefined) return undefined;
  const [nearest] = groups
    .filter((group) => Math.abs(middle(group) - middle(column)) <= NEAR)
    .sort((a, b) => Math.abs(middle(a) - middle(column)) - Math.abs(middle(b) - middle(column)));
  if (nearest === undefined) return undefined;
  groups.splice(groups.indexOf(nearest), 1);
  return nearest.text;
}

/** 科目编码 over 类 款 项. */
function isOverSplitNames(segment: Segment, split: readonly Segment[]): boolean {
  return split.some((name, at) => {
    const next = split[at + 1];
    const reachesTo = next === undefined || next.from < name.from ? name.to : next.to;
    return segment.to > name.from && middle(segment) <= reachesTo;
  });
}

/** A group's name may be wrapped as well. */
function addGroup(groups: Group[], segment: Segment, line: number): void {
  const above = groups.find((group) => Math.abs(middle(group) - middle(segment)) <= 1.5);
  if (above === undefined) {
    groups.push({ ...segment, line });
    return;
  }
  above.text += segment.text;
  above.line = line;
}

/** Of names too many, one in the middle under a group is the group's second line: the one without which the others fit best. */
function giveBackSecondLines(names: Name[], groups: readonly Group[], found: readonly Column[]): void {
  while (names.length > found.length) {
    const candidates = names.flatMap((name, at) => {
      if (names.some((other) => other !== name && other.text === name.text)) return [];
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
  const above = names.find((name) => areOver(name, segment));
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

/** A group above other groups is said of what it stands over, and of no more. */
function groupOverOthers(group: Group, columns: readonly Column[]): Cell[] {
  const own = columns.flatMap((column, at) => (areOver(group, column) ? [at] : []));
  const [first, last] = [own[0], own.at(-1)];
  return first === undefined || last === undefined ? [] : [{ text: group.text, column: first, columnSpan: last - first + 1, rowSpan: 1 }];
}

/** A group reaches half way to its neighbours; where the names below repeat once for each group (预算数 决算数), it has its own of them. */
function groupRow(groups: readonly Segment[], columns: readonly Column[], names: readonly Cell[]): Cell[] {
  const ordered = groups.toSorted((a, b) => a.from - b.from);
  const each = columns.length / ordered.length;
  const repeats = each > 1 && ordered.length > 1 && names.every(({ text }, at) => text !== "" && text === names[at % each]?.text);
  const distance = (group: Segment | undefined, column: Column): number =>
    group === undefined ? Number.POSITIVE_INFINITY : Math.abs(middle(group) - middle(column));
  const owner = columns.map((column, place) =>
    repeats
      ? Math.floor(place / each)
      : ordered.reduce((best, group, at) => (distance(group, column) < distance(ordered[best], column) ? at : best), 0),
  );
  return ordered.flatMap((group, at): Cell[] => {
    const first = owner.indexOf(at);
    return first < 0 ? [] : [{ text: group.text, column: first, columnSpan: owner.lastIndexOf(at) - first + 1, rowSpan: 1 }];
  });
}
