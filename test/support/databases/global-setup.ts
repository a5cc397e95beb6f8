import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { createConnection } from "mysql2/promise";
import {
  DATABASE_ENGINES,
  type DatabaseEngine,
  engineOfUrl,
  RUN_FOLDER_VARIABLE,
  SERVER_URL_VARIABLE,
  type ServerEngine,
} from "./database-engine";
import { findServerProgram } from "./find-server-program";
import { assertRequiredEngines, requiredEngines } from "./required-engines";
import { installDataFolder, type PrivateServer, startPrivateServer } from "./start-private-server";

/** What global-teardown ends; the two run in one process. */
export const running: { server?: PrivateServer; folder?: string } = {};

/** Once for a run, and only when a database test is part of it: finds or starts the database server and tells the workers of it. */
export default async function setUpDatabases(): Promise<void> {
  // Documents are read by children, and those are the built ones.
  await promisify(execFile)(process.execPath, [path.resolve(__dirname, "../../../scripts/build.mjs")]);
  running.folder = await mkdtemp(path.join(os.tmpdir(), "hub-run-"));
  process.env[RUN_FOLDER_VARIABLE] = running.folder;
  const required = requiredEngines(process.env);
  const url = await serverUrl(running.folder);
  const available: DatabaseEngine[] = url === undefined ? ["sqlite"] : ["sqlite", engineOfUrl(url)];
  assertRequiredEngines(required, available);
  process.env[SERVER_URL_VARIABLE] = url ?? "";
  const absent = url === undefined ? " (no MariaDB or MySQL server is installed, and TEST_DATABASE_URL is not set)" : "";
  process.stderr.write(`Database tests run on ${DATABASE_ENGINES.filter((engine) => available.includes(engine)).join(" and ")}${absent}\n`);
}

async function serverUrl(folder: string): Promise<string | undefined> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) {
    await assertServerIs(engineOfUrl(given), given);
    return given;
  }
  const program = findServerProgram(process.env["PATH"] ?? "");
  if (program === undefined) return undefined;
  await installDataFolder(program, folder);
  running.server = await startPrivateServer(program);
  return running.server.url;
}

/** MySQL under a mariadb:// URL, or the other way round, would fail the tests in ways that do not say so. */
async function assertServerIs(engine: ServerEngine, url: string): Promise<void> {
  const connection = await createConnection({ uri: url, connectTimeout: 5000 }).catch((error: unknown) => {
    throw new Error("The server of TEST_DATABASE_URL does not let us in", { cause: error });
  });
  const [rows] = await connection.query("SELECT VERSION() AS version").finally(() => connection.end());
  const { version } = (rows as { version: string }[])[0] ?? { version: "" };
  const actual: ServerEngine = /mariadb/i.test(version) ? "mariadb" : "mysql";
  if (actual !== engine)
    throw new Error(`TEST_DATABASE_URL says ${engine}, and the server is ${actual} (${version}): begin it with ${actual}://`);
}
