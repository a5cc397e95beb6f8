import type { FigureAddress, Finding, Severity } from "../model/finding";
import type { OrderTerm, Page, PageRequest } from "./read-page";
import { readPage } from "./read-page";
import { NEVER } from "./columns";
import type { RowReader } from "./row-reader";
import { selectIn } from "./select-in";
import { WhereClause } from "./where-clause";

/** Where a number that a finding is about stands, as stored with it. */
export interface FindingCitation {
  readonly section: string;
  readonly text: string;
  readonly span: { readonly block: number; readonly row?: number; readonly cell?: number; readonly start: number; readonly end: number };
}

/** 勾稽不符 as stored. */
export interface FindingRecord {
  readonly revisionId: number;
  readonly seq: number;
  readonly unitId: number;
  readonly fiscalYear: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly valueKind: Finding["valueKind"];
  readonly published: number | null;
  readonly recomputed: number | null;
  readonly tolerance: number | null;
  readonly project: number | null;
  readonly indicator: number | null;
  readonly detail: Readonly<Record<string, string>>;
  readonly figures: readonly FigureAddress[];
  readonly citations: readonly FindingCitation[];
}

type Stored = Omit<FindingRecord, "detail" | "figures" | "citations"> & { detail: string; figures: string; citations: string };

const COLUMNS = [
  "g.revision_id AS revisionId, g.seq, g.unit_id AS unitId, g.fiscal_year AS fiscalYear, g.rule, g.severity, g.value_kind AS valueKind",
  "g.published, g.recomputed, g.tolerance, g.project, g.indicator, g.detail, g.figures, g.citations",
].join(", ");

const recordOf = (row: Stored): FindingRecord => ({
  ...row,
  detail: JSON.parse(row.detail) as FindingRecord["detail"],
  figures: JSON.parse(row.figures) as FindingRecord["figures"],
  citations: JSON.parse(row.citations) as FindingRecord["citations"],
});

/** When a row is answered, and its revision. A row of a revision may begin later than the revision, and end before it does. */
interface Spans {
  readonly visibleFrom: number;
  readonly visibleTo: number;
  readonly publishedFrom: number;
  readonly publishedTo: number;
}

const spansOf = (alias: string): string =>
  `${alias}.visible_from AS visibleFrom, ${alias}.visible_to AS visibleTo, v.visible_from AS publishedFrom, v.visible_to AS publishedTo`;

/** Whether a row is the last word on its revision: at a data version, or where the revision ended before, at its end. */
function standsAt({ visibleFrom, visibleTo, publishedFrom, publishedTo }: Spans, dataVersion: number): boolean {
  if (publishedFrom === NEVER) return visibleFrom === NEVER;
  const at = Math.min(dataVersion, publishedTo - 1);
  return visibleFrom <= at && at < visibleTo;
}

/** What is found in revisions, as it stands at a data version. */
export async function findFindingsByRevision(
  reader: RowReader,
  revisionIds: readonly number[],
  dataVersion: number,
): Promise<FindingRecord[]> {
  const rows = await selectIn<Stored & Spans>(
    reader,
    revisionIds,
    (list) =>
      `SELECT ${COLUMNS}, ${spansOf("g")} FROM finding g JOIN disclosure_revision v ON v.id = g.revision_id ` +
      `WHERE g.revision_id IN (${list}) ORDER BY g.revision_id, g.seq`,
  );
  return rows.filter((row) => standsAt(row, dataVersion)).map(recordOf);
}

export interface FindingFilter {
  readonly year?: number | null;
  readonly unitIds?: readonly number[] | null;
  readonly regionCodes?: readonly string[] | null;
  readonly severities?: readonly string[] | null;
  readonly rules?: readonly string[] | null;
}

const SEVERITY = "CASE g.severity WHEN 'ERROR' THEN 0 WHEN 'WARNING' THEN 1 ELSE 2 END";
export const FINDING_ORDER = {
  SEVERITY: { sql: SEVERITY },
  YEAR: { sql: "g.fiscal_year" },
  RULE: { sql: "g.rule" },
  UNIT: { sql: "g.unit_id" },
  DISCLOSURE: { sql: "g.revision_id" },
} as const;
const BY_KEY: readonly OrderTerm[] = [
  { sql: "g.revision_id", direction: "ASC" },
  { sql: "g.seq", direction: "ASC" },
];

export async function findFindingPage(
  reader: RowReader,
  filter: FindingFilter,
  order: { by: keyof typeof FINDING_ORDER; direction: "ASC" | "DESC" },
  page: PageRequest,
  dataVersion: number,
): Promise<Page<FindingRecord>> {
  const where = new WhereClause()
    .andVisible("g", dataVersion)
    .andIf(filter.year, "g.fiscal_year = ?", (year) => [year])
    .andIn("g.unit_id", filter.unitIds)
    .andIn("u.region_code", filter.regionCodes)
    .andIn("g.severity", filter.severities)
    .andIn("g.rule", filter.rules);
  const found = await readPage<Stored>(
    reader,
    {
      columns: COLUMNS,
      from: "finding g JOIN unit u ON u.id = g.unit_id",
      where,
      order: [{ ...FINDING_ORDER[order.by], direction: order.direction }, ...BY_KEY],
    },
    page,
  );
  return { ...found, rows: found.rows.map(({ row, key }) => ({ row: recordOf(row), key })) };
}

export interface OutcomeRecord {
  readonly revisionId: number;
  readonly rule: string;
  readonly outcome: string;
  /** Why a rule that needs other documents cannot tell. */
  readonly reason: string | null;
}

/** What every rule answers for revisions: of the document alone, and where it was asked beside others, that, as it stands at a data version. */
export async function findOutcomesByRevision(
  reader: RowReader,
  revisionIds: readonly number[],
  dataVersion: number,
): Promise<OutcomeRecord[]> {
  const [alone, across] = await Promise.all([
    selectIn<OutcomeRecord>(
      reader,
      revisionIds,
      (list) =>
        `SELECT o.revision_id AS revisionId, o.rule, o.outcome, NULL AS reason FROM rule_outcome o WHERE o.revision_id IN (${list})`,
    ),
    selectIn<OutcomeRecord & Spans>(
      reader,
      revisionIds,
      (list) =>
        `SELECT c.revision_id AS revisionId, c.rule, c.outcome, c.reason, ${spansOf("c")} FROM cross_outcome c ` +
        `JOIN disclosure_revision v ON v.id = c.revision_id WHERE c.revision_id IN (${list})`,
    ),
  ]);
  const key = ({ revisionId, rule }: OutcomeRecord): string => `${revisionId} ${rule}`;
  const standing = new Map(across.filter((row) => standsAt(row, dataVersion)).map((row) => [key(row), row]));
  return alone.map((row) => {
    const { outcome, reason } = standing.get(key(row)) ?? row;
    return { ...row, outcome, reason };
  });
}
