import type { AdministrativeLevel } from "../model/region-catalogue";
import { normaliseUnitName, parseUnitName } from "../model/unit-name";
import type { UnitNature } from "../model/unit-name";
import type { Page, PageRequest } from "./read-page";
import { readPage } from "./read-page";
import type { RowReader } from "./row-reader";
import { selectIn } from "./select-in";
import { WhereClause } from "./where-clause";

/** 单位 as stored. */
export interface UnitRecord {
  readonly id: number;
  readonly code: string;
  /** Without （本级）: that is a scope. */
  readonly name: string;
  readonly regionCode: string | null;
  readonly level: AdministrativeLevel | null;
  readonly nature: UnitNature | null;
  readonly natureText: string | null;
  readonly parentId: number | null;
  readonly activeFrom: number | null;
  readonly activeTo: number | null;
}

const COLUMNS = [
  "u.id, u.code, u.name, u.region_code AS regionCode, u.level, u.nature, u.nature_text AS natureText",
  "u.parent_id AS parentId, u.active_from AS activeFrom, u.active_to AS activeTo",
].join(", ");

export const findUnitsById = (reader: RowReader, ids: readonly number[]): Promise<UnitRecord[]> =>
  selectIn(reader, ids, (list) => `SELECT ${COLUMNS} FROM unit u WHERE u.id IN (${list})`);

export const findUnitsByParent = (reader: RowReader, parentIds: readonly number[]): Promise<UnitRecord[]> =>
  selectIn(reader, parentIds, (list) => `SELECT ${COLUMNS} FROM unit u WHERE u.parent_id IN (${list}) ORDER BY u.name_key`);

/** The unit that a text names, and whether the text says （本级）. */
export interface NamedUnit {
  readonly unit: UnitRecord;
  readonly isOwnUnit: boolean;
}

/** Finds a unit by its code, its name or an alias; brackets of either width, with or without （本级）. */
export async function findUnitByReference(reader: RowReader, reference: string): Promise<NamedUnit | undefined> {
  const { name, isOwnUnit } = parseUnitName(reference);
  const [whole, bare] = [normaliseUnitName(reference), normaliseUnitName(name)];
  const keys = [...new Set([whole, bare])];
  const rows = await reader.rows<UnitRecord & { foundBy: string }>(
    [
      `SELECT ${COLUMNS}, u.name_key AS foundBy FROM unit u WHERE u.code = ? OR u.name_key IN (${keys.map(() => "?").join(", ")})`,
      `SELECT ${COLUMNS}, a.name_key AS foundBy FROM unit_alias a JOIN unit u ON u.id = a.unit_id WHERE a.name_key IN (${keys.map(() => "?").join(", ")})`,
    ].join(" UNION ALL "),
    [reference.trim(), ...keys, ...keys],
  );
  const exact = rows.find(({ code, foundBy }) => code === reference.trim() || foundBy === whole);
  const found = exact ?? rows[0];
  return found && { unit: found, isOwnUnit: isOwnUnit && found.name !== reference };
}

/** Names that share most pairs of letters with a text: what a client may have meant. */
export async function suggestUnitNames(reader: RowReader, text: string, count = 3): Promise<string[]> {
  const pairs = [...new Set(pairsOf(normaliseUnitName(text)))].slice(0, 20);
  if (pairs.length === 0) return [];
  const score = pairs.map(() => "CASE WHEN u.name_key LIKE ? ESCAPE '!' THEN 1 ELSE 0 END").join(" + ");
  const rows = await reader.rows<{ name: string; score: number }>(
    `SELECT u.name, ${score} AS score FROM unit u ORDER BY score DESC, u.name_key LIMIT ${count}`,
    pairs.map((pair) => `%${pair.replace(/[!%_]/g, "!$&")}%`),
  );
  return rows.filter((row) => Number(row.score) * 2 >= pairs.length).map(({ name }) => name);
}

const pairsOf = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

export interface UnitFilter {
  readonly text?: string | null;
  /** Codes of regions, those below them included. */
  readonly regionCodes?: readonly string[] | null;
  readonly parentId?: number | null;
  readonly nature?: string | null;
  readonly level?: string | null;
}

export const UNIT_ORDER = { NAME: "u.name_key", CODE: "u.code", REGION: "u.region_code" } as const;

export function findUnitPage(
  reader: RowReader,
  filter: UnitFilter,
  order: { by: keyof typeof UNIT_ORDER; direction: "ASC" | "DESC" },
  page: PageRequest,
): Promise<Page<UnitRecord>> {
  const where = new WhereClause()
    .andContains(["u.name"], filter.text)
    .andIn("u.region_code", filter.regionCodes)
    .andIf(filter.parentId, "u.parent_id = ?", (id) => [id])
    .andIf(filter.nature, "u.nature = ?", (nature) => [nature])
    .andIf(filter.level, "u.level = ?", (level) => [level]);
  return readPage(reader, { columns: COLUMNS, from: "unit u", where, orderBy: `${UNIT_ORDER[order.by]} ${order.direction}, u.id` }, page);
}
