import { measureOf } from "../model/measures";
import { addableUnits } from "./addable-units";
import { FACTOR_MISSING } from "./cell-status";
import type { Comparison } from "./comparison";

export type ComparisonWarningCode =
  | "UNITS_WITHOUT_FIGURE"
  | "MEMBERS_NOT_ADDED"
  | "OTHER_SCOPE"
  | "FACTOR_MISSING"
  | "NOT_ADDITIVE"
  | "RENAMED_UNIT"
  | "SPLIT_UNIT";

/** What a reader has to know beside the numbers. */
export interface ComparisonWarning {
  readonly code: ComparisonWarningCode;
  readonly message: string;
  /** How many units (or cells, or measures) it concerns. */
  readonly count: number;
  /** The first of them by name. */
  readonly examples: readonly string[];
}

const EXAMPLES = 20;

export function collectWarnings(comparison: Comparison): ComparisonWarning[] {
  return [
    unitsWithoutFigure(comparison),
    membersNotAdded(comparison),
    otherScope(comparison),
    factorMissing(comparison),
    notAdditive(comparison),
    ...lineage(comparison),
  ].filter((warning) => warning.count > 0);
}

function warn(code: ComparisonWarningCode, message: string, names: readonly string[], count = names.length): ComparisonWarning {
  return { code, message, count, examples: names.slice(0, EXAMPLES) };
}

function unitsWithoutFigure({ source, layers, askedYears, yearCount }: Comparison): ComparisonWarning {
  const silent = source.units.filter((_, unit) => !askedYears.some((year) => layers.told[unit * yearCount + year] === 1));
  return warn(
    "UNITS_WITHOUT_FIGURE",
    "These units have published none of these figures in these years; they are in no sum, average or rank",
    silent.map(({ name }) => name),
  );
}

function membersNotAdded({ source, layers }: Comparison): ComparisonWarning {
  const left = source.question.groupBy === undefined ? [] : addableUnits(source, layers).countedElsewhere;
  return warn(
    "MEMBERS_NOT_ADDED",
    "These units are counted in by a department above them that is selected too; they are not added a second time",
    left.map(({ name }) => name),
  );
}

function otherScope({ source, layers, askedYears, yearCount }: Comparison): ComparisonWarning {
  const names = source.units.filter((_, unit) =>
    askedYears.some((year) => layers.otherScope[unit * yearCount + year] === 1 && layers.told[unit * yearCount + year] === 0),
  );
  return warn(
    "OTHER_SCOPE",
    "These units published some of these years under another scope only (the unit alone, or the department); scopes are not mixed, so those years stay empty",
    names.map(({ name }) => name),
  );
}

function factorMissing({ source, columns, askedYears, yearCount, entities }: Comparison): ComparisonWarning {
  const lacking = new Set<string>();
  if (source.question.per === undefined && source.question.terms !== "REAL") return warn("FACTOR_MISSING", "", []);
  for (const column of columns) {
    source.units.forEach(({ name }, unit) => {
      for (const year of askedYears) {
        const slot = unit * yearCount + year;
        const unitColumn = column.column.unitColumnAt(source.question.groupBy === undefined ? slot : 0);
        if (entities.length > 0 && unitColumn.status[slot] === FACTOR_MISSING) lacking.add(name);
      }
    });
  }
  return warn("FACTOR_MISSING", "No head count or price level is stored for some years of these units; those cells have no value", [...lacking]);
}

function notAdditive({ source }: Comparison): ComparisonWarning {
  const { groupBy, aggregate, measures } = source.question;
  const refused =
    groupBy === undefined || (aggregate ?? "SUM") !== "SUM"
      ? []
      : measures.filter((code) => !measureOf(code).addsOverUnits && !measureOf(code).ratio);
  return warn("NOT_ADDITIVE", "These measures cannot be added up over units: ask for another `aggregate`", refused);
}

function lineage({ source, layers, yearCount }: Comparison): ComparisonWarning[] {
  const { steps, units } = source;
  const index = new Map(units.map(({ id }, at) => [id, at]));
  const carried = steps.filter(({ successorId }) => {
    const unit = index.get(successorId);
    return unit !== undefined && layers.inherited.subarray(unit * yearCount, (unit + 1) * yearCount).includes(1);
  });
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const selected = new Set(units.map(({ id }) => id));
  const split = source.lineage.filter(({ form, successorId }) => form === "SPLIT" && selected.has(successorId));
  return [
    warn(
      "RENAMED_UNIT",
      "In the years before they began, these units have the figures of the units that they took over from",
      carried.map(({ successorId, predecessorName, fiscalYear }) => `${nameOf.get(successorId) ?? ""} ← ${predecessorName} (${fiscalYear})`),
    ),
    warn(
      "SPLIT_UNIT",
      "These units came out of one that was split; its figures are not carried on",
      split.map(({ successorId, predecessorName, fiscalYear }) => `${nameOf.get(successorId) ?? ""} ← ${predecessorName} (${fiscalYear})`),
    ),
  ];
}
