import { measureOf } from "../../model/measures";
import type { Stage } from "../../model/stage";
import type { DocumentFacts, LocatedTable, Parsed } from "../handler";
import { readCellNumber } from "./cell-number";
import { quantityPath, relationOfColumn } from "./column-rules";
import { isStageLabel, stageOfColumn } from "./column-stage";
import { notesBelow, sayEmptyTable } from "./empty-table";
import { INFORMATION_ITEMS, type InformationItem } from "./information-items";
import { readColumnUnit } from "./money-unit-line";
import { numberingDepth, withoutNumbering } from "./plain-label";
import { placesOfLabel, readRowLabel, type RowLabel } from "./subject-label";
import { createTableFindings, type TableFindings } from "./table-findings";
import { spanOf, type GridCell, type GridRow } from "./table-grid";
import { columnText, readTableLayout, type Column, type ColumnGroup, type LayoutPart, valueCells } from "./table-layout";

/** A table whose rows or whose columns are items, each a measure of its own (三公, 运行经费, 资产, 采购). */
export interface InformationTable {
  /** Tried on the path of names, narrower names first. */
  readonly items: readonly InformationItem[];
  /** The rows are not items but entries of a list (purchases, units): only 合计 is this disclosure's. */
  readonly list?: boolean;
}

type Item = InformationItem[1];

/**
 * Reads a table of items either way round: across, where the header names the items and one row holds the values, or down, where rows name them
 * and the header tells the stage.
 */
export function readInformationTable(table: LocatedTable, facts: DocumentFacts, { items, list = false }: InformationTable): Parsed {
  const findings = createTableFindings(table, facts);
  const layout = readTableLayout(table);
  findings.understand(...layout.furniture.map((cell) => spanOf(cell)));
  const ancestors = new Map<number, { depth: number; name: string }[]>();
  for (const part of layout.parts) {
    const across = list || namesItems(part, items);
    part.groups.forEach((group, at) => {
      if (across) readAcross(group, part.rows, items, findings);
      else readDown(group, part.rows, items, findings, ancestors.get(at) ?? setAncestors(ancestors, at));
    });
  }
  sayEmptyTable(layout, items, findings);
  return findings.done();
}

function setAncestors<T>(map: Map<number, T[]>, at: number): T[] {
  const created: T[] = [];
  map.set(at, created);
  return created;
}

/** Whether the header names at least two items of its own. */
const namesItems = (part: LayoutPart, items: InformationTable["items"]): boolean =>
  new Set(
    part.groups
      .flatMap((group) => group.values.map((column) => measureOfPath(quantityPath(column.path), items)))
      .filter((measure) => measure !== undefined && measure !== "NO_MEASURE"),
  ).size > 1;

const measureOfPath = (path: string, items: InformationTable["items"]): Item | undefined => items.find(([label]) => label.test(path))?.[1];

function readAcross(group: ColumnGroup, rows: readonly GridRow[], items: InformationTable["items"], findings: TableFindings): void {
  const single = rows.filter((row) => valueCells(row, group).some(({ cell }) => isNumber(cell))).length === 1;
  for (const row of rows) {
    const label = readRowLabel(row, group, undefined);
    findings.understand(...placesOfLabel(label));
    const values = valueCells(row, group).filter(({ cell }) => isNumber(cell));
    // Among several rows only 合计 (or the unit's own row, where it is alone) is this disclosure's; the others are its parts.
    const staged = isStageLabel(label.name);
    const own = single || staged || label.total || isOwnName(label, findings.facts);
    for (const { column, cell } of values) {
      const measure = measureOfPath(quantityPath(column.path), items);
      if (!own) findings.understand(spanOf(cell));
      else if (measure === undefined) findings.say("COLUMN_UNKNOWN", columnText(column), spanOf(cell));
      else readItem(cell, staged ? { ...column, path: [...column.path, label.name] } : column, measure, findings);
    }
  }
}

const isNumber = (cell: GridCell): boolean => {
  const read = readCellNumber(cell.text, "元");
  return read.kind === "NUMBER" || read.kind === "UNREADABLE";
};

const isOwnName = (label: RowLabel, facts: DocumentFacts): boolean =>
  label.name !== "" && label.name.replace(/（本级）$/, "") === facts.unitName.replace(/\s/g, "");

function readDown(
  group: ColumnGroup,
  rows: readonly GridRow[],
  items: InformationTable["items"],
  findings: TableFindings,
  ancestors: { depth: number; name: string }[],
): void {
  const whole = wholeColumns(group, findings.facts);
  for (const row of rows) {
    const label = readRowLabel(row, group, undefined);
    findings.understand(...placesOfLabel(label));
    if (label.name === "") continue;
    const depth = label.depth ?? numberingDepth(label.names.at(-1) ?? "") ?? ancestors.at(-1)?.depth ?? 0;
    while ((ancestors.at(-1)?.depth ?? -1) >= depth) ancestors.pop();
    const own = label.names.map(withoutNumbering);
    const measure = measureOfRow(own, ancestors, items);
    ancestors.push({ depth, name: label.name });
    for (const { column, cell } of valueCells(row, group)) {
      if (!isNumber(cell)) continue;
      const relation = relationOfColumn(column, findings.facts);
      if (relation === undefined && !whole.has(column)) findings.understand(spanOf(cell));
      else if (measure === undefined) findings.say("ROW_UNKNOWN", label.names.join(" "), spanOf(cell));
      else readItem(cell, column, measure, findings);
    }
  }
}

/** Of several columns at one stage (合计 · 一般公共预算 · 政府性基金) the one of the whole; the others divide it. */
function wholeColumns(group: ColumnGroup, facts: DocumentFacts): ReadonlySet<Column> {
  const byStage = new Map<Stage, Column[]>();
  for (const column of group.values) {
    if (relationOfColumn(column, facts) !== undefined) continue;
    const stage = stageOfColumn(column.path, facts);
    byStage.set(stage, [...(byStage.get(stage) ?? []), column]);
  }
  const whole = [...byStage.values()].map(
    (columns) => columns.find((column) => /^(?:.*\/)?(?:合计|小计|总计)$|^$/.test(quantityPath(column.path))) ?? columns[0],
  );
  return new Set(whole.filter((column) => column !== undefined));
}

/** The row's own name decides; a name that says too little (小计, 购置费, 货物) is read under the names above it. */
function measureOfRow(own: readonly string[], ancestors: readonly { name: string }[], items: InformationTable["items"]): Item | undefined {
  const name = own.at(-1) ?? "";
  const vague = /^(?:支出)?(?:小计|合计|总计|金额|支出|购置费|运行费|其中)$/.test(name) || name.length <= 2;
  const inner = own.join("/");
  if (!vague) return measureOfPath(name, items) ?? measureOfPath(inner, items);
  const above = ancestors.map((ancestor) => ancestor.name).join("/");
  return measureOfPath(inner, items) ?? measureOfPath(above === "" ? inner : `${above}/${inner}`, items);
}

function readItem(cell: GridCell, column: Column, measure: Item, findings: TableFindings): void {
  if (measure === "NO_MEASURE") {
    findings.understand(spanOf(cell));
    return;
  }
  if (findings.isDoubtful(cell)) {
    findings.say("COLUMN_DOUBTFUL", cell.text, spanOf(cell));
    return;
  }
  const unit = measureOf(measure).kind === "MONEY" ? readColumnUnit(column.path.at(-1) ?? "") : undefined;
  const relation = relationOfColumn(column, findings.facts);
  if (relation === undefined) findings.read(cell, { measure, stage: stageOf(column, findings) }, unit);
  else
    findings.relate(cell, { measure, stage: stageOfColumn([], findings.facts), form: relation.form, base: { stage: relation.base } }, unit);
}

/** A bare 预算数 is the adjusted budget, unless the note below the table says that it is the initial one. */
function stageOf(column: Column, { table, facts }: TableFindings): Stage {
  const stage = stageOfColumn(column.path, facts);
  if (stage !== "ADJUSTED_BUDGET" || /全年|调整/.test(column.path.join("/"))) return stage;
  return notesBelow(table, facts).some((note) => /预算数[^。；，]{0,8}(?:为|是|指|反映)[^。；，]*年初/.test(note))
    ? "INITIAL_BUDGET"
    : stage;
}

export const allItems: InformationTable = { items: INFORMATION_ITEMS };
