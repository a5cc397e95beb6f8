import { SCOPES } from "../../model/disclosure-kind";
import type { ArrayReader, SqlValue } from "./array-reader";

/** One unit directly below another: in the register, or in the list of units that a department published for a year. */
export interface ParentStep {
  readonly unitId: number;
  readonly parentId: number;
  /** The fiscal year of the list; 0 for the register, which holds for every year. */
  readonly year: number;
}

export interface ParentQuery {
  readonly version: number;
  readonly years: readonly number[];
  readonly kindIds: readonly number[];
}

const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

/**
 * Who stands below whom: a member may lie any number of levels below the department that counts it in. 纳入汇总范围的单位 are those of the
 * lists that stand at the data version, by their names or other names.
 */
export async function readParents(reader: ArrayReader, { version, years, kindIds }: ParentQuery): Promise<ParentStep[]> {
  const listed = (names: string, id: string): string =>
    `SELECT r.fiscal_year, n.${id}, r.unit_id FROM disclosure_revision r CROSS JOIN member_unit m ON m.revision_id = r.id ` +
    `CROSS JOIN ${names} n ON n.name_key = m.name_key ` +
    `WHERE r.fiscal_year IN (${marks(years)}) AND r.kind IN (${marks(kindIds)}) AND r.scope = ? AND r.visible_from <= ? AND r.visible_to > ?`;
  const wanted: SqlValue[] = [...years, ...kindIds, SCOPES.DEPARTMENT.id, version, version];
  const rows = await reader.read(
    `SELECT 0, u.id, u.parent_id FROM unit u WHERE u.parent_id IS NOT NULL UNION ALL ${listed("unit", "id")} UNION ALL ${listed("unit_alias", "unit_id")}`,
    [...wanted, ...wanted],
  );
  return rows.map((row) => ({ year: Number(row[0]), unitId: Number(row[1]), parentId: Number(row[2]) }));
}
