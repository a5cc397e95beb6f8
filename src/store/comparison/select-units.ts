import type { ArrayReader, ArrayRow, SqlValue } from "./array-reader";
import type { ComparedUnit } from "./compared-unit";

/** Conditions on units; every one narrows. Names are given as keys (normaliseUnitName) beside the words that were asked. */
export interface UnitSelection {
  readonly unitTerms?: readonly string[];
  readonly regionTerms?: readonly string[];
  readonly parentTerms?: readonly string[];
  readonly natures?: readonly string[];
  readonly levels?: readonly string[];
  readonly text?: string;
  /** Whether names come along; without them, `readUnits` tells those that are shown. */
  readonly withNames: boolean;
}

/** The data version to read at: the current one, a known one, or the one that stood at an instant. */
export type VersionWanted = { readonly current: true } | { readonly version: number } | { readonly asOf: string };

export interface SelectedUnits {
  readonly currentVersion: number;
  readonly version: number;
  /** The first and last fiscal year of any disclosure; null in an empty hub. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly units: readonly ComparedUnit[];
  /** Ids of units found by a term (a code, a name key, an alias key); empty unless units were named. */
  readonly found: ReadonlyMap<string, readonly number[]>;
  /** Terms of regions and parents that name something. */
  readonly knownRegions: ReadonlySet<string>;
  readonly knownParents: ReadonlySet<string>;
  readonly hasLineage: boolean;
}

export const UNIT_COLUMNS =
  "u.id, u.code, u.name, u.name_key, u.region_code, u.level, u.nature, u.nature_text, u.parent_id, u.active_from, u.active_to, " +
  "r.name AS region_name, p.code AS parent_code, p.name AS parent_name";
const UNIT_COLUMN_COUNT = 14;
/** In the same places, what selecting and grouping need. */
export const LIGHT_COLUMNS =
  "u.id, u.code, NULL AS name, NULL AS name_key, u.region_code, u.level, u.nature, NULL AS nature_text, u.parent_id, u.active_from, u.active_to, " +
  "NULL AS region_name, NULL AS parent_code, NULL AS parent_name";
export const UNIT_JOINS = "LEFT JOIN region r ON r.code = u.region_code LEFT JOIN unit p ON p.id = u.parent_id";

const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

/** The data version and the selected units, in one statement: all that follows reads at that version. */
export async function selectUnits(reader: ArrayReader, selection: UnitSelection, wanted: VersionWanted): Promise<SelectedUnits> {
  const statement = unitStatement(selection, wanted);
  return readSelected(await reader.read(statement.sql, statement.parameters));
}

interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

function unitStatement(selection: UnitSelection, wanted: VersionWanted): Statement {
  const { unitTerms, regionTerms, parentTerms, natures, levels, text } = selection;
  const withs: string[] = [];
  const withParameters: SqlValue[] = [];
  const joins: string[] = [];
  const joinParameters: SqlValue[] = [];
  const term = ["NULL", "NULL", "NULL"];
  if (unitTerms) {
    // A unit by its code, its name or another name, each by its own index.
    joins.push(
      `JOIN (SELECT id, code AS term FROM unit WHERE code IN (${marks(unitTerms)}) ` +
        `UNION ALL SELECT id, name_key AS term FROM unit WHERE name_key IN (${marks(unitTerms)}) ` +
        `UNION ALL SELECT unit_id AS id, name_key AS term FROM unit_alias WHERE name_key IN (${marks(unitTerms)})) named ON named.id = u.id`,
    );
    joinParameters.push(...unitTerms, ...unitTerms, ...unitTerms);
    term[0] = "named.term";
  }
  if (regionTerms) {
    withs.push(
      `place (code, term) AS (SELECT code, CASE WHEN code IN (${marks(regionTerms)}) THEN code ELSE name END FROM region ` +
        `WHERE code IN (${marks(regionTerms)}) OR name IN (${marks(regionTerms)}) ` +
        "UNION SELECT below.code, place.term FROM region below JOIN place ON below.parent_code = place.code)",
    );
    withParameters.push(...regionTerms, ...regionTerms, ...regionTerms);
    joins.push("JOIN place ON place.code = u.region_code");
    term[1] = "place.term";
  }
  if (parentTerms) {
    withs.push(
      `member (id, term) AS (SELECT child.id, CASE WHEN head.code IN (${marks(parentTerms)}) THEN head.code ELSE head.name_key END ` +
        `FROM unit head JOIN unit child ON child.parent_id = head.id WHERE head.code IN (${marks(parentTerms)}) OR head.name_key IN (${marks(parentTerms)}) ` +
        "UNION SELECT child.id, member.term FROM unit child JOIN member ON child.parent_id = member.id)",
    );
    withParameters.push(...parentTerms, ...parentTerms, ...parentTerms);
    joins.push("JOIN member ON member.id = u.id");
    term[2] = "member.term";
  }
  const conditions: string[] = [];
  const conditionParameters: SqlValue[] = [];
  const restrict = (condition: string, values: readonly SqlValue[]): void => {
    conditions.push(condition);
    conditionParameters.push(...values);
  };
  if (natures) restrict(`u.nature IN (${marks(natures)})`, natures);
  if (levels) restrict(`u.level IN (${marks(levels)})`, levels);
  if (text !== undefined) restrict("u.name_key LIKE ? ESCAPE '!'", [`%${text.replace(/[!%_]/g, "!$&")}%`]);
  const version = versionExpression(wanted);
  const sql =
    (withs.length === 0 ? "" : `WITH RECURSIVE ${withs.join(", ")} `) +
    `SELECT hub.data_version, ${version.sql} AS version, (SELECT MIN(fiscal_year) FROM disclosure_revision) AS first_year, ` +
    "(SELECT MAX(fiscal_year) FROM disclosure_revision) AS last_year, EXISTS (SELECT 1 FROM unit_lineage) AS has_lineage, chosen.* " +
    `FROM hub_state hub LEFT JOIN (SELECT ${selection.withNames ? UNIT_COLUMNS : LIGHT_COLUMNS}, ${term[0]} AS unit_term, ${term[1]} AS region_term, ${term[2]} AS parent_term ` +
    `FROM unit u ${joins.join(" ")} ${selection.withNames ? UNIT_JOINS : ""}` +
    `${conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`}) chosen ON 1 = 1 WHERE hub.id = 1`;
  return { sql, parameters: [...withParameters, ...version.parameters, ...joinParameters, ...conditionParameters] };
}

function versionExpression(wanted: VersionWanted): Statement {
  if ("current" in wanted) return { sql: "hub.data_version", parameters: [] };
  if ("version" in wanted) return { sql: "?", parameters: [wanted.version] };
  return { sql: "(SELECT COALESCE(MAX(version), 0) FROM data_version WHERE at <= ?)", parameters: [wanted.asOf] };
}

const FIRST_UNIT_COLUMN = 5;
const TERM_COLUMN = FIRST_UNIT_COLUMN + UNIT_COLUMN_COUNT;

function readSelected(rows: readonly ArrayRow[]): SelectedUnits {
  const [head] = rows;
  const units = new Map<number, ComparedUnit>();
  const found = new Map<string, Set<number>>();
  const knownRegions = new Set<string>();
  const knownParents = new Set<string>();
  for (const row of rows) {
    const id = row[FIRST_UNIT_COLUMN] as number | null;
    if (id === null) continue;
    if (!units.has(id)) units.set(id, readUnitRow(row, FIRST_UNIT_COLUMN));
    const [unitTerm, regionTerm, parentTerm] = row.slice(TERM_COLUMN) as (string | null)[];
    if (unitTerm) found.set(unitTerm, (found.get(unitTerm) ?? new Set()).add(id));
    if (regionTerm) knownRegions.add(regionTerm);
    if (parentTerm) knownParents.add(parentTerm);
  }
  return {
    currentVersion: Number(head?.[0] ?? 0),
    version: Number(head?.[1] ?? 0),
    firstYear: numberOrNull(head?.[2]),
    lastYear: numberOrNull(head?.[3]),
    hasLineage: Number(head?.[4] ?? 0) === 1,
    units: [...units.values()],
    found: new Map([...found].map(([term, ids]) => [term, [...ids]])),
    knownRegions,
    knownParents,
  };
}

const numberOrNull = (value: SqlValue | undefined): number | null => (value === null || value === undefined ? null : Number(value));

/** A unit from the columns UNIT_COLUMNS of a row. */
export function readUnitRow(row: ArrayRow, from: number): ComparedUnit {
  const at = (offset: number): SqlValue => row[from + offset] ?? null;
  const text = (offset: number): string | null => at(offset) as string | null;
  return {
    id: Number(at(0)),
    code: text(1) ?? "",
    name: text(2) ?? "",
    nameKey: text(3) ?? "",
    regionCode: text(4),
    level: text(5) as ComparedUnit["level"],
    nature: text(6) as ComparedUnit["nature"],
    natureText: text(7),
    parentId: numberOrNull(at(8)),
    activeFrom: numberOrNull(at(9)),
    activeTo: numberOrNull(at(10)),
    regionName: text(11),
    parentCode: text(12),
    parentName: text(13),
  };
}

/** Which of some terms name a region or a unit at all, be it without any unit below. */
export async function findKnownTerms(reader: ArrayReader, kind: "region" | "unit", terms: readonly string[]): Promise<ReadonlySet<string>> {
  const list = marks(terms);
  const sql =
    kind === "region"
      ? `SELECT code, name FROM region WHERE code IN (${list}) OR name IN (${list})`
      : `SELECT code, name_key FROM unit WHERE code IN (${list}) OR name_key IN (${list}) ` +
        `UNION ALL SELECT name_key, name_key FROM unit_alias WHERE name_key IN (${list})`;
  const rows = await reader.read(sql, kind === "region" ? [...terms, ...terms] : [...terms, ...terms, ...terms]);
  return new Set(rows.flatMap((row) => row as string[]));
}
