import { createHash } from "node:crypto";
import type { Database } from "../../../src/store/open-database";

/** What every table holds, as a number of rows and a hash over them, whatever order they lie in. */
export async function tableChecksums(database: Database): Promise<ReadonlyMap<string, string>> {
  const checksums = new Map<string, string>();
  for (const { tableName } of database.entityMetadatas) {
    const rows = await database.query<Record<string, unknown>[]>(`SELECT * FROM ${tableName}`);
    const lines = rows.map((row) => JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)))).sort();
    checksums.set(tableName, `${rows.length} ${createHash("sha256").update(lines.join("\n")).digest("hex")}`);
  }
  return checksums;
}
