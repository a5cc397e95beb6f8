import { readFileSync } from "node:fs";
import path from "node:path";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { writeComparisonWorld } from "../../support/comparison-fixture";
import type { FigureFact } from "../../support/comparison-fixture";
import { testEngines } from "../../support/databases/test-engines";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

const sum = async (hub: GraphSession, argument: string) => {
  const { data, errors } = await hub.ask(
    `{ compare(${argument}, measures: [EXPENDITURE_TOTAL], groupBy: YEAR) {
         rows { year cells { value unitCount } } warnings { code examples } } }`,
  );
  expect(errors).toEqual([]);
  return data.compare as unknown;
};
const row = (year: number, value: number | null, unitCount: number) => ({ year, cells: [{ value, unitCount }] });

describe.each(testEngines())("no money is counted twice on %s", (engine) => {
  describe("of documents as they are imported, with no unit registered below another", () => {
    let hub: GraphSession;
    beforeAll(async () => {
      hub = await openGraphSession(engine);
      for (const name of ["justice-own", "legal-aid", "justice-department"]) {
        const file = `yunxi-${name}-final-accounts.txt`;
        await hub.publish(file, readFileSync(path.join(PACKAGE_ROOT, "samples", "2024", file)));
      }
    }, 60_000);
    afterAll(() => hub.close());

    it("leaves out the units that the department's own list names, and says so", async () => {
      expect(await sum(hub, "where: { years: [2024] }")).toEqual({
        rows: [row(2024, 4757.22, 1)],
        warnings: [{ code: "MEMBERS_NOT_ADDED", examples: ["云溪市法律援助中心（示例）"] }],
      });
    });

    it("answers an older data version by the lists that stood then", async () => {
      // The department's accounts came last.
      expect(await sum(hub, "where: { years: [2024] }, dataVersion: 2")).toEqual({
        rows: [row(2024, 4757.22, 2)],
        warnings: [],
      });
    });
  });

  describe("of figures written down", () => {
    const total = (unit: string, year: number, wan: number, scope: FigureFact["scope"] = "UNIT"): FigureFact => ({
      unit,
      year,
      scope,
      measure: "EXPENDITURE_TOTAL",
      value: wan * 1_000_000,
    });
    let hub: GraphSession;
    beforeAll(async () => {
      hub = await openGraphSession(engine);
      await writeComparisonWorld(hub.database, {
        units: [
          { code: "D", name: "示例局" },
          { code: "D1", name: "示例一中心", parent: "D" },
          { code: "D2", name: "示例二中心", aliases: ["示例二站"] },
          { code: "D3", name: "示例三所" },
          { code: "M", name: "示例合并局" },
        ],
        lineage: [
          { from: "D", to: "M", year: 2025, form: "MERGER" },
          { from: "D1", to: "M", year: 2025, form: "MERGER" },
          { from: "D3", to: "M", year: 2025, form: "MERGER" },
        ],
        figures: [
          total("D", 2022, 1000, "DEPARTMENT"),
          total("D", 2023, 1100, "DEPARTMENT"),
          ...["D1", "D2", "D3"].flatMap((unit) => [2022, 2023, 2024].map((year) => total(unit, year, 100))),
        ],
        lists: [
          { unit: "D", year: 2022, names: ["示例局（本级）", "示例一中心", "示例二站", "示例三所(机关)"] },
          { unit: "D", year: 2023, names: ["示例局（本级）", "示例 二中心"] },
        ],
      });
    });
    afterAll(() => hub.close());

    it("decides for each year by that year's list, and by whether the department tells of it", async () => {
      expect(await sum(hub, 'where: { units: ["D", "D1", "D2", "D3"], years: [2022, 2023, 2024] }')).toEqual({
        rows: [row(2022, 1000, 1), row(2023, 1200, 2), row(2024, 300, 3)],
        warnings: [{ code: "MEMBERS_NOT_ADDED", examples: ["示例一中心 (2022, 2023)", "示例二中心 (2022, 2023)", "示例三所 (2022)"] }],
      });
    });

    it("adds a predecessor that another one counts in to no successor, in each year by itself", async () => {
      expect(await sum(hub, 'where: { units: ["M"], years: [2022, 2023, 2024] }')).toMatchObject({
        rows: [row(2022, 1000, 1), row(2023, 1200, 1), row(2024, null, 0)],
        warnings: [
          { code: "MEMBERS_NOT_ADDED", examples: ["示例合并局 ← 示例一中心 (2022, 2023)", "示例合并局 ← 示例三所 (2022)"] },
          { code: "RENAMED_UNIT" },
        ],
      });
    });
  });
});
