import type { CheckRelated, NotCheckableReason, RelatedDisclosures, RelatedRole } from "../model/related-disclosures";
import { Facts } from "./facts";
import { RELATED_RULES } from "./rule-list";
import { judge } from "./settle-verdict";

/**
 * Runs again the rules that need other documents. Their findings and outcomes replace those that the disclosure has for the same rules; call it
 * whenever one of the documents arrives, is corrected or withdrawn.
 */
export const checkRelated: CheckRelated = (own, related) => {
  const facts = new Facts(
    {
      ...own,
      format: "TEXT",
      sections: [],
      tables: [],
      relations: [],
      projects: [],
      observedSubjects: [],
      coverage: { printed: 0, cited: 0, uncited: [] },
      messages: [],
    },
    { format: "TEXT", blocks: [], messages: [] },
  );
  const verdicts = RELATED_RULES.map((rule) => ({ rule, ...judge(rule, facts, related) }));
  return {
    findings: verdicts.flatMap(({ findings }) => findings),
    outcomes: new Map(verdicts.map(({ rule, outcome }) => [rule.code, outcome])),
    reasons: new Map(
      verdicts.flatMap(({ rule, outcome }) =>
        outcome === "NOT_CHECKABLE" && rule.needsRelated ? [[rule.code, reasonOf(related, rule.needsRelated)] as const] : [],
      ),
    ),
  };
};

function reasonOf(related: RelatedDisclosures, role: RelatedRole): NotCheckableReason {
  const isThere = role === "memberUnits" ? related.memberUnits.length > 0 : related[role] !== undefined;
  return isThere ? "NOTHING_COMPARABLE" : (related.gaps?.[role] ?? "NOT_PUBLISHED");
}
