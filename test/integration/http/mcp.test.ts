import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { createGraphSources } from "../../../src/graph/graph-context";
import { createMcpServer } from "../../../src/http/mcp/create-mcp-server";
import { createRowReader } from "../../../src/store/row-reader";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const JUSTICE = "云溪市司法局（示例）";

describe("the tools for models", () => {
  let hub: ServedHub;
  let client: Client;
  beforeAll(async () => {
    hub = await serveSampleHub("sqlite");
    client = await connect(new StreamableHTTPClientTransport(new URL(`${hub.url}/mcp`)) as Transport);
  }, 120_000);
  afterAll(async () => {
    await client.close();
    await hub.close();
  });

  async function connect(transport: Transport): Promise<Client> {
    const made = new Client({ name: "test", version: "1" });
    await made.connect(transport);
    return made;
  }
  async function call(name: string, given: Record<string, unknown>) {
    const { content, isError } = await client.callTool({ name, arguments: given });
    const [{ text }] = content as [{ text: string }];
    return { text, isError: isError === true };
  }

  it("offers its tools", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(["cite", "compare", "disclosure", "find_units", "findings", "list_measures"]);
  });

  it("answers what the graph answers, with the page that shows the same", async () => {
    const query = `{ compare(where: { units: ["${JUSTICE}"], years: [2024] }, measures: [EXPENDITURE_TOTAL]) { rows { cells { value } } } }`;
    const { data } = (await (await hub.post({ query })).json()) as { data: { compare: { rows: { cells: { value: number }[] }[] } } };
    const { text } = await call("compare", { measures: ["EXPENDITURE_TOTAL"], units: [JUSTICE], years: [2024] });
    const answered = JSON.parse(text) as { compare: { rows: { cells: { value: number }[] }[] }; page: string };
    expect(answered.compare.rows[0]?.cells[0]?.value).toBe(data.compare.rows[0]?.cells[0]?.value);
    const page = new URL(answered.page);
    expect([page.pathname, page.searchParams.get("measures"), page.searchParams.get("units")]).toEqual([
      "/compare",
      "EXPENDITURE_TOTAL",
      JUSTICE,
    ]);
  });

  it("answers every other tool", async () => {
    for (const [name, given, part] of [
      ["find_units", { text: "云溪" }, "suggestions"],
      ["list_measures", {}, "measures"],
      ["disclosure", { unit: JUSTICE, year: 2024 }, "disclosure"],
      ["findings", { year: 2023, severity: ["ERROR"] }, "findings"],
    ] as const) {
      const { text, isError } = await call(name, given);
      expect([name, isError]).toEqual([name, false]);
      expect((JSON.parse(text) as Record<string, unknown>)[part]).toBeTruthy();
    }
  });

  it("cites where a figure is printed", async () => {
    const { text } = await call("cite", { unit: JUSTICE, year: 2024, measure: "EXPENDITURE_TOTAL" });
    const { disclosure } = JSON.parse(text) as { disclosure: { figure: { citation: { text: string; document: { sha256: string } } } } };
    expect(disclosure.figure.citation.document.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(disclosure.figure.citation.text).not.toBe("");
  });

  it("says what is wrong with a question, and nothing of what lies inside", async () => {
    expect(await call("compare", { measures: ["NOTHING"] })).toEqual({
      isError: true,
      text: expect.stringContaining("INVALID_ARGUMENT") as string,
    });
    expect(await call("disclosure", { unit: "没有这个单位", year: 2024 })).toEqual({
      isError: true,
      text: expect.stringContaining("UNIT_NOT_FOUND") as string,
    });
  });

  it("refuses the pages of other sites", async () => {
    const answered = await fetch(`${hub.url}/mcp`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json, text/event-stream", origin: "https://elsewhere.example" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }),
    });
    expect(answered.status).toBe(403);
  });

  it("answers the same over another transport", async () => {
    const reader = createRowReader(hub.database);
    const sources = createGraphSources(hub.database, reader);
    const [here, there] = InMemoryTransport.createLinkedPair();
    const server = createMcpServer(sources, "https://hub.example.org", "1");
    await server.connect(there);
    const other = await connect(here);
    const { content } = await other.callTool({ name: "find_units", arguments: { text: "云溪" } });
    expect((content as { text: string }[])[0]?.text).toContain("https://hub.example.org/search");
    await other.close();
    sources.comparisonStore.close();
    reader.close();
  });
});
