/** A stretch of a line between wide gaps; its place is in characters (or whatever the line's unit is). */
export interface Segment {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface AlignedLine {
  readonly segments: readonly Segment[];
  /** Whether more room than usual is between it and the line before. */
  readonly isApart: boolean;
}

const AMOUNT = /^[-−+]?[¥￥]?\d[\d,]*(?:\.\d+)?[%％]?$/;
const NOTHING = /^(?:[-—–]{1,4}|无)$/;
const SENTENCE = /[。；！？]|[，：:]$/;
const CAPTION = /(?:单位|部门)\s*[：:]/;
const TITLE = /表$/;
const CONTENTS = /[.…·]{3,}\s*\d*$/;
const LONGEST_FILLER = 25;
const MOST_FILLERS = 4;
const FEWEST_ROWS = 3;
const LONG_ROW = 4;
const WIDE_HEAD = 5;
const MOST_HEAD_LINES = 8;

export const isAmount = (text: string): boolean => AMOUNT.test(text);

const isData = (line: AlignedLine): boolean =>
  line.segments.length >= 2 && line.segments.some(({ text }) => AMOUNT.test(text) || NOTHING.test(text));

const isTabular = (line: AlignedLine): boolean =>
  line.segments.length >= 2 && line.segments.every(({ text }) => !SENTENCE.test(text) && !CAPTION.test(text) && !CONTENTS.test(text));

const isFiller = (line: AlignedLine): boolean =>
  line.segments.length === 1 &&
  line.segments.every(({ text }) => text.length <= LONGEST_FILLER && !SENTENCE.test(text) && !CAPTION.test(text));

/** A stretch of lines that is a table: from its first line to the one after its last. */
export interface TableStretch {
  readonly start: number;
  readonly end: number;
}

/** Finds the tables among lines: runs of lines with gaps at the same places, single short lines (wrapped names) between them. */
export function findTableStretches(lines: readonly AlignedLine[]): TableStretch[] {
  const stretches: TableStretch[] = [];
  for (let at = 0; at < lines.length;) {
    const end = stretchFrom(lines, at);
    if (end === undefined) at += 1;
    else {
      stretches.push({ start: headStart(lines, at, stretches.at(-1)?.end ?? 0), end });
      at = end;
    }
  }
  return stretches;
}

function stretchFrom(lines: readonly AlignedLine[], start: number): number | undefined {
  const first = lines[start];
  if (first === undefined || !isTabular(first)) return undefined;
  let end = start + 1;
  let fillers = 0;
  let dataRows = isData(first) ? 1 : 0;
  const starts = new Set(first.segments.map(({ from }) => Math.round(from)));
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    if (isTabular(line)) {
      end = at + 1;
      fillers = 0;
      if (isData(line)) dataRows += 1;
      for (const { from } of line.segments) starts.add(Math.round(from));
    } else if (isFiller(line) && line.segments.some(({ from }) => from > 0 && starts.has(Math.round(from)))) {
      // One side of a two-sided table may run on alone, each line where its column begins.
      continue;
    } else if (isFiller(line) && fillers < MOST_FILLERS) {
      fillers += 1;
    } else break;
  }
  const rows = lines.slice(start, end);
  const isShort = dataRows < FEWEST_ROWS && !rows.some(isLongRow);
  if (isShort && (dataRows === 0 || !rows.some((line) => line.segments.length >= WIDE_HEAD))) return undefined;
  // What follows the last row directly and is short belongs to its wrapped name.
  for (let line = lines[end]; line !== undefined && isFiller(line) && !line.isApart; line = lines[end]) end += 1;
  return end;
}

/** Where the lines end with which a page may go on with the table of the page before: rows, and parts of wrapped names among them. */
export function endOfLeadingRows(lines: readonly AlignedLine[]): number {
  let end = 0;
  let hasData = false;
  for (const [at, line] of lines.entries()) {
    const isHead = !hasData && line.segments.length > 2 && !line.segments.some(({ text }) => AMOUNT.test(text));
    if (isHead || (!isTabular(line) && !isFiller(line)) || line.segments.some(({ text }) => TITLE.test(text))) break;
    if (!isTabular(line)) continue;
    hasData ||= isData(line);
    end = at + 1;
  }
  return hasData ? end : 0;
}

/** A table of one row (三公经费) has its numbers side by side. */
const isLongRow = (line: AlignedLine): boolean => line.segments.filter(({ text }) => AMOUNT.test(text)).length >= LONG_ROW;

/** Head lines with one name each may stand above the first line with several; they reach up to the line that names the unit. */
function headStart(lines: readonly AlignedLine[], start: number, least: number): number {
  let at = start;
  while (at > least && start - at < MOST_HEAD_LINES && isFiller(lines[at - 1] ?? NO_LINE)) at -= 1;
  return at > least && lines[at - 1]?.segments.some(({ text }) => CAPTION.test(text)) === true ? at : start;
}

const NO_LINE: AlignedLine = { segments: [], isApart: false };
