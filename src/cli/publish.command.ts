import { Command } from "commander";
import { checkRelated } from "../check/check-related";
import { findRevision } from "../store/find-revision";
import { PublishConflictError, publishRevision } from "../store/publish-revision";
import { ClearError } from "./clear-error";
import { addressOf, revisionArguments } from "./revision-arguments";
import type { RevisionOptions } from "./revision-arguments";
import { withDatabase } from "./with-database";

export const publishCommand = revisionArguments(new Command("publish"))
  .description("make the newest draft of a disclosure the one that readers see")
  .action(async (unit: string, year: string, options: RevisionOptions) => {
    await withDatabase(async (dataSource) => {
      const draft = await findRevision(dataSource, addressOf(unit, year, options), "DRAFT");
      if (!draft) throw new ClearError(`${unit} ${year} has no draft to publish; import its document first`);
      const { dataVersion } = await publishRevision(
        dataSource,
        draft.id,
        checkRelated,
        options.note === undefined ? {} : { note: options.note },
      ).catch(asClearError);
      console.log(`Published revision ${draft.revision} of ${unit} ${year}; data version ${dataVersion}`);
    });
  });

function asClearError(error: unknown): never {
  throw error instanceof PublishConflictError ? new ClearError(error.message) : error;
}
