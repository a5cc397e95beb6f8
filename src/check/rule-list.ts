import type { Rule } from "./rule";
import { BALANCE_RULES } from "./rules/balance";
import { BETWEEN_TABLES_RULES } from "./rules/between-tables";
import { NARRATIVE_RULES } from "./rules/narrative";
import { RATE_RULES } from "./rules/rates";
import { SUM_RULES } from "./rules/sums";

/**
 * The catalogue, in the order in which a person would check: first that each table closes by itself (sums), for a table that does not is no
 * measure of another; then that the whole balances, then that the tables agree with each other; then the words against the tables, and what
 * the words compute.
 */
export const RULES: readonly Rule[] = [...SUM_RULES, ...BALANCE_RULES, ...BETWEEN_TABLES_RULES, ...NARRATIVE_RULES, ...RATE_RULES];

const byCode = new Map(RULES.map((rule) => [rule.code, rule]));

export const ruleByCode = (code: string): Rule | undefined => byCode.get(code);
