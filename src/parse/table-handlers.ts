import type { StatutoryTableKind } from "../model/statutory-table-kind";
import type { TableHandler } from "./handler";
import { expenditureByEconomicTable } from "./tables/expenditure-by-economic.table";
import { expenditureTable } from "./tables/expenditure.table";
import { fiscalAppropriationTable } from "./tables/fiscal-appropriation.table";
import { generalPublicBasicTable } from "./tables/general-public-basic.table";
import { generalPublicProjectTable } from "./tables/general-public-project.table";
import { generalPublicTable } from "./tables/general-public.table";
import { governmentFundTable } from "./tables/government-fund.table";
import { memberUnitsTable } from "./tables/member-units.table";
import { operatingAssetsProcurementTable } from "./tables/operating-assets-procurement.table";
import { procurementTable } from "./tables/procurement.table";
import { projectListTable } from "./tables/project-list.table";
import { projectRevenueExpenditureTable } from "./tables/project-revenue-expenditure.table";
import { purchasedServicesTable } from "./tables/purchased-services.table";
import { revenueTable } from "./tables/revenue.table";
import { stateAssetsTable } from "./tables/state-assets.table";
import { stateCapitalTable } from "./tables/state-capital.table";
import { threePublicTable } from "./tables/three-public.table";
import { totalsTable } from "./tables/totals.table";

/** The national tables in the order of their template, then what provinces add. Self-evaluation and target tables have a parser of their own. */
export const TABLE_HANDLERS: readonly TableHandler[] = [
  totalsTable,
  revenueTable,
  expenditureTable,
  fiscalAppropriationTable,
  generalPublicTable,
  generalPublicBasicTable,
  governmentFundTable,
  stateCapitalTable,
  threePublicTable,
  generalPublicProjectTable,
  projectRevenueExpenditureTable,
  operatingAssetsProcurementTable,
  stateAssetsTable,
  procurementTable,
  purchasedServicesTable,
  expenditureByEconomicTable,
  projectListTable,
  memberUnitsTable,
];

const byKind = new Map<StatutoryTableKind, TableHandler>(TABLE_HANDLERS.map((handler) => [handler.kind, handler]));

export const tableHandlerOf = (kind: StatutoryTableKind): TableHandler | undefined => byKind.get(kind);
