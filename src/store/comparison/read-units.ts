import type { ArrayReader } from "./array-reader";
import type { ComparedUnit } from "./compared-unit";
import { LONGEST_ID_LIST } from "./read-figures";
import { readUnitRow, UNIT_COLUMNS, UNIT_JOINS } from "./select-units";

/** Units with their names, for what is shown of a comparison; very many of them are all units. */
export async function readUnits(reader: ArrayReader, ids: readonly number[]): Promise<Map<number, ComparedUnit>> {
  const condition = ids.length > LONGEST_ID_LIST ? "" : `WHERE u.id IN (${ids.map(() => "?").join(", ")})`;
  const rows = await reader.read(`SELECT ${UNIT_COLUMNS} FROM unit u ${UNIT_JOINS} ${condition}`, condition === "" ? [] : ids);
  return new Map(rows.map((row) => readUnitRow(row, 0)).map((unit) => [unit.id, unit]));
}
