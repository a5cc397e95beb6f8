import type { LocatedTable } from "../handler";
import { readCellNumber } from "./cell-number";
import { readMoneyUnitLine } from "./money-unit-line";
import { isTotalLabel, numberingDepth, plainLabel } from "./plain-label";
import { beginsIn, gridOf, type GridCell, type GridRow } from "./table-grid";
import { isDepartmentLine, isTableNumber, titleText } from "./table-title";

/** What a column holds. LINE: 行次, a number that only counts lines. TEXT: words that belong to the row but do not name it. */
export type ColumnRole = "CODE" | "NAME" | "LINE" | "TEXT" | "VALUE";

export interface Column {
  readonly index: number;
  readonly role: ColumnRole;
  /** The header's labels from the top down: ["本年支出", "小计"]; a merged header stands in the path of each column that it covers. */
  readonly path: readonly string[];
}

/**
 * Columns that name a row, and the columns with its values. A table has one group, or several side by side: revenue and expenditure, or the
 * economic subjects in two or three rounds.
 */
export interface ColumnGroup {
  readonly codes: readonly Column[];
  readonly names: readonly Column[];
  readonly texts: readonly Column[];
  readonly values: readonly Column[];
}

/** One block of a table: a table that runs over pages has several, and the header may be printed again in each. */
export interface LayoutPart {
  readonly groups: readonly ColumnGroup[];
  readonly rows: readonly GridRow[];
}

export interface TableLayout {
  readonly parts: readonly LayoutPart[];
  /** Cells that are header, title, column number or line number: their digits are no figures. */
  readonly furniture: readonly GridCell[];
}

/** Understands the header of a located table by the names in it: grid → column paths → groups. */
export function readTableLayout(table: LocatedTable): TableLayout {
  const parts: LayoutPart[] = [];
  const furniture: GridCell[] = [];
  let header: readonly Column[] | undefined;
  for (const { block, table: grid } of table.blocks) {
    const rows = gridOf(grid, block);
    const body = splitRows(rows, furniture);
    const headerRows = fillUnspannedHeader(body.header);
    for (const row of body.header) furniture.push(...row.own.filter((cell) => !isValueOfBody(cell, body.rows)));
    const own = readColumns(headerRows, body.rows);
    // A page without a header goes on under the columns of the page before.
    const columns = own.some((column) => column.path.length > 0) ? own : continueColumns(header, own);
    header ??= columns;
    if (columns !== own || own.some((column) => column.role === "VALUE")) header = columns;
    for (const column of columns) {
      if (column.role !== "LINE") continue;
      for (const row of body.rows) {
        const cell = row.covering[column.index];
        if (cell !== undefined && beginsIn(cell, row)) furniture.push(cell);
      }
    }
    parts.push({ groups: groupColumns(columns), rows: body.rows });
  }
  return { parts, furniture };
}

const isValueOfBody = (cell: GridCell, rows: readonly GridRow[]): boolean => rows.some((row) => beginsIn(cell, row));

interface SplitRows {
  readonly header: readonly GridRow[];
  readonly rows: readonly GridRow[];
}

/** Takes titles, unit lines, column numbers and notes out; what then stands before the first row of values is the header. */
function splitRows(rows: readonly GridRow[], furniture: GridCell[]): SplitRows {
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

const HEADER_WORD =
  /^(?:项目|收入|支出|科目名称|科目编码|科目代码|行次|栏次|类|款|项|金额|决算数|预算数|合计|小计|名称|备注|序号|功能分类.*|支出功能分类.*|经济分类.*|部门预算经济分类.*|政府预算.*分类.*|本年收入|本年支出)$/;

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
function fillUnspannedHeader(header: readonly GridRow[]): readonly GridRow[] {
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

function readColumns(header: readonly GridRow[], body: readonly GridRow[]): Column[] {
  const width = Math.max(0, ...[...header, ...body].map((row) => row.covering.length));
  const columns: Column[] = [];
  for (let index = 0; index < width; index += 1) {
    const path: string[] = [];
    let last: GridCell | undefined;
    for (const row of header) {
      const cell = row.covering[index];
      if (cell === undefined || cell === last || cell.label === "") continue;
      last = cell;
      const label = cell.label.replace(/[，,。.；]$/, "");
      if (path.at(-1) !== label) path.push(label);
    }
    columns.push({ index, path, role: roleOf(path, index, body) });
  }
  return columns;
}

const CODE_HEADER = /(?:编码|代码|编号)$|^[类款项]$|^类款项$|科目编码.*[类款项]$/;
const NAME_HEADER =
  /^(?:项目|科目|名称|内容|指标|单位|部门|收入|支出|品目)$|名称(?:（.*）)?$|^(?:收入|支出)?项目(?:（.*）)?$|(?:功能|经济)分类(?:科目)?$|^(?:预算|部门|单位)?科目$|^项目及|^预算单位|^支出(?:功能|经济)?分类|^部门（单位）$|^单位（.*）$|按.*分类）?$|^“?三公”?经费(?:支出)?项目$/;

function roleOf(path: readonly string[], index: number, body: readonly GridRow[]): ColumnRole {
  const last = path.at(-1) ?? "";
  // 合计 printed in the header's last row of the naming columns is the total row's name.
  const name = isTotalLabel(last) && /(?:编码|代码|科目名称|项目)$/.test(path.at(-2) ?? "") ? (path.at(-2) ?? "") : last;
  if (/^(?:行次|行号|栏次|序号|编号)$/.test(name)) return "LINE";
  const content = contentOf(index, body);
  if (/(?:单位|部门|项目)(?:编码|代码|编号)$/.test(name)) return "TEXT";
  if (CODE_HEADER.test(name)) return content.names > content.codes && content.names > 0 ? "NAME" : "CODE";
  if (/^(?:备注|说明)/.test(name)) return "TEXT";
  if (NAME_HEADER.test(name)) return content.codes > content.names && content.codes > 0 && content.amounts === 0 ? "CODE" : "NAME";
  if (content.names > 0 && content.amounts === 0 && content.codes === 0) return path.length === 0 ? "NAME" : "TEXT";
  if (path.length === 0 && content.codes > 0 && content.amounts === 0) return "CODE";
  return "VALUE";
}

/** What a column's cells look like: names, codes (204, 06, 2040601), amounts. */
function contentOf(index: number, body: readonly GridRow[]): { names: number; codes: number; amounts: number } {
  const content = { names: 0, codes: 0, amounts: 0 };
  for (const row of body) {
    const cell = row.covering[index];
    if (cell === undefined || !beginsIn(cell, row) || cell.column !== index || cell.label === "") continue;
    if (/^(?:\d{2}|[1-9]\d{2}|[1-9]\d{4}|[1-9]\d{6})$/.test(cell.label)) content.codes += 1;
    else if (readCellNumber(cell.text, "元").kind === "NUMBER") content.amounts += 1;
    else if (/\p{L}/u.test(cell.label) && !/\d\.\d|^\d+%$/.test(cell.label) && !HEADER_WORD.test(cell.label)) content.names += 1;
  }
  return content;
}

/** A page that repeats no header has the columns of the page before it, where it is as wide. */
function continueColumns(before: readonly Column[] | undefined, own: readonly Column[]): readonly Column[] {
  if (before === undefined) return own;
  return before.length >= own.length ? before : own;
}

function groupColumns(columns: readonly Column[]): ColumnGroup[] {
  const groups: { codes: Column[]; names: Column[]; texts: Column[]; values: Column[] }[] = [];
  let group: (typeof groups)[number] | undefined;
  for (const column of columns) {
    if (column.role === "LINE") continue;
    const names = column.role === "CODE" || column.role === "NAME";
    if (group === undefined || (names && group.values.length > 0)) {
      group = { codes: [], names: [], texts: [], values: [] };
      groups.push(group);
    }
    // A second system of codes beside the first (政府预算经济分类) belongs to the row and does not name it.
    if (names && group.codes.length > 0 && group.names.length > 0 && (column.role === "CODE" || group.texts.length > 0))
      group.texts.push(column);
    else if (column.role === "CODE") group.codes.push(column);
    else if (column.role === "NAME") group.names.push(column);
    else if (column.role === "TEXT") group.texts.push(column);
    else group.values.push(withoutSharedHeading(column, group));
  }
  return groups;
}

/** A heading over the whole group (人员经费 over code, name and amount) says nothing of the one column of values. */
function withoutSharedHeading(column: Column, group: { readonly codes: readonly Column[]; readonly names: readonly Column[] }): Column {
  const labels = [...group.codes, ...group.names];
  let shared = 0;
  while (labels.length > 0 && shared < column.path.length && labels.every((label) => label.path[shared] === column.path[shared]))
    shared += 1;
  return shared === 0 ? column : { ...column, path: column.path.slice(shared) };
}

export const columnText = (column: Column): string => column.path.join("/");

/** What the first rows of a table say, plain. */
export const headerText = (table: LocatedTable): string =>
  (table.blocks[0]?.table.rows ?? [])
    .slice(0, 6)
    .flatMap((row) => row.map((cell) => plainLabel(cell.text)))
    .join("|");
