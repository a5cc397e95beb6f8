import type { TableHandler } from "../handler";
import { allItems, readInformationTable } from "./information-table";

/** 国有资产占用情况表 */
export const stateAssetsTable: TableHandler = {
  kind: "STATE_ASSETS",
  parse: (table, facts) => readInformationTable(table, facts, allItems),
};
