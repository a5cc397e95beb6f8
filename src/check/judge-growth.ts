import type { MeasureCode } from "../model/measures";
import { allowanceOf, slackOf, valueKindOf } from "./allowance";
import { slipOf, valuesWithoutSlip } from "./cause";
import type { Facts, PrintedReading } from "./facts";
import { fitsGrowth } from "./growth-fit";
import { rateOf } from "./interval";
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
  relationSlack,
  type PrintedRelation,
} from "./relation-inputs";
import type { Answer } from "./rule";

/** A growth rate against the change printed beside it, or against the base where that is printed. */
export function judgeGrowth(facts: Facts, relation: PrintedRelation): Answer {
  const current = printingsNear(facts, currentAddress(relation), relation)[0];
  const base = printingsNear(facts, baseAddress(relation), relation)[0];
  const change = changesBeside(facts, relation)[0];
  if (current === undefined || (base === undefined && change === undefined)) return "CANNOT_TELL";
  const fits = fitsGrowth(facts, relation);
  if (fits !== false) return fits ? "HOLDS" : "DOES_NOT_APPLY";
  // Only the word is turned: DIRECTION_WORD speaks.
  if (hasTurnedWord(facts, relation)) return "DOES_NOT_APPLY";
  const apart = change?.value ?? current.value - (base?.value ?? current.value);
  const right = rateOf(apart, current.value - apart);
  const draft = rateFinding(
    relation,
    right,
    base === undefined ? [current] : [current, base],
    causeOfGrowth(relation, apart, [current, base], right),
  );
  return { ...draft, citations: [...draft.citations, ...(change === undefined ? [] : [change.citation])] };
}

function causeOfGrowth(
  relation: PrintedRelation,
  change: number,
  [current, base]: readonly [PrintedReading, PrintedReading | undefined],
  right: number | null,
): Readonly<Record<string, string>> {
  const ofCurrent = rateOf(change, current.value);
  if (ofCurrent !== null && Math.abs(ofCurrent - relation.value) * 2 <= relationSlack(relation)) return { cause: "CURRENT_AS_BASE" };
  const slipped = base === undefined ? undefined : slippedInput(relation, current, base);
  return slipped ?? slipDetail(relation, right);
}

/** One of the two numbers with a digit too many, or two swapped: without the slip the printed rate fits. */
function slippedInput(
  relation: PrintedRelation,
  current: PrintedReading,
  base: PrintedReading,
): Readonly<Record<string, string>> | undefined {
  const fits = (now: number, before: number): boolean => {
    const rate = rateOf(now - before, before);
    return rate !== null && Math.abs(rate - relation.value) <= relationSlack(relation);
  };
  const found = [
    ...valuesWithoutSlip(base.value, slackOf(base)).map((likely) => ({ input: base, likely, fits: fits(current.value, likely) })),
    ...valuesWithoutSlip(current.value, slackOf(current)).map((likely) => ({ input: current, likely, fits: fits(likely, base.value) })),
  ].filter((candidate) => candidate.fits);
  const [only, ...more] = found;
  if (only === undefined || more.length > 0) return undefined;
  const { measure, subject, stage } = only.input;
  return {
    cause: "INPUT_SLIP",
    causeMeasure: measure,
    causeStage: stage,
    ...(subject === undefined ? {} : { causeSubject: subject }),
    likelyAmount: String(only.likely),
  };
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
