import type { DisclosureKind, Scope } from "../model/disclosure-kind";
import type { MeasureCode } from "../model/measures";
import type { Stage } from "../model/stage";
import type { CitationPart } from "../store/comparison/citation-columns";

/** Which units, years, kind and scope a comparison is about. Every part narrows; what is left out does not. */
export interface ComparisonSelection {
  /** Codes or names; a former name finds its unit. */
  readonly units?: readonly string[];
  /** Codes or names of regions, each with everything below it. */
  readonly regions?: readonly string[];
  /** Codes or names of units whose members (at any depth) are meant. */
  readonly parents?: readonly string[];
  readonly natures?: readonly string[];
  /** 行政级次 */
  readonly levels?: readonly string[];
  /** Words that the unit's name contains. */
  readonly text?: string;
  readonly years?: readonly number[];
  readonly yearFrom?: number;
  readonly yearTo?: number;
  readonly kind?: DisclosureKind;
  readonly scope?: Scope;
}

export type Grouping = "REGION" | "PARENT_UNIT" | "YEAR" | "UNIT_NATURE" | "SUBJECT";
export type Aggregate = "SUM" | "MEAN" | "MEDIAN" | "MIN" | "MAX" | "COUNT";
export type PeerGroup = "SELECTION" | "REGION_AND_LEVEL" | "PARENT" | "NATURE";
export type Denominator = "CAPITA" | "STAFF";
export type Terms = "NOMINAL" | "REAL";
export type Direction = "ASC" | "DESC";
export type SubjectLevel = "CLASS" | "SECTION" | "ITEM";

/** What of a cell an order or a condition looks at. */
export type CellAspect =
  | "VALUE"
  | "YEAR_ON_YEAR_AMOUNT"
  | "YEAR_ON_YEAR_RATE"
  | "EXECUTION_RATE"
  | "SHARE"
  | "RANK"
  | "PERCENTILE"
  | "Z_SCORE"
  | "CAGR"
  | "UNIT_COUNT";

/** Names one column, and what of its cells is meant. */
export interface CellAddress {
  readonly measure: MeasureCode;
  readonly subject?: string;
  /** Of a pivoted comparison the column of this year; of a long one the rows of this year alone take part. */
  readonly year?: number;
  readonly aspect?: CellAspect;
  /** The whole of a SHARE. */
  readonly shareOf?: MeasureCode;
}

export interface ComparisonOrder extends Partial<CellAddress> {
  /** Instead of a measure: by the row itself. */
  readonly row?: "NAME" | "CODE" | "YEAR" | "REGION";
  readonly direction?: Direction;
}

/** Keeps the rows whose value lies within; a cell without a value never does. Bounds are in base units of the aspect (分, hundredths of a percent). */
export interface ComparisonCondition extends CellAddress {
  readonly atLeast?: number;
  readonly above?: number;
  readonly atMost?: number;
  readonly below?: number;
}

/** What the reader of the answer asks of it: what is not asked is not read. */
export interface ComparisonNeeds {
  readonly yearOnYear: boolean;
  readonly executionRate: boolean;
  readonly shareOf: ReadonlySet<MeasureCode>;
  readonly citations: ReadonlySet<CitationPart>;
  readonly coverage: boolean;
  readonly warnings: boolean;
}

/** 比较: one question for one dense table. */
export interface ComparisonQuestion {
  readonly where: ComparisonSelection;
  readonly measures: readonly MeasureCode[];
  /** Codes of budget subjects; without any, the totals. */
  readonly subjects?: readonly string[];
  readonly includeDescendants?: boolean;
  readonly subjectLevel?: SubjectLevel;
  readonly stage?: Stage;
  readonly groupBy?: Grouping;
  readonly aggregate?: Aggregate;
  readonly pivotByYear?: boolean;
  readonly peers?: PeerGroup;
  readonly per?: Denominator;
  readonly terms?: Terms;
  readonly baseYear?: number;
  readonly orderBy?: readonly ComparisonOrder[];
  readonly having?: readonly ComparisonCondition[];
  /** Whether rows without any figure are kept; left out, they are kept where the units are named one by one. */
  readonly includeEmpty?: boolean;
  readonly first?: number;
  readonly after?: string;
  readonly asOf?: string;
  readonly needs: ComparisonNeeds;
}
