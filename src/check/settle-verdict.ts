import type { CheckOutcome, Finding } from "../model/finding";
import type { Answer, Rule } from "./rule";

export interface Verdict {
  readonly outcome: CheckOutcome;
  readonly findings: readonly Finding[];
}

/** One outcome for all that a rule answered: a finding fails it; what could not be told is no pass. */
export function settleVerdict(rule: Rule, answers: Iterable<Answer>): Verdict {
  const findings: Finding[] = [];
  const seen = new Set<Answer>();
  for (const answer of answers) {
    if (typeof answer === "object") findings.push({ severity: rule.severity, ...answer, rule: rule.code });
    else seen.add(answer);
  }
  if (findings.length > 0) return { outcome: "FAIL", findings };
  if (seen.has("HOLDS")) return { outcome: "PASS", findings };
  if (seen.has("CANNOT_TELL")) return { outcome: "NOT_CHECKABLE", findings };
  return { outcome: seen.has("DOES_NOT_APPLY") ? "NOT_APPLICABLE" : "NOT_CHECKABLE", findings };
}
