import type { LocatedTable } from "../handler";
import { readCellNumber } from "./cell-number";
import { isTotalLabel, plainLabel } from "./plain-label";
import { fillUnspannedHeader, splitRows } from "./split-header";
import { beginsIn, gridOf, type GridCell, type GridRow } from "./table-grid";

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
  /^(?:项目|科目|名称|内容|指标|单位|部门|收入|支出|品目|(?:收入|支出)?项目类别)$|名称(?:（.*）)?$|^(?:收入|支出)?项目(?:（.*）)?$|(?:功能|经济)分类(?:科目)?$|^(?:预算|部门|单位)?科目$|^项目及|^预算单位|^支出(?:功能|经济)?分类|^部门（单位）$|^单位（.*）$|按.*分类）?$|^“?三公”?经费(?:支出)?项目$/;

function roleOf(path: readonly string[], index: number, body: readonly GridRow[]): ColumnRole {
  const last = path.at(-1) ?? "";
  const content = contentOf(index, body);
  // 合计 printed in the header's last row of the naming columns is the total row's name.
  const isTotalRow = isTotalLabel(last) && content.amounts <= content.names && /(?:编码|代码|科目名称|项目)$/.test(path.at(-2) ?? "");
  const name = isTotalRow ? (path.at(-2) ?? "") : last;
  if (/^(?:行次|行号|栏次|序号|编号)$/.test(name)) return "LINE";
  if (/(?:单位|部门|项目)(?:编码|代码|编号)$/.test(name)) return "TEXT";
  if (CODE_HEADER.test(name)) return content.names > content.codes && content.names > 0 ? "NAME" : "CODE";
  if (/^(?:备注|说明)/.test(name)) return "TEXT";
  if (/^(?:计量)?单位$/.test(name) && content.names > 0 && content.names === content.countingUnits) return "TEXT";
  if (NAME_HEADER.test(name)) return content.codes > content.names && content.codes > 0 && content.amounts === 0 ? "CODE" : "NAME";
  if (content.names > 0 && content.amounts === 0 && content.codes === 0) return path.length === 0 ? "NAME" : "TEXT";
  if (path.length === 0 && content.codes > 0 && content.amounts === 0) return "CODE";
  return "VALUE";
}

const HEADER_WORD =
  /^(?:项目|收入|支出|科目名称|科目编码|科目代码|行次|栏次|类|款|项|金额|决算数|预算数|合计|小计|名称|备注|序号|功能分类.*|支出功能分类.*|经济分类.*|部门预算经济分类.*|政府预算.*分类.*|本年收入|本年支出)$/;

const COUNTING_UNIT = /^(?:辆|台|个|套|台（套）|批次?|人次?|人|次|项|平方米|万?元|%)$/;

/** What a column's cells look like: names (of which some are units of counting), codes (204, 06, 2040601), amounts. */
function contentOf(index: number, body: readonly GridRow[]): { names: number; countingUnits: number; codes: number; amounts: number } {
  const content = { names: 0, countingUnits: 0, codes: 0, amounts: 0 };
  for (const row of body) {
    const cell = row.covering[index];
    if (cell === undefined || !beginsIn(cell, row) || cell.column !== index || cell.label === "") continue;
    if (/^(?:\d{2}|[1-9]\d{2}|[1-9]\d{4}|[1-9]\d{6})$/.test(cell.label)) content.codes += 1;
    else if (readCellNumber(cell.text, "元").kind === "NUMBER") content.amounts += 1;
    else if (/\p{L}/u.test(cell.label) && !/\d\.\d|^\d+%$/.test(cell.label) && !HEADER_WORD.test(cell.label)) {
      content.names += 1;
      if (COUNTING_UNIT.test(cell.label)) content.countingUnits += 1;
    }
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
  // Words under a header of the province's own (收入项目类别) name the rows where nothing else does.
  return groups.map((one) =>
    one.codes.length + one.names.length > 0 || one.texts.length === 0
      ? one
      : { ...one, names: one.texts.slice(0, 1), texts: one.texts.slice(1) },
  );
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

/** The cells of a row in the value columns of a group; a cell that reaches in from above or from the left is none of them. */
export const valueCells = (row: GridRow, group: ColumnGroup): { column: Column; cell: GridCell }[] =>
  group.values.flatMap((column) => {
    const cell = row.covering[column.index];
    return cell !== undefined && beginsIn(cell, row) && cell.column === column.index ? [{ column, cell }] : [];
  });
