import { printGraphSchema } from "../../../src/graph/print-graph-schema";
import type { MeasureCode } from "../../../src/model/measures";
import { writeComparisonWorld } from "../../support/comparison-fixture";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

/** A catalogue with one entry more, and nothing else that knows of it. */
jest.mock<{ MEASURES: Record<string, unknown>; MEASURE_CODES: string[] }>("../../../src/model/measures", () => {
  const catalogue = jest.requireActual<{ MEASURES: Record<string, object>; MEASURE_CODES: string[] }>("../../../src/model/measures");
  catalogue.MEASURES["ADDED_MEASURE"] = {
    ...catalogue.MEASURES["EXPENDITURE_TOTAL"],
    id: 9990,
    name: "新增指标",
    nameEn: "Added measure",
    aliases: [],
    description: "A measure of this test.",
  };
  catalogue.MEASURE_CODES.push("ADDED_MEASURE");
  return catalogue;
});

const ADDED = "ADDED_MEASURE" as MeasureCode;

describe("a measure that is one entry of the catalogue", () => {
  let session: GraphSession;

  beforeAll(async () => {
    session = await openGraphSession("sqlite");
    await writeComparisonWorld(session.database, {
      units: [{ code: "A", name: "甲局（示例）" }],
      figures: [
        { unit: "A", year: 2022, measure: ADDED, value: 2_000_000 },
        { unit: "A", year: 2023, measure: ADDED, value: 3_000_000 },
      ],
    });
  });

  afterAll(() => session.close());

  it("stands in the schema with its names and what it means", () => {
    const enumeration = /enum MeasureCode \{[^}]*\}/.exec(printGraphSchema())?.[0] ?? "";
    expect(enumeration).toMatch(/新增指标[^"]*A measure of this test\.[^"]*"""\n {2}ADDED_MEASURE\n/);
  });

  it("is compared, ordered by and suggested", async () => {
    const { data, errors } = await session.ask(`{
      compare(where: { units: ["A"] }, measures: [ADDED_MEASURE], orderBy: { measure: ADDED_MEASURE, direction: DESC }) {
        columns { measure { code name } }
        rows { year cells { value yearOnYear { rate } } }
      }
      suggestions(text: "新增指标", kinds: [MEASURE]) { code }
    }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      compare: {
        columns: [{ measure: { code: "ADDED_MEASURE", name: "新增指标" } }],
        rows: [
          { year: 2023, cells: [{ value: 3, yearOnYear: { rate: 50 } }] },
          { year: 2022, cells: [{ value: 2, yearOnYear: null }] },
        ],
      },
      suggestions: [{ code: "ADDED_MEASURE" }],
    });
  });
});
