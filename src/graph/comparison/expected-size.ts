import type { ComparisonSize } from "../../compare/comparison";
import { FIRST_FISCAL_YEAR, LAST_FISCAL_YEAR } from "../../model/fiscal-year";

/** What a comparison will come to, as far as its arguments tell. */
export interface ExpectedSize extends ComparisonSize {
  /** Figures that it takes in. */
  readonly slots: number;
}

type Arguments = Readonly<Record<string, unknown>>;

/** Units and years that a comparison is taken to be about whose arguments do not say so; it is priced again when they are known. */
const USUAL_UNITS = 50;
const USUAL_YEARS = 5;
/** 类, 款, 项 of the classification of functions, about as many as there are. */
const SUBJECTS_OF_LEVEL: Readonly<Record<string, number>> = { CLASS: 30, SECTION: 250, ITEM: 1_600 };
/** A subject with all below it. */
const DESCENDANTS = 20;

export function expectedSize(given: Arguments): ExpectedSize {
  const where = (given["where"] ?? {}) as Arguments;
  const units = lengthOf(where["units"]) ?? USUAL_UNITS;
  const years = yearsOf(where);
  const measures = lengthOf(given["measures"]) ?? 1;
  const subjects = subjectsOf(given);
  const bySubject = given["groupBy"] === "SUBJECT";
  const pivots = given["pivot"] === "YEAR";
  const rows = (bySubject ? subjects : given["groupBy"] === "YEAR" ? 1 : units) * (pivots ? 1 : years);
  const { first } = given;
  return {
    rows: typeof first === "number" ? Math.min(Math.max(1, first), rows) : rows,
    columns: measures * (bySubject ? 1 : subjects) * (pivots ? years : 1),
    units,
    years,
    slots: units * years * measures * subjects,
  };
}

function yearsOf({ years, yearFrom, yearTo }: Arguments): number {
  if (Array.isArray(years)) return Math.max(1, new Set(years).size);
  if (typeof yearFrom !== "number" || typeof yearTo !== "number") return USUAL_YEARS;
  // A year beyond these is an error of its own.
  return Math.max(1, Math.min(yearTo, LAST_FISCAL_YEAR) - Math.max(yearFrom, FIRST_FISCAL_YEAR) + 1);
}

function subjectsOf({ subjects, includeDescendants, subjectLevel, groupBy }: Arguments): number {
  const named = lengthOf(subjects);
  if (named !== undefined) return includeDescendants === true ? named * DESCENDANTS : named;
  if (typeof subjectLevel === "string") return SUBJECTS_OF_LEVEL[subjectLevel] ?? 1;
  return groupBy === "SUBJECT" ? (SUBJECTS_OF_LEVEL["CLASS"] ?? 1) : 1;
}

const lengthOf = (list: unknown): number | undefined => (Array.isArray(list) ? Math.max(1, list.length) : undefined);
