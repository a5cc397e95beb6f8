import type { RowReader } from "./row-reader";

/** A unit or a budget subject by its names. */
export interface StoredName {
  readonly kind: "UNIT" | "SUBJECT";
  readonly code: string;
  readonly name: string;
  /** Of a unit its region, of a subject the one above. */
  readonly within: string | null;
}

/** Every unit and every budget subject, for an index of names in memory. */
export const listNames = (reader: RowReader): Promise<StoredName[]> =>
  reader.rows<StoredName>(
    `SELECT 'UNIT' AS kind, u.code, u.name, r.name AS within FROM unit u LEFT JOIN region r ON r.code = u.region_code
     UNION ALL SELECT 'SUBJECT', s.code, s.name, p.name FROM budget_subject s LEFT JOIN budget_subject p ON p.id = s.parent_id`,
    [],
  );
