import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

/** Every list: the fields that tell a node apart, and for each order the value that the nodes stand by. */
const LISTS: Readonly<Record<string, { key: string; orders: Readonly<Record<string, string>>; where?: string }>> = {
  disclosures: {
    key: "id",
    orders: { YEAR: "fiscalYear { year }", PUBLISHED_AT: "publishedAt", UNIT: "unit { name }", COVERAGE: "coverage { percent }" },
  },
  projects: {
    key: "id",
    orders: { SCORE: "score", ADJUSTED_BUDGET: "adjustedBudget", EXECUTED: "executed", NAME: "name", YEAR: "year" },
  },
  indicators: {
    key: "id",
    orders: { NAME: "name", ACHIEVEMENT: "achievement", WEIGHT: "weight", SCORE: "score" },
    where: "{ year: 2023 }",
  },
  findings: {
    key: "message disclosure { id }",
    orders: { SEVERITY: "severity", YEAR: "disclosure { fiscalYear { year } }", RULE: "rule { code }" },
  },
  units: { key: "code", orders: { NAME: "name", CODE: "code", REGION: "region { code }" } },
  documents: { key: "sha256", orders: { IMPORTED_AT: "importedAt", FILE_NAME: "fileName", SIZE: "byteLength" } },
};

const CASES = Object.entries(LISTS).flatMap(([list, { orders }]) =>
  Object.keys(orders).flatMap((order) => ["ASC", "DESC"].map((direction) => [list, order, direction] as const)),
);

type Node = Readonly<Record<string, unknown>>;

/** Follows a selection like `disclosure { fiscalYear { year } }` to its leaf. */
function leafOf(node: unknown, selection: string): unknown {
  const path = selection.split(/[{} ]+/).filter((name) => name !== "");
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name] ?? null, node);
}

/** Shorter than the shortest of the lists. */
const PAGE = 7;
const SEVERITIES = ["ERROR", "WARNING", "INFO"];
const weigh = (value: unknown): number | string => {
  const place = SEVERITIES.indexOf(value as string);
  return place >= 0 ? place : (value as number | string);
};

/** Texts by their bytes, as the engines do, and not by the letters of a language. */
const compareValues = (a: number | string, b: number | string): number =>
  typeof a === "string" || typeof b === "string" ? Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b))) : a - b;

describe.each(testEngines())("lists of the graph on %s", (engine) => {
  let hub: GraphSession;
  beforeAll(async () => {
    hub = await openGraphSession(engine, { samples: true });
  }, 120_000);
  afterAll(() => hub.close());

  async function walk(list: string, args: string, fields: string, first: number): Promise<{ nodes: Node[]; total: number; pages: number }> {
    const source = `query ($first: Int!, $after: String) {
      list: ${list}(first: $first, after: $after${args}) { totalCount nodes { ${fields} } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
    }`;
    const nodes: Node[] = [];
    let [total, pages] = [0, 0];
    for (let after: string | null = null; ; pages += 1) {
      const { data, errors } = await hub.ask(source, { first, after });
      expect(errors).toEqual([]);
      const { pageInfo, edges } = data.list;
      expect(pageInfo).toMatchObject({ hasPreviousPage: pages > 0, startCursor: edges[0].cursor, endCursor: edges.at(-1).cursor });
      nodes.push(...(data.list.nodes as Node[]));
      total = data.list.totalCount as number;
      if (!pageInfo.hasNextPage) return { nodes, total, pages: pages + 1 };
      after = pageInfo.endCursor as string;
    }
  }

  it.each(CASES)("pages through %s by %s %s: all of them, once, in order, what has no value last", async (list, order, direction) => {
    const { key, orders, where } = LISTS[list]!;
    const selection = orders[order]!;
    const args = `, orderBy: { field: ${order}, direction: ${direction} }${where ? `, where: ${where}` : ""}`;
    const fields = `${key} ${key.includes(selection) ? "" : selection}`;
    const { nodes, total, pages } = await walk(list, args, fields, PAGE);
    expect(nodes).toHaveLength(total);
    expect(pages).toBe(Math.max(1, Math.ceil(total / PAGE)));
    expect(total).toBeGreaterThan(PAGE);
    expect(new Set(nodes.map((node) => JSON.stringify(node))).size).toBe(total);
    const values = nodes.map((node) => leafOf(node, selection)).map((value) => (value === null ? null : weigh(value)));
    const told = values.filter((value) => value !== null);
    expect(values.slice(told.length).every((value) => value === null)).toBe(true);
    const sorted = [...told].sort(compareValues);
    expect(told).toEqual(direction === "ASC" ? sorted : sorted.reverse());
  });

  it.each([
    ["regions", 'parent: "320000"', "code"],
    ["subjects", "kind: FUNCTIONAL, level: CLASS", "code"],
  ])("pages through %s in the order of their codes", async (list, args, key) => {
    const { nodes, total } = await walk(list, `, ${args}`, key, 7);
    const codes = nodes.map((node) => node[key] as string);
    expect(codes.length).toBe(total);
    expect(codes.length).toBeGreaterThan(7);
    expect(codes).toEqual([...codes].sort());
  });

  it("narrows lists by what a filter says, and counts what is left", async () => {
    const { data, errors } = await hub.ask(`{
      north: units(where: { region: "北原自治区（示例）" }, first: 100) { totalCount nodes { region { code } } }
      named: units(where: { text: "司法" }, first: 100) { nodes { name } }
      low: projects(where: { scoreBelow: 90, hasTable: true }, first: 100) { nodes { score hasTable } }
      missed: indicators(where: { year: 2023, met: false, region: "北原自治区（示例）" }, first: 100) { nodes { met project { year } } }
      errors: findings(where: { severity: [ERROR], region: "北原自治区（示例）" }, first: 100) { nodes { severity } }
      budgets: disclosures(where: { kind: BUDGET, years: [2024] }, first: 100) { nodes { kind fiscalYear { year } } }
    }`);
    expect(errors).toEqual([]);
    expect(data.north.totalCount).toBe(data.north.nodes.length);
    expect(data.named.nodes.length).toBeGreaterThan(0);
    for (const { name } of data.named.nodes as { name: string }[]) expect(name).toContain("司法");
    for (const one of data.low.nodes as { score: number; hasTable: boolean }[]) expect(one.hasTable && one.score < 90).toBe(true);
    for (const one of data.missed.nodes as { met: boolean; project: { year: number } }[])
      expect(one).toEqual({ met: false, project: { year: 2023 } });
    for (const one of data.errors.nodes as { severity: string }[]) expect(one.severity).toBe("ERROR");
    for (const one of data.budgets.nodes as Node[]) expect(one).toEqual({ kind: "BUDGET", fiscalYear: { year: 2024 } });
  });

  it("tells what a finding is about and why it may have come about", async () => {
    const { data, errors } = await hub.ask(`{
      marks: findings(where: { rules: ["P_MISSED_FULL_MARKS"] }, first: 100) { nodes { message project { name } indicator { name met project { name } } } }
      slips: findings(where: { rules: ["X_DIGIT_SLIP"] }, first: 100) { nodes { recomputed cause { code likely } zh: message(language: ZH) } }
    }`);
    expect(errors).toEqual([]);
    expect(data.marks.nodes.length).toBeGreaterThan(0);
    for (const { message, project, indicator } of data.marks.nodes as {
      message: string;
      project: { name: string };
      indicator: { name: string; met: boolean; project: { name: string } };
    }[]) {
      expect([indicator.met, indicator.project]).toEqual([false, project]);
      expect(message).toContain(indicator.name);
    }
    const slips = data.slips.nodes as { recomputed: number; cause: { code: string; likely: number }; zh: string }[];
    expect(slips.map(({ cause }) => cause.code)).toContain("DIGITS_SWAPPED");
    for (const { recomputed, cause, zh } of slips) {
      expect(cause.likely).toBe(recomputed);
      expect(zh).toContain("疑为");
    }
  });

  const NESTED: Readonly<Record<string, string>> = {
    units: `nodes { region { name parent { name } children { code } } parent { name } children { name }
      disclosures(first: 3) { totalCount nodes { kind revision } } }`,
    disclosures: `nodes { unit { name } document { blocks(first: 4) { text rows } } sections { title blocks { index } } offices memberUnits { name }
      messages { text } checks { outcome rule { code } } quality { failed } revisions { revision } changes { before }
      projects { name funds { executed } indicators { met } }
      total: figure(measure: EXPENDITURE_TOTAL) { final yearOnYear(basis: PUBLISHED) { rate } shareOf(measure: REVENUE_TOTAL) reason citation { text document { sha256 } } readings { printed } relations { printed } findings { message } }
      figures(measures: [GENERAL_PUBLIC_EXPENDITURE, PROJECT_SHARE], level: ITEM) { subject { name parent { name } } final } }`,
    projects: `nodes { unit { name } disclosure { fiscalYear { year } unit { region { name } } } funds { source } indicators { name citation { document { fileName } } } }`,
    indicators: "nodes { project { name unit { name } disclosure { revision } } }",
    findings:
      "nodes { message rule { title } cause { code likely } project { name } disclosure { unit { name } } citations { text document { sha256 } } }",
    documents: "nodes { fileName blocks(first: 2) { text } }",
    subjects: "nodes { name parent { name parent { name } } children { name } }",
    regions: "nodes { name parent { name } children { name } }",
  };

  it.each(Object.entries(NESTED))(
    "reads %s with all that hangs on them in as many statements for many as for few",
    async (list, selection) => {
      const source = `query ($first: Int!) { list: ${list}(first: $first) { ${selection} } }`;
      // Enough for something of everything: what nothing hangs on is not asked for.
      const few = await hub.ask(source, { first: list === "units" ? 4 : 15 });
      const many = await hub.ask(source, { first: 30 });
      expect(many.errors).toEqual([]);
      expect(many.data.list.nodes.length).toBeGreaterThan(few.data.list.nodes.length);
      expect(many.statements).toBeLessThanOrEqual(few.statements);
      expect(many.statements).toBeLessThanOrEqual(30);
    },
  );

  it("asks once for all units that one request names", async () => {
    const one = `disclosure(unit: "云溪市司法局（示例）", year: 2023) { revision }`;
    const alone = await hub.ask(`{ ${one} }`);
    const together = await hub.ask(
      `{ a: ${one} b: disclosure(unit: "青岚县司法局（示例）", year: 2023) { revision } c: disclosure(unit: "云溪市财政局(示例)", year: 2024) { revision } }`,
    );
    expect(together.errors).toEqual([]);
    expect(together.statements).toBe(alone.statements);
  });

  it.each([
    ["{ units(first: 0) { totalCount } }", "PAGE_SIZE"],
    ["{ projects(first: 101) { totalCount } }", "PAGE_SIZE"],
    ['{ units(after: "eHh4") { totalCount } }', "BAD_CURSOR"],
    ['{ units(where: { region: "无此地区" }) { totalCount } }', "REGION_NOT_FOUND"],
    ['{ units(where: { region: "普陀区" }) { totalCount } }', "REGION_AMBIGUOUS"],
    ['{ units(where: { parent: "无此单位" }) { totalCount } }', "UNIT_NOT_FOUND"],
    ['{ projects(where: { units: ["无此单位"] }) { totalCount } }', "UNIT_NOT_FOUND"],
    ["{ findings(dataVersion: 100000) { totalCount } }", "AS_OF_INVALID"],
    ["{ findings(dataVersion: -1) { totalCount } }", "AS_OF_INVALID"],
    ['{ findings(dataVersion: 1, asOf: "2026-01-01T00:00:00Z") { totalCount } }', "AS_OF_INVALID"],
    ["{ documents { nodes { blocks(first: 501) { index } } } }", "PAGE_SIZE"],
    [
      '{ disclosure(unit: "云溪市司法局（示例）", year: 2023) { figure(measure: GENERAL_PUBLIC_EXPENDITURE, subject: "999") { final } } }',
      "SUBJECT_NOT_FOUND",
    ],
  ])("refuses %s", async (source, code) => {
    const { errors } = await hub.ask(source);
    expect(errors[0]?.code).toBe(code);
  });

  it("refuses a list argument beyond the limit", async () => {
    const units = Array.from({ length: 251 }, (_, index) => `单位${index}`);
    const { errors } = await hub.ask("query ($units: [String!]!) { projects(where: { units: $units }) { totalCount } }", { units });
    expect(errors.map(({ code }) => code)).toEqual(["LIST_TOO_LONG"]);
  });

  it("goes on at the data version of the first page, whatever is published in between", async () => {
    const source =
      "query ($after: String) { disclosures(first: 20, after: $after, orderBy: { field: PUBLISHED_AT, direction: DESC }) { totalCount nodes { id } pageInfo { endCursor } } }";
    const { data: first } = await hub.ask(source);
    await hub.publish("later.txt", disclosureText({ unitName: "云溪市后来局（示例）" }));
    const { data: second } = await hub.ask(source, { after: first.disclosures.pageInfo.endCursor });
    const { data: anew } = await hub.ask(source);
    expect(second.disclosures.totalCount).toBe(first.disclosures.totalCount);
    expect(anew.disclosures.totalCount).toBe(first.disclosures.totalCount + 1);
    const ids = [...first.disclosures.nodes, ...second.disclosures.nodes].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(first.disclosures.totalCount);
    expect(ids).not.toContain(anew.disclosures.nodes[0].id);
  });

  it("reads lists as they were at a data version", async () => {
    const source = `query ($dataVersion: Int!) {
      disclosures(dataVersion: $dataVersion) { totalCount } projects(dataVersion: $dataVersion) { totalCount }
      indicators(dataVersion: $dataVersion) { totalCount } findings(dataVersion: $dataVersion) { totalCount } documents(dataVersion: $dataVersion) { totalCount }
    }`;
    const { data: none } = await hub.ask(source, { dataVersion: 0 });
    expect(Object.values(none as Record<string, { totalCount: number }>).map(({ totalCount }) => totalCount)).toEqual([0, 0, 0, 0, 0]);
    const { data: one } = await hub.ask(source, { dataVersion: 1 });
    expect(one.disclosures.totalCount).toBe(1);
    expect(one.documents.totalCount).toBe(1);
    expect(one.projects.totalCount).toBeGreaterThan(0);
  });

  it("compares as it was at a data version, or at an instant, and not at both", async () => {
    const source = `query ($dataVersion: Int, $asOf: DateTime) {
      compare(measures: [EXPENDITURE_TOTAL], dataVersion: $dataVersion, asOf: $asOf) { dataVersion totalCount }
    }`;
    const { data: one } = await hub.ask(source, { dataVersion: 1 });
    expect(one.compare).toEqual({ dataVersion: 1, totalCount: 1 });
    const { data: first } = await hub.ask("{ disclosures(dataVersion: 1) { nodes { publishedAt } } }");
    const { data: then } = await hub.ask(source, { asOf: first.disclosures.nodes[0].publishedAt });
    expect(then.compare.totalCount).toBeGreaterThanOrEqual(1);
    const { errors } = await hub.ask(source, { dataVersion: 1, asOf: "2026-01-01T00:00:00Z" });
    expect(errors[0]?.code).toBe("AS_OF_INVALID");
  });
});
