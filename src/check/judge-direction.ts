import type { Relation } from "../model/disclosure";
import { allowanceOf, slackOf, valueKindOf } from "./allowance";
import { findTurnedComparisons } from "./comparison-words";
import type { Facts, PrintedReading } from "./facts";
import { fitsGrowth } from "./growth-fit";
import { baseDetail } from "./judge-rate";
import {
  baseAddress,
  changesBeside,
  currentAddress,
  figureOf,
  isPrintedRelation,
  printingsNear,
  type PrintedRelation,
} from "./relation-inputs";
import type { Answer, FindingDraft } from "./rule";

/** The numbers say the other direction, and nothing else is wrong with the change. */
export function hasTurnedWord(facts: Facts, relation: PrintedRelation): boolean {
  return typeof judgeDirection(facts, relation) === "object";
}

export function* findTurnedDirections(facts: Facts): Generator<Answer> {
  const told = new Set<string>();
  for (const relation of facts.disclosure.relations) {
    if (relation.direction === undefined || (relation.form !== "CHANGE_AMOUNT" && relation.form !== "CHANGE_RATE")) continue;
    const answer = judgeDirection(facts, relation);
    const place = JSON.stringify(relation.citation);
    if (typeof answer === "object" && told.has(place)) continue;
    if (typeof answer === "object") told.add(place);
    yield answer;
  }
  yield* findTurnedComparisons(facts);
}

/** Speaks only where the word alone is wrong: turned, the same numbers fit. Other numbers that do not fit are GROWTH_AMOUNT and GROWTH_RATE. */
function judgeDirection(facts: Facts, relation: Relation): Answer {
  if (relation.direction === undefined || !isPrintedRelation(relation)) return "DOES_NOT_APPLY";
  return relation.form === "CHANGE_RATE" ? judgeRateWord(facts, relation) : judgeAmountWord(facts, relation);
}

function judgeAmountWord(facts: Facts, relation: PrintedRelation): Answer {
  const currents = printingsNear(facts, currentAddress(relation), relation);
  const bases = printingsNear(facts, baseAddress(relation), relation);
  const [current] = currents;
  const [base] = bases;
  if (current === undefined || base === undefined) return "CANNOT_TELL";
  const slackOfChange = relation.direction === "EQUAL" ? 0 : slackOf(relation);
  const fits = (one: PrintedReading, other: PrintedReading, change: number): boolean =>
    Math.abs(one.value - other.value - change) <= allowanceOf([slackOf(one), slackOf(other), slackOfChange]);
  if (currents.some((one) => bases.some((other) => fits(one, other, relation.value)))) return "HOLDS";
  const turned = relation.direction === "EQUAL" || currents.some((one) => bases.some((other) => fits(one, other, -relation.value)));
  return turned ? directionFinding(relation, current.value - base.value, [current, base]) : "DOES_NOT_APPLY";
}

function judgeRateWord(facts: Facts, relation: PrintedRelation): Answer {
  const fits = fitsGrowth(facts, relation);
  if (fits !== false) return fits ? "HOLDS" : "CANNOT_TELL";
  const change = changesBeside(facts, relation)[0];
  // The amount beside it is judged by itself where its base is printed.
  if (change !== undefined && typeof judgeAmountWord(facts, change) === "object") return "DOES_NOT_APPLY";
  const turned = ([{ rate: true }, { change: true }, { rate: true, change: true }] as const).some(
    (way) => fitsGrowth(facts, relation, way) === true,
  );
  if (!turned) return "DOES_NOT_APPLY";
  const current = printingsNear(facts, currentAddress(relation), relation)[0];
  const base = printingsNear(facts, baseAddress(relation), relation)[0];
  const apart = current !== undefined && base !== undefined ? current.value - base.value : null;
  const draft = directionFinding(
    relation,
    apart,
    [current, base].filter((one) => one !== undefined),
  );
  return { ...draft, citations: [...draft.citations, ...(change === undefined ? [] : [change.citation])] };
}

const directionFinding = (relation: Relation, numbers: number | null, inputs: readonly PrintedReading[]): FindingDraft => ({
  valueKind: valueKindOf(relation.measure),
  published: relation.form === "CHANGE_AMOUNT" ? relation.value : null,
  recomputed: numbers,
  tolerance: inputs.length === 0 ? 0 : allowanceOf(inputs.map(slackOf)),
  figures: inputs.length === 0 ? [figureOf(relation)] : inputs.map(figureOf),
  detail: { ...baseDetail(relation), section: relation.section, direction: relation.direction ?? "EQUAL" },
  citations: [relation.citation, ...inputs.map(({ citation }) => citation)],
});
