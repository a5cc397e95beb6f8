import type { ArrayReader, ArrayRow, SqlValue } from "./array-reader";

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
  /** STAFF or POPULATION: the denominator of each row comes with it. */
  readonly factor?: string | undefined;
  /** The price level of each row's year comes with it, and that of the base year beside it. */
  readonly baseYear?: number | undefined;
  /** The units and years that published anything come along, for coverage. */
  readonly withDisclosed: boolean;
}

export interface FigureRows {
  readonly rows: readonly ArrayRow[];
  /** disclosedKey of each unit and year that published a disclosure of the kinds and scopes asked for. */
  readonly disclosed: ReadonlySet<number>;
}

export const disclosedKey = (unitId: number, year: number): number => unitId * 10_000 + year;

/** Positions of the columns in a row of figures. */
export const FIGURE = {
  measure: 0,
  year: 1,
  stage: 2,
  subject: 3,
  kind: 4,
  scope: 5,
  unit: 6,
  value: 7,
  status: 8,
  derived: 9,
  revision: 10,
  factor: 11,
  price: 12,
  basePrice: 13,
} as const;

const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

/** Every figure of a comparison in one statement, from the index that covers it. */
export async function readFigures(reader: ArrayReader, query: FigureQuery): Promise<FigureRows> {
  const figures = figureStatement(query);
  if (!query.withDisclosed) return { rows: await reader.read(figures.sql, figures.parameters), disclosed: new Set() };
  const disclosures = disclosedStatement(query);
  const all = await reader.read(`${figures.sql} UNION ALL ${disclosures.sql}`, [...figures.parameters, ...disclosures.parameters]);
  const rows: ArrayRow[] = [];
  const disclosed = new Set<number>();
  for (const row of all) {
    if (row[FIGURE.measure] === 0) disclosed.add(disclosedKey(row[FIGURE.unit] as number, row[FIGURE.year] as number));
    else rows.push(row);
  }
  return { rows, disclosed };
}

interface Statement {
  readonly sql: string;
  readonly parameters: SqlValue[];
}

function figureStatement(query: FigureQuery): Statement {
  const { measureIds, subjectIds, stageIds, years, kindIds, scopeIds, unitIds, priorStageIds, factor, baseYear } = query;
  const parameters: SqlValue[] = [];
  const joins: string[] = [];
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
  const isIn = (column: string, values: readonly number[]): string => {
    parameters.push(...values);
    return `${column} IN (${marks(values)})`;
  };
  const conditions = [
    isIn("f.measure_id", measureIds),
    isIn("f.fiscal_year", years),
    isIn("f.stage", stageIds),
    isIn("f.subject_id", subjectIds),
    isIn("f.kind", kindIds),
    isIn("f.scope", scopeIds),
  ];
  if (unitIds && unitIds.length <= LONGEST_ID_LIST) conditions.push(isIn("f.unit_id", unitIds));
  conditions.push("f.visible_to > ?", "f.visible_from <= ?");
  parameters.push(query.version, query.version);
  const columns = [
    "f.measure_id, f.fiscal_year, f.stage, f.subject_id, f.kind, f.scope, f.unit_id, f.value, f.status, f.derived",
    query.withRevision ? "f.revision_id" : "0",
    factor === undefined ? "0" : "uf.value",
    baseYear === undefined ? "0, 0" : "pi.value, base.value",
  ];
  return { sql: `SELECT ${columns.join(", ")} FROM figure f ${joins.join(" ")} WHERE ${conditions.join(" AND ")}`, parameters };
}

function disclosedStatement({ years, kindIds, scopeIds, version }: FigureQuery): Statement {
  return {
    sql:
      "SELECT 0, fiscal_year, 0, 0, kind, scope, unit_id, 0, 0, 0, id, 0, 0, 0 FROM disclosure_revision " +
      `WHERE fiscal_year IN (${marks(years)}) AND kind IN (${marks(kindIds)}) AND scope IN (${marks(scopeIds)}) ` +
      "AND visible_from <= ? AND visible_to > ?",
    parameters: [...years, ...kindIds, ...scopeIds, version, version],
  };
}
