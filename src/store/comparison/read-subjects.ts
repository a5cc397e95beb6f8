import type { ArrayReader } from "./array-reader";

export interface ComparedSubject {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly parentId: number | null;
}

const COLUMNS = "id, code, name, kind, level, parent_id";
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
      kind: row[3] as string,
      level: row[4] as string,
      parentId: row[5] === null ? null : Number(row[5]),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
