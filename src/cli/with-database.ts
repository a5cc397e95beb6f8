import type { Config } from "../config/read-config";
import { readConfig } from "../config/read-config";
import { migrate } from "../store/migrate";
import type { Database } from "../store/open-database";
import { openDatabase } from "../store/open-database";
import { ClearError } from "./clear-error";
import { startTracing } from "./start-tracing";

/** Opens the configured database, brings its schema up to date, does the work and closes it. */
export async function withDatabase<T>(
  work: (database: Database) => Promise<T>,
  options: { migrate: boolean } = { migrate: true },
): Promise<T> {
  const config = readConfig();
  const endTracing = await startTracing(config.traces, console.error);
  const database = await openConfiguredDatabase(config);
  try {
    if (options.migrate) await migrate(database);
    return await work(database);
  } finally {
    await database.destroy();
    await endTracing();
  }
}

export async function openConfiguredDatabase(config: Config): Promise<Database> {
  try {
    return await openDatabase(config.database);
  } catch (error) {
    throw new ClearError(`Cannot open the database ${tellPlace(config.database)}: ${tellReason(error)}`);
  }
}

/** Server and database without user and password, or the folder. */
function tellPlace({ url, dataDir }: Config["database"]): string {
  if (url === undefined) return `in ${dataDir} (DATA_DIR)`;
  const { host, pathname } = new URL(url);
  return `${decodeURIComponent(pathname.slice(1))} at ${host} (DATABASE_URL)`;
}

/** A refused connection to a name with several addresses has no message of its own. */
function tellReason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(tellReason).join("; ");
  return error instanceof Error ? error.message : String(error);
}
