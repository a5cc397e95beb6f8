import type { MeasureCode } from "../../model/measures";
import type { TableHandler } from "../handler";
import { readSubjectTable } from "./subject-table";
import type { RowRule } from "./subject-table-description";

/** 人员经费合计 and 公用经费合计 stand below their column group; 合计 below all is the basic expenditure itself. */
const ROWS: readonly RowRule[] = [
  { label: /^人员(?:经费|支出)(?:合计|小计)?$/, measure: (column) => partOf(column, "PERSONNEL_EXPENSE") },
  { label: /^(?:日常)?公用(?:经费|支出)(?:合计|小计)?$/, measure: (column) => partOf(column, "PUBLIC_EXPENSE") },
];

/** In the column of the whole the row is its own measure; in the columns of the parts it can only repeat it. */
const partOf = (column: MeasureCode, row: MeasureCode): MeasureCode | undefined =>
  column === "GENERAL_PUBLIC_BASIC_EXPENDITURE" || column === row ? row : undefined;

/**
 * 一般公共预算财政拨款基本支出决算表: economic subjects, in two or three rounds of columns side by side with one amount each; in budgets one
 * round with 合计, 人员经费 and 公用经费.
 */
export const generalPublicBasicTable: TableHandler = {
  kind: "GENERAL_PUBLIC_BASIC",
  parse: (table, facts) =>
    readSubjectTable(table, facts, {
      dimension: "ECONOMIC",
      economicColumns: "GENERAL_PUBLIC_BASIC_EXPENDITURE",
      rows: ROWS,
      columns: [
        [/人员(?:经费|支出)$/, "PERSONNEL_EXPENSE"],
        [/公用(?:经费|支出)$/, "PUBLIC_EXPENSE"],
        [/^(?!.*结转).*(?:合计|小计|总计|支出)$|^$/, "GENERAL_PUBLIC_BASIC_EXPENDITURE"],
      ],
    }),
};
