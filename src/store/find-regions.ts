import { groupBy } from "../lib/group-by";
import type { AdministrativeLevel } from "../model/region-catalogue";
import type { Page, PageRequest } from "./read-page";
import { readPage } from "./read-page";
import type { RowReader } from "./row-reader";
import { selectIn } from "./select-in";
import { WhereClause } from "./where-clause";

/** 行政区划 as stored. */
export interface RegionRecord {
  readonly code: string;
  readonly name: string;
  readonly level: AdministrativeLevel;
  readonly parentCode: string | null;
}

const COLUMNS = "r.code, r.name, r.level, r.parent_code AS parentCode";

export const findRegionsByCode = (reader: RowReader, codes: readonly string[]): Promise<RegionRecord[]> =>
  selectIn(reader, codes, (list) => `SELECT ${COLUMNS} FROM region r WHERE r.code IN (${list})`);

export const findRegionsByParent = (reader: RowReader, codes: readonly string[]): Promise<RegionRecord[]> =>
  selectIn(reader, codes, (list) => `SELECT ${COLUMNS} FROM region r WHERE r.parent_code IN (${list}) ORDER BY r.code`);

/** Regions and everything below them, under the code of the region that a code or full name names; several may share a name. */
export async function findRegionTrees(reader: RowReader, codeOrName: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await reader.rows<{ root: string; code: string }>(
    `WITH RECURSIVE tree(root, code) AS (
       SELECT code, code FROM region WHERE code = ? OR name = ?
       UNION ALL SELECT t.root, r.code FROM region r JOIN tree t ON r.parent_code = t.code
     ) SELECT root, code FROM tree`,
    [codeOrName, codeOrName],
  );
  return new Map([...groupBy(rows, ({ root }) => root)].map(([root, found]) => [root, found.map(({ code }) => code)]));
}

/** Regions that come nearest to what was asked for: of the same name, else a part of one, the highest first. */
export async function suggestRegions(reader: RowReader, text: string, count: number): Promise<RegionRecord[]> {
  // A province, city or county is often named without the last letter of its name.
  const pattern = `%${text.replace(/[!%_]/g, "!$&").replace(/[省市区县旗州盟]$/, "")}%`;
  return reader.rows<RegionRecord>(
    `SELECT ${COLUMNS} FROM region r WHERE r.name LIKE ? ESCAPE '!' ORDER BY CASE WHEN r.name = ? THEN 0 ELSE 1 END, r.code LIMIT ${count}`,
    [pattern, text],
  );
}

export function findRegionPage(
  reader: RowReader,
  filter: { text?: string | null; parentCode?: string | null; level?: string | null },
  page: PageRequest,
): Promise<Page<RegionRecord>> {
  const where = new WhereClause()
    .andContains(["r.name"], filter.text)
    .andIf(filter.parentCode, "r.parent_code = ?", (code) => [code])
    .andIf(filter.level, "r.level = ?", (level) => [level]);
  return readPage(reader, { columns: COLUMNS, from: "region r", where, order: [{ sql: "r.code", direction: "ASC" }] }, page);
}
