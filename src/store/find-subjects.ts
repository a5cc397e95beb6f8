import type { SubjectKind, SubjectLevel } from "../model/subject-catalogue";
import type { Page, PageRequest } from "./read-page";
import { readPage } from "./read-page";
import type { RowReader } from "./row-reader";
import { selectIn } from "./select-in";
import { WhereClause } from "./where-clause";

/** 预算科目 as stored. */
export interface SubjectRecord {
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

const COLUMNS = "s.id, s.code, s.name, s.kind, s.level, s.parent_id AS parentId, s.from_year AS fromYear, s.to_year AS toYear, s.origin";

export const findSubjectsById = (reader: RowReader, ids: readonly number[]): Promise<SubjectRecord[]> =>
  selectIn(reader, ids, (list) => `SELECT ${COLUMNS} FROM budget_subject s WHERE s.id IN (${list})`);

export const findSubjectsByCode = (reader: RowReader, codes: readonly string[]): Promise<SubjectRecord[]> =>
  selectIn(reader, codes, (list) => `SELECT ${COLUMNS} FROM budget_subject s WHERE s.code IN (${list}) AND s.draft_only IS NULL`);

export const findSubjectsByParent = (reader: RowReader, ids: readonly number[]): Promise<SubjectRecord[]> =>
  selectIn(
    reader,
    ids,
    (list) => `SELECT ${COLUMNS} FROM budget_subject s WHERE s.parent_id IN (${list}) AND s.draft_only IS NULL ORDER BY s.code`,
  );

export function findSubjectPage(
  reader: RowReader,
  filter: { text?: string | null; kind?: string | null; level?: string | null },
  page: PageRequest,
): Promise<Page<SubjectRecord>> {
  const where = new WhereClause()
    .and("s.draft_only IS NULL")
    .andContains(["s.name", "s.code"], filter.text)
    .andIf(filter.kind, "s.kind = ?", (kind) => [kind])
    .andIf(filter.level, "s.level = ?", (level) => [level]);
  return readPage(reader, { columns: COLUMNS, from: "budget_subject s", where, order: [{ sql: "s.code", direction: "ASC" }] }, page);
}
