import { readFile } from "node:fs/promises";
import path from "node:path";
import { Command, Option } from "commander";
import { describeFailure } from "../ingest/describe-failure";
import { readDocument } from "../ingest/import-document";
import { collectFiles } from "./collect-files";
import type { DocumentReport, Language, ReportOptions } from "./document-report";
import { reportOf } from "./document-report";
import { printReports } from "./print-reports";

export const checkCommand = new Command("check")
  .description("read documents and list what contradicts itself in them, with the words it cites; nothing is stored")
  .argument("<path...>", "files, or folders with everything readable below them")
  .option("--json", "print one JSON line per document")
  .option("--uncited", "list the printed numbers that no figure cites")
  .addOption(new Option("--lang <language>", "tell findings and messages in English or 中文").choices(["en", "zh"]).default("en"))
  .action(async (paths: string[], options: { json?: true; uncited?: true; lang: Language }) => {
    const reports: DocumentReport[] = [];
    for (const file of await collectFiles(paths)) {
      const report = await checkOne(file, { uncited: options.uncited === true, findings: options.lang });
      if (options.json) console.log(JSON.stringify(report));
      reports.push(report);
    }
    if (!options.json) printReports(reports, console.log);
    if (reports.some(({ status }) => status === "FAILED")) process.exitCode = 1;
  });

async function checkOne(file: string, options: ReportOptions): Promise<DocumentReport> {
  try {
    return reportOf(file, await readDocument({ fileName: path.basename(file), bytes: await readFile(file) }), "CHECKED", options);
  } catch (error) {
    return { file, status: "FAILED", messages: [describeFailure(error)] };
  }
}
