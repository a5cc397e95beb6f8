import { execFile } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createConnection } from "mysql2/promise";
import type { Connection } from "mysql2/promise";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { inspectServer } from "../../../src/store/inspect-server";
import { migrate } from "../../../src/store/migrate";
import { openDatabase } from "../../../src/store/open-database";
import { findServerProgram } from "../../support/databases/find-server-program";
import { startPrivateServer } from "../../support/databases/start-private-server";
import type { PrivateServer } from "../../support/databases/start-private-server";
import { testEngines } from "../../support/databases/test-engines";

const program = findServerProgram(process.env["PATH"] ?? "");
const isServed = testEngines().length > 1 && program !== undefined;

/** A server of its own: its settings are everybody's who uses it. */
(isServed ? describe : describe.skip)("the settings of a database server", () => {
  let server: PrivateServer;
  let admin: Connection;
  let address: { readonly url: string; readonly dataDir: string };

  beforeAll(async () => {
    if (!program) return;
    server = await startPrivateServer(program);
    admin = await createConnection({ uri: server.url });
    await admin.query("CREATE DATABASE hub");
    address = { url: `${server.url}/hub`, dataDir: "" };
    const database = await openDatabase(address);
    await migrate(database);
    await database.destroy();
  }, 60_000);
  afterAll(async () => {
    await admin.end();
    await server.stop();
  });

  const concerns = async (): Promise<readonly { readonly isGrave: boolean; readonly words: string }[]> => {
    const database = await openDatabase(address);
    try {
      return await inspectServer(database);
    } finally {
      await database.destroy();
    }
  };
  /** What `serve` says before it ends; it is ended where it serves. */
  const serve = async (): Promise<{ readonly code: number | null; readonly said: string }> => {
    const child = execFile(process.execPath, [path.join(PACKAGE_ROOT, "dist/src/cli/main.js"), "serve"], {
      env: { ...process.env, DATABASE_URL: address.url, PORT: "0", HOST: "127.0.0.1" },
    });
    let said = "";
    child.stderr?.on("data", (text: string) => (said += text));
    child.stdout?.on("data", (text: string) => {
      if (text.includes("/graphql")) child.kill("SIGTERM");
    });
    const [code] = (await once(child, "close")) as [number | null];
    return { code, said };
  };

  it("are fine as they come", async () => {
    expect(await concerns()).toEqual([]);
  });

  it("are warned of together where data might be lost or refused, and the hub serves", async () => {
    await admin.query("SET GLOBAL innodb_flush_log_at_trx_commit = 2, GLOBAL max_allowed_packet = 1048576, GLOBAL max_connections = 12");
    const { code, said } = await serve();
    expect(code).toBe(0);
    expect(said.split("\n").filter((line) => line.includes("warning:"))).toEqual([
      expect.stringContaining("innodb_flush_log_at_trx_commit is 2"),
      expect.stringContaining("max_allowed_packet is 1048576"),
      expect.stringContaining("max_connections is 12"),
    ]);
    await admin.query("SET GLOBAL innodb_flush_log_at_trx_commit = 1, GLOBAL max_allowed_packet = 16777216, GLOBAL max_connections = 151");
  }, 60_000);

  it("are refused together where data would be kept otherwise than given", async () => {
    await admin.query("SET GLOBAL sql_mode = 'NO_ENGINE_SUBSTITUTION', GLOBAL innodb_flush_log_at_trx_commit = 0");
    await admin.query("ALTER DATABASE hub CHARACTER SET latin1 COLLATE latin1_swedish_ci");
    await admin.query("ALTER TABLE hub.region CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
    const { code, said } = await serve();
    expect(code).toBe(1);
    const lines = said.split("\n").filter((line) => line.startsWith("  "));
    expect(lines).toEqual([
      expect.stringMatching(/must be mended: sql_mode is "\S*NO_ENGINE_SUBSTITUTION"/),
      expect.stringMatching(/must be mended: the database's collation is latin1_swedish_ci/),
      expect.stringMatching(/warning: innodb_flush_log_at_trx_commit is 0/),
      expect.stringMatching(/must be mended: columns are not in utf8mb4_bin: region\./),
    ]);
    expect(said).not.toMatch(/\bat \w+ \(|node_modules/);
    expect(said).not.toContain(new URL(address.url).password);
  }, 60_000);

  it("tell of a server that cannot be written to, and of a clock of its own", async () => {
    await admin.query("SET GLOBAL read_only = 1");
    expect((await concerns()).map(({ words }) => words)).toContainEqual(expect.stringContaining("read-only"));
    await admin.query("SET GLOBAL read_only = 0");
  });
});
