import { cleanText } from "./cell-text";

/** A table whose cells were copied one under another. */
export interface StackedTable {
  readonly rows: readonly (readonly string[])[];
  /** The first line after it. */
  readonly end: number;
}

const CAPTION = /(?:单位\s*[：:].{0,8}元|表(?:[（(].{0,12}[）)])?)$/;
/** What may stand between the title of a table and its first cell. */
const FURNITURE = /^(?:公开\d+表|表\s*\d+|(?:编制)?(?:部门|单位)\s*[：:].*|金额单位.*)$/;
const SENTENCE = /[。；;]|[，,：:]$/;
/** What follows a table: a note, the next part, the words that explain it. */
const AFTER = /^(?:注|备注|说明)[：:\d]|^第[一二三四五六七八九十]+部分|(?:说明|情况|解释|分析)$/;
const NUMBER = /^[（(]?[-−]?(?:\d[\d,]*)(?:\.\d+)?%?[）)]?$/;
const NOTHING = /^(?:[-—–/*]{0,4}|无)$/;
const CODE = /^[1-9]\d{2,6}$/;
const TOTAL = /^(?:合计|总计|栏次)$/;
const LONGEST_CELL = 40;
const MOST_BLANKS = 4;
const MOST_LINES = 5_000;
const FEWEST_ROWS = 3;
const WIDEST = 14;
const MOST_NAMES = 2;

/**
 * Cells one a line under the caption of a table, or with bars between them: the rows are found where each column then holds either words or numbers
 * throughout and the head fits. What does not come out whole stays lines.
 */
export function readStackedTable(lines: readonly string[], start: number): StackedTable | undefined {
  const first = cleanText(lines[start] ?? "");
  const before = lines.slice(Math.max(0, start - MOST_BLANKS), start).findLast((line) => cleanText(line) !== "");
  if (first === "" || before === undefined || !isAbove(cleanText(before)) || isAbove(first)) return undefined;
  let end = start;
  while (end < lines.length && end - start < MOST_LINES && isCellLine(lines[end] ?? "")) end += 1;
  const lastBar = lines.slice(start, end).findLastIndex((line) => line.includes("|"));
  if (lastBar >= 0) end = start + lastBar + 1;
  while (cleanText(lines[end - 1] ?? "") === "") end -= 1;
  const run = lines.slice(start, end);
  const cells = lastBar >= 0 ? barredCells(run) : linedCells(run);
  const rows = rowsOf(cells);
  return rows === undefined ? undefined : { rows, end };
}

const isAbove = (text: string): boolean => CAPTION.test(text) || FURNITURE.test(text);

function isCellLine(line: string): boolean {
  const text = cleanText(line);
  return (
    text.length <= LONGEST_CELL &&
    !SENTENCE.test(text) &&
    !AFTER.test(text) &&
    !(CAPTION.test(text) && text.length > 4) &&
    !FURNITURE.test(text)
  );
}

/** Each bar ends a cell, wherever the lines break; so does a line with bars within. */
function barredCells(run: readonly string[]): string[] {
  const lines = run.map(cleanText).filter((line) => !/^[|:\s]*-[-|:\s]*$/.test(line));
  const cells = lines
    .map((line) => (line.includes("|") && !line.endsWith("|") ? `${line}|` : line))
    .join("")
    .split("|")
    .map(cleanText);
  // The last bar ends the last cell.
  if (cells.at(-1) === "") cells.pop();
  return cells;
}

/** An empty line is an empty cell; where each cell has an empty line behind it, each further one is. */
function linedCells(run: readonly string[]): string[] {
  const cells: string[] = [];
  const gaps: number[] = [];
  let blanks = 0;
  for (const line of run.map(cleanText)) {
    if (line === "") {
      blanks += 1;
      continue;
    }
    if (cells.length > 0) gaps.push(blanks);
    cells.push(line);
    blanks = 0;
  }
  const usual = Math.min(...gaps);
  return cells.flatMap((cell, at) => [cell, ...Array.from({ length: (gaps[at] ?? usual) - usual }, () => "")]);
}

const isNumber = (cell: string): boolean => NUMBER.test(cell.replace(/\s/g, ""));
const isNothing = (cell: string): boolean => NOTHING.test(cell);
const isWord = (cell: string): boolean => !isNumber(cell) && !isNothing(cell);
const plain = (cell: string): string => cell.replace(/\s/g, "");

function rowsOf(cells: readonly string[]): string[][] | undefined {
  const number = cells.findIndex(isNumber);
  if (number < 2) return undefined;
  for (let width = 2; width <= WIDEST; width += 1) {
    for (let names = 0; names <= MOST_NAMES; names += 1) {
      const table = rowsFrom(cells, number - names, width);
      if (table !== undefined) return table;
    }
  }
  return undefined;
}

/** The table whose first row of values begins at a cell, if all its cells fit. */
function rowsFrom(cells: readonly string[], from: number, width: number): string[][] | undefined {
  if (from < width) return undefined;
  const naming = namingColumns(cells.slice(from), width);
  const head = naming === undefined ? undefined : headOf(cells.slice(0, from), width, naming);
  if (naming === undefined || head === undefined) return undefined;
  const rows = cutRows(cells.slice(from), width, naming);
  if (isDoubtfulEnd(rows, cells)) return undefined;
  return rows.length >= FEWEST_ROWS && isConsistent(rows, naming) ? [...head, ...rows] : undefined;
}

/** How many columns stand before the first of values: a name, or a code and a name. */
function namingColumns(cells: readonly string[], width: number): number | undefined {
  const [first = "", second = ""] = cells;
  if (TOTAL.test(plain(first)) && (isNumber(second) || isNothing(second))) {
    // The total spans the columns of the rows below: a code begins them where there are two.
    return CODE.test(cells[width - 1] ?? "") && isWord(cells[width] ?? "") ? 2 : 1;
  }
  // Bars on both sides of each row leave an empty column before it.
  if (first === "") return isWord(second) ? 2 : undefined;
  if (isNumber(first)) return isWord(second) ? 2 : undefined;
  return isWord(first) ? 1 : undefined;
}

function cutRows(cells: readonly string[], width: number, naming: number): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < cells.length;) {
    const spans = naming > 1 && TOTAL.test(plain(cells[at] ?? "")) && !isWord(cells[at + 1] ?? "");
    const taken = cells.slice(at, at + width - (spans ? naming - 1 : 0));
    const row = spans ? [taken[0] ?? "", ...Array.from({ length: naming - 1 }, () => ""), ...taken.slice(1)] : taken;
    at += taken.length;
    // Empty cells at the very end leave no line.
    while (row.length < width) row.push("");
    rows.push(row);
  }
  return rows;
}

/** A last row that lacks cells but not all values may lack any of them, where no other empty cell left a line. */
const isDoubtfulEnd = (rows: readonly (readonly string[])[], cells: readonly string[]): boolean =>
  !cells.includes("") && rows.at(-1)?.at(-1) === "" && (rows.at(-1) ?? []).some(isNumber);

/** Each column is of words or of values throughout, and most rows have a name. */
function isConsistent(rows: readonly (readonly string[])[], naming: number): boolean {
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const own = rows.map((row) => row[column] ?? "");
    if (column === naming - 1) {
      const named = rows.filter((row) => isWord(row[column] ?? "") || TOTAL.test(plain(row[0] ?? "")));
      if (2 * named.length < rows.length || own.some(isNumber)) return false;
    } else if (column >= naming && own.some(isWord) && !isNameColumn(own)) return false;
  }
  return rows.some((row) => row.slice(naming).some(isNumber)) && rows.every((row) => !row.slice(naming).every((cell) => isWord(cell)));
}

/** The names of the other side of a table. */
const isNameColumn = (cells: readonly string[]): boolean => cells.every((cell) => !isNumber(cell));

/** Heads that leave no doubt which name stands over which column. */
function headOf(cells: readonly string[], width: number, naming: number): string[][] | undefined {
  if (cells.length === 0 || cells.some((cell) => isNumber(cell))) return undefined;
  if (cells.length === width) return [[...cells]];
  // 收入 and 支出 over the two halves.
  if (cells.length === width + 2 && width % 2 === 0) {
    const half = Array.from({ length: width / 2 - 1 }, () => "");
    return [[cells[0] ?? "", ...half, cells[1] ?? "", ...half], cells.slice(2)];
  }
  // One name over code and name, theirs in a row below.
  if (naming === 2 && cells.length === width + 1) {
    const [over = "", ...others] = cells.slice(0, -2);
    return [
      [over, "", ...others],
      [...cells.slice(-2), ...others.map(() => "")],
    ];
  }
  return undefined;
}
