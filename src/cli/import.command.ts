import { readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { SingleBar } from "cli-progress";
import { Command, InvalidArgumentError } from "commander";
import { mapInLanes } from "../lib/map-in-lanes";
import { describeFailure } from "../ingest/describe-failure";
import { importDocument } from "../ingest/import-document";
import { collectFiles } from "./collect-files";
import type { DocumentReport } from "./document-report";
import { reportOf } from "./document-report";
import { printReports } from "./print-reports";
import { withDatabase } from "./with-database";
import type { Database } from "../store/open-database";

interface ImportOptions {
  readonly publish?: true;
  readonly json?: true;
  readonly uncited?: true;
  readonly parallel: number;
}

export const importCommand = new Command("import")
  .description("read documents (docx, doc, pdf, xlsx, xls, html, txt) into the hub; each lands whole or leaves no trace")
  .argument("<path...>", "files, or folders with everything readable below them")
  .option("--publish", "make each one visible to readers at once")
  .option("--json", "print one JSON line per document")
  .option("--uncited", "list the printed numbers that no figure cites")
  .option("--parallel <n>", "documents read at once", wholeNumber, Math.min(4, os.availableParallelism()))
  .action(async (paths: string[], options: ImportOptions) => {
    const files = await collectFiles(paths);
    const reports = await withDatabase((database) => importAll(database, files, options));
    if (!options.json) printReports(reports, console.log);
    if (reports.some(({ status }) => status === "FAILED")) process.exitCode = 1;
  });

async function importAll(database: Database, files: readonly string[], options: ImportOptions): Promise<DocumentReport[]> {
  const bar = !options.json && process.stderr.isTTY ? startBar(files.length) : undefined;
  const reports = await mapInLanes(files, options.parallel, async (file) => {
    const report = await importOne(database, file, options);
    if (options.json) console.log(JSON.stringify(report));
    bar?.increment(1, { file: path.basename(file) });
    return report;
  });
  bar?.stop();
  return reports;
}

async function importOne(database: Database, file: string, options: ImportOptions): Promise<DocumentReport> {
  try {
    const imported = await importDocument(
      database,
      { fileName: path.basename(file), bytes: await readFile(file) },
      { publish: options.publish === true },
    );
    const { outcome, revision } = imported.saved;
    const report = reportOf(file, imported, outcome === "UNCHANGED" ? "UNCHANGED" : "IMPORTED", options.uncited === true);
    return { ...report, revision, published: imported.published };
  } catch (error) {
    return { file, status: "FAILED", messages: [describeFailure(error)] };
  }
}

function startBar(total: number): SingleBar {
  const bar = new SingleBar({ format: "{bar} {value}/{total}   {eta_formatted} left  {file}", hideCursor: true, stream: process.stderr });
  bar.start(total, 0, { file: "" });
  return bar;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 64) throw new InvalidArgumentError("say a whole number from 1 to 64");
  return value;
}
