import type { MeasureCode } from "../../../src/model/measures";
import type { Stage } from "../../../src/model/stage";
import type { StatutoryTableKind } from "../../../src/model/statutory-table-kind";
import { codesOf, revenueBySource, type Telling } from "./forms/official-narrative";
import type { DescribedCell } from "./printer";
import { FUNCTIONAL_CLASSES, subjectName } from "./subject-names";
import { selfWord } from "./unit-identity";
import type { Budget } from "./unit-year";
import {
  economicSum,
  itemsOf,
  personnelOf,
  publicExpenseOf,
  subjectRows,
  subjectSums,
  sumItems,
  threePublicSums,
  totalsOf,
} from "./unit-year-sums";

/** One of the nine statutory tables: its name and its rows. */
export interface StatutoryTableText {
  readonly kind: StatutoryTableKind;
  readonly title: string;
  readonly rows: readonly (readonly DescribedCell[])[];
  /** 本表为空表 */
  readonly emptyNote?: string;
}

/** How the codes of subjects are printed: 2040601, or 204 | 06 | 01. */
export type CodeStyle = "JOINED" | "SPLIT";

/** The nine tables of the final accounts in the order of the national template; a planted fault may leave one out. */
export function printStatutoryTables(telling: Telling, codes: CodeStyle): StatutoryTableText[] {
  const { print } = telling;
  const printed = (
    kind: StatutoryTableKind,
    title: string,
    rows: () => readonly (readonly DescribedCell[])[],
    emptyNote?: string,
  ): StatutoryTableText[] =>
    print.has(`missing-table/${kind}`)
      ? []
      : [print.inTable(kind, () => ({ kind, title, rows: rows(), ...(emptyNote === undefined ? {} : { emptyNote }) }))];
  const empty = (budget: Budget, name: string): string | undefined =>
    itemsOf(telling.year, budget).length === 0 ? `注：本${selfWord(telling.unit)}没有${name}收支，本表为空表。` : undefined;
  return [
    ...printed("TOTALS", "收入支出决算总表", () => totalsRows(telling)),
    ...printed("REVENUE", "收入决算表", () => revenueRows(telling, codes)),
    ...printed("EXPENDITURE", "支出决算表", () => expenditureRows(telling, codes)),
    ...printed("FISCAL_APPROPRIATION", "财政拨款收入支出决算总表", () => fiscalRows(telling)),
    ...printed("GENERAL_PUBLIC", "一般公共预算财政拨款支出决算表", () => generalRows(telling, codes)),
    ...printed("GENERAL_PUBLIC_BASIC", "一般公共预算财政拨款基本支出决算表", () => basicRows(telling)),
    ...printed("THREE_PUBLIC", "财政拨款“三公”经费支出决算表", () => threePublicRows(telling)),
    ...printed(
      "GOVERNMENT_FUND",
      "政府性基金预算财政拨款收入支出决算表",
      () => fundRows(telling, codes, "FUND", FUND_MEASURES),
      empty("FUND", "政府性基金预算财政拨款"),
    ),
    ...printed(
      "STATE_CAPITAL",
      "国有资本经营预算财政拨款收入支出决算表",
      () => fundRows(telling, codes, "STATE", STATE_MEASURES),
      empty("STATE", "国有资本经营预算财政拨款"),
    ),
  ];
}

const FINAL: Stage = "FINAL";
const DIGITS = "一二三四五六七八九".split("");

function numeral(index: number): string {
  const [tens, ones] = [Math.floor((index + 1) / 10), (index + 1) % 10];
  return `${tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS[tens - 1] ?? ""}十`}${DIGITS[ones - 1] ?? ""}`;
}

/** Blank cells to the width of the table. */
const blanks = (count: number): string[] => Array.from({ length: count }, () => "");

const cut = (rows: readonly (readonly DescribedCell[])[], width: number, at: number): readonly DescribedCell[] => rows[at] ?? blanks(width);

function sideBySide(
  left: readonly (readonly DescribedCell[])[],
  right: readonly (readonly DescribedCell[])[],
  widths: readonly [number, number],
): DescribedCell[][] {
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, at) => [...cut(left, widths[0], at), ...cut(right, widths[1], at)]);
}

function totalsRows({ print, year }: Telling): DescribedCell[][] {
  const totals = totalsOf(year);
  const bySource = revenueBySource(year);
  const cell = (measure: MeasureCode, amount: number, subject?: string): string =>
    print.cell({ measure, stage: FINAL, ...(subject === undefined ? {} : { subject }) }, amount);
  const sources: readonly (readonly [MeasureCode, string])[] = [
    ["REVENUE_GENERAL_PUBLIC", "一般公共预算财政拨款收入"],
    ["REVENUE_GOVERNMENT_FUND", "政府性基金预算财政拨款收入"],
    ["REVENUE_STATE_CAPITAL", "国有资本经营预算财政拨款收入"],
    ["REVENUE_SUPERIOR_SUBSIDY", "上级补助收入"],
    ["REVENUE_PUBLIC_INSTITUTION", "事业收入"],
    ["REVENUE_BUSINESS", "经营收入"],
    ["REVENUE_SUBORDINATE_REMITTANCE", "附属单位上缴收入"],
    ["REVENUE_OTHER", "其他收入"],
  ];
  const left = sources.map(([measure, name], at) => [`${numeral(at)}、${name}`, cell(measure, bySource[measure] ?? 0)]);
  const used = FUNCTIONAL_CLASSES.map(([code]) => code).find((code) => expenditureOf(year, code) > 0);
  const right = FUNCTIONAL_CLASSES.flatMap(([code, name], at) =>
    print.has("missing-class") && code === used
      ? []
      : [[`${numeral(at)}、${name}`, cell("CURRENT_YEAR_EXPENDITURE", expenditureOf(year, code), code)]],
  );
  return [
    [
      { text: "收入", columns: 2 },
      { text: "支出", columns: 2 },
    ],
    ["项目", "决算数", "项目", "决算数"],
    ...sideBySide(left, right, [2, 2]),
    ["本年收入合计", cell("CURRENT_YEAR_REVENUE", totals.revenue), "本年支出合计", cell("CURRENT_YEAR_EXPENDITURE", totals.expenditure)],
    [
      "使用非财政拨款结余（含专用结余）",
      cell("NON_FISCAL_BALANCE_USED", totals.used),
      "结余分配",
      cell("SURPLUS_DISTRIBUTED", totals.distributed),
    ],
    ["年初结转和结余", cell("OPENING_CARRYOVER", totals.opening), "年末结转和结余", cell("CLOSING_CARRYOVER", totals.closing)],
    ["总计", cell("REVENUE_TOTAL", totals.total), "总计", cell("EXPENDITURE_TOTAL", totals.total)],
  ];
}

function expenditureOf(year: Telling["year"], code: string): number {
  const { basic, project } = subjectSums(year, code);
  return basic + project;
}

/** Header cells of the code and name columns. */
const codeHeader = (codes: CodeStyle, rows: number): DescribedCell[] => [
  { text: "功能分类科目编码", columns: codes === "SPLIT" ? 3 : 1, rows: codes === "SPLIT" ? 1 : rows },
  { text: "科目名称", rows },
];

const lowerCodeHeader = (codes: CodeStyle): DescribedCell[] => (codes === "SPLIT" ? ["类", "款", "项"] : []);

const codeCells = (code: string, codes: CodeStyle): string[] =>
  codes === "JOINED" ? [code] : [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];

const totalCells = (codes: CodeStyle): DescribedCell[] => [...blanks(codes === "SPLIT" ? 3 : 1), "合计"];

/** A table of subjects under one-row value headers. */
function subjectTable(
  codes: CodeStyle,
  names: readonly string[],
  rows: readonly string[],
  values: (code: string | undefined) => readonly string[],
): DescribedCell[][] {
  const deep = codes === "SPLIT" ? 2 : 1;
  return [
    [...codeHeader(codes, deep), ...names.map((text) => ({ text, rows: deep }))],
    lowerCodeHeader(codes),
    [...totalCells(codes), ...values(undefined)],
    ...rows.map((code) => [...codeCells(code, codes), subjectName(code), ...values(code)]),
  ].filter((row) => row.length > 0);
}

function revenueRows({ print, year }: Telling, codes: CodeStyle): DescribedCell[][] {
  const names = ["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"];
  return subjectTable(codes, names, codesOf(year), (code) => {
    const sums = subjectSums(year, code ?? "");
    const cell = (measure: MeasureCode, amount: number): string =>
      print.cell({ measure, stage: FINAL, ...(code === undefined ? {} : { subject: code }) }, amount);
    const own = (measure: MeasureCode): string => cell(measure, sums.revenueBySource[measure] ?? 0);
    return [
      cell("CURRENT_YEAR_REVENUE", sums.revenue),
      cell("REVENUE_FISCAL_APPROPRIATION", sums.fiscalRevenue),
      own("REVENUE_SUPERIOR_SUBSIDY"),
      own("REVENUE_PUBLIC_INSTITUTION"),
      "",
      "",
      own("REVENUE_OTHER"),
    ];
  });
}

function expenditureRows({ print, year }: Telling, codes: CodeStyle): DescribedCell[][] {
  const names = ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"];
  return subjectTable(codes, names, codesOf(year), (code) => {
    const { basic, project } = subjectSums(year, code ?? "");
    const cell = (measure: MeasureCode, amount: number): string =>
      print.cell({ measure, stage: FINAL, ...(code === undefined ? {} : { subject: code }) }, amount);
    return [
      cell("CURRENT_YEAR_EXPENDITURE", basic + project),
      cell("BASIC_EXPENDITURE", basic),
      cell("PROJECT_EXPENDITURE", project),
      "",
      "",
      "",
    ];
  });
}

function fiscalRows({ print, year }: Telling): DescribedCell[][] {
  const cell = (measure: MeasureCode, amount: number, subject?: string): string =>
    print.cell({ measure, stage: FINAL, ...(subject === undefined ? {} : { subject }) }, amount);
  const sums = {
    ALL: sumItems(year.items),
    GENERAL: sumItems(itemsOf(year, "GENERAL")),
    FUND: sumItems(itemsOf(year, "FUND")),
    STATE: sumItems(itemsOf(year, "STATE")),
  };
  const acrossBudgets = (
    pick: (of: (typeof sums)["ALL"]) => number,
    measures: readonly [MeasureCode, MeasureCode, MeasureCode, MeasureCode],
  ): string[] => [
    cell(measures[0], pick(sums.ALL)),
    cell(measures[1], pick(sums.GENERAL)),
    cell(measures[2], pick(sums.FUND)),
    cell(measures[3], pick(sums.STATE)),
  ];
  const classRow = ([code, name]: readonly [string, string], at: number): string[] => {
    const of = (budget?: Budget): number =>
      sumItems(year.items.filter((item) => item.code.startsWith(code) && (budget === undefined || item.budget === budget))).final;
    return [
      `${numeral(at)}、${name}`,
      cell("FISCAL_CURRENT_EXPENDITURE", of(), code),
      cell("GENERAL_PUBLIC_EXPENDITURE", of("GENERAL"), code),
      cell("GOVERNMENT_FUND_EXPENDITURE", of("FUND"), code),
      cell("STATE_CAPITAL_EXPENDITURE", of("STATE"), code),
    ];
  };
  const left = [
    ["一、一般公共预算财政拨款", cell("REVENUE_GENERAL_PUBLIC", sums.GENERAL.revenue)],
    ["二、政府性基金预算财政拨款", cell("REVENUE_GOVERNMENT_FUND", sums.FUND.revenue)],
    ["三、国有资本经营预算财政拨款", cell("REVENUE_STATE_CAPITAL", sums.STATE.revenue)],
  ];
  const total = (of: (typeof sums)["ALL"]): number => of.opening + of.revenue;
  return [
    [
      { text: "收入", columns: 2 },
      { text: "支出", columns: 5 },
    ],
    ["项目", "决算数", "项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"],
    ...sideBySide(left, FUNCTIONAL_CLASSES.map(classRow), [2, 5]),
    [
      "本年收入合计",
      cell("FISCAL_CURRENT_REVENUE", sums.ALL.revenue),
      "本年支出合计",
      ...acrossBudgets(
        ({ final }) => final,
        ["FISCAL_CURRENT_EXPENDITURE", "GENERAL_PUBLIC_EXPENDITURE", "GOVERNMENT_FUND_EXPENDITURE", "STATE_CAPITAL_EXPENDITURE"],
      ),
    ],
    [
      "年初财政拨款结转和结余",
      cell("FISCAL_OPENING_CARRYOVER", sums.ALL.opening),
      "年末财政拨款结转和结余",
      ...acrossBudgets(
        ({ closing }) => closing,
        [
          "FISCAL_CLOSING_CARRYOVER",
          "GENERAL_PUBLIC_CLOSING_CARRYOVER",
          "GOVERNMENT_FUND_CLOSING_CARRYOVER",
          "STATE_CAPITAL_CLOSING_CARRYOVER",
        ],
      ),
    ],
    ["一、一般公共预算财政拨款", cell("GENERAL_PUBLIC_OPENING_CARRYOVER", sums.GENERAL.opening), ...blanks(5)],
    ["二、政府性基金预算财政拨款", cell("GOVERNMENT_FUND_OPENING_CARRYOVER", sums.FUND.opening), ...blanks(5)],
    ["三、国有资本经营预算财政拨款", cell("STATE_CAPITAL_OPENING_CARRYOVER", sums.STATE.opening), ...blanks(5)],
    [
      "总计",
      cell("FISCAL_APPROPRIATION_REVENUE", total(sums.ALL)),
      "总计",
      ...acrossBudgets(total, ["FISCAL_APPROPRIATION_EXPENDITURE", "GENERAL_PUBLIC_TOTAL", "GOVERNMENT_FUND_TOTAL", "STATE_CAPITAL_TOTAL"]),
    ],
  ];
}

function generalRows({ print, year }: Telling, codes: CodeStyle): DescribedCell[][] {
  const items = itemsOf(year, "GENERAL");
  return subjectTable(codes, ["合计", "基本支出", "项目支出"], subjectRows(items.map(({ code }) => code)), (code) => {
    const { final, basic, project } = sumItems(items.filter((item) => item.code.startsWith(code ?? "")));
    const cell = (measure: MeasureCode, amount: number): string =>
      print.cell({ measure, stage: FINAL, ...(code === undefined ? {} : { subject: code }) }, amount);
    return [
      cell("GENERAL_PUBLIC_EXPENDITURE", final),
      cell("GENERAL_PUBLIC_BASIC_EXPENDITURE", basic),
      cell("GENERAL_PUBLIC_PROJECT_EXPENDITURE", project),
    ];
  });
}

function basicRows({ print, year }: Telling): DescribedCell[][] {
  const measure = "GENERAL_PUBLIC_BASIC_EXPENDITURE";
  const rowsOf = (classes: readonly string[]): string[][] =>
    classes.flatMap((economicClass) => {
      const codes = Object.keys(year.basicByEconomic)
        .filter((code) => code.startsWith(economicClass))
        .sort();
      if (codes.length === 0) return [];
      const row = (code: string): string[] => [
        code,
        subjectName(code),
        print.cell({ measure, subject: code, stage: FINAL }, economicSum(year.basicByEconomic, code)),
      ];
      return [row(economicClass), ...codes.map(row)];
    });
  return [
    ["科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数"],
    ...sideBySide(rowsOf(["301", "303"]), rowsOf(["302", "310"]), [3, 3]),
    [
      { text: "人员经费合计", columns: 2 },
      print.cell({ measure: "PERSONNEL_EXPENSE", stage: FINAL }, personnelOf(year)),
      { text: "公用经费合计", columns: 2 },
      print.cell({ measure: "PUBLIC_EXPENSE", stage: FINAL }, publicExpenseOf(year)),
    ],
  ];
}

function threePublicRows({ print, year }: Telling): DescribedCell[][] {
  const { total, vehicles } = threePublicSums(year);
  const { overseas, purchase, operation, reception } = year.threePublic;
  const pairs: readonly (readonly [MeasureCode, { readonly budget: number; readonly final: number }])[] = [
    ["THREE_PUBLIC_TOTAL", total],
    ["OVERSEAS_TRAVEL", overseas],
    ["OFFICIAL_VEHICLES", vehicles],
    ["VEHICLE_PURCHASE", purchase],
    ["VEHICLE_OPERATION", operation],
    ["OFFICIAL_RECEPTION", reception],
  ];
  return [
    [
      { text: "合计", columns: 2, rows: 2 },
      { text: "因公出国（境）费", columns: 2, rows: 2 },
      { text: "公务用车购置及运行维护费", columns: 6 },
      { text: "公务接待费", columns: 2, rows: 2 },
    ],
    [
      { text: "小计", columns: 2 },
      { text: "公务用车购置费", columns: 2 },
      { text: "公务用车运行维护费", columns: 2 },
    ],
    pairs.flatMap(() => ["预算数", "决算数"]),
    pairs.flatMap(([measure, { budget, final }]) => [
      print.cell({ measure, stage: "ADJUSTED_BUDGET" }, budget),
      print.cell({ measure, stage: FINAL }, final),
    ]),
  ];
}

interface FundMeasures {
  readonly opening: MeasureCode;
  readonly revenue: MeasureCode;
  readonly expenditure: MeasureCode;
  readonly basic: MeasureCode;
  readonly project: MeasureCode;
  readonly closing: MeasureCode;
}

const FUND_MEASURES: FundMeasures = {
  opening: "GOVERNMENT_FUND_OPENING_CARRYOVER",
  revenue: "GOVERNMENT_FUND_REVENUE",
  expenditure: "GOVERNMENT_FUND_EXPENDITURE",
  basic: "GOVERNMENT_FUND_BASIC_EXPENDITURE",
  project: "GOVERNMENT_FUND_PROJECT_EXPENDITURE",
  closing: "GOVERNMENT_FUND_CLOSING_CARRYOVER",
};

const STATE_MEASURES: FundMeasures = {
  opening: "STATE_CAPITAL_OPENING_CARRYOVER",
  revenue: "STATE_CAPITAL_REVENUE",
  expenditure: "STATE_CAPITAL_EXPENDITURE",
  basic: "STATE_CAPITAL_BASIC_EXPENDITURE",
  project: "STATE_CAPITAL_PROJECT_EXPENDITURE",
  closing: "STATE_CAPITAL_CLOSING_CARRYOVER",
};

function fundRows({ print, year }: Telling, codes: CodeStyle, budget: Budget, measures: FundMeasures): DescribedCell[][] {
  const items = itemsOf(year, budget);
  const values = (code: string | undefined): string[] => {
    const sums = sumItems(items.filter((item) => item.code.startsWith(code ?? "")));
    const cell = (measure: MeasureCode, amount: number): string =>
      print.cell({ measure, stage: FINAL, ...(code === undefined ? {} : { subject: code }) }, amount);
    return [
      cell(measures.opening, sums.opening),
      cell(measures.revenue, sums.revenue),
      cell(measures.expenditure, sums.final),
      cell(measures.basic, sums.basic),
      cell(measures.project, sums.project),
      cell(measures.closing, sums.closing),
    ];
  };
  return [
    [
      ...codeHeader(codes, 2),
      { text: "年初结转和结余", rows: 2 },
      { text: "本年收入", rows: 2 },
      { text: "本年支出", columns: 3 },
      { text: "年末结转和结余", rows: 2 },
    ],
    [...lowerCodeHeader(codes), "小计", "基本支出", "项目支出"],
    [...totalCells(codes), ...values(undefined)],
    ...subjectRows(items.map(({ code }) => code)).map((code) => [...codeCells(code, codes), subjectName(code), ...values(code)]),
  ];
}
