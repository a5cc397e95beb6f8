import type { TableHandler } from "../handler";
import type { ColumnRule } from "./column-rules";
import { readSubjectTable } from "./subject-table";
import { headerText } from "./table-layout";

/** The sources of revenue by the names that columns and rows give them; the last rule is the sum of all. */
export const REVENUE_SOURCES: readonly ColumnRule[] = [
  [/教育收费|财政专户/, "REVENUE_SPECIAL_ACCOUNT"],
  [/上级补助/, "REVENUE_SUPERIOR_SUBSIDY"],
  [/附属单位/, "REVENUE_SUBORDINATE_REMITTANCE"],
  [/经营收入/, "REVENUE_BUSINESS"],
  [/事业收入(?:\/(?:小计|合计|金额))?$|事业收入$/, "REVENUE_PUBLIC_INSTITUTION"],
  [/其他收入/, "REVENUE_OTHER"],
  [/政府性基金/, "REVENUE_GOVERNMENT_FUND"],
  [/国有资本/, "REVENUE_STATE_CAPITAL"],
  [/一般公共预算/, "REVENUE_GENERAL_PUBLIC"],
  [/财政拨款/, "REVENUE_FISCAL_APPROPRIATION"],
];

/** 收入决算表: subject × source. */
export const revenueTable: TableHandler = {
  kind: "REVENUE",
  parse: (table, facts) =>
    readSubjectTable(table, facts, {
      dimension: "FUNCTIONAL",
      columns: [
        [/使用非财政拨款结余|用事业基金弥补|专用结余/, "NON_FISCAL_BALANCE_USED"],
        [/(?:上年|年初).*结[转余][^/]*(?:\/(?:小计|合计))?$/, "OPENING_CARRYOVER"],
        [/结[转余].*\/.*一般公共预算/, "GENERAL_PUBLIC_OPENING_CARRYOVER"],
        [/结[转余].*\/.*政府性基金/, "GOVERNMENT_FUND_OPENING_CARRYOVER"],
        [/结[转余].*\/.*国有资本/, "STATE_CAPITAL_OPENING_CARRYOVER"],
        [/结[转余]/, "NO_MEASURE"],
        ...REVENUE_SOURCES,
        [/本年收入(?:\/)?(?:合计|小计)?$/, "CURRENT_YEAR_REVENUE"],
        // Beside a column of money carried over, 合计 is the total; without one it is the revenue of the year.
        [
          /(?:^|\/)(?:收入)?(?:合计|小计|总计)$|^收入$|^$/,
          /(?:上年|年初).*结[转余]/.test(headerText(table)) ? "REVENUE_TOTAL" : "CURRENT_YEAR_REVENUE",
        ],
      ],
    }),
};
