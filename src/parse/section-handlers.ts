import type { SectionHandler } from "./handler";
import { budgetOverviewSection } from "./sections/budget-overview.section";
import { expenditureSection } from "./sections/expenditure.section";
import { fiscalAppropriationSection } from "./sections/fiscal-appropriation.section";
import { generalPublicBasicSection } from "./sections/general-public-basic.section";
import { generalPublicProjectSection } from "./sections/general-public-project.section";
import { generalPublicSection } from "./sections/general-public.section";
import { generalSpendingSection } from "./sections/general-spending.section";
import { governmentFundSection } from "./sections/government-fund.section";
import { operatingExpenseSection } from "./sections/operating-expense.section";
import { performanceSection } from "./sections/performance.section";
import { procurementSection } from "./sections/procurement.section";
import { projectDescriptionSection } from "./sections/project-description.section";
import { projectExpenditureSection } from "./sections/project-expenditure.section";
import { revenueSection } from "./sections/revenue.section";
import { stateAssetsSection } from "./sections/state-assets.section";
import { stateCapitalSection } from "./sections/state-capital.section";
import { threePublicSection } from "./sections/three-public.section";
import { totalsSection } from "./sections/totals.section";

/** Every kind of narrative section that is read for figures, in the order of the national template. */
export const SECTION_HANDLERS: readonly SectionHandler[] = [
  budgetOverviewSection,
  totalsSection,
  revenueSection,
  expenditureSection,
  fiscalAppropriationSection,
  generalPublicSection,
  generalPublicBasicSection,
  generalPublicProjectSection,
  projectExpenditureSection,
  threePublicSection,
  governmentFundSection,
  stateCapitalSection,
  operatingExpenseSection,
  generalSpendingSection,
  procurementSection,
  stateAssetsSection,
  performanceSection,
  projectDescriptionSection,
];
