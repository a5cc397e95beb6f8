import type { GraphQLSchema } from "graphql";
import { graphql } from "graphql";
import { buildGraphSchema } from "../../../src/graph/build-graph-schema";
import { createGraphContext, createGraphSources } from "../../../src/graph/graph-context";
import type { GraphSources } from "../../../src/graph/graph-context";
import { migrate } from "../../../src/store/migrate";
import type { Database } from "../../../src/store/open-database";
import { createRowReader } from "../../../src/store/row-reader";
import { openDatabase } from "../../../src/store/open-database";
import { writeComparisonWorld } from "../../support/comparison-fixture";
import type { TestDatabase } from "../../support/databases/create-test-database";
import { createTestDatabase } from "../../support/databases/create-test-database";
import { testEngines } from "../../support/databases/test-engines";
import { expectWrittenAlike } from "../../support/expect-written-alike";

const QUERY_04 = `query Rank($year: Int!, $region: String!) {
  compare(
    where: { years: [$year], regions: [$region] }
    measures: [THREE_PUBLIC_TOTAL]
    orderBy: { measure: THREE_PUBLIC_TOTAL, direction: DESC }
    first: 10
  ) {
    totalCount
    rows { unit { name } cells { value rank peerMedian } }
    coverage { expected disclosed missing { name } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const QUERY_05 = `query SubjectAcross($subject: ID!, $years: [Int!]!) {
  compare(where: { years: $years }, measures: [GENERAL_PUBLIC_EXPENDITURE], subjects: [$subject], first: 100) {
    rows { unit { name } year cells { value status yearOnYear { rate } rank } }
  }
}`;

const QUERY_06 = `query Group($years: [Int!]!) {
  compare(where: { years: $years }, groupBy: REGION, measures: [EXPENDITURE_TOTAL, THREE_PUBLIC_TOTAL]) {
    rows { group { key name } year cells { value unitCount } }
  }
}`;

const QUERY_03 = `query Compare($units: [String!]!, $years: [Int!]!) {
  compare(
    where: { units: $units, years: $years }
    measures: [EXPENDITURE_TOTAL, PROJECT_EXPENDITURE, THREE_PUBLIC_TOTAL, AGENCY_OPERATING_EXPENSE, PROCUREMENT_SME]
  ) {
    columns { measure { code name } }
    rows {
      unit { name }
      year
      cells {
        value
        status
        shareOf(measure: EXPENDITURE_TOTAL)
        yearOnYear { amount rate }
        rank
        peerMedian
        percentile
        citation { section text }
      }
    }
  }
}`;

describe.each(testEngines())("compare on %s", (engine) => {
  let test: TestDatabase;
  let database: Database;
  let sources: GraphSources;
  let schema: GraphQLSchema;
  const statements: string[] = [];

  beforeAll(async () => {
    test = await createTestDatabase(engine);
    database = await openDatabase(test);
    await migrate(database);
    await writeComparisonWorld(database, {
      regions: [
        { code: "990000", name: "示例省", level: "PROVINCE" },
        { code: "990100", name: "示例市", parent: "990000", level: "CITY" },
        { code: "990101", name: "示例区", parent: "990100" },
        { code: "990102", name: "邻区", parent: "990100" },
      ],
      subjects: [
        { code: "299", name: "示例类", level: "CLASS" },
        { code: "29901", name: "示例款", level: "SECTION", parent: "299" },
      ],
      units: [
        { code: "A", name: "甲局（示例）", region: "990101" },
        { code: "B", name: "乙局（示例）", region: "990102" },
        { code: "C", name: "丙局（示例）", region: "990101" },
        { code: "D", name: "丁局（示例）", region: "990100" },
        { code: "D1", name: "丁局一所（示例）", region: "990100", parent: "D" },
      ],
      figures: [
        { unit: "A", year: 2022, measure: "EXPENDITURE_TOTAL", value: 80_000_000 },
        { unit: "A", year: 2023, measure: "EXPENDITURE_TOTAL", value: 100_000_000 },
        { unit: "A", year: 2023, measure: "THREE_PUBLIC_TOTAL", value: 3_000_000 },
        { unit: "B", year: 2023, measure: "EXPENDITURE_TOTAL", value: 300_000_000 },
        { unit: "B", year: 2023, measure: "EXPENDITURE_TOTAL", stage: "PRIOR_FINAL", value: 290_000_000 },
        { unit: "B", year: 2023, measure: "THREE_PUBLIC_TOTAL", value: 0 },
        { unit: "D", year: 2023, measure: "EXPENDITURE_TOTAL", value: 500_000_000, scope: "DEPARTMENT" },
        { unit: "D", year: 2023, measure: "EXPENDITURE_TOTAL", value: 100_000_000, scope: "UNIT" },
        { unit: "D1", year: 2023, measure: "EXPENDITURE_TOTAL", value: 400_000_000, scope: "UNIT" },
        { unit: "A", year: 2022, measure: "GENERAL_PUBLIC_EXPENDITURE", subject: "299", value: 10_000_000 },
        { unit: "A", year: 2023, measure: "GENERAL_PUBLIC_EXPENDITURE", subject: "299", value: 12_500_000 },
        { unit: "B", year: 2023, measure: "GENERAL_PUBLIC_EXPENDITURE", subject: "299", value: 20_000_000 },
        { unit: "B", year: 2023, measure: "GENERAL_PUBLIC_EXPENDITURE", subject: "29901", value: 20_000_000 },
        { unit: "B", year: 2023, measure: "PROCUREMENT_SME", value: null, status: "NOT_APPLICABLE" },
      ],
    });
    sources = createGraphSources(database, createRowReader(database), (sql) => statements.push(sql));
    schema = buildGraphSchema();
  });

  afterAll(async () => {
    sources.reader.close();
    sources.comparisonStore.close();
    await database.destroy();
    await test.drop();
  });

  const ask = async (source: string, variableValues: Record<string, unknown>) => {
    statements.length = 0;
    const result = await graphql({ schema, source, variableValues, contextValue: createGraphContext(sources) });
    const taken = [...statements];
    await expectWrittenAlike(source, variableValues, createGraphContext(sources), result);
    statements.splice(0, Infinity, ...taken);
    return JSON.parse(JSON.stringify(result)) as { data?: any; errors?: any }; // eslint-disable-line @typescript-eslint/no-explicit-any
  };

  it("charges what its size comes to beyond what its arguments told, and nothing where they told it", async () => {
    const charge = jest.fn(() => Promise.resolve());
    const charged = async (where: string): Promise<number> => {
      charge.mockClear();
      const source = `{ compare(where: { ${where} }, measures: [EXPENDITURE_TOTAL], includeEmpty: true) { totalCount rows { year } } }`;
      const result = await graphql({ schema, source, contextValue: createGraphContext({ ...sources, charge }) });
      expect(result.errors).toBeUndefined();
      const { totalCount } = result.data?.["compare"] as { totalCount: number };
      const sum = (charge.mock.calls as unknown as [number][]).reduce((all, [price]) => all + price, 0);
      return totalCount - sum;
    };
    // Taken as 50 units in 5 years; for its 400 figures and more it pays one beyond those of 250.
    expect(await charged("yearTo: 2100")).toBe(250 - 1);
    expect(await charged('units: ["A", "B"], yearFrom: 2008, yearTo: 2100')).toBe(2 * 93);
  });

  it("answers query 03", async () => {
    const { data, errors } = await ask(QUERY_03, { units: ["B", "甲局(示例)", "丙局（示例）"], years: [2023] });
    expect(errors).toBeUndefined();
    expect(data.compare.rows.map((row: any) => row.unit.name)).toEqual(["乙局（示例）", "甲局（示例）", "丙局（示例）"]); // eslint-disable-line @typescript-eslint/no-explicit-any
    expect(data.compare.rows[0].cells[0]).toEqual({
      value: 300,
      status: "REPORTED",
      shareOf: 100,
      yearOnYear: { amount: 10, rate: 3.45 },
      rank: 1,
      peerMedian: 200,
      percentile: 100,
      citation: { section: "收支总体情况", text: "EXPENDITURE_TOTAL 2023" },
    });
    expect(data.compare.rows[1].cells[0]).toMatchObject({ value: 100, yearOnYear: { amount: 20, rate: 25 }, rank: 2, percentile: 0 });
    expect(data.compare.rows[1].cells[2]).toMatchObject({ value: 3, shareOf: 3, yearOnYear: null, rank: 1 });
    expect(data.compare.rows[0].cells[2]).toMatchObject({ value: 0, shareOf: 0, rank: 2 });
    expect(data.compare.rows[0].cells[4]).toMatchObject({
      value: null,
      status: "NOT_APPLICABLE",
      rank: null,
      citation: { section: "收支总体情况" },
    });
    expect(data.compare.rows[2].cells[0]).toMatchObject({
      value: null,
      status: "NOT_DISCLOSED",
      rank: null,
      peerMedian: 200,
      citation: null,
    });
    expect(statements).toHaveLength(3);
  });

  it("answers query 04", async () => {
    const { data, errors } = await ask(QUERY_04, { year: 2023, region: "示例市" });
    expect(errors).toBeUndefined();
    expect(data.compare).toEqual({
      totalCount: 2,
      rows: [
        { unit: { name: "甲局（示例）" }, cells: [{ value: 3, rank: 1, peerMedian: 1.5 }] },
        { unit: { name: "乙局（示例）" }, cells: [{ value: 0, rank: 2, peerMedian: 1.5 }] },
      ],
      coverage: { expected: 5, disclosed: 4, missing: [{ name: "丙局（示例）" }] },
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
    });
    expect(statements).toHaveLength(4);
  });

  it("answers query 05", async () => {
    const { data, errors } = await ask(QUERY_05, { subject: "299", years: [2022, 2023] });
    expect(errors).toBeUndefined();
    expect(data.compare.rows).toEqual([
      { unit: { name: "甲局（示例）" }, year: 2022, cells: [{ value: 10, status: "REPORTED", yearOnYear: null, rank: 1 }] },
      { unit: { name: "甲局（示例）" }, year: 2023, cells: [{ value: 12.5, status: "REPORTED", yearOnYear: { rate: 25 }, rank: 2 }] },
      { unit: { name: "乙局（示例）" }, year: 2023, cells: [{ value: 20, status: "REPORTED", yearOnYear: null, rank: 1 }] },
    ]);
  });

  it("answers query 06, and counts no member of a department twice", async () => {
    const { data, errors } = await ask(QUERY_06, { years: [2023] });
    expect(errors).toBeUndefined();
    expect(data.compare.rows).toEqual([
      { group: { key: "990100", name: "示例市" }, year: 2023, cells: [{ value: 500, unitCount: 1 }, { value: null, unitCount: 0 }] }, // prettier-ignore
      { group: { key: "990101", name: "示例区" }, year: 2023, cells: [{ value: 100, unitCount: 1 }, { value: 3, unitCount: 1 }] }, // prettier-ignore
      { group: { key: "990102", name: "邻区" }, year: 2023, cells: [{ value: 300, unitCount: 1 }, { value: 0, unitCount: 1 }] }, // prettier-ignore
    ]);
  });
});
