import type { Disclosure } from "../model/disclosure";
import type { ExtractedDocument } from "../model/extracted-document";
import type { CheckOutcome, Finding } from "../model/finding";
import { Facts } from "./facts";
import { RULES } from "./rule-list";
import { settleVerdict } from "./settle-verdict";

/** Runs every rule over a disclosure. A rule that is not for its kind answers NOT_APPLICABLE. */
export function checkDisclosure(
  disclosure: Disclosure,
  document: ExtractedDocument,
): { findings: Finding[]; outcomes: Map<string, CheckOutcome> } {
  const facts = new Facts(disclosure, document);
  const findings: Finding[] = [];
  const outcomes = new Map<string, CheckOutcome>();
  for (const rule of RULES) {
    const verdict = rule.kinds.includes(facts.kind)
      ? settleVerdict(rule, rule.evaluate(facts), facts.kind)
      : { outcome: "NOT_APPLICABLE" as const, findings: [] };
    findings.push(...verdict.findings);
    outcomes.set(rule.code, verdict.outcome);
  }
  return { findings, outcomes };
}
