import os from "node:os";
import path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { PackageError } from "../ingest/package/package-descriptor";
import { verifyPackage } from "../ingest/package/verify-package";
import type { Database } from "../store/open-database";
import type { LoadedRegister } from "../store/package/load-carried-register";
import { ClearError } from "./clear-error";
import { collectFiles, tellPassedOver } from "./collect-files";
import type { DocumentReport } from "./document-report";
import { countDisclosures, importCarried } from "./import-carried";
import type { CarriedReports } from "./import-carried";
import { importFiles, PUBLISH_WITHHELD } from "./import-files";
import { ImportProgress } from "./import-progress";
import { printReports } from "./print-reports";
import { withDatabase } from "./with-database";
import { INTERRUPTED, withInterrupt } from "./with-interrupt";

interface ImportOptions {
  readonly package?: string;
  readonly publish?: true;
  readonly acceptLoss?: true;
  readonly json?: true;
  readonly uncited?: true;
  readonly parallel: number;
}

export const importCommand = new Command("import")
  .description(
    "read documents (docx, doc, pdf, xlsx, xls, html, txt), or a data package, into the hub; each document lands whole or leaves no trace",
  )
  .argument("[path...]", "files, folders with everything readable below them, or patterns such as '2023/**/*.pdf'")
  .option("--package <dir>", "instead of documents: a data package that a hub exported (export --package)")
  .option("--publish", "make each one visible to readers at once")
  .option("--accept-loss", "publish even where the published revision has far more figures, or hardly one that is the same")
  .option("--json", "print one JSON line per document as it is done")
  .option("--uncited", "list the printed numbers that nothing cites, with their places")
  .option("--parallel <n>", "documents read at once", wholeNumber, Math.min(4, os.availableParallelism()))
  .addHelpText(
    "after",
    "\nA data package is checked whole (layout, SHA-256 and rows of every file) before anything is stored. Its disclosures become drafts, with\n" +
      "--publish they are published, and its units, lineage, denominators and prices fill what this hub does not know; nothing that it knows is\n" +
      "overwritten. This hub's own rules judge the figures.",
  )
  .action(async (paths: string[], options: ImportOptions) => {
    if (options.package !== undefined) return importPackageFolder(options.package, paths, options);
    if (paths.length === 0) throw new ClearError("Name files or folders to import, or a data package with --package DIR");
    const files = await collectFiles(paths);
    await tellPassedOver(paths, console.error);
    const began = Date.now();
    const reports = await withInterrupt((signal) => withDatabase((database) => importWithProgress(files, options, signal, database)));
    if (!options.json) printReports(reports, console.log, (Date.now() - began) / 1000);
    settleExit(reports, reports.filter(({ status }) => status === "LEFT").length, files.length);
  });

function settleExit(reports: readonly DocumentReport[], left: number, total: number): void {
  if (left > 0) console.error(`\nInterrupted: ${left} of ${total} documents are left; the same command goes on with them`);
  if (left > 0) process.exitCode = INTERRUPTED;
  else if (reports.some(({ status, messages }) => status === "FAILED" || messages[0]?.code === PUBLISH_WITHHELD)) process.exitCode = 1;
}

async function importPackageFolder(folder: string, paths: readonly string[], options: ImportOptions): Promise<void> {
  if (paths.length > 0) throw new ClearError("Import either documents or a data package, one after the other");
  if (options.uncited) throw new ClearError("--uncited is of documents: a data package does not tell the numbers that nothing cites");
  const began = Date.now();
  try {
    const verified = await verifyPackage(folder);
    const total = countDisclosures(verified);
    const progress = createProgress(options, total);
    const importAll = (database: Database, signal: AbortSignal): Promise<CarriedReports> =>
      importCarried(database, verified, {
        publish: options.publish === true,
        acceptLoss: options.acceptLoss === true,
        signal,
        onReport(report) {
          if (options.json) console.log(JSON.stringify(report));
          progress?.tick(report.file);
        },
      });
    const { reports, register, left } = await withInterrupt((signal) =>
      withDatabase((database) => importAll(database, signal)).finally(() => progress?.stop()),
    );
    if (!options.json) {
      printReports(reports, console.log, (Date.now() - began) / 1000);
      console.log(tellRegister(register, verified.dataVersion));
    }
    settleExit(reports, left, total);
  } catch (error) {
    throw error instanceof PackageError ? new ClearError(error.message) : error;
  }
}

function tellRegister(register: LoadedRegister | undefined, dataVersion: number): string {
  const from = `The package tells data version ${dataVersion} of its hub.`;
  if (!register) return `${from} Its units, lineage, denominators and prices have no drafts, and are taken over with --publish`;
  const kept = register.kept === 0 ? "" : `; ${register.kept} that this hub knows otherwise stay as they are`;
  return `${from} Units, lineage, denominators and prices: ${register.added} new${kept}`;
}

function createProgress(options: ImportOptions, total: number): ImportProgress | undefined {
  // JSON lines on the same terminal would be drawn over.
  const drawn = process.stderr.isTTY && !(options.json && process.stdout.isTTY);
  return drawn ? new ImportProgress(process.stderr, total) : undefined;
}

async function importWithProgress(
  files: readonly string[],
  options: ImportOptions,
  signal: AbortSignal,
  database: Database,
): Promise<DocumentReport[]> {
  const progress = createProgress(options, files.length);
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

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 64) throw new InvalidArgumentError("say a whole number from 1 to 64");
  return value;
}
