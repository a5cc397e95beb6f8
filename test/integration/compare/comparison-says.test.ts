import { HubStateRow } from "../../../src/store/entities/hub-state.entity";
import type { FigureFact } from "../../support/comparison-fixture";
import { writeComparisonWorld } from "../../support/comparison-fixture";
import { testEngines } from "../../support/databases/test-engines";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

/* eslint-disable @typescript-eslint/no-explicit-any -- the shape of an answer is what the tests assert */

const WAN = 1_000_000;
const total = (unit: string, year: number, wan: number, more: Partial<FigureFact> = {}): FigureFact => ({
  unit,
  year,
  measure: "EXPENDITURE_TOTAL",
  value: wan * WAN,
  ...more,
});
const bySubject = (unit: string, subject: string, wan: number): FigureFact => ({
  ...total(unit, 2023, wan),
  measure: "GENERAL_PUBLIC_EXPENDITURE",
  subject,
});

describe.each(testEngines())("what a comparison says on %s", (engine) => {
  let session: GraphSession;

  beforeAll(async () => {
    session = await openGraphSession(engine);
    await writeComparisonWorld(session.database, {
      regions: [
        { code: "980000", name: "邻省", level: "PROVINCE" },
        { code: "980103", name: "同名区", parent: "980000" },
        { code: "990000", name: "示例省", level: "PROVINCE" },
        { code: "990100", name: "示例市", parent: "990000", level: "CITY" },
        { code: "990101", name: "示例区", parent: "990100" },
        { code: "990102", name: "示例湖区", parent: "990100" },
        { code: "990103", name: "同名区", parent: "990100" },
      ],
      subjects: [
        { code: "991", name: "示例类", level: "CLASS" },
        { code: "99101", name: "示例款", level: "SECTION", parent: "991" },
        { code: "9910101", name: "示例项", level: "ITEM", parent: "99101" },
      ],
      units: [
        { code: "A", name: "甲局（示例）", region: "990101", level: "COUNTY", nature: "ADMINISTRATIVE", aliases: ["原甲局（示例）"] },
        { code: "B", name: "乙局（示例）", region: "990101", level: "COUNTY", nature: "PUBLIC_INSTITUTION" },
        { code: "C", name: "丙局（示例）", region: "990102", level: "COUNTY", nature: "ADMINISTRATIVE" },
        { code: "D", name: "丁局（示例）", region: "990100", level: "CITY", nature: "ADMINISTRATIVE" },
        { code: "D1", name: "丁局一所（示例）", region: "990100", parent: "D", nature: "PUBLIC_INSTITUTION" },
        { code: "D2", name: "丁局二所（示例）", region: "990100", parent: "D", nature: "PUBLIC_INSTITUTION" },
        { code: "D3", name: "丁局二所分所（示例）", region: "990100", parent: "D2", nature: "PUBLIC_INSTITUTION" },
      ],
      figures: [
        total("A", 2021, 100),
        total("A", 2022, 110),
        total("A", 2023, 121),
        total("B", 2022, 50),
        total("B", 2023, 200),
        total("B", 2023, 200, { stage: "ADJUSTED_BUDGET", value: 250 * WAN }),
        total("C", 2023, 70, { kind: "BUDGET", stage: "INITIAL_BUDGET" }),
        total("D", 2023, 1000, { scope: "DEPARTMENT" }),
        total("D", 2023, 300),
        total("D1", 2023, 400),
        total("D2", 2023, 200),
        total("D3", 2023, 100),
        // Seen from data version 2 on.
        total("B", 2021, 900, { from: 2 }),
        { ...total("A", 2023, 6), measure: "VEHICLE_OPERATION" },
        { ...total("A", 2023, 0), measure: "VEHICLES_HELD", value: 2 },
        { ...total("B", 2023, 4), measure: "VEHICLE_OPERATION" },
        { ...total("B", 2023, 0), measure: "VEHICLES_HELD", value: 4 },
        { ...total("D", 2023, 5, { scope: "DEPARTMENT" }), measure: "VEHICLE_OPERATION" },
        { ...total("D", 2023, 0, { scope: "DEPARTMENT" }), measure: "VEHICLES_HELD", value: 0 },
        bySubject("A", "991", 80),
        bySubject("A", "99101", 80),
        bySubject("A", "9910101", 50),
        bySubject("B", "991", 40),
        bySubject("B", "99101", 40),
        bySubject("B", "9910101", 40),
      ],
    });
  });

  afterAll(() => session.close());

  const ask = (where: string, rest: string, selection: string) => session.ask(`{ compare(where: { ${where} } ${rest}) { ${selection} } }`);
  const compare = async (where: string, rest: string, selection: string): Promise<any> => {
    const { data, errors } = await ask(where, rest, selection);
    expect(errors).toEqual([]);
    return data.compare;
  };
  const codes = async (where: string): Promise<string[]> =>
    (await compare(where, "measures: [EXPENDITURE_TOTAL], includeEmpty: true", "rows { unit { code } }")).rows.map(
      (row: any) => row.unit.code,
    );
  const refusal = async (where: string, rest = "measures: [EXPENDITURE_TOTAL]"): Promise<unknown> =>
    (await ask(where, rest, "totalCount")).errors[0];

  it.each([
    ['units: ["D1", "甲局(示例)", "原甲局（示例）"]', ["D1", "A"]],
    ['regions: ["示例市"]', ["A", "B", "C", "D", "D1", "D2", "D3"]],
    ['regions: ["990101", "示例湖区"]', ["A", "B", "C"]],
    ['parents: ["丁局（示例）"]', ["D1", "D2", "D3"]],
    ["natures: [ADMINISTRATIVE]", ["A", "C", "D"]],
    ["levels: [CITY]", ["D"]],
    ['text: "二所"', ["D2", "D3"]],
    ['regions: ["示例省"], natures: [PUBLIC_INSTITUTION], text: "乙"', ["B"]],
    ["", ["A", "B", "C", "D", "D1", "D2", "D3"]],
  ])("selects units by %s", async (where, expected) => {
    expect(await codes(`${where} years: [2023]`)).toEqual(expected);
  });

  it("takes lists of 250, and says how long a longer one is", async () => {
    const list = (length: number): string => JSON.stringify(Array.from({ length }, (_, index) => (index % 2 === 0 ? "A" : "B")));
    expect(await codes(`units: ${list(250)}, years: [2023]`)).toEqual(["A", "B"]);
    expect(await refusal(`units: ${list(251)}`)).toEqual({ code: "LIST_TOO_LONG", message: "`units` names 251; a list holds at most 250" });
  });

  it("takes years as a list and as a range, and all years by themselves", async () => {
    const years = async (where: string) =>
      (await compare(`units: ["A"] ${where}`, "measures: [EXPENDITURE_TOTAL]", "rows { year cells { value } }")).rows.map((row: any) => [
        row.year,
        row.cells[0].value,
      ]);
    expect(await years("years: [2023, 2021]")).toEqual([[2021, 100], [2023, 121]]); // prettier-ignore
    expect(await years("yearFrom: 2022, yearTo: 2023")).toEqual([[2022, 110], [2023, 121]]); // prettier-ignore
    expect(await years("")).toEqual([[2021, 100], [2022, 110], [2023, 121]]); // prettier-ignore
  });

  it("turns years into columns, each with its own changes, growth and rank", async () => {
    const { columns, rows } = await compare(
      'units: ["A", "B"], years: [2021, 2022, 2023]',
      "measures: [EXPENDITURE_TOTAL], pivot: YEAR",
      "columns { year } rows { unit { code } year cells { value rank cagr yearOnYear { amount rate basis } } }",
    );
    expect(columns.map((column: any) => column.year)).toEqual([2021, 2022, 2023]);
    expect(rows).toEqual([
      {
        unit: { code: "A" },
        year: null,
        cells: [
          { value: 100, rank: 1, cagr: null, yearOnYear: null },
          { value: 110, rank: 1, cagr: 10, yearOnYear: { amount: 10, rate: 10, basis: "PUBLISHED" } },
          { value: 121, rank: 2, cagr: 10, yearOnYear: { amount: 11, rate: 10, basis: "PUBLISHED" } },
        ],
      },
      {
        unit: { code: "B" },
        year: null,
        cells: [
          { value: null, rank: null, cagr: null, yearOnYear: null },
          { value: 50, rank: 2, cagr: null, yearOnYear: null },
          { value: 200, rank: 1, cagr: 300, yearOnYear: { amount: 150, rate: 300, basis: "PUBLISHED" } },
        ],
      },
    ]);
  });

  it("leaves what is not disclosed out of averages and medians, and says how many stand behind them", async () => {
    const { rows } = await compare(
      'units: ["A", "B", "C"], years: [2023]',
      "measures: [EXPENDITURE_TOTAL], groupBy: YEAR, aggregate: MEAN",
      "rows { cells { value unitCount status } }",
    );
    expect(rows).toEqual([{ cells: [{ value: 160.5, unitCount: 2, status: "REPORTED" }] }]);
    const units = await compare(
      'units: ["A", "B", "C"], years: [2023]',
      "measures: [EXPENDITURE_TOTAL]",
      "rows { cells { value status peerMedian peerCount percentile zScore quartiles { lower upper } executionRate executionBasis } }",
    );
    const peers = { peerMedian: 160.5, peerCount: 2, quartiles: { lower: 140.75, upper: 180.25 } };
    expect(units.rows.map((row: any) => row.cells[0])).toEqual([
      { value: 121, status: "REPORTED", percentile: 0, zScore: -1, executionRate: null, executionBasis: null, ...peers },
      { value: 200, status: "REPORTED", percentile: 100, zScore: 1, executionRate: 80, executionBasis: "ADJUSTED_BUDGET", ...peers },
      { value: null, status: "NOT_DISCLOSED", percentile: null, zScore: null, executionRate: null, executionBasis: null, ...peers },
    ]);
  });

  it.each([
    ["SELECTION", 1, 1],
    ["REGION_AND_LEVEL", 2, 2],
    ["NATURE", 2, 2],
  ])("ranks among %s", async (peers, rank, peerCount) => {
    const { rows } = await compare(
      'units: ["A"], years: [2023]',
      `measures: [EXPENDITURE_TOTAL], peers: ${peers}`,
      "rows { cells { rank peerCount } }",
    );
    expect(rows[0].cells).toEqual([{ rank, peerCount }]);
  });

  it("ranks among the members of the same unit", async () => {
    const { rows } = await compare(
      'units: ["D2"], years: [2023]',
      "measures: [EXPENDITURE_TOTAL], peers: PARENT",
      "rows { cells { rank peerCount peerMedian } }",
    );
    expect(rows[0].cells).toEqual([{ rank: 2, peerCount: 2, peerMedian: 300 }]);
  });

  it("divides ratios after adding up, and says where there is nothing to divide by", async () => {
    const ratio = async (rest: string) =>
      (
        await compare(
          'units: ["A", "B", "D"], years: [2023]',
          `measures: [VEHICLE_OPERATION_PER_VEHICLE] ${rest}`,
          "rows { cells { value status unitCount } }",
        )
      ).rows.map((row: any) => row.cells[0]);
    expect(await ratio("")).toEqual([
      { value: 3, status: "REPORTED", unitCount: 1 },
      { value: 1, status: "REPORTED", unitCount: 1 },
      { value: null, status: "NOT_COMPUTABLE", unitCount: 0 },
    ]);
    expect(await ratio("groupBy: YEAR")).toEqual([{ value: 1.666667, status: "REPORTED", unitCount: 2 }]);
  });

  it("orders by columns, derived values and the row, and keeps the rows that fulfil conditions", async () => {
    const order = async (rest: string) =>
      (await compare("years: [2023]", `measures: [EXPENDITURE_TOTAL, VEHICLE_OPERATION] ${rest}`, "rows { unit { code } }")).rows.map(
        (row: any) => row.unit.code,
      );
    expect(await order("orderBy: { measure: EXPENDITURE_TOTAL, direction: DESC }")).toEqual(["D", "D1", "B", "D2", "A", "D3"]);
    expect(await order("orderBy: { measure: EXPENDITURE_TOTAL, aspect: YEAR_ON_YEAR_RATE, direction: DESC }, having: { measure: VEHICLE_OPERATION, atLeast: 4 }")).toEqual(["B", "A", "D"]); // prettier-ignore
    expect(await order("orderBy: { measure: VEHICLE_OPERATION, aspect: SHARE, shareOf: EXPENDITURE_TOTAL, direction: DESC }, having: { measure: VEHICLE_OPERATION, aspect: RANK, atMost: 2 }")).toEqual(["A", "D"]); // prettier-ignore
    expect(await order("orderBy: { row: NAME }, having: { measure: EXPENDITURE_TOTAL, atLeast: 0.04, below: 0.0401, unit: YI_YUAN }")).toEqual(["D1"]); // prettier-ignore
  });

  it("pages at the data version of the first page", async () => {
    const page = (rest: string) =>
      compare(
        'units: ["B", "A"], years: [2021, 2022]',
        `measures: [EXPENDITURE_TOTAL], includeEmpty: true, first: 1 ${rest}`,
        "totalCount dataVersion rows { unit { code } year cells { value } } pageInfo { hasNextPage endCursor }",
      );
    const first = await page("");
    expect(first).toMatchObject({ totalCount: 4, dataVersion: 1, rows: [{ unit: { code: "B" }, year: 2021, cells: [{ value: null }] }] });
    await session.database.manager.update(HubStateRow, { id: 1 }, { dataVersion: 2 });
    try {
      expect((await page("")).rows[0].cells[0].value).toBe(900);
      const second = await page(`after: "${first.pageInfo.endCursor}"`);
      expect(second).toMatchObject({ dataVersion: 1, rows: [{ unit: { code: "B" }, year: 2022, cells: [{ value: 50 }] }] });
      expect(
        (await ask('units: ["A"]', `measures: [EXPENDITURE_TOTAL], after: "${first.pageInfo.endCursor}"`, "totalCount")).errors,
      ).toEqual([
        { code: "BAD_CURSOR", message: "`after` belongs to another question: ask the same one, changing only `first` and `after`" },
      ]);
    } finally {
      await session.database.manager.update(HubStateRow, { id: 1 }, { dataVersion: 1 });
    }
  });

  it("says who published only a budget, and how to compare budgets", async () => {
    const { warnings, coverage } = await compare(
      'units: ["A", "C"], years: [2022, 2023]',
      "measures: [EXPENDITURE_TOTAL]",
      "warnings { code message examples } coverage { expected disclosed missing { code } gaps { unit { code } year } }",
    );
    expect(warnings).toContainEqual({
      code: "ONLY_BUDGET",
      message: expect.stringContaining("`stage: INITIAL_BUDGET`") as string,
      examples: ["丙局（示例） (2023)"],
    });
    const gaps = [2022, 2023].map((year) => ({ unit: { code: "C" }, year }));
    expect(coverage).toEqual({ expected: 4, disclosed: 2, missing: [{ code: "C" }], gaps });
    const budgets = await compare(
      'units: ["C"], years: [2023]',
      "measures: [EXPENDITURE_TOTAL], stage: INITIAL_BUDGET",
      "rows { cells { value kind } } warnings { code } coverage { disclosed }",
    );
    expect(budgets).toEqual({ rows: [{ cells: [{ value: 70, kind: "BUDGET" }] }], warnings: [], coverage: { disclosed: 1 } });
  });

  it.each([
    ['units: ["甲局"]', "UNIT_NOT_FOUND", "The hub knows no unit “甲局”; did you mean 甲局（示例）?"],
    ['regions: ["示例湖"]', "REGION_NOT_FOUND", "The hub knows no region “示例湖”; did you mean 990102 示例湖区?"],
    [
      'regions: ["同名区"]',
      "REGION_AMBIGUOUS",
      "Several regions are called “同名区”: give the code of one; did you mean 980103 同名区, 990103 同名区?",
    ],
    ["years: [1990]", "YEAR_INVALID", "1990 is no fiscal year: ask for one from 2008 to 2100"],
  ])("refuses %s and says what is near", async (where, code, message) => {
    expect(await refusal(where)).toEqual({ code, message });
  });

  it("refuses unknown subjects, measures and page sizes and says what is near", async () => {
    const measures = "measures: [GENERAL_PUBLIC_EXPENDITURE]";
    expect(await refusal("years: [2023]", `${measures}, subjects: ["示例款"]`)).toEqual({
      code: "SUBJECT_NOT_FOUND",
      message: "The hub knows no budget subject “示例款”; did you mean 99101 示例款?",
    });
    expect(await refusal("years: [2023]", `${measures}, subjects: ["9910199"]`)).toMatchObject({
      message: "The hub knows no budget subject “9910199”; did you mean 99101 示例款, 9910101 示例项?",
    });
    expect(await refusal("years: [2023]", `${measures}, first: 251`)).toEqual({
      code: "PAGE_SIZE",
      message: "`first` is a number from 1 to 250; this asks for 251",
    });
    expect(await refusal("years: [2023]", "measures: [EXPENDITURE_TOTALS]")).toMatchObject({
      message: expect.stringContaining('Did you mean the enum value "EXPENDITURE_TOTAL"') as string,
    });
  });

  describe("never adds a department to its own units", () => {
    const family = 1000;
    const selections = [
      'units: ["D", "D1", "D2", "D3"]',
      'units: ["D3", "D2", "D1", "D"]',
      'units: ["D1", "丁局（示例）", "丁局（示例）", "D", "D2", "D3"]',
      'units: ["丁局（示例）（本级）", "D1", "D2", "D3"]',
      'regions: ["990100"], text: "丁局"',
      'text: "丁"',
      'text: "丁局", scope: UNIT',
      'text: "丁局", scope: DEPARTMENT',
    ];
    it.each(selections)("%s", async (where) => {
      for (const groupBy of ["REGION", "PARENT_UNIT", "YEAR", "UNIT_NATURE"]) {
        const { rows } = await compare(
          `${where}, years: [2023]`,
          `measures: [EXPENDITURE_TOTAL], groupBy: ${groupBy}`,
          "rows { cells { value unitCount } }",
        );
        const sum = rows.reduce((all: number, row: any) => all + (row.cells[0].value ?? 0), 0);
        expect({ groupBy, sum }).toEqual({ groupBy, sum: family });
      }
    });

    it("says which units were left out", async () => {
      const { warnings } = await compare(
        'text: "丁", years: [2023]',
        "measures: [EXPENDITURE_TOTAL], groupBy: YEAR",
        "warnings { code examples }",
      );
      expect(warnings).toEqual([{ code: "MEMBERS_NOT_ADDED", examples: ["丁局一所（示例）", "丁局二所（示例）", "丁局二所分所（示例）"] }]);
    });
  });

  it.each(["REGION", "PARENT_UNIT", "YEAR", "UNIT_NATURE", "SUBJECT"])(
    "never adds a level of subjects to another: grouped by %s",
    async (groupBy) => {
      const expected: Record<string, number> = { "991": 120, "99101": 120, "9910101": 90 };
      for (const subjects of ['["991"], includeDescendants: true', '["991", "99101", "9910101"]', '["9910101", "991", "991", "99101"]']) {
        const { columns, rows } = await compare(
          'units: ["A", "B"], years: [2023]',
          `measures: [GENERAL_PUBLIC_EXPENDITURE], subjects: ${subjects}, groupBy: ${groupBy}`,
          "columns { subject { code } } rows { subject { code } cells { value } }",
        );
        const sums: Record<string, number> = {};
        const counted = new Set<string>();
        for (const [rowIndex, row] of rows.entries()) {
          for (const [index, cell] of row.cells.entries()) {
            const subject: string = row.subject?.code ?? columns[index].subject.code;
            const place = `${groupBy === "SUBJECT" ? "" : rowIndex}|${subject}`;
            if (!counted.has(place)) sums[subject] = (sums[subject] ?? 0) + (cell.value ?? 0);
            counted.add(place);
          }
        }
        expect(sums).toEqual(expected);
      }
    },
  );
});
