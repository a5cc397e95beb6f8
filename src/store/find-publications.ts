import type { RowReader } from "./row-reader";
import { WhereClause } from "./where-clause";

/** One move of the published data by a disclosure: it was published, or withdrawn. */
export interface Publication {
  /** 数据版本 that it moved the data to. */
  readonly dataVersion: number;
  readonly at: string;
  readonly event: "PUBLISH" | "WITHDRAW";
  readonly unitCode: string;
  readonly unitName: string;
  readonly fiscalYear: number;
  readonly kind: number;
  readonly scope: number;
  readonly revision: number;
  readonly note: string | null;
  readonly sha256: string;
  /** Whether another revision of the same disclosure was published before: then this one corrects it, or takes its place. */
  readonly isCorrection: boolean;
}

export interface PublicationFilter {
  readonly unitIds?: readonly number[] | null;
  readonly regionCodes?: readonly string[] | null;
  readonly years?: readonly number[] | null;
}

/** What was published and withdrawn before a data version, the newest first. What moved nothing but the register of units is none of it. */
export async function findPublications(
  reader: RowReader,
  filter: PublicationFilter,
  before: number,
  first: number,
): Promise<Publication[]> {
  const where = new WhereClause()
    .and("v.event IN ('PUBLISH', 'WITHDRAW')")
    .and("v.version < ?", before)
    .andIn("r.unit_id", filter.unitIds)
    .andIn("u.region_code", filter.regionCodes)
    .andIn("r.fiscal_year", filter.years);
  const rows = await reader.rows<Publication & { earlier: number | string }>(
    `SELECT v.version AS dataVersion, v.at, v.event, u.code AS unitCode, u.name AS unitName, r.fiscal_year AS fiscalYear, r.kind, r.scope,
       r.revision, r.note, s.sha256,
       (SELECT COUNT(*) FROM disclosure_revision p WHERE p.disclosure_id = r.disclosure_id AND p.visible_from < r.visible_from) AS earlier
     FROM data_version v
     JOIN disclosure_revision r ON r.id = v.revision_id
     JOIN unit u ON u.id = r.unit_id
     JOIN source_document s ON s.id = r.document_id
     WHERE ${where.sql}
     ORDER BY v.version DESC
     LIMIT ${Math.trunc(first)}`,
    where.parameters,
  );
  return rows.map(({ earlier, ...row }) => ({ ...row, isCorrection: Number(earlier) > 0 }));
}
