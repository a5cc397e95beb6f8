import type { TableHandler } from "../handler";
import { fundColumns } from "./budget-fund-columns";
import { readSubjectTable } from "./subject-table";

/** 国有资本经营预算财政拨款支出决算表, with revenue and carry-over where a province prints 收入支出. */
export const stateCapitalTable: TableHandler = {
  kind: "STATE_CAPITAL",
  parse: (table, facts) =>
    readSubjectTable(table, facts, {
      dimension: "FUNCTIONAL",
      columns: fundColumns({
        opening: "STATE_CAPITAL_OPENING_CARRYOVER",
        revenue: "STATE_CAPITAL_REVENUE",
        expenditure: "STATE_CAPITAL_EXPENDITURE",
        basic: "STATE_CAPITAL_BASIC_EXPENDITURE",
        project: "STATE_CAPITAL_PROJECT_EXPENDITURE",
        closing: "STATE_CAPITAL_CLOSING_CARRYOVER",
      }),
    }),
};
