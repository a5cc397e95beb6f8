import { groupBy } from "../lib/group-by";
import type { Cell } from "../model/extracted-document";
import type { Page, PageRequest } from "./read-page";
import { readPage } from "./read-page";
import type { RowReader } from "./row-reader";
import { selectIn } from "./select-in";
import { WhereClause } from "./where-clause";

/** 来源文件 as stored. */
export interface DocumentRecord {
  readonly id: number;
  readonly sha256: string;
  readonly fileName: string;
  readonly format: string;
  readonly byteLength: number;
  readonly importedAt: string;
}

const DOCUMENT = "s.id, s.sha256, s.file_name AS fileName, s.format, s.byte_length AS byteLength, s.imported_at AS importedAt";

export const findDocumentsById = (reader: RowReader, ids: readonly number[]): Promise<DocumentRecord[]> =>
  selectIn(reader, ids, (list) => `SELECT ${DOCUMENT} FROM source_document s WHERE s.id IN (${list})`);

export const DOCUMENT_ORDER = {
  IMPORTED_AT: { sql: "s.imported_at" },
  FILE_NAME: { sql: "s.file_name" },
  SIZE: { sql: "s.byte_length" },
} as const;

export interface ListedDocumentRecord extends DocumentRecord {
  /** Of the newest revision that is published. */
  readonly extractionId: number;
}

/** Documents that something published at a data version was read from. */
export function findDocumentPage(
  reader: RowReader,
  filter: { readonly sha256?: string | null; readonly text?: string | null; readonly format?: string | null },
  order: { by: keyof typeof DOCUMENT_ORDER; direction: "ASC" | "DESC" },
  page: PageRequest,
  dataVersion: number,
): Promise<Page<ListedDocumentRecord>> {
  const where = new WhereClause()
    .and(
      "d.id = (SELECT MAX(n.id) FROM disclosure_revision n WHERE n.document_id = s.id AND n.visible_from <= ? AND n.visible_to > ?)",
      dataVersion,
      dataVersion,
    )
    .andIf(filter.sha256, "s.sha256 = ?", (sha256) => [sha256])
    .andIf(filter.format, "s.format = ?", (format) => [format])
    .andContains(["s.file_name"], filter.text);
  const terms = [{ ...DOCUMENT_ORDER[order.by], direction: order.direction }, { sql: "s.id", direction: "ASC" } as const];
  const from = "source_document s JOIN disclosure_revision d ON d.document_id = s.id";
  return readPage(reader, { columns: `${DOCUMENT}, d.extraction_id AS extractionId`, from, where, order: terms }, page);
}

/** A paragraph, or a table with its rows. */
export interface BlockRecord {
  readonly index: number;
  readonly page: number | null;
  readonly text: string | null;
  readonly rows: readonly (readonly Cell[])[] | null;
}

/** A stretch of an extraction: the blocks [from, to). */
export interface BlockRange {
  readonly extractionId: number;
  readonly from: number;
  readonly to: number;
}

interface StoredBlock {
  readonly extractionId: number;
  readonly blockIndex: number;
  readonly rowIndex: number;
  readonly page: number | null;
  readonly text: string;
}

/** Stretches read by one statement: SQLite nests a chain of OR, and at most a thousand deep. */
const STRETCHES = 300;

/** The extracted text of stretches of extractions, in the order of the stretches. */
export async function findBlocks(reader: RowReader, ranges: readonly BlockRange[]): Promise<BlockRecord[][]> {
  const joined = joinRanges(ranges);
  const chunks = Array.from({ length: Math.ceil(joined.length / STRETCHES) }, (_, index) =>
    joined.slice(index * STRETCHES, (index + 1) * STRETCHES),
  );
  const stored = (await Promise.all(chunks.map((chunk) => findStoredBlocks(reader, chunk)))).flat();
  const byExtraction = groupBy(stored, ({ extractionId }) => extractionId);
  return ranges.map(({ extractionId, from, to }) =>
    joinBlocks((byExtraction.get(extractionId) ?? []).filter(({ blockIndex }) => blockIndex >= from && blockIndex < to)),
  );
}

/** Stretches that touch become one: the sections of a document are read as the whole that they are. */
function joinRanges(ranges: readonly BlockRange[]): BlockRange[] {
  const joined: BlockRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.extractionId - b.extractionId || a.from - b.from)) {
    const last = joined.at(-1);
    if (last?.extractionId === range.extractionId && range.from <= last.to)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, range.to) };
    else joined.push(range);
  }
  return joined;
}

function findStoredBlocks(reader: RowReader, ranges: readonly BlockRange[]): Promise<StoredBlock[]> {
  return reader.rows(
    `SELECT extraction_id AS extractionId, block_index AS blockIndex, row_index AS rowIndex, page, text FROM document_block
     WHERE ${ranges.map(() => "(extraction_id = ? AND block_index >= ? AND block_index < ?)").join(" OR ")}
     ORDER BY extraction_id, block_index, row_index, part`,
    ranges.flatMap(({ extractionId, from, to }) => [extractionId, from, to]),
  );
}

function joinBlocks(stored: readonly StoredBlock[]): BlockRecord[] {
  const blocks = new Map<number, { page: number | null; lines: Map<number, string> }>();
  for (const { blockIndex, rowIndex, page, text } of stored) {
    const block = blocks.get(blockIndex) ?? { page, lines: new Map<number, string>() };
    block.lines.set(rowIndex, (block.lines.get(rowIndex) ?? "") + text);
    blocks.set(blockIndex, block);
  }
  return [...blocks].map(([index, { page, lines }]) => {
    const paragraph = lines.get(-1);
    if (paragraph !== undefined) return { index, page, text: paragraph, rows: null };
    return { index, page, text: null, rows: [...lines.values()].map((line) => JSON.parse(line) as Cell[]) };
  });
}

export interface SectionRecord {
  readonly revisionId: number;
  readonly seq: number;
  readonly kind: string;
  readonly title: string;
  readonly fromBlock: number;
  readonly toBlock: number;
}

export const findSectionsByRevision = (reader: RowReader, revisionIds: readonly number[]): Promise<SectionRecord[]> =>
  selectIn(
    reader,
    revisionIds,
    (list) =>
      `SELECT revision_id AS revisionId, seq, kind, title, from_block AS fromBlock, to_block AS toBlock FROM section
       WHERE revision_id IN (${list}) ORDER BY revision_id, seq`,
  );

export interface NameRecord {
  readonly revisionId: number;
  readonly name: string;
}

export const findOfficesByRevision = (reader: RowReader, revisionIds: readonly number[]): Promise<NameRecord[]> =>
  selectIn(
    reader,
    revisionIds,
    (list) => `SELECT revision_id AS revisionId, name FROM office WHERE revision_id IN (${list}) ORDER BY revision_id, seq`,
  );

export interface MemberUnitRecord extends NameRecord {
  readonly nature: string | null;
  readonly note: string | null;
}

export const findMemberUnitsByRevision = (reader: RowReader, revisionIds: readonly number[]): Promise<MemberUnitRecord[]> =>
  selectIn(
    reader,
    revisionIds,
    (list) =>
      `SELECT revision_id AS revisionId, name, nature, note FROM member_unit WHERE revision_id IN (${list}) ORDER BY revision_id, seq`,
  );

export interface MessageRecord {
  readonly revisionId: number;
  readonly code: string;
  readonly detail: string | null;
  readonly place: string | null;
  readonly blockIndex: number | null;
}

export const findMessagesByRevision = (reader: RowReader, revisionIds: readonly number[]): Promise<MessageRecord[]> =>
  selectIn(
    reader,
    revisionIds,
    (list) =>
      `SELECT revision_id AS revisionId, code, detail, place, block_index AS blockIndex FROM import_message
       WHERE revision_id IN (${list}) ORDER BY revision_id, seq`,
  );
