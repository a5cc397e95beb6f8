import { getIntrospectionQuery } from "graphql";
import { serverAudits } from "graphql-http";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

describe("GraphQL over HTTP", () => {
  let hub: ServedHub;
  beforeAll(async () => {
    hub = await serveSampleHub("sqlite", { samples: false });
  });
  afterAll(() => hub.close());

  const audits = serverAudits({ url: () => `${hub.url}/graphql`, fetchFn: fetch });

  it("is audited by all 61 audits of graphql-http", () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))("%s", async (_, audit) => {
    const result = await audit.fn();
    expect(result.status === "ok" ? "ok" : result.reason).toBe("ok");
  });

  it.each([
    ["a body that is not JSON", () => hub.post("{"), 400, "BAD_REQUEST"],
    [
      "another media type",
      () => hub.post("query=%7Bhub%7D", { "content-type": "application/x-www-form-urlencoded" }),
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    ["another charset", () => hub.post("{}", { "content-type": "application/json; charset=utf-7" }), 415, "UNSUPPORTED_CHARSET"],
    ["a compressed body", () => hub.post("{}", { "content-encoding": "gzip" }), 415, "UNSUPPORTED_ENCODING"],
    [
      "a body beyond 64 kB",
      () => hub.post({ query: "{ hub { dataVersion } }", variables: { x: "x".repeat(70_000) } }),
      413,
      "BODY_TOO_LARGE",
    ],
    ["another method", () => fetch(`${hub.url}/graphql`, { method: "DELETE" }), 405, "METHOD_NOT_ALLOWED"],
    ["another address", () => fetch(`${hub.url}/.env`), 404, "NOT_FOUND"],
  ])("refuses %s in short JSON", async (_, ask, status, code) => {
    const response = await ask();
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(text.length).toBeLessThanOrEqual(512);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it("refuses fields that nest deeper than the limit, also through fragments, and fragments in a circle", async () => {
    const nest = (depth: number): string => (depth === 0 ? "code" : `parent { ${nest(depth - 1)} }`);
    const deep = await (await hub.post({ query: `{ subject(code: "204") { ${nest(20)} } }` })).text();
    expect(deep).toContain("nest at most");
    const hidden = await (
      await hub.post({ query: `{ subject(code: "204") { ...A } } fragment A on BudgetSubject { ${nest(20)} }` })
    ).text();
    expect(hidden).toContain("nest at most");
    const circle = await (
      await hub.post({ query: `{ subject(code: "204") { ...A } } fragment A on BudgetSubject { parent { ...A } }` })
    ).text();
    expect(circle).toContain("GRAPHQL_VALIDATION_FAILED");
  });

  it("lets GraphiQL introspect", async () => {
    const answer = (await (await hub.post({ query: getIntrospectionQuery() })).json()) as {
      data?: { __schema: unknown };
      errors?: unknown;
    };
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.__schema).toBeDefined();
  });
});
