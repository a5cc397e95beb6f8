import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { ClearError } from "../../../src/cli/clear-error";
import { loadCommand } from "../../../src/cli/load/load.command";
import { findNewestAuditEvents } from "../../../src/store/audit-trail";
import { PriceIndexRow } from "../../../src/store/entities/price-index.entity";
import { UnitFactorRow } from "../../../src/store/entities/unit-factor.entity";
import { UnitLineageRow } from "../../../src/store/entities/unit-lineage.entity";
import { currentDataVersion } from "../../../src/store/published-data";
import { writeComparisonWorld } from "../../support/comparison-fixture";
import { testEngines } from "../../support/databases/test-engines";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

describe.each(testEngines())("hub load on %s", (engine) => {
  let session: GraphSession;
  let folder: string;
  const environment = { ...process.env };
  const printed: string[] = [];

  beforeAll(async () => {
    session = await openGraphSession(engine);
    folder = await mkdtemp(path.join(os.tmpdir(), "hub-load-"));
    await writeComparisonWorld(session.database, {
      units: [
        { code: "A", name: "甲局（示例）" },
        { code: "B", name: "乙局（示例）", aliases: ["老乙局（示例）"] },
        { code: "C", name: "丙局（示例）" },
      ],
      figures: [
        { unit: "A", year: 2022, measure: "EXPENDITURE_TOTAL", value: 80_000_000 },
        { unit: "A", year: 2023, measure: "EXPENDITURE_TOTAL", value: 100_000_000 },
        { unit: "B", year: 2023, measure: "EXPENDITURE_TOTAL", value: 300_000_000 },
        { unit: "C", year: 2022, measure: "EXPENDITURE_TOTAL", value: 40_000_000 },
      ],
    });
    const { url, dataDir } = session.home;
    if (url === undefined) delete process.env["DATABASE_URL"];
    else process.env["DATABASE_URL"] = url;
    process.env["DATA_DIR"] = dataDir;
    jest.spyOn(console, "log").mockImplementation((text: string) => void printed.push(text));
  });

  afterAll(async () => {
    process.env = environment;
    jest.restoreAllMocks();
    await session.close();
    await rm(folder, { recursive: true });
  });

  const load = async (table: string, content: string | Uint8Array): Promise<string> => {
    const file = path.join(folder, `${table}.csv`);
    await writeFile(file, content);
    printed.length = 0;
    await loadCommand.parseAsync([table, file], { from: "user" });
    return printed.join("\n").replaceAll(folder + path.sep, "");
  };
  const refusal = async (table: string, content: string | Uint8Array): Promise<string> => {
    const error: unknown = await load(table, content).catch((thrown: unknown) => thrown);
    if (!(error instanceof ClearError)) throw new Error("Nothing was refused");
    return error.message.replaceAll(folder + path.sep, "");
  };
  const version = (): Promise<number> => currentDataVersion(session.database.manager);
  const perStaff = async () =>
    (
      await session.ask(
        "{ compare(where: { years: [2023] } measures: [EXPENDITURE_TOTAL] per: STAFF, orderBy: { measure: EXPENDITURE_TOTAL, direction: DESC }) { rows { unit { code } cells { value status rank } } warnings { code examples } } }",
      )
    ).data.compare;

  it("loads head counts: the data version moves, and comparisons are made by them", async () => {
    const before = await version();
    const told = await load(
      "denominators",
      'unit,year,factor,value,source\nA,2023,STAFF,10,编制年报\n乙局(示例),2023,STAFF,"1,000",编制年报\nC,2022,POPULATION,5,统计年鉴\n',
    );
    expect(told).toBe("denominators.csv: 3 rows read, 3 new or changed");
    expect(await version()).toBe(before + 1);
    expect(await perStaff()).toEqual({
      rows: [
        { unit: { code: "A" }, cells: [{ value: 10, status: "REPORTED", rank: 1 }] },
        { unit: { code: "B" }, cells: [{ value: 0.3, status: "REPORTED", rank: 2 }] },
      ],
      warnings: [{ code: "UNITS_WITHOUT_FIGURE", examples: ["丙局（示例）"] }],
    });
    const [event] = await findNewestAuditEvents(session.database, 1);
    expect(event).toMatchObject({ actor: "command line", action: "LOAD_DENOMINATORS", subject: "denominators.csv" });
  });

  it("changes nothing when the same file comes again, under Chinese headings, in another order and in GB18030", async () => {
    const before = await version();
    // "来源,单位,年度,口径,人数" and a row, as a spreadsheet saves them in Chinese.
    const gb = Buffer.from(
      "c0b4d4b42cb5a5cebb2cc4eab6c82cbfdabeb62cc8cbcafd0d0ab1e0d6c6c4eab1a82c412c323032332cd4dad6b0c8cbd4b12c31300d0a",
      "hex",
    );
    expect(await load("denominators", gb)).toBe("denominators.csv: nothing differs from what is stored (1 rows)");
    expect(await version()).toBe(before);
  });

  it("tells every wrong line with its number, and loads none of the file", async () => {
    const before = await version();
    const rows = await session.database.manager.count(UnitFactorRow);
    const told = await refusal(
      "denominators",
      [
        "unit,year,factor,value,source",
        "A,2024,STAFF,11,编制年报",
        "甲局,2024,STAFF,11,编制年报",
        "A,24,STAFF,11,编制年报",
        "",
        "A,2024,HEADS,11,编制年报",
        "A,2024,POPULATION,0,统计年鉴",
        "A,2024,POPULATION,1.5,统计年鉴",
        "老乙局（示例）,2024,STAFF,7,",
        "B,2024,STAFF,7,编制年报",
        "乙局（示例）,2024,STAFF,8,编制年报",
      ].join("\n"),
    );
    expect(told).toBe(
      [
        "denominators.csv: nothing was loaded",
        "  line 3: There is no unit with the code or name 甲局",
        "  line 4: year “24” is no year",
        "  line 6: factor “HEADS” is none of STAFF (在职人员), POPULATION (常住人口)",
        "  line 7: A number of people is a whole number from 1 to 2000000000",
        "  line 8: value “1.5” has decimals, and is a whole number",
        "  line 9: Say where the number was published, in 1 to 300 characters",
        "  line 11: STAFF of B in 2024 stands in line 10 already",
      ].join("\n"),
    );
    expect(await version()).toBe(before);
    expect(await session.database.manager.count(UnitFactorRow)).toBe(rows);
  });

  it("refuses a file whose headings are not the stated ones", async () => {
    expect(await refusal("denominators", "unit,year,value,note\nA,2023,1,x")).toBe(
      "denominators.csv: its first line names the columns unit (单位), year (年度), factor (口径), value (人数), source (来源); here missing: factor, source; not known: note",
    );
    expect(await refusal("prices", "year,level,source\n")).toBe("prices.csv has no rows below its headings");
    expect(await refusal("prices", "year,level,source\n2023,100\n")).toContain("prices.csv: Invalid Record Length");
    expect(await refusal("prices", Buffer.from([0x79, 0xff, 0x0a]))).toBe("prices.csv is neither UTF-8 nor GB18030 text");
  });

  it("loads a price index as a whole: real terms follow it, and a year left out is no longer known", async () => {
    const real = async () =>
      (
        await session.ask(
          '{ compare(where: { units: ["A"], years: [2022, 2023] } measures: [EXPENDITURE_TOTAL] terms: REAL, baseYear: 2023) { rows { cells { value status } } } }',
        )
      ).data.compare.rows.map((row: { cells: unknown[] }) => row.cells[0]);
    const missing = { value: null, status: "FACTOR_MISSING" };
    expect(await real()).toEqual([missing, missing]);
    expect(await load("prices", "year,level,source\n2022,100,统计公报\n2023,102.5,统计公报\n")).toBe(
      "prices.csv: 2 rows read, 2 new or changed",
    );
    expect(await real()).toEqual([
      { value: 82, status: "REPORTED" },
      { value: 100, status: "REPORTED" },
    ]);
    expect(await load("prices", "year,level,source\n2023,100,统计公报\n")).toBe(
      "prices.csv: 1 rows read, 1 new or changed, 1 no longer there",
    );
    expect(await real()).toEqual([missing, { value: 100, status: "REPORTED" }]);
    expect(await session.database.manager.find(PriceIndexRow)).toEqual([{ fiscalYear: 2023, value: 1_000_000, source: "统计公报" }]);
    expect(await refusal("prices", "year,level,source\n2023,100,a\n2023,101,a\n2022,1.23456,a\n2021,0,a\n1990,99,a")).toBe(
      [
        "prices.csv: nothing was loaded",
        "  line 3: 2023 stands in line 2 already",
        "  line 4: level “1.23456” has more than 4 decimals",
        "  line 5: A price level is between a hundredth of the base year's and a hundred times it",
        "  line 6: 1990 is no fiscal year",
      ].join("\n"),
    );
  });

  it("loads the history of units: a series follows it", async () => {
    expect(await refusal("lineage", "predecessor,successor,year,form,source\nC,A,2023,更名,编办文件\nA,C,2024,RENAME,编办文件")).toBe(
      "lineage.csv: nothing was loaded\n  line 3: 甲局（示例） comes after 丙局（示例）, or is the same",
    );
    expect(await session.database.manager.count(UnitLineageRow)).toBe(0);
    const file = "predecessor,successor,year,form,source\nC,A,2023,MERGER,编办文件\n";
    expect(await load("lineage", file)).toBe("lineage.csv: 1 rows read, 1 new or changed");
    expect(await load("lineage", file)).toBe("lineage.csv: nothing differs from what is stored (1 rows)");
    const { data } = await session.ask(
      '{ compare(where: { units: ["A", "C"] } measures: [EXPENDITURE_TOTAL], includeEmpty: false) { rows { unit { code } year cells { value derived } } warnings { code examples } } }',
    );
    expect(data.compare).toEqual({
      rows: [
        { unit: { code: "A" }, year: 2022, cells: [{ value: 120, derived: true }] },
        { unit: { code: "A" }, year: 2023, cells: [{ value: 100, derived: false }] },
      ],
      warnings: [{ code: "RENAMED_UNIT", examples: ["甲局（示例） ← 丙局（示例） (2023)"] }],
    });
  });
});
