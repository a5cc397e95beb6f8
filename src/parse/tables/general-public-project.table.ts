import type { TableHandler } from "../handler";
import { isProjectList, readProjectList } from "./project-list";
import { readSubjectTable } from "./subject-table";

/** 一般公共预算财政拨款项目支出决算明细表: project expenditure by economic subject; in some budgets a list of projects. */
export const generalPublicProjectTable: TableHandler = {
  kind: "GENERAL_PUBLIC_PROJECT",
  parse: (table, facts) =>
    isProjectList(table)
      ? readProjectList(table, facts, { total: "GENERAL_PUBLIC_PROJECT_EXPENDITURE" })
      : readSubjectTable(table, facts, {
          dimension: "ECONOMIC",
          economicColumns: "GENERAL_PUBLIC_PROJECT_EXPENDITURE",
          columns: [[/^(?!.*(?:结转|基本支出)).*(?:合计|小计|总计|支出)$|^$/, "GENERAL_PUBLIC_PROJECT_EXPENDITURE"]],
        }),
};
