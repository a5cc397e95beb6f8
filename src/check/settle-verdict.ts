import type { CheckOutcome, Finding } from "../model/finding";
import type { DisclosureKind } from "../model/disclosure-kind";
import type { Facts } from "./facts";
import type { RelatedDisclosures } from "../model/related-disclosures";
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
  const findings = new Map<string, Finding>();
  const seen = new Set<Answer>();
  for (const answer of answers) {
    if (typeof answer === "object") addFinding(findings, sign(rule, answer, kind));
    else seen.add(answer);
  }
  if (findings.size > 0) return { outcome: "FAIL", findings: [...findings.values()] };
  if (seen.has("HOLDS")) return { outcome: "PASS", findings: [] };
  if (seen.has("CANNOT_TELL")) return { outcome: "NOT_CHECKABLE", findings: [] };
  return { outcome: seen.has("DOES_NOT_APPLY") ? "NOT_APPLICABLE" : "NOT_CHECKABLE", findings: [] };
}

/** Tables of a budget go by other names: the sentence must know. */
const sign = (rule: Rule, draft: FindingDraft, kind: DisclosureKind): Finding => ({
  severity: rule.severity,
  ...draft,
  rule: rule.code,
  detail: kind === "BUDGET" ? { ...draft.detail, documentKind: kind } : draft.detail,
});

/** One printed number may tell two figures (收、支总计各): what is wrong with it is one finding about both. */
function addFinding(findings: Map<string, Finding>, finding: Finding): void {
  const [place] = finding.citations;
  const { published, recomputed, project, indicator } = finding;
  const key = place === undefined ? `unplaced|${findings.size}` : JSON.stringify([place, published, recomputed, project, indicator]);
  const known = findings.get(key);
  if (known === undefined) findings.set(key, finding);
  else {
    const fresh = finding.figures.filter(
      (figure) =>
        !known.figures.some((one) => one.measure === figure.measure && one.subject === figure.subject && one.stage === figure.stage),
    );
    findings.set(key, { ...known, figures: [...known.figures, ...fresh] });
  }
}
