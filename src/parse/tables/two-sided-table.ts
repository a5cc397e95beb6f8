import type { MeasureCode } from "../../model/measures";
import { findSubjectByPath } from "../../model/subject-catalogue";
import type { DocumentFacts, LocatedTable, Parsed } from "../handler";
import { readCellNumber } from "./cell-number";
import { quantityPath, relationOfColumn } from "./column-rules";
import { stageOfColumn } from "./column-stage";
import { readColumnUnit } from "./money-unit-line";
import { resolveClassName } from "./resolve-subject";
import { settleColumns, type Settlement } from "./settle-columns";
import { numberingDepth } from "./plain-label";
import { placesOfLabel, readRowLabel, type RowLabel } from "./subject-label";
import { createTableFindings, type TableFindings } from "./table-findings";
import { spanOf, type GridCell, type GridRow } from "./table-grid";
import { columnText, readTableLayout, type Column, type ColumnGroup, valueCells } from "./table-layout";

/** The budgets that a two-sided table may set side by side; ALL is the column of the table as a whole. */
export type BudgetColumn = "ALL" | "GENERAL_PUBLIC" | "GOVERNMENT_FUND" | "STATE_CAPITAL";
/** NO_MEASURE: known, and published by no measure of its own. */
export type MeasureByBudget = Partial<Record<BudgetColumn, MeasureCode | "NO_MEASURE">>;

export interface SideRow {
  /** Tried on the row's name without numbering. The first row that fits counts. */
  readonly label: RegExp;
  readonly measures: MeasureByBudget;
  /** The rows below it, down to the next row of its own rank, are parts of it: 年初财政拨款结转和结余 ▸ 一般公共预算财政拨款. */
  readonly opens?: string;
  /** Only among the parts of such a row. */
  readonly within?: string;
}

/** The row whose parts are being read, and how deep its own numbering stands. */
interface Context {
  readonly name: string;
  readonly depth: number;
}

export interface Side {
  readonly rows: readonly SideRow[];
  /** Rows that name a functional class: 一、一般公共服务支出. */
  readonly classes?: MeasureByBudget;
  /** Rows that name an economic class (工资福利支出): by the row that they are parts of, or WHOLE in a group by economic classes alone. */
  readonly economicClasses?: Readonly<Record<string, MeasureCode>>;
}

/** A table with revenue on its left and expenditure on its right, each row a name and its amounts. */
export interface TwoSidedTable {
  readonly revenue: Side;
  readonly expenditure: Side;
}

export function readTwoSidedTable(table: LocatedTable, facts: DocumentFacts, description: TwoSidedTable): Parsed {
  const findings = createTableFindings(table, facts);
  const layout = readTableLayout(table);
  findings.understand(...layout.furniture.map((cell) => spanOf(cell)));
  const contexts = new Map<number, Context>();
  for (const part of layout.parts) {
    part.groups.forEach((group, at) => {
      const side = sideOf(group, at) === "REVENUE" ? description.revenue : description.expenditure;
      readSide(group, part.rows, side, findings, contexts, at);
    });
  }
  return findings.done();
}

/** The side by the words over the group; without any, revenue stands first. */
function sideOf(group: ColumnGroup, at: number): "REVENUE" | "EXPENDITURE" {
  const words = [...group.names, ...group.codes, ...group.values].map((column) => column.path[0] ?? "").join("/");
  if (/支出/.test(words) && !/收入/.test(words)) return "EXPENDITURE";
  if (/收入/.test(words) && !/支出/.test(words)) return "REVENUE";
  return at === 0 ? "REVENUE" : "EXPENDITURE";
}

interface ReadRow {
  readonly label: RowLabel;
  readonly subject: string | undefined;
  readonly measures: MeasureByBudget | undefined;
  readonly values: readonly { readonly column: Column; readonly cell: GridCell }[];
}

function readSide(
  group: ColumnGroup,
  rows: readonly GridRow[],
  side: Side,
  findings: TableFindings,
  contexts: Map<number, Context>,
  at: number,
): void {
  const read: ReadRow[] = [];
  const labels = rows.map((row) => readRowLabel(row, group, undefined));
  const isDivided = labels.some(({ name }) => side.rows.some((rule) => rule.opens !== undefined && rule.label.test(name)));
  const isEconomic = !isDivided && /经济分类|经济科目/.test(group.names.map(columnText).join("/"));
  const whole = isEconomic ? side.economicClasses?.["WHOLE"] : undefined;
  for (const [index, row] of rows.entries()) {
    const label = labels[index];
    if (label === undefined) continue;
    findings.understand(...placesOfLabel(label));
    const values = valueCells(row, group).filter(({ cell }) => readCellNumber(cell.text, "元").kind !== "BLANK");
    const rule = ruleOf(label, side, contexts, at);
    if (values.length === 0) continue;
    const economic = rule === undefined ? (side.economicClasses?.[contexts.get(at)?.name ?? ""] ?? whole) : undefined;
    const economicClass =
      economic === undefined ? undefined : findSubjectByPath("ECONOMIC", { className: label.name }, findings.facts.year);
    if (economic !== undefined && economicClass !== undefined) {
      read.push({ label, subject: economicClass.code, measures: { ALL: economic }, values });
      continue;
    }
    const named = rule === undefined && side.classes !== undefined && label.name !== "";
    const subject = named ? (label.code ?? resolveClassName(label.name, findings, label.cells.at(-1))) : undefined;
    read.push({ label, subject, measures: rule?.measures ?? (subject === undefined ? undefined : side.classes), values });
  }
  tellRows(read, group, side, findings);
}

/** The rule of a row; it ends or opens the context of the rows below it. */
function ruleOf(label: RowLabel, side: Side, contexts: Map<number, Context>, at: number): SideRow | undefined {
  if (label.name === "") return undefined;
  const depth = numberingDepth(label.names.at(-1) ?? "");
  const context = contexts.get(at);
  if (context !== undefined && depth !== undefined && depth <= context.depth) contexts.delete(at);
  const within = contexts.get(at)?.name;
  const rule = side.rows.find((row) => row.label.test(label.name) && (row.within === undefined || row.within === within));
  if (rule?.opens !== undefined) contexts.set(at, { name: rule.opens, depth: depth ?? 0 });
  else if (rule !== undefined && rule.within === undefined) contexts.delete(at);
  return rule;
}

function tellRows(rows: readonly ReadRow[], group: ColumnGroup, side: Side, findings: TableFindings): void {
  const settlement = settleRows(rows, group, side, findings);
  const told = new Set<string>();
  for (const { label, measures, subject, values } of rows) {
    const [first] = values;
    if (measures === undefined) {
      if (first !== undefined) findings.say("ROW_UNKNOWN", label.names.join(" ") || first.cell.text, spanOf(first.cell));
      continue;
    }
    for (const { column, cell } of values) {
      const budget = settlement.has(cell) ? settlement.get(cell) : budgetOf(column);
      const placed = budget === budgetOf(column) ? column : group.values.find((other) => budgetOf(other) === budget);
      const measure = placed === undefined ? undefined : measures[budgetOf(placed)];
      const relation = relationOfColumn(column, findings.facts);
      if (placed === undefined) findings.say("COLUMN_DOUBTFUL", cell.text, spanOf(cell));
      else if (measure === "NO_MEASURE") findings.understand(spanOf(cell));
      else if (measure === undefined || !isAmountColumn(placed)) tellColumn(placed, cell, findings, told);
      else if (relation !== undefined) {
        const stage = stageOfColumn([], findings.facts);
        findings.relate(cell, { measure, subject, stage, form: relation.form, base: { stage: relation.base } });
      } else {
        if (placed !== column) findings.say("COLUMN_DOUBTFUL", `${cell.text} ▸ ${columnText(placed)}`, spanOf(cell));
        findings.read(
          cell,
          { measure, subject, stage: stageOfColumn(placed.path, findings.facts) },
          readColumnUnit(placed.path.at(-1) ?? ""),
        );
      }
    }
  }
}

/** 合计 = Σ the three budgets in each row; 本年支出合计 = Σ classes in each column. */
function settleRows(rows: readonly ReadRow[], group: ColumnGroup, side: Side, findings: TableFindings): Settlement {
  if (!rows.some(({ values }) => values.some(({ cell }) => findings.isDoubtful(cell)))) return new Map();
  const whole = side.classes?.ALL;
  const budgets = [...new Set(group.values.map(budgetOf))];
  const parts = budgets.filter((budget) => budget !== "ALL");
  return settleColumns(
    rows.map(({ subject, measures, values }) => ({
      key: subject ?? (whole !== undefined && measures?.ALL === whole ? "" : undefined),
      values: values.map(({ column, cell }) => ({ column: budgetOf(column), cell })),
    })),
    budgets,
    parts.length > 0 ? [{ whole: "ALL", parts }] : [],
    findings.isDoubtful,
    false,
  );
}

/** A column of shares or counts beside the amounts is neither. */
const isAmountColumn = (column: Column): boolean => !/占|比重|比例|人数|个数|数量/.test(column.path.at(-1) ?? "");

function budgetOf(column: Column): BudgetColumn {
  const path = quantityPath(column.path);
  if (/政府性基金/.test(path)) return "GOVERNMENT_FUND";
  if (/国有资本/.test(path)) return "STATE_CAPITAL";
  return /一般公共预算/.test(path) ? "GENERAL_PUBLIC" : "ALL";
}

function tellColumn(column: Column, cell: GridCell, findings: TableFindings, told: Set<string>): void {
  const header = columnText(column);
  if (told.has(header)) return;
  told.add(header);
  findings.say("COLUMN_UNKNOWN", header, spanOf(cell));
}
