import { Command } from "commander";
import { checkRelated } from "../check/check-related";
import { findRevision } from "../store/find-revision";
import { withdrawRevision } from "../store/publish-revision";
import { ClearError } from "./clear-error";
import { addressOf, revisionArguments } from "./revision-arguments";
import type { RevisionOptions } from "./revision-arguments";
import { withDatabase } from "./with-database";

export const withdrawCommand = revisionArguments(new Command("withdraw"))
  .description("hide a published disclosure; nothing is deleted, and asOf still shows it")
  .action(async (unit: string, year: string, options: RevisionOptions) => {
    await withDatabase(async (dataSource) => {
      const published = await findRevision(dataSource, addressOf(unit, year, options), "PUBLISHED");
      if (!published) throw new ClearError(`${unit} ${year} has no published disclosure to withdraw`);
      const { dataVersion } = await withdrawRevision(
        dataSource,
        published.id,
        checkRelated,
        options.note === undefined ? {} : { note: options.note },
      );
      console.log(`Withdrew revision ${published.revision} of ${unit} ${year}; data version ${dataVersion}`);
    });
  });
