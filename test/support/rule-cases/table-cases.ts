import type { Project } from "../../../src/model/disclosure";
import type { Table } from "../../../src/model/extracted-document";
import { reading, type Where } from "../check-fixtures";
import { project } from "../project-fixtures";
import type { RuleCases } from "./rule-case";

const EXPENDITURE: Where = { table: "EXPENDITURE" };
const GENERAL: Where = { table: "GENERAL_PUBLIC" };
const onlyFiscal = (opening: number) => [
  reading("CURRENT_YEAR_REVENUE", 900, { table: "TOTALS" }),
  reading("REVENUE_FISCAL_APPROPRIATION", 900, { table: "REVENUE" }),
  reading("OPENING_CARRYOVER", opening, { table: "TOTALS" }),
];
const item = "2040601";

const listed = (...amounts: number[]): Project[] =>
  amounts.map((amount, row) => ({
    ...project({ name: `项目${row}`, total: { initial: amount } }),
    citations: [{ block: 4, row, cell: 0, start: 0, end: 2 }],
  }));

const byUnit = (total: string): Table => ({
  kind: "TABLE",
  rows: [
    ["单位名称", "合计", "基本支出"],
    ["示例市司法局（本级）", "60.00", "40.00"],
    ["示例市法律援助中心", "30.00", "20.00"],
    ["合计", total, "60.00"],
  ].map((cells) => cells.map((text, column) => ({ text, column, columnSpan: 1, rowSpan: 1 }))),
});

export const TABLE_CASES: RuleCases = {
  T_FISCAL_REVENUE_MATCH: {
    holds: {
      readings: [
        reading("REVENUE_FISCAL_APPROPRIATION", 900, { table: "REVENUE" }),
        reading("FISCAL_CURRENT_REVENUE", 900, { table: "FISCAL_APPROPRIATION" }),
      ],
    },
    fails: {
      readings: [
        reading("REVENUE_FISCAL_APPROPRIATION", 900, { table: "REVENUE" }),
        reading("FISCAL_CURRENT_REVENUE", 950, { table: "FISCAL_APPROPRIATION" }),
      ],
    },
    cannotTell: { readings: [reading("REVENUE_FISCAL_APPROPRIATION", 900, { table: "REVENUE" })] },
  },
  T_ALL_FUNDS_GE_FISCAL: {
    holds: {
      readings: [
        ...onlyFiscal(5),
        reading("CURRENT_YEAR_EXPENDITURE", 300, { ...EXPENDITURE, subject: item }),
        reading("GENERAL_PUBLIC_EXPENDITURE", 200, { ...GENERAL, subject: item }),
      ],
    },
    fails: {
      readings: [
        ...onlyFiscal(5),
        reading("CURRENT_YEAR_EXPENDITURE", 150, { ...EXPENDITURE, subject: item }),
        reading("GENERAL_PUBLIC_EXPENDITURE", 200, { ...GENERAL, subject: item }),
      ],
    },
    cannotTell: { readings: [...onlyFiscal(5), reading("CURRENT_YEAR_EXPENDITURE", 150, { ...EXPENDITURE, subject: item })] },
  },
  T_ALL_FUNDS_EQ_WHEN_ONLY_FISCAL: {
    holds: {
      readings: [
        ...onlyFiscal(0),
        reading("BASIC_EXPENDITURE", 200, { ...EXPENDITURE, subject: item }),
        reading("GENERAL_PUBLIC_BASIC_EXPENDITURE", 200, { ...GENERAL, subject: item }),
      ],
    },
    fails: {
      readings: [
        ...onlyFiscal(0),
        reading("BASIC_EXPENDITURE", 300, { ...EXPENDITURE, subject: item }),
        reading("GENERAL_PUBLIC_BASIC_EXPENDITURE", 200, { ...GENERAL, subject: item }),
      ],
    },
    cannotTell: { readings: [reading("BASIC_EXPENDITURE", 300, { ...EXPENDITURE, subject: item })] },
  },
  T_SUBJECT_SET: {
    holds: {
      readings: [
        reading("CURRENT_YEAR_EXPENDITURE", 300, EXPENDITURE),
        reading("CURRENT_YEAR_EXPENDITURE", 300, { ...EXPENDITURE, subject: item }),
        reading("GENERAL_PUBLIC_EXPENDITURE", 200, { ...GENERAL, subject: item }),
      ],
    },
    fails: {
      readings: [
        reading("CURRENT_YEAR_EXPENDITURE", 300, EXPENDITURE),
        reading("CURRENT_YEAR_EXPENDITURE", 300, { ...EXPENDITURE, subject: item }),
        reading("GENERAL_PUBLIC_EXPENDITURE", 200, { ...GENERAL, subject: "2040602" }),
      ],
    },
    cannotTell: { readings: [reading("GENERAL_PUBLIC_EXPENDITURE", 200, { ...GENERAL, subject: item })] },
  },
  PROJECT_LIST_SUM: {
    holds: {
      kind: "BUDGET",
      projects: listed(500, 300),
      readings: [reading("PROJECT_EXPENDITURE", 800, { table: "PROJECT_LIST", stage: "INITIAL_BUDGET", block: 4 })],
    },
    fails: {
      kind: "BUDGET",
      projects: listed(500, 300),
      readings: [reading("PROJECT_EXPENDITURE", 900, { table: "PROJECT_LIST", stage: "INITIAL_BUDGET", block: 4 })],
    },
    finding: { published: 9_000_000, recomputed: 8_000_000 },
    cannotTell: { kind: "BUDGET", projects: listed(500, 300) },
  },
  UNIT_ROWS_SUM: {
    holds: { tables: [{ kind: "EXPENDITURE", title: "支出决算表（分单位）", block: 0, statedEmpty: false }], blocks: [byUnit("90.00")] },
    fails: { tables: [{ kind: "EXPENDITURE", title: "支出决算表（分单位）", block: 0, statedEmpty: false }], blocks: [byUnit("95.00")] },
    cannotTell: { tables: [{ kind: "EXPENDITURE", title: "支出决算表", block: 0, statedEmpty: false }] },
    then: "NOT_APPLICABLE",
  },
};
