import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { ExtractedDocument } from "../model/extracted-document";
import { DocumentBlockRow } from "./entities/document-block.entity";
import { ExtractionRow } from "./entities/extraction.entity";
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

/** What a revision cites: a file, and one way of having read it. */
export interface SavedDocument {
  readonly documentId: number;
  readonly extractionId: number;
}

/**
 * Saves a document once per hash of its bytes, and its blocks once per way of having read them: published numbers are quoted for years, so that
 * what older revisions cite stays as they read it.
 */
export async function saveDocument(
  manager: EntityManager,
  { sha256, fileName, byteLength, extracted }: ImportedDocument,
): Promise<SavedDocument> {
  const now = new Date().toISOString();
  const known = await manager.findOneBy(SourceDocumentRow, { sha256 });
  if (!known) {
    const document = { sha256, fileName: fileName.slice(0, 255), format: extracted.format, byteLength, importedAt: now };
    await manager.insert(SourceDocumentRow, document);
  }
  const { id: documentId } = known ?? (await manager.findOneByOrFail(SourceDocumentRow, { sha256 }));
  await hashOlderExtraction(manager, documentId);
  const blocks = blockRows(extracted);
  const extraction = { documentId, contentHash: hashOf(blocks) };
  const read = await manager.findOneBy(ExtractionRow, extraction);
  if (read) return { documentId, extractionId: read.id };
  await manager.insert(ExtractionRow, { ...extraction, extractedAt: now });
  const { id: extractionId } = await manager.findOneByOrFail(ExtractionRow, extraction);
  await insertRows(
    manager,
    DocumentBlockRow,
    blocks.map((block) => ({ extractionId, ...block })),
  );
  return { documentId, extractionId };
}

/** What was read before extractions were told apart is known again by its blocks, and not kept twice. */
async function hashOlderExtraction(manager: EntityManager, documentId: number): Promise<void> {
  const older = await manager.findOneBy(ExtractionRow, { documentId, contentHash: "" });
  if (!older) return;
  const order = { blockIndex: "ASC", rowIndex: "ASC", part: "ASC" } as const;
  const blocks = await manager.find(DocumentBlockRow, { where: { extractionId: older.id }, order });
  await manager.update(ExtractionRow, { id: older.id }, { contentHash: hashOf(blocks) });
}

type BlockPart = Omit<DocumentBlockRow, "extractionId">;

function hashOf(blocks: readonly BlockPart[]): string {
  const hash = createHash("sha256");
  for (const { blockIndex, rowIndex, part, page, text } of blocks)
    hash.update(`${JSON.stringify([blockIndex, rowIndex, part, page, text])}\n`);
  return hash.digest("hex");
}

function blockRows({ blocks }: ExtractedDocument): BlockPart[] {
  return blocks.flatMap((block, blockIndex) => {
    const page = block.page ?? null;
    if (block.kind === "PARAGRAPH") return inParts({ blockIndex, rowIndex: PARAGRAPH, page }, block.text);
    return block.rows.flatMap((cells, rowIndex) => inParts({ blockIndex, rowIndex, page }, JSON.stringify(cells)));
  });
}

function inParts(base: Omit<BlockPart, "part" | "text">, text: string): BlockPart[] {
  const parts = Math.max(1, Math.ceil(text.length / PART));
  return Array.from({ length: parts }, (_, part) => ({ ...base, part, text: text.slice(part * PART, (part + 1) * PART) }));
}
