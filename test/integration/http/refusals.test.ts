import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { createApiKey } from "../../../src/store/api-keys";
import { openDatabase } from "../../../src/store/open-database";
import { createTestDatabase } from "../../support/databases/create-test-database";
import type { TestDatabase } from "../../support/databases/create-test-database";

const JSON_TYPE = { "content-type": "application/json" };
const REVEALING =
  /node_modules|\.[jt]s\b|\bat \w+ \(|SELECT |FROM |SQLITE|no such table|127\.0\.0\.1|localhost|stack|\/tmp|\/home|\/work|Apollo|undefined/i;
const ask = (query: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: "POST",
  headers: { ...JSON_TYPE, ...headers },
  body: JSON.stringify({ query }),
});
const post = (body: string, headers: Readonly<Record<string, string>>): RequestInit => ({ method: "POST", headers, body });
const GRAPHQL_RESPONSE = { accept: "application/graphql-response+json" };
const NO_KEY = { authorization: "Bearer nothing" };

const named = (query: string, operationName?: string): RequestInit =>
  post(JSON.stringify({ query, operationName }), { ...JSON_TYPE, ...GRAPHQL_RESPONSE });

/** Over HTTP as it should be: what is sent, and the status and code of the refusal. */
const REFUSED: readonly (readonly [string, string, RequestInit, number, string])[] = [
  ["an address where nothing is", "/nothing/at/all", {}, 404, "NOT_FOUND"],
  ["an address that is none", "//", {}, 404, "NOT_FOUND"],
  ["a file of the pages that is not there", "/assets/none.js", {}, 404, "NOT_FOUND"],
  ["a method of no use", "/graphql", { method: "PUT", body: "{}" }, 405, "METHOD_NOT_ALLOWED"],
  ["a POST of the feed", "/feed.atom", { method: "POST", body: "{}" }, 405, "METHOD_NOT_ALLOWED"],
  ["a mutation by GET", "/graphql?query=mutation%7B__typename%7D", {}, 405, "BAD_REQUEST"],
  ["a type that nobody answers in", "/graphql", ask("{ __typename }", { accept: "text/plain" }), 406, "BAD_REQUEST"],
  ["no JSON", "/graphql", post("{", JSON_TYPE), 400, "BAD_REQUEST"],
  ["no query", "/graphql", post("{}", JSON_TYPE), 400, "BAD_REQUEST"],
  ["a query that does not parse", "/graphql", ask("{", GRAPHQL_RESPONSE), 400, "GRAPHQL_PARSE_FAILED"],
  ["a field that does not exist", "/graphql", ask("{ nothing }", GRAPHQL_RESPONSE), 400, "GRAPHQL_VALIDATION_FAILED"],
  ["an operation that is not in the document", "/graphql", named("{ __typename }", "Other"), 400, "OPERATION_RESOLUTION_FAILURE"],
  ["a name that is no text", "/graphql", named("{ __typename }", "\ud800"), 400, "OPERATION_RESOLUTION_FAILURE"],
  [
    "two operations without a choice",
    "/graphql",
    named("query A { __typename } query B { __typename }"),
    400,
    "OPERATION_RESOLUTION_FAILURE",
  ],
  ["a plot of nothing", "/charts/compare.svg", {}, 400, "INVALID_ARGUMENT"],
  ["a plot of nothing in a frame", "/embed/compare", {}, 400, "INVALID_ARGUMENT"],
  ["an export of no disclosure", "/export/disclosure.xlsx", {}, 400, "INVALID_ARGUMENT"],
  ["what is no message of a model", "/mcp", post("{", { ...JSON_TYPE, accept: "application/json, text/event-stream" }), 400, "BAD_REQUEST"],
  ["an export of an unknown measure", "/export/compare.csv?measures=NOTHING", {}, 400, "INVALID_ARGUMENT"],
  ["a key that opens nothing", "/graphql", ask("{ __typename }", NO_KEY), 401, "KEY_UNKNOWN"],
  ["a key that is none", "/feed.atom", { headers: { authorization: "Basic eDp5" } }, 401, "AUTHORIZATION_INVALID"],
  ["a document without a key", "/documents", { method: "POST", body: "x" }, 401, "UNAUTHENTICATED"],
  ["a page of another site", "/mcp", post("{}", { ...JSON_TYPE, origin: "https://example.org" }), 403, "ORIGIN_REFUSED"],
  ["a body of 65 kB", "/graphql", post(" ".repeat(66_000), JSON_TYPE), 413, "BODY_TOO_LARGE"],
  ["a form", "/graphql", post("query=x", { "content-type": "application/x-www-form-urlencoded" }), 415, "UNSUPPORTED_MEDIA_TYPE"],
  ["a compressed body", "/graphql", post("x", { ...JSON_TYPE, "content-encoding": "gzip" }), 415, "UNSUPPORTED_ENCODING"],
];

/** What Node's parser does not hand on. */
const MALFORMED: readonly (readonly [string, string, number, string])[] = [
  ["what is not HTTP", "nonsense\r\n\r\n", 400, "BAD_REQUEST"],
  ["two lengths", "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400, "BAD_REQUEST"],
  ["a chunk without a length", "POST /graphql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400, "BAD_REQUEST"],
  ["no Host", "GET /livez HTTP/1.1\r\n\r\n", 400, "BAD_REQUEST"],
  ["two Hosts", "GET /livez HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "BAD_REQUEST"],
  ["the address of a proxy where nothing is", "GET http://a/nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 404, "NOT_FOUND"],
  ["headers of 20 kB", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431, "HEADERS_TOO_LARGE"],
  ["an expectation", "GET / HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\n\r\n", 417, "EXPECTATION_FAILED"],
  ["中文 in the address of a POST", "POST /graphql?query=支出 HTTP/1.1\r\nHost: a\r\n\r\n", 400, "ADDRESS_NOT_ENCODED"],
  ["中文 in an address that leads elsewhere", "GET //example.org/支出 HTTP/1.1\r\nHost: a\r\n\r\n", 400, "ADDRESS_NOT_ENCODED"],
  ["the same by a backslash", "GET /\\example.org/支出 HTTP/1.1\r\nHost: a\r\n\r\n", 400, "ADDRESS_NOT_ENCODED"],
  ["a tunnel", "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", 405, "METHOD_NOT_ALLOWED"],
];
const SLOW_HEADERS = "GET / HTTP/1.1\r\nHost: a\r\n";
const SLOW_BODY = "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";

interface Running {
  readonly port: number;
  readonly process: ChildProcess;
  log: string;
}

describe.each(["unset", "production", "development", "test"])("what is refused with NODE_ENV %s", (environment) => {
  let home: TestDatabase;
  let hub: Running;
  let callers = 0;
  let slow: readonly Promise<string>[];

  beforeAll(async () => {
    home = await createTestDatabase("sqlite");
    const { NODE_ENV: _, DATABASE_URL: __, ...rest } = process.env;
    const child = spawn(process.execPath, [path.join(PACKAGE_ROOT, "dist/src/cli/main.js"), "serve"], {
      env: {
        ...rest,
        ...(environment !== "unset" && { NODE_ENV: environment }),
        DATA_DIR: home.dataDir,
        HOST: "127.0.0.1",
        PORT: "0",
        SAMPLE_DATA: "false",
        RATE_LIMIT_PER_MINUTE: "3",
        TRUSTED_PROXIES: "127.0.0.1",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    const port = new Promise<number>((resolve) =>
      child.stdout.on("data", (chunk: Buffer) => {
        said += String(chunk);
        const found = /localhost:(\d+)\/graphql/.exec(said)?.[1];
        if (found !== undefined) resolve(Number(found));
      }),
    );
    const running: Running = { port: 0, process: child, log: "" };
    child.stderr.on("data", (chunk: Buffer) => (running.log += String(chunk)));
    hub = Object.assign(running, { port: await port });
    // What takes long goes on beside the rest.
    slow = [exchange(SLOW_HEADERS), exchange(SLOW_BODY)];
  }, 60_000);
  afterAll(async () => {
    const ended = once(hub.process, "exit");
    hub.process.kill("SIGTERM");
    await ended;
    await home.drop();
  });

  const send = (address: string, init: RequestInit = {}, caller = `198.51.100.${(callers += 1)}`): Promise<Response> =>
    fetch(`http://127.0.0.1:${hub.port}${address}`, { ...init, headers: { ...init.headers, "x-forwarded-for": caller } });
  const exchange = async (bytes: string | Buffer): Promise<string> => {
    const socket = net.connect(hub.port, "127.0.0.1");
    socket.on("error", () => undefined);
    let answer = "";
    socket.on("data", (chunk) => (answer += String(chunk)));
    socket.write(bytes);
    await once(socket, "close");
    return answer;
  };
  const expectShort = (text: string, code: string): void => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(512);
    expect(text).not.toMatch(REVEALING);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ message: expect.any(String) as string, extensions: { code } }] });
  };
  const expectRefusal = async (answered: Response, status: number, code: string): Promise<void> => {
    const text = await answered.text();
    expect([answered.status, answered.headers.get("content-type")]).toEqual([status, expect.stringMatching(/json/)]);
    expectShort(text, code);
  };
  const expectRaw = (answer: string, status: number, code: string): void => {
    const [head = "", body = ""] = answer.split("\r\n\r\n");
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toMatch(/content-type: application\/json/i);
    expectShort(body, code);
  };

  it.each(REFUSED)("%s", async (_, address, init, status, code) => {
    await expectRefusal(await send(address, init), status, code);
  });

  it.each(MALFORMED)("%s", async (_, bytes, status, code) => {
    expectRaw(await exchange(bytes), status, code);
  });

  it("中文 typed into an address: moved to the same address as it is written, which answers", async () => {
    const answer = await exchange("GET /units?text=普陀&lang=zh HTTP/1.1\r\nHost: a\r\n\r\n");
    expectRaw(answer, 301, "ADDRESS_NOT_ENCODED");
    const [, location = ""] = /^location: (.+)\r$/im.exec(answer) ?? [];
    expect(location).toBe("/units?text=%E6%99%AE%E9%99%80&lang=zh");
    expect((await send(location)).status).toBe(200);
  });

  it("bytes in an address that are no UTF-8", async () => {
    expectRaw(
      await exchange(Buffer.from("GET /units?text=\xc6\xd5\xcd\xd3 HTTP/1.1\r\nHost: a\r\n\r\n", "latin1")),
      400,
      "ADDRESS_NOT_ENCODED",
    );
  });

  it("more than a caller may ask in a minute", async () => {
    for (let index = 0; index < 3; index += 1) await (await send("/graphql", ask("{ __typename }"), "203.0.113.1")).text();
    await expectRefusal(await send("/graphql", ask("{ __typename }"), "203.0.113.1"), 429, "RATE_LIMITED");
  });

  it("answers to the whole address too, as a proxy is asked", async () => {
    const answer = await exchange("GET http://a/livez?x=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1.1 200 [^]*\{"live":true\}$/);
  });

  it("does not take for a failure of its own that a sender goes away", async () => {
    const socket = net.connect(hub.port, "127.0.0.1");
    socket.write(SLOW_BODY);
    await wait(100);
    socket.destroy();
    const metrics = async (): Promise<string> => (await send("/metrics")).text();
    while (!/hub_requests_total\{path="\/graphql",operation="",status="400"\} [1-9]/.test(await metrics())) await wait(20);
    expect(await metrics()).toMatch(/^hub_errors_total 0$/m);
  });

  it("failures of its own: masked, under an id that is in the log", async () => {
    const database = await openDatabase(home);
    const { secret } = await createApiKey(database, { name: "示例", role: "EDITOR", units: null, expiresAt: null }, "test");
    await database.query("ALTER TABLE disclosure_revision RENAME TO somewhere_else");
    await expectRefusal(await send("/feed.atom"), 500, "INTERNAL_SERVER_ERROR");
    const answered = await send("/graphql", ask("{ disclosures { nodes { id } } }"));
    const text = await answered.text();
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_048);
    expect(text).not.toMatch(REVEALING);
    const [error] = (JSON.parse(text) as { errors: { message: string; extensions: { code: string; id: string } }[] }).errors;
    expect(error?.extensions.code).toBe("INTERNAL_SERVER_ERROR");
    const id = error?.extensions.id ?? "";
    expect(error?.message).toContain(id);
    await database.query("ALTER TABLE uploaded_document RENAME TO somewhere_else_too").catch(() => undefined);
    await database.query("ALTER TABLE source_document RENAME TO somewhere_else_three").catch(() => undefined);
    await expectRefusal(
      await send("/documents", { method: "POST", body: "%PDF-1.7", headers: { authorization: `Bearer ${secret}` } }),
      500,
      "INTERNAL_SERVER_ERROR",
    );
    await database.query("ALTER TABLE hub_state RENAME TO somewhere_else_four");
    await expectRefusal(await send("/readyz"), 503, "NOT_READY");
    await database.destroy();
    while (!hub.log.includes(id)) await wait(10);
    expect(hub.log.split("\n").find((line) => line.includes(id))).toMatch(/no such table/);
  });

  it("requests that do not come in whole", async () => {
    for (const answer of await Promise.all(slow)) expectRaw(answer, 408, "REQUEST_TIMEOUT");
  }, 30_000);
});
