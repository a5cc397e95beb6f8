import { Kind, parse } from "graphql";
import type { FragmentDefinitionNode, OperationDefinitionNode } from "graphql";
import { buildGraphSchema } from "../../../src/graph/build-graph-schema";
import { LIMITS } from "../../../src/graph/limits";
import { MEASURES } from "../../../src/model/measures";
import { priceOf } from "../../../src/graph/query-price";

function price(query: string, variables: Record<string, unknown> = {}): number {
  const { definitions } = parse(query);
  const operation = definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)!;
  const fragments = definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
  const named = new Map(fragments.map((one) => [one.name.value, one]));
  return priceOf({ schema: buildGraphSchema(), operation, fragments: named, variables });
}

describe("the price of a query", () => {
  it.each([
    ["{ hub { dataVersion } }", 1],
    ["{ hub { dataVersion limits { maxFirst } } }", 2],
    // The connection, and a page of nodes.
    ["{ units(first: 30) { totalCount nodes { name } } }", 31],
    ["{ units { nodes { name region { name } } } }", 41],
    ["{ units(first: 5) { edges { node { name } } } }", 11],
    // The schema, 150 types, 14 fields each.
    ["{ __schema { types { name fields { name } } } }", 2251],
    ["{ a: hub { dataVersion } b: hub { dataVersion } }", 2],
  ])("of %s is %d", (query, expected) => {
    expect(price(query)).toBe(expected);
  });

  it("reads page sizes from variables and their defaults", () => {
    const query = "query ($first: Int = 7) { units(first: $first) { nodes { name } } }";
    expect(price(query, { first: 50 })).toBe(51);
  });

  it("counts a fragment as often as it is spread, and in no time however they nest", () => {
    const doubling = Array.from({ length: 60 }, (_, step) => `fragment F${step} on Hub { ...F${step + 1} ...F${step + 1} }`).join("\n");
    expect(price("{ hub { ...F } } fragment F on Hub { limits { maxFirst } }")).toBe(2);
    expect(price(`{ hub { ...F0 } } ${doubling} fragment F60 on Hub { limits { maxFirst } }`)).toBe(2 ** 60 + 1);
  });

  it("of a comparison follows its rows and cells", () => {
    const compare = "compare(where: { units: $units, years: [2022, 2023] }, measures: [EXPENDITURE_TOTAL, BASIC_EXPENDITURE])";
    // The comparison, 3 × 2 rows, 2 cells each with a change.
    const query = `query ($units: [String!]!) { ${compare} { rows { year cells { value yearOnYear { rate } } } } }`;
    expect(price(query, { units: ["a", "b", "c"] })).toBe(1 + 6 * (1 + 2 * 2));
  });

  describe("of a comparison that answers little and takes in much", () => {
    const units = Array.from({ length: 8 }, (_, index) => `u${index}`);
    const measures = Object.keys(MEASURES).slice(0, 37);
    const compare = (years: string, more = ""): string =>
      `compare(where: { units: ${JSON.stringify(units)}, ${years} }, measures: [${measures.join(", ")}], first: 1 ${more}) { totalCount }`;
    const all = Array.from({ length: 93 }, (_, index) => 2008 + index);

    it("follows the figures", () => {
      expect(price(`{ ${compare(`years: [${all.join(", ")}]`)} }`)).toBe(1 + Math.floor((8 * 93 * 37) / 100));
    });

    it("is the same for a range of years as for their list", () => {
      expect(price(`{ ${compare("yearFrom: 2008, yearTo: 2100")} }`)).toBe(price(`{ ${compare(`years: [${all.join(", ")}]`)} }`));
      expect(price(`{ ${compare("yearFrom: -2000000000, yearTo: 2000000000")} }`)).toBe(1 + Math.floor((8 * 93 * 37) / 100));
    });

    it.each(['subjects: ["201"], includeDescendants: true', "subjectLevel: ITEM"])("is higher with %s", (more) => {
      expect(price(`{ ${compare("yearFrom: 2008, yearTo: 2100", more)} }`)).toBeGreaterThan(
        15 * price(`{ ${compare("yearFrom: 2008, yearTo: 2100")} }`),
      );
    });

    it("is beyond the limit where it is asked again and again", () => {
      const dear = compare("yearFrom: 2008, yearTo: 2100", 'subjects: ["201"], includeDescendants: true');
      const asked = Array.from({ length: 20 }, (_, index) => `a${index}: ${dear}`);
      expect(price(`{ ${asked.join(" ")} }`)).toBeGreaterThan(LIMITS.maxCost);
    });
  });

  it("of named figures follows their number", () => {
    const figures = "figures(measures: [EXPENDITURE_TOTAL, BASIC_EXPENDITURE]) { final }";
    expect(price(`{ disclosure(unit: "a", year: 2023) { ${figures} } }`)).toBe(3);
  });

  it("of lists within lists is beyond the limit", () => {
    const query =
      "{ disclosures(first: 100) { nodes { projects { indicators { project { disclosure { figures { readings { printed } } } } } } } } }";
    expect(price(query)).toBeGreaterThan(LIMITS.maxCost);
  });
});
