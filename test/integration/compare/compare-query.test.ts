import type { GraphQLSchema } from "graphql";
import { graphql } from "graphql";
import { buildSchema } from "type-graphql";
import { ComparisonResolver } from "../../../src/graph/comparison/comparison.resolver";
import type { ComparisonStore } from "../../../src/store/comparison/comparison-store";
import { createComparisonStore } from "../../../src/store/comparison/comparison-store";
import { migrate } from "../../../src/store/migrate";
import type { Database } from "../../../src/store/open-database";
import { openDatabase } from "../../../src/store/open-database";
import { writeComparisonWorld } from "../../support/comparison-fixture";
import type { TestDatabase } from "../../support/databases/create-test-database";
import { createTestDatabase } from "../../support/databases/create-test-database";
import { testEngines } from "../../support/databases/test-engines";

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
  let store: ComparisonStore;
  let schema: GraphQLSchema;
  const statements: string[] = [];

  beforeAll(async () => {
    test = await createTestDatabase(engine);
    database = await openDatabase(test);
    await migrate(database);
    await writeComparisonWorld(database, {
      units: [
        { code: "A", name: "甲局（示例）" },
        { code: "B", name: "乙局（示例）" },
        { code: "C", name: "丙局（示例）" },
      ],
      figures: [
        { unit: "A", year: 2022, measure: "EXPENDITURE_TOTAL", value: 80_000_000 },
        { unit: "A", year: 2023, measure: "EXPENDITURE_TOTAL", value: 100_000_000 },
        { unit: "A", year: 2023, measure: "THREE_PUBLIC_TOTAL", value: 3_000_000 },
        { unit: "B", year: 2023, measure: "EXPENDITURE_TOTAL", value: 300_000_000 },
        { unit: "B", year: 2023, measure: "EXPENDITURE_TOTAL", stage: "PRIOR_FINAL", value: 290_000_000 },
        { unit: "B", year: 2023, measure: "THREE_PUBLIC_TOTAL", value: 0 },
        { unit: "B", year: 2023, measure: "PROCUREMENT_SME", value: null, status: "NOT_APPLICABLE" },
      ],
    });
    store = createComparisonStore(database, (sql) => statements.push(sql));
    schema = await buildSchema({ resolvers: [ComparisonResolver], validate: false });
  });

  afterAll(async () => {
    store.close();
    await database.destroy();
    await test.drop();
  });

  const ask = async (source: string, variableValues: Record<string, unknown>) => {
    statements.length = 0;
    const result = await graphql({ schema, source, variableValues, contextValue: { comparisonStore: store } });
    return JSON.parse(JSON.stringify(result)) as { data?: any; errors?: any }; // eslint-disable-line @typescript-eslint/no-explicit-any
  };

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
      citation: { section: "TOTALS", text: "EXPENDITURE_TOTAL 2023" },
    });
    expect(data.compare.rows[1].cells[0]).toMatchObject({ value: 100, yearOnYear: { amount: 20, rate: 25 }, rank: 2, percentile: 0 });
    expect(data.compare.rows[1].cells[2]).toMatchObject({ value: 3, shareOf: 3, yearOnYear: null, rank: 1 });
    expect(data.compare.rows[0].cells[2]).toMatchObject({ value: 0, shareOf: 0, rank: 2 });
    expect(data.compare.rows[0].cells[4]).toMatchObject({ value: null, status: "NOT_APPLICABLE", rank: null, citation: { section: "TOTALS" } });
    expect(data.compare.rows[2].cells[0]).toMatchObject({ value: null, status: "NOT_DISCLOSED", rank: null, peerMedian: 200, citation: null });
    expect(statements).toHaveLength(3);
  });
});
