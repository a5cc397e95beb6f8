import type { ComparedUnit } from "../store/comparison/compared-unit";
import { placeOf } from "../store/comparison/read-figures";
import type { Comparison } from "./comparison";

/** 公开覆盖: of the units and years that the comparison is about, which published a disclosure of its kind at all. */
export interface ComparisonCoverage {
  /** Units × years expected: a unit is, from its first to its last fiscal year where these are known. */
  readonly expected: number;
  readonly disclosed: number;
  /** Units that lack a disclosure in at least one of the years. */
  readonly missing: readonly ComparedUnit[];
  readonly gaps: readonly { readonly unit: ComparedUnit; readonly year: number }[];
}

export function measureCoverage({ source }: Comparison): ComparisonCoverage {
  const { units, years, steps, disclosed, kindIds } = source;
  const kinds = kindIds.reduce((all, id) => all | id, 0);
  const gaps: { unit: ComparedUnit; year: number }[] = [];
  let expected = 0;
  for (const unit of units) {
    for (const year of years) {
      const stands = [unit.id, ...predecessorsIn(unit.id, year, steps)];
      const published = stands.some((id) => ((disclosed.get(placeOf(id, year)) ?? 0) & kinds) !== 0);
      // What was published was to be published, whatever is known of the unit's years.
      if (!published && !isActive(unit, year)) continue;
      expected += 1;
      if (!published) gaps.push({ unit, year });
    }
  }
  return { expected, disclosed: expected - gaps.length, missing: [...new Set(gaps.map(({ unit }) => unit))], gaps };
}

const isActive = ({ activeFrom, activeTo }: ComparedUnit, year: number): boolean =>
  (activeFrom === null || year >= activeFrom) && (activeTo === null || year <= activeTo);

/** Those who stood for the unit in a year before it began. */
function predecessorsIn(id: number, year: number, steps: Comparison["source"]["steps"]): number[] {
  return steps
    .filter((step) => step.successorId === id && year < step.fiscalYear)
    .flatMap((step) => [step.predecessorId, ...predecessorsIn(step.predecessorId, year, steps)]);
}
