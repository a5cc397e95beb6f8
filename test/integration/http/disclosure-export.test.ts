import { extractDocument } from "../../../src/extract/extract-document";
import { readDocument } from "../../../src/ingest/import-document";
import { settleFigures } from "../../../src/model/figure";
import { MEASURES } from "../../../src/model/measures";
import { importDocument } from "../../../src/ingest/import-document";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const BOM = "\uFEFF";
const STATUTORY = [
  "TOTALS",
  "REVENUE",
  "EXPENDITURE",
  "FISCAL_APPROPRIATION",
  "GENERAL_PUBLIC",
  "GENERAL_PUBLIC_BASIC",
  "GOVERNMENT_FUND",
  "STATE_CAPITAL",
  "THREE_PUBLIC",
];

interface Source {
  readonly measure: string;
  readonly subject_code: string | null;
  readonly stage: string;
  readonly value: number | null;
  readonly status: string;
  readonly stands_as: string;
  readonly section: string | null;
  readonly printed: string | null;
  readonly text: string | null;
}

describe("a disclosure as a file", () => {
  let hub: ServedHub;
  let disclosures: { unit: { code: string; name: string }; fiscalYear: { year: number }; kind: string; scope: string }[];
  beforeAll(async () => {
    hub = await serveSampleHub("sqlite");
    const query = "{ disclosures(first: 100) { nodes { unit { code name } fiscalYear { year } kind scope } } }";
    const { data } = (await (await hub.post({ query })).json()) as { data: { disclosures: { nodes: typeof disclosures } } };
    disclosures = data.disclosures.nodes;
  }, 120_000);
  afterAll(() => hub.close());

  const get = (format: string, parameters: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${hub.url}/export/disclosure.${format}?${new URLSearchParams(parameters).toString()}`, { headers });
  const named = ({ unit, fiscalYear, kind, scope }: (typeof disclosures)[number]) => ({
    unit: unit.code,
    year: String(fiscalYear.year),
    kind,
    scope,
  });
  const sourcesOf = async (address: Readonly<Record<string, string>>): Promise<Source[]> =>
    (await (await get("ndjson", { ...address, table: "SOURCES", moneyUnit: "FEN" })).text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Source);

  it("imports again from its workbook: the same cover, and the same figures wherever a statutory table holds them", async () => {
    // One of each form, year and kind is enough to read each table of each form.
    const chosen = disclosures.filter(({ fiscalYear: { year } }, at) => year === 2024 || at % 5 === 0);
    expect(new Set(chosen.map(({ kind }) => kind)).size).toBe(2);
    for (const one of chosen) {
      const address = named(one);
      const bytes = new Uint8Array(await (await get("xlsx", address)).arrayBuffer());
      const { disclosure } = await readDocument({ fileName: "disclosure.xlsx", bytes });
      const { header } = disclosure;
      expect([header.unitName, header.year, header.kind, header.scope]).toEqual([one.unit.name, one.fiscalYear.year, one.kind, one.scope]);
      const again = new Map(
        settleFigures(disclosure.readings).map(({ reading }) => [
          `${reading.measure}|${reading.subject ?? ""}|${reading.stage}`,
          reading.value,
        ]),
      );
      const rest = (await (await get("ndjson", { ...address, table: "FIGURES" })).text()).trim().split("\n");
      const elsewhere = new Set(
        rest.filter(Boolean).map((line) => {
          const { measure, subject_code, stage } = JSON.parse(line) as Source;
          return `${measure}|${subject_code ?? ""}|${stage}`;
        }),
      );
      const figures = (await sourcesOf(address)).filter(({ stands_as, status }) => stands_as === "FIGURE" && status === "REPORTED");
      const held = figures
        .map((figure) => ({ key: `${figure.measure}|${figure.subject_code ?? ""}|${figure.stage}`, value: inBase(figure) }))
        .filter(({ key }) => !elsewhere.has(key));
      const lost = held.filter(({ key, value }) => again.get(key) !== value).map(({ key, value }) => [key, value, again.get(key)]);
      expect([one.unit.name, one.fiscalYear.year, one.kind, lost]).toEqual([one.unit.name, one.fiscalYear.year, one.kind, []]);
      expect(held.length).toBeGreaterThan(40);
      const known = new Set(figures.map(({ measure, subject_code, stage }) => `${measure}|${subject_code ?? ""}|${stage}`));
      expect([...again].filter(([key, value]) => value !== null && !known.has(key))).toEqual([]);
    }
  }, 180_000);

  it("has a sheet for every statutory table, its title and unit printed above it, and one of sources", async () => {
    const [final] = disclosures.filter(({ kind }) => kind === "FINAL_ACCOUNTS");
    const bytes = Buffer.from(await (await get("xlsx", named(final as (typeof disclosures)[number]))).arrayBuffer());
    const { blocks } = await extractDocument(bytes, "disclosure.xlsx");
    const paragraphs = blocks.flatMap((block) => (block.kind === "PARAGRAPH" ? [block.text] : []));
    for (const title of ["收入支出决算总表", "支出决算表", "财政拨款“三公”经费支出决算表", "数据来源一览表"])
      expect(paragraphs).toContain(title);
    expect(paragraphs.filter((text) => text === "单位：万元").length).toBeGreaterThanOrEqual(STATUTORY.length);
    expect(paragraphs.filter((text) => /^公开0\d表$/.test(text)).length).toBeGreaterThanOrEqual(STATUTORY.length);
  });

  it("writes CSV with stable English headers, 中文 when asked; what is missing is empty, a printed zero is 0; the rows are counted", async () => {
    const address = { unit: "云溪市司法局（示例）", year: "2024", kind: "FINAL_ACCOUNTS", scope: "DEPARTMENT" };
    const answered = await get("csv", { ...address, table: "EXPENDITURE" });
    const text = Buffer.from(await answered.arrayBuffer()).toString("utf8");
    const [head, ...rows] = text.trimEnd().split("\r\n");
    expect(head).toBe(
      `${BOM}subject_code,subject_name,CURRENT_YEAR_EXPENDITURE (WAN_YUAN),BASIC_EXPENDITURE (WAN_YUAN),PROJECT_EXPENDITURE (WAN_YUAN),REMITTED_TO_SUPERIOR (WAN_YUAN),BUSINESS_EXPENDITURE (WAN_YUAN),SUBSIDY_TO_SUBORDINATE (WAN_YUAN)`,
    );
    expect(answered.headers.get("x-row-count")).toBe(String(rows.length));
    expect(rows[0]).toMatch(/^,Total,[\d.]+,[\d.]+,[\d.]+,0,0,0$/);
    expect(rows.slice(1).every((row) => row.endsWith(",,,"))).toBe(true);
    expect(await (await get("csv", { ...address, table: "EXPENDITURE", lang: "zh" })).text()).toMatch(
      /^功能分类科目编码,科目名称,本年支出合计,/,
    );
  });

  it("cites for every figure the section and the words as printed", async () => {
    const sources = await sourcesOf({ unit: "云溪市司法局（示例）", year: "2024" });
    const printed = sources.filter(({ status, measure }) => status === "REPORTED" && !/^(?:CHECKS_|FINDINGS_|CITATION_)/.test(measure));
    expect(printed.length).toBeGreaterThan(100);
    expect(printed.filter(({ section, text, printed: number }) => !section || !text || !number)).toEqual([]);
    for (const { printed: number, text } of printed) expect(text?.replace(/\s/g, "")).toContain(number?.replace(/\s/g, ""));
  });

  it("shows a table as it prints itself where the document contradicts itself, and says so in the sources", async () => {
    const contradicted = await sourcesOf({ unit: "青岚县司法局（示例）", year: "2023", kind: "FINAL_ACCOUNTS" });
    expect(contradicted.some(({ stands_as }) => stands_as === "PRINTED_IN_TABLE")).toBe(true);
  });

  it("opens drafts to a key of the unit alone, and keeps them nowhere", async () => {
    const { unit, fiscalYear } = disclosures.find(({ kind }) => kind === "FINAL_ACCOUNTS") as (typeof disclosures)[number];
    const published = new Uint8Array(await (await get("xlsx", { unit: unit.code, year: String(fiscalYear.year) })).arrayBuffer());
    await importDocument(hub.database, { fileName: "draft.xlsx", bytes: published }, { publish: false });
    const address = { unit: unit.code, year: String(fiscalYear.year), status: "DRAFT" };
    expect((await get("csv", address)).status).toBe(401);
    const other = await hub.authorize({ units: [disclosures.find((one) => one.unit.code !== unit.code)?.unit.code ?? ""] });
    expect((await get("csv", address, other)).status).toBe(403);
    const own = await get("csv", address, await hub.authorize({ units: [unit.code] }));
    expect([own.status, own.headers.get("cache-control"), own.headers.get("etag")]).toEqual([200, "no-store", null]);
  });

  it("says what is wrong with an address, and that there is nothing", async () => {
    expect((await get("csv", { year: "2024" })).status).toBe(400);
    expect((await get("csv", { unit: "云溪市司法局（示例）" })).status).toBe(400);
    expect((await get("csv", { unit: "云溪市司法局（示例）", year: "2024", table: "NONE" })).status).toBe(400);
    expect((await get("csv", { unit: "没有这个单位", year: "2024" })).status).toBe(400);
    expect((await get("csv", { unit: "云溪市司法局（示例）", year: "2010", kind: "BUDGET" })).status).toBe(404);
  });
});

/** A value of the list in the base unit of its measure. */
function inBase({ measure, value }: Source): number | null {
  const { kind } = MEASURES[measure as keyof typeof MEASURES];
  if (value === null || kind === "MONEY" || kind === "COUNT") return value;
  return Math.round(value * (kind === "SCORE" ? 100 : 10_000));
}
