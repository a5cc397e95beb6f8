import type { MeasureCode } from "../model/measures";
import type { Stage } from "../model/stage";
import type { Relation } from "../model/disclosure";
import { slipOf, type Cause } from "./cause";
import type { Facts, PrintedReading } from "./facts";
import { mayBeRate, rateOf } from "./interval";
import {
  baseAddress,
  baseStage,
  currentAddress,
  figureOf,
  isPrintedRelation,
  printingsNear,
  readingInterval,
  relationInterval,
  relationSlack,
  type PrintedRelation,
} from "./relation-inputs";
import type { Answer, FindingDraft } from "./rule";

/** Every printed rate of a form, judged; the same rate of two measures in one sentence (收、支总计各增长) counts once. */
export function* eachRate(facts: Facts, form: Relation["form"], judge: (relation: PrintedRelation) => Answer): Generator<Answer> {
  const told = new Set<string>();
  for (const relation of facts.disclosure.relations) {
    if (relation.form !== form) continue;
    if (!isPrintedRelation(relation)) {
      yield "DOES_NOT_APPLY";
      continue;
    }
    const answer = judge(relation);
    const place = JSON.stringify(relation.citation);
    if (typeof answer === "object" && told.has(place)) continue;
    if (typeof answer === "object") told.add(place);
    yield answer;
  }
}

/** A part over a whole: completion rates and shares. Any printing of the two that fits will do: where printings differ, another rule speaks. */
export function judgeRate(facts: Facts, relation: PrintedRelation): Answer {
  const parts = printingsNear(facts, currentAddress(relation), relation);
  const wholes = printingsNear(facts, baseAddress(relation), relation);
  const [part] = parts;
  const [whole] = wholes;
  if (part === undefined || whole === undefined) return "CANNOT_TELL";
  let decided = false;
  for (const one of parts) {
    for (const other of wholes) {
      const fits = mayBeRate(relationInterval(relation), readingInterval(one), readingInterval(other));
      if (fits === true) return "HOLDS";
      decided ||= fits === false;
    }
  }
  // A whole of zero has no rate: RATE_ON_ZERO_BASE speaks.
  if (!decided) return "DOES_NOT_APPLY";
  return rateFinding(relation, rateOf(part.value, whole.value), [part, whole], causeOfRate(facts, relation, part, whole));
}

export function rateFinding(
  relation: PrintedRelation,
  recomputed: number | null,
  inputs: readonly PrintedReading[],
  cause: Readonly<Record<string, string>>,
): FindingDraft {
  const truncated = isTruncated(relation, recomputed);
  return {
    // Cut off where it should have been rounded: the number is right as far as it goes.
    ...(truncated ? { severity: "INFO" as const } : {}),
    valueKind: "RATE",
    published: relation.value,
    recomputed,
    tolerance: Math.floor(relationSlack(relation) / 2),
    figures: inputs.map(figureOf),
    detail: { ...baseDetail(relation), section: relation.section, ...(truncated ? { cause: "TRUNCATED" satisfies Cause } : cause) },
    citations: [relation.citation, ...inputs.map(({ citation }) => citation)],
  };
}

/** Whether the digits behind the last printed one were cut off: the right rate lies less than one unit of it beyond. */
function isTruncated(relation: PrintedRelation, right: number | null): boolean {
  if (right === null || right * relation.value <= 0) return false;
  const cut = Math.abs(right) - Math.abs(relation.value);
  return cut >= 0 && cut < relationSlack(relation);
}

export function baseDetail({ base }: Relation): Readonly<Record<string, string>> {
  if ("stage" in base) return { baseStage: base.stage };
  return { baseMeasure: base.measure, ...(base.subject === undefined ? {} : { baseSubject: base.subject }) };
}

/** What else may stand under a share: the wholes that documents divide by. */
const WHOLES: readonly MeasureCode[] = [
  "REVENUE_TOTAL",
  "EXPENDITURE_TOTAL",
  "CURRENT_YEAR_REVENUE",
  "CURRENT_YEAR_EXPENDITURE",
  "GENERAL_PUBLIC_EXPENDITURE",
  "FISCAL_APPROPRIATION_EXPENDITURE",
  "FISCAL_CURRENT_EXPENDITURE",
  "PROJECT_EXPENDITURE",
  "PROCUREMENT_TOTAL",
  "PROCUREMENT_SME",
  "THREE_PUBLIC_TOTAL",
];

function causeOfRate(
  facts: Facts,
  relation: PrintedRelation,
  part: PrintedReading,
  whole: PrintedReading,
): Readonly<Record<string, string>> {
  const rate = relationInterval(relation);
  if (relation.form === "SHARE" && relation.value !== 0) {
    const other = WHOLES.map((measure) => facts.figure({ measure, stage: part.stage })).find(
      (figure) =>
        figure !== undefined &&
        figure.measure !== whole.measure &&
        figure.value !== whole.value &&
        mayBeRate(rate, readingInterval(part), readingInterval(figure)) === true,
    );
    if (other !== undefined) return { cause: "ANOTHER_WHOLE", causeMeasure: other.measure };
  }
  return slipDetail(relation, rateOf(part.value, whole.value));
}

export function slipDetail(relation: PrintedRelation, right: number | null): Readonly<Record<string, string>> {
  if (right === null) return {};
  const hundredth: Cause | undefined = isTimes(relation.value, right, 100)
    ? "TIMES_100"
    : isTimes(relation.value, right, 10)
      ? "TIMES_10"
      : undefined;
  const cause = hundredth ?? slipOf(relation.value, right, relationSlack(relation));
  return cause === undefined ? {} : { cause, likely: String(right) };
}

/** The printed rate is the right one a factor off, to a hundredth of itself. */
const isTimes = (printed: number, right: number, factor: number): boolean =>
  printed !== 0 && right !== 0 && (isNear(printed * factor, right) || isNear(right * factor, printed));

const isNear = (one: number, other: number): boolean => Math.abs(one - other) * 100 <= Math.abs(other);

const BUDGET_STAGES: readonly Stage[] = ["INITIAL_BUDGET", "ADJUSTED_BUDGET"];

/** Another budget stage of the same quantity that the rate fits, though not the one named. */
function otherStageThatFits(facts: Facts, relation: PrintedRelation): PrintedReading | undefined {
  const part = printingsNear(facts, currentAddress(relation), relation)[0];
  const named = printingsNear(facts, baseAddress(relation), relation)[0];
  if (part === undefined || named === undefined || judgeRate(facts, relation) === "HOLDS") return undefined;
  return BUDGET_STAGES.filter((stage) => stage !== baseStage(relation))
    .flatMap((stage) => printingsNear(facts, { ...currentAddress(relation), stage }, relation).slice(0, 1))
    .find((other) => mayBeRate(relationInterval(relation), readingInterval(part), readingInterval(other)) === true);
}

export const fitsOtherStage = (facts: Facts, relation: PrintedRelation): boolean => otherStageThatFits(facts, relation) !== undefined;

export function judgeDenominator(facts: Facts, relation: PrintedRelation): Answer {
  const part = printingsNear(facts, currentAddress(relation), relation)[0];
  const named = printingsNear(facts, baseAddress(relation), relation)[0];
  if (part === undefined || named === undefined) return "CANNOT_TELL";
  const other = otherStageThatFits(facts, relation);
  if (other === undefined) return "HOLDS";
  return rateFinding(relation, rateOf(part.value, named.value), [part, named, other], { cause: "ANOTHER_STAGE", causeStage: other.stage });
}
