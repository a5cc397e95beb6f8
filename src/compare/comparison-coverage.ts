import { giveWay } from "../lib/take-turns";
import type { Turns } from "../lib/take-turns";
import type { ComparedUnit } from "../store/comparison/compared-unit";
import { placeOf } from "../store/comparison/read-figures";
import { regionGroupOf } from "./compared-entity";
import type { GroupName } from "./compared-entity";
import type { Comparison } from "./comparison";

/** 公开覆盖: of the units and years that the comparison is about, which published a disclosure of its kind at all. */
export interface ComparisonCoverage {
  /** Units × years expected: a unit is, from its first to its last fiscal year where these are known. */
  readonly expected: number;
  readonly disclosed: number;
  /** Units that lack a disclosure in at least one of the years. */
  readonly missing: readonly ComparedUnit[];
  readonly gaps: readonly { readonly unit: ComparedUnit; readonly year: number }[];
  /** The same by region and year, in the order of their codes; units without a region come last, together. */
  readonly byRegion: readonly RegionYear[];
}

/** 公开覆盖 of a region in a year. */
export interface RegionYear {
  readonly group: GroupName;
  readonly year: number;
  readonly expected: number;
  readonly disclosed: number;
}

export async function measureCoverage({ source }: Comparison, turns: Turns): Promise<ComparisonCoverage> {
  const { units, years, steps, disclosed, kindIds } = source;
  const kinds = kindIds.reduce((all, id) => all | id, 0);
  const gaps: { unit: ComparedUnit; year: number }[] = [];
  const regions = new Map<string, { group: GroupName; counts: Map<number, { expected: number; disclosed: number }> }>();
  let expected = 0;
  for (const unit of units) {
    if (turns.areOver) await giveWay(turns);
    const group = regionGroupOf(unit);
    const region = regions.get(group.key) ?? { group, counts: new Map(years.map((year) => [year, { expected: 0, disclosed: 0 }])) };
    regions.set(group.key, region);
    for (const year of years) {
      const stands = [unit.id, ...predecessorsIn(unit.id, year, steps)];
      const published = stands.some((id) => ((disclosed.get(placeOf(id, year)) ?? 0) & kinds) !== 0);
      // What was published was to be published, whatever is known of the unit's years.
      if (!published && !isActive(unit, year)) continue;
      expected += 1;
      const count = region.counts.get(year);
      if (count) {
        count.expected += 1;
        count.disclosed += published ? 1 : 0;
      }
      if (!published) gaps.push({ unit, year });
    }
  }
  const byRegion = [...regions.values()]
    .sort((a, b) => (a.group.key < b.group.key ? -1 : 1))
    .flatMap(({ group, counts }) => [...counts].map(([year, count]) => ({ group, year, ...count })));
  return { expected, disclosed: expected - gaps.length, missing: [...new Set(gaps.map(({ unit }) => unit))], gaps, byRegion };
}

const isActive = ({ activeFrom, activeTo }: ComparedUnit, year: number): boolean =>
  (activeFrom === null || year >= activeFrom) && (activeTo === null || year <= activeTo);

/** Those who stood for the unit in a year before it began. */
function predecessorsIn(id: number, year: number, steps: Comparison["source"]["steps"]): number[] {
  return steps
    .filter((step) => step.successorId === id && year < step.fiscalYear)
    .flatMap((step) => [step.predecessorId, ...predecessorsIn(step.predecessorId, year, steps)]);
}
