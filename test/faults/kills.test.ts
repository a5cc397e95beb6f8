import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createConnection } from "mysql2/promise";
import { checkRelated } from "../../src/check/check-related";
import { importDocument } from "../../src/ingest/import-document";
import { PACKAGE_ROOT } from "../../src/lib/package-root";
import { migrate } from "../../src/store/migrate";
import type { Database } from "../../src/store/open-database";
import { openDatabase } from "../../src/store/open-database";
import { publishRevision } from "../../src/store/publish-revision";
import { hubState } from "../support/crashes/hub-state";
import type { CrashPoint } from "../support/crashes/run-hub";
import { runHub } from "../support/crashes/run-hub";
import { findServerProgram } from "../support/databases/find-server-program";
import type { PrivateServer } from "../support/databases/start-private-server";
import { startPrivateServer } from "../support/databases/start-private-server";

const OLD = path.join(PACKAGE_ROOT, "samples/2022/yunxi-culture-final-accounts.txt");
const NEW = path.join(PACKAGE_ROOT, "samples/corrections/2022-yunxi-culture-final-accounts.txt");
const UNIT = "云溪市文化和旅游局（示例）";
const POINTS = 20;

const program = findServerProgram(process.env["PATH"] ?? "");

test("a run of CI has a server of its own to kill", () => expect(process.env["CI"] === undefined || program !== undefined).toBe(true));

/**
 * A command is killed at one point after another, on what the one before left there: running it again is each time the way on. Between them
 * the hub is as it was, or as the command leaves it, and nothing between.
 */
(program ? describe : describe.skip)("a command that is killed", () => {
  let server: PrivateServer;
  let folder: string;
  /** What the hub says where nothing is killed: the old revision published, the new one a draft beside it, the new one published. */
  let old: string, draft: string, done: string;

  beforeAll(async () => {
    if (!program) return;
    server = await startPrivateServer(program);
    folder = await mkdtemp(path.join(os.tmpdir(), "hub-kills-"));
    await withHub(await newDatabase("uninterrupted"), async (database) => {
      await migrate(database);
      await importInto(database, OLD, true);
      old = await hubState(database);
      const revisionId = await importInto(database, NEW, false);
      draft = await hubState(database);
      await publishRevision(database, revisionId, checkRelated);
      done = await hubState(database);
    });
  }, 600_000);

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function newDatabase(name: string): Promise<string> {
    const connection = await createConnection({ uri: server.url });
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
    await connection.end();
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  }

  async function withHub<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
    const database = await openDatabase({ url, dataDir: folder });
    try {
      return await work(database);
    } finally {
      await database.destroy();
    }
  }

  const importInto = async (database: Database, file: string, publish: boolean): Promise<number> =>
    (await importDocument(database, { fileName: path.basename(file), bytes: await readFile(file) }, { publish })).saved.revisionId;

  /** A hub with the old revision published; for publishing, with the draft of the new one. */
  async function prepare(name: string, withDraft = false): Promise<string> {
    const url = await newDatabase(name);
    await withHub(url, async (database) => {
      await migrate(database);
      await importInto(database, OLD, true);
      if (withDraft) await importInto(database, NEW, false);
    });
    return url;
  }

  /** Points over all statements of a command after its look at the schema, the last one at its last commit. */
  async function pointsOf(name: string, withDraft: boolean, command: readonly string[], count: number): Promise<CrashPoint[]> {
    const record = path.join(folder, `${name}.sql`);
    const { code, output } = await runHub(await prepare(`${name}_measured`, withDraft), command, { record });
    expect([code, output]).toEqual([0, expect.any(String)]);
    const statements = (await readFile(record, "utf8")).trimEnd().split("\n");
    expect(statements.at(-1)).toBe("COMMIT");
    const first = statements.findIndex((statement) => statement.includes("RELEASE_LOCK")) + 1;
    const sides = ["BEFORE", "ANSWERED", "SENT"] as const;
    return Array.from({ length: count }, (_, index) => ({
      statement: first + Math.ceil(((index + 1) * (statements.length - first)) / count),
      when: index === count - 1 ? "SENT" : (sides[index % sides.length] ?? "SENT"),
    }));
  }

  const stateAt = (url: string): Promise<string> => withHub(url, hubState);

  it.each([
    { name: "import", withDraft: false, command: ["import", NEW], from: () => old, to: () => draft },
    { name: "publish", withDraft: true, command: ["publish", UNIT, "2022"], from: () => draft, to: () => done },
  ])(
    "leaves the old or the new one at twenty points of $name, and gets there when it is run again",
    async ({ name, withDraft, command, from, to }) => {
      const points = await pointsOf(name, withDraft, command, POINTS);
      const url = await prepare(name, withDraft);
      const left: string[] = [];
      for (const crash of points) {
        const { signal, output } = await runHub(url, command, { crash });
        expect([crash, signal, output]).toEqual([crash, "SIGKILL", ""]);
        left.push(await stateAt(url));
      }
      expect(left.slice(0, -1).filter((state) => state !== from())).toEqual([]);
      expect([from(), to()]).toContain(left.at(-1));
      await runHub(url, command);
      expect(await stateAt(url)).toBe(to());
    },
    600_000,
  );

  it("loses nothing where the server is killed at ten points of an import that publishes", async () => {
    const command = ["import", "--publish", NEW];
    const points = await pointsOf("server", false, command, 10);
    const url = await prepare("server");
    for (const crash of points) {
      const { code } = await runHub(url, command, { crash, victim: await server.processId() });
      await server.untilReady();
      // Where an earlier run had committed its draft, this one has fewer statements and may be through before it comes to the point.
      expect(code === 0 ? [done] : [old, draft, done]).toContain(await stateAt(url));
    }
    expect((await runHub(url, command)).code).toBe(0);
    expect(await stateAt(url)).toBe(done);
  }, 600_000);
});
