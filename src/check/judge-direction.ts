import type { Relation } from "../model/disclosure";
import { allowanceOf, slackOf, valueKindOf } from "./allowance";
import { findTurnedComparisons } from "./comparison-words";
import type { Facts, PrintedReading } from "./facts";
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

function judgeDirection(facts: Facts, relation: Relation): Answer {
  if (relation.direction === undefined) return "DOES_NOT_APPLY";
  const currents = printingsNear(facts, currentAddress(relation), relation);
  const bases = printingsNear(facts, baseAddress(relation), relation);
  const [current] = currents;
  const [base] = bases;
  if (current !== undefined && base !== undefined) {
    const signs = currents.flatMap((one) =>
      bases.map((other) => signOf(one.value - other.value, allowanceOf([slackOf(one), slackOf(other)]))),
    );
    // Numbers that do not differ beyond their printing may stand under any word.
    if (signs.some((sign) => sign === 0 || sign === SIGNS[relation.direction ?? "EQUAL"])) return "HOLDS";
    if (relation.direction === "EQUAL" && relation.value === null) return "HOLDS";
    return directionFinding(relation, current.value - base.value, [current, base]);
  }
  return judgeDirectionBeside(facts, relation);
}

const SIGNS = { INCREASE: 1, DECREASE: -1, EQUAL: 0 } as const;
const signOf = (value: number, allowed: number): -1 | 0 | 1 => (Math.abs(value) <= allowed ? 0 : value > 0 ? 1 : -1);

/** Without a printed base: the rate's word against the change beside it. */
function judgeDirectionBeside(facts: Facts, relation: Relation): Answer {
  if (relation.form !== "CHANGE_RATE" || !isPrintedRelation(relation)) return "CANNOT_TELL";
  const change = changesBeside(facts, relation)[0];
  if (change === undefined) return "CANNOT_TELL";
  const opposite = change.value !== 0 && relation.value !== 0 && change.value > 0 !== relation.value > 0;
  if (!opposite) return "HOLDS";
  const draft = directionFinding(relation, change.value, []);
  return { ...draft, citations: [...draft.citations, change.citation] };
}

const directionFinding = (relation: Relation, numbers: number, inputs: readonly PrintedReading[]): FindingDraft => ({
  valueKind: valueKindOf(relation.measure),
  published: relation.form === "CHANGE_AMOUNT" ? relation.value : null,
  recomputed: numbers,
  tolerance: inputs.length === 0 ? 0 : allowanceOf(inputs.map(slackOf)),
  figures: inputs.length === 0 ? [figureOf(relation)] : inputs.map(figureOf),
  detail: { ...baseDetail(relation), section: relation.section, direction: relation.direction ?? "EQUAL" },
  citations: [relation.citation, ...inputs.map(({ citation }) => citation)],
});
