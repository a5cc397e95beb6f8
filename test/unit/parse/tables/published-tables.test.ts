import { existsSync } from "node:fs";
import path from "node:path";
import { extractInChild } from "../../../../src/extract/extract-in-child";
import type { Reading, StatutoryTable } from "../../../../src/model/disclosure";
import type { ExtractedDocument, Span } from "../../../../src/model/extracted-document";
import { textAround } from "../../../../src/model/extracted-document";
import type { DisclosureKind } from "../../../../src/model/disclosure-kind";
import type { MeasureCode } from "../../../../src/model/measures";
import type { Stage } from "../../../../src/model/stage";
import type { StatutoryTableKind } from "../../../../src/model/statutory-table-kind";
import type { Parsed } from "../../../../src/parse/handler";
import { printedNumbers } from "../../../../src/parse/printed-numbers";
import { parse } from "./table-fixtures";

const shared = path.join(process.env["SHARED_DIR"] ?? path.join(__dirname, "../../../../../shared"), "disclosures");

/** One table as a person reads it off the page: the measures across, a subject (or 合计) and its numbers a line; "-" is a blank cell. */
interface Expected {
  readonly table: StatutoryTableKind;
  readonly measures: readonly MeasureCode[];
  readonly stage: Stage | readonly Stage[];
  /** 分 in one unit of the table: 万元 or 元. */
  readonly unit: "万元" | "元";
  readonly rows: string;
  /** The rows are all that the table prints. */
  readonly complete: boolean;
}

/** The value in 分, by moving the point in the printed digits. */
function inFen(printed: string, unit: "万元" | "元"): number {
  const [whole = "", fraction = ""] = printed.replaceAll(",", "").split(".");
  return Number(whole + fraction.padEnd(unit === "万元" ? 6 : 2, "0"));
}

function expectedReadings({ table, measures, stage, unit, rows }: Expected): string[] {
  return rows
    .split("\n")
    .map((row) => row.trim())
    .filter((row) => row !== "")
    .flatMap((row) => {
      const [subject = "", ...numbers] = row.split(/\s+/);
      if (numbers.length !== measures.length) throw new Error(`the expected row has another width: ${row}`);
      return numbers.flatMap((printed, at) =>
        printed === "-"
          ? []
          : [`${table} ${measures[at]} ${subject} ${typeof stage === "string" ? stage : stage[at]} ${printed} ${inFen(printed, unit)}`],
      );
    });
}

const tellReading = (reading: Reading): string =>
  `${reading.table} ${reading.measure} ${reading.subject ?? "合计"} ${reading.stage} ${reading.printed} ${reading.value}`;

async function read(
  file: string,
  year: number,
  kind: DisclosureKind,
): Promise<{ document: ExtractedDocument; parsed: Parsed & { readonly tables: readonly StatutoryTable[] } }> {
  const document = await extractInChild({ path: path.join(shared, file) });
  return { document, parsed: parse([], { document, year, kind }) };
}

/** Numbers in the cells of tables that nothing cites. */
function uncitedNumbers(document: ExtractedDocument, parsed: Parsed): string[] {
  const spans: Span[] = [...(parsed.readings ?? []).map((reading) => reading.citation), ...(parsed.understood ?? [])];
  const uncited: string[] = [];
  document.blocks.forEach((found, block) => {
    if (found.kind !== "TABLE") return;
    found.rows.forEach((cells, row) =>
      cells.forEach(({ text }, cell) => {
        for (const { start, end } of printedNumbers(text)) {
          const cited = spans.some(
            (span) => span.block === block && span.row === row && span.cell === cell && span.start <= start && end <= span.end,
          );
          if (!cited) uncited.push(`${block}:${row}:${cell} ${text}`);
        }
      }),
    );
  });
  return uncited;
}

function story(file: string, year: number, kind: DisclosureKind, kinds: readonly string[], tables: readonly Expected[]): void {
  (existsSync(path.join(shared, file)) ? describe : describe.skip)(file, () => {
    let document: ExtractedDocument;
    let parsed: Awaited<ReturnType<typeof read>>["parsed"];
    beforeAll(async () => {
      ({ document, parsed } = await read(file, year, kind));
    });

    test("every table is found", () => {
      expect(parsed.tables.map((table) => `${table.kind}${table.statedEmpty ? " empty" : ""}`)).toEqual(kinds);
    });

    test.each(tables)("$table as printed", (expected) => {
      const told = (parsed.readings ?? [])
        .filter(({ table, status }) => table === expected.table && status === "REPORTED")
        .map(tellReading);
      const wanted = expectedReadings(expected);
      if (expected.complete) expect([...told].sort()).toEqual([...wanted].sort());
      else expect(told).toEqual(expect.arrayContaining(wanted));
    });

    test("the hand-made tables hold at least 60 cells", () => {
      expect(tables.flatMap(expectedReadings).length).toBeGreaterThanOrEqual(60);
    });

    test("no number of a table is left, none is read twice, and each stands where it says", () => {
      expect(uncitedNumbers(document, parsed)).toEqual([]);
      const places = (parsed.readings ?? []).filter(({ status }) => status === "REPORTED").map(({ citation }) => JSON.stringify(citation));
      expect(new Set(places).size).toBe(places.length);
      for (const { citation, printed } of parsed.readings ?? [])
        expect(textAround(document, citation).slice(citation.start, citation.end)).toBe(printed);
    });

    test("nothing is left to say", () => {
      expect(parsed.messages).toEqual([]);
      expect(parsed.observedSubjects).toEqual([]);
    });
  });
}

story(
  "putuo-finance-2024-final-accounts.pdf",
  2024,
  "FINAL_ACCOUNTS",
  [
    "MEMBER_UNITS",
    "TOTALS",
    "REVENUE",
    "EXPENDITURE",
    "FISCAL_APPROPRIATION",
    "GENERAL_PUBLIC",
    "GENERAL_PUBLIC_BASIC",
    "THREE_PUBLIC",
    "GOVERNMENT_FUND empty",
    "STATE_CAPITAL empty",
  ],
  [
    {
      table: "TOTALS",
      stage: "FINAL",
      unit: "万元",
      complete: true,
      measures: [
        "REVENUE_GENERAL_PUBLIC",
        "REVENUE_OTHER",
        "CURRENT_YEAR_REVENUE",
        "OPENING_CARRYOVER",
        "REVENUE_TOTAL",
        "CURRENT_YEAR_EXPENDITURE",
        "CLOSING_CARRYOVER",
        "EXPENDITURE_TOTAL",
      ],
      rows: `
        合计 2,940.05 6.20 2,946.25 49.14 2,995.39 2,940.05 55.34 2,995.39
        201  -        -    -        -     -        2,106.66 -     -
        208  -        -    -        -     -        326.71   -     -
        210  -        -    -        -     -        60.99    -     -
        221  -        -    -        -     -        445.69   -     -`,
    },
    {
      table: "REVENUE",
      stage: "FINAL",
      unit: "万元",
      complete: true,
      measures: ["CURRENT_YEAR_REVENUE", "REVENUE_FISCAL_APPROPRIATION", "REVENUE_OTHER"],
      rows: `
        合计    2,946.25 2,940.05 6.20
        201     2,112.86 2,106.66 6.20
        20106   2,112.86 2,106.66 6.20
        2010601 1,511.90 1,511.89 0.01
        2010602 16.19    10.00    6.19
        2010607 135.25   135.25   -
        2010608 449.52   449.52   -
        208     326.72   326.72   -
        20805   326.72   326.72   -
        2080501 84.65    84.65    -
        2080505 160.75   160.75   -
        2080506 80.38    80.38    -
        2080599 0.94     0.94     -
        210     60.99    60.99    -
        21011   60.99    60.99    -
        2101101 60.99    60.99    -
        221     445.69   445.69   -
        22102   445.69   445.69   -
        2210201 187.19   187.19   -
        2210203 258.50   258.50   -`,
    },
    {
      table: "EXPENDITURE",
      stage: "FINAL",
      unit: "万元",
      complete: true,
      measures: ["CURRENT_YEAR_EXPENDITURE", "BASIC_EXPENDITURE", "PROJECT_EXPENDITURE"],
      rows: `
        合计    2,940.05 2,336.91 603.14
        201     2,106.66 1,503.52 603.14
        20106   2,106.66 1,503.52 603.14
        2010601 1,511.89 1,503.52 8.37
        2010602 10.00    -        10.00
        2010607 135.25   -        135.25
        2010608 449.52   -        449.52
        208     326.72   326.72   -
        20805   326.72   326.72   -
        2080501 84.65    84.65    -
        2080505 160.75   160.75   -
        2080506 80.38    80.38    -
        2080599 0.94     0.94     -
        210     60.99    60.99    -
        21011   60.99    60.99    -
        2101101 60.99    60.99    -
        221     445.69   445.69   -
        22102   445.69   445.69   -
        2210201 187.19   187.19   -
        2210203 258.50   258.50   -`,
    },
    {
      table: "FISCAL_APPROPRIATION",
      stage: "FINAL",
      unit: "万元",
      complete: true,
      measures: [
        "REVENUE_GENERAL_PUBLIC",
        "FISCAL_CURRENT_REVENUE",
        "FISCAL_OPENING_CARRYOVER",
        "GENERAL_PUBLIC_OPENING_CARRYOVER",
        "FISCAL_APPROPRIATION_REVENUE",
        "FISCAL_CURRENT_EXPENDITURE",
        "GENERAL_PUBLIC_EXPENDITURE",
        "FISCAL_CLOSING_CARRYOVER",
        "GENERAL_PUBLIC_CLOSING_CARRYOVER",
        "FISCAL_APPROPRIATION_EXPENDITURE",
        "GENERAL_PUBLIC_TOTAL",
      ],
      rows: `
        合计 2,940.05 2,940.05 21.63 21.63 2,961.68 2,940.05 2,940.05 21.63 21.63 2,961.68 2,961.68
        201  -        -        -     -     -        2,106.66 2,106.66 -     -     -        -
        208  -        -        -     -     -        326.71   326.71   -     -     -        -
        210  -        -        -     -     -        60.99    60.99    -     -     -        -
        221  -        -        -     -     -        445.69   445.69   -     -     -        -`,
    },
    {
      table: "GENERAL_PUBLIC",
      stage: "FINAL",
      unit: "万元",
      complete: false,
      measures: ["GENERAL_PUBLIC_EXPENDITURE", "GENERAL_PUBLIC_BASIC_EXPENDITURE", "GENERAL_PUBLIC_PROJECT_EXPENDITURE"],
      rows: `
        201     2,106.66 1,503.52 603.14
        2010601 1,511.89 1,503.52 8.37
        2010608 449.52   -        449.52
        2080506 80.38    80.38    -
        2210203 258.50   258.50   -
        合计    2,940.05 2,336.91 603.14`,
    },
    {
      table: "GENERAL_PUBLIC_BASIC",
      stage: "FINAL",
      unit: "万元",
      complete: true,
      measures: ["GENERAL_PUBLIC_BASIC_EXPENDITURE", "PERSONNEL_EXPENSE", "PUBLIC_EXPENSE"],
      rows: `
        301   2,082.85 - -
        30101 262.33   - -
        30102 1,238.58 - -
        30108 160.75   - -
        30109 80.38    - -
        30110 60.99    - -
        30112 1.61     - -
        30113 187.19   - -
        30199 91.03    - -
        303   69.41    - -
        30302 69.10    - -
        30309 0.31     - -
        302   171.07   - -
        30201 21.21    - -
        30202 7.61     - -
        30204 0.09     - -
        30207 4.88     - -
        30211 1.20     - -
        30213 2.83     - -
        30216 4.05     - -
        30226 2.01     - -
        30228 24.42    - -
        30229 42.77    - -
        30239 48.49    - -
        30299 11.53    - -
        310   13.58    - -
        31002 13.58    - -
        合计  -        2,152.26 184.65`,
    },
    {
      table: "THREE_PUBLIC",
      stage: "ADJUSTED_BUDGET",
      unit: "万元",
      complete: true,
      measures: ["THREE_PUBLIC_TOTAL", "OFFICIAL_RECEPTION"],
      rows: "合计 0.95 0.95",
    },
  ],
);

const BUDGET_TABLES = [
  "TOTALS",
  "REVENUE",
  "EXPENDITURE",
  "FISCAL_APPROPRIATION",
  "GENERAL_PUBLIC",
  "GOVERNMENT_FUND empty",
  "STATE_CAPITAL empty",
  "GENERAL_PUBLIC_BASIC",
  "THREE_PUBLIC",
];

const REVENUE_MEASURES: readonly MeasureCode[] = [
  "CURRENT_YEAR_REVENUE",
  "REVENUE_FISCAL_APPROPRIATION",
  "REVENUE_PUBLIC_INSTITUTION",
  "REVENUE_BUSINESS",
  "REVENUE_OTHER",
];

const THREE_PUBLIC_MEASURES: readonly MeasureCode[] = [
  "THREE_PUBLIC_TOTAL",
  "OVERSEAS_TRAVEL",
  "OFFICIAL_RECEPTION",
  "OFFICIAL_VEHICLES",
  "VEHICLE_PURCHASE",
  "VEHICLE_OPERATION",
  "AGENCY_OPERATING_EXPENSE",
];

story("putuo-justice-2026-budget-department.pdf", 2026, "BUDGET", BUDGET_TABLES, [
  {
    table: "TOTALS",
    stage: "INITIAL_BUDGET",
    unit: "元",
    complete: true,
    measures: [
      "REVENUE_FISCAL_APPROPRIATION",
      "REVENUE_GENERAL_PUBLIC",
      "REVENUE_GOVERNMENT_FUND",
      "REVENUE_STATE_CAPITAL",
      "REVENUE_PUBLIC_INSTITUTION",
      "REVENUE_BUSINESS",
      "REVENUE_OTHER",
      "REVENUE_TOTAL",
      "CURRENT_YEAR_EXPENDITURE",
      "EXPENDITURE_TOTAL",
    ],
    rows: `
      合计 96,282,213.44 96,282,213.44 0.00 0.00 0.00 0.00 0.00 96,282,213.44 - 96,282,213.44
      204  - - - - - - - - 87,267,272.44 -
      208  - - - - - - - - 3,343,704.00 -
      210  - - - - - - - - 1,149,678.00 -
      221  - - - - - - - - 4,521,559.00 -`,
  },
  {
    table: "REVENUE",
    stage: "INITIAL_BUDGET",
    unit: "元",
    complete: false,
    measures: REVENUE_MEASURES,
    rows: `
      204     87267272.44 87267272.44 0.00 0.00 0.00
      2040605 1242900.00  1242900.00  0.00 0.00 0.00
      2040699 38454900.00 38454900.00 0.00 0.00 0.00
      2080505 1839485.00  1839485.00  0.00 0.00 0.00
      2210203 2433600.00  2433600.00  0.00 0.00 0.00
      合计    96282213.44 96282213.44 0.00 0.00 0.00`,
  },
  {
    table: "EXPENDITURE",
    stage: "INITIAL_BUDGET",
    unit: "元",
    complete: true,
    measures: ["CURRENT_YEAR_EXPENDITURE", "BASIC_EXPENDITURE", "PROJECT_EXPENDITURE"],
    rows: `
      204     87267272.44 16726725.44 70540547.00
      20406   87267272.44 16726725.44 70540547.00
      2040601 16726725.44 16726725.44 0.00
      2040604 21703947.00 0.00        21703947.00
      2040605 1242900.00  0.00        1242900.00
      2040607 6860000.00  0.00        6860000.00
      2040613 2278800.00  0.00        2278800.00
      2040699 38454900.00 0.00        38454900.00
      208     3343704.00  3343704.00  0.00
      20805   3343704.00  3343704.00  0.00
      2080501 578040.00   578040.00   0.00
      2080505 1839485.00  1839485.00  0.00
      2080506 919739.00   919739.00   0.00
      2080599 6440.00     6440.00     0.00
      210     1149678.00  1149678.00  0.00
      21011   1149678.00  1149678.00  0.00
      2101101 1149678.00  1149678.00  0.00
      221     4521559.00  4521559.00  0.00
      22102   4521559.00  4521559.00  0.00
      2210201 2087959.00  2087959.00  0.00
      2210203 2433600.00  2433600.00  0.00
      合计    96282213.44 25741666.44 70540547.00`,
  },
  {
    table: "FISCAL_APPROPRIATION",
    stage: "INITIAL_BUDGET",
    unit: "元",
    complete: true,
    measures: [
      "REVENUE_GENERAL_PUBLIC",
      "REVENUE_GOVERNMENT_FUND",
      "REVENUE_STATE_CAPITAL",
      "FISCAL_APPROPRIATION_REVENUE",
      "FISCAL_CURRENT_EXPENDITURE",
      "GENERAL_PUBLIC_EXPENDITURE",
      "FISCAL_APPROPRIATION_EXPENDITURE",
      "GENERAL_PUBLIC_TOTAL",
    ],
    rows: `
      合计 96,282,213.44 0.00 0.00 96,282,213.44 - - 96,282,213.44 96,282,213.44
      204  - - - - 87,267,272.44 87,267,272.44 - -
      208  - - - - 3,343,704.00  3,343,704.00  - -
      210  - - - - 1,149,678.00  1,149,678.00  - -
      221  - - - - 4,521,559.00  4,521,559.00  - -`,
  },
  {
    table: "GENERAL_PUBLIC",
    stage: "INITIAL_BUDGET",
    unit: "元",
    complete: false,
    measures: ["GENERAL_PUBLIC_EXPENDITURE", "GENERAL_PUBLIC_BASIC_EXPENDITURE", "GENERAL_PUBLIC_PROJECT_EXPENDITURE"],
    rows: `
      2040604 21703947.00 0.00       21703947.00
      2080599 6440.00     6440.00    0.00
      210     1149678.00  1149678.00 0.00
      合计    96282213.44 25741666.44 70540547.00`,
  },
  {
    table: "GENERAL_PUBLIC_BASIC",
    stage: "INITIAL_BUDGET",
    unit: "元",
    complete: false,
    measures: ["GENERAL_PUBLIC_BASIC_EXPENDITURE", "PERSONNEL_EXPENSE", "PUBLIC_EXPENSE"],
    rows: `
      301   23084662.00 23084662.00 0.00
      30101 2892504.00  2892504.00  0.00
      302   2141724.44  0.00        2141724.44
      30213 45000.00    0.00        45000.00
      30217 8265.00     0.00        8265.00
      30228 265974.44   0.00        265974.44
      30231 99750.00    0.00        99750.00
      303   478680.00   478680.00   0.00
      310   36600.00    0.00        36600.00
      31002 36600.00    0.00        36600.00
      合计  25741666.44 23563342.00 2178324.44`,
  },
  {
    table: "THREE_PUBLIC",
    stage: "INITIAL_BUDGET",
    unit: "万元",
    complete: true,
    measures: THREE_PUBLIC_MEASURES,
    rows: "合计 10.81 0 0.83 9.98 0 9.98 217.83",
  },
]);

story("putuo-wanli-2025-budget.pdf", 2025, "BUDGET", BUDGET_TABLES, [
  {
    table: "TOTALS",
    stage: "INITIAL_BUDGET",
    unit: "元",
    complete: true,
    measures: ["REVENUE_FISCAL_APPROPRIATION", "REVENUE_GENERAL_PUBLIC", "REVENUE_TOTAL", "CURRENT_YEAR_EXPENDITURE", "EXPENDITURE_TOTAL"],
    rows: `
      合计 189,767,551 189,767,551 189,767,551 - 189,767,551
      201  - - - 3,296,600   -
      204  - - - 2,878,025   -
      205  - - - 250,000     -
      206  - - - 100,000     -
      207  - - - 200,000     -
      208  - - - 16,091,895  -
      210  - - - 3,216,973   -
      212  - - - 154,369,326 -
      221  - - - 9,364,732   -`,
  },
  {
    table: "REVENUE",
    stage: "INITIAL_BUDGET",
    unit: "元",
    complete: false,
    measures: REVENUE_MEASURES,
    rows: `
      201     3,296,600   3,296,600   0 0 0
      2013802 135,300     135,300     0 0 0
      2049999 2,578,025   2,578,025   0 0 0
      2070308 200,000     200,000     0 0 0
      2080505 4,827,156   4,827,156   0 0 0
      2100717 200,000     200,000     0 0 0
      2120101 17,887,739  17,887,739  0 0 0
      21203   2,191,300   2,191,300   0 0 0
      2210399 2,177,200   2,177,200   0 0 0
      合计    189,767,551 189,767,551 0 0 0`,
  },
  {
    table: "EXPENDITURE",
    stage: "INITIAL_BUDGET",
    unit: "元",
    complete: false,
    measures: ["CURRENT_YEAR_EXPENDITURE", "BASIC_EXPENDITURE", "PROJECT_EXPENDITURE"],
    rows: `
      20105   438,300     0           438,300
      2012902 422,900     0           422,900
      208     16,091,895  13,755,695  2,336,200
      2089999 7,574,422   6,166,222   1,408,200
      210     3,216,973   3,016,973   200,000
      212     154,369,326 77,381,546  76,987,780
      2120101 17,887,739  17,737,739  150,000
      2120199 53,121,126  53,121,126  0
      221     9,364,732   7,187,532   2,177,200
      合计    189,767,551 101,341,746 88,425,805`,
  },
  {
    table: "FISCAL_APPROPRIATION",
    stage: "INITIAL_BUDGET",
    unit: "元",
    complete: true,
    measures: [
      "REVENUE_GENERAL_PUBLIC",
      "FISCAL_APPROPRIATION_REVENUE",
      "FISCAL_CURRENT_EXPENDITURE",
      "GENERAL_PUBLIC_EXPENDITURE",
      "FISCAL_APPROPRIATION_EXPENDITURE",
      "GENERAL_PUBLIC_TOTAL",
    ],
    rows: `
      合计 189,767,551 189,767,551 - - 189,767,551 189,767,551
      201  - - 3,296,600   3,296,600   - -
      204  - - 2,878,025   2,878,025   - -
      205  - - 250,000     250,000     - -
      206  - - 100,000     100,000     - -
      207  - - 200,000     200,000     - -
      208  - - 16,091,895  16,091,895  - -
      210  - - 3,216,973   3,216,973   - -
      212  - - 154,369,326 154,369,326 - -
      221  - - 9,364,732   9,364,732   - -`,
  },
  {
    table: "GENERAL_PUBLIC",
    stage: "INITIAL_BUDGET",
    unit: "元",
    complete: false,
    measures: ["GENERAL_PUBLIC_EXPENDITURE", "GENERAL_PUBLIC_BASIC_EXPENDITURE", "GENERAL_PUBLIC_PROJECT_EXPENDITURE"],
    rows: `
      2013202 1,075,000   0           1,075,000
      20805   7,589,473   7,589,473   0
      2101102 1,548,033   1,548,033   0
      2129999 52,348,937  0           52,348,937
      合计    189,767,551 101,341,746 88,425,805`,
  },
  {
    table: "GENERAL_PUBLIC_BASIC",
    stage: "INITIAL_BUDGET",
    unit: "元",
    complete: false,
    measures: ["GENERAL_PUBLIC_BASIC_EXPENDITURE", "PERSONNEL_EXPENSE", "PUBLIC_EXPENSE"],
    rows: `
      301   90,238,584  90,238,584 0
      30107 11,610,630  11,610,630 0
      30213 276,000     0          276,000
      30299 903,482     0          903,482
      303   275,460     275,460    0
      合计  101,341,746 90,514,044 10,827,702`,
  },
  {
    table: "THREE_PUBLIC",
    stage: "INITIAL_BUDGET",
    unit: "万元",
    complete: true,
    measures: THREE_PUBLIC_MEASURES,
    rows: "合计 37.91 0 1.35 36.56 15 21.56 464.64",
  },
]);
