import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

const SEARCH = `query ($text: String!, $first: Int = 20, $after: String) {
  search(text: $text, first: $first, after: $after) {
    totalCount
    nodes { kind title snippet code disclosure { unit { name } fiscalYear { year } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

describe.each(testEngines())("search on %s", (engine) => {
  let hub: GraphSession;
  beforeAll(async () => {
    hub = await openGraphSession(engine);
    for (const [unitName, year] of [
      ["示例县水务局（本级）", 2023],
      ["示例县水务局（本级）", 2022],
      ["示例县林业局（本级）", 2023],
    ] as const) {
      await hub.publish("a.txt", disclosureText({ unitName, year }));
    }
  });
  afterAll(() => hub.close());

  it("finds units and subjects by their names, the best fit first", async () => {
    const { data, errors } = await hub.ask(SEARCH, { text: "水务局" });
    expect(errors).toEqual([]);
    expect(data.search.nodes[0]).toMatchObject({ kind: "UNIT", title: "示例县水务局", disclosure: null });
    const subjects = await hub.ask(SEARCH, { text: "普法宣传" });
    expect(subjects.data.search.nodes[0]).toMatchObject({ kind: "SUBJECT", title: "普法宣传", code: "2040605" });
  });

  it("finds the narrative with the words around it", async () => {
    const { data } = await hub.ask(SEARCH, { text: "林业局（本级）2023" });
    expect(data.search.nodes.length).toBeGreaterThan(0);
    for (const node of data.search.nodes) {
      expect(node.kind).toBe("SECTION");
      expect(node.snippet).toContain("林业局（本级）2023");
      expect(node.disclosure).toEqual({ unit: { name: "示例县林业局" }, fiscalYear: { year: 2023 } });
    }
  });

  it("counts and pages exactly for two letters", async () => {
    const all = await hub.ask(SEARCH, { text: "支出", first: 100 });
    expect(all.data.search.nodes.length).toBe(Math.min(100, all.data.search.totalCount));
    const first = await hub.ask(SEARCH, { text: "支出", first: 3 });
    const second = await hub.ask(SEARCH, { text: "支出", first: 3, after: first.data.search.pageInfo.endCursor });
    expect([...first.data.search.nodes, ...second.data.search.nodes]).toEqual(all.data.search.nodes.slice(0, 6));
  });

  it("finds nothing in drafts, nothing for a text that stands nowhere, and takes wildcards as letters", async () => {
    expect((await hub.ask(SEARCH, { text: "无人写过的话" })).data.search).toMatchObject({ totalCount: 0, nodes: [] });
    expect((await hub.ask(SEARCH, { text: "%%" })).data.search.nodes).toEqual([]);
  });

  it("refuses a single letter", async () => {
    expect((await hub.ask(SEARCH, { text: "水" })).errors.map(({ code }) => code)).toEqual(["INVALID_ARGUMENT"]);
  });
});
