import type { TableHandler } from "../handler";
import { allItems, readInformationTable } from "./information-table";

/**
 * 财政拨款“三公”经费支出决算表: one row under budget and final pairs, or the items down with 预算数 and 决算数 across; budgets add 机关运行经费,
 * some provinces 会议费 and 培训费.
 */
export const threePublicTable: TableHandler = {
  kind: "THREE_PUBLIC",
  parse: (table, facts) => readInformationTable(table, facts, allItems),
};
