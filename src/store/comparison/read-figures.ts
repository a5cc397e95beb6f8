import { valueAt } from "../count-quality";
import type { ArrayReader, ArrayRow, SqlValue } from "./array-reader";
import { CITATION_COLUMNS, layOutCitation } from "./citation-columns";
import type { CitationLayout, CitationPart } from "./citation-columns";

/** Longest list of ids that is put into a statement; beyond it, whole measures and years are read and sorted out in memory. */
export const LONGEST_ID_LIST = 1000;

export interface FigureQuery {
  readonly version: number;
  readonly measureIds: readonly number[];
  readonly subjectIds: readonly number[];
  readonly stageIds: readonly number[];
  readonly years: readonly number[];
  readonly kindIds: readonly number[];
  readonly scopeIds: readonly number[];
  /** Undefined for all units. */
  readonly unitIds?: readonly number[] | undefined;
  /** Stages that tell of the year before: their factors are those of that year. */
  readonly priorStageIds: readonly number[];
  readonly withRevision: boolean;
  /** The printed occurrence behind each figure of this stage and these years comes along. */
  readonly withCitations?: { readonly stageId: number; readonly firstYear: number; readonly parts: readonly CitationPart[] } | undefined;
  /** STAFF or POPULATION: the denominator of each row comes with it. */
  readonly factor?: string | undefined;
  /** The price level of each row's year comes with it, and that of the base year beside it. */
  readonly baseYear?: number | undefined;
  /** The units and years that published a disclosure of these kinds come along, for coverage. */
  readonly disclosedKindIds?: readonly number[] | undefined;
}

/** Where the parts of a figure stand in its row; -1 for what was not asked for. Every column costs time, and there are many rows. */
export interface FigureLayout {
  readonly place: number;
  readonly traits: number;
  readonly value: number;
  readonly measure: number;
  readonly subject: number;
  readonly revision: number;
  readonly factor: number;
  readonly price: number;
  readonly basePrice: number;
  /** Undefined where citations were not asked for with the figures. */
  readonly citation: CitationLayout | undefined;
}

export interface FigureRows {
  readonly rows: readonly ArrayRow[];
  readonly layout: FigureLayout;
  /** The measure and subject of every row, where there is one alone and so no column. */
  readonly only: { readonly measure: number; readonly subject: number };
  /** For the place (unit × 10,000 + year) of each unit and year that published a disclosure of the scopes asked for, the kinds: a bit each. */
  readonly disclosed: ReadonlyMap<number, number>;
}

/** Unit and year in one number. */
export const placeOf = (unitId: number, year: number): number => unitId * 10_000 + year;
export const unitOfPlace = (place: number): number => Math.floor(place / 10_000);
export const yearOfPlace = (place: number): number => place % 10_000;

/** Stage, kind, scope, status and whether derived, in one number. */
const traitsOf = (alias: string): string =>
  `(((${alias}.stage * 4 + ${alias}.kind) * 4 + ${alias}.scope) * 4 + ${alias}.status) * 2 + ${alias}.derived`;

export const traits = {
  stage: (packed: number): number => packed >> 7,
  kind: (packed: number): number => (packed >> 5) & 3,
  scope: (packed: number): number => (packed >> 3) & 3,
  status: (packed: number): number => (packed >> 1) & 3,
  isDerived: (packed: number): boolean => (packed & 1) === 1,
} as const;

const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

/** Every figure of a comparison in one statement. */
export async function readFigures(reader: ArrayReader, query: FigureQuery): Promise<FigureRows> {
  const { names, layout } = columnsOf(query);
  const figures = figureStatement(query, names);
  const only = { measure: query.measureIds[0] ?? 0, subject: query.subjectIds[0] ?? 0 };
  if (!query.disclosedKindIds) return { rows: await reader.read(figures.sql, figures.parameters), layout, only, disclosed: new Map() };
  const disclosures = disclosedStatement(query, query.disclosedKindIds, names.length);
  const all = await reader.read(`${figures.sql} UNION ALL ${disclosures.sql}`, [...figures.parameters, ...disclosures.parameters]);
  const rows: ArrayRow[] = [];
  const disclosed = new Map<number, number>();
  for (const row of all) {
    if (row[layout.traits] !== 0) {
      rows.push(row);
      continue;
    }
    const place = row[layout.place] as number;
    disclosed.set(place, (disclosed.get(place) ?? 0) | (row[layout.value] as number));
  }
  return { rows, layout, only, disclosed };
}

function columnsOf(query: FigureQuery): { names: readonly string[]; layout: FigureLayout } {
  const names = ["f.unit_id * 10000 + f.fiscal_year", traitsOf("f"), valueAt("f", query.measureIds, query.version)];
  const add = (wanted: boolean, name: string): number => (wanted ? names.push(name) - 1 : -1);
  const parts = query.withCitations?.parts;
  const layout = {
    place: 0,
    traits: 1,
    value: 2,
    measure: add(query.measureIds.length > 1, "f.measure_id"),
    subject: add(query.subjectIds.length > 1, "f.subject_id"),
    revision: add(query.withRevision, "f.revision_id"),
    factor: add(query.factor !== undefined, "uf.value"),
    price: add(query.baseYear !== undefined, "pi.value"),
    basePrice: add(query.baseYear !== undefined, "base.value"),
    citation: parts && layOutCitation(parts, names.length),
  };
  if (parts) names.push(...parts.map((part) => CITATION_COLUMNS[part]));
  return { names, layout };
}

interface Statement {
  readonly sql: string;
  readonly parameters: SqlValue[];
}

/**
 * Two ways to the same rows. Named units: by their revisions, and in the clustered index by revision and measure, which lie together on a
 * page. All units: by the index over measure and year, which holds everything that is asked.
 */
function figureStatement(query: FigureQuery, names: readonly string[]): Statement {
  const { measureIds, subjectIds, stageIds, years, kindIds, scopeIds, unitIds, priorStageIds, factor, baseYear, withCitations, version } =
    query;
  const parameters: SqlValue[] = [];
  const isIn = (column: string, values: readonly SqlValue[]): string => {
    parameters.push(...values);
    if (values.length === 0) return "1 = 0";
    return values.length === 1 ? `${column} = ?` : `${column} IN (${marks(values)})`;
  };
  const joins: string[] = [];
  // CROSS JOIN keeps the order of the tables on SQLite and means nothing else on the servers.
  const from = unitIds ? "disclosure_revision r CROSS JOIN figure f ON f.revision_id = r.id" : "figure f";
  const year =
    priorStageIds.length === 0 ? "f.fiscal_year" : `f.fiscal_year - CASE WHEN f.stage IN (${priorStageIds.join(", ")}) THEN 1 ELSE 0 END`;
  if (baseYear !== undefined) {
    joins.push(`LEFT JOIN price_index pi ON pi.fiscal_year = ${year} LEFT JOIN price_index base ON base.fiscal_year = ?`);
    parameters.push(baseYear);
  }
  if (factor !== undefined) {
    joins.push(`LEFT JOIN unit_factor uf ON uf.unit_id = f.unit_id AND uf.fiscal_year = ${year} AND uf.factor = ?`);
    parameters.push(factor);
  }
  if (withCitations) {
    joins.push("LEFT JOIN reading rd ON rd.revision_id = f.revision_id AND rd.seq = f.reading AND f.stage = ? AND f.fiscal_year >= ?");
    parameters.push(withCitations.stageId, withCitations.firstYear);
  }
  const own = unitIds ? "r" : "f";
  const conditions = unitIds ? [isIn("r.unit_id", unitIds)] : [isIn("f.measure_id", measureIds)];
  conditions.push(isIn(`${own}.fiscal_year`, years));
  if (unitIds) conditions.push(isIn("f.measure_id", measureIds));
  conditions.push(
    isIn("f.stage", stageIds),
    isIn("f.subject_id", subjectIds),
    isIn(`${own}.kind`, kindIds),
    isIn(`${own}.scope`, scopeIds),
  );
  conditions.push(`${own}.visible_to > ?`, `${own}.visible_from <= ?`);
  parameters.push(version, version);
  return { sql: `SELECT ${names.join(", ")} FROM ${from} ${joins.join(" ")} WHERE ${conditions.join(" AND ")}`, parameters };
}

/** One row a disclosure in the shape of a figure without traits, its kind in the place of the value. */
function disclosedStatement({ years, scopeIds, version }: FigureQuery, kindIds: readonly number[], columns: number): Statement {
  return {
    sql:
      `SELECT unit_id * 10000 + fiscal_year, 0, kind${", NULL".repeat(columns - 3)} FROM disclosure_revision ` +
      `WHERE fiscal_year IN (${marks(years)}) AND kind IN (${marks(kindIds)}) AND scope IN (${marks(scopeIds)}) ` +
      "AND visible_from <= ? AND visible_to > ?",
    parameters: [...years, ...kindIds, ...scopeIds, version, version],
  };
}
