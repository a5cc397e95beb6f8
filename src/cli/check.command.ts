import { readFile } from "node:fs/promises";
import path from "node:path";
import { Command } from "commander";
import { describeFailure } from "../ingest/describe-failure";
import { readDocument } from "../ingest/import-document";
import { collectFiles } from "./collect-files";
import type { DocumentReport } from "./document-report";
import { reportOf } from "./document-report";
import { printReports } from "./print-reports";

export const checkCommand = new Command("check")
  .description("read documents and say what contradicts itself in them; nothing is stored")
  .argument("<path...>", "files, or folders with everything readable below them")
  .option("--json", "print one JSON line per document")
  .option("--uncited", "list the printed numbers that no figure cites")
  .action(async (paths: string[], options: { json?: true; uncited?: true }) => {
    const reports: DocumentReport[] = [];
    for (const file of await collectFiles(paths)) {
      const report = await checkOne(file, options.uncited === true);
      if (options.json) console.log(JSON.stringify(report));
      reports.push(report);
    }
    if (!options.json) printReports(reports, console.log);
    if (reports.some(({ status }) => status === "FAILED")) process.exitCode = 1;
  });

async function checkOne(file: string, withUncited: boolean): Promise<DocumentReport> {
  try {
    return reportOf(file, await readDocument({ fileName: path.basename(file), bytes: await readFile(file) }), "CHECKED", withUncited);
  } catch (error) {
    return { file, status: "FAILED", messages: [describeFailure(error)] };
  }
}
