import { Command } from "commander";
import { PackageError } from "../ingest/package/package-descriptor";
import { writePackage } from "../ingest/package/write-package";
import type { WrittenPackage } from "../ingest/package/write-package";
import { FIGURES, UNITS } from "../store/package/package-tables";
import type { Database } from "../store/open-database";
import type { PackageTable } from "../store/package/package-tables";
import { UnsettledHubError } from "../store/package/read-published-package";
import { createRowReader } from "../store/row-reader";
import { ClearError } from "./clear-error";
import { ImportProgress } from "./import-progress";
import { withDatabase } from "./with-database";
import { withInterrupt } from "./with-interrupt";

interface ExportOptions {
  readonly package: string;
  readonly replace?: true;
}

export const exportCommand = new Command("export")
  .description("write everything that is published as a Fiscal Data Package (CSV files and datapackage.json), which another hub can import")
  .requiredOption("--package <dir>", "the folder to be made; it is there as a whole or not at all")
  .option("--replace", "put it in the place of a package that lies there")
  .addHelpText(
    "after",
    "\nOne data version, which datapackage.json names; without drafts, withdrawn disclosures and superseded revisions.\nimport --package DIR reads it into another hub.",
  )
  .action(async (options: ExportOptions) => {
    const began = Date.now();
    try {
      const written = await withInterrupt((signal) => withDatabase((database) => exportWithProgress(database, options, signal)));
      console.log(tellPackage(options.package, written, (Date.now() - began) / 1000));
    } catch (error) {
      if (error instanceof PackageError || error instanceof UnsettledHubError) throw new ClearError(error.message);
      throw error;
    }
  });

async function exportWithProgress(database: Database, options: ExportOptions, signal: AbortSignal): Promise<WrittenPackage> {
  const reader = createRowReader(database);
  const progress = process.stderr.isTTY ? new ImportProgress(process.stderr, 0) : undefined;
  try {
    return await writePackage(reader, options.package, {
      replace: options.replace === true,
      signal,
      onProgress: (done, total) => progress?.set(done, total),
    });
  } finally {
    progress?.stop();
    reader.close();
  }
}

function tellPackage(folder: string, { dataVersion, disclosures, files }: WrittenPackage, seconds: number): string {
  const rows = (table: PackageTable): number => files.get(table)?.rows ?? 0;
  const bytes = [...files.values()].reduce((sum, file) => sum + file.bytes, 0);
  return (
    `${folder}: data version ${dataVersion}, ${disclosures} disclosures of ${rows(UNITS)} units, ${rows(FIGURES)} figures, ` +
    `${files.size} files, ${tenths(bytes / 1e6)} MB in ${tenths(seconds)} s`
  );
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
