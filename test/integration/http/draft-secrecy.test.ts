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
    const answers = async (): Promise<unknown[]> =>
      Promise.all(everything.map(async (question) => (await hub.post(question)).json() as Promise<unknown>));
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
  }, 240_000);
});
