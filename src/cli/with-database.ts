import { readConfig } from "../config/read-config";
import { migrate } from "../store/migrate";
import { openDatabase } from "../store/open-database";
import type { Database } from "../store/open-database";
import { ClearError } from "./clear-error";

/** Opens the configured database, brings its schema up to date, does the work and closes it. */
export async function withDatabase<T>(
  work: (dataSource: Database) => Promise<T>,
  options: { migrate: boolean } = { migrate: true },
): Promise<T> {
  const config = readConfig();
  const dataSource = await openDatabase(config.database).catch((error: unknown) => {
    throw new ClearError(`Cannot open the database (DATABASE_URL, DATA_DIR): ${error instanceof Error ? error.message : String(error)}`);
  });
  try {
    if (options.migrate) await migrate(dataSource);
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
