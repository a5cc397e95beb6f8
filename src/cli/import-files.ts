import { readFile } from "node:fs/promises";
import path from "node:path";
import { describeFailure } from "../ingest/describe-failure";
import { importDocument } from "../ingest/import-document";
import { mapInLanes } from "../lib/map-in-lanes";
import type { ReplacementDoubt } from "../store/find-replacement";
import type { Database } from "../store/open-database";
import type { DocumentReport } from "./document-report";
import { reportOf } from "./document-report";

export interface ImportFilesOptions {
  readonly publish: boolean;
  readonly acceptLoss?: boolean;
  readonly uncited: boolean;
  readonly parallel: number;
  /** Once aborted, what is under way is finished and nothing new is begun: the files left are reported as LEFT. */
  readonly signal?: AbortSignal;
  readonly onReport?: (report: DocumentReport) => void;
}

/** Imports files, several at once; each lands whole or not at all, and one that fails stops no other. Reports come in the order of the files. */
export async function importFiles(database: Database, files: readonly string[], options: ImportFilesOptions): Promise<DocumentReport[]> {
  return mapInLanes(files, options.parallel, async (file) => {
    const report = options.signal?.aborted ? leftOut(file) : await importOne(database, file, options);
    options.onReport?.(report);
    return report;
  });
}

/** The code of the message of a document that was to be published and was not. */
export const PUBLISH_WITHHELD = "PUBLISH_WITHHELD";

export const tellDoubt = (doubt: ReplacementDoubt): DocumentReport["messages"][number] => ({
  code: PUBLISH_WITHHELD,
  text:
    doubt.reason === "FEWER_FIGURES"
      ? `Not published, left as a draft: it has ${doubt.figures} figures, and revision ${doubt.revision}, which readers see, has ${doubt.publishedFigures}. ` +
        `Is the file whole? ${IF_MEANT}`
      : `Not published, left as a draft: of ${doubt.compared} figures that revision ${doubt.revision}, which readers see, has too, ${doubt.same} are the same. ` +
        `Is it of the same unit, or of another one of this name? ${IF_MEANT}`,
});

const IF_MEANT = "If it is meant, import it with --accept-loss, or publish the draft (hub publish)";

const leftOut = (file: string): DocumentReport => ({ file, status: "LEFT", messages: [] });

async function importOne(
  database: Database,
  file: string,
  { publish, acceptLoss = false, uncited, signal }: ImportFilesOptions,
): Promise<DocumentReport> {
  const bytes = await readFile(file).catch((error: Error) => error);
  if (bytes instanceof Error) {
    return { file, status: "FAILED", messages: [{ code: "FILE_UNREADABLE", text: `The file cannot be opened: ${bytes.message}` }] };
  }
  try {
    const imported = await importDocument(database, { fileName: path.basename(file), bytes }, { publish, acceptLoss });
    const { outcome, revision } = imported.saved;
    const report = reportOf(file, imported, outcome === "UNCHANGED" ? "UNCHANGED" : "IMPORTED", { uncited });
    const withheld = imported.doubt === undefined ? [] : [tellDoubt(imported.doubt)];
    return { ...report, revision, published: imported.published, messages: [...withheld, ...report.messages] };
  } catch (error) {
    // A terminal's interrupt reaches the reading child too: what it was reading is not broken.
    if (signal?.aborted) return leftOut(file);
    return { file, status: "FAILED", messages: [describeFailure(error)] };
  }
}
