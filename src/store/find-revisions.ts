import type { OrderTerm, Page, PageRequest } from "./read-page";
import { readPage } from "./read-page";
import type { RowReader } from "./row-reader";
import { selectIn } from "./select-in";
import { WhereClause } from "./where-clause";

/** 修订 as stored: one published state of a disclosure. */
export interface RevisionRecord {
  readonly id: number;
  readonly disclosureId: number;
  readonly revision: number;
  readonly documentId: number;
  readonly extractionId: number;
  readonly unitId: number;
  readonly fiscalYear: number;
  readonly kind: number;
  readonly scope: number;
  readonly status: string;
  /** Data version from which it was published; NEVER for a draft. */
  readonly visibleFrom: number;
  readonly note: string | null;
  readonly unitNamePrinted: string;
  readonly head: string | null;
  readonly financeLead: string | null;
  readonly preparer: string | null;
  readonly reportedOn: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly officeCount: number | null;
  readonly memberUnitCount: number | null;
  readonly numbersPrinted: number;
  readonly numbersCited: number;
  readonly importedAt: string;
  readonly publishedAt: string | null;
}

const COLUMNS = [
  "d.id, d.disclosure_id AS disclosureId, d.revision, d.document_id AS documentId, d.extraction_id AS extractionId, d.unit_id AS unitId",
  "d.fiscal_year AS fiscalYear, d.kind, d.scope, d.status, d.visible_from AS visibleFrom, d.note, d.unit_name_printed AS unitNamePrinted, d.head, d.finance_lead AS financeLead, d.preparer",
  "d.reported_on AS reportedOn, d.contact, d.phone, d.office_count AS officeCount, d.member_unit_count AS memberUnitCount",
  "d.numbers_printed AS numbersPrinted, d.numbers_cited AS numbersCited, d.imported_at AS importedAt, d.published_at AS publishedAt",
].join(", ");

const FROM = "disclosure_revision d";

export const findRevisionsById = (reader: RowReader, ids: readonly number[]): Promise<RevisionRecord[]> =>
  selectIn(reader, ids, (list) => `SELECT ${COLUMNS} FROM ${FROM} WHERE d.id IN (${list})`);

/** What units publish at a data version, of every year, kind and scope: the newest year first, final accounts before the budget. */
export const findRevisionsOfUnits = (reader: RowReader, unitIds: readonly number[], dataVersion: number): Promise<RevisionRecord[]> =>
  selectIn(
    reader,
    unitIds,
    (list) =>
      `SELECT ${COLUMNS} FROM ${FROM} WHERE d.unit_id IN (${list}) AND d.visible_from <= ? AND d.visible_to > ?
       ORDER BY d.unit_id, d.fiscal_year DESC, d.kind DESC, d.scope DESC`,
    [dataVersion, dataVersion],
  );

/** The drafts of units: the newest year first, final accounts before the budget, the newest revision first. */
export const findDraftsOfUnits = (reader: RowReader, unitIds: readonly number[]): Promise<RevisionRecord[]> =>
  selectIn(
    reader,
    unitIds,
    (list) =>
      `SELECT ${COLUMNS} FROM ${FROM} WHERE d.unit_id IN (${list}) AND d.status = 'DRAFT'
       ORDER BY d.unit_id, d.fiscal_year DESC, d.kind DESC, d.scope DESC, d.revision DESC`,
  );

/** Every revision of the disclosures that was ever published up to a data version, in the order in which they were. */
export const findPublishedRevisions = (
  reader: RowReader,
  disclosureIds: readonly number[],
  dataVersion: number,
): Promise<RevisionRecord[]> =>
  selectIn(
    reader,
    disclosureIds,
    (list) => `SELECT ${COLUMNS} FROM ${FROM} WHERE d.disclosure_id IN (${list}) AND d.visible_from <= ? ORDER BY d.visible_from`,
    [dataVersion],
  );

export interface RevisionFilter {
  readonly unitIds?: readonly number[] | null;
  readonly regionCodes?: readonly string[] | null;
  readonly years?: readonly number[] | null;
  readonly kind?: number | null;
  readonly scope?: number | null;
  /** Drafts, whatever the data version, instead of what is published. */
  readonly drafts?: boolean;
}

/** In millionths, by a division that leaves no rest: exact on every engine. */
const COVERED = "d.numbers_cited * 1000000";
const COVERAGE = `CASE WHEN d.numbers_printed = 0 THEN NULL ELSE (${COVERED} - ${COVERED} % d.numbers_printed) / d.numbers_printed END`;

export const REVISION_ORDER = {
  YEAR: { sql: "d.fiscal_year" },
  PUBLISHED_AT: { sql: "d.published_at", nullable: true },
  UNIT: { sql: "u.name_key" },
  COVERAGE: { sql: COVERAGE, nullable: true },
} as const;

const BY_ID: OrderTerm = { sql: "d.id", direction: "ASC" };

export function findRevisionPage(
  reader: RowReader,
  filter: RevisionFilter,
  order: { by: keyof typeof REVISION_ORDER; direction: "ASC" | "DESC" },
  page: PageRequest,
  dataVersion: number,
): Promise<Page<RevisionRecord>> {
  const where = filter.drafts ? new WhereClause().and("d.status = 'DRAFT'") : new WhereClause().andVisible("d", dataVersion);
  where
    .andIn("d.unit_id", filter.unitIds)
    .andIn("u.region_code", filter.regionCodes)
    .andIn("d.fiscal_year", filter.years)
    .andIf(filter.kind, "d.kind = ?", (kind) => [kind])
    .andIf(filter.scope, "d.scope = ?", (scope) => [scope]);
  const terms = [{ ...REVISION_ORDER[order.by], direction: order.direction }, BY_ID];
  return readPage(reader, { columns: COLUMNS, from: `${FROM} JOIN unit u ON u.id = d.unit_id`, where, order: terms }, page);
}

/** 年度: what is published of each fiscal year, newest first, and how many units were expected to. */
export interface FiscalYearRecord {
  readonly year: number;
  readonly disclosureCount: number;
  readonly unitCount: number;
  readonly finalAccountsUnits: number;
  readonly expected: number;
}

export function findFiscalYears(reader: RowReader, dataVersion: number): Promise<FiscalYearRecord[]> {
  return reader.rows(
    `SELECT y.year, y.disclosureCount, y.unitCount, y.finalAccountsUnits,
       (SELECT COUNT(*) FROM unit u WHERE u.draft_only IS NULL AND (u.active_from IS NULL OR u.active_from <= y.year) AND (u.active_to IS NULL OR u.active_to >= y.year)) AS expected
     FROM (SELECT d.fiscal_year AS year, COUNT(*) AS disclosureCount, COUNT(DISTINCT d.unit_id) AS unitCount,
             COUNT(DISTINCT CASE WHEN d.kind = 2 THEN d.unit_id END) AS finalAccountsUnits
           FROM disclosure_revision d WHERE d.visible_from <= ? AND d.visible_to > ? GROUP BY d.fiscal_year) y
     ORDER BY y.year DESC`,
    [dataVersion, dataVersion],
  );
}
