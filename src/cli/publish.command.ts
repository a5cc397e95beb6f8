import { Command } from "commander";
import { checkRelated } from "../check/check-related";
import { PublishConflictError, publishRevision } from "../store/publish-revision";
import { ClearError } from "./clear-error";
import { findAddressedRevision } from "./find-addressed-revision";
import { revisionArguments } from "./revision-arguments";
import type { RevisionOptions } from "./revision-arguments";
import { withDatabase } from "./with-database";

interface PublishCommandOptions extends RevisionOptions {
  readonly revision?: string;
}

export const publishCommand = revisionArguments(new Command("publish"))
  .description("make the newest draft of a disclosure the one that readers see")
  .option("--revision <number>", "this draft, though a newer one is there or is published")
  .action(async (unit: string, year: string, { revision, ...options }: PublishCommandOptions) => {
    await withDatabase(async (dataSource) => {
      const draft = await findAddressedRevision(dataSource, unit, year, options, "DRAFT", revision);
      const { dataVersion } = await publishRevision(
        dataSource,
        draft.id,
        checkRelated,
        options.note === undefined ? {} : { note: options.note },
      ).catch(asClearError);
      console.log(`Published revision ${draft.revision} of ${unit} ${year} ${draft.kind} ${draft.scope}; data version ${dataVersion}`);
    });
  });

function asClearError(error: unknown): never {
  throw error instanceof PublishConflictError ? new ClearError(error.message) : error;
}
