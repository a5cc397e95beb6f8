import { takeTurns } from "../lib/take-turns";
import type { Turns } from "../lib/take-turns";
import { DISCLOSURE_KIND_CODES, DISCLOSURE_KINDS, SCOPE_CODES, SCOPES } from "../model/disclosure-kind";
import type { DisclosureKind } from "../model/disclosure-kind";
import type { MeasureCode } from "../model/measures";
import { measureOf } from "../model/measures";
import { STAGES } from "../model/stage";
import type { Stage } from "../model/stage";
import type { ComparedUnit } from "../store/comparison/compared-unit";
import type { ComparisonStore } from "../store/comparison/comparison-store";
import { LONGEST_ID_LIST } from "../store/comparison/read-figures";
import type { FigureQuery } from "../store/comparison/read-figures";
import type { LineageStep } from "../store/comparison/read-lineage";
import type { ComparedSubject } from "../store/comparison/read-subjects";
import type { VersionWanted } from "../store/comparison/select-units";
import { checkQuestion } from "./check-question";
import { Comparison } from "./comparison";
import type { ComparisonSize } from "./comparison";
import { decodeCursor } from "./comparison-cursor";
import type { ComparisonCursor } from "./comparison-cursor";
import { ComparisonError } from "./comparison-error";
import type { ComparisonLimits } from "./comparison-limits";
import { COMPARISON_LIMITS } from "./comparison-limits";
import type { ComparisonQuestion, PeerGroup } from "./comparison-question";
import { figureKey, FigureLayers } from "./figure-layers";
import type { ScopeRule } from "./figure-layers";
import { selectComparedUnits } from "./select-compared-units";
import type { UnitsOfComparison } from "./select-compared-units";
import { measureIdOf, STATED_PRIOR } from "./unit-column";
import { UnitsAbove } from "./units-above";

export interface ComparisonOptions {
  readonly limits?: ComparisonLimits;
  /** The data version of the request; by itself the current one. A cursor's own goes before it. */
  readonly version?: number;
  /** Hears how many figures the comparison takes in before any of them is read; what it throws ends the comparison. */
  readonly onSlots?: (slots: number) => Promise<void>;
  /** Hears what the answer will hold before it is put into words. */
  readonly onSize?: (size: ComparisonSize) => Promise<void>;
}

/**
 * 比较: answers a question in at most seven statements, whatever it selects: units (and the data version), subjects, lineage, peers, figures,
 * the departments that count units in, the citations of the page, and the names of the units shown where they did not come with the selection:
 * each where it is needed. All read at one data version.
 *
 * @throws ComparisonError where the question cannot be answered as asked.
 */
export async function compareFigures(
  store: ComparisonStore,
  question: ComparisonQuestion,
  options: ComparisonOptions = {},
): Promise<Comparison> {
  const turns = takeTurns();
  const comparison = await readComparison(store, question, options, turns);
  await options.onSize?.(comparison.size);
  await comparison.complete(store, turns);
  return comparison;
}

/**
 * 全部: every row of a comparison, however many: read and computed once, then handed out by `Comparison.pages`, each page in one statement more
 * where its citations are asked for. What bounds it is how many figures it takes in.
 *
 * @throws ComparisonError where the question cannot be answered as asked.
 */
export async function compareWhole(
  store: ComparisonStore,
  { first: _first, after: _after, ...question }: ComparisonQuestion,
  { limits = COMPARISON_LIMITS, ...options }: ComparisonOptions = {},
): Promise<Comparison> {
  return readComparison(store, question, { ...options, limits: { ...limits, cells: Infinity }, inPages: true }, takeTurns());
}

async function readComparison(
  store: ComparisonStore,
  question: ComparisonQuestion,
  { limits = COMPARISON_LIMITS, version, onSlots, inPages = false }: ComparisonOptions & { readonly inPages?: boolean },
  turns: Turns,
): Promise<Comparison> {
  checkQuestion(question, limits);
  const cursor = question.after === undefined ? undefined : decodeCursor(question.after, question);
  const selected = await selectComparedUnits(
    store,
    question.where,
    versionWanted(question, cursor, version),
    inPages || namesAtOnce(question),
  );
  if (selected.version > selected.currentVersion) {
    throw new ComparisonError("BAD_CURSOR", "`after` is a cursor of data that this hub does not hold");
  }
  const years = yearsAsked(question, selected);
  const subjects = await subjectsAsked(store, question);
  const lineage = selected.hasLineage ? await store.readLineage() : [];
  const { units, steps } = foldPredecessors(selected.units, lineage);
  const peers = await peersOf(store, question.peers, units);
  const plan = planFigures(question, years, subjects, inPages);
  const columns =
    question.measures.length * (question.groupBy === "SUBJECT" ? 1 : subjects.length || 1) * (question.pivotByYear ? years.length : 1);
  if (columns > limits.columns) {
    throw new ComparisonError(
      "INVALID_ARGUMENT",
      `The comparison has ${columns} columns, more than ${limits.columns}: narrow the measures, subjects or years`,
    );
  }
  const unitIds = [
    ...new Set([...units.map(({ id }) => id), ...steps.map(({ predecessorId }) => predecessorId), ...peers.map(({ id }) => id)]),
  ];
  const slots = unitIds.length * plan.years.length * plan.measureIds.length * plan.subjectIds.length * plan.stageIds.length;
  if (slots > limits.slots) {
    throw new ComparisonError(
      "INVALID_ARGUMENT",
      `The comparison takes in ${slots} figures, more than ${limits.slots}: narrow the units, years, measures or subjects`,
    );
  }
  await onSlots?.(slots);
  const kindIds = kindIdsBehind(question.where.kind, new Set([question.stage ?? "FINAL"]));
  const figures = await store.readFigures({
    ...plan,
    version: selected.version,
    unitIds: unitIds.length <= LONGEST_ID_LIST ? unitIds : undefined,
    disclosedKindIds: kindsLookedFor(question, kindIds),
  });
  const rule = scopeRule(question, years, subjects, selected);
  const layers = await FigureLayers.place({ unitIds, years: plan.years }, figures, rule, steps, turns);
  const isSummed = steps.length > 0 || (question.groupBy !== undefined && units.length > 1);
  const parents =
    isSummed && layers.hasDepartments ? await store.readParents({ version: selected.version, years: plan.years, kindIds }) : [];
  const above = new UnitsAbove(parents, steps);
  await layers.carryOn(steps, above, turns);
  return Comparison.compute(
    {
      question,
      years,
      subjects,
      units,
      peers,
      steps,
      lineage,
      above,
      disclosed: figures.disclosed,
      kindIds,
      version: selected.version,
    },
    layers,
    limits,
    cursor,
    turns,
  );
}

function versionWanted({ asOf }: ComparisonQuestion, cursor: ComparisonCursor | undefined, version: number | undefined): VersionWanted {
  if (cursor) return { version: cursor.version };
  if (asOf !== undefined) return { asOf };
  return version === undefined ? { current: true } : { version };
}

/** Names take most of the time of reading very many units: where few of them are shown, those are read afterwards. */
function namesAtOnce({ where, groupBy, orderBy, peers }: ComparisonQuestion): boolean {
  return (
    where.units !== undefined ||
    groupBy === "REGION" ||
    groupBy === "PARENT_UNIT" ||
    (peers ?? "SELECTION") !== "SELECTION" ||
    orderBy?.some(({ row }) => row === "NAME") === true
  );
}

/** The years asked for, in order; all that the hub holds where none are named. */
function yearsAsked({ where }: ComparisonQuestion, { firstYear, lastYear }: UnitsOfComparison): number[] {
  if (where.years) return [...new Set(where.years)].sort((a, b) => a - b);
  const from = where.yearFrom ?? firstYear;
  const to = where.yearTo ?? lastYear;
  if (from === null || to === null || from > to) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

async function subjectsAsked(store: ComparisonStore, question: ComparisonQuestion): Promise<ComparedSubject[]> {
  const { subjects, includeDescendants, subjectLevel, groupBy, measures } = question;
  if (subjects) {
    const found = await store.readSubjects({ codes: subjects, withDescendants: includeDescendants === true });
    const missing = subjects.filter((code) => !found.some((subject) => subject.code === code));
    if (missing.length > 0) {
      throw new ComparisonError(
        "SUBJECT_NOT_FOUND",
        `The hub knows no budget subject ${missing.map((code) => `“${code}”`).join(", ")}`,
        missing,
      );
    }
    const level = subjectLevel === undefined ? found : found.filter((subject) => subject.level === subjectLevel);
    // As named, unless their descendants come along: then by code, each below its parent.
    return includeDescendants ? level : subjects.flatMap((code) => level.filter((subject) => subject.code === code));
  }
  if (groupBy !== "SUBJECT" && subjectLevel === undefined) return [];
  const dimension = measures.flatMap((code) => measureOf(code).dimensions)[0] ?? "FUNCTIONAL";
  return store.readSubjects({ kind: dimension, level: subjectLevel ?? "CLASS" });
}

/**
 * 沿革: the selected units, less those whose figures another selected unit carries on, and the steps by which figures are carried on. A unit
 * that was split lives on in several: its figures are nobody's, and stay with it.
 */
function foldPredecessors(
  selected: readonly ComparedUnit[],
  lineage: readonly LineageStep[],
): { units: ComparedUnit[]; steps: LineageStep[] } {
  if (lineage.length === 0) return { units: [...selected], steps: [] };
  const reached = new Set(selected.map(({ id }) => id));
  const steps: LineageStep[] = [];
  // Latest first: a predecessor's own predecessors follow it.
  for (const step of [...lineage].reverse()) {
    if (step.form === "SPLIT" || !reached.has(step.successorId)) continue;
    reached.add(step.predecessorId);
    steps.unshift(step);
  }
  const folded = new Set(steps.map(({ predecessorId }) => predecessorId));
  return { units: selected.filter(({ id }) => !folded.has(id)), steps };
}

async function peersOf(store: ComparisonStore, group: PeerGroup | undefined, units: readonly ComparedUnit[]): Promise<ComparedUnit[]> {
  const distinct = <T>(pick: (unit: ComparedUnit) => T | null): T[] => [
    ...new Set(units.map(pick).filter((value): value is T & {} => value !== null)),
  ];
  switch (group) {
    case undefined:
    case "SELECTION":
      return [];
    case "REGION_AND_LEVEL":
      return store.readPeers({ regionCodes: distinct((unit) => unit.regionCode), levels: distinct((unit) => unit.level) });
    case "PARENT":
      return store.readPeers({ parentIds: distinct((unit) => unit.parentId) });
    case "NATURE":
      return store.readPeers({ natures: distinct((unit) => unit.nature) });
  }
}

type FigurePlan = Omit<FigureQuery, "version" | "unitIds" | "disclosedKindIds">;

const FACTORS = { CAPITA: "POPULATION", STAFF: "STAFF" } as const;

/** What has to be read: nothing that the question or its reader does not ask for. */
function planFigures(
  question: ComparisonQuestion,
  years: readonly number[],
  subjects: readonly ComparedSubject[],
  inPages: boolean,
): FigurePlan {
  const { where, needs, per, baseYear } = question;
  const stage = question.stage ?? "FINAL";
  const shares = [...needs.shareOf, ...addressedShares(question)];
  const executes = needs.executionRate || addresses(question, "EXECUTION_RATE");
  const compares = needs.yearOnYear || addresses(question, "YEAR_ON_YEAR_AMOUNT") || addresses(question, "YEAR_ON_YEAR_RATE");
  const prior = compares ? STATED_PRIOR[stage] : undefined;
  const stages = new Set<Stage>([stage]);
  if (prior) stages.add(prior);
  if (executes) for (const one of ["FINAL", "ADJUSTED_BUDGET", "INITIAL_BUDGET"] as const) stages.add(one);
  const hasTotals = subjects.length === 0 || shares.length > 0 || question.measures.some((code) => measureOf(code).ratio);
  return {
    measureIds: [...new Set([...question.measures, ...shares].flatMap(measureIdsBehind))],
    subjectIds: [...(hasTotals ? [0] : []), ...subjects.map(({ id }) => id)],
    stageIds: [...stages].map((one) => STAGES[one].id),
    years: [...new Set(compares ? years.flatMap((year) => [year - 1, year]) : years)].sort((a, b) => a - b),
    kindIds: kindIdsBehind(where.kind, stages),
    scopeIds: where.scope === undefined ? SCOPE_CODES.map((scope) => SCOPES[scope].id) : [SCOPES[where.scope].id],
    priorStageIds: prior ? [STAGES[prior].id] : [],
    withRevision: needs.citations.size > 0,
    // Where the whole answer is shown, its citations come with the figures; else those of the page are read afterwards.
    withCitations:
      needs.citations.size > 0 && question.first === undefined && !inPages
        ? { stageId: STAGES[stage].id, firstYear: years[0] ?? 0, parts: [...needs.citations] }
        : undefined,
    factor: per && FACTORS[per],
    baseYear,
  };
}

const addressed = ({ orderBy, having }: ComparisonQuestion) => [...(orderBy ?? []), ...(having ?? [])];
const addresses = (question: ComparisonQuestion, aspect: string): boolean => addressed(question).some((one) => one.aspect === aspect);
const addressedShares = (question: ComparisonQuestion): MeasureCode[] =>
  addressed(question).flatMap(({ shareOf }) => (shareOf === undefined ? [] : [shareOf]));

function measureIdsBehind(code: MeasureCode): number[] {
  const { ratio } = measureOf(code);
  return ratio ? [measureIdOf(ratio.numerator), measureIdOf(ratio.denominator)] : [measureIdOf(code)];
}

/** 年初预算 is told by budgets and by final accounts, the other stages by one of them alone. */
function kindIdsBehind(kind: DisclosureKind | undefined, stages: ReadonlySet<Stage>): number[] {
  if (kind !== undefined) return [DISCLOSURE_KINDS[kind].id];
  const { BUDGET, FINAL_ACCOUNTS } = DISCLOSURE_KINDS;
  const budgets: Stage[] = ["INITIAL_BUDGET", "PRIOR_BUDGET", "PRIOR_EXECUTION"];
  return budgets.some((stage) => stages.has(stage)) ? [BUDGET.id, FINAL_ACCOUNTS.id] : [FINAL_ACCOUNTS.id];
}

/** Coverage is of the kinds that tell the stage; a warning says where there is only another one. */
function kindsLookedFor({ needs }: ComparisonQuestion, kindIds: readonly number[]): readonly number[] | undefined {
  if (needs.warnings) return DISCLOSURE_KIND_CODES.map((kind) => DISCLOSURE_KINDS[kind].id);
  return needs.coverage ? kindIds : undefined;
}

/** What settles whose word stands is what was asked for, and nothing that is read besides. */
function scopeRule(
  question: ComparisonQuestion,
  years: readonly number[],
  subjects: readonly ComparedSubject[],
  { ownUnits }: UnitsOfComparison,
): ScopeRule {
  const subjectIds = subjects.length === 0 ? [0] : subjects.map(({ id }) => id);
  const keys = question.measures.flatMap((code) =>
    measureIdsBehind(code).flatMap((measureId) =>
      (measureOf(code).ratio ? [0] : subjectIds).map((subjectId) => figureKey(measureId, subjectId)),
    ),
  );
  return { stageId: STAGES[question.stage ?? "FINAL"].id, years: new Set(years), figureKeys: new Set(keys), ownUnits };
}
