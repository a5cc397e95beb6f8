import { measureOf } from "../../model/measures";
import type { DocumentFacts, LocatedTable, Parsed } from "../handler";
import type { ColumnMeaning } from "./column-rules";
import { sayEmptyTable } from "./empty-table";
import { startTrail, type SubjectTrail } from "./resolve-subject";
import { settleSubjectRows } from "./settle-subject-rows";
import { readColumn, type ReadColumn } from "./subject-columns";
import { nameOf, readRows, withoutSharedSubjects, type ReadRow, type Target } from "./subject-rows";
import type { SubjectTableDescription } from "./subject-table-description";
import { createTableFindings, type TableFindings } from "./table-findings";
import { spanOf, type GridCell } from "./table-grid";
import { readTableLayout } from "./table-layout";

/** Reads a table whose rows are budget subjects and whose columns are measures. */
export function readSubjectTable(table: LocatedTable, facts: DocumentFacts, description: SubjectTableDescription): Parsed {
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
      rows.push(...readRows(group, part.rows, read, description, findings, trail));
    });
  }
  tellRows(rows, columns, findings);
  sayEmptyTable(layout, description.columns, findings);
  return findings.done();
}

function tellRows(all: readonly ReadRow[], columns: readonly ReadColumn[], findings: TableFindings): void {
  const rows = withoutSharedSubjects(all, findings);
  const settlement = settleSubjectRows(rows, columns, findings);
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
        readValue(cell, placed.meaning, target, placed.subject, findings);
      }
    }
  }
}

function readValue(
  cell: GridCell,
  meaning: ColumnMeaning,
  target: Target,
  columnSubject: string | undefined,
  findings: TableFindings,
): void {
  const dividedTwice = columnSubject !== undefined && (target.subject !== undefined || target.rule !== undefined);
  if (target.memberUnit || meaning.measure === "NO_MEASURE" || dividedTwice) {
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
  const quantity = { measure, subject: columnSubject ?? target.subject?.key, stage: meaning.stage };
  if (meaning.relation === undefined) findings.read(cell, quantity, meaning.unit);
  else findings.relate(cell, { ...quantity, form: meaning.relation.form, base: { stage: meaning.relation.base } }, meaning.unit);
}

function tellUnknownColumn(header: string, cell: GridCell, findings: TableFindings, told: Set<string>): void {
  if (told.has(header)) return;
  told.add(header);
  findings.say("COLUMN_UNKNOWN", header, spanOf(cell));
}
