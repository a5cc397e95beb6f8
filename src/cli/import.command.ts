import os from "node:os";
import path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { collectFiles, tellPassedOver } from "./collect-files";
import type { DocumentReport } from "./document-report";
import { importFiles, PUBLISH_WITHHELD } from "./import-files";
import { ImportProgress } from "./import-progress";
import { printReports } from "./print-reports";
import { withDatabase } from "./with-database";

interface ImportOptions {
  readonly publish?: true;
  readonly acceptLoss?: true;
  readonly json?: true;
  readonly uncited?: true;
  readonly parallel: number;
}

/** What a shell reports of a command that Ctrl+C ended: 128 + SIGINT. */
const INTERRUPTED = 130;

export const importCommand = new Command("import")
  .description("read documents (docx, doc, pdf, xlsx, xls, html, txt) into the hub; each lands whole or leaves no trace")
  .argument("<path...>", "files, folders with everything readable below them, or patterns such as '2023/**/*.pdf'")
  .option("--publish", "make each one visible to readers at once")
  .option("--accept-loss", "publish even where the published revision has far more figures")
  .option("--json", "print one JSON line per document as it is done")
  .option("--uncited", "list the printed numbers that nothing cites, with their places")
  .option("--parallel <n>", "documents read at once", wholeNumber, Math.min(4, os.availableParallelism()))
  .action(async (paths: string[], options: ImportOptions) => {
    const files = await collectFiles(paths);
    await tellPassedOver(paths, console.error);
    const began = Date.now();
    const interrupt = listenForInterrupt();
    const reports = await withDatabase((database) => importWithProgress(files, options, interrupt, database));
    if (!options.json) printReports(reports, console.log, (Date.now() - began) / 1000);
    const left = reports.filter(({ status }) => status === "LEFT").length;
    if (left > 0) console.error(`\nInterrupted: ${left} of ${files.length} documents are left; the same command goes on with them`);
    if (left > 0) process.exitCode = INTERRUPTED;
    else if (reports.some(({ status, messages }) => status === "FAILED" || messages[0]?.code === PUBLISH_WITHHELD)) process.exitCode = 1;
  });

async function importWithProgress(
  files: readonly string[],
  options: ImportOptions,
  signal: AbortSignal,
  database: Parameters<typeof importFiles>[0],
): Promise<DocumentReport[]> {
  // JSON lines on the same terminal would be drawn over.
  const drawn = process.stderr.isTTY && !(options.json && process.stdout.isTTY);
  const progress = drawn ? new ImportProgress(process.stderr, files.length) : undefined;
  try {
    return await importFiles(database, files, {
      publish: options.publish === true,
      acceptLoss: options.acceptLoss === true,
      uncited: options.uncited === true,
      parallel: options.parallel,
      signal,
      onReport(report) {
        if (options.json) console.log(JSON.stringify(report));
        if (report.status !== "LEFT") progress?.tick(path.basename(report.file));
      },
    });
  } finally {
    progress?.stop();
  }
}

/** A terminal and npm may both pass on one keystroke. */
const SAME_INTERRUPT_MILLISECONDS = 1000;

/** The first interrupt lets what is under way finish; the second one ends at once, and the database keeps whole documents only. */
function listenForInterrupt(): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (controller.signal.aborted && Date.now() - first > SAME_INTERRUPT_MILLISECONDS) process.exit(INTERRUPTED);
      if (!controller.signal.aborted) first = Date.now();
      controller.abort();
    });
  }
  return controller.signal;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 64) throw new InvalidArgumentError("say a whole number from 1 to 64");
  return value;
}
