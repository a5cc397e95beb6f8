import { request } from "node:http";
import { extractDocument } from "../../../src/extract/extract-document";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const QUESTION = "measures=EXPENDITURE_TOTAL,THREE_PUBLIC_TOTAL&years=2022,2023,2024";
const BOM = "\uFEFF";

describe("doors for others", () => {
  let hub: ServedHub;
  beforeAll(async () => {
    hub = await serveSampleHub("sqlite");
  }, 120_000);
  afterAll(() => hub.close());

  const get = (address: string, headers: Readonly<Record<string, string>> = {}) => fetch(`${hub.url}${address}`, { headers });
  const compare = async (years: readonly number[]) => {
    const query = `{ compare(where: { years: [${years.join()}] }, measures: [EXPENDITURE_TOTAL, THREE_PUBLIC_TOTAL]) {
      totalCount rows { unit { code name } year cells { value status } } } }`;
    const { data } = (await (await hub.post({ query })).json()) as {
      data: {
        compare: {
          totalCount: number;
          rows: { unit: { code: string; name: string }; year: number; cells: { value: number | null; status: string }[] }[];
        };
      };
    };
    return data.compare;
  };

  it("export every row of a comparison, the values as the graph answers them", async () => {
    const asked = await compare([2022, 2023, 2024]);
    const answered = await get(`/export/compare.ndjson?${QUESTION}`);
    const rows = (await answered.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answered.headers.get("x-row-count")).toBe(String(asked.totalCount));
    expect(
      rows.map((row) => [row["unit_code"], row["fiscal_year"], row["EXPENDITURE_TOTAL (WAN_YUAN)"], row["THREE_PUBLIC_TOTAL status"]]),
    ).toEqual(asked.rows.map(({ unit, year, cells: [total, threePublic] }) => [unit.code, year, total?.value, threePublic?.status]));
  });

  it("write CSV with a byte order mark, stable English headers, and Chinese ones when asked", async () => {
    // fetch takes the mark away where it reads text.
    const english = Buffer.from(await (await get(`/export/compare.csv?${QUESTION}`)).arrayBuffer()).toString("utf8");
    expect(english.startsWith(`${BOM}unit_code,unit_name,scope,fiscal_year,EXPENDITURE_TOTAL (WAN_YUAN),EXPENDITURE_TOTAL status,`)).toBe(
      true,
    );
    const chinese = await (await get(`/export/compare.csv?${QUESTION}&lang=zh`)).text();
    expect(chinese).toMatch(/^单位代码,单位,口径,年度,支出总计（万元）,支出总计 状态,/);
  });

  it("rest on a coverage by region that adds up to the whole", async () => {
    const query = `{ compare(measures: [CHECKS_PASSED], groupBy: REGION, first: 1) { coverage { expected disclosed gaps { year unit { region { code } } }
      byRegion { group { key } year expected disclosed } } } }`;
    interface Coverage {
      expected: number;
      disclosed: number;
      gaps: { year: number; unit: { region: { code: string } } }[];
      byRegion: { group: { key: string }; year: number; expected: number; disclosed: number }[];
    }
    const { data } = (await (await hub.post({ query })).json()) as { data: { compare: { coverage: Coverage } } };
    const { expected, disclosed, gaps, byRegion } = data.compare.coverage;
    const sum = (read: (one: (typeof byRegion)[number]) => number) => byRegion.reduce((total, one) => total + read(one), 0);
    expect([sum((one) => one.expected), sum((one) => one.disclosed)]).toEqual([expected, disclosed]);
    expect(gaps.length).toBeGreaterThan(0);
    for (const { group, year, expected: due, disclosed: done } of byRegion)
      expect(due - done).toBe(gaps.filter((gap) => gap.year === year && gap.unit.region.code === group.key).length);
  });

  it("say which parameter is wrong", async () => {
    for (const [search, name] of [
      ["measures=EXPENDITURE_TOTAL&yeers=2024", "yeers"],
      ["measures=NOTHING", "measures"],
      ["years=2024", "measures"],
      ["measures=EXPENDITURE_TOTAL&years=soon", "years"],
      ["measures=EXPENDITURE_TOTAL&scope=ALL", "scope"],
      ["measures=EXPENDITURE_TOTAL&orderBy=DESC", "orderBy"],
      ["measures=EXPENDITURE_TOTAL&having=EXPENDITURE_TOTAL~1", "having"],
      ["measures=EXPENDITURE_TOTAL&lang=fr", "lang"],
    ] as const) {
      const answered = await get(`/export/compare.csv?${search}`);
      const { errors } = (await answered.json()) as { errors: { message: string; extensions: { code: string } }[] };
      expect([answered.status, errors[0]?.extensions.code, errors[0]?.message]).toEqual([
        400,
        "INVALID_ARGUMENT",
        expect.stringContaining(`“${name}”`),
      ]);
    }
  });

  it("order and filter as the graph does", async () => {
    const text = await (
      await get(
        "/export/compare.ndjson?measures=EXPENDITURE_TOTAL&years=2024&orderBy=EXPENDITURE_TOTAL.DESC&having=EXPENDITURE_TOTAL>=2000",
      )
    ).text();
    const values = text
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as Record<string, number>)["EXPENDITURE_TOTAL (WAN_YUAN)"] ?? 0);
    expect(values.length).toBeGreaterThan(2);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(2000);
  });

  it("answer 304 to whoever has the present state", async () => {
    for (const address of [`/export/compare.csv?${QUESTION}`, `/charts/compare.svg?${QUESTION}`, `/embed/compare?${QUESTION}`]) {
      const first = await get(address);
      await first.arrayBuffer();
      const again = await get(address, { "if-none-match": first.headers.get("etag") ?? "" });
      expect([first.status, again.status]).toEqual([200, 304]);
    }
  });

  it("write a workbook with typed cells, frozen headers and a sheet of sources", async () => {
    const bytes = Buffer.from(await (await get(`/export/compare.xlsx?${QUESTION}`)).arrayBuffer());
    const extracted = await extractDocument(bytes, "compare.xlsx");
    const text = JSON.stringify(extracted);
    expect(text).toContain("EXPENDITURE_TOTAL (WAN_YUAN)");
    expect(text).toContain("document_sha256");
  });

  it("draw every kind of plot with title, unit, source and data version in the picture", async () => {
    for (const kind of ["bar", "line", "multiples", "scatter", "distribution"]) {
      const answered = await get(`/charts/compare.svg?${QUESTION}&kind=${kind}&width=700&height=420`);
      const svg = await answered.text();
      expect(answered.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
      expect(svg).toMatch(/^<svg width="700" height="420"/);
      expect(svg).toContain("支出总计（万元）");
      expect(svg).toContain(`数据版本 ${answered.headers.get("x-data-version")}`);
      expect(svg).not.toContain("<script");
    }
  });

  it("say in the picture what is not disclosed", async () => {
    const query = "measures=EXPENDITURE_TOTAL&units=青岚县城市管理局（示例）&years=2022,2023,2024";
    expect(await (await get(`/charts/compare.svg?${query}`)).text()).toContain("未公开");
  });

  it("bound the size of a picture", async () => {
    expect((await get(`/charts/compare.svg?${QUESTION}&width=100000`)).status).toBe(400);
  });

  it("let any site frame the embedded plot, and nothing else", async () => {
    const embedded = await get(`/embed/compare?${QUESTION}&kind=line`);
    expect(embedded.headers.get("content-security-policy")).toContain("frame-ancestors *");
    const html = await embedded.text();
    expect(html).toMatch(/\/compare\?measures=[^"]*plot=lines/);
    // For a wide frame and for a phone's; ids within one do not meet those of the other.
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect([html.match(/<svg /g)?.length, new Set(ids).size]).toEqual([2, ids.length]);
    expect((await (await get(`/embed/compare?${QUESTION}&width=500`)).text()).match(/<svg /g)).toHaveLength(1);
    for (const address of ["/", `/charts/compare.svg?${QUESTION}`, `/export/compare.csv?${QUESTION}`]) {
      const answered = await get(address);
      await answered.arrayBuffer();
      expect(answered.headers.get("content-security-policy")).not.toContain("frame-ancestors *");
    }
  });

  it("give away how often a rule is broken, year by year, as the graph counts", async () => {
    const embedded = await get("/embed/rule?rule=THREE_PUBLIC_SUM");
    expect([embedded.status, embedded.headers.get("content-security-policy")]).toEqual([200, expect.stringContaining("frame-ancestors *")]);
    const html = await embedded.text();
    const query = 'query { findings(where: { rules: ["THREE_PUBLIC_SUM"], year: 2023 }) { totalCount } }';
    const { data } = (await (await hub.post({ query })).json()) as { data: { findings: { totalCount: number } } };
    expect(data.findings.totalCount).toBeGreaterThan(0);
    expect(html).toMatch(new RegExp(`2023</th>\\s*<td class="meter">.*</td><td class="n">${data.findings.totalCount}</td>`));
    expect(html).toContain("/rules/THREE_PUBLIC_SUM");
    expect((await get("/embed/rule")).status).toBe(200);
    expect([(await get("/embed/rule?rule=NONE")).status, (await get("/embed/rule?rules=X")).status]).toEqual([404, 400]);
  });

  it("give away the targets of a project, without a script, and say what is missed", async () => {
    const query = "{ projects(first: 1, where: { hasTable: true, scoreBelow: 90 }) { nodes { id name indicators { name met } } } }";
    const answered = (await (await hub.post({ query })).json()) as {
      data: { projects: { nodes: { id: string; name: string; indicators: { name: string; met: boolean | null }[] }[] } };
    };
    const [project] = answered.data.projects.nodes;
    const html = await (await get(`/embed/project?id=${encodeURIComponent(project?.id ?? "")}`)).text();
    for (const text of [project?.name, ...(project?.indicators ?? []).map(({ name }) => name)]) expect(html).toContain(text);
    const missed = project?.indicators.filter(({ met }) => met === false).length ?? 0;
    expect(missed).toBeGreaterThan(0);
    expect(html.match(/class="missed"/g)).toHaveLength(missed);
    expect(html).not.toContain("<script");
    expect([(await get("/embed/project?id=none")).status, (await get("/embed/project")).status]).toEqual([404, 400]);
  });

  it("refuse a key that opens nothing, as the graph does", async () => {
    expect((await get(`/export/compare.csv?${QUESTION}`, { authorization: "Bearer nothing" })).status).toBe(401);
  });

  it("outlive a reader who goes away in the middle", async () => {
    await new Promise<void>((resolve) => {
      const asked = request(`${hub.url}/export/compare.xlsx?${QUESTION}`, (response) => {
        response.destroy();
        resolve();
      });
      asked.end();
    });
    expect((await get(`/export/compare.csv?${QUESTION}`)).status).toBe(200);
    expect(hub.errors).toEqual([]);
  });
});
