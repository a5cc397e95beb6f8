import type { ArrayReader, SqlValue } from "./array-reader";
import type { ComparedUnit } from "./compared-unit";
import { LIGHT_COLUMNS, readUnitRow } from "./select-units";

/** What peers have in common: one list of values for each column; the comparison sorts out who is whose peer. */
export interface PeerKeys {
  readonly regionCodes?: readonly string[];
  readonly levels?: readonly string[];
  readonly parentIds?: readonly number[];
  readonly natures?: readonly string[];
}

/** The units among which the selected ones are ranked, selected or not. */
export async function readPeers(reader: ArrayReader, keys: PeerKeys): Promise<ComparedUnit[]> {
  const parameters: SqlValue[] = [];
  const conditions: string[] = ["u.draft_only IS NULL"];
  const restrict = (column: string, values: readonly SqlValue[] | undefined): void => {
    if (!values) return;
    conditions.push(values.length === 0 ? "1 = 0" : `${column} IN (${values.map(() => "?").join(", ")})`);
    parameters.push(...values);
  };
  restrict("u.region_code", keys.regionCodes);
  restrict("u.level", keys.levels);
  restrict("u.parent_id", keys.parentIds);
  restrict("u.nature", keys.natures);
  const rows = await reader.read(`SELECT ${LIGHT_COLUMNS} FROM unit u WHERE ${conditions.join(" AND ")}`, parameters);
  return rows.map((row) => readUnitRow(row, 0));
}
