import type { TableHandler } from "../handler";
import { readSubjectTable } from "./subject-table";

/** 支出经济分类表: expenditure by departmental or government economic subject. */
export const expenditureByEconomicTable: TableHandler = {
  kind: "EXPENDITURE_BY_ECONOMIC",
  parse: (table, facts) =>
    readSubjectTable(table, facts, {
      dimension: /政府/.test(table.title) && !/部门预算/.test(table.title) ? "GOVERNMENT_ECONOMIC" : "ECONOMIC",
      columns: [
        [/一般公共预算.*基本支出/, "GENERAL_PUBLIC_BASIC_EXPENDITURE"],
        [/一般公共预算.*项目支出/, "GENERAL_PUBLIC_PROJECT_EXPENDITURE"],
        [/一般公共预算/, "GENERAL_PUBLIC_EXPENDITURE"],
        [/政府性基金/, "GOVERNMENT_FUND_EXPENDITURE"],
        [/国有资本/, "STATE_CAPITAL_EXPENDITURE"],
        [/基本支出(?:\/(?:小计|合计))?$/, "BASIC_EXPENDITURE"],
        [/项目支出(?:\/(?:小计|合计))?$/, "PROJECT_EXPENDITURE"],
        [/^(?!.*(?:基本支出|项目支出|结转)).*(?:合计|小计|总计|支出)$|^$/, "CURRENT_YEAR_EXPENDITURE"],
      ],
    }),
};
