import type { TableHandler } from "../handler";
import { INFORMATION_ITEMS } from "./information-items";
import { readInformationTable } from "./information-table";
import { headerText } from "./table-layout";

/** Who pays: the last name of a column's path. */
const FUNDING = /(?:^|\/)[^/]*(?:公共预算|基金|国有资本|资金|拨款|收入|专户|结[转余]|自筹|其他)[^/]*$/;

/**
 * 政府采购表: by kind of procurement; or a list of purchases, where 合计 is all procurement and the other columns say who pays for it.
 */
export const procurementTable: TableHandler = {
  kind: "PROCUREMENT",
  parse: (table, facts) =>
    readInformationTable(table, facts, {
      list: /项目名称|采购项目|品目|采购目录|规格/.test(headerText(table)),
      items: [
        [/数量|单价/, "NO_MEASURE"],
        [FUNDING, "NO_MEASURE"],
        // Beside 总计 a 合计 adds up one kind of money alone.
        ...(/(?:^|\|)总计/.test(headerText(table)) ? ([[/\/(?:合计|小计)$/, "NO_MEASURE"]] as const) : []),
        [/^(?:.*\/)?(?:合计|总计|小计|金额)$|采购(?:支出|预算)?(?:合计|总计|总额|金额)$|^$/, "PROCUREMENT_TOTAL"],
        ...INFORMATION_ITEMS.filter(([, measure]) => measure.startsWith("PROCUREMENT")),
      ],
    }),
};
