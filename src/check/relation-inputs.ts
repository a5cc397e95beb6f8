import type { Relation } from "../model/disclosure";
import type { MeasureCode } from "../model/measures";
import type { Stage } from "../model/stage";
import { slackOf } from "./allowance";
import type { Address, Facts, PrintedReading } from "./facts";
import { printedInterval, type Interval } from "./interval";

/** A relation that prints a number. */
export interface PrintedRelation extends Relation {
  readonly value: number;
}

export const isPrintedRelation = (relation: Relation): relation is PrintedRelation => relation.value !== null;

export const currentAddress = ({ measure, subject, stage }: Relation): Address => ({ measure, subject, stage });

/** What the relation compares with: the same quantity at another stage, or a whole. */
export function baseAddress({ measure, subject, stage, base }: Relation): Address {
  return "measure" in base ? { measure: base.measure, subject: base.subject, stage } : { measure, subject, stage: base.stage };
}

export const baseStage = ({ base }: Relation): Stage | undefined => ("measure" in base ? undefined : base.stage);

/** The printings of a quantity, the one nearest to the relation first: the same sentence, the same section, the tables. */
export function printingsNear(facts: Facts, address: Address, relation: Relation): PrintedReading[] {
  const { block, start } = relation.citation;
  const distance = ({ citation, section, origin }: PrintedReading): number => {
    if (citation.block === block && citation.start <= start && citation.row === relation.citation.row) return 0;
    if (citation.block === block) return 1;
    return section === relation.section ? 2 : origin === "NARRATIVE" ? 3 : 4;
  };
  const told = [...facts.at(address, "ANYWHERE")];
  return told
    .map((reading, index) => ({ reading, index }))
    .sort((a, b) => distance(a.reading) - distance(b.reading) || b.reading.citation.start - a.reading.citation.start || a.index - b.index)
    .map(({ reading }) => reading);
}

/** The changes that stand beside a rate: same quantity, same base, same sentence or row; the nearest first. */
export function changesBeside(facts: Facts, rate: Relation): PrintedRelation[] {
  const byPlace = facts.once("changes by place", () => changesByPlace(facts));
  return [...(byPlace.get(placeOf(rate)) ?? [])].sort((a, b) => nearness(a, rate) - nearness(b, rate));
}

function changesByPlace(facts: Facts): Map<string, PrintedRelation[]> {
  const byPlace = new Map<string, PrintedRelation[]>();
  for (const relation of facts.disclosure.relations) {
    if (relation.form !== "CHANGE_AMOUNT" || !isPrintedRelation(relation)) continue;
    const key = placeOf(relation);
    const known = byPlace.get(key);
    if (known === undefined) byPlace.set(key, [relation]);
    else known.push(relation);
  }
  return byPlace;
}

const placeOf = (relation: Relation): string =>
  [relation.measure, relation.subject, relation.stage, baseStage(relation), relation.citation.block, relation.citation.row].join("|");

const nearness = (one: Relation, other: Relation): number => Math.abs(one.citation.start - other.citation.start);

/** A relation's slack: changes are of the measure's own kind, rates are printed in parts of a percent. */
export const relationSlack = (relation: PrintedRelation): number =>
  relation.form === "CHANGE_AMOUNT" ? slackOf(relation) : Math.max(1, Math.round(relation.step));

export const relationInterval = (relation: PrintedRelation): Interval => printedInterval(relation.value, relationSlack(relation));

export const readingInterval = (reading: PrintedReading): Interval => printedInterval(reading.value, slackOf(reading));

/** The address as findings carry it. */
export const figureOf = ({
  measure,
  subject,
  stage,
}: {
  readonly measure: MeasureCode;
  readonly subject?: string | undefined;
  readonly stage: Stage;
}) => ({
  measure,
  stage,
  ...(subject === undefined ? {} : { subject }),
});
