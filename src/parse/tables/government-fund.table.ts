import type { TableHandler } from "../handler";
import { fundColumns } from "./budget-fund-columns";
import { readSubjectTable } from "./subject-table";

/** 政府性基金预算财政拨款收入支出决算表 */
export const governmentFundTable: TableHandler = {
  kind: "GOVERNMENT_FUND",
  parse: (table, facts) =>
    readSubjectTable(table, facts, {
      dimension: "FUNCTIONAL",
      columns: fundColumns({
        opening: "GOVERNMENT_FUND_OPENING_CARRYOVER",
        revenue: "GOVERNMENT_FUND_REVENUE",
        expenditure: "GOVERNMENT_FUND_EXPENDITURE",
        basic: "GOVERNMENT_FUND_BASIC_EXPENDITURE",
        project: "GOVERNMENT_FUND_PROJECT_EXPENDITURE",
        closing: "GOVERNMENT_FUND_CLOSING_CARRYOVER",
      }),
    }),
};
