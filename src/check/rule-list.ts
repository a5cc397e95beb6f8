import type { Rule } from "./rule";
import { ACROSS_RULES } from "./rules/across-disclosures";
import { BALANCE_RULES } from "./rules/balance";
import { BETWEEN_TABLES_RULES } from "./rules/between-tables";
import { COMPLETENESS_RULES } from "./rules/completeness";
import { COUNT_RULES } from "./rules/counts-and-procurement";
import { NARRATIVE_RULES } from "./rules/narrative";
import { PERFORMANCE_RULES } from "./rules/performance";
import { PLAUSIBILITY_RULES } from "./rules/plausibility";
import { RATE_RULES } from "./rules/rates";
import { SUM_RULES } from "./rules/sums";

/**
 * The catalogue, in the order in which a person would check: first that each table closes by itself (sums), for a table that does not is no
 * measure of another; then that the whole balances, then that the tables agree with each other; then the words against the tables, and what
 * the words compute; counts, procurement and projects against the money that is settled by then. Then the other
 * documents; what is missing or misnamed, and what only looks odd,
 * comes last.
 */
export const RULES: readonly Rule[] = [
  ...SUM_RULES,
  ...BALANCE_RULES,
  ...BETWEEN_TABLES_RULES,
  ...NARRATIVE_RULES,
  ...RATE_RULES,
  ...COUNT_RULES,
  ...PERFORMANCE_RULES,
  ...ACROSS_RULES,
  ...COMPLETENESS_RULES,
  ...PLAUSIBILITY_RULES,
];

/** Those that hold a disclosure against other documents. */
export const RELATED_RULES: readonly Rule[] = RULES.filter(({ needsRelated }) => needsRelated);

const byCode = new Map(RULES.map((rule) => [rule.code, rule]));

export const ruleByCode = (code: string): Rule | undefined => byCode.get(code);
