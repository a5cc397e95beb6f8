import { SCOPES } from "../model/disclosure-kind";
import type { ComparedUnit } from "../store/comparison/compared-unit";
import type { ComparisonSource } from "./comparison";
import type { FigureLayers } from "./figure-layers";
import type { UnitsAbove } from "./units-above";

export interface AddableUnits {
  /** Indexes of the units that are added up in a year asked for, if not in each of them. */
  readonly indexes: Int32Array;
  /** 1 for each slot (unit × years) that is left out: a department that is in counts it in. Undefined where none is. */
  readonly leftOut: Uint8Array | undefined;
  /** The units left out in years asked for, and those. */
  readonly countedElsewhere: readonly { readonly unit: ComparedUnit; readonly years: readonly number[] }[];
}

/**
 * The one gate to every sum over units: in each year a unit is left out where a department above it, at any height, is selected too and tells of
 * that year with the figures of all its units. So no money can be added twice, however the units are selected and grouped.
 */
export function addableUnits({ units, years: asked }: ComparisonSource, layers: FigureLayers, above: UnitsAbove): AddableUnits {
  const { years } = layers.space;
  const leftOut = new Uint8Array(units.length * years.length);
  years.forEach((year, index) => {
    const tells = (unit: number): boolean => layers.scopes[unit] === SCOPES.DEPARTMENT.id && layers.told[unit * years.length + index] === 1;
    const departments = new Set(units.filter((_, unit) => tells(unit)).map(({ id }) => id));
    if (departments.size === 0) return;
    units.forEach(({ id }, unit) => {
      if (above.isCountedIn(id, departments, year)) leftOut[unit * years.length + index] = 1;
    });
  });
  if (!leftOut.includes(1)) return { indexes: Int32Array.from(units.keys()), leftOut: undefined, countedElsewhere: [] };
  const indexes: number[] = [];
  const countedElsewhere: { unit: ComparedUnit; years: readonly number[] }[] = [];
  units.forEach((unit, index) => {
    const without = asked.filter((year) => leftOut[index * years.length + years.indexOf(year)] === 1);
    if (without.length > 0) countedElsewhere.push({ unit, years: without });
    if (without.length < asked.length) indexes.push(index);
  });
  return { indexes: Int32Array.from(indexes), leftOut, countedElsewhere };
}
