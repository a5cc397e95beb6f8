import type { TableHandler } from "../handler";
import { readInformationTable } from "./information-table";

/** 政府购买服务支出表: a list of services; 合计 is all of them, and the other columns say who pays for it. */
export const purchasedServicesTable: TableHandler = {
  kind: "PURCHASED_SERVICES",
  parse: (table, facts) =>
    readInformationTable(table, facts, {
      list: true,
      items: [
        [/^(?:.*\/)?(?:合计|总计|小计|金额)$|购买服务(?:支出|预算)?(?:合计|总计|总额|金额)$|^$/, "PURCHASED_SERVICES"],
        [/./, "NO_MEASURE"],
      ],
    }),
};
