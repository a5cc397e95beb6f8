import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Connection } from "mysql2/promise";
import { createConnection } from "mysql2/promise";
import { checkRelated } from "../../src/check/check-related";
import { startHttpServer } from "../../src/http/start-http-server";
import type { RunningHttpServer } from "../../src/http/start-http-server";
import { importDocument } from "../../src/ingest/import-document";
import { PACKAGE_ROOT } from "../../src/lib/package-root";
import { inTransaction } from "../../src/store/in-transaction";
import { migrate } from "../../src/store/migrate";
import { openDatabase } from "../../src/store/open-database";
import type { Database } from "../../src/store/open-database";
import { publishRevision } from "../../src/store/publish-revision";
import { countConnections } from "../../src/store/query-in-time";
import { findServerProgram } from "../support/databases/find-server-program";
import type { ReplicatedServers } from "../support/databases/start-replicated-servers";
import { startReplicatedServers } from "../support/databases/start-replicated-servers";
import { FaultyNetwork } from "../support/faulty-network";
import type { LoadAnswer } from "../support/steady-load";
import { askTimed, startSteadyLoad } from "../support/steady-load";

const POOL = 4;
/** Every request ends so soon; what is over five seconds is the client's own way on a busy machine. */
const DEADLINE_SECONDS = 5.3;
const BACK_SECONDS = 2.3;
const OLD = path.join(PACKAGE_ROOT, "samples/2022/yunxi-culture-final-accounts.txt");
const NEW = path.join(PACKAGE_ROOT, "samples/corrections/2022-yunxi-culture-final-accounts.txt");
const QUERY = `{
  hub { dataVersion }
  disclosure(unit: "云溪市文化和旅游局（示例）", year: 2022) { revision figures(measures: [EXPENDITURE_TOTAL]) { value } }
}`;

interface Told {
  readonly data: { readonly hub: { readonly dataVersion: number }; readonly disclosure: { readonly revision: number } };
}
const told = ({ text }: LoadAnswer): Told["data"] => (JSON.parse(text) as Told).data;

const program = findServerProgram(process.env["PATH"] ?? "");

test("a run of CI has servers of its own to stop", () => expect(process.env["CI"] === undefined || program !== undefined).toBe(true));

(program ? describe : describe.skip)("deadlines", () => {
  let servers: ReplicatedServers;

  beforeAll(async () => {
    if (program) servers = await startReplicatedServers(program);
  }, 120_000);
  afterAll(() => servers.stop());

  /** A hub over a database of its own, each server behind a network that can fail. */
  class Deployment {
    readonly primary = new FaultyNetwork(new URL(servers.primary.url));
    readonly replica = new FaultyNetwork(new URL(servers.replica.url));
    database!: Database;
    hub!: RunningHttpServer;

    constructor(private readonly name: string) {}

    async open({ replicas }: { readonly replicas: boolean }): Promise<void> {
      await this.primary.open();
      await this.replica.open();
      const connection = await createConnection({ uri: servers.primary.url });
      await connection.query(`CREATE DATABASE ${this.name} CHARACTER SET utf8mb4`);
      await connection.end();
      const at = (network: FaultyNetwork): string => `${network.url}/${this.name}`;
      const replicaUrls = replicas ? [at(this.replica)] : [];
      this.database = await openDatabase({ url: at(this.primary), replicaUrls, dataDir: "", poolSize: POOL });
      await migrate(this.database);
      await this.import(OLD, true);
      await servers.letOn();
      this.hub = await startHttpServer({
        database: this.database,
        config: { host: "127.0.0.1", port: 0, lameDuckSeconds: 0, responseCache: { maxBytes: 0, redisUrl: undefined } },
      });
    }

    async close(): Promise<void> {
      await this.hub.stop();
      await this.database.destroy();
      await this.primary.close();
      await this.replica.close();
    }

    async import(file: string, publish: boolean): Promise<number> {
      const bytes = await readFile(file);
      return (await importDocument(this.database, { fileName: path.basename(file), bytes }, { publish })).saved.revisionId;
    }

    ask(signal?: AbortSignal): Promise<LoadAnswer> {
      return askTimed(this.hub.port, QUERY, signal);
    }

    /** Connections that a server knows of, and what they are doing. */
    async processes(uri = servers.primary.url): Promise<readonly { readonly command: string }[]> {
      const connection = await createConnection({ uri });
      const sql = "SELECT id, command FROM information_schema.processlist WHERE db = ?";
      const [rows] = await connection.query(sql, [this.name]);
      await connection.end();
      return rows as { command: string }[];
    }

    async busy(): Promise<number> {
      return (await this.processes()).filter(({ command }) => command !== "Sleep").length;
    }

    /** While the work is done, another session holds the table, so that whoever reads it waits. */
    async locked<T>(uri: string, table: string, work: (holder: Connection) => Promise<T>): Promise<T> {
      const holder = await createConnection({ uri: `${uri}/${this.name}` });
      await holder.query(`LOCK TABLES ${table} WRITE`);
      try {
        return await work(holder);
      } finally {
        await holder.end();
      }
    }

    async expectNoLeak(): Promise<void> {
      await eventually(async () => {
        expect(countConnections(this.database)).toMatchObject({ used: 0, queued: 0 });
        for (const { url } of [servers.primary, servers.replica]) expect((await this.processes(url)).length).toBeLessThanOrEqual(POOL);
      });
    }
  }

  const expectRefused = (answer: LoadAnswer): void => {
    expect([answer.status, answer.retryAfter]).toEqual([503, "1"]);
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: "UNAVAILABLE" } }] });
    expect(answer.seconds).toBeLessThan(DEADLINE_SECONDS);
  };

  /** Each request had an answer or a clear refusal in time. */
  const expectInTime = (answers: readonly LoadAnswer[]): void => {
    expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
    expect(answers.filter(({ status, retryAfter }) => status === 503 && retryAfter === null)).toEqual([]);
    expect(Math.max(...answers.map(({ seconds }) => seconds))).toBeLessThan(DEADLINE_SECONDS);
  };

  /** What load sees while a server is away and when it is back; the seconds until the first success. */
  async function underLoad(
    { hub }: Deployment,
    away: () => Promise<unknown> | void,
    back: () => Promise<unknown> | void,
  ): Promise<readonly LoadAnswer[]> {
    const load = startSteadyLoad(hub.port, QUERY);
    await load.untilSuccess();
    await away();
    await back();
    expect(await load.untilSuccess()).toBeLessThan(BACK_SECONDS);
    const answers = await load.stop();
    expectInTime(answers);
    return answers;
  }

  const stopFor = async (server: "primary" | "replica", milliseconds: number): Promise<void> => {
    const id = await servers[server].processId();
    process.kill(id, "SIGSTOP");
    await wait(milliseconds);
    process.kill(id, "SIGCONT");
  };

  const kill = async (server: "primary" | "replica"): Promise<void> => {
    process.kill(await servers[server].processId(), "SIGKILL");
  };

  describe("with one server", () => {
    let one: Deployment;
    beforeAll(async () => {
      one = new Deployment("one");
      await one.open({ replicas: false });
    }, 60_000);
    afterAll(() => one.close());
    afterEach(() => one.expectNoLeak());

    it("end a statement of 30 s on the server itself, and the connection is whole", async () => {
      await one.locked(servers.primary.url, "disclosure_revision", async () => {
        const asked = one.ask();
        await eventually(async () => expect(await one.busy()).toBe(1));
        expectRefused(await asked);
        expect(await one.busy()).toBe(0);
      });
      expect((await one.ask()).status).toBe(200);
    });

    it("end a statement on the server as soon as its client has left", async () => {
      await one.locked(servers.primary.url, "disclosure_revision", async () => {
        const leaving = new AbortController();
        const asked = one.ask(leaving.signal).catch((error: Error) => error.name);
        await eventually(async () => expect(await one.busy()).toBe(1));
        const left = performance.now();
        leaving.abort();
        expect(await asked).toBe("AbortError");
        await eventually(async () => expect(await one.busy()).toBe(0));
        expect(performance.now() - left).toBeLessThan(800);
      });
    });

    it("refuse in time where every connection is taken", async () => {
      await one.locked(servers.primary.url, "disclosure_revision", async () => {
        const taken = Array.from({ length: 2 * POOL }, () => one.ask());
        for (const answer of await Promise.all(taken)) expectRefused(answer);
      });
      expect((await one.ask()).status).toBe(200);
    });

    it("bear a network that is slow", async () => {
      one.primary.delay = 200;
      const answers = await Promise.all(Array.from({ length: POOL }, () => one.ask()));
      one.primary.delay = 0;
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      expectInTime(answers);
    });

    it("bear connections that are reset", async () => {
      await underLoad(
        one,
        async () => {
          for (let times = 0; times < 5; times += 1) {
            one.primary.reset();
            await wait(200);
          }
        },
        () => undefined,
      );
    });

    it("hold on a network that says nothing, and it is back when the network is", async () => {
      const answers = await underLoad(
        one,
        async () => {
          one.primary.isSilent = true;
          await wait(5_000);
        },
        () => void (one.primary.isSilent = false),
      );
      expect(answers.filter(({ status }) => status === 503).length).toBeGreaterThan(20);
    });

    it("give up a transaction on a network that says nothing, and its connection", async () => {
      const begin = (): Promise<unknown> =>
        inTransaction(
          one.database,
          async (manager) => {
            await manager.query("SELECT 1");
            one.primary.isSilent = true;
            await manager.query("SELECT 1");
          },
          500,
        );
      const begun = performance.now();
      await expect(begin()).rejects.toThrow("has said nothing for 0.5 s");
      one.primary.isSilent = false;
      expect(performance.now() - begun).toBeLessThan(3_000);
    });

    it("hold while the server stands still for 5 s", async () => {
      const answers = await underLoad(
        one,
        () => stopFor("primary", 5_000),
        () => undefined,
      );
      expect(answers.filter(({ status }) => status === 503).length).toBeGreaterThan(20);
    });

    it("hold while the server is killed and comes back", async () => {
      const answers = await underLoad(
        one,
        () => kill("primary"),
        () => servers.primary.untilReady(),
      );
      expect(answers.filter(({ status }) => status === 503).length).toBeGreaterThan(0);
    });
  });

  describe("with a primary and a replica", () => {
    let two: Deployment;
    beforeAll(async () => {
      two = new Deployment("two");
      await two.open({ replicas: true });
      await untilReplicaAnswers();
    }, 60_000);
    afterAll(() => two.close());
    afterEach(() => two.expectNoLeak());

    /** Whether the replica answers shows where the primary's table cannot be read. */
    const answeredByReplica = (): Promise<boolean> =>
      two.locked(servers.primary.url, "disclosure_revision", async () => (await two.ask()).status === 200);
    const untilReplicaAnswers = (): Promise<void> =>
      eventually(async () => {
        expect((await two.ask()).status).toBe(200);
        await wait(300);
        expect(await answeredByReplica()).toBe(true);
      });

    it("answer readers from the replica, and from the primary where the replica is reset", async () => {
      expect(await answeredByReplica()).toBe(true);
      const answers = await underLoad(
        two,
        () => two.replica.reset(),
        () => undefined,
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    });

    it("never answer from an older data version than was told, though the replica lags", async () => {
      const before = told(await two.ask());
      const draft = await two.import(NEW, false);
      await servers.letOn();
      await servers.holdBack();
      await publishRevision(two.database, draft, checkRelated);
      for (let times = 0; times < 10; times += 1) {
        expect(told(await two.ask())).toMatchObject({
          hub: { dataVersion: before.hub.dataVersion + 1 },
          disclosure: { revision: before.disclosure.revision + 1 },
        });
        await wait(50);
      }
      expect(await answeredByReplica()).toBe(false);
      await servers.letOn();
      await untilReplicaAnswers();
    });

    it("answer from the primary while the replica stands still for 5 s", async () => {
      const answers = await underLoad(
        two,
        () => stopFor("replica", 5_000),
        () => undefined,
      );
      // Those that were under way when it stopped may be told that it takes too long.
      const refused = answers.filter(({ status }) => status === 503).length;
      expect(refused).toBeLessThan(answers.length * 0.7);
      await servers.letOn();
      await untilReplicaAnswers();
    });

    it("answer from the primary while the replica is killed and comes back", async () => {
      const answers = await underLoad(
        two,
        () => kill("replica"),
        () => servers.replica.untilReady(),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      await servers.letOn();
      await untilReplicaAnswers();
    });

    it("refuse clearly while the primary stands still for 5 s, and are back when it is", async () => {
      const answers = await underLoad(
        two,
        () => stopFor("primary", 5_000),
        () => undefined,
      );
      expect(answers.filter(({ status }) => status === 503).length).toBeGreaterThan(20);
    });

    it("are back when the primary was killed and came back", async () => {
      await underLoad(
        two,
        () => kill("primary"),
        () => servers.primary.untilReady(),
      );
    });
  });
});

async function eventually(expectation: () => Promise<unknown>, milliseconds = 6_000): Promise<void> {
  for (const until = performance.now() + milliseconds; ;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await wait(50);
    }
  }
}
