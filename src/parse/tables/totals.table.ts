import type { TableHandler } from "../handler";
import { readTwoSidedTable, type SideRow } from "./two-sided-table";

const OPENING = "OPENING";
const BASIC = "BASIC";
const PROJECT = "PROJECT";

/** 收入支出决算总表: sources of revenue on the left, functional classes on the right; budgets name fewer of each. */
export const totalsTable: TableHandler = {
  kind: "TOTALS",
  parse: (table, facts) =>
    readTwoSidedTable(table, facts, {
      revenue: { rows: REVENUE_ROWS },
      expenditure: {
        rows: EXPENDITURE_ROWS,
        classes: { ALL: "CURRENT_YEAR_EXPENDITURE" },
        economicClasses: { WHOLE: "CURRENT_YEAR_EXPENDITURE", [BASIC]: "BASIC_EXPENDITURE", [PROJECT]: "PROJECT_EXPENDITURE" },
      },
    }),
};

const REVENUE_ROWS: readonly SideRow[] = [
  { label: /^(?:本年)?收入(?:预算|决算)?(?:合计|小计)$|^本年收入$/, measures: { ALL: "CURRENT_YEAR_REVENUE" } },
  { label: /^(?:收入)?(?:预算|决算)?总计$|^合计$|^收入总计$/, measures: { ALL: "REVENUE_TOTAL" } },
  { label: /使用非财政拨款结余|用事业基金弥补|专用结余/, measures: { ALL: "NON_FISCAL_BALANCE_USED" } },
  { label: /^(?:上年|年初).*结[转余]/, measures: { ALL: "OPENING_CARRYOVER" }, opens: OPENING },
  { label: /政府性基金/, within: OPENING, measures: { ALL: "GOVERNMENT_FUND_OPENING_CARRYOVER" } },
  { label: /国有资本/, within: OPENING, measures: { ALL: "STATE_CAPITAL_OPENING_CARRYOVER" } },
  { label: /一般公共预算/, within: OPENING, measures: { ALL: "GENERAL_PUBLIC_OPENING_CARRYOVER" } },
  { label: /^财政拨款/, within: OPENING, measures: { ALL: "FISCAL_OPENING_CARRYOVER" } },
  { label: /教育收费|财政专户/, measures: { ALL: "REVENUE_SPECIAL_ACCOUNT" } },
  { label: /上级补助/, measures: { ALL: "REVENUE_SUPERIOR_SUBSIDY" } },
  { label: /附属单位.*上缴/, measures: { ALL: "REVENUE_SUBORDINATE_REMITTANCE" } },
  { label: /经营收入/, measures: { ALL: "REVENUE_BUSINESS" } },
  { label: /^事业收入|^事业单位.*收入$/, measures: { ALL: "REVENUE_PUBLIC_INSTITUTION" } },
  { label: /^其他收入/, measures: { ALL: "REVENUE_OTHER" } },
  // 单位资金: all that is not fiscal, told again by its parts.
  { label: /^单位(?:自有)?资金/, measures: { ALL: "NO_MEASURE" } },
  { label: /政府性基金/, measures: { ALL: "REVENUE_GOVERNMENT_FUND" } },
  { label: /国有资本/, measures: { ALL: "REVENUE_STATE_CAPITAL" } },
  { label: /一般公共预算/, measures: { ALL: "REVENUE_GENERAL_PUBLIC" } },
  { label: /^(?:本年)?财政拨款(?:收入)?(?:（.*）)?$/, measures: { ALL: "REVENUE_FISCAL_APPROPRIATION" } },
];

const EXPENDITURE_ROWS: readonly SideRow[] = [
  { label: /^(?:本年)?支出(?:预算|决算)?(?:合计|小计)$|^本年支出$/, measures: { ALL: "CURRENT_YEAR_EXPENDITURE" } },
  { label: /^(?:支出)?(?:预算|决算)?总计$|^合计$|^支出总计$/, measures: { ALL: "EXPENDITURE_TOTAL" } },
  { label: /^结余分配/, measures: { ALL: "SURPLUS_DISTRIBUTED" } },
  { label: /^(?:年末|结转下年|下年).*/, measures: { ALL: "CLOSING_CARRYOVER" } },
  { label: /^基本支出$/, measures: { ALL: "BASIC_EXPENDITURE" }, opens: BASIC },
  { label: /^项目支出$/, measures: { ALL: "PROJECT_EXPENDITURE" }, opens: PROJECT },
  // Parts of the basic expenditure, whether its own row stands above them or not; the economic classes below are parts of them.
  { label: /^人员(?:经费|支出)|^(?:日常)?公用(?:经费|支出)/, measures: { ALL: "NO_MEASURE" }, opens: BASIC },
  { label: /^上缴上级/, measures: { ALL: "REMITTED_TO_SUPERIOR" } },
  { label: /^经营支出$|^事业单位经营支出$/, measures: { ALL: "BUSINESS_EXPENDITURE" } },
  { label: /^对?附属单位补助/, measures: { ALL: "SUBSIDY_TO_SUBORDINATE" } },
];
