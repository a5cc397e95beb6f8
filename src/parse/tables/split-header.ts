import { readCellNumber } from "./cell-number";
import { readMoneyUnitLine } from "./money-unit-line";
import { isTotalLabel, numberingDepth } from "./plain-label";
import type { GridCell, GridRow } from "./table-grid";
import { isDepartmentLine, isTableNumber, titleText } from "./table-title";

export interface SplitRows {
  readonly header: readonly GridRow[];
  readonly rows: readonly GridRow[];
}

/** Takes titles, unit lines, column numbers and notes out; what then stands before the first row of values is the header. */
export function splitRows(rows: readonly GridRow[], furniture: GridCell[]): SplitRows {
  const kept: GridRow[] = [];
  for (const row of rows) {
    const filled = row.own.filter((cell) => cell.label !== "");
    if (isNoteRow(filled)) continue;
    if (isFurnitureRow(filled) || isColumnNumberRow(filled)) furniture.push(...filled);
    else kept.push(row);
  }
  const first = kept.findIndex((row) => isBodyRow(row));
  if (first < 0) {
    // Nothing but a header, or an empty frame: blank rows are body.
    const blank = kept.findIndex((row, at) => at > 0 && row.own.every((cell) => cell.label === ""));
    return blank < 0 ? { header: kept, rows: [] } : { header: kept.slice(0, blank), rows: kept.slice(blank) };
  }
  // A header that is printed again in the midst of the rows (a page break inside one block) is header as well.
  const header = kept.slice(0, first);
  const headerTexts = new Set(header.map(rowText));
  const body: GridRow[] = [];
  for (const row of kept.slice(first)) {
    if (headerTexts.has(rowText(row)) && rowText(row) !== "") furniture.push(...row.own);
    else body.push(row);
  }
  return { header, rows: body };
}

const rowText = (row: GridRow): string =>
  row.own
    .map((cell) => cell.label)
    .filter((label) => label !== "")
    .join("|");

const isNoteRow = (filled: readonly GridCell[]): boolean =>
  filled.length > 0 &&
  filled.length <= 2 &&
  /^(?:注|备注|说明|注释)\d*[：.、]|本表(?:为空|无数据|无内容)|(?:为空表|无数据)[。.]?$/.test(filled[0]?.label ?? "");

/** The title, 公开01表, 部门：…, 单位：万元 inside the table's own rows. */
function isFurnitureRow(filled: readonly GridCell[]): boolean {
  if (filled.length === 0 || filled.length > 6) return false;
  return (
    filled.every(
      ({ label }) =>
        (titleText(label) !== undefined && !/^项目|^科目/.test(label)) ||
        (readMoneyUnitLine(label) !== undefined && label.length < 80) ||
        isTableNumber(label) ||
        isDepartmentLine(label) ||
        /^(?:19|20)\d\d年?度?$|^续表$|^第\d+页|^[—-]?\d+[—-]$/.test(label),
    ) && filled.some(({ label }) => !/^\d+$/.test(label))
  );
}

/** 栏次 1 2 3 4: numbers that name columns. */
function isColumnNumberRow(filled: readonly GridCell[]): boolean {
  const named = filled.some(({ label }) => /^栏次$/.test(label));
  const numbers = filled.filter(({ label }) => !/^(?:栏次|行次|类|款|项|—+|-+|\*+)$/.test(label));
  if (numbers.length < (named ? 1 : 2)) return named;
  if (!numbers.every(({ label }) => /^\d{1,2}$|^\d{1,2}=[\d+（）\-—=,，、…]+$|^[（）\d+=]+$/.test(label))) return false;
  const counted = numbers.map(({ label }) => Number(/^\d+/.exec(label.replace(/^（/, ""))?.[0] ?? Number.NaN));
  return named || counted.every((value, at) => at === 0 || value === (counted[at - 1] ?? 0) + 1);
}

/** The first row that says something of its own: a subject, a numbered name, an amount, or a total with nothing beside it. */
function isBodyRow(row: GridRow): boolean {
  const filled = row.own.filter((cell) => cell.label !== "");
  if (filled.length === 0) return false;
  const first = filled[0];
  if (first === undefined) return false;
  if (filled.some((cell) => isAmount(cell))) return true;
  if (/^[1-9]\d{2}(?:\d{2}){0,2}(?:\p{Script=Han}|$)/u.test(first.label)) return true;
  if (/^(?:无|…+|\.{3,})$/.test(first.label)) return true;
  if (
    filled.some(({ label }) => numberingDepth(label) === 1 || numberingDepth(label) === 2) &&
    !filled.some(({ label }) => /^(?:项目|科目)/.test(label))
  )
    return true;
  const words = filled.filter(({ label }) => !/^[类款项]$/.test(label));
  return words.length > 0 && words.every(({ label }) => isTotalLabel(label)) && (words.length === 1 ? spansLabels(row, words[0]) : false);
}

/** A total that stands alone in its row, with empty cells beside it: not a header that spans the table. */
const spansLabels = (row: GridRow, cell: GridCell | undefined): boolean =>
  cell !== undefined && row.own.length > 1 && row.own.some((other) => other.label === "" && other.column > cell.column);

function isAmount(cell: GridCell): boolean {
  const read = readCellNumber(cell.text, "元");
  if (read.kind !== "NUMBER") return false;
  // 2024 in a header is a year.
  return !/^(?:19|20)\d\d$/.test(cell.label) || cell.columnSpan === 1;
}

/**
 * Text forms keep no spans: a merged header is one cell with text and blank ones to its right. There a blank cell over a named column takes
 * the header to its left.
 */
export function fillUnspannedHeader(header: readonly GridRow[]): readonly GridRow[] {
  if (header.length < 2 || header.some((row) => row.own.some((cell) => cell.columnSpan > 1 || cell.rowSpan > 1))) return header;
  return header.map((row, at) => {
    const below = header.slice(at + 1);
    const covering = [...row.covering];
    for (let column = 1; column < covering.length; column += 1) {
      if (covering[column]?.label !== "") continue;
      const named = below.some((lower) => (lower.covering[column]?.label ?? "") !== "");
      const left = covering[column - 1];
      const sameParent = header.slice(0, at).every((upper) => (upper.covering[column]?.label ?? "") === "" || at === 0);
      if (named && left !== undefined && left.label !== "" && sameParent) covering[column] = left;
    }
    return { ...row, covering };
  });
}
