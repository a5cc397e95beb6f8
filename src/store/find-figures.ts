import { groupBy } from "../lib/group-by";
import type { RowReader } from "./row-reader";
import { marks, selectIn } from "./select-in";

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

const FIGURE =
  "x.revision_id AS revisionId, x.measure_id AS measureId, x.subject_id AS subjectId, x.stage, x.value, x.status, x.derived, x.reading";

/** The figures of revisions: of the named measures, or of all. */
export const findFigures = (reader: RowReader, revisionIds: readonly number[], measureIds?: readonly number[]): Promise<FigureRecord[]> =>
  selectOfMeasures(reader, FIGURE, "figure", "", revisionIds, measureIds);

function selectOfMeasures<Row>(
  reader: RowReader,
  columns: string,
  table: string,
  orderBy: string,
  revisionIds: readonly number[],
  measureIds: readonly number[] | undefined,
): Promise<Row[]> {
  const ofMeasures = measureIds === undefined ? "" : ` AND x.measure_id IN (${marks(measureIds)})`;
  const sqlFor = (list: string): string => `SELECT ${columns} FROM ${table} x WHERE x.revision_id IN (${list})${ofMeasures}${orderBy}`;
  return selectIn(reader, revisionIds, sqlFor, measureIds ?? []);
}

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

/** SQLite nests a chain of OR, and at most a thousand deep. */
const ALTERNATIVES = 500;
/** Parameters of one statement, below what every engine takes. */
const PARAMETERS = 16_000;

/** Readings by their keys. Row values in IN lists are not portable: the keys of one revision go into one condition. */
export async function findReadings(reader: RowReader, keys: readonly ReadingKey[]): Promise<ReadingRecord[]> {
  const byRevision = groupBy(keys, ({ revisionId }) => revisionId);
  const chunks: ReadingKey[][][] = [];
  let room = 0;
  for (const group of byRevision.values()) {
    const last = chunks.at(-1);
    if (last === undefined || last.length === ALTERNATIVES || room < group.length + 1) {
      chunks.push([group]);
      room = PARAMETERS - group.length - 1;
    } else {
      last.push(group);
      room -= group.length + 1;
    }
  }
  return (await Promise.all(chunks.map((groups) => findReadingGroups(reader, groups)))).flat();
}

function findReadingGroups(reader: RowReader, groups: readonly ReadingKey[][]): Promise<ReadingRecord[]> {
  const conditions = groups.map((group) => `(x.revision_id = ? AND x.seq IN (${marks(group)}))`);
  const parameters = groups.flatMap((group) => [group[0]?.revisionId ?? 0, ...group.map(({ seq }) => seq)]);
  return reader.rows(`SELECT ${READING} FROM reading x WHERE ${conditions.join(" OR ")}`, parameters);
}

const IN_PRINTED_ORDER = " ORDER BY x.revision_id, x.seq";

/** Every printed occurrence in revisions: of the named measures, or of all. */
export const findReadingsOfMeasures = (
  reader: RowReader,
  revisionIds: readonly number[],
  measureIds?: readonly number[],
): Promise<ReadingRecord[]> => selectOfMeasures(reader, READING, "reading", IN_PRINTED_ORDER, revisionIds, measureIds);

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

const RELATION = [
  "x.revision_id AS revisionId, x.seq, x.form, x.measure_id AS measureId, x.subject_id AS subjectId, x.stage, x.base_stage AS baseStage",
  "x.base_measure_id AS baseMeasureId, x.base_subject_id AS baseSubjectId, x.value, x.printed, x.text, x.direction, x.section",
  `x.section_title AS sectionTitle, ${PLACE}`,
].join(", ");

/** Every printed relation in revisions: of the named measures, or of all. */
export const findRelations = (
  reader: RowReader,
  revisionIds: readonly number[],
  measureIds?: readonly number[],
): Promise<RelationRecord[]> => selectOfMeasures(reader, RELATION, "relation", IN_PRINTED_ORDER, revisionIds, measureIds);
