import type { SectionKind } from "../model/section-kind";
import type { MeasureCode } from "../model/measures";
import type { Stage } from "../model/stage";
import { allowanceAmong, allowanceOf, slackOf, valueKindOf } from "./allowance";
import { isClosedList } from "./closed-list";
import type { Facts, Place, PrintedReading } from "./facts";
import type { Answer, FindingDraft } from "./rule";

/** One term of a sum: a measure, one subject of a measure, or a measure that some documents print only as its parts. */
export type Term =
  | MeasureCode
  | { readonly measure: MeasureCode; readonly subject?: string; readonly place?: Place }
  | { readonly first: Term; readonly otherwise: readonly Term[] };

/** A relation between sums, declared as data. */
export interface Equation {
  /** Σ whole … ; each of these must be printed, or there is nothing to compare. */
  readonly whole: readonly Term[];
  /** … = Σ parts, or ≤ Σ parts. */
  readonly parts: readonly Term[];
  readonly relation?: "EQUAL" | "AT_MOST";
  /** What is taken off the parts. */
  readonly minus?: readonly Term[];
  /** Every table that prints the whole is checked; the words only where no table could be. */
  readonly places: readonly Place[];
  /** For the total (the default), for each subject that the place prints, or for both. */
  readonly of?: "TOTAL" | "SUBJECTS" | "BOTH";
  /**
   * Words that pass over parts claim to be complete where they name all of these (the last of a fixed list: 其他用车). Otherwise only shares of
   * 100 % and numbered lines claim it, and the sum of the others may only not exceed the whole.
   */
  readonly closedBy?: readonly MeasureCode[];
  /** The words are the first place of this equation: a number of theirs that differs from a table still breaks it. */
  readonly ofWords?: true;
}

/** With so many parts a difference just beyond the allowance is told and not held against the document. */
const MANY_PARTS = 8;

export function* evaluateEquations(facts: Facts, equations: readonly Equation[]): Generator<Answer> {
  for (const equation of equations) yield* evaluateEquation(facts, equation);
}

function* evaluateEquation(facts: Facts, equation: Equation): Generator<Answer> {
  let told = false;
  for (const place of equation.places) {
    if (told && (place === "NARRATIVE" || place === "ANYWHERE")) continue;
    for (const instance of instancesAt(facts, equation, place)) {
      const answer = evaluateAt(facts, equation, place, instance);
      told ||= answer === "HOLDS" || typeof answer === "object";
      yield answer;
    }
  }
  if (!told && isStatedAbsent(facts, equation)) yield "DOES_NOT_APPLY";
}

interface Instance {
  readonly stage: Stage;
  readonly subject?: string;
}

function instancesAt(facts: Facts, equation: Equation, place: Place): Instance[] {
  const anchors = new Set(equation.whole.slice(0, 1).flatMap(measuresOf));
  const of = equation.of ?? "TOTAL";
  const fixed = equation.whole.slice(0, 1).some((term) => typeof term === "object" && "measure" in term && term.subject !== undefined);
  const found = new Map<string, Instance>();
  for (const reading of [...anchors].flatMap((measure) => facts.ofMeasure(measure))) {
    const { subject, stage } = reading;
    if (!facts.isAt(reading, place)) continue;
    if (fixed) found.set(stage, { stage });
    else if (subject === undefined ? of !== "SUBJECTS" : of !== "TOTAL") {
      found.set(`${stage}|${subject ?? ""}`, { stage, ...(subject === undefined ? {} : { subject }) });
    }
  }
  return [...found.values()];
}

const measuresOf = (term: Term): MeasureCode[] => {
  if (typeof term === "string") return [term];
  return "measure" in term ? [term.measure] : [...measuresOf(term.first), ...term.otherwise.flatMap(measuresOf)];
};

const isStatedAbsent = (facts: Facts, equation: Equation): boolean =>
  equation.whole
    .slice(0, 1)
    .flatMap(measuresOf)
    .some((measure) => facts.isStatedAbsent({ measure, stage: facts.ownStage }));

/** What one side of an equation is made of at one place: the numbers printed, and the measures that are not. */
interface Side {
  readonly readings: readonly PrintedReading[];
  readonly missing: readonly MeasureCode[];
}

interface Sides {
  readonly whole: Side;
  readonly parts: Side;
  readonly minus: Side;
}

function evaluateAt(facts: Facts, equation: Equation, place: Place, instance: Instance): Answer {
  const sides: Sides = {
    whole: resolveAll(facts, equation.whole, place, instance),
    parts: resolveAll(facts, equation.parts, place, instance),
    minus: resolveAll(facts, equation.minus ?? [], place, instance),
  };
  if (sides.whole.missing.length > 0 || sides.parts.readings.length === 0) return "CANNOT_TELL";
  if (holds(equation, sides)) return "HOLDS";
  if (place !== "ANYWHERE" && otherPrintings(facts, sides, place).some((other) => holds(equation, other))) return "HOLDS";
  if (mayBeHidden(facts, equation, place, sides)) return "CANNOT_TELL";
  if (readingsOf(sides).some((reading) => (equation.ofWords ? facts.isUnitSlip(reading) : facts.isContradicted(reading))))
    return "CANNOT_TELL";
  return sumFinding(sides.whole.readings, sides.parts.readings, sides.minus.readings);
}

function resolveAll(facts: Facts, terms: readonly Term[], place: Place, instance: Instance): Side {
  const sides = terms.map((term) => resolve(facts, term, place, instance));
  return { readings: sides.flatMap(({ readings }) => readings), missing: sides.flatMap(({ missing }) => missing) };
}

function resolve(facts: Facts, term: Term, place: Place, instance: Instance): Side {
  if (typeof term === "object" && "first" in term) {
    const first = resolve(facts, term.first, place, instance);
    if (first.missing.length === 0 && first.readings.length > 0) return first;
    const rest = resolveAll(facts, term.otherwise, place, instance);
    return rest.readings.length > 0 ? rest : first;
  }
  const { measure, subject = instance.subject, place: own = place } = typeof term === "string" ? { measure: term } : term;
  const address = { measure, subject, stage: instance.stage };
  const reading = own === "ANYWHERE" ? facts.figure(address) : facts.at(address, own)[0];
  if (reading !== undefined) return { readings: [reading], missing: [] };
  return { readings: [], missing: facts.isStatedAbsent(address) ? [] : [measure] };
}

const sum = (readings: readonly PrintedReading[]): number => readings.reduce((total, { value }) => total + value, 0);

const readingsOf = ({ whole, parts, minus }: Sides): PrintedReading[] => [...whole.readings, ...parts.readings, ...minus.readings];
const differenceOf = ({ whole, parts, minus }: Sides): number => sum(whole.readings) + sum(minus.readings) - sum(parts.readings);

function holds(equation: Equation, sides: Sides): boolean {
  const difference = differenceOf(sides);
  const allowed = allowanceAmong(readingsOf(sides));
  return equation.relation === "AT_MOST" ? difference <= allowed : Math.abs(difference) <= allowed;
}

/** A number that is told twice differently is another rule's finding; here the printing that fits counts. */
function otherPrintings(facts: Facts, sides: Sides, place: Place): Sides[] {
  return (["whole", "parts", "minus"] as const).flatMap((side) =>
    sides[side].readings.flatMap((reading, index) =>
      facts
        .at(reading, place)
        .filter(({ value }) => value !== reading.value)
        .map((other): Sides => ({ ...sides, [side]: { ...sides[side], readings: sides[side].readings.with(index, other) } })),
    ),
  );
}

/** Whether what is not printed, or could not be read, may be what the sum lacks. Parts beyond the whole contradict it all the same. */
function mayBeHidden(facts: Facts, equation: Equation, place: Place, sides: Sides): boolean {
  const missing = differenceOf(sides) > 0 ? sides.parts.missing : sides.minus.missing;
  if (missing.length === 0) return false;
  if (place === "ANYWHERE" || facts.hasUnread(place, sectionsOf(readingsOf(sides)))) return true;
  if (place === "NARRATIVE") return !isClosed(facts, equation, sides);
  return facts.printsZeros(place.table) && missing.some((measure) => facts.labels(place.table, measure));
}

function isClosed(facts: Facts, { closedBy }: Equation, { whole, parts }: Sides): boolean {
  const [total, ...more] = whole.readings;
  if (closedBy !== undefined && closedBy.every((measure) => parts.readings.some((reading) => reading.measure === measure))) return true;
  return total !== undefined && more.length === 0 && isClosedList(facts, total, parts.readings);
}

export const sectionsOf = (readings: readonly PrintedReading[]): SectionKind[] => [...new Set(readings.map(({ section }) => section))];

/** The finding that Σ whole and Σ parts − Σ minus are not what the rule says of them. */
export function sumFinding(
  whole: readonly PrintedReading[],
  parts: readonly PrintedReading[],
  minus: readonly PrintedReading[] = [],
): FindingDraft {
  const [anchor] = whole;
  const all = [...whole, ...parts, ...minus];
  const published = sum(whole);
  const recomputed = sum(parts) - sum(minus);
  const tolerance = allowanceAmong(all);
  const near = parts.length >= MANY_PARTS && Math.abs(published - recomputed) * 2 <= tolerance * 3;
  return {
    ...(near ? { severity: "INFO" as const } : {}),
    valueKind: anchor === undefined ? "NONE" : valueKindOf(anchor.measure),
    published,
    recomputed,
    tolerance,
    figures: all.map(({ measure, subject, stage }) => ({ measure, stage, ...(subject === undefined ? {} : { subject }) })),
    detail: {
      wholeCount: String(whole.length),
      partCount: String(parts.length),
      ...(minus.length === 0 ? {} : { minusCount: String(minus.length) }),
      ...placeDetail(anchor),
      ...(near ? { near: "true" } : slipOfOne(all, published - recomputed, whole.length, parts.length)),
    },
    citations: all.map(({ citation }) => citation),
  };
}

const MAGNITUDES = [10_000, 10];

/** The one number that is 10 or 10,000 times off, where the sum closes with the right magnitude of it and of no other. */
function slipOfOne(all: readonly PrintedReading[], difference: number, wholes: number, parts: number): Readonly<Record<string, string>> {
  const slips = all.flatMap((reading, at) => {
    const others = all.filter((one) => one !== reading);
    const isPart = at >= wholes && at < wholes + parts;
    return MAGNITUDES.flatMap((times) => [
      { likely: Math.round(reading.value / times), slack: slackOf(reading) / times },
      { likely: reading.value * times, slack: slackOf(reading) * times },
    ])
      .filter(({ likely, slack }) => {
        const left = difference + (isPart ? reading.value - likely : likely - reading.value);
        // What is printed too coarsely to tell its own magnitude tells nothing.
        return slack * 50 <= Math.abs(likely) && Math.abs(left) <= allowanceOf([...others.map(slackOf), Math.max(1, Math.round(slack))]);
      })
      .map(({ likely }) => ({ reading, likely }));
  });
  const [slip] = slips;
  if (slip === undefined || slips.length > 1 || valueKindOf(slip.reading.measure) !== "MONEY") return {};
  const { measure, subject, stage } = slip.reading;
  return {
    cause: "PART_SLIP",
    likelyAmount: String(slip.likely),
    causeMeasure: measure,
    causeStage: stage,
    ...(subject === undefined ? {} : { causeSubject: subject }),
  };
}

/** Where the first number of a finding stands: in a table, or in a section's words. */
export function placeDetail(reading: PrintedReading | undefined): Readonly<Record<string, string>> {
  if (reading === undefined) return {};
  return reading.table === undefined ? { section: reading.section } : { table: reading.table };
}
