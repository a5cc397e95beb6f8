import type { TableHandler } from "../handler";
import type { ColumnRule } from "./column-rules";
import { readSubjectTable } from "./subject-table";
import { headerText } from "./table-layout";

/** The natures of expenditure by the names that columns and rows give them. */
export const EXPENDITURE_NATURES: readonly ColumnRule[] = [
  [/上缴上级/, "REMITTED_TO_SUPERIOR"],
  [/经营支出/, "BUSINESS_EXPENDITURE"],
  [/附属单位/, "SUBSIDY_TO_SUBORDINATE"],
  [/基本支出(?:\/(?:小计|合计))?$/, "BASIC_EXPENDITURE"],
  [/项目支出(?:\/(?:小计|合计))?$/, "PROJECT_EXPENDITURE"],
];

/** 支出决算表: subject × nature. */
export const expenditureTable: TableHandler = {
  kind: "EXPENDITURE",
  parse: (table, facts) =>
    readSubjectTable(table, facts, {
      dimension: "FUNCTIONAL",
      columns: [
        ...EXPENDITURE_NATURES,
        [/结转下年|年末结转/, "CLOSING_CARRYOVER"],
        [/本年支出(?:\/)?(?:合计|小计)?$/, "CURRENT_YEAR_EXPENDITURE"],
        // Beside a column of money carried forward, 合计 is the total.
        [
          /^(?:.*\/)?(?:支出)?(?:合计|小计|总计)$|^支出$|^$/,
          /结转下年|年末结转/.test(headerText(table)) ? "EXPENDITURE_TOTAL" : "CURRENT_YEAR_EXPENDITURE",
        ],
      ],
    }),
};
