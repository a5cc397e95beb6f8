import { giveWay } from "../lib/take-turns";
import type { Turns } from "../lib/take-turns";
import type { MeasureCode } from "../model/measures";
import { measureOf } from "../model/measures";
import { DISCLOSURE_KINDS } from "../model/disclosure-kind";
import { placeOf } from "../store/comparison/read-figures";
import type { ComparedUnit } from "../store/comparison/compared-unit";
import { FACTOR_MISSING } from "./cell-status";
import type { Comparison } from "./comparison";

export type ComparisonWarningCode =
  | "UNITS_WITHOUT_FIGURE"
  | "ONLY_BUDGET"
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
  /** How many units (or measures) it concerns. */
  readonly count: number;
  /** The first of them by name. */
  readonly examples: readonly string[];
}

/** A warning whose units have no names yet. */
export interface UntoldWarning {
  readonly units: readonly ComparedUnit[];
  told(nameOf: (unit: ComparedUnit) => string): ComparisonWarning;
}

const EXAMPLES = 20;

interface Example {
  readonly unit?: ComparedUnit;
  /** What follows the unit's name, or stands alone. */
  readonly words?: string;
}

export async function collectWarnings(comparison: Comparison, turns: Turns): Promise<UntoldWarning[]> {
  return [
    warn("UNITS_WITHOUT_FIGURE", await unitsWithoutFigure(comparison, turns)),
    warn("ONLY_BUDGET", onlyBudget(comparison)),
    warn("MEMBERS_NOT_ADDED", membersNotAdded(comparison)),
    warn("OTHER_SCOPE", await otherScope(comparison, turns)),
    warn("FACTOR_MISSING", await factorMissing(comparison, turns)),
    warn("NOT_ADDITIVE", notAdditive(comparison)),
    warn("RENAMED_UNIT", carriedOn(comparison)),
    warn("SPLIT_UNIT", splitUnits(comparison)),
  ].filter((warning) => warning !== undefined);
}

const MESSAGES: Readonly<Record<ComparisonWarningCode, string>> = {
  UNITS_WITHOUT_FIGURE: "These units have published none of these figures in these years; they are in no sum, average or rank",
  ONLY_BUDGET:
    "Of these years these units have published a budget and no final accounts, which the stage asked for is told by: ask for `stage: INITIAL_BUDGET` to compare budgets",
  MEMBERS_NOT_ADDED: "These units are counted in by a department above them that is selected too; they are not added a second time",
  OTHER_SCOPE:
    "These units published some of these years under another scope only (the unit alone, or the department); scopes are not mixed, so those years stay empty",
  FACTOR_MISSING: "No head count or price level is stored for some years of these units; those cells have no value",
  NOT_ADDITIVE: "These measures cannot be added up over units: ask for another `aggregate`",
  RENAMED_UNIT: "In the years before they began, these units have the figures of the units that they took over from",
  SPLIT_UNIT: "These units came out of one that was split; its figures are not carried on",
};

function warn(code: ComparisonWarningCode, concerned: readonly Example[]): UntoldWarning | undefined {
  if (concerned.length === 0) return undefined;
  const examples = concerned.slice(0, EXAMPLES);
  return {
    units: examples.flatMap(({ unit }) => unit ?? []),
    told: (nameOf) => ({
      code,
      message: MESSAGES[code],
      count: concerned.length,
      examples: examples.map(({ unit, words = "" }) => `${unit ? nameOf(unit) : ""}${words}`),
    }),
  };
}

/** The units of a comparison that something is true of, looked at while others have their turns. */
async function unitsWhere({ source }: Comparison, isTrue: (unit: number) => boolean, turns: Turns): Promise<Example[]> {
  const found: Example[] = [];
  for (const [index, unit] of source.units.entries()) {
    if (turns.areOver) await giveWay(turns);
    if (isTrue(index)) found.push({ unit });
  }
  return found;
}

function unitsWithoutFigure(comparison: Comparison, turns: Turns): Promise<Example[]> {
  const { layers, askedYears, yearCount } = comparison;
  return unitsWhere(comparison, (unit) => !askedYears.some((year) => layers.told[unit * yearCount + year] === 1), turns);
}

function onlyBudget({ source, layers, yearCount }: Comparison): Example[] {
  const { BUDGET, FINAL_ACCOUNTS } = DISCLOSURE_KINDS;
  if (!source.kindIds.includes(FINAL_ACCOUNTS.id) || source.kindIds.includes(BUDGET.id)) return [];
  return source.units.flatMap((unit, index) => {
    const years = source.years.filter(
      (year) =>
        source.disclosed.get(placeOf(unit.id, year)) === BUDGET.id &&
        layers.told[index * yearCount + layers.space.years.indexOf(year)] === 0,
    );
    return years.length === 0 ? [] : [{ unit, words: ` (${years.join(", ")})` }];
  });
}

function membersNotAdded({ source, layers, addable }: Comparison): Example[] {
  const members = (addable?.countedElsewhere ?? []).map(({ unit, years }) =>
    years.length === source.years.length ? { unit } : { unit, words: ` (${years.join(", ")})` },
  );
  const predecessors = source.steps.flatMap(({ successorId, predecessorId, predecessorName }) => {
    const unit = source.units.find(({ id }) => id === successorId);
    const years = layers.countedIn
      .filter((one) => one.successorId === successorId && one.predecessorId === predecessorId && source.years.includes(one.year))
      .map(({ year }) => year);
    return unit && years.length > 0 ? [{ unit, words: ` ← ${predecessorName} (${years.join(", ")})` }] : [];
  });
  return [...members, ...predecessors];
}

function otherScope(comparison: Comparison, turns: Turns): Promise<Example[]> {
  const { layers, askedYears, yearCount } = comparison;
  const isLeftOut = (slot: number): boolean => layers.otherScope[slot] === 1 && layers.told[slot] === 0;
  return unitsWhere(comparison, (unit) => askedYears.some((year) => isLeftOut(unit * yearCount + year)), turns);
}

async function factorMissing(comparison: Comparison, turns: Turns): Promise<Example[]> {
  const { source, columns, askedYears, yearCount } = comparison;
  const { per, terms } = source.question;
  if (per === undefined && terms !== "REAL") return [];
  const unitColumns = columns.flatMap(({ column }) => column.unitColumns);
  const lacks = (slot: number): boolean => unitColumns.some(({ status }) => status[slot] === FACTOR_MISSING);
  return unitsWhere(comparison, (unit) => askedYears.some((year) => lacks(unit * yearCount + year)), turns);
}

function notAdditive({ source }: Comparison): Example[] {
  const { groupBy, aggregate, measures } = source.question;
  if (groupBy === undefined || (aggregate ?? "SUM") !== "SUM") return [];
  const refused = (code: MeasureCode): boolean => !measureOf(code).addsOverUnits && !measureOf(code).ratio;
  return measures.filter(refused).map((code) => ({ words: measureOf(code).name }));
}

function carriedOn({ source, layers, yearCount }: Comparison): Example[] {
  return source.steps.flatMap(({ successorId, predecessorName, fiscalYear }) => {
    const unit = source.units.findIndex(({ id }) => id === successorId);
    const isCarried = unit >= 0 && layers.inherited.subarray(unit * yearCount, (unit + 1) * yearCount).includes(1);
    return isCarried ? [{ unit: source.units[unit] as ComparedUnit, words: ` ← ${predecessorName} (${fiscalYear})` }] : [];
  });
}

function splitUnits({ source }: Comparison): Example[] {
  const selected = new Map(source.units.map((unit) => [unit.id, unit]));
  return source.lineage.flatMap(({ form, successorId, predecessorName, fiscalYear }) => {
    const unit = form === "SPLIT" ? selected.get(successorId) : undefined;
    return unit ? [{ unit, words: ` ← ${predecessorName} (${fiscalYear})` }] : [];
  });
}
