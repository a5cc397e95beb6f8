import type { ArrayReader } from "./array-reader";

/** The parent of every unit that has one: a member may lie any number of levels below the department that counts it in. */
export async function readParentIds(reader: ArrayReader): Promise<Map<number, number>> {
  const rows = await reader.read("SELECT id, parent_id FROM unit WHERE parent_id IS NOT NULL", []);
  return new Map(rows.map((row) => [Number(row[0]), Number(row[1])]));
}
