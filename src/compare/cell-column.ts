import type { MeasureCode, MeasureKind } from "../model/measures";
import { measureOf } from "../model/measures";
import type { ArrayRow } from "../store/comparison/array-reader";
import type { ComparedColumn, ExecutionRate, YearOnYear } from "./compared-column";
import type { Comparison } from "./comparison";
import type { CellAspect } from "./comparison-question";
import { Ranking } from "./ranking";

/** A column of the answer with everything that can be asked of its cells. What is derived is computed when it is asked for. */
export class CellColumn {
  readonly #rankings = new Map<string, Ranking>();

  constructor(
    readonly comparison: Comparison,
    readonly measure: MeasureCode,
    readonly subjectId: number,
    readonly column: ComparedColumn,
  ) {}

  /** In what the values count: a count of units is one, whatever is counted. */
  get kind(): MeasureKind {
    return this.column.aggregate === "COUNT" && !this.isOfUnits ? "COUNT" : measureOf(this.measure).kind;
  }

  /** Base units; null without a value. */
  valueAt(slot: number): number | null {
    const value = this.column.values[slot] ?? NaN;
    return Number.isNaN(value) ? null : value;
  }

  statusAt(slot: number): number {
    return this.column.status[slot] ?? 0;
  }

  revisionAt(slot: number): number {
    const unitColumn = this.column.unitColumnAt(slot);
    return this.isOfUnits && unitColumn.isPlain ? unitColumn.revisionAt(slot) : 0;
  }

  /** The row that the figure of a slot came in, with its citation. */
  rowAt(slot: number): ArrayRow | undefined {
    return this.column.unitColumnAt(slot).rowAt(slot);
  }

  isDerivedAt(slot: number): boolean {
    return this.isOfUnits && this.valueAt(slot) !== null && this.column.unitColumnAt(slot).isDerived(slot);
  }

  isFromBudgetAt(slot: number): boolean {
    return this.isOfUnits && this.column.unitColumnAt(slot).isFromBudget(slot);
  }

  get isOfUnits(): boolean {
    return this.comparison.source.question.groupBy === undefined;
  }

  yearOnYearAt(slot: number): YearOnYear | null {
    return this.column.yearOnYearAt(slot);
  }

  executionAt(slot: number): ExecutionRate | null {
    return this.column.executionAt(slot);
  }

  shareAt(slot: number, whole: MeasureCode): number | null {
    return this.column.shareAt(slot, this.comparison.wholeOf(whole));
  }

  compoundRateAt(slot: number): number | null {
    const { layers, askedYears } = this.comparison;
    return this.column.compoundRateAt(slot, layers.space.years, askedYears);
  }

  /** The ranking that a slot takes part in; undefined where it has no peer group. */
  rankingAt(slot: number): Ranking | undefined {
    const { entities, yearCount } = this.comparison;
    const year = slot % yearCount;
    const entity = entities[(slot - year) / yearCount];
    if (!entity || entity.peerGroup === null) return undefined;
    const key = `${year}|${entity.peerGroup}`;
    let ranking = this.#rankings.get(key);
    if (!ranking) this.#rankings.set(key, (ranking = this.#rank(year, entity.peerGroup)));
    return ranking;
  }

  rankAt(slot: number): number | null {
    const value = this.valueAt(slot);
    return value === null ? null : (this.rankingAt(slot)?.rankOf(value) ?? null);
  }

  percentileAt(slot: number): number | null {
    const value = this.valueAt(slot);
    return value === null ? null : (this.rankingAt(slot)?.percentileOf(value) ?? null);
  }

  zScoreAt(slot: number): number | null {
    const value = this.valueAt(slot);
    return value === null ? null : (this.rankingAt(slot)?.zScoreOf(value) ?? null);
  }

  aspectAt(slot: number, aspect: CellAspect, shareOf: MeasureCode | undefined): number | null {
    switch (aspect) {
      case "VALUE":
        return this.valueAt(slot);
      case "YEAR_ON_YEAR_AMOUNT":
        return this.yearOnYearAt(slot)?.amount ?? null;
      case "YEAR_ON_YEAR_RATE":
        return this.yearOnYearAt(slot)?.rate ?? null;
      case "EXECUTION_RATE":
        return this.executionAt(slot)?.rate ?? null;
      case "SHARE":
        return shareOf === undefined ? null : this.shareAt(slot, shareOf);
      case "RANK":
        return this.rankAt(slot);
      case "PERCENTILE":
        return this.percentileAt(slot);
      case "Z_SCORE":
        return this.zScoreAt(slot);
      case "CAGR":
        return this.compoundRateAt(slot);
      case "UNIT_COUNT":
        return this.column.unitCountAt(slot);
    }
  }

  #rank(year: number, peerGroup: string): Ranking {
    const { entities, yearCount } = this.comparison;
    const { values } = this.column;
    const ranked = new Float64Array(entities.length);
    let count = 0;
    for (let index = 0; index < entities.length; index += 1) {
      if (entities[index]?.peerGroup !== peerGroup) continue;
      const value = values[index * yearCount + year] ?? NaN;
      if (!Number.isNaN(value)) ranked[count++] = value;
    }
    return new Ranking(ranked.slice(0, count));
  }
}
