import type { Span } from "../../model/extracted-document";
import { measureOf, type MeasureCode, type SubjectDimension } from "../../model/measures";
import type { DocumentFacts, LocatedTable, Parsed } from "../handler";
import { readCellNumber } from "./cell-number";
import { meaningOfColumn, type ColumnMeaning, type ColumnRule } from "./column-rules";
import { sayEmptyTable } from "./empty-table";
import { resolveRowSubject, startTrail, type RowSubject, type SubjectTrail } from "./resolve-subject";
import { placesOfLabel, readRowLabel, type RowLabel } from "./subject-label";
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
  const told = new Set<string>();
  for (const part of layout.parts) {
    part.groups.forEach((group, at) => {
      const trail = trails.get(at) ?? startTrail();
      trails.set(at, trail);
      readGroup(group, part.rows, { description, findings, trail, told });
    });
  }
  sayEmptyTable(layout, description.columns, findings);
  return findings.done();
}

interface Reader {
  readonly description: SubjectTable;
  readonly findings: TableFindings;
  readonly trail: SubjectTrail;
  /** Columns already said to be unknown. */
  readonly told: Set<string>;
}

function readGroup(group: ColumnGroup, rows: readonly GridRow[], reader: Reader): void {
  const { findings, description } = reader;
  const meanings = new Map(group.values.map((column) => [column, meaningOfColumn(column, description.columns, findings.facts)]));
  const rowKind = { byUnit: isUnitGroup(group), namesOnly: !rows.some((row) => readRowLabel(row, group, undefined).code !== undefined) };
  let above: RowLabel | undefined;
  for (const row of rows) {
    const label = readRowLabel(row, group, above);
    findings.understand(...placesOfLabel(label), ...placesOfOtherCodes(row, group));
    if (label.code !== undefined) above = label;
    const values = valueCells(row, group);
    const filled = values.filter(({ cell }) => readCellNumber(cell.text, "元").kind !== "BLANK");
    const target = targetOf(label, rowKind, reader, filled.length > 0);
    if (filled.length === 0 || target === "IGNORE") continue;
    if (target === undefined) {
      findings.say(
        "ROW_UNKNOWN",
        label.names.join(" ") || label.cells.map((cell) => cell.label).join(" "),
        spanOf(filled[0]?.cell ?? (row.own[0] as GridCell)),
      );
      continue;
    }
    for (const { column, cell } of filled) {
      const meaning = meanings.get(column);
      if (meaning === undefined) tellUnknownColumn(column, cell, reader);
      else readValue(cell, meaning, target, reader);
    }
  }
}

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
  { description, findings, trail }: Reader,
  hasValues: boolean,
): Target | "IGNORE" | undefined {
  const rule = description.rows?.find((row) => row.label.test(label.name));
  if (rule !== undefined) return { rule };
  if (label.total) return {};
  if (label.cells.every((cell) => cell.label === "" || cell.label === "无")) return hasValues ? undefined : "IGNORE";
  if (byUnit && label.code === undefined) return { memberUnit: true };
  const subject = resolveRowSubject(label, description.dimension, trail, findings, { namesOnly, hasValues });
  return subject === undefined ? undefined : { subject };
}

const isUnitGroup = (group: ColumnGroup): boolean =>
  group.names.length > 0 &&
  group.names.every((column) => /单位|部门/.test(column.path.at(-1) ?? "")) &&
  group.codes.every((column) => /单位|部门/.test(column.path.join("")));

function readValue(cell: GridCell, meaning: ColumnMeaning, target: Target, { findings }: Reader): void {
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

function tellUnknownColumn(column: Column, cell: GridCell, { findings, told }: Reader): void {
  const header = columnText(column) || `第${column.index + 1}栏`;
  if (told.has(header)) return;
  told.add(header);
  findings.say("COLUMN_UNKNOWN", header, spanOf(cell));
}
