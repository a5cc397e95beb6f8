import type { LocatedTable, TableHandler } from "../handler";
import { allItems, readInformationTable } from "./information-table";
import { headerText } from "./table-layout";

/** 机构运行经费、国有资产占用情况及政府采购信息表; where it lists 机关运行经费 by economic subject, its total alone is the expense. */
export const operatingAssetsProcurementTable: TableHandler = {
  kind: "OPERATING_ASSETS_PROCUREMENT",
  parse: (table, facts) =>
    readInformationTable(
      table,
      facts,
      listsSubjects(table) ? { list: true, items: [[/(?:合计|总计|小计|经费|支出)$|^$/, "AGENCY_OPERATING_EXPENSE"]] } : allItems,
    ),
};

const listsSubjects = (table: LocatedTable): boolean => /科目(?:编码|名称)|经济分类/.test(headerText(table));
