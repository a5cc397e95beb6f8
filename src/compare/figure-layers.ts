import { DISCLOSURE_KINDS, SCOPES } from "../model/disclosure-kind";
import { STAGES } from "../model/stage";
import type { Stage } from "../model/stage";
import type { ArrayRow } from "../store/comparison/array-reader";
import type { CitationLayout } from "../store/comparison/citation-columns";
import { traits, unitOfPlace, yearOfPlace } from "../store/comparison/read-figures";
import type { FigureLayout, FigureRows } from "../store/comparison/read-figures";
import type { LineageStep } from "../store/comparison/read-lineage";
import { giveWay } from "../lib/take-turns";
import type { Turns } from "../lib/take-turns";
import { NOT_DISCLOSED, REPORTED } from "./cell-status";
import type { UnitsAbove } from "./units-above";

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
  /** The row that a figure came in, where its citation came with it. */
  readonly rows: (ArrayRow | undefined)[];
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
  /** The columns asked for: figureKey of each measure and subject. */
  readonly figureKeys: ReadonlySet<number>;
  /** Units whose name asks for the unit alone. */
  readonly ownUnits: ReadonlySet<number>;
}

/** It is looked once for so many rows whether others should have their turn. */
const LOOK_EVERY = 1024;

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
  /** Predecessors whose figures another predecessor, a department, counts in, and the years in which it does. */
  readonly countedIn: { readonly successorId: number; readonly predecessorId: number; readonly year: number }[] = [];
  /** Head count of each slot; NaN where none is stored. */
  readonly factors: Float64Array;
  /** Head count of the year before, as it came with what the slot's document tells of that year. */
  readonly priorFactors: Float64Array;
  /** Price level of each year; NaN where none is stored. */
  readonly prices: Float64Array;
  basePrice = NaN;
  readonly citationLayout: CitationLayout | undefined;

  /** For each year the index of the year before it; -1 where that is not in the comparison. */
  readonly yearBefore: readonly number[];

  private constructor(
    readonly space: FigureSpace,
    citationLayout: CitationLayout | undefined,
  ) {
    const { unitIds, years } = space;
    this.#size = unitIds.length * years.length;
    this.citationLayout = citationLayout;
    this.yearBefore = years.map((year) => years.indexOf(year - 1));
    this.#empty = this.#createLayer();
    this.scopes = new Uint8Array(unitIds.length);
    this.told = new Uint8Array(this.#size);
    this.inherited = new Uint8Array(this.#size);
    this.otherScope = new Uint8Array(this.#size);
    this.factors = new Float64Array(this.#size).fill(NaN);
    this.priorFactors = new Float64Array(this.#size).fill(NaN);
    this.prices = new Float64Array(years.length).fill(NaN);
    this.#unitIndex = new Map(unitIds.map((id, index) => [id, index]));
  }

  /** Puts the figures that were read into their places, while others have their turns: there may be millions. */
  static async place(
    space: FigureSpace,
    figures: FigureRows,
    rule: ScopeRule,
    steps: readonly LineageStep[],
    turns: Turns,
  ): Promise<FigureLayers> {
    const layers = new FigureLayers(space, figures.layout.citation);
    await layers.#settleScopes(figures, rule, steps, turns);
    await layers.#placeAll(figures, rule, turns);
    return layers;
  }

  /** 沿革: gives units, in the years before they took over, the figures of those that they took over from. */
  async carryOn(steps: readonly LineageStep[], above: UnitsAbove, turns: Turns): Promise<void> {
    const done = new Set<number>();
    for (const { successorId } of steps) await this.#inherit(successorId, steps, above, done, turns);
  }

  /** Whether any unit answers with the figures of all its units. */
  get hasDepartments(): boolean {
    return this.scopes.includes(SCOPES.DEPARTMENT.id);
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
      rows: [],
    };
  }

  async #settleScopes(
    { rows, layout, only }: FigureRows,
    { stageId, years, figureKeys, ownUnits }: ScopeRule,
    steps: readonly LineageStep[],
    turns: Turns,
  ): Promise<void> {
    const { scopes } = this;
    let read = 0;
    for (const row of rows as readonly (readonly number[])[]) {
      if (++read % LOOK_EVERY === 0) await giveWay(turns);
      const packed = row[layout.traits] ?? 0;
      if (traits.stage(packed) !== stageId) continue;
      if (!figureKeys.has(figureKey(row[layout.measure] ?? only.measure, row[layout.subject] ?? only.subject))) continue;
      const place = row[layout.place] ?? 0;
      const unit = this.#unitIndex.get(unitOfPlace(place));
      if (unit === undefined) continue;
      if (years.has(yearOfPlace(place))) scopes[unit] = (scopes[unit] ?? 0) | traits.scope(packed);
    }
    const seen = Uint8Array.from(scopes);
    const { UNIT, DEPARTMENT } = SCOPES;
    for (let unit = 0; unit < scopes.length; unit += 1) {
      const known = seen[unit] ?? 0;
      const own = ownUnits.size > 0 && ownUnits.has(this.space.unitIds[unit] ?? 0);
      scopes[unit] = own ? known & UNIT.id : known & DEPARTMENT.id || known;
    }
    // A predecessor answers in the scope of its successor where it can, so that the two make one series. Latest first.
    for (const { predecessorId, successorId } of [...steps].reverse()) {
      const predecessor = this.#unitIndex.get(predecessorId);
      const successor = this.#unitIndex.get(successorId);
      if (predecessor === undefined || successor === undefined) continue;
      const known = seen[predecessor] ?? 0;
      const wanted = scopes[successor] ?? 0;
      scopes[predecessor] = known & wanted || known & DEPARTMENT.id || known || wanted;
    }
  }

  async #placeAll({ rows, layout, only }: FigureRows, { stageId, figureKeys }: ScopeRule, turns: Turns): Promise<void> {
    const { years } = this.space;
    const [firstYear = 0] = years;
    const yearIndex: (number | undefined)[] = [];
    years.forEach((year, index) => (yearIndex[year - firstYear] = index));
    const hasFactors = layout.factor >= 0 || layout.price >= 0;
    let read = 0;
    for (const row of rows as readonly (readonly (number | null)[])[]) {
      if (++read % LOOK_EVERY === 0) await giveWay(turns);
      const place = row[layout.place] ?? 0;
      const unit = this.#unitIndex.get(unitOfPlace(place));
      const year = yearIndex[yearOfPlace(place) - firstYear];
      if (unit === undefined || year === undefined) continue;
      const packed = row[layout.traits] ?? 0;
      const slot = unit * years.length + year;
      const measure = row[layout.measure] ?? only.measure;
      const subject = row[layout.subject] ?? only.subject;
      const stage = traits.stage(packed);
      const isMain = stage === stageId && figureKeys.has(figureKey(measure, subject));
      if (this.scopes[unit] !== traits.scope(packed)) {
        if (isMain) this.otherScope[slot] = 1;
        continue;
      }
      if (hasFactors)
        this.#placeFactors(row, layout, slot, PRIOR_STAGE_IDS.has(stage) ? yearIndex[yearOfPlace(place) - firstYear - 1] : year);
      if (isMain) this.told[slot] = 1;
      const status = traits.status(packed);
      // A document that says that it does not tell has told nothing.
      if (status === NOT_DISCLOSED) continue;
      const layer = this.#layerFor(layerKey(measure, subject, stage));
      const fromBudget = traits.kind(packed) === DISCLOSURE_KINDS.BUDGET.id;
      // 年初预算 is told by the budget itself and again by the final accounts: the budget's own word stands.
      if (layer.status[slot] !== 0 && !fromBudget) continue;
      layer.status[slot] = status;
      layer.values[slot] = status === REPORTED ? (row[layout.value] ?? NaN) : NaN;
      layer.marks[slot] = (packed & DERIVED) | (fromBudget ? FROM_BUDGET : 0);
      if (layout.revision >= 0) layer.revisions[slot] = row[layout.revision] ?? 0;
      if (layout.citation && isMain) layer.rows[slot] = row;
    }
  }

  #layerFor(key: number): FigureLayer {
    let layer = this.#layers.get(key);
    if (!layer) this.#layers.set(key, (layer = this.#createLayer()));
    return layer;
  }

  /** @param about the index of the year that the figure tells of: its document's, or the one before. */
  #placeFactors(row: readonly (number | null)[], layout: FigureLayout, slot: number, about: number | undefined): void {
    const factor = row[layout.factor];
    const factors = about === slot % this.space.years.length ? this.factors : this.priorFactors;
    if (factor) factors[slot] = factor;
    const price = row[layout.price];
    if (price && about !== undefined) this.prices[about] = price;
    const base = row[layout.basePrice];
    if (base) this.basePrice = base;
  }

  /**
   * 沿革: in the years before a unit took over from others, its figures are theirs and its own, if it had any, added up. What only some of
   * them told is not told of all; what a department among them counts in is not added to it.
   */
  async #inherit(successorId: number, steps: readonly LineageStep[], above: UnitsAbove, done: Set<number>, turns: Turns): Promise<void> {
    if (done.has(successorId)) return;
    done.add(successorId);
    const before = steps.filter((step) => step.successorId === successorId);
    for (const { predecessorId } of before) await this.#inherit(predecessorId, steps, above, done, turns);
    const successor = this.#unitIndex.get(successorId);
    if (successor === undefined || before.length === 0) return;
    this.scopes[successor] ||= this.scopes[this.#unitIndex.get(before[0]?.predecessorId ?? 0) ?? -1] ?? 0;
    const { years } = this.space;
    for (const [index, year] of years.entries()) {
      if (turns.areOver) await giveWay(turns);
      const slotOf = (unit: number): number => unit * years.length + index;
      const slot = slotOf(successor);
      const taken = before
        .filter(({ fiscalYear }) => year < fiscalYear)
        .map(({ predecessorId }) => ({ id: predecessorId, unit: this.#unitIndex.get(predecessorId) ?? 0 }));
      if (!taken.some(({ unit }) => this.told[slotOf(unit)] === 1)) continue;
      const all = [...(this.told[slot] === 1 ? [{ id: successorId, unit: successor }] : []), ...taken];
      const departments = new Set(
        all.filter(({ unit }) => this.scopes[unit] === SCOPES.DEPARTMENT.id && this.told[slotOf(unit)] === 1).map(({ id }) => id),
      );
      const [added, counted] = partition(all, ({ id }) => !above.isCountedIn(id, departments, year, successorId));
      this.countedIn.push(...counted.map(({ id }) => ({ successorId, predecessorId: id, year })));
      const sources = added.map(({ unit }) => slotOf(unit));
      this.told[slot] = 1;
      this.inherited[slot] = 1;
      for (const factors of [this.factors, this.priorFactors]) {
        factors[slot] = sources.reduce((sum, source) => sum + (factors[source] ?? NaN), 0);
      }
      for (const layer of this.#layers.values()) inheritSlot(layer, slot, sources);
    }
  }
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

function inheritSlot(layer: FigureLayer, slot: number, sources: readonly number[]): void {
  const [only = 0] = sources;
  const statuses = new Set(sources.map((source) => layer.status[source] ?? 0));
  const isSingle = sources.length === 1;
  layer.values[slot] = statuses.size === 1 ? sources.reduce((sum, source) => sum + (layer.values[source] ?? NaN), 0) : NaN;
  layer.status[slot] = statuses.size === 1 ? (layer.status[only] ?? 0) : 0;
  layer.marks[slot] = isSingle ? (layer.marks[only] ?? 0) : DERIVED;
  layer.revisions[slot] = isSingle ? (layer.revisions[only] ?? 0) : 0;
  layer.rows[slot] = isSingle ? layer.rows[only] : undefined;
}

const PRIOR_STAGE_IDS: ReadonlySet<number> = new Set([STAGES.PRIOR_FINAL.id, STAGES.PRIOR_BUDGET.id, STAGES.PRIOR_EXECUTION.id]);

const SUBJECT_SPACE = 2 ** 31;

/** Measure and subject in one exact integer. */
export const figureKey = (measureId: number, subjectId: number): number => measureId * SUBJECT_SPACE + subjectId;

/** measure (below 10,000), stage (below 10) and subject in one exact integer. */
const layerKey = (measureId: number, subjectId: number, stageId: number): number => (measureId * 10 + stageId) * SUBJECT_SPACE + subjectId;
