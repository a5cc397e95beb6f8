import http from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { createConnection } from "mysql2/promise";
import { Balancer } from "../support/balancer";
import { createSampleDatabase } from "../support/databases/create-sample-database";
import type { TestDatabase } from "../support/databases/create-test-database";
import { serverEngines } from "../support/databases/test-engines";
import { findFreePort, startHub } from "../support/start-hub";
import type { HubProcess } from "../support/start-hub";

const CONNECTIONS = 50;
/** Between two requests of one connection. */
const PAUSE_MILLISECONDS = 400;
/** Ten times what the balancer takes to look. */
const LAME_DUCK_SECONDS = 1;
const MOST_SECONDS_TO_STOP = 30;
const QUESTION = JSON.stringify({ query: "{ hub { dataVersion } disclosures(first: 3) { nodes { unit { name } } } }" });

/** Asks over a connection of its own, and keeps it. */
class Client {
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly port: number) {}

  ask(method: "GET" | "POST", path: string): Promise<number> {
    const headers = { "content-type": "application/json" };
    return new Promise((resolve) => {
      http
        .request({ host: "127.0.0.1", port: this.port, agent: this.#agent, method, path, headers }, (response) => {
          response.resume().once("end", () => resolve(response.statusCode ?? 0));
          response.once("error", () => resolve(0));
        })
        .once("error", () => resolve(0))
        .end(method === "POST" ? QUESTION : undefined);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

describe.each(serverEngines())("instances on %s", (engine) => {
  let home: TestDatabase;
  let settings: Readonly<Record<string, string>>;

  beforeAll(async () => {
    home = await createSampleDatabase(engine);
    // How it bears more than it can do is told elsewhere.
    settings = { DATABASE_URL: home.url ?? "", RESPONSE_CACHE_MB: "0", LOAD_SHEDDING: "false" };
  }, 180_000);
  afterAll(() => home.drop());

  const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    for (const deadline = performance.now() + 30_000; !(await isSo()); await wait(20))
      if (performance.now() > deadline) throw new Error("It did not come to that within 30 s");
  };

  it("that are restarted in turn behind a balancer fail none of the requests over fifty connections", async () => {
    const ports = [await findFreePort(), await findFreePort()];
    const start = (port: number): Promise<HubProcess> => startHub({ ...settings, LAME_DUCK_SECONDS: String(LAME_DUCK_SECONDS) }, port);
    const hubs = await Promise.all(ports.map(start));
    const balancer = new Balancer(ports);
    const port = await balancer.open();
    await until(() => ports.every((one) => balancer.sees(one)));
    const statuses: number[] = [];
    let isOver = false;
    const clients = Array.from({ length: CONNECTIONS }, () => new Client(port));
    const asking = clients.map(async (client, index) => {
      await wait((index * PAUSE_MILLISECONDS) / CONNECTIONS);
      while (!isOver) {
        statuses.push(await client.ask("POST", "/graphql"));
        await wait(PAUSE_MILLISECONDS);
      }
    });
    try {
      await wait(PAUSE_MILLISECONDS);
      for (const [index, one] of ports.entries()) {
        const other = ports[1 - index] ?? 0;
        const before = balancer.counts.get(other) ?? 0;
        const { code, seconds } = (await hubs[index]?.stop()) ?? { code: null, seconds: Infinity };
        expect([code, seconds <= MOST_SECONDS_TO_STOP, seconds >= LAME_DUCK_SECONDS]).toEqual([0, true, true]);
        expect(balancer.counts.get(other)).toBeGreaterThan(before);
        hubs[index] = await start(one);
        await until(() => balancer.sees(one));
        await wait(2 * PAUSE_MILLISECONDS);
      }
    } finally {
      isOver = true;
      await Promise.all(asking);
      for (const client of clients) client.close();
      await balancer.close();
      await Promise.all(hubs.map((hub) => hub.stop()));
    }
    expect(statuses.length).toBeGreaterThan(5 * CONNECTIONS);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
  }, 180_000);

  it("told to stop are not ready from then on, still answer while a balancer looks away, finish what is under way, and end", async () => {
    const hub = await startHub({ ...settings, LAME_DUCK_SECONDS: "2" });
    const watching = new Client(hub.port);
    const asking = new Client(hub.port);
    const waiting = new Client(hub.port);
    const holder = await createConnection({ uri: home.url ?? "" });
    try {
      expect(await watching.ask("GET", "/readyz")).toBe(200);
      const stopped = hub.stop();
      await until(async () => (await watching.ask("GET", "/readyz")) === 503);
      expect([await watching.ask("GET", "/livez"), await asking.ask("POST", "/graphql")]).toEqual([200, 200]);
      // What is asked just before the listener closes waits for the database beyond that.
      await wait(1_200);
      await holder.query("LOCK TABLES hub_state WRITE");
      const underWay = waiting.ask("POST", "/graphql");
      await until(async () => (await watching.ask("GET", "/livez")) === 0);
      await holder.query("UNLOCK TABLES");
      expect(await underWay).toBe(200);
      const { code, seconds } = await stopped;
      expect([code, seconds <= MOST_SECONDS_TO_STOP]).toEqual([0, true]);
    } finally {
      await holder.end();
      for (const client of [watching, asking, waiting]) client.close();
    }
  }, 60_000);
});
