import { Command } from "commander";
import { withdrawSamplePack } from "../ingest/load-sample-pack";
import { withDatabase } from "./with-database";

export const removeSamplesCommand = new Command("remove-samples")
  .description("withdraw the published disclosures of the sample pack's invented departments（示例）; nothing is deleted")
  .action(async () => {
    await withDatabase(async (database) => {
      const withdrawn = await withdrawSamplePack(database);
      console.log(withdrawn === 0 ? "No sample document is published" : `Withdrew ${withdrawn} sample documents; readers see them no more`);
    });
  });
