import type { DisclosureKind } from "../model/disclosure-kind";
import type { Finding, Severity } from "../model/finding";
import type { RuleCategory, Tolerance } from "../model/rule";
import type { Equation } from "./equation";
import type { Facts } from "./facts";
import type { RelatedDisclosures, RelatedRole } from "../model/related-disclosures";
import type { SubjectTreeCheck } from "./subject-tree";
import type { TwinCheck } from "./twins";

/** What one application of a rule to one place of a disclosure answers: it holds, it cannot be told, there is nothing to check, or a finding. */
export type Answer = "HOLDS" | "CANNOT_TELL" | "DOES_NOT_APPLY" | FindingDraft;

/** A finding before its rule signs it. */
export type FindingDraft = Omit<Finding, "rule" | "severity"> & {
  /** Where one occurrence weighs less than its rule usually does. */
  readonly severity?: Severity;
};

/**
 * 勾稽关系: a rule of the catalogue. Its sentence is a template over a finding's values: {published}, {recomputed}, {difference}, {tolerance},
 * {beyond}, {change}, {whole}, {parts}, {figure}, {subject}, {place}, {cause} and the finding's own details.
 */
export interface Rule {
  /** Public, and never renamed once released. */
  readonly code: string;
  readonly category: RuleCategory;
  readonly severity: Severity;
  readonly kinds: readonly DisclosureKind[];
  readonly title: string;
  readonly titleZh: string;
  /** The relation in the terms of the documents: 收入总计 = 支出总计. */
  readonly identity: string;
  readonly tolerance: Tolerance;
  readonly sentence: { readonly en: string; readonly zh: string };
  /** Other sentences of the rule, for findings whose detail `telling` names one of them. */
  readonly otherSentences?: Readonly<Record<string, Rule["sentence"]>>;
  readonly evaluate: (facts: Facts, related: RelatedDisclosures) => Iterable<Answer>;
  /** It holds the disclosure against other documents, these, and is run again when one of them arrives. */
  readonly needsRelated?: RelatedRole;
  /** The declaration behind `evaluate`, where the rule is data. */
  readonly equations?: readonly Equation[];
  readonly trees?: readonly SubjectTreeCheck[];
  readonly twins?: readonly TwinCheck[];
}

export const FINAL_ACCOUNTS_ONLY: readonly DisclosureKind[] = ["FINAL_ACCOUNTS"];
export const BOTH_KINDS: readonly DisclosureKind[] = ["BUDGET", "FINAL_ACCOUNTS"];
