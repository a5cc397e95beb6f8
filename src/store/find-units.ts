import type { AdministrativeLevel } from "../model/region-catalogue";
import { normaliseUnitName, parseUnitName } from "../model/unit-name";
import type { UnitNature } from "../model/unit-name";
import type { OrderTerm, Page, PageRequest } from "./read-page";
import { readPage } from "./read-page";
import type { RowReader } from "./row-reader";
import { marks, selectIn } from "./select-in";
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
  /** 1 while only drafts know of it. */
  readonly draftOnly: number | null;
}

const COLUMNS = [
  "u.id, u.code, u.name, u.region_code AS regionCode, u.level, u.nature, u.nature_text AS natureText",
  "u.parent_id AS parentId, u.active_from AS activeFrom, u.active_to AS activeTo, u.draft_only AS draftOnly",
].join(", ");

export const findUnitsById = (reader: RowReader, ids: readonly number[]): Promise<UnitRecord[]> =>
  selectIn(reader, ids, (list) => `SELECT ${COLUMNS} FROM unit u WHERE u.id IN (${list})`);

export const findUnitsByParent = (reader: RowReader, parentIds: readonly number[]): Promise<UnitRecord[]> =>
  selectIn(
    reader,
    parentIds,
    (list) => `SELECT ${COLUMNS} FROM unit u WHERE u.parent_id IN (${list}) AND u.draft_only IS NULL ORDER BY u.name_key`,
  );

/** The unit that a text names, and whether the text says （本级）. */
export interface NamedUnit {
  readonly reference: string;
  readonly unit: UnitRecord;
  readonly isOwnUnit: boolean;
}

/**
 * Finds units by code, by name or by alias (brackets of either width, with or without （本级）), in one statement for up to a thousand.
 * A text that names none is not in the answer; a unit that only drafts know of is, and says so.
 */
export async function findUnitsByReference(reader: RowReader, references: readonly string[]): Promise<NamedUnit[]> {
  if (references.length === 0) return [];
  const texts = references.map((reference) => {
    const { name, isOwnUnit } = parseUnitName(reference);
    return { reference, code: reference.trim(), whole: normaliseUnitName(reference), bare: normaliseUnitName(name), isOwnUnit };
  });
  const codes = [...new Set(texts.map(({ code }) => code))];
  const names = [...new Set(texts.flatMap(({ whole, bare }) => [whole, bare]))];
  const rows = await reader.rows<UnitRecord & { found: "CODE" | "NAME" | "ALIAS"; foundBy: string }>(
    [
      `SELECT ${COLUMNS}, 'CODE' AS found, u.code AS foundBy FROM unit u WHERE u.code IN (${marks(codes)})`,
      `SELECT ${COLUMNS}, 'NAME', u.name_key FROM unit u WHERE u.name_key IN (${marks(names)})`,
      `SELECT ${COLUMNS}, 'ALIAS', a.name_key FROM unit_alias a JOIN unit u ON u.id = a.unit_id WHERE a.name_key IN (${marks(names)})`,
    ].join(" UNION ALL "),
    [...codes, ...names, ...names],
  );
  const byKey = new Map(rows.map(({ found, foundBy, ...unit }) => [`${found} ${foundBy}`, unit]));
  return texts.flatMap(({ reference, code, whole, bare, isOwnUnit }) => {
    const exact = byKey.get(`CODE ${code}`) ?? byKey.get(`NAME ${whole}`) ?? byKey.get(`ALIAS ${whole}`);
    const unit = exact ?? byKey.get(`NAME ${bare}`) ?? byKey.get(`ALIAS ${bare}`);
    return unit ? [{ reference, unit, isOwnUnit: exact === undefined && isOwnUnit }] : [];
  });
}

/** Names that share most pairs of letters with a text: what a client may have meant. */
export async function suggestUnitNames(reader: RowReader, text: string, count = 3): Promise<string[]> {
  const pairs = [...new Set(pairsOf(normaliseUnitName(text)))].slice(0, 20);
  if (pairs.length === 0) return [];
  const score = pairs.map(() => "CASE WHEN u.name_key LIKE ? ESCAPE '!' THEN 1 ELSE 0 END").join(" + ");
  const rows = await reader.rows<{ name: string; score: number }>(
    `SELECT u.name, ${score} AS score FROM unit u WHERE u.draft_only IS NULL ORDER BY score DESC, u.name_key LIMIT ${count}`,
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

export const UNIT_ORDER = {
  NAME: { sql: "u.name_key" },
  CODE: { sql: "u.code" },
  REGION: { sql: "u.region_code", nullable: true },
} as const;
const BY_ID: OrderTerm = { sql: "u.id", direction: "ASC" };

export function findUnitPage(
  reader: RowReader,
  filter: UnitFilter,
  order: { by: keyof typeof UNIT_ORDER; direction: "ASC" | "DESC" },
  page: PageRequest,
): Promise<Page<UnitRecord>> {
  const where = new WhereClause()
    .and("u.draft_only IS NULL")
    .andContains(["u.name"], filter.text)
    .andIn("u.region_code", filter.regionCodes)
    .andIf(filter.parentId, "u.parent_id = ?", (id) => [id])
    .andIf(filter.nature, "u.nature = ?", (nature) => [nature])
    .andIf(filter.level, "u.level = ?", (level) => [level]);
  return readPage(
    reader,
    { columns: COLUMNS, from: "unit u", where, order: [{ ...UNIT_ORDER[order.by], direction: order.direction }, BY_ID] },
    page,
  );
}
