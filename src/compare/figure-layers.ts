import { DISCLOSURE_KINDS, SCOPES } from "../model/disclosure-kind";
import { STAGES } from "../model/stage";
import type { Stage } from "../model/stage";
import type { ArrayRow } from "../store/comparison/array-reader";
import { FIGURE } from "../store/comparison/read-figures";
import type { LineageStep } from "../store/comparison/read-lineage";
import { REPORTED } from "./cell-status";

/** One measure, subject and stage over all units and years: columns of numbers, slot = unit × years + year. */
export interface FigureLayer {
  /** Base units; NaN where nothing is reported. */
  readonly values: Float64Array;
  /** Status id, 0 where no figure is. */
  readonly status: Uint8Array;
  /** DERIVED and FROM_BUDGET. */
  readonly marks: Uint8Array;
  /** The revision that tells it; 0 where none does, or several do. */
  readonly revisions: Int32Array;
}

export const DERIVED = 1;
export const FROM_BUDGET = 2;

/** The units (selected, their predecessors, peers from outside) and years of a comparison, in the order of the slots. */
export interface FigureSpace {
  readonly unitIds: readonly number[];
  readonly years: readonly number[];
}

/** What settles the one scope of each unit. */
export interface ScopeRule {
  /** Figures of this stage count, and of the years asked for: what else is read must not change which scope answers. */
  readonly stageId: number;
  readonly years: ReadonlySet<number>;
  readonly measureIds: ReadonlySet<number>;
  /** Units whose name asks for the unit alone. */
  readonly ownUnits: ReadonlySet<number>;
}

/** All figures of a comparison in memory. A unit has one scope throughout: the department where it published as one, else the unit alone. */
export class FigureLayers {
  readonly #layers = new Map<number, FigureLayer>();
  readonly #empty: FigureLayer;
  readonly #size: number;
  readonly #unitIndex: ReadonlyMap<number, number>;
  /** Scope id of each unit; 0 where it has no figure. */
  readonly scopes: Uint8Array;
  /** 1 for each slot whose unit told anything in the year. */
  readonly told: Uint8Array;
  /** 1 for each slot whose figures are those of predecessors. */
  readonly inherited: Uint8Array;
  /** Units that published under another scope than the one that answers, in years where that one is missing. */
  readonly otherScope: Uint8Array;
  /** Head count of each slot; NaN where none is stored. */
  readonly factors: Float64Array;
  /** Price level of each year; NaN where none is stored. */
  readonly prices: Float64Array;
  basePrice = NaN;

  constructor(
    readonly space: FigureSpace,
    rows: readonly ArrayRow[],
    rule: ScopeRule,
    steps: readonly LineageStep[],
  ) {
    const { unitIds, years } = space;
    this.#size = unitIds.length * years.length;
    this.#empty = this.#createLayer();
    this.told = new Uint8Array(this.#size);
    this.inherited = new Uint8Array(this.#size);
    this.otherScope = new Uint8Array(this.#size);
    this.factors = new Float64Array(this.#size).fill(NaN);
    this.prices = new Float64Array(years.length).fill(NaN);
    this.#unitIndex = new Map(unitIds.map((id, index) => [id, index]));
    const yearIndex = new Map(years.map((year, index) => [year, index]));
    this.scopes = this.#settleScopes(rows, rule, steps);
    for (const row of rows) this.#place(row as readonly number[], yearIndex);
    for (const step of steps) this.#inherit(step, steps);
  }

  layer(measureId: number, subjectId: number, stage: Stage): FigureLayer {
    return this.#layers.get(layerKey(measureId, subjectId, STAGES[stage].id)) ?? this.#empty;
  }

  #createLayer(): FigureLayer {
    return {
      values: new Float64Array(this.#size).fill(NaN),
      status: new Uint8Array(this.#size),
      marks: new Uint8Array(this.#size),
      revisions: new Int32Array(this.#size),
    };
  }

  #settleScopes(rows: readonly ArrayRow[], { stageId, years, measureIds, ownUnits }: ScopeRule, steps: readonly LineageStep[]): Uint8Array {
    const count = this.space.unitIds.length;
    const scopes = new Uint8Array(count);
    // Predecessors told their figures in years before those asked for, perhaps: every year counts, and the successor's scope is preferred.
    const any = steps.length === 0 ? undefined : new Uint8Array(count);
    for (const row of rows) {
      const unit = this.#unitIndex.get(row[FIGURE.unit] as number);
      if (unit === undefined || row[FIGURE.stage] !== stageId || !measureIds.has(row[FIGURE.measure] as number)) continue;
      const scope = row[FIGURE.scope] as number;
      if (any) any[unit] = (any[unit] ?? 0) | scope;
      if (years.has(row[FIGURE.year] as number)) scopes[unit] = (scopes[unit] ?? 0) | scope;
    }
    const { UNIT, DEPARTMENT } = SCOPES;
    for (let unit = 0; unit < count; unit += 1) {
      const seen = scopes[unit] ?? 0;
      const own = ownUnits.size > 0 && ownUnits.has(this.space.unitIds[unit] ?? 0);
      scopes[unit] = own ? seen & UNIT.id : (seen & DEPARTMENT.id) || seen;
    }
    for (const { predecessorId, successorId } of [...steps].reverse()) {
      const predecessor = this.#unitIndex.get(predecessorId);
      const successor = this.#unitIndex.get(successorId);
      if (predecessor === undefined || successor === undefined || !any) continue;
      const seen = any[predecessor] ?? 0;
      scopes[predecessor] = (seen & (scopes[successor] ?? 0)) || (seen & DEPARTMENT.id) || seen;
    }
    return scopes;
  }

  #place(row: readonly (number | null)[], yearIndex: ReadonlyMap<number, number>): void {
    const unit = this.#unitIndex.get(row[FIGURE.unit] ?? 0);
    const year = yearIndex.get(row[FIGURE.year] ?? 0);
    if (unit === undefined || year === undefined) return;
    const slot = unit * this.space.years.length + year;
    if (this.scopes[unit] !== row[FIGURE.scope]) {
      this.otherScope[slot] = 1;
      return;
    }
    const stage = row[FIGURE.stage] ?? 0;
    if (PRIOR_STAGE_IDS.has(stage)) {
      // A figure of the year before: so are the factors that came with it.
      const before = yearIndex.get((row[FIGURE.year] ?? 0) - 1);
      if (before !== undefined) this.#placeFactors(row, unit, before);
    } else this.#placeFactors(row, unit, year);
    const key = layerKey(row[FIGURE.measure] ?? 0, row[FIGURE.subject] ?? 0, stage);
    let layer = this.#layers.get(key);
    if (!layer) this.#layers.set(key, (layer = this.#createLayer()));
    const fromBudget = row[FIGURE.kind] === DISCLOSURE_KINDS.BUDGET.id;
    // 年初预算 is told by the budget itself and again by the final accounts: the budget's own word stands.
    if (layer.status[slot] !== 0 && !fromBudget) return;
    const status = row[FIGURE.status] ?? 0;
    layer.status[slot] = status;
    layer.values[slot] = status === REPORTED ? (row[FIGURE.value] ?? NaN) : NaN;
    layer.marks[slot] = (row[FIGURE.derived] === 1 ? DERIVED : 0) | (fromBudget ? FROM_BUDGET : 0);
    layer.revisions[slot] = row[FIGURE.revision] ?? 0;
    this.told[slot] = 1;
  }

  #placeFactors(row: readonly (number | null)[], unit: number, year: number): void {
    const factor = row[FIGURE.factor];
    if (factor) this.factors[unit * this.space.years.length + year] = factor;
    const price = row[FIGURE.price];
    if (price) this.prices[year] = price;
    const base = row[FIGURE.basePrice];
    if (base) this.basePrice = base;
  }

  /**
   * 沿革: in the years before it began, a unit that was renamed or merged has the figures of those that it took over from, as long as it
   * told nothing itself. What only some of the merged units told is not told of all.
   */
  #inherit(step: LineageStep, steps: readonly LineageStep[]): void {
    const successor = this.#unitIndex.get(step.successorId);
    const together = steps.filter((one) => one.successorId === step.successorId && one.fiscalYear === step.fiscalYear);
    // Once for all units that merged in one year.
    if (successor === undefined || together[0] !== step) return;
    const { years } = this.space;
    const from = together.map((one) => this.#unitIndex.get(one.predecessorId)).filter((index) => index !== undefined);
    if (from.length < together.length) return;
    if (this.scopes[successor] === 0) this.scopes[successor] = this.scopes[from[0] ?? 0] ?? 0;
    years.forEach((year, index) => {
      const slot = successor * years.length + index;
      if (year >= step.fiscalYear || this.told[slot] === 1) return;
      const sources = from.map((unit) => unit * years.length + index);
      if (!sources.some((source) => this.told[source] === 1)) return;
      this.told[slot] = 1;
      this.inherited[slot] = 1;
      this.factors[slot] = sources.reduce((sum, source) => sum + (this.factors[source] ?? NaN), 0);
      for (const layer of this.#layers.values()) inheritSlot(layer, slot, sources);
    });
  }
}

function inheritSlot(layer: FigureLayer, slot: number, sources: readonly number[]): void {
  const [only = 0] = sources;
  const statuses = new Set(sources.map((source) => layer.status[source] ?? 0));
  if (statuses.size !== 1) return;
  layer.status[slot] = layer.status[only] ?? 0;
  layer.values[slot] = sources.reduce((sum, source) => sum + (layer.values[source] ?? NaN), 0);
  layer.marks[slot] = sources.length === 1 ? (layer.marks[only] ?? 0) : DERIVED;
  layer.revisions[slot] = sources.length === 1 ? (layer.revisions[only] ?? 0) : 0;
}

const PRIOR_STAGE_IDS: ReadonlySet<number> = new Set([STAGES.PRIOR_FINAL.id, STAGES.PRIOR_BUDGET.id, STAGES.PRIOR_EXECUTION.id]);

const SUBJECT_SPACE = 2 ** 31;

/** measure (below 10,000), stage (below 10) and subject in one exact integer. */
const layerKey = (measureId: number, subjectId: number, stageId: number): number =>
  (measureId * 10 + stageId) * SUBJECT_SPACE + subjectId;
