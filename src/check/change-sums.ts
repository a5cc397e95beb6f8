import type { Relation } from "../model/disclosure";
import type { MeasureCode } from "../model/measures";
import type { Stage } from "../model/stage";
import { allowanceOf, slackOf, valueKindOf } from "./allowance";
import type { Facts } from "./facts";
import { baseStage, figureOf, isPrintedRelation, printingsNear } from "./relation-inputs";
import type { Answer } from "./rule";
import { ancestorsOf } from "./subject-ancestors";
import { areNumberedLines } from "./closed-list";
import { hasUntoldItems } from "./item-coverage";
import type { Span } from "../model/extracted-document";

/** A whole and its parts whose changes are told as well. */
export interface ChangeEquation {
  readonly whole: MeasureCode;
  readonly parts: readonly MeasureCode[];
}

export const changeEquations: readonly ChangeEquation[] = [
  { whole: "THREE_PUBLIC_TOTAL", parts: ["OVERSEAS_TRAVEL", "OFFICIAL_VEHICLES", "OFFICIAL_RECEPTION"] },
  { whole: "THREE_PUBLIC_TOTAL", parts: ["OVERSEAS_TRAVEL", "VEHICLE_PURCHASE", "VEHICLE_OPERATION", "OFFICIAL_RECEPTION"] },
  { whole: "OFFICIAL_VEHICLES", parts: ["VEHICLE_PURCHASE", "VEHICLE_OPERATION"] },
  { whole: "REVENUE_TOTAL", parts: ["CURRENT_YEAR_REVENUE", "NON_FISCAL_BALANCE_USED", "OPENING_CARRYOVER"] },
  { whole: "EXPENDITURE_TOTAL", parts: ["CURRENT_YEAR_EXPENDITURE", "SURPLUS_DISTRIBUTED", "CLOSING_CARRYOVER"] },
];

/** A change as the words tell it, or as two printed numbers make it. */
interface Change {
  readonly measure: MeasureCode;
  readonly subject?: string | undefined;
  readonly stage: Stage;
  readonly value: number;
  readonly slack: number;
  readonly citations: readonly Span[];
}

export function* evaluateChangeSums(facts: Facts, equations: readonly ChangeEquation[]): Generator<Answer> {
  const told = facts.disclosure.relations.filter((relation) => relation.form === "CHANGE_AMOUNT" && baseStage(relation) !== undefined);
  const bases = new Set(told.map(baseStage));
  for (const base of bases) {
    if (base === undefined) continue;
    const changes = new Map<string, Change>();
    for (const relation of told) {
      const key = keyOf(relation.measure, relation.subject);
      if (baseStage(relation) !== base || changes.has(key) || relation.stage !== facts.ownStage) continue;
      const change = changeOf(relation);
      if (change !== undefined) changes.set(key, change);
    }
    addChangesOfPairs(facts, base, changes);
    addChangesOfWholes(facts, base, changes);
    for (const equation of equations) yield* compareEquation(equation, changes, base);
    yield* compareSubjects(facts, changes, base);
  }
}

const keyOf = (measure: MeasureCode, subject: string | undefined): string => `${measure}|${subject ?? ""}`;

function changeOf(relation: Relation): Change | undefined {
  if (!isPrintedRelation(relation)) return undefined;
  const { measure, subject, stage, value, citation } = relation;
  return { measure, subject, stage, value, slack: slackOf(relation), citations: [citation] };
}

/** Items that print both numbers tell their change with them. */
function addChangesOfPairs(facts: Facts, base: Stage, changes: Map<string, Change>): void {
  for (const reading of facts.printed) {
    const { measure, subject } = reading;
    const key = keyOf(measure, subject);
    if (reading.origin !== "NARRATIVE" || subject === undefined || reading.stage !== facts.ownStage || changes.has(key)) continue;
    const before = printingsNear(facts, { measure, subject, stage: base }, asRelation(reading))[0];
    const current = facts.isContradicted(reading) ? facts.figure(reading) : reading;
    if (before === undefined || current === undefined) continue;
    changes.set(key, {
      measure,
      subject,
      stage: reading.stage,
      value: current.value - before.value,
      slack: slackOf(current) + slackOf(before),
      citations: [current.citation, before.citation],
    });
  }
}

/** A whole whose change against the base is not told, though both its numbers are: 支出决算 …，年初预算 …. */
function addChangesOfWholes(facts: Facts, base: Stage, changes: Map<string, Change>): void {
  for (const measure of new Set([...changes.values()].filter(({ subject }) => subject !== undefined).map((change) => change.measure))) {
    const told = (stage: Stage) => facts.at({ measure, stage }, "NARRATIVE").find((reading) => !facts.isContradicted(reading));
    const [current, before] = [told(facts.ownStage), told(base)];
    if (current === undefined || before === undefined || changes.has(keyOf(measure, undefined))) continue;
    changes.set(keyOf(measure, undefined), {
      measure,
      stage: current.stage,
      value: current.value - before.value,
      slack: slackOf(current) + slackOf(before),
      citations: [current.citation, before.citation],
    });
  }
}

const asRelation = (reading: Facts["printed"][number]): Relation => ({
  form: "CHANGE_AMOUNT",
  measure: reading.measure,
  stage: reading.stage,
  base: { stage: reading.stage },
  value: 0,
  step: 0,
  printed: "",
  section: reading.section,
  citation: reading.citation,
});

function* compareEquation({ whole, parts }: ChangeEquation, changes: ReadonlyMap<string, Change>, base: Stage): Generator<Answer> {
  const total = changes.get(keyOf(whole, undefined));
  const told = parts.map((part) => changes.get(keyOf(part, undefined)));
  if (total === undefined || told.includes(undefined)) return yield "CANNOT_TELL";
  yield compare(
    total,
    told.filter((part) => part !== undefined),
    base,
  );
}

const NOWHERE: Span = { block: -1, start: 0, end: 0 };

/** Only what the words tell whole: a class whose every item prints a change. */
function* compareSubjects(facts: Facts, changes: ReadonlyMap<string, Change>, base: Stage): Generator<Answer> {
  const children = new Map<string, Change[]>();
  for (const change of changes.values()) {
    if (change.subject === undefined) continue;
    const parent = ancestorsOf(change.subject).find((ancestor) => changes.has(keyOf(change.measure, ancestor)));
    const key = keyOf(change.measure, parent);
    children.set(key, [...(children.get(key) ?? []), change]);
  }
  for (const [key, parts] of children) {
    const whole = changes.get(key);
    if (whole === undefined) continue;
    const answer = compare(whole, parts, base);
    const closed = areNumberedLines(
      facts,
      whole.citations[0] ?? NOWHERE,
      parts.flatMap(({ citations }) => citations.slice(0, 1)),
    );
    yield typeof answer === "object" && (!closed || hasUntoldItems(facts, whole.subject)) ? "CANNOT_TELL" : answer;
  }
}

function compare(whole: Change, parts: readonly Change[], base: Stage): Answer {
  const recomputed = parts.reduce((sum, { value }) => sum + value, 0);
  const tolerance = allowanceOf([whole, ...parts].map(({ slack }) => slack));
  if (Math.abs(whole.value - recomputed) <= tolerance) return "HOLDS";
  return {
    valueKind: valueKindOf(whole.measure),
    published: whole.value,
    recomputed,
    tolerance,
    figures: [whole, ...parts].map(figureOf),
    detail: { wholeCount: "1", partCount: String(parts.length), baseStage: base },
    citations: [whole, ...parts].flatMap(({ citations }) => citations),
  };
}
