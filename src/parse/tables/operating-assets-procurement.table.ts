import type { TableHandler } from "../handler";
import { allItems, readInformationTable } from "./information-table";

/** 机构运行经费、国有资产占用情况及政府采购信息表 */
export const operatingAssetsProcurementTable: TableHandler = {
  kind: "OPERATING_ASSETS_PROCUREMENT",
  parse: (table, facts) => readInformationTable(table, facts, allItems),
};
