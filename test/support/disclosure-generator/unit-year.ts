import type { FundSource, IndicatorDirection, Comparator } from "../../../src/model/disclosure";
import type { MeasureCode } from "../../../src/model/measures";

/** What one unit, or one department with its units, did in a year: the numbers that its documents print. Money is integer 分. */
export interface UnitYear {
  readonly year: number;
  readonly items: readonly Item[];
  readonly nonFiscal: readonly NonFiscal[];
  /** Basic expenditure of the general public budget by economic section (30101 …). */
  readonly basicByEconomic: Readonly<Record<string, number>>;
  /** The same in the initial budget. */
  readonly initialByEconomic: Readonly<Record<string, number>>;
  /** Project expenditure of the general public budget by economic class (302 …). */
  readonly projectByEconomic: Readonly<Record<string, number>>;
  readonly threePublic: ThreePublic;
  /** Undefined where no unit of it has agency operating expense. */
  readonly agencyOperating?: number;
  readonly procurement: Procurement;
  /** By the measure of the use (VEHICLES_EMERGENCY …). */
  readonly vehicles: Readonly<Partial<Record<MeasureCode, number>>>;
  readonly largeEquipment: number;
  readonly projects: readonly ProjectYear[];
}

export type Budget = "GENERAL" | "FUND" | "STATE";

/** One functional item (项) paid from one budget: opening + revenue = final + closing, final = basic + project. */
export interface Item {
  readonly code: string;
  readonly budget: Budget;
  readonly initial: number;
  readonly opening: number;
  readonly revenue: number;
  readonly basic: number;
  readonly project: number;
  readonly closing: number;
  /** The initial budget is basic expenditure, or project expenditure. */
  readonly nature: "BASIC" | "PROJECT";
  readonly purpose: string;
  /** Why final and initial differ. */
  readonly reason: string;
}

/** Money that is no fiscal appropriation, on one functional item: opening + revenue + used = spent + distributed + closing. */
export interface NonFiscal {
  readonly source: Extract<MeasureCode, "REVENUE_OTHER" | "REVENUE_PUBLIC_INSTITUTION" | "REVENUE_SUPERIOR_SUBSIDY">;
  readonly code: string;
  readonly initial: number;
  readonly opening: number;
  readonly revenue: number;
  readonly used: number;
  readonly spentBasic: number;
  readonly spentProject: number;
  readonly distributed: number;
  readonly closing: number;
}

export interface BudgetAndFinal {
  readonly budget: number;
  readonly final: number;
}

export interface ThreePublic {
  readonly overseas: BudgetAndFinal;
  readonly purchase: BudgetAndFinal;
  readonly operation: BudgetAndFinal;
  readonly reception: BudgetAndFinal;
  readonly foreignReception: number;
  readonly groups: number;
  readonly travellers: number;
  readonly bought: number;
  readonly held: number;
  readonly batches: number;
  readonly guests: number;
  readonly foreignBatches: number;
  readonly foreignGuests: number;
}

export interface Procurement {
  readonly goods: number;
  readonly works: number;
  readonly services: number;
  readonly smeGoods: number;
  readonly smeWorks: number;
  readonly smeServices: number;
  /** All kinds together, where a document publishes another number than their sum. */
  readonly sme?: number;
  readonly micro: number;
}

export interface ProjectYear {
  readonly name: string;
  /** The functional item that pays for it. */
  readonly code: string;
  readonly implementingUnit: string;
  readonly supervisingUnit: string;
  readonly funds: readonly ProjectFund[];
  readonly goal: string;
  readonly completion: string;
  readonly problems: string;
  readonly nextSteps: string;
  readonly indicators: readonly ProjectIndicator[];
  /** Declared as evaluated, and neither told nor shown. */
  readonly onlyNamed?: true;
}

export interface ProjectFund {
  readonly source: Exclude<FundSource, "TOTAL">;
  readonly initial: number;
  readonly adjusted: number;
  readonly executed: number;
}

export interface ProjectIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly direction: IndicatorDirection;
  readonly comparator?: Comparator;
  readonly target: string;
  readonly actual: string;
  readonly unit: string;
  /** Hundredths of a point. */
  readonly weight: number;
  readonly score: number;
  readonly reason: string;
}
