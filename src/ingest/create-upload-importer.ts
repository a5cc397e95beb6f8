import { ExtractionError } from "../extract/extraction-error";
import { NotADisclosureError } from "../parse/not-a-disclosure-error";
import type { Database } from "../store/open-database";
import type { RowReader } from "../store/row-reader";
import type { SaveOptions } from "../store/save-revision";
import { readUploadedDocument } from "../store/uploaded-documents";
import { describeFailure } from "./describe-failure";
import type { Failure } from "./describe-failure";
import { importDocument } from "./import-document";

export type UploadImport =
  | { readonly outcome: "SAVED" | "UNCHANGED"; readonly revisionId: number }
  | { readonly outcome: "NOT_FOUND" | "BUSY" }
  | ({ readonly outcome: "UNREADABLE" } & Failure);

/** Imports at once; each holds a file in memory while it waits for a child process to read it. */
const AT_ONCE = 8;

/** Makes what imports documents that were uploaded before, as drafts, so many at once and no more. */
export function createUploadImporter(
  database: Database,
  reader: RowReader,
  atOnce: number = AT_ONCE,
): (sha256: string, options: Required<SaveOptions>) => Promise<UploadImport> {
  let running = 0;
  return async (sha256, options) => {
    if (running >= atOnce) return { outcome: "BUSY" };
    running += 1;
    try {
      const file = await readUploadedDocument(reader, sha256);
      if (!file) return { outcome: "NOT_FOUND" };
      const { saved } = await importDocument(database, file, { ...options, publish: false });
      return { outcome: saved.outcome, revisionId: saved.revisionId };
    } catch (error) {
      if (error instanceof ExtractionError || error instanceof NotADisclosureError)
        return { outcome: "UNREADABLE", ...describeFailure(error) };
      throw error;
    } finally {
      running -= 1;
    }
  };
}
