import type { LocatedTable, TableHandler } from "../handler";
import type { ColumnRule } from "./column-rules";
import { readSubjectTable } from "./subject-table";
import { headerText } from "./table-layout";
import { readTwoSidedTable, type SideRow } from "./two-sided-table";

const OPENING = "OPENING";
const CLOSING = "CLOSING";
const CURRENT = "CURRENT";

/** 财政拨款收入支出决算总表: the fiscal part of the totals; expenditure once together and once for each of the three budgets. */
export const fiscalAppropriationTable: TableHandler = {
  kind: "FISCAL_APPROPRIATION",
  parse: (table, facts) =>
    isBySubject(table)
      ? readSubjectTable(table, facts, { dimension: "FUNCTIONAL", columns: BY_SUBJECT })
      : readTwoSidedTable(table, facts, {
          revenue: { rows: REVENUE_ROWS },
          expenditure: {
            rows: EXPENDITURE_ROWS,
            classes: {
              ALL: "FISCAL_CURRENT_EXPENDITURE",
              GENERAL_PUBLIC: "GENERAL_PUBLIC_EXPENDITURE",
              GOVERNMENT_FUND: "GOVERNMENT_FUND_EXPENDITURE",
              STATE_CAPITAL: "STATE_CAPITAL_EXPENDITURE",
            },
          },
        }),
};

/** 财政拨款支出决算表: some provinces print fiscal expenditure by subject, with natures or economic classes across. */
const isBySubject = (table: LocatedTable): boolean => /科目(?:编码|代码)/.test(headerText(table)) && !/收入/.test(headerText(table));

const BY_SUBJECT: readonly ColumnRule[] = [
  [/政府性基金/, "GOVERNMENT_FUND_EXPENDITURE"],
  [/国有资本/, "STATE_CAPITAL_EXPENDITURE"],
  [/一般公共预算.*基本支出/, "GENERAL_PUBLIC_BASIC_EXPENDITURE"],
  [/一般公共预算.*项目支出/, "GENERAL_PUBLIC_PROJECT_EXPENDITURE"],
  [/一般公共预算/, "GENERAL_PUBLIC_EXPENDITURE"],
  [/^(?:.*\/)?(?:本年支出)?(?:合计|总计)$|^$/, "FISCAL_CURRENT_EXPENDITURE"],
  [/./, "NO_MEASURE"],
];

const REVENUE_ROWS: readonly SideRow[] = [
  {
    label: /^本年收入(?:合计)?$|^(?:本年)?财政拨款收入$|^收入合计$/,
    measures: {
      ALL: "FISCAL_CURRENT_REVENUE",
      GENERAL_PUBLIC: "REVENUE_GENERAL_PUBLIC",
      GOVERNMENT_FUND: "REVENUE_GOVERNMENT_FUND",
      STATE_CAPITAL: "REVENUE_STATE_CAPITAL",
    },
    opens: CURRENT,
  },
  {
    label: /^(?:收入)?(?:预算|决算)?总计$|^收入总计$|^合计$/,
    measures: {
      ALL: "FISCAL_APPROPRIATION_REVENUE",
      GENERAL_PUBLIC: "GENERAL_PUBLIC_TOTAL",
      GOVERNMENT_FUND: "GOVERNMENT_FUND_TOTAL",
      STATE_CAPITAL: "STATE_CAPITAL_TOTAL",
    },
  },
  {
    label: /^(?:年初|上年)(?:财政拨款)?结[转余]/,
    measures: {
      ALL: "FISCAL_OPENING_CARRYOVER",
      GENERAL_PUBLIC: "GENERAL_PUBLIC_OPENING_CARRYOVER",
      GOVERNMENT_FUND: "GOVERNMENT_FUND_OPENING_CARRYOVER",
      STATE_CAPITAL: "STATE_CAPITAL_OPENING_CARRYOVER",
    },
    opens: OPENING,
  },
  { label: /政府性基金/, within: OPENING, measures: { ALL: "GOVERNMENT_FUND_OPENING_CARRYOVER" } },
  { label: /国有资本/, within: OPENING, measures: { ALL: "STATE_CAPITAL_OPENING_CARRYOVER" } },
  { label: /一般公共预算/, within: OPENING, measures: { ALL: "GENERAL_PUBLIC_OPENING_CARRYOVER" } },
  { label: /政府性基金/, within: CURRENT, measures: { ALL: "REVENUE_GOVERNMENT_FUND" } },
  { label: /国有资本/, within: CURRENT, measures: { ALL: "REVENUE_STATE_CAPITAL" } },
  { label: /一般公共预算/, within: CURRENT, measures: { ALL: "REVENUE_GENERAL_PUBLIC" } },
  { label: /政府性基金/, measures: { ALL: "REVENUE_GOVERNMENT_FUND" } },
  { label: /国有资本/, measures: { ALL: "REVENUE_STATE_CAPITAL" } },
  { label: /一般公共预算/, measures: { ALL: "REVENUE_GENERAL_PUBLIC" } },
];

const EXPENDITURE_ROWS: readonly SideRow[] = [
  {
    label: /^本年支出(?:合计)?$|^支出合计$|^(?:本年)?财政拨款支出$/,
    measures: {
      ALL: "FISCAL_CURRENT_EXPENDITURE",
      GENERAL_PUBLIC: "GENERAL_PUBLIC_EXPENDITURE",
      GOVERNMENT_FUND: "GOVERNMENT_FUND_EXPENDITURE",
      STATE_CAPITAL: "STATE_CAPITAL_EXPENDITURE",
    },
  },
  {
    label: /^(?:支出)?(?:预算|决算)?总计$|^支出总计$|^合计$/,
    measures: {
      ALL: "FISCAL_APPROPRIATION_EXPENDITURE",
      GENERAL_PUBLIC: "GENERAL_PUBLIC_TOTAL",
      GOVERNMENT_FUND: "GOVERNMENT_FUND_TOTAL",
      STATE_CAPITAL: "STATE_CAPITAL_TOTAL",
    },
  },
  {
    label: /^年末.*结[转余]|^结转下年|^下年结转/,
    measures: {
      ALL: "FISCAL_CLOSING_CARRYOVER",
      GENERAL_PUBLIC: "GENERAL_PUBLIC_CLOSING_CARRYOVER",
      GOVERNMENT_FUND: "GOVERNMENT_FUND_CLOSING_CARRYOVER",
      STATE_CAPITAL: "STATE_CAPITAL_CLOSING_CARRYOVER",
    },
    opens: CLOSING,
  },
];
