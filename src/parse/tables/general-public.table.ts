import type { TableHandler } from "../handler";
import { readSubjectTable } from "./subject-table";

/** 一般公共预算财政拨款支出决算表: subject × basic and project; with revenue and carry-over in the provinces that print 收入支出. */
export const generalPublicTable: TableHandler = {
  kind: "GENERAL_PUBLIC",
  parse: (table, facts) =>
    readSubjectTable(table, facts, {
      dimension: "FUNCTIONAL",
      economicColumns: "GENERAL_PUBLIC_EXPENDITURE",
      columns: [
        [/(?:年初|上年)[^/]*结[转余][^/]*(?:\/(?:小计|合计))?$/, "GENERAL_PUBLIC_OPENING_CARRYOVER"],
        [/(?:年末|结转下年)[^/]*(?:\/(?:小计|合计))?$/, "GENERAL_PUBLIC_CLOSING_CARRYOVER"],
        [/本年收入(?:\/(?:小计|合计))?$/, "REVENUE_GENERAL_PUBLIC"],
        [/结[转余]|本年收入\//, "NO_MEASURE"],
        [/基本支出(?:\/(?:小计|合计))?$/, "GENERAL_PUBLIC_BASIC_EXPENDITURE"],
        [/项目支出(?:\/(?:小计|合计))?$/, "GENERAL_PUBLIC_PROJECT_EXPENDITURE"],
        [/人员(?:经费|支出)$/, "PERSONNEL_EXPENSE"],
        [/公用(?:经费|支出)$/, "PUBLIC_EXPENSE"],
        [/^(?!.*(?:基本支出|项目支出)).*(?:合计|小计|总计|本年支出|支出)$|^$/, "GENERAL_PUBLIC_EXPENDITURE"],
      ],
    }),
};
