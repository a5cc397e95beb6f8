import { spawn } from "node:child_process";
import { createReadStream, createWriteStream } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { loadSamplePack } from "../../src/ingest/load-sample-pack";
import { migrate } from "../../src/store/migrate";
import type { Database } from "../../src/store/open-database";
import { openDatabase } from "../../src/store/open-database";
import type { TestDatabase } from "../support/databases/create-test-database";
import { createTestDatabase } from "../support/databases/create-test-database";
import { serverEngines } from "../support/databases/test-engines";
import { tableChecksums } from "../support/databases/table-checksums";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "hub-backup-"));
  folders.push(folder);
  return folder;
}

async function openFilled(home: TestDatabase): Promise<Database> {
  const database = await openDatabase(home);
  await migrate(database);
  await loadSamplePack(database);
  return database;
}

/** Arguments that reach the server of a URL, and the name of its database. */
function connectionOf(url: string): {
  readonly program: readonly string[];
  readonly name: string;
  readonly environment: NodeJS.ProcessEnv;
} {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    program: [`--host=${hostname}`, `--port=${port}`, "--protocol=tcp", `--user=${decodeURIComponent(username)}`],
    name: pathname.slice(1),
    environment: { ...process.env, MYSQL_PWD: decodeURIComponent(password) },
  };
}

// The commands are those of docs/operations.md.
describe.each(serverEngines())("a dump of %s", (engine) => {
  it("restores into an empty database with every row as it was", async () => {
    const [dump, restore] = engine === "mariadb" ? ["mariadb-dump", "mariadb"] : ["mysqldump", "mysql"];
    const home = await createTestDatabase(engine);
    const database = await openFilled(home);
    const before = await tableChecksums(database);
    await database.destroy();
    const { program, name, environment } = connectionOf(home.url ?? "");
    const file = path.join(await newFolder(), "hub.sql");
    const dumping = spawn(dump, [...program, "--single-transaction", "--quick", "--hex-blob", name], { env: environment });
    await pipeline(dumping.stdout, createWriteStream(file));
    await home.drop();

    const place = await createTestDatabase(engine);
    const restoring = spawn(restore, [...program, connectionOf(place.url ?? "").name], { env: environment });
    const ended = new Promise((resolve) => restoring.once("exit", resolve));
    await pipeline(createReadStream(file), restoring.stdin);
    expect(await ended).toBe(0);
    const restored = await openDatabase(place);
    try {
      expect(await migrate(restored)).toEqual([]);
      expect(await tableChecksums(restored)).toEqual(before);
    } finally {
      await restored.destroy();
      await place.drop();
    }
    expect(before.size).toBeGreaterThan(15);
  }, 90_000);
});

describe("the folder of the embedded database", () => {
  let home: TestDatabase;
  let database: Database;
  let before: ReadonlyMap<string, string>;
  beforeAll(async () => {
    home = await createTestDatabase("sqlite");
    database = await openFilled(home);
    before = await tableChecksums(database);
  }, 90_000);
  afterAll(() => home.drop());

  it("is copied whole by VACUUM INTO while the hub runs; a lost row shows in the checksums", async () => {
    const dataDir = await newFolder();
    await database.query(`VACUUM INTO '${path.join(dataDir, "hub.sqlite")}'`);
    const copy = await openDatabase({ dataDir });
    expect(await tableChecksums(copy)).toEqual(before);
    await copy.query("DELETE FROM hub_state");
    const after = await tableChecksums(copy);
    await copy.destroy();
    expect([...before].filter(([table, sum]) => after.get(table) !== sum).map(([table]) => table)).toEqual(["hub_state"]);
  });

  it("is a backup when it is copied while nothing runs", async () => {
    await database.destroy();
    const dataDir = path.join(await newFolder(), "data");
    await cp(home.dataDir, dataDir, { recursive: true });
    const copy = await openDatabase({ dataDir });
    expect(await tableChecksums(copy)).toEqual(before);
    await copy.destroy();
  });
});
