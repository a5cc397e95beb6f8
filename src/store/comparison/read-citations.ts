import type { ArrayReader, SqlValue } from "./array-reader";

/** Where a figure stands in its document. */
export interface FigureCitation {
  readonly revisionId: number;
  readonly seq: number;
  readonly printed: string;
  readonly text: string;
  readonly section: string;
  readonly sectionTitle: string;
  readonly tableKind: string | null;
  readonly documentId: number;
  readonly blockIndex: number | null;
  readonly rowIndex: number | null;
  readonly cellIndex: number | null;
  readonly startOffset: number | null;
  readonly endOffset: number | null;
}

export interface CitationQuery {
  readonly revisionIds: readonly number[];
  readonly measureIds: readonly number[];
  readonly subjectIds: readonly number[];
  readonly stageIds: readonly number[];
}

/** Revisions named in one statement: more are read in further parts of the same one. */
const CHUNK = 1000;

/** The printed occurrence behind each figure of some revisions, by `citationKey`. */
export async function readCitations(reader: ArrayReader, query: CitationQuery): Promise<Map<string, FigureCitation>> {
  const citations = new Map<string, FigureCitation>();
  if (query.revisionIds.length === 0) return citations;
  const parts: string[] = [];
  const parameters: SqlValue[] = [];
  for (let from = 0; from < query.revisionIds.length; from += CHUNK) {
    const revisions = query.revisionIds.slice(from, from + CHUNK);
    parts.push(
      "SELECT f.measure_id, f.subject_id, f.stage, f.revision_id, r.seq, r.printed, r.text, r.section, r.section_title, r.table_kind, d.document_id, " +
        "r.block_index, r.row_index, r.cell_index, r.start_offset, r.end_offset FROM figure f " +
        "JOIN reading r ON r.revision_id = f.revision_id AND r.seq = f.reading JOIN disclosure_revision d ON d.id = f.revision_id " +
        `WHERE f.revision_id IN (${marks(revisions)}) AND f.measure_id IN (${marks(query.measureIds)}) ` +
        `AND f.subject_id IN (${marks(query.subjectIds)}) AND f.stage IN (${marks(query.stageIds)})`,
    );
    parameters.push(...revisions, ...query.measureIds, ...query.subjectIds, ...query.stageIds);
  }
  for (const row of await reader.read(parts.join(" UNION ALL "), parameters)) {
    const number = (index: number): number => Number(row[index]);
    const numberOrNull = (index: number): number | null => (row[index] === null ? null : number(index));
    citations.set(citationKey(number(3), number(0), number(1), number(2)), {
      revisionId: number(3),
      seq: number(4),
      printed: row[5] as string,
      text: row[6] as string,
      section: row[7] as string,
      sectionTitle: row[8] as string,
      tableKind: row[9] as string | null,
      documentId: number(10),
      blockIndex: numberOrNull(11),
      rowIndex: numberOrNull(12),
      cellIndex: numberOrNull(13),
      startOffset: numberOrNull(14),
      endOffset: numberOrNull(15),
    });
  }
  return citations;
}

export const citationKey = (revisionId: number, measureId: number, subjectId: number, stageId: number): string =>
  `${revisionId}|${measureId}|${subjectId}|${stageId}`;

const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");
