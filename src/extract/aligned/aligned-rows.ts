import type { Cell } from "../../model/extracted-document";
import { HEADING_START, ITEM_START } from "../paragraph-starts";
import type { AlignedLine, Segment } from "./aligned-lines";
import { isAmount } from "./aligned-lines";

/** A column as the stretch of the line that it takes. */
export interface Column {
  readonly from: number;
  readonly to: number;
}

/** A row, or the part of one that a line holds. */
interface OpenRow {
  readonly texts: string[];
  readonly froms: (number | undefined)[];
  isApart: boolean;
}

/** How often the numbers of a document were found to stand over, and under, the names of their rows. */
export interface Lean {
  over: number;
  under: number;
}

export const noLean = (): Lean => ({ over: 0, under: 0 });

/** A code, or a piece of one: 201, 06, 2040601. */
const CODE = /^(?:\d{2,3}|\d{5}|\d{7})$/;
/** As many lines a row may take whose name is wrapped in a cell beside one that is not. */
const WRAPPED_LINES = 3;

/**
 * The rows of a table without lines. The texts of a row need not stand on one line: a number stands higher or lower in its cell than the
 * name beside it, and a long name is wrapped over or under its numbers.
 */
export function readAlignedRows(lines: readonly AlignedLine[], columns: readonly Column[], lean: Lean): Cell[][] {
  const parts = lines.map((line) => partOf(line, columns));
  const lefts = columns.map((_, column) => Math.min(...parts.flatMap((part) => part.froms[column] ?? [])));
  const isCode = columns.map((_, column) => {
    const texts = parts.map((part) => part.texts[column] ?? "").filter((text) => text !== "");
    return texts.length > 0 && texts.every((text) => CODE.test(text));
  });
  return joinWrapped(joinStaggered(parts, isCode, lean)).map((row) =>
    row.texts.map((text, column): Cell => {
      const from = row.froms[column];
      const indent = from === undefined || isAmount(text) ? 0 : Math.round((from - (lefts[column] ?? from)) / 2);
      return { text, column, columnSpan: 1, rowSpan: 1, ...(indent >= 1 && indent <= 6 ? { indent } : {}) };
    }),
  );
}

function partOf(line: AlignedLine, columns: readonly Column[]): OpenRow {
  const part: OpenRow = { texts: columns.map(() => ""), froms: columns.map(() => undefined), isApart: line.isApart };
  for (const segment of line.segments) {
    const column = columnOf(segment, columns);
    part.texts[column] = part.texts[column] === "" ? segment.text : `${part.texts[column]} ${segment.text}`;
    part.froms[column] ??= segment.from;
  }
  return part;
}

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

const isDisjoint = (one: OpenRow, other: OpenRow): boolean => one.texts.every((text, column) => text === "" || other.texts[column] === "");
const hasNumbers = (row: OpenRow): boolean => row.texts.some((text) => isAmount(text));

/** Joins lines that are one row: each holds what the others leave blank. Which of its neighbours a line of bare numbers belongs to, the document's other lines tell. */
function joinStaggered(parts: readonly OpenRow[], isCode: readonly boolean[], lean: Lean): OpenRow[] {
  const isBare = (part: OpenRow): boolean =>
    part.texts.every((text, column) => text === "" || (isAmount(text) && isCode[column] === false));
  const fits = (upper: OpenRow | undefined, lower: OpenRow | undefined): boolean =>
    upper !== undefined && lower !== undefined && !lower.isApart && isDisjoint(upper, lower);
  /** The line above or below that a line of bare numbers can belong to, over other such lines. */
  const partner = (at: number, step: 1 | -1): boolean => {
    for (let next = at + step; ; next += step) {
      const [one, other] = [parts[next - step], parts[next]];
      if (!(step > 0 ? fits(one, other) : fits(other, one)) || other === undefined || !isDisjoint(parts[at] ?? other, other)) return false;
      if (!isBare(other)) return true;
    }
  };
  const bare = parts.flatMap((part, at) => (isBare(part) ? [{ at, below: partner(at, 1), above: partner(at, -1) }] : []));
  lean.over += bare.filter(({ below, above }) => below && !above).length;
  lean.under += bare.filter(({ below, above }) => above && !below).length;
  const goesUp = new Set(bare.filter(({ below, above }) => above && (!below || lean.under > lean.over)).map(({ at }) => at));
  const goesDown = new Set(bare.filter(({ below, above }) => below && (!above || lean.over > lean.under)).map(({ at }) => at));
  const joined: OpenRow[] = [];
  let waits = false;
  for (const [at, part] of parts.entries()) {
    const before = joined.at(-1);
    const isBareLine = isBare(part);
    const joins = isBareLine ? goesUp.has(at) || (goesDown.has(at) && waits) : waits || isSecondLine(before, part, isCode);
    if (before !== undefined && joins && fits(before, part)) merge(before, part);
    else joined.push({ texts: [...part.texts], froms: [...part.froms], isApart: part.isApart });
    waits = isBareLine ? goesDown.has(at) : false;
  }
  return joined;
}

/** Whether a line with names goes on with the row above: codes may stand higher than their names. */
const isSecondLine = (before: OpenRow | undefined, part: OpenRow, isCode: readonly boolean[]): boolean =>
  before !== undefined &&
  isCode.some((code, column) => code && before.texts[column] !== "") &&
  part.texts.filter((text) => text !== "").length > 0;

function merge(row: OpenRow, part: OpenRow): void {
  for (const [column, text] of part.texts.entries()) {
    if (text === "") continue;
    row.texts[column] = text;
    row.froms[column] = part.froms[column];
  }
}

/** Lines with a single name are parts of a name that was wrapped over or under the line with its numbers. */
function joinWrapped(rows: readonly OpenRow[]): OpenRow[] {
  const joined: OpenRow[] = [];
  for (const [at, row] of rows.entries()) {
    const names = row.texts.filter((text) => text !== "");
    const column = row.texts.findIndex((text) => text !== "");
    const before = joined.at(-1);
    const next = rows[at + 1];
    const isPart = names.length === 1 && !hasNumbers(row) && !HEADING_START.test(names[0] ?? "") && !ITEM_START.test(names[0] ?? "");
    if (isPart && before !== undefined && !row.isApart) {
      const lacksName = before.texts[column] === "";
      // A name directly before a row without one begins that row's name.
      const belongsBelow = !lacksName && next !== undefined && !next.isApart && hasNumbers(next) && next.texts[column] === "";
      if (!belongsBelow) {
        const owner = lacksName ? (joined.slice(-WRAPPED_LINES).findLast((upper) => upper.texts[column] !== "") ?? before) : before;
        owner.texts[column] = (owner.texts[column] ?? "") + (row.texts[column] ?? "");
        owner.froms[column] ??= row.froms[column];
        continue;
      }
    }
    if (
      before !== undefined &&
      !hasNumbers(before) &&
      before.texts.filter((text) => text !== "").length === 1 &&
      hasNumbers(row) &&
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
