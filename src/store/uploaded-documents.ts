import { createHash } from "node:crypto";
import { invariant } from "../lib/invariant";
import { recordAuditEvent } from "./audit-trail";
import { UploadedChunkRow } from "./entities/uploaded-chunk.entity";
import { UploadedDocumentRow } from "./entities/uploaded-document.entity";
import { inTransaction } from "./in-transaction";
import type { Database } from "./open-database";
import type { RowReader } from "./row-reader";

/** Bytes of one chunk: a BLOB of MySQL holds 65,535. */
export const CHUNK_BYTES = 60_000;
/** Chunks sent in one statement: twice their bytes, as hexadecimal text, stay below 1 MB, the smallest packet that servers are set up with. */
const CHUNKS_AT_ONCE = 8;

export interface UploadedDocument {
  readonly sha256: string;
  readonly fileName: string;
  readonly byteLength: number;
}

/**
 * Keeps the bytes of a file, once per hash, in the database, where every instance finds them.
 *
 * @param read begins to read the bytes, in chunks of at most CHUNK_BYTES; asked again where the transaction has to be run again.
 */
export async function saveUploadedDocument(
  database: Database,
  { sha256, fileName, byteLength }: UploadedDocument,
  read: () => AsyncIterable<Uint8Array>,
  actor: string,
): Promise<UploadedDocument & { readonly outcome: "SAVED" | "KNOWN" }> {
  return inTransaction(database, async (manager) => {
    const known = await manager.findOneBy(UploadedDocumentRow, { sha256 });
    if (known) return { sha256, fileName: known.fileName, byteLength: known.byteLength, outcome: "KNOWN" };
    await manager.insert(UploadedDocumentRow, { sha256, fileName, byteLength, uploadedAt: new Date().toISOString() });
    let seq = 0;
    let waiting: UploadedChunkRow[] = [];
    for await (const bytes of read()) {
      waiting.push({ sha256, seq: (seq += 1), bytes });
      if (waiting.length < CHUNKS_AT_ONCE) continue;
      await manager.insert(UploadedChunkRow, waiting);
      waiting = [];
    }
    if (waiting.length > 0) await manager.insert(UploadedChunkRow, waiting);
    await recordAuditEvent(manager, { actor, action: "UPLOAD", subject: sha256, detail: { fileName, byteLength } });
    return { sha256, fileName, byteLength, outcome: "SAVED" };
  });
}

/** The file that was uploaded under a hash, with its bytes. */
export async function readUploadedDocument(reader: RowReader, sha256: string): Promise<(UploadedDocument & { bytes: Buffer }) | undefined> {
  const [document] = await reader.rows<UploadedDocument>(
    "SELECT sha256, file_name AS fileName, byte_length AS byteLength FROM uploaded_document WHERE sha256 = ?",
    [sha256],
  );
  if (!document) return undefined;
  const chunks = await reader.rows<{ bytes: Uint8Array | ArrayBuffer }>("SELECT bytes FROM uploaded_chunk WHERE sha256 = ? ORDER BY seq", [
    sha256,
  ]);
  const bytes = Buffer.concat(chunks.map((chunk) => new Uint8Array(chunk.bytes)));
  invariant(createHash("sha256").update(bytes).digest("hex") === sha256, `what is kept of document ${sha256} is what was uploaded`);
  return { ...document, bytes };
}
