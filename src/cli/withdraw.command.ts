import { Command } from "commander";
import { checkRelated } from "../check/check-related";
import { withdrawRevision } from "../store/publish-revision";
import { findAddressedRevision } from "./find-addressed-revision";
import { revisionArguments } from "./revision-arguments";
import type { RevisionOptions } from "./revision-arguments";
import { withDatabase } from "./with-database";

export const withdrawCommand = revisionArguments(new Command("withdraw"))
  .description("hide a published disclosure; nothing is deleted, and asOf still shows it")
  .action(async (unit: string, year: string, options: RevisionOptions) => {
    await withDatabase(async (dataSource) => {
      const published = await findAddressedRevision(dataSource, unit, year, options, "PUBLISHED");
      const { dataVersion } = await withdrawRevision(
        dataSource,
        published.id,
        checkRelated,
        options.note === undefined ? {} : { note: options.note },
      );
      console.log(
        `Withdrew revision ${published.revision} of ${unit} ${year} ${published.kind} ${published.scope}; data version ${dataVersion}`,
      );
      console.log("To show it again, import its document again with --publish");
    });
  });
