import type { RowReader, SqlValue } from "./row-reader";
import { selectIn } from "./select-in";

/** 数据 as stored: one stage of one measure and subject. */
export interface FigureRecord {
  readonly revisionId: number;
  readonly measureId: number;
  readonly subjectId: number;
  readonly stage: number;
  readonly value: number | null;
  readonly status: number;
  readonly derived: number;
  readonly reading: number;
}

export const findFiguresByRevision = (reader: RowReader, revisionIds: readonly number[]): Promise<FigureRecord[]> =>
  selectIn(
    reader,
    revisionIds,
    (list) =>
      `SELECT f.revision_id AS revisionId, f.measure_id AS measureId, f.subject_id AS subjectId, f.stage, f.value, f.status, f.derived, f.reading
       FROM figure f WHERE f.revision_id IN (${list})`,
  );

/** One printed occurrence of a quantity as stored. */
export interface ReadingRecord {
  readonly revisionId: number;
  readonly seq: number;
  readonly measureId: number;
  readonly subjectId: number;
  readonly stage: number;
  readonly status: number;
  readonly value: number | null;
  readonly printed: string;
  readonly text: string;
  readonly origin: string;
  readonly section: string;
  readonly sectionTitle: string;
  readonly tableKind: string | null;
  readonly derivation: string | null;
  readonly reason: string | null;
  readonly blockIndex: number | null;
  readonly rowIndex: number | null;
  readonly cellIndex: number | null;
  readonly startOffset: number | null;
  readonly endOffset: number | null;
}

const PLACE =
  "x.block_index AS blockIndex, x.row_index AS rowIndex, x.cell_index AS cellIndex, x.start_offset AS startOffset, x.end_offset AS endOffset";

const READING = [
  "x.revision_id AS revisionId, x.seq, x.measure_id AS measureId, x.subject_id AS subjectId, x.stage, x.status, x.value, x.printed, x.text",
  `x.origin, x.section, x.section_title AS sectionTitle, x.table_kind AS tableKind, x.derivation, x.reason, ${PLACE}`,
].join(", ");

export interface ReadingKey {
  readonly revisionId: number;
  readonly seq: number;
}

const PAIRS = 500;

/** Readings by their keys. Row values in IN lists are not portable: the keys of one revision go into one condition. */
export async function findReadings(reader: RowReader, keys: readonly ReadingKey[]): Promise<ReadingRecord[]> {
  const chunks = Array.from({ length: Math.ceil(keys.length / PAIRS) }, (_, index) => keys.slice(index * PAIRS, (index + 1) * PAIRS));
  const answers = await Promise.all(chunks.map((chunk) => findReadingChunk(reader, chunk)));
  return answers.flat();
}

function findReadingChunk(reader: RowReader, keys: readonly ReadingKey[]): Promise<ReadingRecord[]> {
  const byRevision = new Map<number, number[]>();
  for (const { revisionId, seq } of keys) byRevision.set(revisionId, [...(byRevision.get(revisionId) ?? []), seq]);
  const parameters: SqlValue[] = [];
  const conditions = [...byRevision].map(([revisionId, seqs]) => {
    parameters.push(revisionId, ...seqs);
    return `(x.revision_id = ? AND x.seq IN (${seqs.map(() => "?").join(", ")}))`;
  });
  return reader.rows(`SELECT ${READING} FROM reading x WHERE ${conditions.join(" OR ")}`, parameters);
}

export const findReadingsByRevision = (reader: RowReader, revisionIds: readonly number[]): Promise<ReadingRecord[]> =>
  selectIn(
    reader,
    revisionIds,
    (list) => `SELECT ${READING} FROM reading x WHERE x.revision_id IN (${list}) ORDER BY x.revision_id, x.seq`,
  );

/** A printed change, rate or share as stored. */
export interface RelationRecord {
  readonly revisionId: number;
  readonly seq: number;
  readonly form: string;
  readonly measureId: number;
  readonly subjectId: number;
  readonly stage: number;
  readonly baseStage: number | null;
  readonly baseMeasureId: number | null;
  readonly baseSubjectId: number | null;
  readonly value: number | null;
  readonly printed: string;
  readonly text: string;
  readonly direction: string | null;
  readonly section: string;
  readonly sectionTitle: string;
  readonly blockIndex: number | null;
  readonly rowIndex: number | null;
  readonly cellIndex: number | null;
  readonly startOffset: number | null;
  readonly endOffset: number | null;
}

export const findRelationsByRevision = (reader: RowReader, revisionIds: readonly number[]): Promise<RelationRecord[]> =>
  selectIn(
    reader,
    revisionIds,
    (list) =>
      `SELECT x.revision_id AS revisionId, x.seq, x.form, x.measure_id AS measureId, x.subject_id AS subjectId, x.stage, x.base_stage AS baseStage,
         x.base_measure_id AS baseMeasureId, x.base_subject_id AS baseSubjectId, x.value, x.printed, x.text, x.direction, x.section,
         x.section_title AS sectionTitle, ${PLACE}
       FROM relation x WHERE x.revision_id IN (${list}) ORDER BY x.revision_id, x.seq`,
  );
