import type { CitedNumber, FundRow, FundSource, Project } from "../../model/disclosure";
import type { MeasureCode } from "../../model/measures";
import type { DocumentFacts, LocatedTable, Parsed } from "../handler";
import { readCellNumber } from "./cell-number";
import { quantityPath } from "./column-rules";
import { stageOfColumn } from "./column-stage";
import { isTotalLabel } from "./plain-label";
import { placesOfLabel, readRowLabel } from "./subject-label";
import { createTableFindings, type TableFindings } from "./table-findings";
import { spanOf, type GridCell, type GridRow } from "./table-grid";
import { readTableLayout, type Column, type ColumnGroup, valueCells } from "./table-layout";

const PROJECT_NAME = /^(?:一级|二级|预算)?项目(?:（.*）)?名称$|^项目名称（.*）$|^(?:一级|二级)项目$/;
const PROJECT_CODE = /^(?:预算)?项目(?:编码|代码|编号)$/;

const FUND_SOURCES: readonly (readonly [RegExp, FundSource])[] = [
  [/结转|结余/, "CARRYOVER"],
  [/财政专户|教育收费/, "SPECIAL_ACCOUNT"],
  [/单位资金|自有|事业收入|经营收入|单位自筹/, "UNIT_OWN"],
  [/财政拨款|一般公共预算|政府性基金|国有资本/, "FISCAL"],
  [/其他/, "OTHER"],
  [/^(?:.*\/)?(?:合计|总计|小计|本年(?:支出|收入)?(?:合计|小计)?|支出|项目支出)$|^$/, "TOTAL"],
];

/** A table whose rows are projects and not subjects. */
export const isProjectList = (table: LocatedTable): boolean =>
  table.blocks.some(({ table: grid }) =>
    grid.rows.slice(0, 8).some((row) => row.some((cell) => PROJECT_NAME.test(cell.text.replace(/\s/g, "")))),
  );

/**
 * Reads a list of projects with their money by source.
 * @param measures.total what 合计 in the column of the whole is
 */
export function readProjectList(table: LocatedTable, facts: DocumentFacts, measures: { readonly total: MeasureCode }): Parsed {
  const findings = createTableFindings(table, facts);
  const layout = readTableLayout(table);
  findings.understand(...layout.furniture.map((cell) => spanOf(cell)));
  for (const part of layout.parts) for (const group of part.groups) readProjects(group, part.rows, measures.total, findings);
  return findings.done();
}

function readProjects(group: ColumnGroup, rows: readonly GridRow[], total: MeasureCode, findings: TableFindings): void {
  const labels = [...group.codes, ...group.names, ...group.texts];
  const nameColumn = labels.find((column) => PROJECT_NAME.test(column.path.at(-1) ?? "")) ?? group.names.at(-1);
  const codeColumn = labels.find((column) => PROJECT_CODE.test(column.path.at(-1) ?? ""));
  for (const row of rows) {
    const values = valueCells(row, group).filter(({ cell }) => readCellNumber(cell.text, "元").kind === "NUMBER");
    const label = readRowLabel(row, group, undefined);
    findings.understand(...placesOfLabel(label));
    if (label.total || label.cells.some((cell) => isTotalLabel(cell.label))) readTotals(values, total, findings);
    else {
      const name = cellAt(row, nameColumn);
      const code = cellAt(row, codeColumn);
      if (name === undefined || name.label === "") tellStray(values, findings);
      else findings.project(projectOf(name, code, values, findings));
    }
  }
}

const cellAt = (row: GridRow, column: Column | undefined): GridCell | undefined =>
  column === undefined ? undefined : row.covering[column.index];

function readTotals(values: readonly { column: Column; cell: GridCell }[], total: MeasureCode, findings: TableFindings): void {
  for (const { column, cell } of values) {
    const source = sourceOf(column);
    if (source === "TOTAL") findings.read(cell, { measure: total, stage: stageOfColumn(column.path, findings.facts) });
    else findings.understand(spanOf(cell));
  }
}

function projectOf(
  name: GridCell,
  code: GridCell | undefined,
  values: readonly { column: Column; cell: GridCell }[],
  findings: TableFindings,
): Project {
  const funds: FundRow[] = [];
  for (const { column, cell } of values) {
    const source = sourceOf(column);
    const number = citedNumber(cell, findings);
    if (findings.isDoubtful(cell)) {
      findings.say("COLUMN_DOUBTFUL", cell.text, spanOf(cell));
      continue;
    }
    if (source === undefined || number === undefined) {
      findings.say("COLUMN_UNKNOWN", quantityPath(column.path), spanOf(cell));
      continue;
    }
    const stage = stageOfColumn(column.path, findings.facts);
    const slot = stage === "FINAL" ? "executed" : stage === "ADJUSTED_BUDGET" ? "adjustedBudget" : "initialBudget";
    const label = quantityPath(column.path) || "合计";
    const at = funds.findIndex((fund) => fund.label === label);
    if (at < 0) funds.push({ source, label, [slot]: number });
    else funds[at] = { ...(funds[at] as FundRow), [slot]: number };
  }
  return {
    name: name.text.replace(/\s+/g, ""),
    ...(code === undefined || code.label === "" || code === name ? {} : { code: code.label }),
    funds,
    indicators: [],
    citations: [spanOf(name), ...(code === undefined || code === name ? [] : [spanOf(code)])],
  };
}

function sourceOf(column: Column): FundSource | undefined {
  const path = quantityPath(column.path);
  return FUND_SOURCES.find(([header]) => header.test(path))?.[1];
}

function citedNumber(cell: GridCell, findings: TableFindings): CitedNumber | undefined {
  const unit = findings.table.moneyUnit;
  const read = unit === undefined ? undefined : readCellNumber(cell.text, unit);
  if (read?.kind !== "NUMBER") return undefined;
  return {
    value: read.number.value,
    step: read.number.step,
    printed: cell.text.slice(read.start, read.end),
    citation: spanOf(cell, read.start, read.end),
  };
}

function tellStray(values: readonly { cell: GridCell }[], findings: TableFindings): void {
  const stray = values[0]?.cell;
  if (stray !== undefined) findings.say("ROW_UNKNOWN", stray.text, spanOf(stray));
}
