import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createConnection } from "mysql2/promise";
import type { Connection } from "mysql2/promise";
import type { DatabaseEngine } from "./database-engine";
import { serverUrlOfRun, testEngines } from "./test-engines";

export interface TestDatabase {
  /** What DATABASE_URL would be: undefined means the embedded database. */
  readonly url: string | undefined;
  /** What DATA_DIR would be: a new, empty folder. */
  readonly dataDir: string;
  /** Removes database and folder; close every connection before. */
  drop(): Promise<void>;
}

/** A new, empty database on one engine: no table, no migration yet. One a test file, dropped in its afterAll. */
export async function createTestDatabase(engine: DatabaseEngine): Promise<TestDatabase> {
  if (!testEngines().includes(engine)) throw new Error(`This run has no ${engine}`);
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "hub-test-"));
  const removeFolder = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  if (engine === "sqlite") return { url: undefined, dataDir, drop: removeFolder };

  const name = `hub_test_${randomBytes(8).toString("hex")}`;
  await runOnServer((server) => server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`));
  const drop = async (): Promise<void> => {
    await runOnServer((server) => server.query(`DROP DATABASE IF EXISTS ${name}`));
    await removeFolder();
  };
  return { url: databaseUrl(name), dataDir, drop };
}

/** The address of a database on the server of the run. */
export function databaseUrl(name: string): string {
  const url = new URL(serverUrlOfRun());
  url.pathname = `/${name}`;
  return url.href;
}

/** Works over a connection of its own to the server of the run, with no database chosen. */
export async function runOnServer(work: (connection: Connection) => Promise<unknown>): Promise<void> {
  const connection = await createConnection({ uri: serverUrlOfRun(), connectTimeout: 5000 });
  try {
    await work(connection);
  } finally {
    await connection.end();
  }
}
