import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { createApiKey } from "../../../src/store/api-keys";
import { migrate } from "../../../src/store/migrate";
import { openDatabase } from "../../../src/store/open-database";
import { createTestDatabase } from "../../support/databases/create-test-database";
import type { TestDatabase } from "../../support/databases/create-test-database";
import { testEngines } from "../../support/databases/test-engines";
import { startHub } from "../../support/start-hub";
import { TraceCollector } from "../../support/trace-collector";
import type { CollectedSpan } from "../../support/trace-collector";

const DOCUMENT = path.join(PACKAGE_ROOT, "samples/2022/yunxi-culture-final-accounts.txt");
const SPAN = "00f067aa0ba902b7";
/** Each request is part of a trace of its sender's. */
const TRACES = {
  query: "4bf92f3577b34da6a3ce929d0e0e4736",
  wrong: "5bf92f3577b34da6a3ce929d0e0e4736",
  upload: "6bf92f3577b34da6a3ce929d0e0e4736",
  import: "7bf92f3577b34da6a3ce929d0e0e4736",
  export: "8bf92f3577b34da6a3ce929d0e0e4736",
} as const;
const SECRET = "三公经费的秘密";

describe.each(testEngines())("traces, on %s,", (engine) => {
  const collector = new TraceCollector();
  let home: TestDatabase;
  let key = "";
  let output = "";

  beforeAll(async () => {
    const endpoint = await collector.open();
    home = await createTestDatabase(engine);
    const database = await openDatabase(home);
    await migrate(database);
    key = (await createApiKey(database, { name: "示例", role: "EDITOR", units: null, expiresAt: null }, "test")).secret;
    const hub = await startHub({
      ...(home.url === undefined ? {} : { DATABASE_URL: home.url }),
      DATA_DIR: home.dataDir,
      LOG_LEVEL: "info",
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
      OTEL_SERVICE_NAME: "hub-under-test",
    });
    const send = async (trace: keyof typeof TRACES, address: string, init: RequestInit, ...statuses: number[]): Promise<string> => {
      const headers = { "content-type": "application/json", ...init.headers, traceparent: `00-${TRACES[trace]}-${SPAN}-01` };
      const answered = await fetch(`http://127.0.0.1:${hub.port}${address}`, { ...init, headers });
      expect(statuses).toContain(answered.status);
      return answered.text();
    };
    const ask = (trace: keyof typeof TRACES, query: string, variables: object, ...statuses: number[]): Promise<string> => {
      const authorization = `Bearer ${key}`;
      return send(
        trace,
        "/graphql",
        { method: "POST", headers: { authorization }, body: JSON.stringify({ query, variables }) },
        ...statuses,
      );
    };
    await ask("query", "query Overview($text: String!) { search(text: $text, first: 3) { totalCount } }", { text: SECRET }, 200);
    await ask("wrong", "query Wrong { nothing }", {}, 200);
    const file = {
      method: "POST",
      headers: { "content-type": "text/plain", authorization: `Bearer ${key}` },
      body: await readFile(DOCUMENT),
    };
    const { id } = JSON.parse(await send("upload", "/documents?fileName=a.txt", file, 201)) as { id: string };
    // On a busy machine the answer is that it takes long, and the import goes on.
    await ask("import", "mutation Take($document: ID!) { importDisclosure(document: $document) { outcome } }", { document: id }, 200, 503);
    while ((await database.query<object[]>("SELECT id FROM disclosure_revision")).length === 0) await wait(50);
    await send("export", "/export/compare.ndjson?measures=EXPENDITURE_TOTAL&years=2022", {}, 200);
    await database.destroy();
    expect((await hub.stop()).code).toBe(0);
    output = hub.output();
  }, 60_000);
  afterAll(async () => {
    await collector.close();
    await home.drop();
  });

  const traceOf = (name: keyof typeof TRACES): readonly CollectedSpan[] =>
    collector.spans.filter(({ traceId }) => traceId === TRACES[name]);
  const only = (spans: readonly CollectedSpan[], name: string): CollectedSpan => {
    const found = spans.filter((span) => span.name === name);
    expect([name, spans.map((span) => span.name), found.length]).toEqual([name, expect.anything(), 1]);
    return found[0] as CollectedSpan;
  };
  const below = (spans: readonly CollectedSpan[], parent: CollectedSpan): readonly CollectedSpan[] =>
    spans.filter(({ parentSpanId }) => parentSpanId === parent.spanId);
  const isStatement = ({ attributes }: CollectedSpan): boolean => typeof attributes["db.query.text"] === "string";

  it("go on from the sender's: the request, the operation below it, its statements below that", () => {
    const spans = traceOf("query");
    const request = only(spans, "POST /graphql");
    expect(request).toMatchObject({ parentSpanId: SPAN, service: "hub-under-test" });
    expect(request.attributes).toMatchObject({ "http.request.method": "POST", "http.route": "/graphql", "http.response.status_code": 200 });
    const operation = only(spans, "query Overview");
    expect(operation.parentSpanId).toBe(request.spanId);
    expect(operation.attributes).toMatchObject({ "graphql.operation.name": "Overview", "graphql.operation.type": "query" });
    expect(Number(operation.attributes["hub.price"])).toBeGreaterThan(0);
    const statements = below(spans, operation).filter(isStatement);
    expect(statements.length).toBeGreaterThanOrEqual(1);
    for (const { name, attributes } of statements) expect([name, attributes["db.system.name"]]).toEqual(["SELECT", engine]);
  });

  it("tell of a query that is refused", () => {
    const spans = traceOf("wrong");
    expect(only(spans, "POST /graphql").parentSpanId).toBe(SPAN);
    expect(below(spans, only(spans, "POST /graphql")).some(({ attributes }) => attributes["graphql.operation.type"] === "query")).toBe(
      true,
    );
  });

  it("show an import step by step: read in a child process, stored in one transaction", () => {
    const spans = traceOf("import");
    const operation = only(spans, "mutation Take");
    const imported = only(spans, "import");
    const read = only(spans, "read");
    const store = only(spans, "store");
    expect(imported.parentSpanId).toBe(operation.spanId);
    expect([read.parentSpanId, store.parentSpanId]).toEqual([imported.spanId, imported.spanId]);
    const steps = below(spans, read);
    expect(steps.map(({ name }) => name)).toEqual(["extract", "parse", "check"]);
    const times = [
      read.startTimeUnixNano,
      ...steps.flatMap((step) => [step.startTimeUnixNano, step.endTimeUnixNano]),
      read.endTimeUnixNano,
    ];
    expect(times.map(BigInt)).toEqual(times.map(BigInt).sort((one, other) => (one < other ? -1 : 1)));
    const statements = below(spans, store).filter(isStatement);
    expect(statements.at(-1)?.name).toBe("COMMIT");
    expect(statements.filter(({ name }) => name === "INSERT").length).toBeGreaterThan(5);
  });

  it("show what a door reads", () => {
    const spans = traceOf("export");
    const request = only(spans, "GET /export");
    expect(request.parentSpanId).toBe(SPAN);
    expect(below(spans, request).filter(isStatement).length).toBeGreaterThan(1);
  });

  it("hold no value of a question, no key and no word of a document", () => {
    expect(collector.text).toContain("db.query.text");
    for (const word of [SECRET, key, "云溪市"]) expect([word, collector.text.includes(word)]).toEqual([word, false]);
  });

  it("do not tell of those who watch whether the hub lives", () => {
    expect(collector.spans.filter(({ name }) => /livez|readyz|metrics/.test(name))).toEqual([]);
  });

  it("have their id in the lines of the log", () => {
    const lines = output.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as Record<string, unknown>] : []));
    for (const traceId of Object.values(TRACES))
      expect(lines.filter((line) => line["message"] === "request" && line["traceId"] === traceId)).toHaveLength(1);
  });
});

it("load nothing where nobody collects them", async () => {
  const program = `
    require("reflect-metadata");
    require("./dist/src/cli/serve.command.js");
    const loaded = Object.keys(require.cache).filter((file) => /@opentelemetry.(sdk|exporter|otlp|resources)/.test(file));
    process.stdout.write(JSON.stringify(loaded));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", program], { cwd: PACKAGE_ROOT });
  expect(JSON.parse(stdout)).toEqual([]);
});
