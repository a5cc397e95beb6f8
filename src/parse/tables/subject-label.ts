import { isTotalLabel, numberingDepth, withoutNumbering } from "./plain-label";
import type { ColumnGroup } from "./table-layout";
import type { Span } from "../../model/extracted-document";
import { beginsIn, spanOf, type GridCell, type GridRow } from "./table-grid";

/** How a row names itself within one column group. */
export interface RowLabel {
  /** The whole code, joined from its pieces; undefined where the row prints none. */
  readonly code?: string;
  /** Names from the outer to the inner column, plain. */
  readonly names: readonly string[];
  /** The innermost name without its numbering. */
  readonly name: string;
  /** 合计, 总计. */
  readonly total: boolean;
  /** Depth of the name by indent or numbering, where printing shows it. */
  readonly depth?: number;
  readonly cells: readonly GridCell[];
}

/** Where a label's own digits stand (a code, 1., 单价100万元): they are no figures. */
export const placesOfLabel = (label: RowLabel): Span[] => label.cells.filter((cell) => /\d/.test(cell.label)).map((cell) => spanOf(cell));

const CODE = /^[1-9]\d{2}(?:\d{2}){0,2}$/;
/** "2040601 行政运行", "30207邮电费", "[204]公共安全支出", "204-公共安全支出". */
const CODE_AND_NAME = /^[（[【]?([1-9]\d{2}(?:\d{2}){0,2})[）\]】]?[-—_、.]?(\p{Script=Han}.*)$/u;

/**
 * Reads the label of one row in a column group. Codes come joined (2040601), over two or three columns (204｜06｜01), or in the cell of the
 * name; an upper piece may be left blank when it repeats the row before.
 */
export function readRowLabel(row: GridRow, group: ColumnGroup, above: RowLabel | undefined): RowLabel {
  const codeCells = distinctCells(row, group.codes);
  const nameCells = distinctCells(row, group.names);
  const naming = [...codeCells, ...nameCells.filter((cell) => !codeCells.includes(cell))];
  // 合计 may stand in a column of words before the names.
  const cells = naming.some((cell) => cell.label !== "")
    ? naming
    : [...naming, ...distinctCells(row, group.texts).filter((cell) => isTotalLabel(cell.label))];
  const words = cells.map((cell) => cell.label).filter((label) => label !== "" && !/^[类款项]$/.test(label));
  const total = words.length > 0 && words.every(isTotalLabel);
  const names = (nameCells.length > 0 ? nameCells : codeCells)
    .map((cell) => cell.label)
    .filter((label) => /\p{Script=Han}|[A-Za-z]/u.test(label) && !/^[类款项]$/.test(label));
  const printed = joinCode(row, group, above?.code);
  const fused = printed === undefined ? words.map((word) => CODE_AND_NAME.exec(word)).find((match) => match !== null) : undefined;
  const code = printed ?? fused?.[1];
  const inner = fused?.[2] ?? names.at(-1) ?? words.at(-1) ?? "";
  const depth = depthOf(nameCells.at(-1), inner);
  return {
    ...(code === undefined || total ? {} : { code }),
    names: fused?.[2] === undefined ? names : [fused[2]],
    name: withoutNumbering(inner),
    total,
    ...(depth === undefined ? {} : { depth }),
    cells,
  };
}

function distinctCells(row: GridRow, columns: ColumnGroup["codes"]): GridCell[] {
  const cells: GridCell[] = [];
  for (const column of columns) {
    const cell = row.covering[column.index];
    if (cell !== undefined && !cells.includes(cell)) cells.push(cell);
  }
  return cells;
}

/** Joins the pieces of a split code; a piece that already holds the whole code so far (204｜20406｜2040601) replaces it. */
function joinCode(row: GridRow, group: ColumnGroup, above: string | undefined): string | undefined {
  const pieces = group.codes.map((column) => {
    const cell = row.covering[column.index];
    return cell !== undefined && (beginsIn(cell, row) || cell.rowSpan > 1) && cell.column === column.index && /^\d+$/.test(cell.label)
      ? cell.label
      : "";
  });
  const lowest = pieces.findLastIndex((piece) => piece !== "");
  if (lowest < 0) return undefined;
  let code = "";
  for (let at = 0; at <= lowest; at += 1) {
    let piece = pieces[at] ?? "";
    if (piece === "" && above !== undefined) piece = at === 0 ? above.slice(0, 3) : above.slice(1 + 2 * at, 3 + 2 * at);
    if (piece.length >= 5 || code === "") code = piece;
    else code += piece.padStart(2, "0");
  }
  return CODE.test(code) ? code : undefined;
}

function depthOf(cell: GridCell | undefined, name: string): number | undefined {
  if (cell?.indent !== undefined) return cell.indent;
  return numberingDepth(name);
}
