import type { Span } from "./extracted-document";
import type { MeasureCode } from "./measures";
import type { Stage } from "./stage";

export type Severity = "ERROR" | "WARNING" | "INFO";

/** A figure that a finding is about. */
export interface FigureAddress {
  readonly measure: MeasureCode;
  readonly subject?: string;
  readonly stage: Stage;
}

/**
 * 勾稽不符: a published number that contradicts another. Values are base units of `valueKind` (money 分, scores hundredths, rates
 * millionths, counts); null where the finding has no number. Its sentence is derived from the rule and these values.
 */
export interface Finding {
  /** Code of the rule in the catalogue. */
  readonly rule: string;
  readonly severity: Severity;
  readonly valueKind: "MONEY" | "COUNT" | "SCORE" | "RATE" | "NONE";
  readonly published: number | null;
  readonly recomputed: number | null;
  readonly tolerance: number | null;
  readonly figures: readonly FigureAddress[];
  /** Index of the project in Disclosure.projects, where it is about one. */
  readonly project?: number;
  readonly indicator?: number;
  /** What the sentence names: a subject, a table, a word, a likely cause. */
  readonly detail: Readonly<Record<string, string>>;
  readonly citations: readonly Span[];
}

/** What a rule answers for one disclosure. Neither of the last two is a pass. */
export type CheckOutcome = "PASS" | "FAIL" | "NOT_CHECKABLE" | "NOT_APPLICABLE";
