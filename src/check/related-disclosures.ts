import type { Disclosure } from "../model/disclosure";
import type { DisclosureHeader } from "../model/disclosure";
import type { Address } from "./facts";

/** A published number of another disclosure; `step` is one unit of its last printed digit, as in a reading. */
export interface RelatedFigure {
  readonly value: number;
  readonly step: number;
}

/** What the rules ask of another disclosure: its figures, wherever they are kept. */
export interface RelatedFigures {
  readonly header: Pick<DisclosureHeader, "unitName" | "year" | "kind" | "scope">;
  figure(address: Address): RelatedFigure | undefined;
}

/**
 * The other documents that a disclosure is held against, as far as they are there. What is missing is undefined, and the rules that need it
 * answer NOT_CHECKABLE until it arrives.
 */
export interface RelatedDisclosures {
  /** Same unit, scope and kind, of the year before. */
  readonly priorYear?: RelatedFigures;
  /** The final accounts of the year before, for a budget. */
  readonly priorFinalAccounts?: RelatedFigures;
  /** The budget of the same year, for final accounts. */
  readonly sameYearBudget?: RelatedFigures;
  /** Own disclosures (本级 and subordinate units) of a department, of the same year and kind. */
  readonly memberUnits: readonly RelatedFigures[];
}

export const NO_RELATED_DISCLOSURES: RelatedDisclosures = { memberUnits: [] };

/** Of the disclosure itself no more is needed than this: it can be read back from where it was stored. */
export type OwnFigures = Pick<Disclosure, "header" | "profile" | "readings" | "relations">;
