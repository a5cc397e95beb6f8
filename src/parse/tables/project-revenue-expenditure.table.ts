import type { TableHandler } from "../handler";
import { isProjectList, readProjectList } from "./project-list";
import { readSubjectTable } from "./subject-table";

/** 项目收入支出决算表: what came in for projects and what was spent, by functional subject. */
export const projectRevenueExpenditureTable: TableHandler = {
  kind: "PROJECT_REVENUE_EXPENDITURE",
  parse: (table, facts) =>
    isProjectList(table)
      ? readProjectList(table, facts, { total: "PROJECT_EXPENDITURE" })
      : readSubjectTable(table, facts, {
          dimension: "FUNCTIONAL",
          columns: [[/(?:本年)?支出(?:数|决算)?(?:\/(?:小计|合计))?$/, "PROJECT_EXPENDITURE"]],
        }),
};
