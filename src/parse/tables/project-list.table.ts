import type { TableHandler } from "../handler";
import { EXPENDITURE_NATURES } from "./expenditure.table";
import { isProjectList, readProjectList } from "./project-list";
import { readSubjectTable } from "./subject-table";

/** 项目支出表: the projects of the year with their money; where it lists subjects instead, project expenditure by subject. */
export const projectListTable: TableHandler = {
  kind: "PROJECT_LIST",
  parse: (table, facts) =>
    isProjectList(table)
      ? readProjectList(table, facts, { total: "PROJECT_EXPENDITURE" })
      : readSubjectTable(table, facts, {
          dimension: "FUNCTIONAL",
          columns: [...EXPENDITURE_NATURES, [/(?:合计|小计|总计)$|^$/, "PROJECT_EXPENDITURE"]],
        }),
};
