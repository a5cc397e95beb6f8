import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { checkRelated } from "../../../src/check/check-related";
import { importDocument } from "../../../src/ingest/import-document";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { publishRevision } from "../../../src/store/publish-revision";
import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import { serveSampleHub } from "../../support/served-hub";

const OPERATIONS = path.join(PACKAGE_ROOT, "schema", "operations");
const variables = JSON.parse(readFileSync(path.join(OPERATIONS, "variables.json"), "utf8")) as Record<string, object>;
const questions = readdirSync(OPERATIONS)
  .filter((name) => name.endsWith(".graphql"))
  .map((name) => ({ query: readFileSync(path.join(OPERATIONS, name), "utf8"), variables: variables[path.basename(name, ".graphql")] }))
  .filter(({ query }) => !/^\s*mutation/m.test(query));

/** Every other way to what is published, with what a draft would change in it. */
const DRAFTED = encodeURIComponent("草稿市财政局");
const KNOWN = encodeURIComponent("云溪市商务局（示例）");
const DOORS = [
  "/export/compare.csv?measures=EXPENDITURE_TOTAL,CHECKS_FAILED,FINDINGS_ERROR",
  `/export/compare.csv?measures=EXPENDITURE_TOTAL&units=${DRAFTED}`,
  `/export/disclosure.csv?unit=${KNOWN}&year=2024`,
  `/export/disclosure.csv?unit=${DRAFTED}&year=2024`,
  `/export/disclosure.csv?unit=${DRAFTED}&year=2024&status=DRAFT`,
  "/charts/compare.svg?measures=EXPENDITURE_TOTAL",
  `/charts/compare.svg?measures=EXPENDITURE_TOTAL&units=${DRAFTED}`,
  "/embed/compare?measures=EXPENDITURE_TOTAL",
  "/feed.atom",
];

/** Plots number their classes through the life of the process. */
const withoutNumbering = (text: string): string => text.replaceAll(/zr\d+-cls-\d+/g, "class");

/** The tools for models, asked for what a draft would change. */
const TOOLS = [
  { name: "find_units", arguments: { text: "草稿" } },
  { name: "compare", arguments: { measures: ["EXPENDITURE_TOTAL"] } },
  { name: "disclosure", arguments: { unit: "云溪市商务局（示例）", year: 2024 } },
  { name: "disclosure", arguments: { unit: "草稿市财政局", year: 2024 } },
  { name: "findings", arguments: {} },
];

async function askTools(url: string): Promise<string[]> {
  const headers = { "content-type": "application/json", accept: "application/json, text/event-stream" };
  const call = async (params: object): Promise<string> =>
    (
      await fetch(`${url}/mcp`, { method: "POST", headers, body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params }) })
    ).text();
  const told = await Promise.all(TOOLS.map(call));
  for (const one of told) expect(one).toContain('"result"');
  return told;
}

// One engine: the statements are the same, and the sample pack takes long to load.
describe.each(testEngines().slice(-1))("a draft on %s", (engine) => {
  it("changes no answer that a public reader gets, not in what is counted, searched or suggested either", async () => {
    const hub = await serveSampleHub(engine);
    const everything = [
      ...questions,
      { query: "{ fiscalYears { year disclosureCount unitCount coverage { expected disclosed } } }" },
      { query: "{ units(first: 100) { totalCount nodes { name nature natureText disclosures { totalCount } } } }" },
      {
        query:
          "{ documents(first: 100) { totalCount nodes { sha256 } } disclosures(first: 100) { totalCount nodes { id revisions { id } changes { before } } } }",
      },
      {
        query:
          '{ findings(first: 100) { totalCount } projects { totalCount } indicators { totalCount } search(text: "草稿") { totalCount } }',
      },
      {
        query: "{ compare(measures: [EXPENDITURE_TOTAL]) { rows { unit { name } year cells { value } } } }",
      },
      { query: '{ suggestions(text: "草稿") { name } }' },
    ];
    const answers = async (): Promise<unknown[]> => [
      ...(await Promise.all(everything.map(async (question) => (await hub.post(question)).json() as Promise<unknown>))),
      ...(await Promise.all(DOORS.map(async (door) => withoutNumbering(await (await fetch(`${hub.url}${door}`)).text())))),
      await askTools(hub.url),
    ];
    try {
      const before = await answers();
      const drafts: number[] = [];
      for (const [unitName, year] of [
        ["云溪市司法局（示例）（本级）", 2025],
        ["云溪市商务局（示例）（本级）", 2024],
        ["草稿市财政局（本级）", 2024],
      ] as const) {
        const bytes = disclosureText({ unitName, year, total: "987,654.32" });
        drafts.push((await importDocument(hub.database, { fileName: "草稿.txt", bytes }, { publish: false })).saved.revisionId);
      }
      expect(await answers()).toEqual(before);
      const ask = async (unit: string, headers = {}): Promise<unknown> =>
        (await hub.post({ query: "query ($unit: String!) { unit(unit: $unit) { name } }", variables: { unit } }, headers)).json();
      expect(await ask("草稿市财政局")).toMatchObject({ errors: [{ extensions: { code: "UNIT_NOT_FOUND" } }] });
      expect(await ask("草稿市财政局", await hub.authorize())).toMatchObject({ data: { unit: { name: "草稿市财政局" } } });
      await publishRevision(hub.database, drafts.at(-1) ?? 0, checkRelated);
      expect(await ask("草稿市财政局")).toMatchObject({ data: { unit: { name: "草稿市财政局" } } });
    } finally {
      await hub.close();
    }
  }, 480_000);
});
