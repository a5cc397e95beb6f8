import type { DataSource, QueryRunner } from "typeorm";
import { syncReferenceData } from "./sync-reference-data";

const LOCK_SECONDS = 60;

/**
 * Brings the schema and the reference tables up to date. Several instances may start at once: on a server they take turns under a named lock.
 *
 * @returns the names of the migrations that ran.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  return underMigrationLock(dataSource, async () => {
    const ran = await dataSource.runMigrations({ transaction: dataSource.options.type === "better-sqlite3" ? "each" : "none" });
    await syncReferenceData(dataSource);
    return ran.map((migration) => migration.name);
  });
}

/** Undoes the last migration. */
export async function undoLastMigration(dataSource: DataSource): Promise<void> {
  await underMigrationLock(dataSource, () =>
    dataSource.undoLastMigration({ transaction: dataSource.options.type === "better-sqlite3" ? "each" : "none" }),
  );
}

/** What a migration would have to do for the tables to agree with the entities; empty when they agree. */
export async function findSchemaDrift(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

async function underMigrationLock<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T> {
  if (dataSource.options.type === "better-sqlite3") return work();
  // The lock belongs to one connection; the work runs on others of the pool.
  const holder = dataSource.createQueryRunner();
  try {
    await takeLock(holder);
    return await work();
  } finally {
    await holder.query("SELECT RELEASE_LOCK(CONCAT(DATABASE(), '.migrate'))").catch(() => undefined);
    await holder.release();
  }
}

async function takeLock(holder: QueryRunner): Promise<void> {
  const [row] = (await holder.query(`SELECT GET_LOCK(CONCAT(DATABASE(), '.migrate'), ${LOCK_SECONDS}) AS taken`)) as {
    taken: number | string | null;
  }[];
  if (Number(row?.taken) !== 1)
    throw new Error(`Another instance has been migrating this database for more than ${LOCK_SECONDS} seconds; try again when it is done`);
}
