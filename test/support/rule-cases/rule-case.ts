import type { RelatedDisclosures } from "../../../src/model/related-disclosures";
import type { CheckOutcome } from "../../../src/model/finding";
import type { Told } from "../check-fixtures";

export interface RuleInput extends Told {
  readonly related?: Partial<RelatedDisclosures>;
}

/** The three tests of a rule that is no declaration: it holds, it fails, it cannot be told. */
export interface RuleCase {
  readonly holds: RuleInput;
  readonly fails: RuleInput;
  /** Of the findings of `fails`: how many, and what each finding must hold. */
  readonly finding?: Readonly<Record<string, unknown>>;
  readonly count?: number;
  readonly cannotTell: RuleInput;
  /** NOT_CHECKABLE unless said otherwise. */
  readonly then?: CheckOutcome;
}

export type RuleCases = Readonly<Record<string, RuleCase>>;
