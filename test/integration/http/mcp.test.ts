import { existsSync } from "node:fs";
import path from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { chromium } from "playwright-core";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const JUSTICE = "云溪市司法局（示例）";
const CHROMIUM = "/usr/bin/chromium";
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const browserIt = existsSync(CHROMIUM) || process.env["CI"] === "true" ? it : it.skip;

type Transported = "streamable HTTP" | "stdio";
const TRANSPORTS: readonly Transported[] = ["streamable HTTP", "stdio"];

interface Answer {
  readonly page: string;
  readonly suggestions: readonly { readonly name: string; readonly page: string }[];
  readonly measures: readonly { readonly name: string }[];
  readonly compare: {
    readonly rows: readonly {
      readonly unit: { readonly name: string };
      readonly year: number;
      readonly cells: readonly { readonly value: number }[];
    }[];
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
  readonly disclosure: {
    readonly unit: { readonly name: string };
    readonly document: { readonly sha256: string };
    readonly figure: { readonly citation: { readonly text: string; readonly document: { readonly sha256: string } } };
  };
  readonly findings: {
    readonly nodes: readonly { readonly disclosure: { readonly unit: { readonly name: string } }; readonly published: number }[];
  };
}

/** Each tool, asked for something, and words of the answer that its page shows too. */
const QUESTIONS: readonly (readonly [tool: string, given: Record<string, unknown>, shown: (answer: Answer) => readonly string[]])[] = [
  ["find_units", { text: "云溪市司法" }, ({ suggestions }) => suggestions.map(({ name }) => name)],
  ["list_measures", {}, ({ measures }) => measures.slice(0, 3).map(({ name }) => name)],
  [
    "compare",
    { measures: ["THREE_PUBLIC_TOTAL"], units: [JUSTICE], years: [2023, 2024], orderBy: { measure: "THREE_PUBLIC_TOTAL", year: 2024 } },
    ({ compare: { rows } }) => rows.flatMap(({ unit, cells }) => [unit.name, printed(cells[0]?.value)]),
  ],
  [
    "compare",
    { measures: ["EXPENDITURE_TOTAL"], years: [2024], stage: "INITIAL_BUDGET" },
    ({ compare: { rows } }) => rows.map(({ cells }) => printed(cells[0]?.value)),
  ],
  ["disclosure", { unit: JUSTICE, year: 2024 }, ({ disclosure: { unit, document } }) => [unit.name, document.sha256.slice(0, 12)]],
  [
    "findings",
    { year: 2023, severity: ["ERROR"], first: 3 },
    ({ findings: { nodes } }) => nodes.flatMap((one) => [one.disclosure.unit.name, printed(one.published)]),
  ],
  [
    "cite",
    { unit: JUSTICE, year: 2024, measure: "THREE_PUBLIC_TOTAL" },
    ({ disclosure: { figure } }) => [figure.citation.text, figure.citation.document.sha256.slice(0, 12)],
  ],
];

const printed = (value = NaN): string => value.toLocaleString("en", { minimumFractionDigits: 2 });

/** The cells of a printed row are cells on the page. */
const bare = (text: string): string => text.replace(/[\s|]/g, "");

describe("the tools for models", () => {
  let hub: ServedHub;
  const clients = new Map<Transported, Client>();

  beforeAll(async () => {
    hub = await serveSampleHub("sqlite");
    const transports: Readonly<Record<Transported, Transport>> = {
      "streamable HTTP": new StreamableHTTPClientTransport(new URL(`${hub.url}/mcp`)) as Transport,
      stdio: new StdioClientTransport({
        command: process.execPath,
        args: [path.join(PACKAGE_ROOT, "dist/src/cli/main.js"), "mcp"],
        env: { DATA_DIR: hub.dataDir, PUBLIC_URL: `http://localhost:${new URL(hub.url).port}` },
        stderr: "inherit",
      }),
    };
    for (const name of TRANSPORTS) {
      const client = new Client({ name: "test", version: "1" });
      await client.connect(transports[name]);
      clients.set(name, client);
    }
  }, 120_000);
  afterAll(async () => {
    for (const client of clients.values()) await client.close();
    await hub.close();
  });

  async function call(transport: Transported, name: string, given: Record<string, unknown>) {
    const { content, isError } = (await clients.get(transport)?.callTool({ name, arguments: given })) ?? {};
    const [{ text }] = content as [{ text: string }];
    return { text, isError: isError === true };
  }
  const ask = async (name: string, given: Record<string, unknown>): Promise<Answer> => {
    const { text, isError } = await call("streamable HTTP", name, given);
    expect([isError, text]).toEqual([false, text]);
    return JSON.parse(text) as Answer;
  };

  it.each(TRANSPORTS)("are offered over %s", async (transport) => {
    const tools = (await clients.get(transport)?.listTools())?.tools ?? [];
    expect(tools.map(({ name }) => name).sort()).toEqual(["cite", "compare", "disclosure", "find_units", "findings", "list_measures"]);
  });

  it.each(QUESTIONS)("answer %s %j the same over HTTP and stdio", async (tool, given, shown) => {
    const [http, stdio] = [await call("streamable HTTP", tool, given), await call("stdio", tool, given)];
    expect(http.isError).toBe(false);
    expect(stdio).toEqual(http);
    expect(shown(JSON.parse(http.text) as Answer).length).toBeGreaterThan(0);
  });

  it("answer what the graph answers", async () => {
    const query = `{ compare(where: { units: ["${JUSTICE}"], years: [2024] }, measures: [EXPENDITURE_TOTAL]) { rows { cells { value } } } }`;
    const { data } = (await (await hub.post({ query })).json()) as { data: Pick<Answer, "compare"> };
    const answered = await ask("compare", { measures: ["EXPENDITURE_TOTAL"], units: [JUSTICE], years: [2024] });
    expect(answered.compare.rows[0]?.cells[0]?.value).toBe(data.compare.rows[0]?.cells[0]?.value);
  });

  browserIt(
    "lead to the pages that show the same",
    async () => {
      const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
      try {
        const page = await browser.newPage();
        const shownAt = async (address: string): Promise<string> => {
          expect((await page.goto(address))?.status()).toBe(200);
          await page.locator("main h1").first().waitFor();
          await page.locator(".skeleton, .stale").first().waitFor({ state: "detached" });
          const text = (await page.locator("body").textContent()) ?? "";
          return bare(text);
        };
        for (const [tool, given, words] of QUESTIONS) {
          const answered = await ask(tool, given);
          const text = await shownAt(answered.page);
          expect({ tool, page: answered.page, missing: words(answered).filter((word) => !text.includes(bare(word))) }).toEqual({
            tool,
            page: answered.page,
            missing: [],
          });
        }
        // By pinyin nothing is found in the texts: each that is suggested leads to its own page.
        const [first] = (await ask("find_units", { text: "yxssfj" })).suggestions;
        expect(await shownAt(first?.page ?? "")).toContain(bare(JUSTICE));
      } finally {
        await browser.close();
      }
    },
    90_000,
  );

  it("go on after a cursor", async () => {
    const asked = { measures: ["EXPENDITURE_TOTAL"], years: [2024], first: 5 };
    const first = await ask("compare", asked);
    const second = await ask("compare", { ...asked, after: first.compare.pageInfo.endCursor });
    const names = [first, second].flatMap(({ compare }) => compare.rows.map(({ unit }) => unit.name));
    expect(first.compare.pageInfo.hasNextPage).toBe(true);
    expect(new Set(names).size).toBe(Math.min(10, first.compare.totalCount));
  });

  it("say null of what is not published, and where its unit is shown", async () => {
    const { disclosure, page } = await ask("disclosure", { unit: JUSTICE, year: 2012 });
    expect([disclosure, decodeURIComponent(page)]).toEqual([null, expect.stringContaining(`/units/${JUSTICE}?year=2012`)]);
  });

  describe.each(TRANSPORTS)("over %s", (transport) => {
    it.each([
      ["compare", { measures: ["NOTHING"] }, "(`list_measures` gives the codes)"],
      ["compare", { measures: [] }, "measures"],
      ["compare", { measures: "EXPENDITURE_TOTAL" }, "expected array"],
      ["compare", { measures: ["EXPENDITURE_TOTAL"], units: Array.from({ length: 5_000 }, (_, at) => `x${at}`) }, "LIST_TOO_LONG"],
      ["compare", { measures: Array.from({ length: 1_000 }, () => "EXPENDITURE_TOTAL") }, "QUERY_TOO_EXPENSIVE"],
      ["compare", { measures: ["EXPENDITURE_TOTAL"], after: "no cursor" }, "BAD_CURSOR"],
      ["compare", { measures: ["EXPENDITURE_TOTAL"], orderBy: { measure: "THREE_PUBLIC_TOTAL" } }, "INVALID_ARGUMENT"],
      ["disclosure", { unit: "没有这个单位", year: 2024 }, "by a part of its name (`find_units` looks for units"],
      ["disclosure", { unit: "'; DROP TABLE unit; --", year: 2024 }, "UNIT_NOT_FOUND"],
      ["disclosure", { unit: "甲".repeat(15_000), year: 2024 }, "UNIT_NOT_FOUND"],
      ["disclosure", { unit: JUSTICE, year: 99_999_999_999 }, "INVALID_ARGUMENT"],
      ["disclosure", { unit: JUSTICE, year: 1 }, "YEAR_INVALID"],
      ["disclosure", { unit: JUSTICE, year: 2024.5 }, "year"],
      ["disclosure", { unit: JUSTICE }, "year"],
      ["find_units", { text: "" }, "text"],
      ["find_units", { text: "云".repeat(500) }, "INVALID_ARGUMENT"],
      ["findings", { severity: ["LOUD"] }, "severity"],
      ["findings", { first: 100_000 }, "first"],
      ["cite", { unit: JUSTICE, year: 2024, measure: "__proto__" }, "INVALID_ARGUMENT"],
      ["cite", { unit: JUSTICE, year: 2024, measure: "EXPENDITURE_TOTAL", subject: "../../etc" }, "SUBJECT_NOT_FOUND"],
      ["no_such_tool", {}, "no_such_tool"],
    ])("%s says what is wrong, and nothing of what lies inside", async (tool, given, words) => {
      const { text, isError } = await call(transport, tool, given);
      expect([isError, text]).toEqual([true, expect.stringContaining(words)]);
      expect(text.length).toBeLessThan(1_000);
      expect(text).not.toMatch(/SELECT|node_modules|\bat .*\.[jt]s/);
    });

    it("goes on answering", async () => {
      expect((await call(transport, "find_units", { text: "\u0000\uD800" })).isError).toBe(false);
      expect((await call(transport, "find_units", { text: "云溪" })).text).toContain(JUSTICE);
      expect(hub.errors).toEqual([]);
    });
  });

  it("are asked one a request: a batch is refused before any of it is read", async () => {
    const one = { jsonrpc: "2.0", id: 1, method: "tools/list" };
    const answered = await fetch(`${hub.url}/mcp`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
      body: JSON.stringify([one, { ...one, id: 2 }]),
    });
    expect(answered.status).toBe(400);
    expect(await answered.json()).toMatchObject({ jsonrpc: "2.0", id: null, error: { code: -32600 } });
  });

  it("are refused to the pages of other sites", async () => {
    const answered = await fetch(`${hub.url}/mcp`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json, text/event-stream", origin: "https://elsewhere.example" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }),
    });
    expect(answered.status).toBe(403);
  });
});
