import type { MeasureCode, MeasureDefinition } from "../model/measures";
import { isMeasureCode, measureOf, MEASURES } from "../model/measures";
import { invariant } from "../lib/invariant";
import { giveWay } from "../lib/take-turns";
import type { Turns } from "../lib/take-turns";
import type { Stage } from "../model/stage";
import type { ArrayRow } from "../store/comparison/array-reader";
import { FACTOR_MISSING, NOT_APPLICABLE, NOT_COMPUTABLE, REPORTED } from "./cell-status";
import { percentOf, productQuotient, scaledQuotient } from "./exact-ratio";
import { DERIVED, FROM_BUDGET } from "./figure-layers";
import type { FigureLayer, FigureLayers } from "./figure-layers";

/** It is looked once for so many values whether others should have their turn. */
const COMPUTED_AT_ONCE = 1024;

/** 同比口径: the previous year's own publication, the 上年 that this year's states, or for a sum some of both. */
export type YearOnYearBasis = "PUBLISHED" | "STATED" | "MIXED";

/** The stage that a stage is compared with where the previous year's own publication is not there. */
export const STATED_PRIOR: Partial<Record<Stage, Stage>> = { FINAL: "PRIOR_FINAL", INITIAL_BUDGET: "PRIOR_BUDGET" };

export interface ColumnSettings {
  readonly stage: Stage;
  readonly perHead: boolean;
  readonly real: boolean;
}

/** A numerator and a denominator that have not been divided yet, so that they can be added over units first. */
export interface Parts {
  top: number;
  bottom: number;
}

/** One measure and subject over the slots of a comparison. */
export class UnitColumn {
  readonly definition: MeasureDefinition;
  /** What is written down in base units; NaN without a value. */
  readonly values: Float64Array;
  readonly status: Uint8Array;
  readonly #top: FigureLayer;
  readonly #bottom: FigureLayer | undefined;
  readonly #priorTop: FigureLayer | undefined;
  readonly #priorBottom: FigureLayer | undefined;
  readonly #final: FigureLayer;
  readonly #adjusted: FigureLayer;
  readonly #initial: FigureLayer;
  readonly #perHead: boolean;
  readonly #real: boolean;
  readonly #yearBefore: readonly number[];

  constructor(
    readonly measure: MeasureCode,
    readonly subjectId: number,
    readonly layers: FigureLayers,
    readonly settings: ColumnSettings,
  ) {
    this.definition = measureOf(measure);
    const { ratio, kind } = this.definition;
    const { stage } = settings;
    const layerOf = (code: string, at: Stage): FigureLayer => layers.layer(measureIdOf(code), subjectId, at);
    const prior = STATED_PRIOR[stage];
    this.#top = layerOf(ratio?.numerator ?? measure, stage);
    this.#bottom = ratio && layerOf(ratio.denominator, stage);
    this.#priorTop = prior && layerOf(ratio?.numerator ?? measure, prior);
    this.#priorBottom = prior && ratio && layerOf(ratio.denominator, prior);
    this.#final = layerOf(measure, "FINAL");
    this.#adjusted = layerOf(measure, "ADJUSTED_BUDGET");
    this.#initial = layerOf(measure, "INITIAL_BUDGET");
    this.#perHead = settings.perHead && !ratio && (kind === "MONEY" || kind === "COUNT");
    this.#real = settings.real && kind === "MONEY";
    this.#yearBefore = layers.yearBefore;
    if (!ratio && !this.#perHead && !this.#real) {
      this.values = this.#top.values;
      this.status = this.#top.status;
    } else {
      this.values = new Float64Array(this.#top.values.length);
      this.status = new Uint8Array(this.values.length);
    }
  }

  /** Computes the values that are not simply what was read. Before it is over the column has none. */
  async fill(turns: Turns): Promise<void> {
    if (this.values === this.#top.values) return;
    for (let from = 0; from < this.values.length; from += COMPUTED_AT_ONCE) {
      await giveWay(turns);
      this.#compute(from, Math.min(this.values.length, from + COMPUTED_AT_ONCE));
    }
  }

  /** Whether it is told as it stands, so that one citation stands behind a cell. */
  get isPlain(): boolean {
    return this.definition.ratio === undefined;
  }

  /** Whether values of several units may be added up. */
  get isAdditive(): boolean {
    return this.definition.addsOverUnits || this.definition.ratio !== undefined;
  }

  revisionAt(slot: number): number {
    return this.#top.revisions[slot] ?? 0;
  }

  rowAt(slot: number): ArrayRow | undefined {
    return this.#top.rows[slot];
  }

  isDerived(slot: number): boolean {
    const bottom = this.#bottom?.marks[slot] ?? 0;
    return (((this.#top.marks[slot] ?? 0) | bottom) & DERIVED) !== 0;
  }

  isFromBudget(slot: number): boolean {
    return ((this.#top.marks[slot] ?? 0) & FROM_BUDGET) !== 0;
  }

  /** Adds what the slot puts into a sum; false where it has no value. */
  addTo(parts: Parts, slot: number): boolean {
    if (Number.isNaN(this.values[slot])) return false;
    parts.top += this.#top.values[slot] ?? NaN;
    if (this.#bottom) parts.bottom += this.#bottom.values[slot] ?? NaN;
    else if (this.#perHead) parts.bottom += this.layers.factors[slot] ?? NaN;
    return true;
  }

  /** The value that parts added up over units come to in a year (by its index); NaN where it cannot be computed. */
  combine({ top, bottom }: Parts, year: number): number {
    const { ratio } = this.definition;
    if (Number.isNaN(top) || Number.isNaN(bottom)) return NaN;
    if (ratio?.form === "SHARE") return exactOrNone((percentOf(top, bottom) ?? NaN) * 100);
    if (this.#real) {
      const price = this.layers.prices[year] ?? NaN;
      const { basePrice } = this.layers;
      if (Number.isNaN(price) || Number.isNaN(basePrice)) return NaN;
      return productQuotient([top, basePrice], [price, ratio || this.#perHead ? bottom : 1]) ?? NaN;
    }
    if (ratio || this.#perHead) return scaledQuotient(top, 1, bottom) ?? NaN;
    return exactOrNone(top);
  }

  /** Where the year before this slot stands: its own publication, else what this slot's year states of it. */
  basisAt(slot: number): "PUBLISHED" | "STATED" | undefined {
    const before = this.#slotBefore(slot);
    if (before >= 0 && !Number.isNaN(this.values[before])) return "PUBLISHED";
    const parts = { top: 0, bottom: 0 };
    return this.#addStated(parts, slot) && !Number.isNaN(this.combine(parts, this.yearBefore(slot))) ? "STATED" : undefined;
  }

  /** Adds the year before, on its basis. */
  addPriorTo(parts: Parts, slot: number, basis: "PUBLISHED" | "STATED"): void {
    if (basis === "PUBLISHED") this.addTo(parts, this.#slotBefore(slot));
    else this.#addStated(parts, slot);
  }

  /** Index of the year before a slot's; -1 where it is not in the comparison. */
  yearBefore(slot: number): number {
    return this.#yearBefore[slot % this.#yearBefore.length] ?? -1;
  }

  /** 执行: the final value and the budget that it is held against; undefined where either is not told. */
  executionAt(slot: number): { final: number; budget: number; stage: Stage } | undefined {
    const final = this.#final.values[slot] ?? NaN;
    const adjusted = this.#adjusted.values[slot] ?? NaN;
    const stage = Number.isNaN(adjusted) ? "INITIAL_BUDGET" : "ADJUSTED_BUDGET";
    const budget = Number.isNaN(adjusted) ? (this.#initial.values[slot] ?? NaN) : adjusted;
    return Number.isNaN(final) || Number.isNaN(budget) || !this.isPlain ? undefined : { final, budget, stage };
  }

  /** The value as told, before any factor: what shares are made of. */
  plainAt(slot: number): number {
    return this.isPlain ? (this.#top.values[slot] ?? NaN) : NaN;
  }

  #slotBefore(slot: number): number {
    const years = this.#yearBefore.length;
    const before = this.yearBefore(slot);
    return before < 0 ? -1 : slot - (slot % years) + before;
  }

  #addStated(parts: Parts, slot: number): boolean {
    const top = this.#priorTop?.values[slot] ?? NaN;
    if (Number.isNaN(top)) return false;
    let bottom = 0;
    if (this.#bottom) bottom = this.#priorBottom?.values[slot] ?? NaN;
    else if (this.#perHead) bottom = this.layers.priorFactors[slot] ?? NaN;
    if (Number.isNaN(bottom)) return false;
    parts.top += top;
    parts.bottom += bottom;
    return true;
  }

  #compute(from: number, to: number): void {
    const years = this.#yearBefore.length;
    for (let slot = from; slot < to; slot += 1) {
      const status = Math.max(this.#top.status[slot] ?? 0, 0);
      const told = this.#bottom ? worseOf(status, this.#bottom.status[slot] ?? 0) : status;
      if (told !== REPORTED) {
        this.values[slot] = NaN;
        this.status[slot] = told;
        continue;
      }
      const year = slot % years;
      const bottom = this.#bottom ? (this.#bottom.values[slot] ?? NaN) : this.#perHead ? (this.layers.factors[slot] ?? NaN) : 0;
      const value = this.combine({ top: this.#top.values[slot] ?? NaN, bottom }, year);
      this.values[slot] = value;
      this.status[slot] = Number.isNaN(value) ? (this.#lacksFactor(slot, year) ? FACTOR_MISSING : NOT_COMPUTABLE) : REPORTED;
    }
  }

  #lacksFactor(slot: number, year: number): boolean {
    if (this.#perHead && Number.isNaN(this.layers.factors[slot])) return true;
    return this.#real && (Number.isNaN(this.layers.prices[year]) || Number.isNaN(this.layers.basePrice));
  }
}

/** What lies beyond exact integers is not told: no sum of real figures comes to it. */
const exactOrNone = (value: number): number => (Number.isSafeInteger(value) ? value : NaN);

/** A quotient is told when both its parts are; it does not apply when either is said not to exist and the other is not simply missing. */
function worseOf(a: number, b: number): number {
  if (a === REPORTED) return b;
  if (b === REPORTED) return a;
  return a === NOT_APPLICABLE && b === NOT_APPLICABLE ? NOT_APPLICABLE : 0;
}

export function measureIdOf(code: string): number {
  invariant(isMeasureCode(code), `the catalogue's ratio names a measure ${code} that it does not hold`);
  return MEASURES[code].id;
}
