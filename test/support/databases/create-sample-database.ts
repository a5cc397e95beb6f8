import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { loadSamplePack } from "../../../src/ingest/load-sample-pack";
import { migrate } from "../../../src/store/migrate";
import { openDatabase } from "../../../src/store/open-database";
import { createTestDatabase, databaseUrl, runOnServer } from "./create-test-database";
import type { TestDatabase } from "./create-test-database";
import { RUN_FOLDER_VARIABLE } from "./database-engine";
import type { DatabaseEngine } from "./database-engine";
import { serverUrlOfRun } from "./test-engines";

const LONGEST_LOAD_MILLISECONDS = 110_000;

/**
 * A new database that holds the sample pack, published. The pack is loaded once a run and engine, by the first test file that asks, and copied
 * for the others: to read its documents again for each would take longer than most tests.
 */
export async function createSampleDatabase(engine: DatabaseEngine): Promise<TestDatabase> {
  await untilOriginalIsLoaded(engine);
  const copy = await createTestDatabase(engine);
  if (copy.url === undefined) await copyFile(path.join(folderOf(engine), "hub.sqlite"), path.join(copy.dataDir, "hub.sqlite"));
  else await copyTables(originalName(), new URL(copy.url).pathname.slice(1));
  return copy;
}

/** At the end of a run on a server that goes on. */
export async function dropOriginal(): Promise<void> {
  if (serverUrlOfRun() !== "") await runOnServer((server) => server.query(`DROP DATABASE IF EXISTS ${originalName()}`));
}

const runFolder = (): string => process.env[RUN_FOLDER_VARIABLE]!;
const folderOf = (engine: DatabaseEngine): string => path.join(runFolder(), engine);
const originalName = (): string => path.basename(runFolder()).replaceAll("-", "_");

/** The first to make the folder of the engine loads the pack; the others wait for what it writes at the end. */
async function untilOriginalIsLoaded(engine: DatabaseEngine): Promise<void> {
  const folder = folderOf(engine);
  const verdictFile = path.join(folder, "verdict");
  const isFirst = await mkdir(folder).then(
    () => true,
    () => false,
  );
  if (isFirst) await writeFile(verdictFile, await loadOriginal(engine).catch(String));
  for (const until = Date.now() + LONGEST_LOAD_MILLISECONDS; Date.now() < until; await wait(50)) {
    const verdict = await readFile(verdictFile, "utf8").catch(() => "");
    if (verdict === LOADED) return;
    if (verdict !== "") throw new Error(`The sample pack could not be loaded: ${verdict}`);
  }
  throw new Error(`The sample pack was not loaded in ${LONGEST_LOAD_MILLISECONDS / 1000} s`);
}

const LOADED = "loaded";

async function loadOriginal(engine: DatabaseEngine): Promise<string> {
  if (engine !== "sqlite") await runOnServer((server) => server.query(`CREATE DATABASE ${originalName()} CHARACTER SET utf8mb4`));
  const url = engine === "sqlite" ? undefined : databaseUrl(originalName());
  const database = await openDatabase({ url, dataDir: folderOf(engine) });
  try {
    await migrate(database);
    await loadSamplePack(database);
    // The embedded database's file alone is copied, and closing does not write its log back into it.
    if (engine === "sqlite") await database.query("PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    await database.destroy();
  }
  return LOADED;
}

async function copyTables(from: string, to: string): Promise<void> {
  await runOnServer(async (server) => {
    const [tables] = await server.query("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?", [from]);
    await server.query(`USE ${to}`);
    // As migrations leave it: a hub refuses to serve from another.
    await server.query(`ALTER DATABASE ${to} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    for (const { name } of tables as { name: string }[]) {
      const [[made]] = (await server.query(`SHOW CREATE TABLE ${from}.${name}`)) as unknown as [[{ "Create Table": string }]];
      await server.query(made["Create Table"]);
      await server.query(`INSERT INTO ${name} SELECT * FROM ${from}.${name}`);
    }
  });
}
