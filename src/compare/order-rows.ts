import { sortInTurns } from "../lib/sort-in-turns";
import { giveWay } from "../lib/take-turns";
import type { Turns } from "../lib/take-turns";
import type { CellColumn } from "./cell-column";
import type { Comparison, RowAddress } from "./comparison";
import { ComparisonError } from "./comparison-error";
import type { CellAddress, ComparisonCondition, ComparisonOrder, ComparisonQuestion } from "./comparison-question";

/** Every row of the answer: those with a figure (or all), that fulfil the conditions, in order. */
export async function orderRows(comparison: Comparison, question: ComparisonQuestion, turns: Turns): Promise<RowAddress[]> {
  const { entities, askedYears } = comparison;
  const conditions = (question.having ?? []).map((condition) => readCondition(comparison, condition));
  const keepsEmpty = question.includeEmpty ?? question.where.units !== undefined;
  const rows: RowAddress[] = [];
  const years = question.pivotByYear ? [-1] : askedYears;
  const hasFigure = figureFinder(comparison);
  for (const [entity, { isSelected }] of entities.entries()) {
    if (!isSelected) continue;
    for (const year of years) {
      if (turns.areOver) await giveWay(turns);
      const row = { entity, year };
      if ((keepsEmpty || hasFigure(row)) && conditions.every((holds) => holds(row))) rows.push(row);
    }
  }
  const orders = (question.orderBy ?? []).map((order) => readOrder(comparison, order));
  if (orders.length === 0) return rows;
  const keyed: { row: RowAddress; keys: Key[] }[] = [];
  for (const row of rows) {
    if (turns.areOver) await giveWay(turns);
    keyed.push({ row, keys: orders.map(({ keyOf }) => keyOf(row)) });
  }
  const sorted = await sortInTurns(
    keyed,
    (a, b) => {
      for (let index = 0; index < orders.length; index += 1) {
        const order = compareKeys(a.keys[index] ?? null, b.keys[index] ?? null, orders[index]?.descending === true);
        if (order !== 0) return order;
      }
      return a.row.entity - b.row.entity || a.row.year - b.row.year;
    },
    turns,
  );
  return sorted.map(({ row }) => row);
}

type Key = number | string | null;

/** What has no value comes last, whichever way the others are ordered. */
function compareKeys(a: Key, b: Key, descending: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b === descending ? 1 : -1;
}

function figureFinder({ columns, askedYears, yearCount }: Comparison): (row: RowAddress) => boolean {
  const has = (entity: number, year: number): boolean => columns.some((column) => column.statusAt(entity * yearCount + year) !== 0);
  return ({ entity, year }) => (year < 0 ? askedYears.some((one) => has(entity, one)) : has(entity, year));
}

function readOrder(comparison: Comparison, order: ComparisonOrder): { keyOf: (row: RowAddress) => Key; descending: boolean } {
  const descending = order.direction === "DESC";
  const { measure } = order;
  if (measure === undefined) return { keyOf: rowKey(comparison, order.row), descending };
  return { keyOf: cellKey(comparison, { ...order, measure }), descending };
}

function rowKey({ entities }: Comparison, by: ComparisonOrder["row"]): (row: RowAddress) => Key {
  switch (by) {
    case "NAME":
      return ({ entity }) => entities[entity]?.name ?? null;
    case "CODE":
      return ({ entity }) => entities[entity]?.key ?? null;
    case "REGION":
      return ({ entity }) => entities[entity]?.unit?.regionCode ?? null;
    case "YEAR":
      return ({ year }) => year;
    case undefined:
      throw new ComparisonError("INVALID_ARGUMENT", "`orderBy` names a measure, or a part of the row");
  }
}

/** The aspect of the addressed column in a row; in a long answer with a year, of the row's entity in that year. */
function cellKey(comparison: Comparison, address: CellAddress): (row: RowAddress) => number | null {
  const { yearCount } = comparison;
  const column = findColumn(comparison, address);
  const aspect = address.aspect ?? "VALUE";
  const year = addressedYear(comparison, address);
  return (row) => column.aspectAt(row.entity * yearCount + (year ?? row.year), aspect, address.shareOf);
}

/** The column that an address means; a measure that is no column of the answer can be neither order nor condition. */
function findColumn({ headings, columns }: Comparison, { measure, subject }: CellAddress): CellColumn {
  const index = headings.findIndex(
    (heading) => heading.measure === measure && (subject === undefined || heading.subject?.code === subject),
  );
  const column = columns[index];
  if (!column) {
    throw new ComparisonError(
      "INVALID_ARGUMENT",
      `${measure}${subject === undefined ? "" : ` of subject ${subject}`} is no column of this comparison: add it to \`measures\`${subject === undefined ? "" : " and `subjects`"}`,
    );
  }
  return column;
}

function addressedYear(comparison: Comparison, { year }: CellAddress): number | undefined {
  const { source, layers } = comparison;
  if (year === undefined) {
    if (!source.question.pivotByYear) return undefined;
    // Years are columns, and none is named: the last one.
    return layers.space.years.indexOf(source.years.at(-1) ?? 0);
  }
  if (!source.years.includes(year))
    throw new ComparisonError("YEAR_INVALID", `${year} is no year of this comparison, which is about ${source.years.join(", ")}`, [year]);
  return layers.space.years.indexOf(year);
}

function readCondition(comparison: Comparison, condition: ComparisonCondition): (row: RowAddress) => boolean {
  const keyOf = cellKey(comparison, condition);
  const { atLeast, above, atMost, below } = condition;
  return (row) => {
    const value = keyOf(row);
    if (value === null) return false;
    return (
      (atLeast === undefined || value >= atLeast) &&
      (above === undefined || value > above) &&
      (atMost === undefined || value <= atMost) &&
      (below === undefined || value < below)
    );
  };
}
