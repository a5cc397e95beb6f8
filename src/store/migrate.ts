import { setTimeout as sleep } from "node:timers/promises";
import Libsql = require("libsql");
import type { DataSource, QueryRunner } from "typeorm";
import { syncReferenceData } from "./sync-reference-data";

const LOCK_SECONDS = 60;
const ANOTHER_MIGRATES = `Another instance has been migrating this database for more than ${LOCK_SECONDS} seconds; try again when it is done`;

/**
 * Brings the schema and the reference tables up to date. Several instances may start at once, and imports beside a first start: they take turns,
 * on a server under a named lock, on the embedded database under that of a file beside it.
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
  if (dataSource.options.type === "better-sqlite3") return underFileLock(dataSource.options.database, work);
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

/** Held by a transaction that writes nothing: it ends with its process, however that ends. */
async function underFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = await openLock(`${file}.migrate`);
  try {
    return await work();
  } finally {
    lock.close();
  }
}

/** @returns the connection that holds the lock until it is closed. */
async function openLock(file: string): Promise<Libsql.Database> {
  for (const deadline = performance.now() + LOCK_SECONDS * 1000; ; await sleep(50)) {
    const lock = new Libsql(file);
    try {
      lock.exec("BEGIN EXCLUSIVE");
      return lock;
    } catch (error) {
      lock.close();
      if ((error as { code?: string }).code !== "SQLITE_BUSY") throw error;
      if (performance.now() > deadline) throw new Error(ANOTHER_MIGRATES);
    }
  }
}

async function takeLock(holder: QueryRunner): Promise<void> {
  const [row] = (await holder.query(`SELECT GET_LOCK(CONCAT(DATABASE(), '.migrate'), ${LOCK_SECONDS}) AS taken`)) as {
    taken: number | string | null;
  }[];
  if (Number(row?.taken) !== 1) throw new Error(ANOTHER_MIGRATES);
}
