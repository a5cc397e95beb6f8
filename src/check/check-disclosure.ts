import type { Disclosure } from "../model/disclosure";
import type { ExtractedDocument } from "../model/extracted-document";
import type { CheckOutcome, Finding } from "../model/finding";
import { Facts } from "./facts";
import { NO_RELATED_DISCLOSURES, type RelatedDisclosures } from "../model/related-disclosures";
import { tellRepeats } from "./repeated-number";
import { RULES, ruleByCode } from "./rule-list";
import { judge } from "./settle-verdict";
import { trustWords } from "./trust-words";

/** Runs every rule over a disclosure. Rules that need other documents answer NOT_CHECKABLE without them (see checkRelated). */
export function checkDisclosure(
  disclosure: Disclosure,
  document: ExtractedDocument,
  related: RelatedDisclosures = NO_RELATED_DISCLOSURES,
): { findings: Finding[]; outcomes: Map<string, CheckOutcome> } {
  const facts = new Facts(disclosure, document);
  const findings: Finding[] = [];
  const outcomes = new Map<string, CheckOutcome>();
  for (const rule of RULES) {
    const verdict = judge(rule, facts, related);
    findings.push(...verdict.findings);
    outcomes.set(rule.code, verdict.outcome);
  }
  const trusted = trustWords(findings, ruleByCode);
  for (const code of trusted.cleared) outcomes.set(code, "PASS");
  return { findings: tellRepeats(facts, trusted.findings), outcomes };
}
