import http from "node:http";
import { once } from "node:events";
import { gunzipSync } from "node:zlib";
import { LIMITS } from "../../../src/graph/limits";
import { startHttpServer } from "../../../src/http/start-http-server";
import type { RunningHttpServer } from "../../../src/http/start-http-server";
import { migrate } from "../../../src/store/migrate";
import { openDatabase } from "../../../src/store/open-database";
import type { Database } from "../../../src/store/open-database";
import { createTestDatabase } from "../../support/databases/create-test-database";
import type { TestDatabase } from "../../support/databases/create-test-database";

interface Entry {
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface RawAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

describe("the HTTP server", () => {
  let home: TestDatabase;
  let database: Database;
  let entries: Entry[];
  const running: RunningHttpServer[] = [];

  const start = async (lameDuckSeconds = 0): Promise<RunningHttpServer> => {
    const server = await startHttpServer({
      database,
      config: { host: "127.0.0.1", port: 0, lameDuckSeconds, responseCache: { maxBytes: 2 ** 24, redisUrl: undefined } },
      log: (level, message, fields = {}) => void entries.push({ level, message, fields }),
    });
    running.push(server);
    return server;
  };

  beforeEach(async () => {
    entries = [];
    home = await createTestDatabase("sqlite");
    database = await openDatabase(home);
    await migrate(database);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
    await database.destroy();
    await home.drop();
  });

  /** Past fetch, which tidies addresses and headers. */
  const ask = async (port: number, options: http.RequestOptions, chunks: readonly string[] = []): Promise<RawAnswer> => {
    const request = http.request({ host: "127.0.0.1", port, path: "/graphql", agent: false, ...options });
    for (const chunk of chunks) request.write(chunk);
    request.end();
    const [response] = (await once(request, "response")) as [http.IncomingMessage];
    const parts: Buffer[] = [];
    for await (const part of response as AsyncIterable<Buffer>) parts.push(part);
    return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) };
  };
  const post = (port: number, query: string): Promise<RawAnswer> =>
    ask(port, { method: "POST", headers: { "content-type": "application/json" } }, [JSON.stringify({ query })]);
  const json = ({ body }: RawAnswer): unknown => JSON.parse(body.toString("utf8"));

  it("says which data an answer speaks of, and not in an answer that was never executed", async () => {
    const { port } = await start();
    await database.query("UPDATE hub_state SET data_version = 7 WHERE id = 1");
    const answered = await post(port, "{ hub { dataVersion } }");
    expect(answered.headers["x-data-version"]).toBe("7");
    expect(json(answered)).toEqual({ data: { hub: { dataVersion: 7 } }, extensions: { dataVersion: 7, price: 1, limits: LIMITS } });
    const refused = await post(port, "{ nothing }");
    expect(refused.headers["x-data-version"]).toBeUndefined();
    expect(json(refused)).not.toHaveProperty("extensions");
  });

  it("refuses a query beyond the highest price before it reads anything", async () => {
    const { port } = await start();
    await database.query("ALTER TABLE hub_state RENAME TO hub_state_gone");
    const query = "{ disclosures(first: 100) { nodes { projects { indicators { project { indicators { name project { name } } } } } } } }";
    const answered = await post(port, query);
    const { errors, extensions } = json(answered) as {
      errors: { message: string; extensions: Record<string, unknown> }[];
      extensions?: object;
    };
    expect(errors.map((one) => one.extensions["code"])).toEqual(["QUERY_TOO_EXPENSIVE"]);
    expect(Number(errors[0]?.extensions["price"])).toBeGreaterThan(100_000);
    expect(errors[0]?.extensions).not.toHaveProperty("http");
    expect(extensions).toBeUndefined();
    expect(entries.filter(({ level }) => level === "error")).toEqual([]);
    const modern = { "content-type": "application/json", accept: "application/graphql-response+json" };
    expect((await ask(port, { method: "POST", headers: modern }, [JSON.stringify({ query })])).status).toBe(400);
  });

  it("refuses a list beyond the limit, written out or as a variable, however deep", async () => {
    const { port } = await start();
    const years = Array.from({ length: 251 }, (_, index) => 2000 + index);
    const written = await post(port, `{ disclosures(where: { years: [${years.join(", ")}] }) { totalCount } }`);
    const query = "query ($where: DisclosureFilter) { disclosures(where: $where) { totalCount } }";
    const send = (variables: object): Promise<RawAnswer> =>
      ask(port, { method: "POST", headers: { "content-type": "application/json" } }, [JSON.stringify({ query, variables })]);
    for (const answered of [written, await send({ where: { years } })]) {
      expect(json(answered)).toMatchObject({ errors: [{ extensions: { code: "LIST_TOO_LONG" } }] });
    }
    expect(json(await send({ where: { years: years.slice(1) } }))).toMatchObject({ data: { disclosures: { totalCount: 0 } } });
  });

  it("masks a failure of its own: neither SQL nor a path nor a stack, but an id that the log knows", async () => {
    const { port } = await start();
    await database.query("ALTER TABLE hub_state RENAME TO hub_state_gone");
    const answered = await post(port, "{ hub { dataVersion } }");
    expect(answered.body.toString()).not.toMatch(/hub_state|select|no such table|node_modules|\.ts|\.js|stack/i);
    const { errors } = json(answered) as { errors: { extensions: { code: string; id: string } }[] };
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions.code).toBe("INTERNAL_SERVER_ERROR");
    const logged = entries.filter(({ level }) => level === "error");
    expect(logged).toHaveLength(1);
    expect(logged[0]?.fields["id"]).toBe(errors[0]?.extensions.id);
    expect(String(logged[0]?.fields["error"])).toContain("hub_state");
  });

  it("is not ready while its database fails, and lives on", async () => {
    const { port } = await start();
    await database.query("ALTER TABLE hub_state RENAME TO hub_state_gone");
    expect((await ask(port, { path: "/readyz" })).status).toBe(503);
    expect((await ask(port, { path: "/livez" })).status).toBe(200);
    await database.query("ALTER TABLE hub_state_gone RENAME TO hub_state");
    expect((await ask(port, { path: "/readyz" })).status).toBe(200);
  });

  it("answers 413 to a body that grows too long as it comes", async () => {
    const { port } = await start();
    const chunks = Array.from({ length: 40 }, () => " ".repeat(4096));
    const answered = await ask(
      port,
      { method: "POST", headers: { "content-type": "application/json", "transfer-encoding": "chunked" } },
      chunks,
    );
    expect(answered.status).toBe(413);
    expect(answered.headers.connection).toBe("close");
    expect(json(answered)).toMatchObject({ errors: [{ extensions: { code: "BODY_TOO_LARGE" } }] });
  });

  it.each(["//", "//evil.example/graphql", "/%", "/explorer/../../package.json", "/explorer/%2e%2e/package.json", "http://"])(
    "answers 404 to the address %s",
    async (path) => {
      const { port } = await start();
      expect((await ask(port, { path })).status).toBe(404);
      expect(entries.filter(({ level }) => level === "error")).toEqual([]);
    },
  );

  it("tells clients that keep their queries at the server to send them whole", async () => {
    const { port } = await start();
    const extensions = { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } };
    const answered = await ask(port, { method: "POST", headers: { "content-type": "application/json" } }, [JSON.stringify({ extensions })]);
    expect(json(answered)).toMatchObject({ errors: [{ extensions: { code: "PERSISTED_QUERY_NOT_SUPPORTED" } }] });
  });

  it("refuses more tokens than the limit, and tells at most so many errors of one document", async () => {
    const { port } = await start();
    expect(json(await post(port, `{ ${"hub { dataVersion } ".repeat(400)} }`))).toMatchObject({
      errors: [{ extensions: { code: "GRAPHQL_PARSE_FAILED" } }],
    });
    const { errors } = json(await post(port, `{ ${Array.from({ length: 50 }, (_, index) => `nothing${index}`).join(" ")} }`)) as {
      errors: unknown[];
    };
    // Five, and that it stopped there.
    expect(errors).toHaveLength(6);
  });

  it("sends what is no page under a policy that lets nothing run, and the page under one that lets its own scripts run", async () => {
    const { port } = await start();
    const data = await post(port, "{ __typename }");
    expect(data.headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
    const page = await ask(port, { path: "/explorer" });
    expect(page.headers["content-security-policy"]).toMatch(/script-src 'self';/);
    expect(page.headers["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
    for (const { headers } of [data, page])
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "access-control-allow-origin": "*" });
  });

  it("sends the explorer compressed to who can read it, and only once", async () => {
    const { port } = await start();
    const path = "/explorer/explorer.js";
    const plain = await ask(port, { path });
    const compressed = await ask(port, { path, headers: { "accept-encoding": "br, gzip" } });
    expect(compressed.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(compressed.body).equals(plain.body)).toBe(true);
    expect(compressed.headers.etag).not.toBe(plain.headers.etag);
    expect((await ask(port, { path, headers: { "accept-encoding": "gzip;q=0" } })).headers["content-encoding"]).toBeUndefined();
    for (const condition of [plain.headers.etag, `"other", W/${plain.headers.etag}`]) {
      const again = await ask(port, { path, headers: { "if-none-match": condition } });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    }
  });

  it("logs a line a request, without its query string, and health in silence", async () => {
    const { port } = await start();
    await ask(port, { path: "/graphql?query=%7B__typename%7D" });
    await ask(port, { path: "/livez" });
    const requests = entries.filter(({ message }) => message === "request");
    expect(requests.map(({ level, fields }) => [level, fields["method"], fields["path"], fields["status"]])).toEqual([
      ["info", "GET", "/graphql", 200],
      ["debug", "GET", "/livez", 200],
    ]);
  });

  it("stops in order: not ready, still answering; then running requests end; then nobody is let in", async () => {
    const server = await start(1);
    const { port } = server;
    // A connection that stays open, as a balancer's does.
    const agent = new http.Agent({ keepAlive: true });
    expect((await ask(port, { path: "/readyz", agent })).status).toBe(200);
    const slow = http.request({
      host: "127.0.0.1",
      port,
      path: "/graphql",
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    slow.write('{"query":');
    const begun = performance.now();
    const stopped = server.stop();
    expect(server.stop()).toBe(stopped);
    const lame = await ask(port, { path: "/readyz" });
    expect([lame.status, lame.headers.connection]).toEqual([503, "close"]);
    expect((await ask(port, { path: "/livez" })).status).toBe(200);
    setTimeout(() => slow.end('"{ hub { dataVersion } }"}'), 1500);
    const [answered] = (await once(slow, "response")) as [http.IncomingMessage];
    answered.resume();
    expect(answered.statusCode).toBe(200);
    await stopped;
    expect(performance.now() - begun).toBeGreaterThan(1400);
    expect(performance.now() - begun).toBeLessThan(10_000);
    agent.destroy();
    await expect(ask(port, { path: "/livez" })).rejects.toThrow("ECONNREFUSED");
  });
});
