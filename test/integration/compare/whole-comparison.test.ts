import { openComparison } from "../../../src/graph/comparison/open-comparison";
import { createGraphContext, createGraphSources } from "../../../src/graph/graph-context";
import { createRowReader } from "../../../src/store/row-reader";
import { writeComparisonWorld } from "../../support/comparison-fixture";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

const UNITS = Array.from({ length: 130 }, (_, at) => ({ code: `U${String(at).padStart(3, "0")}` }));
const YEARS = [2022, 2023];

describe("a whole comparison", () => {
  let session: GraphSession;
  beforeAll(async () => {
    session = await openGraphSession("sqlite");
    const figures = UNITS.flatMap(({ code }, at) =>
      YEARS.map((year) => ({ unit: code, year, measure: "EXPENDITURE_TOTAL" as const, value: (at * 10 + year) * 100 })),
    );
    await writeComparisonWorld(session.database, { units: UNITS, figures });
  });
  afterAll(() => session.close());

  it("is computed once, however many pages are read: one statement a page for its citations, none without them", async () => {
    const reader = createRowReader(session.database);
    let statements = 0;
    const sources = createGraphSources(session.database, reader, () => (statements += 1));
    const given = {
      measures: ["EXPENDITURE_TOTAL"],
      where: { years: YEARS },
      orderBy: [{ measure: "EXPENDITURE_TOTAL", direction: "DESC" }],
    };
    const whole = await openComparison(createGraphContext(sources), given, { citations: true });
    const once = statements;
    const read = async (withCitations: boolean): Promise<{ values: (number | null)[]; texts: (string | undefined)[] }> => {
      const values: (number | null)[] = [];
      const texts: (string | undefined)[] = [];
      for await (const rows of whole.pages(50, withCitations))
        for (const { cells } of rows) {
          values.push(...cells.map((cell) => cell.value("YUAN")));
          texts.push(...cells.map(({ citation }) => citation?.text));
        }
      return { values, texts };
    };
    const bare = await read(false);
    expect(statements).toBe(once);
    const cited = await read(true);
    expect(statements - once).toBe(Math.ceil((UNITS.length * YEARS.length) / 50));
    expect(cited.values).toEqual(bare.values);
    expect(bare.values).toEqual([...bare.values].sort((one, other) => (other ?? 0) - (one ?? 0)));
    expect(whole.comparison.totalCount).toBe(UNITS.length * YEARS.length);
    expect(bare.values).toHaveLength(UNITS.length * YEARS.length);
    expect(cited.texts.every((text) => text?.startsWith("EXPENDITURE_TOTAL"))).toBe(true);
    sources.comparisonStore.close();
    reader.close();
  });

  it("refuses what the field refuses", async () => {
    const reader = createRowReader(session.database);
    const sources = createGraphSources(session.database, reader);
    const open = (given: object) => openComparison(createGraphContext(sources), { ...given }, { citations: false });
    await expect(open({ measures: ["NOTHING"] })).rejects.toMatchObject({ extensions: { code: "INVALID_ARGUMENT" } });
    await expect(open({ measures: ["EXPENDITURE_TOTAL"], where: { units: ["nobody"] } })).rejects.toMatchObject({
      extensions: { code: "UNIT_NOT_FOUND" },
    });
    sources.comparisonStore.close();
    reader.close();
  });
});
