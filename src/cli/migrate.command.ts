import { Command } from "commander";
import { findSchemaDrift, migrate, undoLastMigration } from "../store/migrate";
import { ClearError } from "./clear-error";
import { withDatabase } from "./with-database";

export const migrateCommand = new Command("migrate")
  .description("bring the database's schema up to date")
  .option("--check", "afterwards, fail if the tables and the entities disagree")
  .option("--undo", "undo the last migration instead")
  .action(async (options: { check?: true; undo?: true }) => {
    await withDatabase(
      async (dataSource) => {
        if (options.undo) return undoLastMigration(dataSource);
        const ran = await migrate(dataSource);
        console.log(ran.length === 0 ? "The schema is up to date" : `Ran ${ran.join(", ")}`);
        const drift = options.check ? await findSchemaDrift(dataSource) : [];
        if (drift.length > 0) throw new ClearError(`The tables and the entities disagree; write a migration for:\n${drift.join("\n")}`);
      },
      { migrate: false },
    );
  });
