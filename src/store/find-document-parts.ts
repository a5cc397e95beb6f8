import type { Cell } from "../model/extracted-document";
import type { RowReader } from "./row-reader";
import { selectIn } from "./select-in";

/** 来源文件 as stored. */
export interface DocumentRecord {
  readonly id: number;
  readonly sha256: string;
  readonly fileName: string;
  readonly format: string;
  readonly byteLength: number;
  readonly importedAt: string;
}

export const findDocumentsById = (reader: RowReader, ids: readonly number[]): Promise<DocumentRecord[]> =>
  selectIn(
    reader,
    ids,
    (list) =>
      `SELECT id, sha256, file_name AS fileName, format, byte_length AS byteLength, imported_at AS importedAt FROM source_document WHERE id IN (${list})`,
  );

/** A paragraph, or a table with its rows. */
export interface BlockRecord {
  readonly index: number;
  readonly page: number | null;
  readonly text: string | null;
  readonly rows: readonly (readonly Cell[])[] | null;
}

/** The extracted text of a document from one block to before another. */
export async function findBlocks(reader: RowReader, documentId: number, from: number, to: number): Promise<BlockRecord[]> {
  const stored = await reader.rows<{ blockIndex: number; rowIndex: number; page: number | null; text: string }>(
    `SELECT block_index AS blockIndex, row_index AS rowIndex, page, text FROM document_block
     WHERE document_id = ? AND block_index >= ? AND block_index < ? ORDER BY block_index, row_index, part`,
    [documentId, from, to],
  );
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
