import type { RowReader } from "./row-reader";

/** A unit, a region or a budget subject by its names. */
export interface StoredName {
  readonly kind: "UNIT" | "REGION" | "SUBJECT";
  readonly code: string;
  readonly name: string;
  /** Of a unit its region, of the others the one above. */
  readonly within: string | null;
}

/** The regions of units, and those up to three levels above: a table to join, because MariaDB answers IN of a union once for every region. */
const UNIT_REGIONS = ["r0", "r1", "r2", "r3"]
  .map(
    (level) =>
      `SELECT ${level}.code FROM unit u JOIN region r0 ON r0.code = u.region_code LEFT JOIN region r1 ON r1.code = r0.parent_code
       LEFT JOIN region r2 ON r2.code = r1.parent_code LEFT JOIN region r3 ON r3.code = r2.parent_code WHERE u.draft_only IS NULL`,
  )
  .join(" UNION ");

/** Every unit, every region that holds units at any depth, and every budget subject, for an index of names in memory. */
export const listNames = (reader: RowReader): Promise<StoredName[]> =>
  reader.rows<StoredName>(
    `SELECT 'UNIT' AS kind, u.code, u.name, r.name AS within FROM unit u LEFT JOIN region r ON r.code = u.region_code WHERE u.draft_only IS NULL
     UNION ALL SELECT 'REGION', r.code, r.name, p.name FROM (${UNIT_REGIONS}) held JOIN region r ON r.code = held.code
     LEFT JOIN region p ON p.code = r.parent_code
     UNION ALL SELECT 'SUBJECT', s.code, s.name, p.name FROM budget_subject s LEFT JOIN budget_subject p ON p.id = s.parent_id
     WHERE s.draft_only IS NULL`,
    [],
  );
