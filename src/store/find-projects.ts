import { NEVER } from "./columns";
import type { OrderTerm, Page, PageRequest } from "./read-page";
import { readPage } from "./read-page";
import type { RowReader } from "./row-reader";
import { selectIn } from "./select-in";
import { WhereClause } from "./where-clause";

/** 项目 as stored. */
export interface ProjectRecord {
  readonly revisionId: number;
  readonly seq: number;
  readonly unitId: number;
  readonly fiscalYear: number;
  readonly name: string;
  readonly code: string | null;
  readonly supervisingUnit: string | null;
  readonly implementingUnit: string | null;
  readonly score: number | null;
  readonly totalWeight: number | null;
  readonly adjustedBudget: number | null;
  readonly executed: number | null;
  readonly expectedGoal: string | null;
  readonly actualCompletion: string | null;
  readonly narrativeScore: number | null;
  readonly narrativeBudget: number | null;
  readonly narrativeExecuted: number | null;
  readonly narrativeExecutionRate: number | null;
  readonly problems: string | null;
  readonly nextSteps: string | null;
  readonly hasTable: number;
  readonly sectionTitle: string;
  readonly section: string;
  readonly text: string;
  readonly blockIndex: number | null;
  readonly rowIndex: number | null;
  readonly cellIndex: number | null;
  readonly startOffset: number | null;
  readonly endOffset: number | null;
  readonly disclosureId: number;
  /** How many projects of the same name the revision has before this one. */
  readonly namesakes: number;
  readonly isDraft: number;
}

const PLACE =
  "p.block_index AS blockIndex, p.row_index AS rowIndex, p.cell_index AS cellIndex, p.start_offset AS startOffset, p.end_offset AS endOffset";

const PROJECT = [
  "p.revision_id AS revisionId, p.seq, p.unit_id AS unitId, p.fiscal_year AS fiscalYear, p.name, p.code, p.supervising_unit AS supervisingUnit",
  "p.implementing_unit AS implementingUnit, p.score, p.total_weight AS totalWeight, p.adjusted_budget AS adjustedBudget, p.executed",
  "p.expected_goal AS expectedGoal, p.actual_completion AS actualCompletion, p.narrative_score AS narrativeScore",
  "p.narrative_budget AS narrativeBudget, p.narrative_executed AS narrativeExecuted, p.narrative_execution_rate AS narrativeExecutionRate",
  `p.problems, p.next_steps AS nextSteps, p.has_table AS hasTable, p.section, p.section_title AS sectionTitle, p.text, ${PLACE}`,
  "(SELECT d.disclosure_id FROM disclosure_revision d WHERE d.id = p.revision_id) AS disclosureId",
  "(SELECT COUNT(*) FROM project e WHERE e.revision_id = p.revision_id AND e.seq < p.seq AND e.name = p.name) AS namesakes",
  `CASE WHEN p.visible_from = ${NEVER} THEN 1 ELSE 0 END AS isDraft`,
].join(", ");

/** The projects of the revision of a disclosure that is published at a data version. */
export const findProjectsOfDisclosure = (reader: RowReader, disclosureId: number, dataVersion: number): Promise<ProjectRecord[]> =>
  reader.rows(
    `SELECT ${PROJECT} FROM project p JOIN disclosure_revision r ON r.id = p.revision_id
     WHERE r.disclosure_id = ? AND r.visible_from <= ? AND r.visible_to > ? ORDER BY p.seq`,
    [disclosureId, dataVersion, dataVersion],
  );

export const findProjectsByRevision = (reader: RowReader, revisionIds: readonly number[]): Promise<ProjectRecord[]> =>
  selectIn(
    reader,
    revisionIds,
    (list) => `SELECT ${PROJECT} FROM project p WHERE p.revision_id IN (${list}) ORDER BY p.revision_id, p.seq`,
  );

export interface ProjectFilter {
  readonly year?: number | null;
  readonly unitIds?: readonly number[] | null;
  readonly regionCodes?: readonly string[] | null;
  readonly text?: string | null;
  /** Hundredths of a point. */
  readonly scoreBelow?: number | null;
  readonly scoreAtLeast?: number | null;
  readonly evaluated?: boolean | null;
}

export const PROJECT_ORDER = {
  SCORE: { sql: "p.score", nullable: true },
  ADJUSTED_BUDGET: { sql: "p.adjusted_budget", nullable: true },
  EXECUTED: { sql: "p.executed", nullable: true },
  NAME: { sql: "p.name" },
  YEAR: { sql: "p.fiscal_year" },
  DISCLOSURE: { sql: "p.revision_id" },
} as const;

const BY_PROJECT: readonly OrderTerm[] = [
  { sql: "p.revision_id", direction: "ASC" },
  { sql: "p.seq", direction: "ASC" },
];

export function findProjectPage(
  reader: RowReader,
  filter: ProjectFilter,
  order: { by: keyof typeof PROJECT_ORDER; direction: "ASC" | "DESC" },
  page: PageRequest,
  dataVersion: number,
): Promise<Page<ProjectRecord>> {
  const where = new WhereClause()
    .andVisible("p", dataVersion)
    .andIf(filter.year, "p.fiscal_year = ?", (year) => [year])
    .andIn("p.unit_id", filter.unitIds)
    .andIn("u.region_code", filter.regionCodes)
    .andContains(["p.name"], filter.text)
    .andIf(filter.scoreBelow, "p.score < ?", (score) => [score])
    .andIf(filter.scoreAtLeast, "p.score >= ?", (score) => [score])
    .andIf(filter.evaluated, "p.has_table = ?", (evaluated) => [evaluated ? 1 : 0]);
  const terms = [{ ...PROJECT_ORDER[order.by], direction: order.direction }, ...BY_PROJECT];
  return readPage(reader, { columns: PROJECT, from: "project p JOIN unit u ON u.id = p.unit_id", where, order: terms }, page);
}

/** 项目资金 as stored. */
export interface FundRecord {
  readonly revisionId: number;
  readonly project: number;
  readonly source: string;
  readonly label: string;
  readonly initialBudget: number | null;
  readonly adjustedBudget: number | null;
  readonly executed: number | null;
  readonly weight: number | null;
  readonly executionRate: number | null;
  readonly score: number | null;
}

export const findFundsByRevision = (reader: RowReader, revisionIds: readonly number[]): Promise<FundRecord[]> =>
  selectIn(
    reader,
    revisionIds,
    (list) =>
      `SELECT f.revision_id AS revisionId, f.project, f.source, f.label, f.initial_budget AS initialBudget, f.adjusted_budget AS adjustedBudget,
         f.executed, f.weight, f.execution_rate AS executionRate, f.score
       FROM project_fund f WHERE f.revision_id IN (${list}) ORDER BY f.revision_id, f.project, f.seq`,
  );

/** 绩效指标 as stored. */
export interface IndicatorRecord {
  readonly revisionId: number;
  readonly project: number;
  readonly seq: number;
  readonly unitId: number;
  readonly fiscalYear: number;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly direction: string | null;
  readonly comparator: string | null;
  readonly target: string;
  readonly actual: string | null;
  readonly measurementUnit: string | null;
  readonly weight: number | null;
  readonly score: number | null;
  readonly reason: string | null;
  readonly met: number | null;
  readonly achievement: number | null;
  readonly text: string;
  readonly blockIndex: number | null;
  readonly rowIndex: number | null;
  readonly cellIndex: number | null;
  readonly startOffset: number | null;
  readonly endOffset: number | null;
}

const INDICATOR = [
  "p.revision_id AS revisionId, p.project, p.seq, p.unit_id AS unitId, p.fiscal_year AS fiscalYear, p.level1, p.level2, p.name, p.direction",
  "p.comparator, p.target, p.actual, p.measurement_unit AS measurementUnit, p.weight, p.score, p.reason, p.met, p.achievement",
  `p.text, ${PLACE}`,
].join(", ");

export const findIndicatorsByRevision = (reader: RowReader, revisionIds: readonly number[]): Promise<IndicatorRecord[]> =>
  selectIn(
    reader,
    revisionIds,
    (list) => `SELECT ${INDICATOR} FROM indicator p WHERE p.revision_id IN (${list}) ORDER BY p.revision_id, p.project, p.seq`,
  );

export interface IndicatorFilter {
  readonly text?: string | null;
  readonly year?: number | null;
  readonly unitIds?: readonly number[] | null;
  readonly regionCodes?: readonly string[] | null;
  readonly met?: boolean | null;
  readonly level1?: string | null;
  /** One project of a revision. */
  readonly project?: { readonly revisionId: number; readonly seq: number } | null;
}

export const INDICATOR_ORDER = {
  NAME: { sql: "p.name" },
  ACHIEVEMENT: { sql: "p.achievement", nullable: true },
  WEIGHT: { sql: "p.weight", nullable: true },
  SCORE: { sql: "p.score", nullable: true },
  DISCLOSURE: { sql: "p.revision_id" },
} as const;

const BY_INDICATOR: readonly OrderTerm[] = [
  { sql: "p.revision_id", direction: "ASC" },
  { sql: "p.project", direction: "ASC" },
  { sql: "p.seq", direction: "ASC" },
];

export function findIndicatorPage(
  reader: RowReader,
  filter: IndicatorFilter,
  order: { by: keyof typeof INDICATOR_ORDER; direction: "ASC" | "DESC" },
  page: PageRequest,
  dataVersion: number,
): Promise<Page<IndicatorRecord>> {
  const where = new WhereClause()
    .andVisible("p", dataVersion)
    .andIf(filter.year, "p.fiscal_year = ?", (year) => [year])
    .andIn("p.unit_id", filter.unitIds)
    .andIn("u.region_code", filter.regionCodes)
    .andContains(["p.name", "p.level2"], filter.text)
    .andIf(filter.met, "p.met = ?", (met) => [met ? 1 : 0])
    .andContains(["p.level1"], filter.level1)
    .andIf(filter.project, "p.revision_id = ? AND p.project = ?", ({ revisionId, seq }) => [revisionId, seq]);
  const terms = [{ ...INDICATOR_ORDER[order.by], direction: order.direction }, ...BY_INDICATOR];
  return readPage(reader, { columns: INDICATOR, from: "indicator p JOIN unit u ON u.id = p.unit_id", where, order: terms }, page);
}
