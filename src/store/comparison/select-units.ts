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

/** What selecting and grouping need: there may be very many units. */
export const LIGHT_COLUMNS = "u.id, u.code, u.region_code, u.level, u.nature, u.parent_id, u.active_from, u.active_to";
const LIGHT_COLUMN_COUNT = 8;
/** The same, and the names behind them. */
export const UNIT_COLUMNS = `${LIGHT_COLUMNS}, u.name, u.name_key, u.nature_text, r.name AS region_name, p.code AS parent_code, p.name AS parent_name`;
const UNIT_COLUMN_COUNT = 14;
export const UNIT_JOINS = "LEFT JOIN region r ON r.code = u.region_code LEFT JOIN unit p ON p.id = u.parent_id";

const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

/** The data version and the selected units, in one statement: all that follows reads at that version. */
export async function selectUnits(reader: ArrayReader, selection: UnitSelection, wanted: VersionWanted): Promise<SelectedUnits> {
  const statement = unitStatement(selection, wanted);
  return readSelected(await reader.read(statement.sql, statement.parameters), hasTerms(selection));
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
  const known: KnownTerms[] = [];
  const term = ["NULL", "NULL", "NULL"];
  if (unitTerms) {
    joins.push({ sql: `JOIN (${namedSql(unitTerms)}) named ON named.id = u.id`, parameters: [...unitTerms, ...unitTerms, ...unitTerms] });
    // With no other condition whoever is known is selected too, and tells so.
    if (isNarrowed(selection))
      known.push({
        source: `(${namedSql(unitTerms)}) named`,
        terms: ["named.term", "NULL", "NULL"],
        parameters: [...unitTerms, ...unitTerms, ...unitTerms],
      });
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
    known.push({ source: `region WHERE ${where}`, terms: ["NULL", asked, "NULL"], parameters });
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
    known.push({ source: heads, terms: ["NULL", "NULL", "head.term"], parameters });
    term[2] = "member.term";
  }
  if (natures) conditions.push({ sql: `u.nature IN (${marks(natures)})`, parameters: natures });
  if (levels) conditions.push({ sql: `u.level IN (${marks(levels)})`, parameters: levels });
  if (text !== undefined) conditions.push({ sql: "u.name_key LIKE ? ESCAPE '!'", parameters: [`%${text.replace(/[!%_]/g, "!$&")}%`] });
  const version = versionExpression(wanted);
  const columns = selection.withNames ? UNIT_COLUMNS : LIGHT_COLUMNS;
  const columnCount = selection.withNames ? UNIT_COLUMN_COUNT : LIGHT_COLUMN_COUNT;
  const units = joinStatements(" ", [
    {
      sql: `SELECT ${hasTerms(selection) ? `${term[0]} AS unit_term, ${term[1]} AS region_term, ${term[2]} AS parent_term, ` : ""}${columns}`,
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
    joinStatements(" UNION ALL ", [units, ...known.map((one) => knownTerms(one, columnCount))]),
    { sql: ") chosen ON 1 = 1 WHERE hub.id = 1", parameters: [] },
  ]);
}

const hasTerms = ({ unitTerms, regionTerms, parentTerms }: UnitSelection): boolean =>
  [unitTerms, regionTerms, parentTerms].some((terms) => terms !== undefined);

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

interface KnownTerms {
  readonly source: string;
  readonly terms: readonly string[];
  readonly parameters: readonly SqlValue[];
}

/** Rows without a unit, one for each term that names something: what exists and is left out by another condition is no mistake. */
function knownTerms({ source, terms, parameters }: KnownTerms, unitColumns: number): Statement {
  return { sql: `SELECT ${terms.join(", ")}${", NULL".repeat(unitColumns)} FROM ${source}`, parameters };
}

function versionExpression(wanted: VersionWanted): Statement {
  if ("current" in wanted) return { sql: "hub.data_version", parameters: [] };
  if ("version" in wanted) return { sql: "?", parameters: [wanted.version] };
  return { sql: "(SELECT COALESCE(MAX(version), 0) FROM data_version WHERE at <= ?)", parameters: [wanted.asOf] };
}

const HEAD_COLUMNS = 5;
const TERM_COLUMNS = 3;

function readSelected(rows: readonly ArrayRow[], withTerms: boolean): SelectedUnits {
  const [head] = rows;
  const terms = {
    found: new Map<string, Set<number>>(),
    regions: new Map<string, number>(),
    parents: new Set<string>(),
    units: new Set<string>(),
  };
  const from = HEAD_COLUMNS + (withTerms ? TERM_COLUMNS : 0);
  const units: ComparedUnit[] = [];
  const seen = new Set<number>();
  for (const row of rows) {
    const id = row[from] as number | null;
    if (withTerms) readTerms(row, id, terms);
    if (id === null || (withTerms && seen.has(id))) continue;
    seen.add(id);
    units.push(readUnitRow(row, from));
  }
  return {
    currentVersion: Number(head?.[0] ?? 0),
    version: Number(head?.[1] ?? 0),
    firstYear: numberOrNull(head?.[2]),
    lastYear: numberOrNull(head?.[3]),
    hasLineage: Number(head?.[4] ?? 0) === 1,
    units,
    found: new Map([...terms.found].map(([term, ids]) => [term, [...ids]])),
    knownUnits: terms.units,
    knownRegions: terms.regions,
    knownParents: terms.parents,
  };
}

interface TermsRead {
  readonly found: Map<string, Set<number>>;
  /** How many regions each term names. */
  readonly regions: Map<string, number>;
  readonly parents: Set<string>;
  readonly units: Set<string>;
}

function readTerms(row: ArrayRow, id: number | null, { found, regions, parents, units }: TermsRead): void {
  const [unit, region, parent] = row.slice(HEAD_COLUMNS, HEAD_COLUMNS + TERM_COLUMNS) as (string | null)[];
  if (region && id === null) regions.set(region, (regions.get(region) ?? 0) + 1);
  if (parent) parents.add(parent);
  if (!unit) return;
  units.add(unit);
  if (id !== null) found.set(unit, (found.get(unit) ?? new Set()).add(id));
}

const numberOrNull = (value: SqlValue | undefined): number | null => (value === null || value === undefined ? null : Number(value));

/** A unit from the columns UNIT_COLUMNS of a row, or LIGHT_COLUMNS: then without names. */
export function readUnitRow(row: ArrayRow, from: number): ComparedUnit {
  const text = (offset: number): string | null => (row[from + offset] ?? null) as string | null;
  return {
    id: row[from] as number,
    code: text(1) ?? "",
    regionCode: text(2),
    level: text(3) as ComparedUnit["level"],
    nature: text(4) as ComparedUnit["nature"],
    parentId: numberOrNull(row[from + 5]),
    activeFrom: numberOrNull(row[from + 6]),
    activeTo: numberOrNull(row[from + 7]),
    name: text(8) ?? "",
    nameKey: text(9) ?? "",
    natureText: text(10),
    regionName: text(11),
    parentCode: text(12),
    parentName: text(13),
  };
}
