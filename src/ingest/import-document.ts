import { createHash } from "node:crypto";
import { checkDisclosure } from "../check/check-disclosure";
import { checkRelated } from "../check/check-related";
import { extractInChild } from "../extract/extract-in-child";
import type { Disclosure } from "../model/disclosure";
import type { ExtractedDocument } from "../model/extracted-document";
import { parseDisclosure } from "../parse/parse-disclosure";
import { findPublicationLoss } from "../store/find-publication-loss";
import type { PublicationLoss } from "../store/find-publication-loss";
import { publishRevision } from "../store/publish-revision";
import type { PublishOptions } from "../store/publish-revision";
import type { Checked } from "../store/revision-rows";
import { saveDisclosure } from "../store/save-disclosure";
import type { SaveOptions, SavedRevision } from "../store/save-disclosure";
import type { Database } from "../store/open-database";

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

export interface ImportedDisclosure extends ReadDocument {
  readonly saved: SavedRevision;
  readonly published: boolean;
  /** Why it was not published though that was asked: readers would lose much. It stays a draft. */
  readonly loss?: PublicationLoss;
}

export interface ImportOptions extends SaveOptions, Pick<PublishOptions, "note" | "publishedAt"> {
  readonly publish: boolean;
  /** Publishes even what has far fewer figures than the published revision that it takes the place of. */
  readonly acceptLoss?: boolean;
}

/** extract → parse → check: everything that can be said of a file without a database. The file is opened in a child process, within limits. */
export async function readDocument({ fileName, bytes }: IncomingFile): Promise<ReadDocument> {
  const extracted = await extractInChild({ bytes, fileName });
  const disclosure = parseDisclosure(extracted);
  return {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    extracted,
    disclosure,
    checked: checkDisclosure(disclosure, extracted),
  };
}

/** extract → parse → check → save → publish. A file that fails leaves no trace; one that was imported before changes nothing. */
export async function importDocument(dataSource: Database, file: IncomingFile, options: ImportOptions): Promise<ImportedDisclosure> {
  const read = await readDocument(file);
  const imported = { sha256: read.sha256, fileName: file.fileName, byteLength: file.bytes.byteLength, extracted: read.extracted };
  const saved = await saveDisclosure(dataSource, imported, read.disclosure, read.checked, options);
  if (!options.publish) return { ...read, saved, published: saved.status === "PUBLISHED" };
  const loss = options.acceptLoss === true ? undefined : await findPublicationLoss(dataSource, saved.revisionId);
  if (loss !== undefined) return { ...read, saved, published: false, loss };
  await publishRevision(dataSource, saved.revisionId, checkRelated, options);
  return { ...read, saved, published: true };
}
