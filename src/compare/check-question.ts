import { FIRST_FISCAL_YEAR, isFiscalYear, LAST_FISCAL_YEAR } from "../model/fiscal-year";
import { measureOf } from "../model/measures";
import { ComparisonError } from "./comparison-error";
import type { ComparisonLimits } from "./comparison-limits";
import type { ComparisonQuestion } from "./comparison-question";

/** @throws ComparisonError for everything that can be told to be wrong without reading data. */
export function checkQuestion(question: ComparisonQuestion, limits: ComparisonLimits): void {
  const { where, measures, subjects, groupBy, pivotByYear, per, terms, baseYear, first, peers } = question;
  checkLists(question, limits);
  if (measures.length === 0) refuse("Name at least one measure");
  for (const year of yearsNamed(question)) {
    if (!isFiscalYear(year))
      throw new ComparisonError("YEAR_INVALID", `${year} is no fiscal year: ask for one from ${FIRST_FISCAL_YEAR} to ${LAST_FISCAL_YEAR}`, [
        year,
      ]);
  }
  if (where.years && (where.yearFrom !== undefined || where.yearTo !== undefined))
    refuse("Give the years as a list or as a range, not both");
  if (where.yearFrom !== undefined && where.yearTo !== undefined && where.yearFrom > where.yearTo) {
    refuse(`The range of years ends before it begins: ${where.yearFrom}–${where.yearTo}`);
  }
  if (first !== undefined && (!Number.isInteger(first) || first < 1 || first > limits.pageRows)) {
    throw new ComparisonError("PAGE_SIZE", `\`first\` is a number from 1 to ${limits.pageRows}; this asks for ${first}`, [first]);
  }
  if (subjects || groupBy === "SUBJECT") {
    const without = measures.filter((code) => measureOf(code).dimensions.length === 0);
    if (without.length > 0) refuse(`Not published by budget subject: ${without.join(", ")}`, without);
  }
  if (groupBy === "YEAR" && pivotByYear) refuse("Grouped by year, every year is a row: it cannot be a column as well");
  if (peers !== undefined && peers !== "SELECTION" && groupBy !== undefined) refuse("Groups have no peers outside of the selection");
  if (question.aggregate !== undefined && groupBy === undefined) refuse("`aggregate` says how groups are made: give `groupBy` too");
  if (terms === "REAL" && baseYear === undefined) refuse("Real terms need a `baseYear`, whose prices everything is told in");
  if (baseYear !== undefined && terms !== "REAL") refuse("`baseYear` belongs to `terms: REAL`");
  if (per !== undefined && question.stage === "PRIOR_EXECUTION") refuse("`per` has no head count for a stage of the year before");
  for (const { measure, aspect, shareOf } of [...(question.orderBy ?? []), ...(question.having ?? [])]) {
    if (aspect === "SHARE" && shareOf === undefined) refuse("A SHARE needs `shareOf`, the measure that is the whole");
    if (aspect !== undefined && measure === undefined) refuse("Name the measure whose column is meant");
  }
}

function checkLists({ where, measures, subjects, orderBy, having }: ComparisonQuestion, { listLength }: ComparisonLimits): void {
  const lists = {
    units: where.units,
    regions: where.regions,
    parents: where.parents,
    natures: where.natures,
    levels: where.levels,
    years: where.years,
    measures,
    subjects,
    orderBy,
    having,
  };
  for (const [name, list] of Object.entries(lists)) {
    if (list && list.length > listLength) {
      throw new ComparisonError("LIST_TOO_LONG", `\`${name}\` names ${list.length}; a list holds at most ${listLength}`, [name]);
    }
  }
}

function yearsNamed({ where, orderBy, having, baseYear }: ComparisonQuestion): number[] {
  const addressed = [...(orderBy ?? []), ...(having ?? [])].map(({ year }) => year);
  return [...(where.years ?? []), where.yearFrom, where.yearTo, baseYear, ...addressed].filter((year) => year !== undefined);
}

function refuse(message: string, detail: readonly (string | number)[] = []): never {
  throw new ComparisonError("INVALID_ARGUMENT", message, detail);
}
