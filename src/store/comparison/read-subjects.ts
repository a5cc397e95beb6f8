import type { SubjectKind, SubjectLevel } from "../../model/subject-catalogue";
import type { ArrayReader, SqlValue } from "./array-reader";

export interface ComparedSubject {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly kind: SubjectKind;
  readonly level: SubjectLevel;
  readonly parentId: number | null;
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly origin: string;
}

/** Subjects by code, on demand with everything below them; or every subject of a classification at one level. */
export type SubjectsWanted =
  { readonly codes: readonly string[]; readonly withDescendants: boolean } | { readonly kind: string; readonly level: string };

const COLUMNS = "id, code, name, kind, level, parent_id, from_year, to_year, origin";

export async function readSubjects(reader: ArrayReader, wanted: SubjectsWanted): Promise<ComparedSubject[]> {
  const { sql, parameters } = statementFor(wanted);
  const rows = await reader.read(sql, parameters);
  return rows
    .map((row) => ({
      id: row[0] as number,
      code: row[1] as string,
      name: row[2] as string,
      kind: row[3] as SubjectKind,
      level: row[4] as SubjectLevel,
      parentId: row[5] as number | null,
      fromYear: row[6] as number | null,
      toYear: row[7] as number | null,
      origin: row[8] as string,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function statementFor(wanted: SubjectsWanted): { sql: string; parameters: readonly SqlValue[] } {
  if ("kind" in wanted) {
    return {
      sql: `SELECT ${COLUMNS} FROM budget_subject WHERE draft_only IS NULL AND kind = ? AND level = ?`,
      parameters: [wanted.kind, wanted.level],
    };
  }
  const marks = wanted.codes.map(() => "?").join(", ");
  if (!wanted.withDescendants)
    return { sql: `SELECT ${COLUMNS} FROM budget_subject WHERE draft_only IS NULL AND code IN (${marks})`, parameters: wanted.codes };
  return {
    sql:
      `WITH RECURSIVE tree (id) AS (SELECT id FROM budget_subject WHERE code IN (${marks}) ` +
      "UNION SELECT below.id FROM budget_subject below JOIN tree ON below.parent_id = tree.id) " +
      `SELECT ${COLUMNS} FROM budget_subject WHERE draft_only IS NULL AND id IN (SELECT id FROM tree)`,
    parameters: wanted.codes,
  };
}
