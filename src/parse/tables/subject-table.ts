import type { Span } from "../../model/extracted-document";
import { measureOf, type MeasureCode, type SubjectDimension } from "../../model/measures";
import type { DocumentFacts, LocatedTable, Parsed } from "../handler";
import { readCellNumber } from "./cell-number";
import { meaningOfColumn, type ColumnMeaning, type ColumnRule } from "./column-rules";
import { sayEmptyTable } from "./empty-table";
import { resolveRowSubject, startTrail, type RowSubject, type SubjectTrail } from "./resolve-subject";
import { placesOfLabel, readRowLabel, type RowLabel } from "./subject-label";
import { settleColumns, type ColumnKey, type Settlement } from "./settle-columns";
import { createTableFindings, type TableFindings } from "./table-findings";
import { beginsIn, spanOf, type GridCell, type GridRow } from "./table-grid";
import { columnText, readTableLayout, type Column, type ColumnGroup } from "./table-layout";

/** A table whose rows are budget subjects and whose columns are measures: most of the statutory ones. */
export interface SubjectTable {
  readonly dimension: SubjectDimension;
  readonly columns: readonly ColumnRule[];
  /** Rows that are neither a subject nor 合计 (人员经费合计): what their value in a column is. */
  readonly rows?: readonly RowRule[];
}

export interface RowRule {
  readonly label: RegExp;
  /** The measure of the row, given the measure that its column has for subjects; undefined leaves the cell out. */
  readonly measure: (column: MeasureCode) => MeasureCode | undefined;
}

export function readSubjectTable(table: LocatedTable, facts: DocumentFacts, description: SubjectTable): Parsed {
  const findings = createTableFindings(table, facts);
  const layout = readTableLayout(table);
  findings.understand(...layout.furniture.map((cell) => spanOf(cell)));
  const trails = new Map<number, SubjectTrail>();
  const rows: ReadRow[] = [];
  const columns: ReadColumn[] = [];
  for (const part of layout.parts) {
    part.groups.forEach((group, at) => {
      const trail = trails.get(at) ?? startTrail();
      trails.set(at, trail);
      const read = group.values.map((column) => readColumn(column, description, facts));
      columns.push(...read);
      rows.push(...readGroup(group, part.rows, read, description, findings, trail));
    });
  }
  tellRows(rows, columns, findings);
  sayEmptyTable(layout, description.columns, findings);
  return findings.done();
}

/** A row that is understood: what it belongs to, and its cells with what their columns mean. */
interface ReadRow {
  readonly label: RowLabel;
  readonly target: Target | undefined;
  readonly values: readonly ReadCell[];
}

interface ReadCell {
  readonly column: ReadColumn;
  readonly cell: GridCell;
}

interface ReadColumn {
  /** The same for a column on each page that it runs over. */
  readonly key: ColumnKey;
  readonly header: string;
  readonly meaning: ColumnMeaning | undefined;
}

function readColumn(column: Column, description: SubjectTable, facts: DocumentFacts): ReadColumn {
  const meaning = meaningOfColumn(column, description.columns, facts);
  const header = columnText(column) || `第${column.index + 1}栏`;
  const key =
    meaning === undefined || meaning.relation !== undefined || meaning.measure === "NO_MEASURE"
      ? header
      : `${meaning.measure} ${meaning.stage}`;
  return { key, header, meaning };
}

function readGroup(
  group: ColumnGroup,
  rows: readonly GridRow[],
  columns: readonly ReadColumn[],
  description: SubjectTable,
  findings: TableFindings,
  trail: SubjectTrail,
): ReadRow[] {
  const rowKind = { byUnit: isUnitGroup(group), namesOnly: !rows.some((row) => readRowLabel(row, group, undefined).code !== undefined) };
  const read: ReadRow[] = [];
  let above: RowLabel | undefined;
  for (const row of rows) {
    const label = readRowLabel(row, group, above);
    findings.understand(...placesOfLabel(label), ...placesOfOtherCodes(row, group));
    if (label.code !== undefined) above = label;
    const values = valueCells(row, group)
      .filter(({ cell }) => readCellNumber(cell.text, "元").kind !== "BLANK")
      .flatMap(({ column, cell }) => {
        const read = columns[group.values.indexOf(column)];
        return read === undefined ? [] : [{ column: read, cell }];
      });
    const target = targetOf(label, rowKind, description, findings, trail, values.length > 0);
    if (values.length > 0) read.push({ label, target, values });
  }
  return read;
}

/**
 * A subject that has several rows (once for each member unit, or for each governmental purpose) has no row that is the table's own figure of
 * it: the sum is not printed.
 */
function withoutSharedSubjects(rows: readonly ReadRow[], findings: TableFindings): ReadRow[] {
  const counts = new Map<string, number>();
  for (const { target } of rows)
    if (target?.subject !== undefined) counts.set(target.subject.key, (counts.get(target.subject.key) ?? 0) + 1);
  const told = new Set<string>();
  return rows.map((row) => {
    const key = row.target?.subject?.key;
    if (key === undefined || (counts.get(key) ?? 0) < 2) return row;
    const [first] = row.values;
    if (!told.has(key) && first !== undefined)
      findings.say("ROW_UNKNOWN", `${key} ${nameOf(row.label)} ×${counts.get(key)}`, spanOf(first.cell));
    told.add(key);
    return { ...row, target: { memberUnit: true as const } };
  });
}

function tellRows(all: readonly ReadRow[], columns: readonly ReadColumn[], findings: TableFindings): void {
  const rows = withoutSharedSubjects(all, findings);
  const settlement = settleRows(rows, columns, findings);
  const columnOfKey = new Map(columns.map((column) => [column.key, column]));
  const told = new Set<string>();
  for (const { label, target, values } of rows) {
    if (target === undefined) {
      const [first] = values;
      if (first !== undefined) findings.say("ROW_UNKNOWN", nameOf(label), spanOf(first.cell));
      continue;
    }
    for (const { cell, column } of values) {
      const key = settlement.has(cell) ? settlement.get(cell) : column.key;
      const placed = key === column.key ? column : columnOfKey.get(key ?? "");
      if (placed === undefined) findings.say("COLUMN_DOUBTFUL", cell.text, spanOf(cell));
      else if (placed.meaning === undefined) tellUnknownColumn(placed.header, cell, findings, told);
      else {
        if (placed !== column) findings.say("COLUMN_DOUBTFUL", `${cell.text} ▸ ${placed.header}`, spanOf(cell));
        readValue(cell, placed.meaning, target, findings);
      }
    }
  }
}

const nameOf = (label: RowLabel): string => label.names.join(" ") || label.cells.map((cell) => cell.label).join(" ");

/** Measures that the columns beside them add up to, row by row. */
const ROW_SUMS: readonly (readonly [whole: MeasureCode, parts: readonly MeasureCode[]])[] = [
  [
    "CURRENT_YEAR_REVENUE",
    [
      "REVENUE_FISCAL_APPROPRIATION",
      "REVENUE_SUPERIOR_SUBSIDY",
      "REVENUE_PUBLIC_INSTITUTION",
      "REVENUE_BUSINESS",
      "REVENUE_SUBORDINATE_REMITTANCE",
      "REVENUE_OTHER",
    ],
  ],
  [
    "CURRENT_YEAR_EXPENDITURE",
    ["BASIC_EXPENDITURE", "PROJECT_EXPENDITURE", "REMITTED_TO_SUPERIOR", "BUSINESS_EXPENDITURE", "SUBSIDY_TO_SUBORDINATE"],
  ],
  ["GENERAL_PUBLIC_EXPENDITURE", ["GENERAL_PUBLIC_BASIC_EXPENDITURE", "GENERAL_PUBLIC_PROJECT_EXPENDITURE"]],
  ["GOVERNMENT_FUND_EXPENDITURE", ["GOVERNMENT_FUND_BASIC_EXPENDITURE", "GOVERNMENT_FUND_PROJECT_EXPENDITURE"]],
  ["STATE_CAPITAL_EXPENDITURE", ["STATE_CAPITAL_BASIC_EXPENDITURE", "STATE_CAPITAL_PROJECT_EXPENDITURE"]],
  ["GENERAL_PUBLIC_BASIC_EXPENDITURE", ["PERSONNEL_EXPENSE", "PUBLIC_EXPENSE"]],
];

function settleRows(rows: readonly ReadRow[], columns: readonly ReadColumn[], findings: TableFindings): Settlement {
  const byPosition = isCutByPosition(findings);
  if (!byPosition && !rows.some(({ values }) => values.some(({ cell }) => findings.isDoubtful(cell)))) return new Map();
  const settling = rows.map(({ target, values }) => ({
    key: target === undefined || target.rule !== undefined || target.memberUnit ? undefined : (target.subject?.key ?? ""),
    values: values.map(({ column, cell }) => ({ column: column.key, cell })),
  }));
  const keys = [...new Set(columns.map(({ key }) => key))];
  const stages = new Set(columns.map(({ meaning }) => meaning?.stage));
  const sums = ROW_SUMS.flatMap(([whole, parts]) =>
    [...stages].map((stage) => ({
      whole: `${whole} ${stage}`,
      parts: parts.map((part) => `${part} ${stage}`).filter((part) => keys.includes(part)),
    })),
  ).filter(({ whole, parts }) => keys.includes(whole) && parts.length > 1);
  return settleColumns(settling, keys, sums, findings.isDoubtful, byPosition);
}

/** A table without lines was cut into columns by the position of its words; one with merged cells had lines to go by. */
const isCutByPosition = ({ table, facts }: TableFindings): boolean =>
  (facts.document.format === "PDF" || facts.document.format === "TEXT") &&
  table.blocks.every(({ table: grid }) => grid.rows.every((row) => row.every((cell) => cell.columnSpan === 1 && cell.rowSpan === 1)));

/** Codes of a second system beside the first. */
const placesOfOtherCodes = (row: GridRow, group: ColumnGroup): Span[] =>
  group.texts.flatMap((column) => {
    const cell = row.covering[column.index];
    return cell !== undefined && /^\d+$/.test(cell.label) ? [spanOf(cell)] : [];
  });

export const valueCells = (row: GridRow, group: ColumnGroup): { column: Column; cell: GridCell }[] =>
  group.values.flatMap((column) => {
    const cell = row.covering[column.index];
    return cell !== undefined && beginsIn(cell, row) && cell.column === column.index ? [{ column, cell }] : [];
  });

/** What a row's values belong to: a subject, the table's total, or a measure of the row's own. */
interface Target {
  readonly subject?: RowSubject;
  readonly rule?: RowRule;
  /** A row of one member unit: its numbers are no figures of this disclosure. */
  readonly memberUnit?: true;
}

function targetOf(
  label: RowLabel,
  { byUnit, namesOnly }: { readonly byUnit: boolean; readonly namesOnly: boolean },
  description: SubjectTable,
  findings: TableFindings,
  trail: SubjectTrail,
  hasValues: boolean,
): Target | undefined {
  const rule = description.rows?.find((row) => row.label.test(label.name));
  if (rule !== undefined) return { rule };
  if (label.total) return {};
  if (label.cells.every((cell) => cell.label === "" || cell.label === "无")) return undefined;
  if (label.code === undefined && byUnit) return { memberUnit: true };
  const known = resolveRowSubject(label, description.dimension, trail, findings, { namesOnly: false, hasValues });
  if (known === undefined && isUnitName(label.name, findings.facts)) return { memberUnit: true };
  const subject = known ?? resolveRowSubject(label, description.dimension, trail, findings, { namesOnly, hasValues });
  return subject === undefined ? undefined : { subject };
}

/** A row of one unit among rows of subjects. */
const isUnitName = (name: string, { unitName }: DocumentFacts): boolean =>
  name !== "" &&
  (name === unitName || /（本级）$|(?:局|厅|委员会|办公室|中心|大队|支队|总队|学校|学院|医院|研究所|管理处|事务所|协会|馆|站)$/.test(name));

const isUnitGroup = (group: ColumnGroup): boolean =>
  group.names.length > 0 &&
  group.names.every((column) => /单位|部门/.test(column.path.at(-1) ?? "")) &&
  group.codes.every((column) => /单位|部门/.test(column.path.join("")));

function readValue(cell: GridCell, meaning: ColumnMeaning, target: Target, findings: TableFindings): void {
  if (target.memberUnit || meaning.measure === "NO_MEASURE") {
    findings.understand(spanOf(cell));
    return;
  }
  const measure = target.rule === undefined ? meaning.measure : target.rule.measure(meaning.measure);
  if (measure === undefined) {
    findings.say("COLUMN_UNKNOWN", target.rule?.label.source ?? "", spanOf(cell));
    return;
  }
  if (target.subject !== undefined && !measureOf(measure).dimensions.includes(target.subject.kind)) {
    // The measure is published as a total only: its parts by subject are read, and are no figures.
    findings.understand(spanOf(cell));
    return;
  }
  const quantity = { measure, subject: target.subject?.key, stage: meaning.stage };
  if (meaning.relation === undefined) findings.read(cell, quantity, meaning.unit);
  else findings.relate(cell, { ...quantity, form: meaning.relation.form, base: { stage: meaning.relation.base } }, meaning.unit);
}

function tellUnknownColumn(header: string, cell: GridCell, findings: TableFindings, told: Set<string>): void {
  if (told.has(header)) return;
  told.add(header);
  findings.say("COLUMN_UNKNOWN", header, spanOf(cell));
}
