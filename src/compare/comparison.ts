import { giveWay } from "../lib/take-turns";
import type { Turns } from "../lib/take-turns";
import { isFiscalYear } from "../model/fiscal-year";
import type { MeasureCode } from "../model/measures";
import { measureOf } from "../model/measures";
import { STAGES } from "../model/stage";
import type { Stage } from "../model/stage";
import type { ComparedUnit } from "../store/comparison/compared-unit";
import type { ComparisonStore } from "../store/comparison/comparison-store";
import { FigureCitation } from "../store/comparison/citation-columns";
import { citationKey } from "../store/comparison/read-citations";
import type { LineageStep } from "../store/comparison/read-lineage";
import type { ComparedSubject } from "../store/comparison/read-subjects";
import { addableUnits } from "./addable-units";
import type { AddableUnits } from "./addable-units";
import { CellColumn } from "./cell-column";
import { ComparedColumn } from "./compared-column";
import type { ComparedEntity } from "./compared-entity";
import { groupEntities, subjectEntities, unitEntities } from "./compared-entity";
import { encodeCursor } from "./comparison-cursor";
import type { ComparisonCursor } from "./comparison-cursor";
import { ComparisonError } from "./comparison-error";
import type { ComparisonLimits } from "./comparison-limits";
import type { ComparisonQuestion } from "./comparison-question";
import { measureCoverage } from "./comparison-coverage";
import type { ComparisonCoverage } from "./comparison-coverage";
import { collectWarnings } from "./comparison-warnings";
import type { ComparisonWarning } from "./comparison-warnings";
import type { FigureLayers } from "./figure-layers";
import { orderRows } from "./order-rows";
import { measureIdOf, UnitColumn } from "./unit-column";
import type { UnitsAbove } from "./units-above";

/** What a comparison was made from, besides its figures. */
export interface ComparisonSource {
  readonly question: ComparisonQuestion;
  /** The years asked for, in order. */
  readonly years: readonly number[];
  readonly subjects: readonly ComparedSubject[];
  /** The units selected, less those folded into their successors. */
  readonly units: readonly ComparedUnit[];
  /** Everyone whom the selected units are ranked among; empty where that is the selection itself. */
  readonly peers: readonly ComparedUnit[];
  readonly steps: readonly LineageStep[];
  readonly lineage: readonly LineageStep[];
  readonly above: UnitsAbove;
  /** Kinds (a bit each) that were published of each place, units × years. */
  readonly disclosed: ReadonlyMap<number, number>;
  /** The kinds that tell the stage that was asked for. */
  readonly kindIds: readonly number[];
  readonly version: number;
}

/** What an answer holds. */
export interface ComparisonSize {
  /** Rows of the page. */
  readonly rows: number;
  readonly columns: number;
  /** Units that the comparison is about, and the years of each. */
  readonly units: number;
  readonly years: number;
}

/** 列: a measure, of a subject or in total, of one year where years are columns. */
export interface ColumnHeading {
  readonly measure: MeasureCode;
  readonly subject: ComparedSubject | null;
  readonly year: number | null;
}

/** 行: an entity in a year, or over all years where years are columns. */
export interface RowAddress {
  readonly entity: number;
  /** Index into the years of the slots; -1 where years are columns. */
  readonly year: number;
}

/** A row of the page that was asked for. */
export interface ComparisonRow {
  readonly entity: ComparedEntity;
  readonly year: number | null;
  /** The slot of each cell, in the order of the columns. */
  readonly slots: readonly number[];
}

/** The answer: columns, the rows of one page, and what is to be known beside them. */
export class Comparison {
  /** The units that are added up; undefined where none are. */
  readonly addable: AddableUnits | undefined;
  readonly entities: readonly ComparedEntity[];
  readonly headings: readonly ColumnHeading[];
  /** One for each heading; headings that differ in their year alone share one. */
  columns: readonly CellColumn[] = [];
  rows: readonly ComparisonRow[] = [];
  coverage: ComparisonCoverage | undefined;
  warnings: readonly ComparisonWarning[] = [];
  totalCount = 0;
  hasNextPage = false;
  hasPreviousPage = false;
  readonly dataVersion: number;
  /** Those of the page, where they did not come with the figures. */
  #citations: ReadonlyMap<string, FigureCitation> = new Map();
  #named: ReadonlyMap<number, ComparedUnit> = new Map();
  #page: readonly RowAddress[] = [];
  readonly #wholes = new Map<MeasureCode, UnitColumn>();
  #unitIndexes: Map<number, number> | undefined;
  readonly #columnsByKey = new Map<string, CellColumn>();

  private constructor(
    readonly source: ComparisonSource,
    readonly layers: FigureLayers,
  ) {
    const { question, years } = source;
    this.dataVersion = source.version;
    this.addable = question.groupBy === undefined ? undefined : addableUnits(source, layers, source.above);
    this.entities = this.#createEntities();
    const bySubject: readonly (ComparedSubject | null)[] =
      question.groupBy === "SUBJECT" || source.subjects.length === 0 ? [null] : source.subjects;
    const columnYears: readonly (number | null)[] = question.pivotByYear ? years : [null];
    this.headings = question.measures.flatMap((measure) =>
      bySubject.flatMap((subject) => columnYears.map((year) => ({ measure, subject: measureOf(measure).ratio ? null : subject, year }))),
    );
  }

  /**
   * Computes every column and sets the rows in order, while others have their turns.
   *
   * @throws ComparisonError where the page is none, or longer than an answer may be.
   */
  static async compute(
    source: ComparisonSource,
    layers: FigureLayers,
    limits: ComparisonLimits,
    cursor: ComparisonCursor | undefined,
    turns: Turns,
  ): Promise<Comparison> {
    const comparison = new Comparison(source, layers);
    const columns: CellColumn[] = [];
    for (const { measure, subject } of comparison.headings) columns.push(await comparison.#column(measure, subject, turns));
    comparison.columns = columns;
    comparison.#turnTo(await orderRows(comparison, source.question, turns), limits, cursor);
    return comparison;
  }

  #turnTo(all: readonly RowAddress[], limits: ComparisonLimits, cursor: ComparisonCursor | undefined): void {
    const { question } = this.source;
    this.totalCount = all.length;
    const start = cursor === undefined ? 0 : this.#placeAfter(all, cursor);
    const end = Math.min(all.length, question.first === undefined ? all.length : start + question.first);
    if ((end - start) * this.headings.length > limits.cells) {
      throw new ComparisonError(
        "PAGE_SIZE",
        `The answer has ${end - start} rows of ${this.headings.length} cells, more than ${limits.cells}: ask for pages with \`first\``,
      );
    }
    this.#page = all.slice(start, end);
    this.hasPreviousPage = start > 0;
    this.hasNextPage = end < all.length;
  }

  get size(): ComparisonSize {
    const { units, years } = this.source;
    return { rows: this.#page.length, columns: this.headings.length, units: units.length, years: years.length };
  }

  get yearCount(): number {
    return this.layers.space.years.length;
  }

  /** Indexes of the years asked for among the years of the slots. */
  get askedYears(): readonly number[] {
    return this.source.years.map((year) => this.layers.space.years.indexOf(year));
  }

  get stage(): Stage {
    return this.source.question.stage ?? "FINAL";
  }

  /** The column of a measure and subject: one for all years. */
  async #column(measure: MeasureCode, subject: ComparedSubject | null, turns: Turns): Promise<CellColumn> {
    const key = `${measure}|${subject?.id ?? 0}`;
    const known = this.#columnsByKey.get(key);
    if (known) return known;
    await giveWay(turns);
    const column = this.#createColumn(measure, subject);
    await column.column.fill(turns);
    this.#columnsByKey.set(key, column);
    return column;
  }

  /** The total of a measure as told, of which shares are parts. */
  wholeOf(measure: MeasureCode): UnitColumn {
    let whole = this.#wholes.get(measure);
    if (!whole) {
      const settings = { stage: this.stage, perHead: false, real: false };
      this.#wholes.set(measure, (whole = new UnitColumn(measure, 0, this.layers, settings)));
    }
    return whole;
  }

  cursorOf(rowIndex: number): string | null {
    const row = this.#page[rowIndex];
    if (!row) return null;
    const entity = this.entities[row.entity];
    return encodeCursor({ version: this.dataVersion, entity: entity?.key ?? "", year: this.#yearOf(row) ?? 0 }, this.source.question);
  }

  /** Scope id of a unit's figures; 0 where it has none. */
  scopeOf(unitId: number): number {
    this.#unitIndexes ??= new Map(this.layers.space.unitIds.map((id, index) => [id, index]));
    return this.layers.scopes[this.#unitIndexes.get(unitId) ?? -1] ?? 0;
  }

  /** Reads what depends on the rows of the page: their citations, and the names of the units shown. */
  async complete(store: ComparisonStore, turns: Turns): Promise<void> {
    const { needs } = this.source.question;
    this.rows = this.#page.map((row) => this.#describe(row));
    if (needs.citations.size > 0 && !this.layers.citationLayout) await this.#readCitations(store, this.rows);
    const coverage = needs.coverage ? await measureCoverage(this, turns) : undefined;
    const warnings = needs.warnings ? await collectWarnings(this, turns) : [];
    await this.#readNames(store, [
      ...this.rows.map(({ entity }) => entity.unit),
      ...(coverage?.missing ?? []),
      ...warnings.flatMap(({ units }) => units),
    ]);
    if (this.#named.size > 0) this.rows = this.#page.map((row) => this.#describe(row));
    this.coverage = coverage && {
      ...coverage,
      missing: coverage.missing.map((unit) => this.named(unit)),
      gaps: coverage.gaps.map(({ unit, year }) => ({ unit: this.named(unit), year })),
    };
    this.warnings = warnings.map((warning) => warning.told((unit) => this.named(unit).name));
  }

  /**
   * The rows in pages of so many, one after the other; nothing is computed twice. With the store the citations of each page are read, and hold
   * until the next one is asked for.
   */
  async *pages(rowCount: number, citations?: ComparisonStore): AsyncGenerator<readonly ComparisonRow[]> {
    for (let from = 0; from < this.#page.length; from += rowCount) {
      const rows = this.#page.slice(from, from + rowCount).map((row) => this.#describe(row));
      if (citations) await this.#readCitations(citations, rows);
      yield rows;
    }
  }

  /** A unit with its names. */
  named(unit: ComparedUnit): ComparedUnit {
    return this.#named.get(unit.id) ?? unit;
  }

  async #readNames(store: ComparisonStore, units: readonly (ComparedUnit | null)[]): Promise<void> {
    const nameless = new Set(units.filter((unit) => unit !== null && unit.name === "").map((unit) => unit?.id ?? 0));
    if (nameless.size > 0) this.#named = await store.readUnits([...nameless]);
  }

  async #readCitations(store: ComparisonStore, rows: readonly ComparisonRow[]): Promise<void> {
    const { subjects, question } = this.source;
    const revisions = new Set<number>();
    for (const { slots } of rows) {
      slots.forEach((slot, index) => {
        const revision = this.columns[index]?.revisionAt(slot) ?? 0;
        if (revision > 0) revisions.add(revision);
      });
    }
    const measures = question.measures.filter((code) => !measureOf(code).ratio);
    if (measures.length === 0) return;
    this.#citations = await store.readCitations({
      revisionIds: [...revisions],
      measureIds: measures.map(measureIdOf),
      subjectIds: subjects.length === 0 ? [0] : subjects.map(({ id }) => id),
      stageId: STAGES[this.stage].id,
      parts: [...question.needs.citations],
    });
  }

  citationAt(column: CellColumn, slot: number): FigureCitation | null {
    const revision = column.revisionAt(slot);
    if (revision === 0) return null;
    const { citationLayout } = this.layers;
    if (!citationLayout) return this.#citations.get(citationKey(revision, measureIdOf(column.measure), column.subjectId)) ?? null;
    const row = column.rowAt(slot);
    // A figure that the hub computes stands in no document.
    return row && row[citationLayout.sectionTitle ?? -1] !== null ? new FigureCitation(revision, row, citationLayout) : null;
  }

  #createEntities(): readonly ComparedEntity[] {
    const { groupBy } = this.source.question;
    if (groupBy === undefined || !this.addable) return unitEntities(this.source, this.layers);
    if (groupBy === "SUBJECT") return subjectEntities(this.source, this.addable);
    return groupEntities(groupBy, this.source, this.addable);
  }

  #createColumn(measure: MeasureCode, subject: ComparedSubject | null): CellColumn {
    const { question, subjects } = this.source;
    const settings = { stage: this.stage, perHead: question.per !== undefined, real: question.terms === "REAL" };
    const unitColumn = (subjectId: number): UnitColumn =>
      new UnitColumn(measure, measureOf(measure).ratio ? 0 : subjectId, this.layers, settings);
    const summed = this.addable && { members: this.entities.map((entity) => entity.members), leftOut: this.addable.leftOut };
    const aggregate = question.aggregate ?? "SUM";
    if (question.groupBy === "SUBJECT" && subject === null) {
      const each = subjects.map(({ id }) => unitColumn(id));
      const empty = unitColumn(0);
      const column = new ComparedColumn((entity) => each[entity] ?? empty, summed, aggregate, this.entities.length, this.yearCount);
      return new CellColumn(this, measure, 0, column);
    }
    const subjectId = subject?.id ?? 0;
    const one = unitColumn(subjectId);
    return new CellColumn(this, measure, subjectId, new ComparedColumn(() => one, summed, aggregate, this.entities.length, this.yearCount));
  }

  #placeAfter(rows: readonly RowAddress[], { entity, year }: ComparisonCursor): number {
    const place = rows.findIndex((row) => this.entities[row.entity]?.key === entity && (this.#yearOf(row) ?? 0) === year);
    if (place < 0) throw new ComparisonError("BAD_CURSOR", "The row of `after` is not in the answer");
    return place + 1;
  }

  #yearOf(row: RowAddress): number | null {
    return row.year < 0 ? null : (this.layers.space.years[row.year] ?? null);
  }

  #describe(row: RowAddress): ComparisonRow {
    const base = row.entity * this.yearCount;
    const entity = this.entities[row.entity];
    if (!entity) throw new ComparisonError("INVALID_ARGUMENT", "A row without an entity");
    const years = this.layers.space.years;
    return {
      entity: entity.unit ? { ...entity, ...this.#nameOf(entity.unit) } : entity,
      year: this.#yearOf(row),
      slots: this.headings.map(({ year }) => base + (year !== null && isFiscalYear(year) ? years.indexOf(year) : row.year)),
    };
  }

  #nameOf(unit: ComparedUnit): Pick<ComparedEntity, "unit" | "name"> {
    const named = this.named(unit);
    return { unit: named, name: named.name };
  }
}
