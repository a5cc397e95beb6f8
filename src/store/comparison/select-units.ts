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
  /** Whether the first and last year of what is published come along. */
  readonly withYears: boolean;
  /** Whether names come along; without them, `readUnits` tells those that are shown. */
  readonly withNames: boolean;
}

/** The data version to read at: the current one, a known one, or the one that stood at an instant. */
export type VersionWanted = { readonly current: true } | { readonly version: number } | { readonly asOf: string };

export interface SelectedUnits {
  readonly currentVersion: number;
  readonly version: number;
  /** The first and last fiscal year of which anything is published; null where nothing is, or where they were not asked for. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly units: readonly ComparedUnit[];
  /** Ids of units found by a term (a code, a name key, an alias key); empty unless units were named. */
  readonly found: ReadonlyMap<string, readonly number[]>;
  /** Terms that name something, be it left out by another condition. */
  readonly knownUnits: ReadonlySet<string>;
  /** How many regions each term names: several share a name. */
  readonly knownRegions: ReadonlyMap<string, number>;
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
  const withs: Statement[] = [];
  const joins: Statement[] = [];
  const conditions: Statement[] = [{ sql: "u.draft_only IS NULL", parameters: [] }];
  const known: Statement[] = [];
  const term = ["NULL", "NULL", "NULL"];
  if (unitTerms) {
    joins.push({ sql: `JOIN (${namedSql(unitTerms)}) named ON named.id = u.id`, parameters: [...unitTerms, ...unitTerms, ...unitTerms] });
    // With no other condition whoever is known is selected too, and tells so.
    if (isNarrowed(selection))
      known.push(knownTerms(`(${namedSql(unitTerms)}) named`, ["named.term", "NULL", "NULL"], [...unitTerms, ...unitTerms, ...unitTerms]));
    term[0] = "named.term";
  }
  if (regionTerms) {
    const list = marks(regionTerms);
    const asked = `CASE WHEN code IN (${list}) THEN code ELSE name END`;
    const where = `code IN (${list}) OR name IN (${list})`;
    const parameters = [...regionTerms, ...regionTerms, ...regionTerms];
    withs.push({
      sql:
        `place (code, term) AS (SELECT code, ${asked} FROM region WHERE ${where} ` +
        "UNION SELECT below.code, place.term FROM region below JOIN place ON below.parent_code = place.code)",
      parameters,
    });
    joins.push({ sql: "JOIN place ON place.code = u.region_code", parameters: [] });
    known.push(knownTerms(`region WHERE ${where}`, ["NULL", asked, "NULL"], parameters));
    term[1] = "place.term";
  }
  if (parentTerms) {
    const heads = `(${namedSql(parentTerms)}) head`;
    const parameters = [...parentTerms, ...parentTerms, ...parentTerms];
    withs.push({
      sql:
        `member (id, term) AS (SELECT child.id, head.term FROM ${heads} JOIN unit child ON child.parent_id = head.id ` +
        "UNION SELECT child.id, member.term FROM unit child JOIN member ON child.parent_id = member.id)",
      parameters,
    });
    joins.push({ sql: "JOIN member ON member.id = u.id", parameters: [] });
    known.push(knownTerms(heads, ["NULL", "NULL", "head.term"], parameters));
    term[2] = "member.term";
  }
  if (natures) conditions.push({ sql: `u.nature IN (${marks(natures)})`, parameters: natures });
  if (levels) conditions.push({ sql: `u.level IN (${marks(levels)})`, parameters: levels });
  if (text !== undefined) conditions.push({ sql: "u.name_key LIKE ? ESCAPE '!'", parameters: [`%${text.replace(/[!%_]/g, "!$&")}%`] });
  const version = versionExpression(wanted);
  const units = joinStatements(" ", [
    {
      sql: `SELECT ${selection.withNames ? UNIT_COLUMNS : LIGHT_COLUMNS}, ${term[0]} AS unit_term, ${term[1]} AS region_term, ${term[2]} AS parent_term`,
      parameters: [],
    },
    { sql: "FROM unit u", parameters: [] },
    ...joins,
    { sql: selection.withNames ? UNIT_JOINS : "", parameters: [] },
    { sql: "WHERE", parameters: [] },
    joinStatements(" AND ", conditions),
  ]);
  const [firstYear, lastYear] = selection.withYears ? [yearBound("MIN", version), yearBound("MAX", version)] : [NO_YEAR, NO_YEAR];
  return joinStatements(" ", [
    ...(withs.length === 0 ? [] : [{ sql: "WITH RECURSIVE", parameters: [] }, joinStatements(", ", withs)]),
    {
      sql:
        `SELECT hub.data_version, ${version.sql} AS version, ${firstYear.sql} AS first_year, ${lastYear.sql} AS last_year, ` +
        "EXISTS (SELECT 1 FROM unit_lineage) AS has_lineage, chosen.* FROM hub_state hub LEFT JOIN (",
      parameters: [...version.parameters, ...firstYear.parameters, ...lastYear.parameters],
    },
    joinStatements(" UNION ALL ", [units, ...known]),
    { sql: ") chosen ON 1 = 1 WHERE hub.id = 1", parameters: [] },
  ]);
}

const isNarrowed = ({ regionTerms, parentTerms, natures, levels, text }: UnitSelection): boolean =>
  [regionTerms, parentTerms, natures, levels, text].some((condition) => condition !== undefined);

/** Drafts are seen by nobody, and move no year. Asked only where no years are named: it looks at every disclosure. */
const yearBound = (which: "MIN" | "MAX", version: Statement): Statement => ({
  sql: `(SELECT ${which}(fiscal_year) FROM disclosure_revision WHERE visible_from <= ${version.sql} AND visible_to > ${version.sql})`,
  parameters: [...version.parameters, ...version.parameters],
});
const NO_YEAR: Statement = { sql: "NULL", parameters: [] };

const joinStatements = (between: string, statements: readonly Statement[]): Statement => ({
  sql: statements.map(({ sql }) => sql).join(between),
  parameters: statements.flatMap(({ parameters }) => parameters),
});

/** A unit by its code, its name or another name, each by its own index. */
const namedSql = (terms: readonly string[]): string =>
  `SELECT id, code AS term FROM unit WHERE draft_only IS NULL AND code IN (${marks(terms)}) ` +
  `UNION ALL SELECT id, name_key AS term FROM unit WHERE draft_only IS NULL AND name_key IN (${marks(terms)}) ` +
  `UNION ALL SELECT unit_id AS id, name_key AS term FROM unit_alias WHERE name_key IN (${marks(terms)})`;

/** Rows without a unit, one for each term that names something: what exists and is left out by another condition is no mistake. */
function knownTerms(source: string, terms: readonly string[], parameters: readonly SqlValue[]): Statement {
  const nothing = Array.from({ length: UNIT_COLUMN_COUNT }, () => "NULL").join(", ");
  return { sql: `SELECT ${nothing}, ${terms.join(", ")} FROM ${source}`, parameters };
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
  const knownRegions = new Map<string, number>();
  const knownParents = new Set<string>();
  const knownUnits = new Set<string>();
  for (const row of rows) {
    const id = row[FIRST_UNIT_COLUMN] as number | null;
    const unitTerm = row[TERM_COLUMN] as string | null;
    const regionTerm = row[TERM_COLUMN + 1] as string | null;
    const parentTerm = row[TERM_COLUMN + 2] as string | null;
    if (unitTerm) knownUnits.add(unitTerm);
    if (parentTerm) knownParents.add(parentTerm);
    if (regionTerm && id === null) knownRegions.set(regionTerm, (knownRegions.get(regionTerm) ?? 0) + 1);
    if (id === null) continue;
    if (!units.has(id)) units.set(id, readUnitRow(row, FIRST_UNIT_COLUMN));
    if (unitTerm) found.set(unitTerm, (found.get(unitTerm) ?? new Set()).add(id));
  }
  return {
    currentVersion: Number(head?.[0] ?? 0),
    version: Number(head?.[1] ?? 0),
    firstYear: numberOrNull(head?.[2]),
    lastYear: numberOrNull(head?.[3]),
    hasLineage: Number(head?.[4] ?? 0) === 1,
    units: [...units.values()],
    found: new Map([...found].map(([term, ids]) => [term, [...ids]])),
    knownUnits,
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
