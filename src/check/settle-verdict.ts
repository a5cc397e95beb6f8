import type { CheckOutcome, Finding } from "../model/finding";
import type { DisclosureKind } from "../model/disclosure-kind";
import type { Facts } from "./facts";
import type { RelatedDisclosures } from "./related-disclosures";
import type { Answer, FindingDraft, Rule } from "./rule";

export interface Verdict {
  readonly outcome: CheckOutcome;
  readonly findings: readonly Finding[];
}

/** Applies a rule to a disclosure; a rule that is not for its kind answers NOT_APPLICABLE. */
export const judge = (rule: Rule, facts: Facts, related: RelatedDisclosures): Verdict =>
  rule.kinds.includes(facts.kind)
    ? settleVerdict(rule, rule.evaluate(facts, related), facts.kind)
    : { outcome: "NOT_APPLICABLE", findings: [] };

/** One outcome for all that a rule answered: a finding fails it; what could not be told is no pass. */
function settleVerdict(rule: Rule, answers: Iterable<Answer>, kind: DisclosureKind): Verdict {
  const findings: Finding[] = [];
  const seen = new Set<Answer>();
  for (const answer of answers) {
    if (typeof answer === "object") addFinding(findings, sign(rule, answer, kind));
    else seen.add(answer);
  }
  if (findings.length > 0) return { outcome: "FAIL", findings };
  if (seen.has("HOLDS")) return { outcome: "PASS", findings };
  if (seen.has("CANNOT_TELL")) return { outcome: "NOT_CHECKABLE", findings };
  return { outcome: seen.has("DOES_NOT_APPLY") ? "NOT_APPLICABLE" : "NOT_CHECKABLE", findings };
}

/** Tables of a budget go by other names: the sentence must know. */
const sign = (rule: Rule, draft: FindingDraft, kind: DisclosureKind): Finding => ({
  severity: rule.severity,
  ...draft,
  rule: rule.code,
  detail: kind === "BUDGET" ? { ...draft.detail, documentKind: kind } : draft.detail,
});

/** One printed number may tell two figures (收、支总计各): what is wrong with it is one finding about both. */
function addFinding(findings: Finding[], finding: Finding): void {
  const at = findings.findIndex((other) => isSame(other, finding));
  const known = findings[at];
  if (known === undefined) findings.push(finding);
  else {
    const fresh = finding.figures.filter(
      (figure) =>
        !known.figures.some((one) => one.measure === figure.measure && one.subject === figure.subject && one.stage === figure.stage),
    );
    findings[at] = { ...known, figures: [...known.figures, ...fresh] };
  }
}

const isSame = (one: Finding, other: Finding): boolean =>
  one.published === other.published &&
  one.recomputed === other.recomputed &&
  one.project === other.project &&
  one.indicator === other.indicator &&
  one.citations[0] !== undefined &&
  JSON.stringify(one.citations[0]) === JSON.stringify(other.citations[0]);
