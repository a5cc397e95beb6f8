import { once } from "node:events";
import { createServer } from "node:http";
import net from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { createConnection } from "mysql2/promise";
import { CONNECTION_LIMITS, limitConnections } from "../../../src/http/connection-limits";
import { serverUrlOfRun, testEngines } from "../../support/databases/test-engines";
import type { ServedHub } from "../../support/served-hub";
import { serveSampleHub } from "../../support/served-hub";

const LIMITS = {
  answer: 300,
  change: 900,
  stalled: 1_500,
  idle: 2_500,
  headers: 400,
  request: 1_200,
  check: 50,
  connections: 12,
  requestsPerConnection: 5,
};
const LIVEZ = "GET /livez HTTP/1.1\r\nHost: a\r\n\r\n";
const graphql = (body: string, more = ""): string =>
  `POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${more}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** A connection, what came over it, and when it ended. */
class Wire {
  readonly socket: net.Socket;
  text = "";
  readonly begun = performance.now();
  endedAfter: number | undefined;

  constructor(port: number) {
    this.socket = net.connect(port, "127.0.0.1");
    this.socket.setEncoding("utf8").on("data", (data: string) => (this.text += data));
    this.socket.on("error", () => undefined);
    this.socket.on("close", () => (this.endedAfter = performance.now() - this.begun));
  }

  get statuses(): number[] {
    return [...this.text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
  }

  async ended(): Promise<this> {
    if (!this.socket.destroyed) await once(this.socket, "close");
    return this;
  }

  async answers(count: number): Promise<this> {
    for (const until = performance.now() + 5_000; this.statuses.length < count && performance.now() < until; await wait(5));
    return this;
  }
}

describe.each(testEngines().filter((engine) => engine !== "sqlite"))("connections to a hub on %s", (engine) => {
  let hub: ServedHub;
  let port: number;
  let name: string;
  const wires: Wire[] = [];
  const open = (sent = ""): Wire => {
    const wire = new Wire(port);
    wires.push(wire);
    if (sent !== "") wire.socket.write(sent);
    return wire;
  };

  beforeAll(async () => {
    hub = await serveSampleHub(engine, { samples: false, limits: LIMITS });
    port = Number(new URL(hub.url).port);
    [{ name = "" } = {}] = await hub.database.query<{ name?: string }[]>("SELECT DATABASE() AS name");
  });
  afterEach(async () => {
    for (const { socket } of wires) socket.destroy();
    await Promise.all(wires.splice(0).map((wire) => wire.ended()));
  });
  afterAll(() => hub.close());

  it("that say nothing are ended when their headers are due", async () => {
    const wire = await open().ended();
    expect(wire.statuses).toEqual([408]);
    expect(wire.endedAfter).toBeGreaterThanOrEqual(LIMITS.headers - LIMITS.check);
    expect(wire.endedAfter).toBeLessThan(LIMITS.stalled);
  });

  it("that send their headers byte by byte are ended when they are due, however lively they are", async () => {
    const wire = open("GET /livez HTTP/1.1\r\nHost: a\r\nX-Slow: ");
    const drip = setInterval(() => wire.socket.write("x"), 50);
    await wire.ended();
    clearInterval(drip);
    expect(wire.statuses).toEqual([408]);
    expect(wire.endedAfter).toBeLessThan(LIMITS.stalled);
  });

  it("that send a body byte by byte are given up like work that takes long", async () => {
    const wire = open("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
    const drip = setInterval(() => wire.socket.write(" "), 50);
    await wire.answers(1);
    clearInterval(drip);
    expect(wire.statuses).toEqual([408]);
    expect(wire.text.toLowerCase()).toContain("connection: close");
    expect(performance.now() - wire.begun).toBeLessThan(LIMITS.change);
  });

  it("bring so many requests and no more: the last answer says so, and what comes after it is refused", async () => {
    const wire = open();
    for (let count = 1; count <= LIMITS.requestsPerConnection; count += 1) {
      expect(wire.text.toLowerCase()).not.toContain("connection: close");
      wire.socket.write(LIVEZ);
      await wire.answers(count);
    }
    expect(wire.text.toLowerCase()).toContain("connection: close");
    wire.socket.write(LIVEZ);
    await wire.answers(LIMITS.requestsPerConnection + 1);
    expect(wire.statuses).toEqual([...Array<number>(LIMITS.requestsPerConnection).fill(200), 503]);
  });

  it("bring no more by sending them all at once", async () => {
    const wire = open(LIVEZ.repeat(50));
    await wire.answers(LIMITS.requestsPerConnection + 1);
    expect(wire.statuses.slice(0, LIMITS.requestsPerConnection)).toEqual(Array(LIMITS.requestsPerConnection).fill(200));
    expect(new Set(wire.statuses.slice(LIMITS.requestsPerConnection))).toEqual(new Set([503]));
  });

  it("have one request worked on at a time: what is sent with it waits for its answer", async () => {
    const holder = await createConnection({ uri: `${serverUrlOfRun()}/${name}` });
    try {
      await holder.query("LOCK TABLES hub_state WRITE");
      const question = graphql(JSON.stringify({ query: "{ hub { dataVersion } }" }));
      const wire = open(question.repeat(3));
      await wait(LIMITS.answer / 2);
      const [threads] = await holder.query("SHOW FULL PROCESSLIST");
      const waiting = (threads as { db: string; State: string | null }[]).filter(
        ({ db, State }) => db === name && /lock/i.test(State ?? ""),
      );
      await holder.query("UNLOCK TABLES");
      await wire.answers(3);
      expect([waiting.length, wire.statuses]).toEqual([1, [200, 200, 200]]);
    } finally {
      await holder.query("UNLOCK TABLES");
      await holder.end();
    }
  });

  it("that do nothing make room where all are taken", async () => {
    const idle = Array.from({ length: LIMITS.connections }, () => open(LIVEZ));
    await Promise.all(idle.map((wire) => wire.answers(1)));
    const late = await open(LIVEZ).ended();
    expect(late.text).toBe("");
    await Promise.all(idle.map((wire) => wire.ended()));
    expect((await open(LIVEZ).answers(1)).statuses).toEqual([200]);
    expect(idle.every(({ statuses }) => statuses.length === 1)).toBe(true);
  });

  it("are told that a change goes on before they would be cut", async () => {
    const { authorization } = await hub.authorize({ role: "ADMIN" });
    const holder = await createConnection({ uri: `${serverUrlOfRun()}/${name}` });
    try {
      await holder.query("LOCK TABLES unit WRITE");
      const query = 'mutation { upsertUnit(unit: { name: "壬市审计局" }) { outcome } }';
      const wire = open(graphql(JSON.stringify({ query }), `Authorization: ${authorization}\r\n`));
      await wire.answers(1);
      const after = performance.now() - wire.begun;
      expect(wire.text).toContain("TOO_SLOW");
      expect(wire.statuses).toEqual([503]);
      expect([after >= LIMITS.change, after < LIMITS.stalled]).toEqual([true, true]);
    } finally {
      await holder.query("UNLOCK TABLES");
      await holder.end();
    }
  });
});

describe("the limits of connections", () => {
  it("are refused in an order in which connections are cut under their answers", () => {
    const server = createServer();
    expect(() => limitConnections(server, { ...CONNECTION_LIMITS, change: CONNECTION_LIMITS.stalled })).toThrow(
      "before connections are cut",
    );
    expect(() => limitConnections(server, { ...CONNECTION_LIMITS, stalled: CONNECTION_LIMITS.idle })).toThrow("before connections are cut");
    expect(() => limitConnections(server, CONNECTION_LIMITS)).not.toThrow();
  });
});
