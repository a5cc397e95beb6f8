import type { MeasureCode } from "../model/measures";
import { allowanceOf, slackOf, valueKindOf } from "./allowance";
import { slipOf } from "./cause";
import type { Facts, PrintedReading } from "./facts";
import { mayBeGrowth, mayBeRate, rateOf, type Interval } from "./interval";
import { hasTurnedWord } from "./judge-direction";
import { baseDetail, rateFinding, slipDetail } from "./judge-rate";
import {
  baseAddress,
  baseStage,
  changesBeside,
  currentAddress,
  figureOf,
  isPrintedRelation,
  printingsNear,
  readingInterval,
  relationInterval,
  relationSlack,
  type PrintedRelation,
} from "./relation-inputs";
import type { Answer } from "./rule";

/** A growth rate against the change printed beside it, or against the base where that is printed. */
export function judgeGrowth(facts: Facts, relation: PrintedRelation): Answer {
  const rate = relationInterval(relation);
  const currents = printingsNear(facts, currentAddress(relation), relation);
  const bases = printingsNear(facts, baseAddress(relation), relation);
  const changes = changesBeside(facts, relation);
  const [current] = currents;
  if (current === undefined) return "CANNOT_TELL";
  const fits = [
    ...currents.flatMap((one) => changes.map((change) => mayBeGrowth(rate, relationInterval(change), readingInterval(one)))),
    // current ÷ base = 100 % + rate
    ...currents.flatMap((one) => bases.map((base) => mayBeRate(shift(rate), readingInterval(one), readingInterval(base)))),
  ];
  if (fits.includes(true)) return "HOLDS";
  if (!fits.includes(false)) return fits.length === 0 ? "CANNOT_TELL" : "DOES_NOT_APPLY";
  const change = changes[0]?.value ?? current.value - (bases[0]?.value ?? current.value);
  const right = rateOf(change, current.value - change);
  // Only the word is turned: DIRECTION_WORD speaks.
  if (right !== null && changes.length > 0 && hasTurnedWord(facts, relation)) return "DOES_NOT_APPLY";
  const inputs = [current, ...bases.slice(0, 1)];
  const draft = rateFinding(relation, right, inputs, causeOfGrowth(relation, change, current, right));
  return { ...draft, citations: [...draft.citations, ...changes.slice(0, 1).map(({ citation }) => citation)] };
}

const HUNDRED_PERCENT = 1_000_000n;

const shift = ({ low, high }: Interval): Interval => ({ low: low + 2n * HUNDRED_PERCENT, high: high + 2n * HUNDRED_PERCENT });

function causeOfGrowth(
  relation: PrintedRelation,
  change: number,
  current: PrintedReading,
  right: number | null,
): Readonly<Record<string, string>> {
  const ofCurrent = rateOf(change, current.value);
  if (ofCurrent !== null && Math.abs(ofCurrent - relation.value) * 2 <= relationSlack(relation)) return { cause: "CURRENT_AS_BASE" };
  return slipDetail(relation, right);
}

/** Changes against numbers that are printed themselves, and the two totals against each other. */
export function* findWrongChanges(facts: Facts): Generator<Answer> {
  const told = new Set<string>();
  for (const relation of facts.disclosure.relations) {
    if (relation.form !== "CHANGE_AMOUNT") continue;
    const answer = isPrintedRelation(relation) ? judgeChange(facts, relation) : "DOES_NOT_APPLY";
    const place = JSON.stringify(relation.citation);
    if (typeof answer === "object" && told.has(place)) continue;
    if (typeof answer === "object") told.add(place);
    yield answer;
  }
  yield* compareTotalsChanges(facts);
}

function judgeChange(facts: Facts, relation: PrintedRelation): Answer {
  const currents = printingsNear(facts, currentAddress(relation), relation);
  const bases = printingsNear(facts, baseAddress(relation), relation);
  const [current] = currents;
  const [base] = bases;
  if (current === undefined || base === undefined) return "CANNOT_TELL";
  const fits = (one: PrintedReading, other: PrintedReading): boolean =>
    Math.abs(one.value - other.value - relation.value) <= allowanceOf([slackOf(one), slackOf(other), relationSlack(relation)]);
  if (currents.some((one) => bases.some((other) => fits(one, other)))) return "HOLDS";
  if (hasTurnedWord(facts, relation)) return "DOES_NOT_APPLY";
  const recomputed = current.value - base.value;
  const cause = slipOf(relation.value, recomputed, relationSlack(relation));
  return {
    valueKind: valueKindOf(relation.measure),
    published: relation.value,
    recomputed,
    tolerance: allowanceOf([slackOf(current), slackOf(base), relationSlack(relation)]),
    figures: [current, base].map(figureOf),
    detail: { ...baseDetail(relation), section: relation.section, ...(cause === undefined ? {} : { cause, likely: String(recomputed) }) },
    citations: [relation.citation, current.citation, base.citation],
  };
}

const TOTAL_PAIRS: readonly (readonly [MeasureCode, MeasureCode])[] = [
  ["REVENUE_TOTAL", "EXPENDITURE_TOTAL"],
  ["FISCAL_APPROPRIATION_REVENUE", "FISCAL_APPROPRIATION_EXPENDITURE"],
];

function* compareTotalsChanges(facts: Facts): Generator<Answer> {
  for (const [one, other] of TOTAL_PAIRS) {
    for (const first of facts.disclosure.relations) {
      if (first.measure !== one || first.form !== "CHANGE_AMOUNT" || !isPrintedRelation(first)) continue;
      const second = facts.disclosure.relations.find(
        (relation) =>
          relation.measure === other &&
          relation.form === "CHANGE_AMOUNT" &&
          baseStage(relation) === baseStage(first) &&
          relation.section === first.section,
      );
      if (second === undefined || !isPrintedRelation(second) || !totalsAgree(facts, one, other)) continue;
      const tolerance = allowanceOf([relationSlack(first), relationSlack(second)]);
      if (Math.abs(first.value - second.value) <= tolerance) yield "HOLDS";
      else {
        yield {
          valueKind: "MONEY",
          published: first.value,
          recomputed: second.value,
          tolerance,
          figures: [first, second].map(figureOf),
          detail: { ...baseDetail(first), section: first.section },
          citations: [first.citation, second.citation],
        };
      }
    }
  }
}

/** Totals that are not equal themselves need not change alike (four provinces print 财政拨款收入 and 支出 without carry-over). */
function totalsAgree(facts: Facts, one: MeasureCode, other: MeasureCode): boolean {
  const [first, second] = [one, other].map((measure) => facts.figure({ measure, stage: facts.ownStage }));
  return first !== undefined && second !== undefined && first.value === second.value;
}
