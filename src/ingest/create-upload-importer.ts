import os from "node:os";
import { ExtractionError } from "../extract/extraction-error";
import { NotADisclosureError } from "../parse/not-a-disclosure-error";
import type { Database } from "../store/open-database";
import type { RowReader } from "../store/row-reader";
import type { SaveOptions } from "../store/save-revision";
import { readUploadedDocument } from "../store/uploaded-documents";
import { describeFailure } from "./describe-failure";
import type { Failure } from "./describe-failure";
import { importDocument } from "./import-document";
import { Turns } from "./turns";

export type UploadImport =
  | { readonly outcome: "SAVED" | "UNCHANGED"; readonly revisionId: number }
  | { readonly outcome: "NOT_FOUND" | "BUSY" }
  | ({ readonly outcome: "UNREADABLE" } & Failure);

/** Imports that are begun or wait for their turn. */
const MOST = 8;
/** Read at once: one core is left to whoever asks. */
const AT_ONCE = Math.max(1, Math.min(4, os.availableParallelism() - 1));
/** Several times what a long disclosure takes. What takes more is read from the beginning once nothing new waits, with all the time that a document may have. */
const FIRST_CPU_SECONDS = 3;

export interface UploadImportLimits {
  readonly most?: number;
  readonly atOnce?: number;
  readonly firstCpuSeconds?: number;
}

/** Makes what imports documents that were uploaded before, as drafts, so many and no more. Few are read at once; the others wait and hold nothing. */
export function createUploadImporter(
  database: Database,
  reader: RowReader,
  { most = MOST, atOnce = AT_ONCE, firstCpuSeconds = FIRST_CPU_SECONDS }: UploadImportLimits = {},
): (sha256: string, options: Required<SaveOptions>) => Promise<UploadImport> {
  let underWay = 0;
  const turns = new Turns(atOnce);

  const importNow = async (sha256: string, options: Required<SaveOptions>, cpuSeconds?: number): Promise<UploadImport> => {
    const file = await readUploadedDocument(reader, sha256);
    if (!file) return { outcome: "NOT_FOUND" };
    const reading = cpuSeconds === undefined ? {} : { cpuSeconds };
    const { saved } = await importDocument(database, file, { ...options, publish: false, ...reading });
    return { outcome: saved.outcome, revisionId: saved.revisionId };
  };

  return async (sha256, options) => {
    if (underWay >= most) return { outcome: "BUSY" };
    underWay += 1;
    try {
      return await turns
        .take("NEW", () => importNow(sha256, options, firstCpuSeconds))
        .catch((error: unknown) => {
          if (!(error instanceof ExtractionError && error.isOutOfTime)) throw error;
          return turns.take("AGAIN", () => importNow(sha256, options));
        });
    } catch (error) {
      if (error instanceof ExtractionError || error instanceof NotADisclosureError)
        return { outcome: "UNREADABLE", ...describeFailure(error) };
      throw error;
    } finally {
      underWay -= 1;
    }
  };
}
