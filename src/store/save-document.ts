import type { EntityManager } from "typeorm";
import type { ExtractedDocument } from "../model/extracted-document";
import { DocumentBlockRow } from "./entities/document-block.entity";
import { SourceDocumentRow } from "./entities/source-document.entity";
import { insertRows } from "./insert-rows";

/** A published file and what was extracted from it. */
export interface ImportedDocument {
  readonly sha256: string;
  readonly fileName: string;
  readonly byteLength: number;
  readonly extracted: ExtractedDocument;
}

/** A TEXT column holds 65,535 bytes; a character of 中文 takes three, a rare one four. */
const PART = 16_000;
const PARAGRAPH = -1;

/** Saves a document and its blocks once per hash; read again in another way, its blocks are replaced. */
export async function saveDocument(manager: EntityManager, { sha256, fileName, byteLength, extracted }: ImportedDocument): Promise<number> {
  const known = await manager.findOneBy(SourceDocumentRow, { sha256 });
  if (!known) {
    await manager.insert(SourceDocumentRow, {
      sha256,
      fileName: fileName.slice(0, 255),
      format: extracted.format,
      byteLength,
      importedAt: new Date().toISOString(),
    });
  }
  const { id } = known ?? (await manager.findOneByOrFail(SourceDocumentRow, { sha256 }));
  if (known) await manager.delete(DocumentBlockRow, { documentId: id });
  await insertRows(manager, DocumentBlockRow, blockRows(id, extracted));
  return id;
}

function blockRows(documentId: number, { blocks }: ExtractedDocument): DocumentBlockRow[] {
  return blocks.flatMap((block, blockIndex) => {
    const page = block.page ?? null;
    if (block.kind === "PARAGRAPH") return inParts({ documentId, blockIndex, rowIndex: PARAGRAPH, page }, block.text);
    return block.rows.flatMap((cells, rowIndex) => inParts({ documentId, blockIndex, rowIndex, page }, JSON.stringify(cells)));
  });
}

function inParts(base: Omit<DocumentBlockRow, "part" | "text">, text: string): DocumentBlockRow[] {
  const parts = Math.max(1, Math.ceil(text.length / PART));
  return Array.from({ length: parts }, (_, part) => ({ ...base, part, text: text.slice(part * PART, (part + 1) * PART) }));
}
