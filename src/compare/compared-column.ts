import { giveWay } from "../lib/take-turns";
import type { Turns } from "../lib/take-turns";
import { exact } from "../model/printed-number";
import type { Stage } from "../model/stage";
import type { Aggregate } from "./comparison-question";
import { NOT_APPLICABLE, NOT_COMPUTABLE, REPORTED } from "./cell-status";
import { compoundRate, fraction, percentOf } from "./exact-ratio";
import type { Parts, UnitColumn, YearOnYearBasis } from "./unit-column";

/** 同比: like for like, over the units that have both years. */
export interface YearOnYear {
  /** Base units of the measure. */
  readonly amount: number;
  /** Hundredths of a percent; null on a zero base. */
  readonly rate: number | null;
  readonly basis: YearOnYearBasis;
  readonly unitCount: number;
}

export interface ExecutionRate {
  /** Hundredths of a percent; null on a zero budget. */
  readonly rate: number | null;
  /** The budget that it is held against; null where units differ. */
  readonly stage: Stage | null;
  readonly unitCount: number;
}

/** What is added up. */
export interface SummedUnits {
  /** The units of each entity, by their indexes. */
  readonly members: readonly Int32Array[];
  /** 1 for each slot of a unit that is in no sum of its year. */
  readonly leftOut: Uint8Array | undefined;
}

const NO_UNITS = new Int32Array(0);

/**
 * One column of the answer over its entities: units, or groups of units added up. A slot is entity × years + year. What is added up is
 * always one measure, one subject and one scope of each unit, so no level and no scope can enter a sum twice.
 */
export class ComparedColumn {
  readonly values: Float64Array;
  readonly status: Uint8Array;
  readonly unitCounts: Int32Array | undefined;
  readonly #years: number;

  /**
   * @param columns the unit column of each entity: the same one for units and for groups of units, one each for subjects.
   * @param summed undefined where every entity is a unit.
   */
  constructor(
    private readonly columns: (entity: number) => UnitColumn,
    private readonly summed: SummedUnits | undefined,
    readonly aggregate: Aggregate,
    entityCount: number,
    years: number,
  ) {
    this.#years = years;
    if (summed === undefined) {
      const only = columns(0);
      this.values = only.values;
      this.status = only.status;
      this.unitCounts = undefined;
      return;
    }
    this.values = new Float64Array(entityCount * years).fill(NaN);
    this.status = new Uint8Array(entityCount * years);
    this.unitCounts = new Int32Array(entityCount * years);
  }

  /** Computes the values: those of the units, and what they come to in groups. Before it is over the column has none. */
  async fill(turns: Turns): Promise<void> {
    for (const column of this.unitColumns) await column.fill(turns);
    if (this.summed === undefined) return;
    for (let slot = 0; slot < this.values.length; slot += 1) {
      if (turns.areOver) await giveWay(turns);
      this.#aggregate(slot);
    }
  }

  /** Every unit column behind it. */
  get unitColumns(): UnitColumn[] {
    const entities = this.summed === undefined ? 1 : Math.max(1, this.summed.members.length);
    return [...new Set(Array.from({ length: entities }, (_, entity) => this.columns(entity)))];
  }

  unitCountAt(slot: number): number {
    return this.unitCounts ? (this.unitCounts[slot] ?? 0) : Number.isNaN(this.values[slot]) ? 0 : 1;
  }

  /** The unit column and the units behind a slot. */
  unitColumnAt(slot: number): UnitColumn {
    return this.columns(Math.floor(slot / this.#years));
  }

  yearOnYearAt(slot: number): YearOnYear | null {
    const column = this.unitColumnAt(slot);
    const year = slot % this.#years;
    const before = column.yearBefore(slot);
    if (before < 0 || !this.#addsUp(column)) return null;
    const now: Parts = { top: 0, bottom: 0 };
    const then: Parts = { top: 0, bottom: 0 };
    let unitCount = 0;
    let basis: YearOnYearBasis | undefined;
    for (const unitSlot of this.#unitSlots(slot)) {
      if (Number.isNaN(column.values[unitSlot])) continue;
      const its = column.basisAt(unitSlot);
      if (its === undefined) continue;
      column.addTo(now, unitSlot);
      column.addPriorTo(then, unitSlot, its);
      basis = basis === undefined || basis === its ? its : "MIXED";
      unitCount += 1;
    }
    if (basis === undefined) return null;
    const value = column.combine(now, year);
    const prior = column.combine(then, before);
    const amount = value - prior;
    if (!Number.isSafeInteger(amount)) return null;
    return { amount, rate: percentOf(amount, prior < 0 ? -prior : prior), basis, unitCount };
  }

  executionAt(slot: number): ExecutionRate | null {
    const column = this.unitColumnAt(slot);
    let final = 0;
    let budget = 0;
    let unitCount = 0;
    let stage: Stage | null | undefined;
    if (!column.definition.addsOverUnits) return null;
    for (const unitSlot of this.#unitSlots(slot)) {
      const execution = column.executionAt(unitSlot);
      if (!execution) continue;
      final += execution.final;
      budget += execution.budget;
      stage = stage === undefined || stage === execution.stage ? execution.stage : null;
      unitCount += 1;
    }
    return stage === undefined ? null : { rate: percentOf(final, budget), stage, unitCount };
  }

  /** 占比: this slot in a whole, over the units that have both; hundredths of a percent. */
  shareAt(slot: number, whole: UnitColumn): number | null {
    const column = this.unitColumnAt(slot);
    if (!column.definition.addsOverUnits || !whole.definition.addsOverUnits) return null;
    let part = 0;
    let sum = 0;
    let any = false;
    for (const unitSlot of this.#unitSlots(slot)) {
      const own = column.plainAt(unitSlot);
      const total = whole.plainAt(unitSlot);
      if (Number.isNaN(own) || Number.isNaN(total)) continue;
      part += own;
      sum += total;
      any = true;
    }
    return any ? percentOf(part, sum) : null;
  }

  /** 年均增长: from the first of the years asked for that has a value, like for like; hundredths of a percent. */
  compoundRateAt(slot: number, years: readonly number[], asked: readonly number[]): number | null {
    const column = this.unitColumnAt(slot);
    const year = slot % this.#years;
    const base = slot - year;
    const first = asked.find((index) => !Number.isNaN(this.values[base + index]));
    if (first === undefined || first >= year || !this.#addsUp(column)) return null;
    const then: Parts = { top: 0, bottom: 0 };
    const now: Parts = { top: 0, bottom: 0 };
    let any = false;
    for (const unitSlot of this.#unitSlots(slot)) {
      const earlier = unitSlot - year + first;
      if (Number.isNaN(column.values[unitSlot]) || Number.isNaN(column.values[earlier])) continue;
      column.addTo(then, earlier);
      column.addTo(now, unitSlot);
      any = true;
    }
    if (!any) return null;
    const from = column.combine(then, first);
    const to = column.combine(now, year);
    return Number.isNaN(from) || Number.isNaN(to) ? null : compoundRate(from, to, (years[year] ?? 0) - (years[first] ?? 0));
  }

  /** Changes are told of units and of sums; a sum over units needs a measure that may be added up. */
  #addsUp(column: UnitColumn): boolean {
    return this.summed === undefined || (this.aggregate === "SUM" && column.isAdditive);
  }

  #unitSlots(slot: number): Iterable<number> {
    if (this.summed === undefined) return [slot];
    const { members, leftOut } = this.summed;
    const year = slot % this.#years;
    const slots = (members[(slot - year) / this.#years] ?? NO_UNITS).map((unit) => unit * this.#years + year);
    return leftOut ? slots.filter((unitSlot) => leftOut[unitSlot] === 0) : slots;
  }

  #aggregate(slot: number): void {
    const column = this.unitColumnAt(slot);
    const parts: Parts = { top: 0, bottom: 0 };
    const values: number[] = [];
    let notApplicable = false;
    let worst = 0;
    for (const unitSlot of this.#unitSlots(slot)) {
      if (column.addTo(parts, unitSlot)) values.push(column.values[unitSlot] ?? NaN);
      else if (column.status[unitSlot] === NOT_APPLICABLE) notApplicable = true;
      else worst = Math.max(worst, column.status[unitSlot] ?? 0);
    }
    if (this.unitCounts) this.unitCounts[slot] = values.length;
    const value = values.length === 0 ? NaN : this.#valueOf(column, parts, values, slot % this.#years);
    this.values[slot] = value;
    if (!Number.isNaN(value)) this.status[slot] = REPORTED;
    else if (values.length > 0) this.status[slot] = NOT_COMPUTABLE;
    else this.status[slot] = worst > NOT_APPLICABLE ? worst : notApplicable ? NOT_APPLICABLE : 0;
  }

  #valueOf(column: UnitColumn, parts: Parts, values: number[], year: number): number {
    switch (this.aggregate) {
      case "SUM":
        return column.isAdditive ? column.combine(parts, year) : NaN;
      case "MEAN":
        return fraction(exact(values.reduce((sum, value) => sum + value, 0)), values.length);
      case "MEDIAN": {
        values.sort((a, b) => a - b);
        const middle = values.length >> 1;
        return values.length % 2 === 1 ? (values[middle] ?? NaN) : fraction((values[middle - 1] ?? NaN) + (values[middle] ?? NaN), 2);
      }
      case "MIN":
        return values.reduce((least, value) => Math.min(least, value));
      case "MAX":
        return values.reduce((most, value) => Math.max(most, value));
      case "COUNT":
        return values.length;
    }
  }
}
