import { setTimeout as wait } from "node:timers/promises";
import { createConnection } from "mysql2/promise";
import type { Connection, RowDataPacket } from "mysql2/promise";
import { createLog } from "../../../src/http/create-log";
import { createRoutes } from "../../../src/http/create-routes";
import type { RouteSources } from "../../../src/http/create-routes";
import { splitAddress } from "../../../src/http/route";
import { startHttpServer } from "../../../src/http/start-http-server";
import type { RunningHttpServer } from "../../../src/http/start-http-server";
import { migrate } from "../../../src/store/migrate";
import { openDatabase } from "../../../src/store/open-database";
import type { Database } from "../../../src/store/open-database";
import { createTestDatabase } from "../../support/databases/create-test-database";
import type { TestDatabase } from "../../support/databases/create-test-database";
import { testEngines } from "../../support/databases/test-engines";

const COMPARED = "measures=EXPENDITURE_TOTAL&years=2023,2024&includeEmpty=true";
const compared = (path: string, more = ""): Sent => ({ path: `${path}?${COMPARED}${more}` });
const tool = (name: string, given: object): Sent => ({
  path: "/mcp",
  body: { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: given } },
});

interface Sent {
  readonly path: string;
  readonly body?: unknown;
}

/** Everything that makes the hub work. */
const DOORS: readonly (readonly [string, Sent])[] = [
  ["/graphql", { path: "/graphql", body: { query: "{ disclosures { totalCount } }" } }],
  ["/export/compare.csv", compared("/export/compare.csv")],
  ["/export/compare.xlsx", compared("/export/compare.xlsx")],
  ["/export/compare.ndjson", compared("/export/compare.ndjson")],
  ["/export/findings.csv", { path: "/export/findings.csv" }],
  ["/charts/compare.svg", compared("/charts/compare.svg")],
  ["/embed/compare", compared("/embed/compare")],
  ["/feed.atom", { path: "/feed.atom" }],
  ["/mcp", tool("find_units", { text: "司法" })],
];

describe.each(testEngines().filter((engine) => engine !== "sqlite"))("what makes the hub work, on %s", (engine) => {
  let home: TestDatabase;
  let database: Database;
  let server: RunningHttpServer;
  let side: Connection;
  const lines: string[] = [];
  let callers = 0;

  beforeAll(async () => {
    home = await createTestDatabase(engine);
    database = await openDatabase(home);
    await migrate(database);
    server = await startHttpServer({
      database,
      config: {
        host: "127.0.0.1",
        port: 0,
        lameDuckSeconds: 0,
        responseCache: { maxBytes: 0, redisUrl: undefined },
        rateLimit: { pointsPerMinute: 3, redisUrl: undefined },
        trustedProxies: ["127.0.0.1"],
      },
      log: createLog("info", (line) => lines.push(line)),
    });
    side = await createConnection({ uri: home.url ?? "" });
  });
  afterAll(async () => {
    await side.end();
    await server.stop();
    await database.destroy();
    await home.drop();
  });

  const newCaller = (): string => `198.51.${(callers += 1) >> 8}.${callers & 255}`;
  const send = ({ path, body }: Sent, caller = newCaller(), signal?: AbortSignal): Promise<Response> =>
    fetch(`http://127.0.0.1:${server.port}${path}`, {
      headers: { "x-forwarded-for": caller, "content-type": "application/json", accept: "application/json, text/event-stream, */*" },
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  const expectRefusal = async (answered: Response, status: number, code: string): Promise<void> => {
    const text = await answered.text();
    expect([answered.status, text.length <= 512, Number(answered.headers.get("retry-after")) >= 1]).toEqual([status, true, true]);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code } }] });
  };
  /** Statements that the server works on for the hub. */
  const statementsAtWork = async (): Promise<number> => {
    const [rows] = await side.query<RowDataPacket[]>(
      "SELECT COUNT(*) AS count FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND COMMAND = 'Query' AND ID <> CONNECTION_ID()",
    );
    return Number(rows[0]?.["count"]);
  };
  const until = async (isSo: (count: number) => boolean): Promise<number> => {
    const begun = performance.now();
    while (!isSo(await statementsAtWork())) {
      if (performance.now() - begun > 8_000) throw new Error("It did not come to that within 8 s");
      await wait(20);
    }
    return performance.now() - begun;
  };
  /** While it runs no statement over these tables comes to its end. */
  const withLock = async (work: () => Promise<void>): Promise<void> => {
    await side.query("LOCK TABLES hub_state WRITE");
    try {
      await work();
    } finally {
      await side.query("UNLOCK TABLES");
    }
  };

  it.each(DOORS)("%s is answered, and tells the log its price and its statements", async (_, sent) => {
    const answered = await send(sent);
    expect(answered.status).toBe(200);
    await answered.arrayBuffer();
    const id = answered.headers.get("x-request-id");
    const entry = (): unknown => lines.map((line) => JSON.parse(line) as Record<string, unknown>).find((one) => one["id"] === id);
    while (entry() === undefined) await wait(5);
    expect(entry()).toMatchObject({ status: 200, price: expect.any(Number) as number, statements: expect.any(Number) as number });
  });

  it.each(DOORS)("%s takes from the budget of its caller, and is refused when it is spent", async (_, sent) => {
    const caller = newCaller();
    const statuses: number[] = [];
    let last = await send(sent, caller);
    while (last.status === 200 && statuses.length < 5) {
      statuses.push(last.status);
      await last.arrayBuffer();
      last = await send(sent, caller);
    }
    expect(statuses.length).toBeLessThanOrEqual(3);
    await expectRefusal(last, 429, "RATE_LIMITED");
  });

  it("each of them ends in time where the database does not, and nothing goes on there", async () => {
    const answers: unknown[] = [];
    await withLock(async () => {
      const begun = performance.now();
      const askAt = async ([door, sent]: (typeof DOORS)[number]): Promise<unknown> => {
        const answered = await send(sent);
        const text = await answered.text();
        const isInTime = performance.now() - begun < 6_000;
        // A tool's answer is a whole answer, in which the tool says that it failed.
        const isRefusal =
          door === "/mcp" && answered.status === 200 ? /UNAVAILABLE|failed/.test(text) : answered.status === 503 && text.length <= 512;
        return { door, isInTime, isRefusal };
      };
      answers.push(...(await Promise.all(DOORS.map(askAt))));
      await until((count) => count === 0);
    });
    expect(answers).toEqual(DOORS.map(([door]) => ({ door, isInTime: true, isRefusal: true })));
  }, 20_000);

  it.each(DOORS)(
    "%s stops when its client leaves",
    async (_, sent) => {
      await withLock(async () => {
        const leaving = new AbortController();
        const answered = send(sent, newCaller(), leaving.signal).catch(() => undefined);
        await until((count) => count > 0);
        leaving.abort();
        // By itself the server would work on for 2.8 s.
        expect(await until((count) => count === 0)).toBeLessThan(1_500);
        await answered;
      });
    },
    20_000,
  );
});

it("is all that is refused under load, and nothing that watches over the hub is", () => {
  const routes = createRoutes({} as RouteSources);
  const isWork = (address: string): boolean => routes.find(({ matches }) => matches(splitAddress(address).pathname))?.isWork === true;
  for (const [, { path }] of DOORS) expect([path, isWork(path)]).toEqual([path, true]);
  for (const path of ["/livez", "/readyz", "/metrics", "/"]) expect([path, isWork(path)]).toEqual([path, false]);
});
