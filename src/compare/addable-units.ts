import { SCOPES } from "../model/disclosure-kind";
import type { ComparedUnit } from "../store/comparison/compared-unit";
import type { ComparisonSource } from "./comparison";
import type { FigureLayers } from "./figure-layers";

export interface AddableUnits {
  /** Indexes of the units that may be added up. */
  readonly indexes: Int32Array;
  /** Units left out because a department that is in already counts them in. */
  readonly countedElsewhere: readonly ComparedUnit[];
}

/**
 * The one gate to every sum over units: a unit is left out where a department above it, at any height, is selected too and answers with the
 * figures of all its units. So no money can be added twice, however the units are selected and grouped.
 */
export function addableUnits({ units, parentIds }: ComparisonSource, { scopes }: FigureLayers): AddableUnits {
  const departments = new Set(units.filter((_, index) => scopes[index] === SCOPES.DEPARTMENT.id).map(({ id }) => id));
  const countedElsewhere: ComparedUnit[] = [];
  const indexes: number[] = [];
  units.forEach((unit, index) => {
    if (departments.size > 0 && isBelow(unit.id, departments, parentIds)) countedElsewhere.push(unit);
    else indexes.push(index);
  });
  return { indexes: Int32Array.from(indexes), countedElsewhere };
}

function isBelow(id: number, departments: ReadonlySet<number>, parentIds: ReadonlyMap<number, number>): boolean {
  const seen = new Set([id]);
  for (let above = parentIds.get(id); above !== undefined && !seen.has(above); above = parentIds.get(above)) {
    if (departments.has(above)) return true;
    seen.add(above);
  }
  return false;
}
