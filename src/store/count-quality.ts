import type { EntityManager } from "typeorm";
import { groupBy } from "../lib/group-by";
import type { CheckOutcome, Severity } from "../model/finding";
import { invariant } from "../lib/invariant";
import { MEASURES } from "../model/measures";
import type { MeasureCode } from "../model/measures";
import { NEVER } from "./columns";
import { CrossOutcomeRow } from "./entities/cross-outcome.entity";
import { FigureRow } from "./entities/figure.entity";
import { FindingRow } from "./entities/finding.entity";
import { RuleOutcomeRow } from "./entities/rule-outcome.entity";

const OUTCOMES = {
  CHECKS_PASSED: "PASS",
  CHECKS_FAILED: "FAIL",
  CHECKS_UNDECIDED: "NOT_CHECKABLE",
} as const satisfies Partial<Record<MeasureCode, CheckOutcome>>;
const SEVERITIES = {
  FINDINGS_ERROR: "ERROR",
  FINDINGS_WARNING: "WARNING",
  FINDINGS_INFO: "INFO",
} as const satisfies Partial<Record<MeasureCode, Severity>>;

export type Quality = Readonly<Record<keyof typeof OUTCOMES | keyof typeof SEVERITIES, number>>;

export const isQuality = (measure: MeasureCode | undefined): measure is keyof Quality =>
  measure !== undefined && (measure in OUTCOMES || measure in SEVERITIES);

/** 数据质量: how a disclosure stands the checks, as measures that a comparison can use. */
export function countQuality(outcomes: Iterable<string>, severities: Iterable<string>): Quality {
  const [ofOutcome, ofSeverity] = [outcomes, severities].map((all) => groupBy([...all], (one) => one));
  const count = (groups: ReadonlyMap<string, readonly string[]> | undefined, one: string): number => groups?.get(one)?.length ?? 0;
  const counted = [
    ...Object.entries(OUTCOMES).map(([measure, outcome]) => [measure, count(ofOutcome, outcome)]),
    ...Object.entries(SEVERITIES).map(([measure, severity]) => [measure, count(ofSeverity, severity)]),
  ];
  return Object.fromEntries(counted) as Quality;
}

const QUALITY_IDS: ReadonlySet<number> = new Set(
  [...Object.keys(OUTCOMES), ...Object.keys(SEVERITIES)].map((code) => MEASURES[code as keyof Quality].id),
);

/**
 * SQL for the value of figures of some measures at a data version. What is kept of the counts is how they stand now; as of an earlier version
 * they are counted from what the rules answered then.
 */
export function valueAt(alias: string, measureIds: readonly number[], dataVersion: number): string {
  if (!measureIds.some((id) => QUALITY_IDS.has(id))) return `${alias}.value`;
  invariant(Number.isSafeInteger(dataVersion), "a data version is a whole number");
  const isVisible = (row: string): string => `${row}.visible_from <= ${dataVersion} AND ${row}.visible_to > ${dataVersion}`;
  const counts = [
    ...Object.entries(OUTCOMES).map(([measure, outcome]) => [
      measure,
      "rule_outcome o LEFT JOIN cross_outcome c ON c.revision_id = o.revision_id AND c.rule = o.rule AND " +
        `${isVisible("c")} WHERE o.revision_id = ${alias}.revision_id AND COALESCE(c.outcome, o.outcome) = '${outcome}'`,
    ]),
    ...Object.entries(SEVERITIES).map(([measure, severity]) => [
      measure,
      `finding g WHERE g.revision_id = ${alias}.revision_id AND g.severity = '${severity}' AND ${isVisible("g")}`,
    ]),
  ].map(([measure, from]) => `WHEN ${MEASURES[measure as keyof Quality].id} THEN (SELECT COUNT(*) FROM ${from})`);
  const isNow = `(SELECT data_version FROM hub_state WHERE id = 1) = ${dataVersion}`;
  return `CASE WHEN ${isNow} THEN ${alias}.value ELSE CASE ${alias}.measure_id ${counts.join(" ")} ELSE ${alias}.value END END`;
}

/** Counts anew for a published revision: what other documents answer for it has changed. */
export async function recountQuality(manager: EntityManager, revisionId: number): Promise<void> {
  const alone = await manager.findBy(RuleOutcomeRow, { revisionId });
  const across = await manager.findBy(CrossOutcomeRow, { revisionId, visibleTo: NEVER });
  const findings = await manager.find(FindingRow, { select: { severity: true }, where: { revisionId, visibleTo: NEVER } });
  const outcomes = new Map([...alone, ...across].map(({ rule, outcome }) => [rule, outcome]));
  const quality = countQuality(
    outcomes.values(),
    findings.map(({ severity }) => severity),
  );
  for (const [measure, value] of Object.entries(quality)) {
    const figure = { revisionId, measureId: MEASURES[measure as keyof Quality].id, subjectId: 0 };
    await manager.update(FigureRow, figure, { value });
  }
}
