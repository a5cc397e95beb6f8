import { createHash } from "node:crypto";
import os from "node:os";
import { ExtractionPool } from "../extract/extraction-pool";
import { inSpan, tellStep } from "../lib/in-span";
import type { Disclosure } from "../model/disclosure";
import type { ExtractedDocument } from "../model/extracted-document";
import { NotADisclosureError } from "../parse/not-a-disclosure-error";
import type { Checked } from "../store/revision-rows";
import { saveDisclosure } from "../store/save-disclosure";
import type { SaveOptions, SavedRevision } from "../store/save-revision";
import type { Database } from "../store/open-database";
import { publishSaved } from "./publish-saved";
import type { PublicationOptions, SavedPublication } from "./publish-saved";
import type { ChildReading } from "./read-child";

/** A file as it came. */
export interface IncomingFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A document read and checked, nothing stored. */
export interface ReadDocument {
  readonly sha256: string;
  readonly extracted: ExtractedDocument;
  readonly disclosure: Disclosure;
  readonly checked: Checked;
}

export interface ImportedDisclosure extends ReadDocument, SavedPublication {
  readonly saved: SavedRevision;
}

/** What reading one document may use of the processor, where that is less than what any may. */
export interface ReadingOptions {
  readonly cpuSeconds?: number;
}

export type ImportOptions = SaveOptions & PublicationOptions & ReadingOptions;

let children: ExtractionPool<ChildReading> | undefined;

/**
 * extract → parse → check: everything that can be said of a file without a database. A child process does it, within limits on time and memory,
 * so that neither a hostile file nor a long one holds up who is being answered by this process.
 */
export async function readDocument({ fileName, bytes }: IncomingFile, { cpuSeconds }: ReadingOptions = {}): Promise<ReadDocument> {
  children ??= new ExtractionPool({ program: "ingest/read-child", parallel: Math.max(1, Math.min(4, os.availableParallelism())) });
  const pool = children;
  return inSpan("read", {}, async () => {
    const { steps, ...reading } = await pool.extract({ bytes, fileName }, {}, cpuSeconds === undefined ? {} : { cpuSeconds });
    for (const step of steps) tellStep(step);
    if ("notADisclosure" in reading) throw new NotADisclosureError(reading.notADisclosure.detail, reading.notADisclosure.code);
    return { sha256: createHash("sha256").update(bytes).digest("hex"), ...reading };
  });
}

/** extract → parse → check → save → publish. A file that fails leaves no trace; one that was imported before changes nothing. */
export const importDocument = (dataSource: Database, file: IncomingFile, options: ImportOptions): Promise<ImportedDisclosure> =>
  inSpan("import", { attributes: { "hub.file.bytes": file.bytes.byteLength } }, () => importInSteps(dataSource, file, options));

async function importInSteps(dataSource: Database, file: IncomingFile, options: ImportOptions): Promise<ImportedDisclosure> {
  const read = await readDocument(file, options);
  const imported = { sha256: read.sha256, fileName: file.fileName, byteLength: file.bytes.byteLength, extracted: read.extracted };
  const saved = await inSpan("store", {}, () => saveDisclosure(dataSource, imported, read.disclosure, read.checked, options));
  return { ...read, saved, ...(await publishSaved(dataSource, saved, options)) };
}
