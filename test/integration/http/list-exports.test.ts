import { extractDocument } from "../../../src/extract/extract-document";
import { importDocument } from "../../../src/ingest/import-document";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const BOM = "\uFEFF";
type Row = Readonly<Record<string, string | number | null>>;

describe("lists as files", () => {
  let hub: ServedHub;
  beforeAll(async () => {
    hub = await serveSampleHub("sqlite");
  }, 120_000);
  afterAll(() => hub.close());

  const get = (address: string, headers: Readonly<Record<string, string>> = {}) => fetch(`${hub.url}/export/${address}`, { headers });
  const rowsOf = async (address: string): Promise<Row[]> =>
    (await (await get(address)).text())
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Row);
  const ask = async <Data>(query: string): Promise<Data> => ((await (await hub.post({ query })).json()) as { data: Data }).data;

  it("hold every finding, with the numbers that the graph answers", async () => {
    const answered = await get("findings.ndjson?unit=YUAN");
    const rows = (await answered.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row);
    const { findings } = await ask<{ findings: { totalCount: number } }>("{ findings { totalCount } }");
    expect(findings.totalCount).toBeGreaterThan(0);
    expect([answered.headers.get("x-row-count"), rows.length]).toEqual([String(findings.totalCount), findings.totalCount]);
    expect(rows.map(({ no }) => no)).toEqual(rows.map((_, at) => at + 1));
    const told: Row[] = [];
    for (let after = ""; ;) {
      const page = await ask<{
        findings: {
          nodes: { rule: { code: string }; message: string; published: number | null; disclosure: { unit: { code: string } } }[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
      }>(
        `{ findings(first: 100, orderBy: { field: DISCLOSURE }${after && `, after: "${after}"`}) { nodes { rule { code } message
          published(unit: YUAN) disclosure { unit { code } } } pageInfo { endCursor hasNextPage } } }`,
      );
      for (const { rule, message, published, disclosure } of page.findings.nodes)
        told.push({ rule: rule.code, message, published, unit: disclosure.unit.code });
      if (!page.findings.pageInfo.hasNextPage) break;
      after = page.findings.pageInfo.endCursor;
    }
    expect(rows.map(({ rule, message, published, unit_code: unit }) => ({ rule, message, published, unit }))).toEqual(told);
  });

  it("go on past the longest page of the graph, each row once", async () => {
    const { indicators } = await ask<{ indicators: { totalCount: number } }>("{ indicators { totalCount } }");
    expect(indicators.totalCount).toBeGreaterThan(200);
    const rows = await rowsOf("indicators.ndjson");
    expect(new Set(rows.map((row) => JSON.stringify({ ...row, no: null }))).size).toBe(indicators.totalCount);
    expect(rows).toHaveLength(indicators.totalCount);
  });

  it.each([
    ["rules=THREE_PUBLIC_SUM&year=2023", 'rules: ["THREE_PUBLIC_SUM"], year: 2023'],
    ["severity=ERROR,WARNING", "severity: [ERROR, WARNING]"],
    ["region=云溪市（示例）", 'region: "云溪市（示例）"'],
    ["units=青岚县司法局（示例）", 'units: ["青岚县司法局（示例）"]'],
  ])("take the parameters of the list: %s", async (search, where) => {
    const { findings } = await ask<{ findings: { totalCount: number } }>(`{ findings(where: { ${where} }) { totalCount } }`);
    expect(findings.totalCount).toBeGreaterThan(0);
    expect(await rowsOf(`findings.ndjson?${search}`)).toHaveLength(findings.totalCount);
  });

  it("order as asked", async () => {
    const years = (await rowsOf("findings.ndjson?orderBy=YEAR.DESC")).map((row) => Number(row["fiscal_year"]));
    expect(years).toEqual([...years].sort((a, b) => b - a));
    expect(new Set(years).size).toBeGreaterThan(1);
  });

  it("write CSV with a byte order mark, stable English headers and Chinese ones when asked", async () => {
    const english = Buffer.from(await (await get("findings.csv")).arrayBuffer()).toString("utf8");
    expect(english.split("\r\n")[0]).toBe(
      `${BOM}no,unit_code,unit_name,region_code,region_name,fiscal_year,kind,scope,revision,rule,rule_title,severity,message,published,` +
        "recomputed,difference,tolerance,counted_in,cause,project_id,project,citations,section,text",
    );
    const chinese = await (await get("projects.csv?lang=zh&unit=YUAN")).text();
    expect(chinese).toMatch(/^序号,单位代码,单位,.*全年预算数（元）/);
    const message = (await (await get("findings.csv?lang=zh")).text()).split("\r\n")[1] ?? "";
    expect(message).toMatch(/[\u4e00-\u9fff]{6}/);
  });

  it("write a workbook whose second sheet cites each finding, frozen below the header", async () => {
    const { findings } = await ask<{ findings: { nodes: { citations: { text: string }[] }[] } }>(
      '{ findings(first: 100, where: { rules: ["THREE_PUBLIC_SUM"] }) { nodes { citations { text } } } }',
    );
    const answered = await get("findings.xlsx?rules=THREE_PUBLIC_SUM");
    const { blocks } = await extractDocument(Buffer.from(await answered.arrayBuffer()), "findings.xlsx");
    const [list, sources] = blocks.flatMap((block) =>
      block.kind === "TABLE" ? [block.rows.map((cells) => cells.map(({ text }) => text))] : [],
    );
    expect(list).toHaveLength(findings.nodes.length + 1);
    expect(sources?.[0]?.slice(0, 4)).toEqual(["no", "section", "printed", "text"]);
    const cited = new Set(sources?.map((cells) => cells[3]));
    for (const { text } of findings.nodes.flatMap(({ citations }) => citations)) expect(cited).toContain(text);
  });

  it.each([
    ["projects", "projects(where: { hasTable: true })", "hasTable=true"],
    ["indicators", "indicators(where: { met: false })", "met=false"],
    ["disclosures", "disclosures(where: { years: [2023, 2024] })", "years=2023,2024"],
    ["units", 'units(where: { text: "司法" })', "text=司法"],
    ["subjects", "subjects(kind: FUNCTIONAL, level: CLASS)", "kind=FUNCTIONAL&level=CLASS"],
  ])("are as long as the graph counts them: %s", async (list, field, search) => {
    const counted = await ask<Record<string, { totalCount: number }>>(`{ ${field} { totalCount } }`);
    const total = counted[list]?.totalCount ?? 0;
    expect(total).toBeGreaterThan(0);
    expect(await rowsOf(`${list}.ndjson?${search}`)).toHaveLength(total);
  });

  it("hold the targets of one project, those of none where there is none", async () => {
    const { projects } = await ask<{ projects: { nodes: { id: string; indicators: { name: string }[] }[] } }>(
      "{ projects(first: 1, where: { hasTable: true }) { nodes { id indicators { name } } } }",
    );
    const [project] = projects.nodes;
    const rows = await rowsOf(`indicators.ndjson?project=${encodeURIComponent(project?.id ?? "")}`);
    expect(rows.map(({ indicator }) => indicator)).toEqual(project?.indicators.map(({ name }) => name));
    expect(rows.length).toBeGreaterThan(0);
    expect(await rowsOf("indicators.ndjson?project=none")).toEqual([]);
  });

  it("hold every rule, and every hit of a search, whose number is not promised", async () => {
    const { rules } = await ask<{ rules: { code: string }[] }>("{ rules { code } }");
    expect((await rowsOf("rules.ndjson")).map(({ rule }) => rule)).toEqual(rules.map(({ code }) => code));
    const found = await get("search.ndjson?text=支出");
    expect([found.status, found.headers.get("x-row-count")]).toEqual([200, null]);
    const hits = (await found.text()).trim().split("\n");
    expect(hits.length).toBeGreaterThan(100);
    expect(new Set(hits.map((line) => JSON.stringify({ ...(JSON.parse(line) as Row), no: 0 }))).size).toBeGreaterThan(100);
  });

  it("say which parameter is wrong", async () => {
    for (const [address, name] of [
      ["findings.csv?rule=THREE_PUBLIC_SUM", "rule"],
      ["findings.csv?severity=BAD", "severity"],
      ["findings.csv?orderBy=MOOD.ASC", "field"],
      ["projects.csv?scoreBelow=much", "scoreBelow"],
      ["rules.csv?year=2024", "year"],
    ] as const) {
      const answered = await get(address);
      expect([address, answered.status, await answered.text()]).toEqual([address, 400, expect.stringContaining(`“${name}”`)]);
    }
    expect(await (await get("findings.csv?units=没有这个单位")).json()).toMatchObject({
      errors: [{ extensions: { code: "UNIT_NOT_FOUND" } }],
    });
    expect((await get("search.csv")).status).toBe(400);
  });

  it("open drafts to a key that reads them in the graph, and to no other", async () => {
    const { disclosures } = await ask<{ disclosures: { nodes: { unit: { code: string }; fiscalYear: { year: number } }[] } }>(
      "{ disclosures(first: 1, where: { years: [2024], kind: FINAL_ACCOUNTS }) { nodes { unit { code } fiscalYear { year } } } }",
    );
    const code = disclosures.nodes[0]?.unit.code ?? "";
    const file = await get(`disclosure.xlsx?unit=${code}&year=2024`);
    await importDocument(hub.database, { fileName: "draft.xlsx", bytes: new Uint8Array(await file.arrayBuffer()) }, { publish: false });
    const address = `disclosures.ndjson?status=DRAFT&units=${code}`;
    expect((await get(address)).status).toBe(401);
    const answered = await get(address, await hub.authorize({ units: [code] }));
    expect([answered.status, answered.headers.get("x-row-count"), answered.headers.get("cache-control")]).toEqual([200, "1", "no-store"]);
  });

  it("are answered 304 to whoever has the present state", async () => {
    const first = await get("findings.csv");
    await first.arrayBuffer();
    expect((await get("findings.csv", { "if-none-match": first.headers.get("etag") ?? "" })).status).toBe(304);
    expect(hub.errors).toEqual([]);
  });
});
