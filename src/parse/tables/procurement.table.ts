import type { TableHandler } from "../handler";
import { INFORMATION_ITEMS } from "./information-items";
import { readInformationTable } from "./information-table";

/** 政府采购表: by kind of procurement; the 合计 column is all procurement, whatever the header above it says of its funds. */
export const procurementTable: TableHandler = {
  kind: "PROCUREMENT",
  parse: (table, facts) =>
    readInformationTable(table, facts, {
      items: [
        [/^(?:合计|总计|小计)$|采购.*(?:合计|总计|总额)$/, "PROCUREMENT_TOTAL"],
        ...INFORMATION_ITEMS.filter(([, measure]) => measure.startsWith("PROCUREMENT")),
      ],
    }),
};
