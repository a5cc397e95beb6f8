import type { Span } from "../../model/extracted-document";
import type { DocumentFacts } from "../handler";
import { readCellNumber } from "./cell-number";
import { resolveRowSubject, type RowSubject, type SubjectTrail } from "./resolve-subject";
import type { ReadColumn } from "./subject-columns";
import { placesOfLabel, readRowLabel, type RowLabel } from "./subject-label";
import type { RowRule, SubjectTableDescription } from "./subject-table-description";
import type { TableFindings } from "./table-findings";
import { spanOf, type GridCell, type GridRow } from "./table-grid";
import { valueCells, type ColumnGroup } from "./table-layout";

/** A row that is understood: what it belongs to, and its cells with what their columns mean. */
export interface ReadRow {
  readonly label: RowLabel;
  readonly target: Target | undefined;
  readonly values: readonly ReadCell[];
}

export interface ReadCell {
  readonly column: ReadColumn;
  readonly cell: GridCell;
}

/** What a row's values belong to: a subject, the table's total, or a measure of the row's own. */
export interface Target {
  readonly subject?: RowSubject;
  readonly rule?: RowRule;
  /** A row of one member unit: its numbers are no figures of this disclosure. */
  readonly memberUnit?: true;
}

/** Reads the rows of one column group that hold values. */
export function readRows(
  group: ColumnGroup,
  rows: readonly GridRow[],
  columns: readonly ReadColumn[],
  description: SubjectTableDescription,
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

function targetOf(
  label: RowLabel,
  { byUnit, namesOnly }: { readonly byUnit: boolean; readonly namesOnly: boolean },
  description: SubjectTableDescription,
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

/** Codes of a second system beside the first. */
const placesOfOtherCodes = (row: GridRow, group: ColumnGroup): Span[] =>
  group.texts.flatMap((column) => {
    const cell = row.covering[column.index];
    return cell !== undefined && /^\d+$/.test(cell.label) ? [spanOf(cell)] : [];
  });

/**
 * A subject that has several rows (once for each member unit, or for each governmental purpose) has no row that is the table's own figure of
 * it: the sum is not printed.
 */
export function withoutSharedSubjects(rows: readonly ReadRow[], findings: TableFindings): ReadRow[] {
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

export const nameOf = (label: RowLabel): string => label.names.join(" ") || label.cells.map((cell) => cell.label).join(" ");
