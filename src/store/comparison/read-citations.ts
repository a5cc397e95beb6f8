import type { ArrayReader, SqlValue } from "./array-reader";
import { CITATION_COLUMNS, FigureCitation, layOutCitation } from "./citation-columns";
import type { CitationPart } from "./citation-columns";

export interface CitationQuery {
  readonly revisionIds: readonly number[];
  readonly measureIds: readonly number[];
  readonly subjectIds: readonly number[];
  readonly stageId: number;
  readonly parts: readonly CitationPart[];
}

/** Revisions named in one list: more are read in further parts of the same statement. */
const CHUNK = 1000;
const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

/** The printed occurrence behind each figure of some revisions, by `citationKey`. */
export async function readCitations(reader: ArrayReader, query: CitationQuery): Promise<Map<string, FigureCitation>> {
  const { revisionIds, measureIds, subjectIds, stageId, parts } = query;
  if (revisionIds.length === 0) return new Map();
  const columns = ["f.revision_id", "f.measure_id", "f.subject_id", ...parts.map((part) => CITATION_COLUMNS[part])];
  const layout = layOutCitation(parts, 3);
  const statements: string[] = [];
  const parameters: SqlValue[] = [];
  for (let from = 0; from < revisionIds.length; from += CHUNK) {
    const revisions = revisionIds.slice(from, from + CHUNK);
    statements.push(
      `SELECT ${columns.join(", ")} FROM figure f JOIN reading rd ON rd.revision_id = f.revision_id AND rd.seq = f.reading ` +
        `WHERE f.revision_id IN (${marks(revisions)}) AND f.measure_id IN (${marks(measureIds)}) ` +
        `AND f.subject_id IN (${marks(subjectIds)}) AND f.stage = ?`,
    );
    parameters.push(...revisions, ...measureIds, ...subjectIds, stageId);
  }
  const rows = await reader.read(statements.join(" UNION ALL "), parameters);
  return new Map(
    rows.map((row) => {
      const [revisionId, measureId, subjectId] = row as readonly [number, number, number];
      return [citationKey(revisionId, measureId, subjectId), new FigureCitation(revisionId, row, layout)];
    }),
  );
}

export const citationKey = (revisionId: number, measureId: number, subjectId: number): string => `${revisionId}|${measureId}|${subjectId}`;
