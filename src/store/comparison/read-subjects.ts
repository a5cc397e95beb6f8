import type { SubjectKind, SubjectLevel } from "../../model/subject-catalogue";
import type { ArrayReader } from "./array-reader";
import type { SubjectRecord } from "../find-subjects";

/** A subject as a comparison knows it. */
export type ComparedSubject = SubjectRecord;

const COLUMNS = "id, code, name, kind, level, parent_id, from_year, to_year, origin";
const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

/** Subjects by code, on demand with everything below them. */
export async function readSubjects(reader: ArrayReader, codes: readonly string[], withDescendants: boolean): Promise<ComparedSubject[]> {
  const sql = withDescendants
    ? `WITH RECURSIVE tree (id) AS (SELECT id FROM budget_subject WHERE code IN (${marks(codes)}) ` +
      "UNION SELECT below.id FROM budget_subject below JOIN tree ON below.parent_id = tree.id) " +
      `SELECT ${COLUMNS} FROM budget_subject WHERE id IN (SELECT id FROM tree)`
    : `SELECT ${COLUMNS} FROM budget_subject WHERE code IN (${marks(codes)})`;
  return readRows(reader, sql, codes);
}

/** Every subject of a classification at one level. */
export const readSubjectsAtLevel = (reader: ArrayReader, kind: string, level: string): Promise<ComparedSubject[]> =>
  readRows(reader, `SELECT ${COLUMNS} FROM budget_subject WHERE kind = ? AND level = ?`, [kind, level]);

async function readRows(reader: ArrayReader, sql: string, parameters: readonly string[]): Promise<ComparedSubject[]> {
  const rows = await reader.read(sql, parameters);
  return rows
    .map((row) => ({
      id: Number(row[0]),
      code: row[1] as string,
      name: row[2] as string,
      kind: row[3] as SubjectKind,
      level: row[4] as SubjectLevel,
      parentId: numberOrNull(row[5]),
      fromYear: numberOrNull(row[6]),
      toYear: numberOrNull(row[7]),
      origin: row[8] as string,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value));
