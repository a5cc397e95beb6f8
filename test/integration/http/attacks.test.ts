import { gzipSync } from "node:zlib";
import { getIntrospectionQuery } from "graphql";
import { LIMITS } from "../../../src/graph/limits";
import { MEASURES } from "../../../src/model/measures";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const JSON_TYPE = { "content-type": "application/json" };
const repeat = (count: number, one: (index: number) => string): string => Array.from({ length: count }, (_, index) => one(index)).join(" ");
const nest = (depth: number, field: string, leaf: string): string => (depth === 0 ? leaf : `${field} { ${nest(depth - 1, field, leaf)} }`);

interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

const query = (text: string, variables?: unknown): Sent => ({ body: JSON.stringify({ query: text, variables }) });
const get = (parameters: Readonly<Record<string, string>>): Sent => ({
  method: "GET",
  path: `?${new URLSearchParams(parameters).toString()}`,
});
const body = (text: string | Buffer, headers: Readonly<Record<string, string>> = {}): Sent => ({ body: text, headers });

const FILTERED = "query ($where: DisclosureFilter) { disclosures(where: $where) { totalCount } }";
const MUTATION = 'mutation { publishDisclosure(id: "1") { __typename } }';
/** It answers one number, and takes in every budget subject in every year. */
const wideComparison = (units: string, measures: readonly string[]): string =>
  `compare(where: { units: [${units}], yearFrom: 2008, yearTo: 2100 }, measures: [${measures.join(", ")}], subjectLevel: ITEM, first: 1) { totalCount }`;
const TWELVE = Object.keys(MEASURES).slice(0, 12);
const longList = repeat(LIMITS.maxListLength + 1, String);

/** What is tried, what is sent, and what the answer says. An attack that passes on purpose stands in the list below. */
const ATTACKS: readonly (readonly [string, Sent, string])[] = [
  // The denials of service of graphql-cop.
  ["100 aliases of one field", query(`{ ${repeat(100, (index) => `a${index}: hub { dataVersion }`)} }`), "at most 50 aliases"],
  ["a batch of queries", body(JSON.stringify(Array(10).fill({ query: "{ __typename }" }))), "BAD_REQUEST"],
  ["50 directives on one field", query(`{ hub { dataVersion ${"@skip(if: false) ".repeat(50)} } }`), "GRAPHQL_VALIDATION_FAILED"],
  ["50 unknown directives", query(`{ hub { dataVersion ${repeat(50, (index) => `@d${index}`)} } }`), "GRAPHQL_VALIDATION_FAILED"],
  ["500 times the same field", query(`{ hub { ${"dataVersion ".repeat(1000)} } }`), "GRAPHQL_PARSE_FAILED"],
  [
    "introspection in a circle",
    query(`{ __schema { types { ${"fields { type { ".repeat(6)} name ${"} } ".repeat(6)} } } }`),
    "Maximum introspection depth",
  ],
  ["a mutation by GET", get({ query: MUTATION }), "errors"],
  [
    "a mutation by GET beside a query",
    get({ query: `query Q { __typename } ${MUTATION.replace("mutation", "mutation M")}`, operationName: "M" }),
    "errors",
  ],
  [
    "a form",
    body(`query=${encodeURIComponent("{ __typename }")}`, { "content-type": "application/x-www-form-urlencoded" }),
    "UNSUPPORTED_MEDIA_TYPE",
  ],
  ["a form in parts", body("--x\r\n\r\n{}\r\n--x--", { "content-type": "multipart/form-data; boundary=x" }), "UNSUPPORTED_MEDIA_TYPE"],
  [
    "plain text, which pages send without asking",
    body('{"query":"{ __typename }"}', { "content-type": "text/plain" }),
    "UNSUPPORTED_MEDIA_TYPE",
  ],
  ["a GET that says it is a form", { ...get({ query: "{ __typename }" }), headers: { "content-type": "text/plain" } }, "BAD_REQUEST"],
  // Deep, wide, in circles.
  ["fields 20 deep", query(`{ subject(code: "204") { ${nest(20, "parent", "code")} } }`), "nest at most"],
  [
    "fields 20 deep in a fragment",
    query(`{ subject(code: "204") { ...A } } fragment A on BudgetSubject { ${nest(20, "parent", "code")} }`),
    "nest at most",
  ],
  [
    "fields 20 deep in inline fragments",
    query(`{ subject(code: "204") { ${"... { parent { ".repeat(20)} code ${"} } ".repeat(20)} } }`),
    "nest at most",
  ],
  [
    "a fragment in a circle",
    query('{ subject(code: "204") { ...A } } fragment A on BudgetSubject { parent { ...A } }'),
    "Cannot spread fragment",
  ],
  ["two fragments in a circle", query("{ hub { ...A } } fragment A on Hub { ...B } fragment B on Hub { ...A }"), "Cannot spread fragment"],
  ["a fragment that nothing spreads", query("{ __typename } fragment A on Hub { dataVersion }"), "never used"],
  [
    "fragments that double 25 times",
    query(
      `{ hub { ...F0 } } ${repeat(25, (step) => `fragment F${step} on Hub { ...F${step + 1} ...F${step + 1} }`)} fragment F25 on Hub { limits { maxFirst } }`,
    ),
    "QUERY_TOO_EXPENSIVE",
  ],
  ["11 operations", query(repeat(11, (index) => `query Q${index} { __typename }`)), "at most 10 operations"],
  ["31 directives, one a field", query(`{ ${repeat(31, () => "__typename @include(if: true)")} }`), "at most 30 directives"],
  [
    "lists within lists within lists",
    query("{ disclosures(first: 100) { nodes { projects { indicators { project { indicators { name project { name } } } } } } } }"),
    "QUERY_TOO_EXPENSIVE",
  ],
  [
    "the same by a variable that nobody gives",
    query(
      "query ($first: Int! = 100) { disclosures(first: $first) { nodes { projects { indicators { project { indicators { name project { name } } } } } } } }",
    ),
    "QUERY_TOO_EXPENSIVE",
  ],
  [
    "the same by aliases",
    query(`{ ${repeat(20, (index) => `a${index}: disclosures(first: 100) { nodes { figures { measure { name } } } }`)} }`),
    "QUERY_TOO_EXPENSIVE",
  ],
  [
    "20 comparisons of very many figures",
    query(`{ ${repeat(20, (index) => `a${index}: ${wideComparison('"A1", "A2", "A3"', TWELVE)}`)} }`),
    "QUERY_TOO_EXPENSIVE",
  ],
  [
    "the schema 20 times",
    query(`{ ${repeat(20, (index) => `a${index}: __schema { types { fields { args { type { name } } } } }`)} }`),
    "QUERY_TOO_EXPENSIVE",
  ],
  [
    "conflicting fields in many fragments",
    query(
      `{ ${repeat(40, (index) => `...F${index}`)} } ${repeat(40, (index) => `fragment F${index} on Query { x: ${index % 2 ? "hub { dataVersion }" : "fiscalYears { year }"} }`)}`,
    ),
    "GRAPHQL_VALIDATION_FAILED",
  ],
  // Sizes.
  ["a page of 10,000", query("{ units(first: 10000) { totalCount } }"), "PAGE_SIZE"],
  ["a page of minus one", query("{ units(first: -1) { totalCount } }"), "PAGE_SIZE"],
  ["a page beyond what a number holds", query("{ units(first: 99999999999) { totalCount } }"), "errors"],
  [
    "a comparison of 251 rows a page",
    query('{ compare(where: { units: ["a"], years: [2023] }, measures: [EXPENDITURE_TOTAL], first: 251) { rowCount } }'),
    "errors",
  ],
  ["a long list, written out", query(`{ disclosures(where: { years: [${longList}] }) { totalCount } }`), "LIST_TOO_LONG"],
  ["a long list, as a variable", query(FILTERED, { where: { years: longList.split(" ").map(Number) } }), "LIST_TOO_LONG"],
  ["a long list within an unused variable", query("{ __typename }", { x: { y: [Array(300).fill(1)] } }), "LIST_TOO_LONG"],
  [
    "4,000 names that no input has",
    query(FILTERED, { where: Object.fromEntries(Array.from({ length: 4_000 }, (_, index) => [`yearz${index}`, 1])) }),
    "yearz0",
  ],
  [
    "250 wrong codes",
    query("query ($m: [MeasureCode!]!) { compare(measures: $m) { totalCount } }", { m: Array(250).fill("X") }),
    "BAD_USER_INPUT",
  ],
  ["variables of 90 kB", query(FILTERED, { where: { years: Array(30_000).fill(20) } }), "BODY_TOO_LARGE"],
  ["1,001 tokens", query(`{ ${"__typename ".repeat(1000)} }`), "GRAPHQL_PARSE_FAILED"],
  ["60 kB of one name", query(`{ ${"x".repeat(60_000)} }`), "GRAPHQL_VALIDATION_FAILED"],
  ["60 kB of brackets", query("{".repeat(60_000)), "GRAPHQL_PARSE_FAILED"],
  ["60 kB of JSON brackets", body(`${"[".repeat(30_000)}${"]".repeat(30_000)}`), "BAD_REQUEST"],
  [
    "JSON brackets as a variable",
    body(`{"query":"{ __typename }","variables":{"x":${"[".repeat(30_000)}${"]".repeat(30_000)}}}`),
    "BAD_REQUEST",
  ],
  // Encodings and compressions.
  ["utf-7", body('{"query":"+AHs- __typename +AH0-"}', { "content-type": "application/json; charset=utf-7" }), "UNSUPPORTED_CHARSET"],
  [
    "utf-16",
    body(Buffer.from('{"query":"{ __typename }"}', "utf16le"), { "content-type": "application/json; charset=utf-16" }),
    "UNSUPPORTED_CHARSET",
  ],
  ["bytes that are no UTF-8", body(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])), "BAD_REQUEST"],
  ["a compressed bomb", body(gzipSync(" ".repeat(5_000_000)), { "content-encoding": "gzip" }), "UNSUPPORTED_ENCODING"],
  ["a bomb under another name", body(gzipSync(" ".repeat(5_000_000)), { "content-encoding": "x-gzip" }), "UNSUPPORTED_ENCODING"],
  // What is not as it should be.
  ["an empty query", query(""), "BAD_REQUEST"],
  ["no query", body("{}"), "BAD_REQUEST"],
  ["a query that is an object", body('{"query":{"kind":"Document"}}'), "BAD_REQUEST"],
  [
    "a query kept at the server",
    body('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}'),
    "PERSISTED_QUERY_NOT_SUPPORTED",
  ],
  [
    "keys of the prototype",
    body(
      '{"query":"query($where: DisclosureFilter){disclosures(where:$where){totalCount}}","variables":{"where":{"__proto__":{"years":[1]}}}}',
    ),
    "errors",
  ],
  ["SQL in an argument", query('{ unit(name: "\' OR 1=1 --") { name } }'), "errors"],
  ["a mutation without a key", query(MUTATION), "errors"],
  ["a stream of parts", { ...query("{ __typename }"), headers: { accept: "multipart/mixed" } }, "BAD_REQUEST"],
  ["a trace", { ...query("{ nothing }"), headers: { "apollo-federation-include-trace": "ftv1" } }, "GRAPHQL_VALIDATION_FAILED"],
];

describe("attacks", () => {
  let hub: ServedHub;
  beforeAll(async () => {
    hub = await serveSampleHub("sqlite", { samples: false });
  });
  afterAll(() => hub.close());

  const send = ({ path = "", method = "POST", headers = {}, body: sent }: Sent): Promise<Response> =>
    fetch(`${hub.url}/graphql${path}`, {
      method,
      headers: { ...(method === "POST" && JSON_TYPE), ...headers },
      ...(sent !== undefined && { body: typeof sent === "string" ? sent : new Uint8Array(sent) }),
    });

  it("are forty and more, each another one", () => {
    expect(new Set(ATTACKS.map(([name]) => name)).size).toBeGreaterThanOrEqual(40);
  });

  it.each(ATTACKS)("%s", async (_, sent, told) => {
    const answered = await send(sent);
    const text = await answered.text();
    expect(text).toContain(told);
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown[] };
    expect(errors?.length).toBeGreaterThanOrEqual(1);
    // Nothing was answered beside the refusal.
    expect(Object.values(data ?? {}).filter((one) => one !== null)).toEqual([]);
    expect(text.length).toBeLessThanOrEqual(answered.ok ? 2_000 : 512);
    expect(text).not.toMatch(/node_modules|\/work|\bat \w+ \(|SELECT |127\.0\.0\.1|stacktrace|Apollo|AST|trace"/);
    expect(hub.errors).toEqual([]);
  });

  it.each([
    ["the schema, once: it is published", query(getIntrospectionQuery())],
    ["a query by GET: nothing hangs on a cookie", get({ query: "{ __typename }" })],
    ["fifty aliases", query(`{ ${repeat(50, (index) => `a${index}: __typename`)} }`)],
    ["ten operations", { body: JSON.stringify({ query: repeat(10, (index) => `query Q${index} { __typename }`), operationName: "Q3" }) }],
  ] as const)("lets pass %s", async (_, sent) => {
    const answered = await send(sent);
    expect(answered.status).toBe(200);
    expect(await answered.json()).not.toHaveProperty("errors");
  });

  it("are told under a status of their own, as short, to clients that take it", async () => {
    for (const [, sent] of ATTACKS.filter(([, { method }]) => method !== "GET")) {
      const answered = await send({ ...sent, headers: { ...sent.headers, accept: "application/graphql-response+json" } });
      if (!answered.ok) expect((await answered.text()).length).toBeLessThanOrEqual(512);
    }
  });

  it("says every limit and the price", async () => {
    const fields = Object.keys(LIMITS).join(" ");
    const answered = (await (await hub.post({ query: `{ hub { limits { ${fields} } } }` })).json()) as { data: object; extensions: object };
    expect(answered).toMatchObject({ data: { hub: { limits: LIMITS } }, extensions: { price: 2, limits: LIMITS } });
  });
});
