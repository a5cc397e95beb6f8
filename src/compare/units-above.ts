import type { LineageStep } from "../store/comparison/read-lineage";
import type { ParentStep } from "../store/comparison/read-parents";

const NONE: ReadonlySet<number> = new Set();

/**
 * Who stands above whom in a year: by the register, by the list of units that a department published for that year, and, in the years before a
 * unit took over from others (沿革), for these through it and for it through these.
 */
export class UnitsAbove {
  /** By year (0 for the register) and unit. */
  readonly #direct = new Map<number, Map<number, number[]>>();
  /** Units that took over from one alone, and only changed their name, by their former selves. */
  readonly #renamed: readonly LineageStep[];

  constructor(
    parents: readonly ParentStep[],
    private readonly steps: readonly LineageStep[],
  ) {
    this.#renamed = steps.filter(
      ({ form, successorId }) => form === "RENAME" && steps.filter((one) => one.successorId === successorId).length === 1,
    );
    for (const { unitId, parentId, year } of parents) {
      // A list may still have the name that a unit had before.
      const renamed = steps.find((step) => step.predecessorId === unitId && step.form === "RENAME" && step.fiscalYear <= year);
      this.#add(renamed?.successorId ?? unitId, parentId, year);
    }
  }

  /**
   * Whether one of these departments counts a unit in. Where two departments name each other, the one with the smaller id does.
   *
   * @param heir a unit whose predecessors are told apart: they do not stand below it for being taken over by it.
   */
  isCountedIn(unitId: number, departments: ReadonlySet<number>, year: number, heir?: number): boolean {
    if (departments.size === 0) return false;
    for (const above of this.#above(unitId, year, heir)) {
      if (!departments.has(above)) continue;
      if (!departments.has(unitId) || above < unitId || !this.#above(above, year, heir).has(unitId)) return true;
    }
    return false;
  }

  #add(unitId: number, parentId: number, year: number): void {
    if (unitId === parentId) return;
    let ofYear = this.#direct.get(year);
    if (!ofYear) this.#direct.set(year, (ofYear = new Map<number, number[]>()));
    const known = ofYear.get(unitId);
    if (known) known.push(parentId);
    else ofYear.set(unitId, [parentId]);
  }

  #above(unitId: number, year: number, heir: number | undefined): ReadonlySet<number> {
    const registered = this.#direct.get(0);
    const listed = this.#direct.get(year);
    // The usual case, and there may be very many.
    if (this.steps.length === 0 && !registered?.has(unitId) && !listed?.has(unitId)) return NONE;
    const carried = this.steps.filter(({ fiscalYear, successorId }) => year < fiscalYear && successorId !== heir);
    /** The unit, and those whose figures it has in this year. */
    const selves = reach([unitId], (id) => carried.flatMap((step) => (step.successorId === id ? [step.predecessorId] : [])));
    const above = reach(selves, (id) => [
      ...(registered?.get(id) ?? []),
      ...(listed?.get(id) ?? []),
      ...carried.flatMap((step) => (step.predecessorId === id ? [step.successorId] : [])),
      ...carried.flatMap((step) => (step.successorId === id && this.#renamed.includes(step) ? [step.predecessorId] : [])),
    ]);
    for (const self of selves) above.delete(self);
    return above;
  }
}

/** These, and all that is reached from them step by step. */
function reach(from: Iterable<number>, next: (id: number) => readonly number[]): Set<number> {
  const reached = new Set(from);
  // A set is walked to its end, wherever that is by then.
  for (const id of reached) for (const one of next(id)) reached.add(one);
  return reached;
}
