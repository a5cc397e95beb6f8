import { readFileSync } from "node:fs";
import path from "node:path";
import { createLog } from "../../../src/http/create-log";
import { startHttpServer } from "../../../src/http/start-http-server";
import type { RunningHttpServer } from "../../../src/http/start-http-server";
import { migrate } from "../../../src/store/migrate";
import { openDatabase } from "../../../src/store/open-database";
import type { Database } from "../../../src/store/open-database";
import { createTestDatabase } from "../../support/databases/create-test-database";
import type { TestDatabase } from "../../support/databases/create-test-database";

describe("the hub in operation", () => {
  let home: TestDatabase;
  let database: Database;
  let server: RunningHttpServer;
  const lines: string[] = [];

  beforeAll(async () => {
    home = await createTestDatabase("sqlite");
    database = await openDatabase(home);
    await migrate(database);
    server = await startHttpServer({
      database,
      config: {
        host: "127.0.0.1",
        port: 0,
        lameDuckSeconds: 0,
        responseCache: { maxBytes: 2 ** 24, redisUrl: undefined },
        rateLimit: { pointsPerMinute: 400, redisUrl: undefined },
        trustedProxies: ["127.0.0.1"],
      },
      log: createLog("info", (line) => lines.push(line)),
    });
  });
  afterAll(async () => {
    await server.stop();
    await database.destroy();
    await home.drop();
  });

  const ask = (query: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${server.port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query }),
    });
  const metrics = async (): Promise<string> => (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();

  it("logs under the id that the client gets what was asked, at which price, in how many statements", async () => {
    const answered = await ask("query Overview { fiscalYears { year } hub { dataVersion } }");
    await answered.text();
    const id = answered.headers.get("x-request-id");
    const entry = lines.map((line) => JSON.parse(line) as Record<string, unknown>).find((one) => one["id"] === id);
    expect(entry).toMatchObject({
      level: "info",
      message: "request",
      path: "/graphql",
      status: 200,
      operation: "Overview",
      price: 11,
      statements: 1,
    });
  });

  it("counts operations by name, and those beyond a hundred names together", async () => {
    await Promise.all(Array.from({ length: 120 }, async (_, index) => (await ask(`query N${index} { __typename }`)).text()));
    const text = await metrics();
    const names = new Set([...text.matchAll(/hub_requests_total\{path="\/graphql",operation="([^"]*)"/g)].map((match) => match[1]));
    expect(names.size).toBeLessThanOrEqual(102);
    expect(names).toContain("(other)");
  });

  it.each([
    ["grafana-dashboard.json", 9],
    ["prometheus-alerts.yaml", 6],
  ])("speaks in %s of nothing that is not measured", async (file, least) => {
    const text = await metrics();
    const names = new Set(readFileSync(path.join(__dirname, "../../../deploy", file), "utf8").match(/\b(hub|nodejs|process)_\w+/g));
    expect(names.size).toBeGreaterThanOrEqual(least);
    for (const name of names) expect(text).toContain(`# HELP ${name.replace(/_bucket$/, "")} `);
  });

  it("lets a caller spend so much, dear questions more, and tells when to come back; others are not concerned", async () => {
    const from = (address: string) => ({ "x-forwarded-for": address });
    const dear = "{ disclosures(first: 100) { nodes { figures { measure { code } } } } }";
    const statuses: number[] = [];
    let refused: Response | undefined;
    for (let index = 0; index < 10 && !refused; index++) {
      const answered = await ask(dear.replace("100", String(100 - index)), from("198.51.100.7"));
      statuses.push(answered.status);
      if (answered.status === 429) refused = answered;
      else await answered.text();
    }
    expect(statuses.length).toBeGreaterThan(1);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(refused?.headers.get("ratelimit-remaining")).toBe("0");
    expect(await refused?.json()).toMatchObject({ errors: [{ extensions: { code: "RATE_LIMITED" } }] });
    // What the client writes into the header itself changes nothing.
    expect((await ask("{ __typename }", from("203.0.113.1, 198.51.100.7"))).status).toBe(429);
    expect((await ask("{ __typename }", from("198.51.100.8"))).status).toBe(200);
  });
});
