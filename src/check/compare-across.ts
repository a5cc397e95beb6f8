import type { Reading } from "../model/disclosure";
import type { MeasureCode } from "../model/measures";
import type { Stage } from "../model/stage";
import { normaliseUnitName } from "../model/unit-name";
import { allowanceOf, isUnitSlip, slackOf, valueKindOf } from "./allowance";
import { wordFinding } from "./completeness";
import type { Facts } from "./facts";
import type { RelatedDisclosures, RelatedFigure, RelatedFigures } from "../model/related-disclosures";
import { figureOf } from "./relation-inputs";
import type { Answer, FindingDraft } from "./rule";

interface Told extends Reading {
  readonly value: number;
}

/** Every number that the document tells of a stage, derived ones too: once for each address, printed ones first. */
function toldAt(facts: Facts, stage: Stage): Told[] {
  const told = new Map<string, Told>();
  const isTold = (reading: Reading): reading is Told => reading.stage === stage && reading.status === "REPORTED" && reading.value !== null;
  for (const reading of facts.disclosure.readings.filter(isTold)) {
    const key = `${reading.measure}|${reading.subject ?? ""}`;
    const known = told.get(key);
    if (known === undefined || (known.derivation !== undefined && reading.derivation === undefined)) told.set(key, reading);
  }
  return [...told.values()];
}

/** What the document says of another stage against what the other document published. */
export function* matchStages(facts: Facts, other: RelatedFigures | undefined, own: Stage, theirs: Stage): Generator<Answer> {
  if (other === undefined) return yield "CANNOT_TELL";
  for (const told of toldAt(facts, own)) {
    const published = other.figure({ measure: told.measure, subject: told.subject, stage: theirs });
    if (published === undefined) continue;
    const tolerance = toleranceOf(told, published);
    yield Math.abs(told.value - published.value) <= tolerance ? "HOLDS" : acrossFinding(told, published, tolerance, other);
  }
}

const toleranceOf = (told: Told, published: RelatedFigure): number =>
  allowanceOf([slackOf(told), slackOf({ measure: told.measure, step: published.step })]);

function acrossFinding(told: Told, published: RelatedFigure, tolerance: number, other: RelatedFigures): FindingDraft {
  const slip = isUnitSlip(told, { measure: told.measure, ...published });
  return {
    valueKind: valueKindOf(told.measure),
    published: told.value,
    recomputed: published.value,
    tolerance,
    figures: [figureOf(told)],
    detail: { otherYear: String(other.header.year), otherUnit: other.header.unitName, ...(slip ? { cause: "TIMES_10000" } : {}) },
    citations: [told.citation],
  };
}

const CARRYOVERS: readonly (readonly [opening: MeasureCode, closing: MeasureCode])[] = [
  ["OPENING_CARRYOVER", "CLOSING_CARRYOVER"],
  ["FISCAL_OPENING_CARRYOVER", "FISCAL_CLOSING_CARRYOVER"],
  ["GENERAL_PUBLIC_OPENING_CARRYOVER", "GENERAL_PUBLIC_CLOSING_CARRYOVER"],
  ["GOVERNMENT_FUND_OPENING_CARRYOVER", "GOVERNMENT_FUND_CLOSING_CARRYOVER"],
  ["STATE_CAPITAL_OPENING_CARRYOVER", "STATE_CAPITAL_CLOSING_CARRYOVER"],
];

export function* matchCarryovers(facts: Facts, { priorYear }: RelatedDisclosures): Generator<Answer> {
  if (priorYear === undefined) return yield "CANNOT_TELL";
  for (const [opening, closing] of CARRYOVERS) {
    const told = facts.figure({ measure: opening, stage: "FINAL" });
    const published = priorYear.figure({ measure: closing, stage: "FINAL" });
    if (told === undefined || published === undefined) yield "CANNOT_TELL";
    else {
      const tolerance = toleranceOf(told, published);
      yield Math.abs(told.value - published.value) <= tolerance ? "HOLDS" : acrossFinding(told, published, tolerance, priorYear);
    }
  }
}

/** Percent by which what was expected before the year's end may differ from what it came to. */
const EXPECTED_WITHIN = 10;

/** 当年预算执行数 of a budget is an expectation: far from the final accounts it is worth a look. */
export function* matchExpectedExecution(facts: Facts, { priorFinalAccounts }: RelatedDisclosures): Generator<Answer> {
  if (priorFinalAccounts === undefined) return yield "CANNOT_TELL";
  for (const told of toldAt(facts, "PRIOR_EXECUTION")) {
    const published = priorFinalAccounts.figure({ measure: told.measure, subject: told.subject, stage: "FINAL" });
    if (published === undefined) continue;
    const near =
      Math.abs(told.value - published.value) * 100 <= Math.abs(published.value) * EXPECTED_WITHIN + toleranceOf(told, published) * 100;
    yield near ? "HOLDS" : acrossFinding(told, published, toleranceOf(told, published), priorFinalAccounts);
  }
}

/** Money that does not pass between units: of these the department's is the sum. */
const SUMMED: readonly MeasureCode[] = [
  "GENERAL_PUBLIC_EXPENDITURE",
  "GOVERNMENT_FUND_EXPENDITURE",
  "STATE_CAPITAL_EXPENDITURE",
  "THREE_PUBLIC_TOTAL",
  "VEHICLES_TOTAL",
];

const AT_LEAST_EACH: readonly MeasureCode[] = ["EXPENDITURE_TOTAL", "CURRENT_YEAR_EXPENDITURE", ...SUMMED];

export function* compareDepartment(facts: Facts, { memberUnits }: RelatedDisclosures): Generator<Answer> {
  if (facts.disclosure.header.scope !== "DEPARTMENT") return yield "DOES_NOT_APPLY";
  if (memberUnits.length === 0) return yield "CANNOT_TELL";
  const stage = facts.ownStage;
  const exceeded = new Set<MeasureCode>();
  for (const measure of AT_LEAST_EACH) {
    const own = facts.figure({ measure, stage });
    if (own === undefined) continue;
    for (const unit of memberUnits) {
      const theirs = unit.figure({ measure, stage });
      if (theirs === undefined) continue;
      const tolerance = toleranceOf(own, theirs);
      if (own.value >= theirs.value - tolerance) yield "HOLDS";
      else {
        exceeded.add(measure);
        yield acrossFinding(own, theirs, tolerance, unit);
      }
    }
  }
  if (!isComplete(facts, memberUnits)) return;
  for (const measure of SUMMED) {
    const own = facts.figure({ measure, stage });
    const parts = memberUnits.map((unit) => unit.figure({ measure, stage }));
    if (own === undefined || exceeded.has(measure) || parts.some((part) => part === undefined)) continue;
    const known = parts.filter((part) => part !== undefined);
    const sum = known.reduce((all, { value }) => all + value, 0);
    const tolerance = allowanceOf([slackOf(own), ...known.map(({ step }) => slackOf({ measure, step }))]);
    if (Math.abs(own.value - sum) <= tolerance) yield "HOLDS";
    else {
      yield {
        valueKind: valueKindOf(measure),
        published: own.value,
        recomputed: sum,
        tolerance,
        figures: [figureOf(own)],
        detail: { otherYear: String(facts.year), otherUnit: memberUnits.map(({ header }) => header.unitName).join("、") },
        citations: [own.citation],
      };
    }
  }
}

const MERGED = /并入|不单列|不单独|未单独/;

/** Units that publish for themselves: 并入本级 publishes nothing. */
const publishingUnits = (facts: Facts) =>
  facts.disclosure.profile.memberUnits.filter(({ note }) => note === undefined || !MERGED.test(note));

/** Whether every unit of the list is among the related ones. */
function isComplete(facts: Facts, memberUnits: readonly RelatedFigures[]): boolean {
  const listed = publishingUnits(facts);
  return listed.length > 0 && listed.length === memberUnits.length;
}

/** The number of units that the document declares, and the units that it lists. */
export function* compareUnitList(facts: Facts, { memberUnits }: RelatedDisclosures): Generator<Answer> {
  const { memberUnitCount, memberUnits: listed, citations } = facts.disclosure.profile;
  if (memberUnitCount !== undefined && listed.length > 0) {
    if (memberUnitCount === listed.length) yield "HOLDS";
    else {
      yield {
        ...wordFinding({}, [...citations.slice(0, 1), ...listed.map(({ citation }) => citation)]),
        valueKind: "COUNT",
        published: memberUnitCount,
        recomputed: listed.length,
        tolerance: 0,
      };
    }
  }
  if (facts.disclosure.header.scope !== "DEPARTMENT") return yield "DOES_NOT_APPLY";
  const known = new Set(memberUnits.map(({ header }) => fold(header.unitName)));
  for (const { name } of publishingUnits(facts)) yield known.has(fold(name)) ? "HOLDS" : "CANNOT_TELL";
}

const fold = (name: string): string => normaliseUnitName(name).replace(/\((?:本级|本部|机关)\)$/, "");
