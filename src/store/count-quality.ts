import type { EntityManager } from "typeorm";
import { groupBy } from "../lib/group-by";
import type { CheckOutcome, Severity } from "../model/finding";
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
