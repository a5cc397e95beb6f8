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
import type { CrashMoment, CrashPoint } from "../support/crashes/run-hub";
import { runHub } from "../support/crashes/run-hub";
import { findServerProgram } from "../support/databases/find-server-program";
import { createRandom } from "../support/disclosure-generator/random";
import type { PrivateServer } from "../support/databases/start-private-server";
import { startPrivateServer } from "../support/databases/start-private-server";

const OLD = path.join(PACKAGE_ROOT, "samples/2022/yunxi-culture-final-accounts.txt");
const NEW = path.join(PACKAGE_ROOT, "samples/corrections/2022-yunxi-culture-final-accounts.txt");
const UNIT = "云溪市文化和旅游局（示例）";
const POINTS = 20;
const MOMENTS = 8;
/** What is by chance is so again under the seed that the name of a test tells. */
const seed = process.env["KILLS_SEED"] ?? String(Date.now());
const random = createRandom(seed);

const program = findServerProgram(process.env["PATH"] ?? "");

test("a run of CI has a server of its own to kill", () => expect(process.env["CI"] === undefined || program !== undefined).toBe(true));

/**
 * A command is killed at one point after another, on what the one before left there: running it again is each time the way on. Between them
 * the hub is as it was, or as the command leaves it, and nothing between.
 */
(program ? describe : describe.skip)("a command that is killed", () => {
  /** The second one is there to be killed as well, so that two commands lose theirs at a time. */
  let server: PrivateServer, second: PrivateServer;
  let folder: string;
  /** What the hub says where nothing is killed: the old revision published, the new one a draft beside it, the new one published. */
  let old: string, draft: string, done: string;

  beforeAll(async () => {
    if (!program) return;
    [server, second] = await Promise.all([startPrivateServer(program), startPrivateServer(program)]);
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
    await Promise.all([server.stop(), second.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  async function newDatabase(name: string, on = server): Promise<string> {
    const connection = await createConnection({ uri: on.url });
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
    await connection.end();
    const url = new URL(on.url);
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
  async function prepare(name: string, withDraft = false, on = server): Promise<string> {
    const url = await newDatabase(name, on);
    await withHub(url, async (database) => {
      await migrate(database);
      await importInto(database, OLD, true);
      if (withDraft) await importInto(database, NEW, false);
    });
    return url;
  }

  interface Measured {
    /** A command's statements after its look at the schema: how many come before them, how many there are. */
    readonly before: number;
    readonly count: number;
    /** How long they took, all of them. */
    readonly milliseconds: number;
  }

  /** What a command does where nothing is killed. */
  async function measure(name: string, withDraft: boolean, command: readonly string[], on = server): Promise<Measured> {
    const record = path.join(folder, `${name}.sql`);
    const { code, output } = await runHub(await prepare(`${name}_measured`, withDraft, on), command, { record });
    expect([code, output]).toEqual([0, expect.any(String)]);
    const lines = (await readFile(record, "utf8")).trimEnd().split("\n");
    expect(lines.at(-1)).toMatch(/\tCOMMIT$/);
    const before = lines.findIndex((line) => line.includes("RELEASE_LOCK")) + 1;
    return { before, count: lines.length - before, milliseconds: Number(lines.at(-1)?.split("\t")[0]) };
  }

  /** Points over all statements of a command after its look at the schema, the last one at its last commit. */
  function pointsOver({ before, count }: Measured, points: number): CrashPoint[] {
    const sides = ["BEFORE", "ANSWERED", "SENT"] as const;
    return Array.from({ length: points }, (_, index) => ({
      statement: before + Math.ceil(((index + 1) * count) / points),
      when: index === points - 1 ? "SENT" : (sides[index % sides.length] ?? "SENT"),
    }));
  }

  /** The very beginning, and moments by chance, the earliest first: what one leaves is what the next begins with. */
  function momentsOver({ milliseconds }: Measured): CrashMoment[] {
    const moments = Array.from({ length: MOMENTS }, () => ({ afterMilliseconds: random.integer(0, Math.ceil(milliseconds * 1.05)) }));
    return [{ afterMilliseconds: 0 }, ...moments.sort((one, other) => one.afterMilliseconds - other.afterMilliseconds)];
  }

  const stateAt = (url: string): Promise<string> => withHub(url, hubState);

  interface Killed {
    readonly command: readonly string[];
    readonly withDraft: boolean;
    readonly from: string;
    readonly to: string;
    /** The server that is killed instead of the command. */
    readonly victim?: PrivateServer;
  }

  /** At every point the command has done nothing yet; the last one may be past its commit. */
  async function killAtPoints(name: string, { command, withDraft, from, to, victim }: Killed): Promise<void> {
    // Of the server as many in an import and a publication together as of the process in each.
    const points = pointsOver(await measure(name, withDraft, command, victim), victim ? POINTS / 2 : POINTS);
    const url = await prepare(name, withDraft, victim);
    const left: string[] = [];
    for (const crash of points) {
      const { code, signal, output } = await runHub(url, command, { crash, victim: await victim?.processId() });
      if (victim) expect([crash, code]).toEqual([crash, 1]);
      else expect([crash, signal, output]).toEqual([crash, "SIGKILL", ""]);
      await victim?.untilReady();
      left.push(await stateAt(url));
    }
    expect(left.slice(0, -1).filter((state) => state !== from)).toEqual([]);
    expect([from, to]).toContain(left.at(-1));
    await runHub(url, command);
    expect(await stateAt(url)).toBe(to);
  }

  const IMPORT = ["import", NEW];
  const PUBLISH = ["publish", UNIT, "2022"];
  const WHOLE = ["import", "--publish", NEW];

  /** An import that publishes may have come as far as its draft. Where a server is named, that is what is killed. */
  async function killWhole(name: string, crashes: readonly CrashMoment[], victim?: PrivateServer): Promise<void> {
    const url = await prepare(name, false, victim);
    let killed = 0;
    for (const crash of crashes) {
      const { code } = await runHub(url, WHOLE, { crash, victim: await victim?.processId() });
      await victim?.untilReady();
      if (code !== 0) killed += 1;
      // Where an earlier run had committed its draft, this one has fewer statements and may be through before it comes to the point.
      const allowed = code === 0 ? [done] : [old, draft, done];
      expect({ crash, state: allowed.indexOf(await stateAt(url)) }).not.toEqual({ crash, state: -1 });
    }
    // Once it is through, a run has nothing left that a later moment could meet; the beginning comes before that. A server that is away while the
    // document is read is back when it is asked.
    if (!victim) expect(killed).toBeGreaterThanOrEqual(1);
    expect((await runHub(url, WHOLE)).code).toBe(0);
    expect(await stateAt(url)).toBe(done);
  }

  it(`leaves the old or the new one at twenty points of an import and of a publication, and at moments by chance (KILLS_SEED=${seed}), and gets there when it is run again`, async () => {
    await Promise.all([
      killAtPoints("import", { command: IMPORT, withDraft: false, from: old, to: draft }),
      killAtPoints("publish", { command: PUBLISH, withDraft: true, from: draft, to: done }),
      measure("whole", false, WHOLE).then((measured) => killWhole("moments", momentsOver(measured))),
    ]);
  }, 900_000);

  it(`loses nothing where its server is killed at twenty points of an import and of a publication, and at moments by chance (KILLS_SEED=${seed})`, async () => {
    const moments = async (): Promise<void> =>
      killWhole("server_moments", momentsOver(await measure("whole_again", false, WHOLE, second)), second);
    await Promise.all([
      killAtPoints("server_import", { command: IMPORT, withDraft: false, from: old, to: draft, victim: server }),
      killAtPoints("server_publish", { command: PUBLISH, withDraft: true, from: draft, to: done, victim: second }).then(moments),
    ]);
  }, 900_000);
});
