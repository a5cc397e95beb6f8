import type { CellAspect, CellAddress, ComparisonQuestion } from "../../src/compare/comparison-question";
import type { DisclosureKind, Scope } from "../../src/model/disclosure-kind";
import type { MeasureCode } from "../../src/model/measures";
import { measureOf } from "../../src/model/measures";
import type { Stage } from "../../src/model/stage";
import { normaliseUnitName, parseUnitName } from "../../src/model/unit-name";
import type { ComparisonWorld, FigureFact, UnitFacts } from "./comparison-fixture";

/**
 * The comparison again, as slowly and as plainly as it can be said: loops over the published facts, fractions of big integers, no index and no
 * cache. It shares the vocabulary with the engine and not a line of its working.
 */
export function compareSlowly(world: ComparisonWorld, question: ComparisonQuestion, version: number): ToldComparison {
  return new SlowComparison(world, question, version).tell();
}

export interface ToldCell {
  value: string | null;
  status: string;
  unitCount: number;
  yearOnYear: { amount: string; rate: string | null; basis: string; unitCount: number } | null;
  execution: { rate: string | null; stage: string | null } | null;
  share: string | null;
  cagr: string | null;
  rank: number | null;
  percentile: string | null;
  zScore: string | null;
  quartiles: (string | null)[] | null;
  peerCount: number;
  derived: boolean;
  fromBudget: boolean;
}

export interface ToldComparison {
  rows: { key: string; year: number | null; cells: ToldCell[] }[];
  coverage: { expected: number; disclosed: number; missing: string[] };
}

/** numerator ÷ denominator, to the nearest integer; halves away from zero. */
function nearest(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n !== denominator < 0n ? -1n : 1n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const whole = top / bottom;
  return sign * ((top - whole * bottom) * 2n >= bottom ? whole + 1n : whole);
}

/** What is beyond exact integers of a JavaScript number is not told. */
const safe = (value: bigint): bigint | null => (value > 9_007_199_254_740_991n || value < -9_007_199_254_740_991n ? null : value);

const percent = (part: bigint, whole: bigint): bigint | null => (whole === 0n ? null : safe(nearest(part * 10_000n, whole)));

/** The nearest integer to the n-th root of a fraction, times 10,000, less 10,000: by halving. */
function compound(first: bigint, last: bigint, years: number): bigint | null {
  if (first <= 0n || last < 0n || years < 1) return null;
  // Is growth factor × 20,000 at least n? (n / 20,000)^years ≤ last / first.
  const atLeast = (n: bigint): boolean => n <= 0n || n ** BigInt(years) * first <= 20_000n ** BigInt(years) * last;
  const above = (n: bigint): boolean => n < 0n || n ** BigInt(years) * first < 20_000n ** BigInt(years) * last;
  let [low, high] = [-20_000n, (2n * last * 20_000n) / first + 40_000n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    // rate ≥ middle hundredths, with halves: factor×20000 ≥ 20000 + 2·middle − 1 (positive), > for negative halves.
    const edge = 20_000n + 2n * middle - 1n;
    if (middle > 0n ? atLeast(edge) : above(edge)) low = middle;
    else high = middle;
  }
  return low;
}

type Numbers = { top: bigint; bottom: bigint };

interface Entity {
  key: string;
  units: UnitFacts[];
  subject: string | undefined;
  peerGroup: string | null;
  shown: boolean;
}

const sorted = new WeakMap<ComparisonWorld, Map<number, ReadonlyMap<string, readonly FigureFact[]>>>();

/** The facts that stand at a data version, by unit: the same for every question. */
function factsAt(world: ComparisonWorld, version: number): ReadonlyMap<string, readonly FigureFact[]> {
  const versions = sorted.get(world) ?? new Map<number, ReadonlyMap<string, readonly FigureFact[]>>();
  sorted.set(world, versions);
  const known = versions.get(version);
  if (known) return known;
  const facts = new Map<string, FigureFact[]>();
  for (const fact of world.figures) {
    if ((fact.from ?? 1) > version || (fact.to ?? Infinity) <= version) continue;
    facts.set(fact.unit, [...(facts.get(fact.unit) ?? []), fact]);
  }
  versions.set(version, facts);
  return facts;
}

const spans = new WeakMap<ComparisonWorld, readonly [number, number]>();

/** The first and the last year of any figure. */
function yearsOf(world: ComparisonWorld): readonly [number, number] {
  const known = spans.get(world);
  if (known) return known;
  const years = world.figures.map(({ year }) => year);
  const span = [Math.min(...years), Math.max(...years)] as const;
  spans.set(world, span);
  return span;
}

class SlowComparison {
  private readonly years: number[];
  private readonly units: UnitFacts[];
  private readonly selected: ReadonlySet<string>;
  private readonly stage: Stage;
  private readonly factsOf: ReadonlyMap<string, readonly FigureFact[]>;
  /** Answers already worked out: remembering them changes none, and saves hours. */
  private readonly remembered = new Map<string, unknown>();
  private readonly scopes = new Map<string, Scope | null>();
  private readonly entities: Entity[];
  /** Units selected, and those whose figures they carry on: only their history is followed. */
  private readonly reached = new Set<string>();

  constructor(
    private readonly world: ComparisonWorld,
    private readonly question: ComparisonQuestion,
    version: number,
  ) {
    this.stage = question.stage ?? "FINAL";
    this.factsOf = factsAt(world, version);
    const { years, yearFrom, yearTo } = question.where;
    const [first, last] = yearsOf(world);
    const [from, to] = [yearFrom ?? first, yearTo ?? last];
    this.years = years ? [...new Set(years)].sort() : Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
    const selected = this.select();
    this.selected = new Set(selected.map(({ code }) => code));
    const folded = this.carriedOver(selected);
    for (const { code } of selected) if (!folded.has(code)) this.scopeOf(code);
    this.units = selected.filter((unit) => !folded.has(unit.code));
    this.entities = this.makeEntities(folded);
  }

  tell(): ToldComparison {
    const { pivotByYear } = this.question;
    const rows: { entity: Entity; year: number | null }[] = [];
    for (const entity of this.entities.filter(({ shown }) => shown)) {
      for (const year of pivotByYear ? [null] : this.years) rows.push({ entity, year });
    }
    const kept = rows.filter((row) => this.isKept(row));
    const ordered = this.order(kept);
    return {
      rows: ordered.map(({ entity, year }) => ({
        key: entity.key,
        year,
        cells: this.columns().map((column) => this.tellCell(entity, column.year ?? year ?? 0, column.measure, column.subject)),
      })),
      coverage: this.coverage(),
    };
  }

  private columns(): { measure: MeasureCode; subject: string | undefined; year: number | null }[] {
    const { measures, groupBy, pivotByYear } = this.question;
    const subjects = groupBy === "SUBJECT" || this.subjects().length === 0 ? [undefined] : this.subjects();
    const years = pivotByYear ? this.years : [null];
    return measures.flatMap((measure) =>
      subjects.flatMap((subject) => years.map((year) => ({ measure, subject: measureOf(measure).ratio ? undefined : subject, year }))),
    );
  }

  private subjects(): string[] {
    return this.remember("subjects", () => this.findSubjects());
  }

  private findSubjects(): string[] {
    const { subjects, includeDescendants, subjectLevel } = this.question;
    const known = this.world.subjects ?? [];
    if (!subjects) return [];
    const below = (code: string): string[] => [
      code,
      ...known.filter(({ parent }) => parent === code).flatMap((child) => below(child.code)),
    ];
    const all = includeDescendants ? [...new Set(subjects.flatMap(below))].sort() : subjects;
    return all.filter((code) => subjectLevel === undefined || known.find((subject) => subject.code === code)?.level === subjectLevel);
  }

  private select(): UnitFacts[] {
    const { units, regions, parents, natures, levels, text } = this.question.where;
    const named = units?.flatMap((term) => this.named(term) ?? []);
    const pool = named ?? [...this.world.units].sort((a, b) => (a.code < b.code ? -1 : 1));
    const chosen = pool.filter(
      (unit) =>
        (!regions || regions.some((region) => this.isIn(unit.region, region))) &&
        (!parents || parents.some((parent) => this.isBelow(unit, this.named(parent)?.code))) &&
        (!natures || (unit.nature !== undefined && natures.includes(unit.nature))) &&
        (!levels || (unit.level !== undefined && levels.includes(unit.level))) &&
        (text === undefined || normaliseUnitName(unit.name ?? unit.code).includes(normaliseUnitName(text))),
    );
    return [...new Set(chosen)];
  }

  private named(term: string): UnitFacts | undefined {
    const find = (key: string): UnitFacts | undefined =>
      this.world.units.find(
        ({ code, name, aliases }) => code === term || [name ?? code, ...(aliases ?? [])].map(normaliseUnitName).includes(key),
      );
    return find(normaliseUnitName(term)) ?? find(normaliseUnitName(parseUnitName(term).name));
  }

  private isIn(code: string | undefined, region: string): boolean {
    const known = this.world.regions?.find((one) => one.code === code);
    return known !== undefined && (known.code === region || known.name === region || this.isIn(known.parent, region));
  }

  private isBelow(unit: UnitFacts, above: string | undefined): boolean {
    const parent = this.world.units.find(({ code }) => code === unit.parent);
    return above !== undefined && parent !== undefined && (parent.code === above || this.isBelow(parent, above));
  }

  /** Codes of units whose figures a selected unit carries on, at any distance. */
  private carriedOver(selected: readonly UnitFacts[]): Set<string> {
    const carried = new Set<string>();
    const visit = (code: string): void => {
      this.reached.add(code);
      for (const { from } of this.stepsTo(code)) {
        carried.add(from);
        visit(from);
      }
    };
    selected.forEach(({ code }) => visit(code));
    return carried;
  }

  private stepsTo(code: string) {
    const steps = (this.world.lineage ?? []).filter((step) => step.to === code && (step.form ?? "RENAME") !== "SPLIT");
    return this.reached.has(code) ? steps : [];
  }

  private makeEntities(folded: ReadonlySet<string>): Entity[] {
    const { groupBy, peers } = this.question;
    if (groupBy === undefined) {
      const others =
        (peers ?? "SELECTION") === "SELECTION"
          ? []
          : this.world.units.filter((unit) => !this.units.includes(unit) && !folded.has(unit.code));
      return [...this.units, ...others].map((unit) => ({
        key: unit.code,
        units: [unit],
        subject: undefined,
        peerGroup: this.peerGroupOf(unit),
        shown: this.units.includes(unit),
      }));
    }
    const addable = this.units.filter((unit) => this.years.some((year) => !this.isCountedIn(unit, year)));
    if (groupBy === "SUBJECT") {
      return this.subjects().map((code) => ({
        key: code,
        units: addable,
        subject: code,
        peerGroup: this.world.subjects?.find((subject) => subject.code === code)?.level ?? "",
        shown: true,
      }));
    }
    const keyOf = (unit: UnitFacts): string => {
      if (groupBy === "YEAR") return "";
      if (groupBy === "REGION") return unit.region ?? "NONE";
      if (groupBy === "UNIT_NATURE") return unit.nature ?? "NONE";
      return unit.parent ?? unit.code;
    };
    return [...new Set(addable.map(keyOf))]
      .sort()
      .map((key) => ({ key, units: addable.filter((unit) => keyOf(unit) === key), subject: undefined, peerGroup: "", shown: true }));
  }

  /** The units that are added up in a year. */
  private unitsIn({ units }: Entity, year: number): UnitFacts[] {
    return this.question.groupBy === undefined ? units : units.filter((unit) => !this.isCountedIn(unit, year));
  }

  /** Whether a selected department that tells of a year with all its units has this one among them. */
  private isCountedIn(unit: UnitFacts, year: number): boolean {
    return this.remember(`counted in ${unit.code} ${year}`, () => {
      const tells = ({ code }: UnitFacts): boolean => this.standingScope(code) === "DEPARTMENT" && this.told(code, year);
      return this.units.some(
        (other) =>
          other !== unit &&
          tells(other) &&
          this.aboveIn(unit.code, year).has(other.code) &&
          // Two departments that name each other: the first of them counts the other in.
          !(tells(unit) && this.aboveIn(other.code, year).has(unit.code) && unit.code < other.code),
      );
    });
  }

  /** Codes of all units above one in a year. */
  private aboveIn(code: string, year: number, heir?: string): Set<string> {
    const before = (one: string): string[] => (one === heir ? [] : this.predecessors(one, year));
    const selves = new Set<string>();
    const isSelf = (one: string): void => {
      selves.add(one);
      before(one).forEach(isSelf);
    };
    isSelf(code);
    const above = new Set<string>();
    const climb = (one: string): void => {
      const parent = this.world.units.find((unit) => unit.code === one)?.parent;
      const heirs = (this.world.lineage ?? []).filter(
        ({ from, to, form, year: since }) => from === one && form !== "SPLIT" && year < since && to !== heir && this.reached.has(to),
      );
      const [only, ...more] = this.stepsTo(one);
      const former = only && more.length === 0 && (only.form ?? "RENAME") === "RENAME" ? before(one) : [];
      for (const next of [...(parent ? [parent] : []), ...this.listersOf(one, year), ...heirs.map(({ to }) => to), ...former]) {
        if (above.has(next)) continue;
        above.add(next);
        climb(next);
      }
    };
    selves.forEach(climb);
    return new Set([...above].filter((one) => !selves.has(one)));
  }

  /** Codes of the departments whose printed list of a year names a unit, by its name of today, by a former one or by another. */
  private listersOf(code: string, year: number): string[] {
    return (this.world.lists ?? [])
      .filter((list) => list.year === year && this.kindsAsked().includes(list.kind ?? "FINAL_ACCOUNTS") && this.stands(list))
      .filter(({ unit, names }) =>
        names.some((name) => {
          const named = this.named(parseUnitName(name).name)?.code;
          const renamed = (this.world.lineage ?? []).find(
            ({ from, to, form, year: since }) => from === named && (form ?? "RENAME") === "RENAME" && since <= year && this.reached.has(to),
          );
          return unit !== named && (renamed?.to ?? named) === code;
        }),
      )
      .map(({ unit }) => unit);
  }

  /** Whether the disclosure with this list is published at the data version. */
  private stands({ unit, year, kind, from }: NonNullable<ComparisonWorld["lists"]>[number]): boolean {
    return (this.factsOf.get(unit) ?? []).some(
      (fact) =>
        fact.year === year &&
        (fact.kind ?? "FINAL_ACCOUNTS") === (kind ?? "FINAL_ACCOUNTS") &&
        fact.scope === "DEPARTMENT" &&
        (from === undefined || (fact.from ?? 1) === from),
    );
  }

  private peerGroupOf(unit: UnitFacts): string | null {
    switch (this.question.peers ?? "SELECTION") {
      case "SELECTION":
        return "all";
      case "REGION_AND_LEVEL":
        return unit.region === undefined || unit.level === undefined ? null : `${unit.region} ${unit.level}`;
      case "PARENT":
        return unit.parent ?? null;
      case "NATURE":
        return unit.nature ?? null;
    }
  }

  // ---- figures of one unit

  private bases(measure: MeasureCode): MeasureCode[] {
    const { ratio } = measureOf(measure);
    return ratio ? [ratio.numerator as MeasureCode, ratio.denominator as MeasureCode] : [measure];
  }

  private kinds(): DisclosureKind[] {
    return this.question.where.kind ? [this.question.where.kind] : ["BUDGET", "FINAL_ACCOUNTS"];
  }

  private isAsked(fact: FigureFact): boolean {
    const subjects = this.subjects();
    return (
      (fact.stage ?? "FINAL") === this.stage &&
      this.kinds().includes(fact.kind ?? "FINAL_ACCOUNTS") &&
      (this.question.where.scope === undefined || (fact.scope ?? "UNIT") === this.question.where.scope) &&
      this.question.measures.some(
        (measure) =>
          this.bases(measure).includes(fact.measure) &&
          (measureOf(measure).ratio || subjects.length === 0 ? fact.subject === undefined : subjects.includes(fact.subject ?? "")),
      )
    );
  }

  private scopeOf(code: string, preferred?: Scope | null): Scope | null {
    const known = this.scopes.get(code);
    if (known !== undefined) return known;
    const isPredecessor = preferred !== undefined;
    const facts = (this.factsOf.get(code) ?? []).filter((fact) => this.isAsked(fact) && this.years.includes(fact.year));
    const has = (scope: Scope): boolean => facts.some((fact) => (fact.scope ?? "UNIT") === scope);
    const own = this.selected.has(code) && (this.question.where.units?.some((term) => this.ownName(term) === code) ?? false);
    let scope: Scope | null = null;
    if (preferred && has(preferred)) scope = preferred;
    else if (own && !isPredecessor) scope = has("UNIT") ? "UNIT" : null;
    else scope = has("DEPARTMENT") ? "DEPARTMENT" : has("UNIT") ? "UNIT" : (preferred ?? null);
    this.scopes.set(code, scope);
    for (const { from } of this.stepsTo(code)) this.scopeOf(from, scope);
    return scope;
  }

  /** A unit that told nothing itself stands in the scope of its first predecessor. */
  private standingScope(code: string): Scope | null {
    const [first] = this.stepsTo(code).sort((a, b) => a.year - b.year);
    return this.scopeOf(code) ?? (first ? this.standingScope(first.from) : null);
  }

  /** The unit that a term names only without its suffix 本级. */
  private ownName(term: string): string | undefined {
    const { name, isOwnUnit } = parseUnitName(term);
    const key = normaliseUnitName(term);
    const whole = this.world.units.some(({ code, name: full }) => code === term || normaliseUnitName(full ?? code) === key);
    return isOwnUnit && !whole ? this.named(name)?.code : undefined;
  }

  private ownTold(code: string, year: number): boolean {
    const scope = this.scopeOf(code);
    return (this.factsOf.get(code) ?? []).some((fact) => fact.year === year && (fact.scope ?? "UNIT") === scope && this.isAsked(fact));
  }

  private told(code: string, year: number): boolean {
    return this.remember(`told ${code} ${year}`, () => this.isTold(code, year));
  }

  private remember<T>(key: string, work: () => T): T {
    if (!this.remembered.has(key)) this.remembered.set(key, work());
    return this.remembered.get(key) as T;
  }

  private isTold(code: string, year: number): boolean {
    return this.ownTold(code, year) || this.predecessors(code, year).some((one) => this.told(one, year));
  }

  private predecessors(code: string, year: number): string[] {
    return this.stepsTo(code)
      .filter((step) => year < step.year)
      .map(({ from }) => from);
  }

  /** The units whose figures are this unit's in a year, itself among them where it told something; none where it has no history that told anything. */
  private sources(code: string, year: number): string[] {
    const before = this.predecessors(code, year);
    if (!before.some((one) => this.told(one, year))) return [];
    const all = this.ownTold(code, year) ? [code, ...before] : before;
    const tells = (one: string): boolean =>
      one === code ? this.standingScope(one) === "DEPARTMENT" : this.standingScope(one) === "DEPARTMENT" && this.told(one, year);
    // What a department among them counts in is not added to it; of two that name each other the first counts the other in.
    return all.filter(
      (one) =>
        !all.some(
          (other) =>
            other !== one &&
            tells(other) &&
            this.aboveIn(one, year, code).has(other) &&
            !(tells(one) && this.aboveIn(other, year, code).has(one) && one < other),
        ),
    );
  }

  private figure(code: string, year: number, measure: MeasureCode, subject: string | undefined, stage: Stage): Figure {
    return this.remember(`figure ${code} ${year} ${measure} ${subject} ${stage}`, () =>
      this.findFigure(code, year, measure, subject, stage),
    );
  }

  private findFigure(code: string, year: number, measure: MeasureCode, subject: string | undefined, stage: Stage): Figure {
    const sources = this.sources(code, year);
    if (sources.length === 0) return this.ownFigure(code, year, measure, subject, stage);
    const parts = sources.map((one) =>
      one === code ? this.ownFigure(code, year, measure, subject, stage) : this.figure(one, year, measure, subject, stage),
    );
    const [first = NOTHING] = parts;
    if (parts.length === 1) return first;
    if (new Set(parts.map(({ status }) => status)).size > 1) return { ...NOTHING, derived: true };
    const value = first.value === null ? null : parts.reduce((sum, part) => sum + (part.value ?? 0n), 0n);
    return { status: first.status, value, derived: true, fromBudget: false };
  }

  private ownFigure(code: string, year: number, measure: MeasureCode, subject: string | undefined, stage: Stage): Figure {
    const scope = this.scopeOf(code);
    const found = (this.factsOf.get(code) ?? []).filter(
      (fact) =>
        fact.year === year &&
        fact.measure === measure &&
        fact.subject === subject &&
        (fact.stage ?? "FINAL") === stage &&
        (fact.scope ?? "UNIT") === scope &&
        this.kinds().includes(fact.kind ?? "FINAL_ACCOUNTS") &&
        (fact.status ?? (fact.value === null ? "NOT_DISCLOSED" : "REPORTED")) !== "NOT_DISCLOSED",
    );
    const fact = found.find(({ kind }) => kind === "BUDGET") ?? found[0];
    if (!fact) return NOTHING;
    const status = fact.status ?? (fact.value === null ? "NOT_DISCLOSED" : "REPORTED");
    return {
      status,
      value: status === "REPORTED" && fact.value !== null ? BigInt(fact.value) : null,
      derived: fact.derived === true,
      fromBudget: fact.kind === "BUDGET",
    };
  }

  /** Heads of the units whose figures stand for a unit in a year, counted in the year that the figures are about. */
  private factor(code: string, year: number, about: number): bigint | null {
    const sources = this.sources(code, year);
    if (sources.length === 0) return this.ownFactor(code, about);
    const parts = sources.map((one) => (one === code ? this.ownFactor(code, about) : this.factor(one, year, about)));
    return parts.includes(null) ? null : parts.reduce<bigint>((sum, part) => sum + (part ?? 0n), 0n);
  }

  private ownFactor(code: string, year: number): bigint | null {
    const name = this.question.per === "STAFF" ? "STAFF" : "POPULATION";
    const found = this.world.factors?.find((one) => one.unit === code && one.year === year && one.factor === name);
    return found ? BigInt(found.value) : null;
  }

  private price(year: number | undefined): bigint | null {
    const found = year === undefined ? undefined : this.world.prices?.[year];
    return found === undefined ? null : BigInt(found);
  }

  // ---- values

  private needsHeads(measure: MeasureCode): boolean {
    const { ratio, kind } = measureOf(measure);
    return this.question.per !== undefined && !ratio && (kind === "MONEY" || kind === "COUNT");
  }

  private isReal(measure: MeasureCode): boolean {
    return this.question.terms === "REAL" && measureOf(measure).kind === "MONEY";
  }

  /** What sums of numerators and denominators come to in a year; null where it cannot be told. */
  private quotient(measure: MeasureCode, { top, bottom }: Numbers, year: number): bigint | null {
    const { ratio } = measureOf(measure);
    if (ratio?.form === "SHARE") return bottom === 0n ? null : safe(nearest(top * 10_000n, bottom) * 100n);
    let [numerator, denominator] = [top, ratio || this.needsHeads(measure) ? bottom : 1n];
    if (this.isReal(measure)) {
      const [now, base] = [this.price(year), this.price(this.question.baseYear)];
      if (now === null || base === null) return null;
      numerator *= base;
      denominator *= now;
    }
    return denominator === 0n ? null : safe(nearest(numerator, denominator));
  }

  /** The parts of one unit's value in a year, and why there are none. `about` is the year that the stage tells of. */
  private parts(unit: UnitFacts, year: number, about: number, measure: MeasureCode, subject: string | undefined, stage: Stage): Parted {
    const [top = NOTHING, bottom] = this.bases(measure).map((base) =>
      this.figure(unit.code, year, base, measureOf(measure).ratio ? undefined : subject, stage),
    );
    if (top.value === null || (bottom && bottom.value === null)) {
      const statuses = [top, ...(bottom ? [bottom] : [])].map(({ status }) => status).filter((status) => status !== "REPORTED");
      return {
        status: statuses.length > 0 && statuses.every((one) => one === statuses[0]) ? (statuses[0] ?? "NOT_DISCLOSED") : "NOT_DISCLOSED",
      };
    }
    const heads = this.needsHeads(measure) ? this.factor(unit.code, year, about) : 0n;
    if (heads === null) return { status: "FACTOR_MISSING" };
    if (this.isReal(measure) && (this.price(about) === null || this.price(this.question.baseYear) === null))
      return { status: "FACTOR_MISSING" };
    const numbers = { top: top.value, bottom: bottom ? (bottom.value ?? 0n) : heads };
    return this.quotient(measure, numbers, about) === null ? { status: "NOT_COMPUTABLE" } : { status: "REPORTED", numbers };
  }

  private unitParts(unit: UnitFacts, year: number, measure: MeasureCode, subject: string | undefined): Parted {
    return this.parts(unit, year, year, measure, subject, this.stage);
  }

  private value(entity: Entity, year: number, measure: MeasureCode, subject: string | undefined): Valued {
    return this.remember(`value ${entity.key} ${year} ${measure} ${subject}`, () => this.findValue(entity, year, measure, subject));
  }

  private findValue(entity: Entity, year: number, measure: MeasureCode, subject: string | undefined): Valued {
    const subjectCode = entity.subject ?? subject;
    const all = this.unitsIn(entity, year).map((unit) => this.unitParts(unit, year, measure, subjectCode));
    const told = all.flatMap(({ numbers }) => numbers ?? []);
    if (this.question.groupBy === undefined) {
      const [only] = all;
      return {
        status: only?.status ?? "NOT_DISCLOSED",
        value: only?.numbers ? this.quotient(measure, only.numbers, year) : null,
        count: told.length,
      };
    }
    if (told.length === 0) {
      const others = all.map(({ status }) => status);
      const order = ["FACTOR_MISSING", "NOT_COMPUTABLE", "NOT_APPLICABLE"];
      const status = order.find((one) => others.includes(one)) ?? "NOT_DISCLOSED";
      return { status, value: null, count: 0 };
    }
    const value = this.aggregate(measure, told, year);
    return { status: value === null ? "NOT_COMPUTABLE" : "REPORTED", value, count: told.length };
  }

  private aggregate(measure: MeasureCode, told: Numbers[], year: number): bigint | null {
    const values = told.map((numbers) => this.quotient(measure, numbers, year) ?? 0n).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    switch (this.question.aggregate ?? "SUM") {
      case "SUM":
        return this.adds(measure) ? this.quotient(measure, sumOf(told), year) : null;
      case "MEAN":
        return nearest(
          values.reduce((sum, value) => sum + value, 0n),
          BigInt(values.length),
        );
      case "MEDIAN":
        return quantile(values, 2n);
      case "MIN":
        return values[0] ?? null;
      case "MAX":
        return values.at(-1) ?? null;
      case "COUNT":
        return BigInt(values.length);
    }
  }

  private adds(measure: MeasureCode): boolean {
    return measureOf(measure).addsOverUnits || measureOf(measure).ratio !== undefined;
  }

  private tellCell(entity: Entity, year: number, measure: MeasureCode, subject: string | undefined): ToldCell {
    const { value, status, count } = this.value(entity, year, measure, subject);
    const peers = this.peerValues(entity, year, measure, subject);
    const change = this.yearOnYear(entity, year, measure, subject);
    const execution = this.execution(entity, year, measure, subject);
    const isUnit = this.question.groupBy === undefined;
    const bases =
      isUnit && entity.units[0]
        ? this.bases(measure).map((base) => this.figure(entity.units[0]!.code, year, base, subject, this.stage))
        : [];
    const [whole] = this.question.needs.shareOf;
    return {
      value: text(value),
      status,
      unitCount: count,
      yearOnYear: change && { amount: String(change.amount), rate: text(change.rate), basis: change.basis, unitCount: change.count },
      execution: execution && { rate: text(execution.rate), stage: execution.stage },
      share: whole === undefined ? null : text(this.share(entity, year, measure, subject, whole)),
      cagr: text(this.cagr(entity, year, measure, subject)),
      rank: value === null || !peers ? null : peers.filter((peer) => peer > value).length + 1,
      percentile: value === null || !peers ? null : text(percentile(peers, value)),
      zScore: value === null || !peers ? null : text(zScore(peers, value)),
      quartiles: !peers || peers.length === 0 ? null : [1n, 2n, 3n].map((which) => text(quantile(peers, which))),
      peerCount: peers?.length ?? 0,
      derived: value !== null && bases.some(({ derived }) => derived),
      fromBudget: bases[0]?.fromBudget ?? false,
    };
  }

  private peerValues(entity: Entity, year: number, measure: MeasureCode, subject: string | undefined): bigint[] | null {
    if (entity.peerGroup === null) return null;
    return this.entities
      .filter(({ peerGroup }) => peerGroup === entity.peerGroup)
      .flatMap((one) => this.value(one, year, measure, subject).value ?? [])
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }

  private tellsChanges(measure: MeasureCode): boolean {
    const { groupBy, aggregate } = this.question;
    return groupBy === undefined || ((aggregate ?? "SUM") === "SUM" && this.adds(measure));
  }

  private yearOnYear(entity: Entity, year: number, measure: MeasureCode, subject: string | undefined) {
    if (!this.tellsChanges(measure)) return null;
    const subjectCode = entity.subject ?? subject;
    const now: Numbers[] = [];
    const then: Numbers[] = [];
    const bases = new Set<string>();
    const stated = this.stage === "FINAL" ? "PRIOR_FINAL" : this.stage === "INITIAL_BUDGET" ? "PRIOR_BUDGET" : undefined;
    for (const unit of this.unitsIn(entity, year)) {
      const current = this.unitParts(unit, year, measure, subjectCode).numbers;
      if (!current) continue;
      const published = this.unitParts(unit, year - 1, measure, subjectCode).numbers;
      const told = published ?? (stated && this.parts(unit, year, year - 1, measure, subjectCode, stated).numbers);
      if (!told) continue;
      now.push(current);
      then.push(told);
      bases.add(published ? "PUBLISHED" : "STATED");
    }
    const value = now.length === 0 ? null : this.quotient(measure, sumOf(now), year);
    const prior = now.length === 0 ? null : this.quotient(measure, sumOf(then), year - 1);
    if (value === null || prior === null || safe(value - prior) === null) return null;
    const basis = bases.size > 1 ? "MIXED" : [...bases].join();
    return { amount: value - prior, rate: percent(value - prior, prior < 0n ? -prior : prior), basis, count: now.length };
  }

  private execution(entity: Entity, year: number, measure: MeasureCode, subject: string | undefined) {
    const { ratio, addsOverUnits } = measureOf(measure);
    if (ratio || !addsOverUnits) return null;
    const stages = new Set<Stage>();
    let [final, budget] = [0n, 0n];
    for (const { code } of this.unitsIn(entity, year)) {
      const at = (stage: Stage): bigint | null => this.figure(code, year, measure, entity.subject ?? subject, stage).value;
      const done = at("FINAL");
      const stage = at("ADJUSTED_BUDGET") === null ? "INITIAL_BUDGET" : "ADJUSTED_BUDGET";
      const planned = at(stage);
      if (done === null || planned === null) continue;
      final += done;
      budget += planned;
      stages.add(stage);
    }
    if (stages.size === 0) return null;
    return { rate: percent(final, budget), stage: stages.size > 1 ? null : ([...stages][0] ?? null) };
  }

  private share(entity: Entity, year: number, measure: MeasureCode, subject: string | undefined, whole: MeasureCode): bigint | null {
    if (!measureOf(measure).addsOverUnits || !measureOf(whole).addsOverUnits) return null;
    let [part, sum, any] = [0n, 0n, false];
    for (const { code } of this.unitsIn(entity, year)) {
      const own = this.figure(code, year, measure, entity.subject ?? subject, this.stage).value;
      const total = this.figure(code, year, whole, undefined, this.stage).value;
      if (own === null || total === null) continue;
      [part, sum, any] = [part + own, sum + total, true];
    }
    return any ? percent(part, sum) : null;
  }

  private cagr(entity: Entity, year: number, measure: MeasureCode, subject: string | undefined): bigint | null {
    if (!this.tellsChanges(measure)) return null;
    const first = this.years.find((one) => this.value(entity, one, measure, subject).value !== null);
    if (first === undefined || first >= year) return null;
    const both = this.unitsIn(entity, year).flatMap((unit) => {
      const [then, now] = [first, year].map((one) => this.unitParts(unit, one, measure, entity.subject ?? subject).numbers);
      return then && now ? [{ then, now }] : [];
    });
    if (both.length === 0) return null;
    const from = this.quotient(measure, sumOf(both.map(({ then }) => then)), first);
    const to = this.quotient(measure, sumOf(both.map(({ now }) => now)), year);
    return from === null || to === null ? null : compound(from, to, year - first);
  }

  // ---- rows

  private isKept({ entity, year }: { entity: Entity; year: number | null }): boolean {
    const { includeEmpty, where, having } = this.question;
    const years = year === null ? this.years : [year];
    const isTold = this.columns().some(({ measure, subject }) =>
      years.some((one) => this.value(entity, one, measure, subject).status !== "NOT_DISCLOSED"),
    );
    if (!isTold && !(includeEmpty ?? where.units !== undefined)) return false;
    return (having ?? []).every((condition) => {
      const value = this.aspect(entity, year, condition);
      if (value === null) return false;
      const { atLeast, above, atMost, below } = condition;
      return (
        (atLeast === undefined || value >= BigInt(atLeast)) &&
        (above === undefined || value > BigInt(above)) &&
        (atMost === undefined || value <= BigInt(atMost)) &&
        (below === undefined || value < BigInt(below))
      );
    });
  }

  private aspect(entity: Entity, rowYear: number | null, address: Partial<CellAddress>): bigint | null {
    const year = address.year ?? rowYear ?? this.years.at(-1) ?? 0;
    const column = this.columns().find(
      ({ measure, subject }) => measure === address.measure && (address.subject === undefined || subject === address.subject),
    );
    if (!column) throw new Error("no such column");
    const aspect: CellAspect = address.aspect ?? "VALUE";
    const { measure, subject } = column;
    const cell = (): ToldCell => this.tellCell(entity, year, measure, subject);
    const big = (value: string | number | null | undefined): bigint | null =>
      value === null || value === undefined ? null : BigInt(value);
    switch (aspect) {
      case "VALUE":
        return this.value(entity, year, measure, subject).value;
      case "YEAR_ON_YEAR_AMOUNT":
        return this.yearOnYear(entity, year, measure, subject)?.amount ?? null;
      case "YEAR_ON_YEAR_RATE":
        return this.yearOnYear(entity, year, measure, subject)?.rate ?? null;
      case "EXECUTION_RATE":
        return this.execution(entity, year, measure, subject)?.rate ?? null;
      case "SHARE":
        return address.shareOf === undefined ? null : this.share(entity, year, measure, subject, address.shareOf);
      case "RANK":
        return big(cell().rank);
      case "PERCENTILE":
        return big(cell().percentile);
      case "Z_SCORE":
        return big(cell().zScore);
      case "CAGR":
        return this.cagr(entity, year, measure, subject);
      case "UNIT_COUNT":
        return BigInt(this.value(entity, year, measure, subject).count);
    }
  }

  private order(rows: { entity: Entity; year: number | null }[]): { entity: Entity; year: number | null }[] {
    const place = new Map(rows.map((row, index) => [row, index]));
    const { orderBy = [] } = this.question;
    const keys = new Map(
      rows.map((row) => [
        row,
        orderBy.map((order) => (order.measure ? this.aspect(row.entity, row.year, order) : this.rowKey(row, order.row))),
      ]),
    );
    return [...rows].sort((a, b) => {
      for (const [index, order] of orderBy.entries()) {
        const [x, y] = [keys.get(a)?.[index] ?? null, keys.get(b)?.[index] ?? null];
        if (x === y) continue;
        if (x === null) return 1;
        if (y === null) return -1;
        return (x < y ? -1 : 1) * (order.direction === "DESC" ? -1 : 1);
      }
      return (place.get(a) ?? 0) - (place.get(b) ?? 0);
    });
  }

  private rowKey({ entity, year }: { entity: Entity; year: number | null }, row: string | undefined): string | number | null {
    if (row === "CODE") return entity.key;
    if (row === "YEAR") return year;
    if (row === "REGION") return entity.units[0]?.region ?? null;
    return this.world.units.find(({ code }) => code === entity.key)?.name ?? entity.key;
  }

  private coverage(): ToldComparison["coverage"] {
    const missing = new Set<string>();
    let [expected, disclosed] = [0, 0];
    const stands = (code: string, year: number): string[] => [code, ...this.predecessors(code, year).flatMap((one) => stands(one, year))];
    for (const unit of this.units) {
      for (const year of this.years) {
        const { scope } = this.question.where;
        const kinds = this.kindsAsked();
        const published = stands(unit.code, year).some((code) =>
          this.factsOf
            .get(code)
            ?.some(
              (fact) =>
                fact.year === year &&
                kinds.includes(fact.kind ?? "FINAL_ACCOUNTS") &&
                (scope === undefined || (fact.scope ?? "UNIT") === scope),
            ),
        );
        const [from, to] = unit.active ?? [null, null];
        const isActive = (from === null || year >= from) && (to === null || year <= to);
        if (published || isActive) expected += 1;
        if (published) disclosed += 1;
        else if (isActive) missing.add(unit.code);
      }
    }
    return { expected, disclosed, missing: [...missing] };
  }

  private kindsAsked(): DisclosureKind[] {
    const { kind } = this.question.where;
    if (kind) return [kind];
    return this.stage === "INITIAL_BUDGET" ? ["BUDGET", "FINAL_ACCOUNTS"] : ["FINAL_ACCOUNTS"];
  }
}

interface Figure {
  status: string;
  value: bigint | null;
  derived: boolean;
  fromBudget: boolean;
}

const NOTHING: Figure = { status: "NOT_DISCLOSED", value: null, derived: false, fromBudget: false };

interface Parted {
  status: string;
  numbers?: Numbers;
}

interface Valued {
  status: string;
  value: bigint | null;
  count: number;
}

const text = (value: bigint | null): string | null => (value === null ? null : String(value));

const sumOf = (all: readonly Numbers[]): Numbers => ({
  top: all.reduce((sum, { top }) => sum + top, 0n),
  bottom: all.reduce((sum, { bottom }) => sum + bottom, 0n),
});

/** Quarters of the way from the smallest to the largest, between the two nearest values. */
function quantile(sorted: readonly bigint[], quarters: bigint): bigint | null {
  if (sorted.length === 0) return null;
  const place = BigInt(sorted.length - 1) * quarters;
  const below = sorted[Number(place / 4n)] ?? 0n;
  const above = sorted[Number(place / 4n) + 1] ?? below;
  const rest = place % 4n;
  return nearest(below * (4n - rest) + above * rest, 4n);
}

function percentile(peers: readonly bigint[], value: bigint): bigint | null {
  return peers.length < 2 ? null : percent(BigInt(peers.filter((peer) => peer < value).length), BigInt(peers.length - 1));
}

/** The largest n whose distance (n − ½ hundredths) is reached, by counting up: squares on both sides, no root. */
function zScore(peers: readonly bigint[], value: bigint): bigint | null {
  const n = BigInt(peers.length);
  const sum = peers.reduce((total, peer) => total + peer, 0n);
  const spread = n * peers.reduce((total, peer) => total + peer * peer, 0n) - sum * sum;
  if (spread === 0n) return null;
  const distance = n * value - sum;
  let score = 0n;
  while ((2n * score + 1n) ** 2n * spread <= 40_000n * distance * distance) score += 1n;
  return distance < 0n ? -score : score;
}
