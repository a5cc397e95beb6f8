import type {
  CellAspect,
  ComparisonCondition,
  ComparisonOrder,
  ComparisonQuestion,
  ComparisonSelection,
} from "../../src/compare/comparison-question";
import type { MeasureCode } from "../../src/model/measures";
import { measureOf } from "../../src/model/measures";
import type { Stage } from "../../src/model/stage";
import type { ComparisonWorld, FigureFact, UnitFacts } from "./comparison-fixture";

/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface RandomNumbers {
  chance(probability: number): boolean;
  /** A whole number from one to another, both included. */
  whole(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  some<T>(from: readonly T[], probability: number): T[];
}

export function randomNumbers(seed: number): RandomNumbers {
  let state = seed * 2_654_435_761;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    chance: (probability) => next() < probability,
    whole,
    pick: <T>(from: readonly T[]): T => from[whole(0, from.length - 1)] as T,
    some: (from, probability) => from.filter(() => next() < probability),
  };
}

const YEARS = [2019, 2020, 2021, 2022, 2023];
const SUBJECTS = [
  { code: "991", name: "甲类", level: "CLASS" },
  { code: "99101", name: "甲一款", level: "SECTION", parent: "991" },
  { code: "9910101", name: "甲一一项", level: "ITEM", parent: "99101" },
  { code: "9910102", name: "甲一二项", level: "ITEM", parent: "99101" },
  { code: "992", name: "乙类", level: "CLASS" },
] as const;
const REGIONS = [
  { code: "990000", name: "示例省", level: "PROVINCE" },
  { code: "990100", name: "示例市", level: "CITY", parent: "990000" },
  { code: "990101", name: "示例区", level: "COUNTY", parent: "990100" },
  { code: "990200", name: "邻市", level: "CITY", parent: "990000" },
];
const NATURES = ["ADMINISTRATIVE", "PUBLIC_INSTITUTION", "ENTERPRISE"];
const STORED: readonly MeasureCode[] = [
  "EXPENDITURE_TOTAL",
  "PROJECT_EXPENDITURE",
  "CURRENT_YEAR_EXPENDITURE",
  "THREE_PUBLIC_TOTAL",
  "VEHICLE_OPERATION",
  "VEHICLES_HELD",
  "EVALUATED_AVERAGE_SCORE",
];
const RATIOS: readonly MeasureCode[] = ["VEHICLE_OPERATION_PER_VEHICLE", "PROJECT_SHARE"];
const BY_SUBJECT: MeasureCode = "GENERAL_PUBLIC_EXPENDITURE";
const FINAL_STAGES: readonly Stage[] = ["FINAL", "FINAL", "FINAL", "ADJUSTED_BUDGET", "INITIAL_BUDGET", "PRIOR_FINAL"];
const BUDGET_STAGES: readonly Stage[] = ["INITIAL_BUDGET", "PRIOR_BUDGET"];

/** About twenty units over five years, with everything that can be missing missing somewhere. */
export function randomWorld(random: RandomNumbers): ComparisonWorld {
  const units = randomUnits(random);
  const figures = units.flatMap((unit) => YEARS.flatMap((year) => (random.chance(0.8) ? randomFigures(random, unit, year) : [])));
  const codes = units.map(({ code }) => code);
  return {
    regions: REGIONS,
    subjects: SUBJECTS,
    units,
    figures,
    factors: codes.flatMap((unit) =>
      YEARS.flatMap((year) =>
        (["STAFF", "POPULATION"] as const).flatMap((factor) =>
          random.chance(0.8) ? [{ unit, year, factor, value: random.whole(1, 900) }] : [],
        ),
      ),
    ),
    prices: Object.fromEntries(random.some(YEARS, 0.9).map((year) => [year, 1_000_000 + random.whole(-30_000, 90_000)])),
    // Predecessors come late in the list, successors early: no circle.
    lineage: [
      { from: "U18", to: "U02", year: 2021 },
      ...(random.chance(0.7) ? ([{ from: "U19", to: "U18", year: 2020 }] as const) : []),
      ...(random.chance(0.7)
        ? ([
            { from: "U16", to: "U03", year: 2022, form: "MERGER" },
            { from: "U17", to: "U03", year: random.pick([2021, 2022]), form: "MERGER" },
          ] as const)
        : []),
      { from: "U15", to: "U04", year: 2022, form: "SPLIT" },
    ],
    // Departments list units of theirs and others', by their names or former names; each other too.
    lists: codes.slice(0, 12).flatMap((unit) =>
      YEARS.flatMap((year) =>
        (["FINAL_ACCOUNTS", "BUDGET"] as const).flatMap((kind) =>
          random.chance(0.5)
            ? [
                {
                  unit,
                  year,
                  kind,
                  ...(random.chance(0.3) && { from: random.pick([1, 3]) }),
                  names: random
                    .some(units, 0.12)
                    .map(({ name, aliases = [] }) => random.pick([name ?? "", `${name}（本级）`, ...aliases]))
                    .concat(random.chance(0.5) ? ["示例之外中心"] : []),
                },
              ]
            : [],
        ),
      ),
    ),
    version: 3,
    versionsAt: { 1: "2024-01-01T00:00:00.000Z", 2: "2024-06-01T00:00:00.000Z", 3: "2025-01-01T00:00:00.000Z" },
  };
}

function randomUnits(random: RandomNumbers): UnitFacts[] {
  return Array.from({ length: 20 }, (_, index) => {
    const code = `U${String(index + 1).padStart(2, "0")}`;
    return {
      code,
      name: `示例${index + 1}局（${random.pick(["甲", "乙"])}）`,
      ...(random.chance(0.3) && { aliases: [`旧名${index + 1}局`] }),
      ...(random.chance(0.85) && { region: random.pick(REGIONS).code }),
      ...(random.chance(0.8) && { level: random.pick(["CITY", "COUNTY"]) }),
      ...(random.chance(0.8) && { nature: random.pick(NATURES) }),
      ...(index > 4 && random.chance(0.5) && { parent: `U${String(random.whole(1, Math.min(index, 8))).padStart(2, "0")}` }),
      ...(random.chance(0.3) && { active: [random.pick([null, 2020]), random.pick([null, 2022])] as const }),
    };
  });
}

function randomFigures(random: RandomNumbers, { code: unit }: UnitFacts, year: number): FigureFact[] {
  const facts = new Map<string, FigureFact>();
  const documents = [
    { kind: "FINAL_ACCOUNTS", scope: "UNIT", stages: FINAL_STAGES, there: random.chance(0.8) },
    { kind: "FINAL_ACCOUNTS", scope: "DEPARTMENT", stages: FINAL_STAGES, there: random.chance(0.35) },
    { kind: "BUDGET", scope: "UNIT", stages: BUDGET_STAGES, there: random.chance(0.4) },
    { kind: "BUDGET", scope: "DEPARTMENT", stages: BUDGET_STAGES, there: random.chance(0.2) },
  ] as const;
  for (const { kind, scope, stages } of documents.filter(({ there }) => there)) {
    // Some documents were corrected once, and some withdrawn.
    const corrected = random.chance(0.15);
    const spans = corrected
      ? [{ from: 1, to: 3 }, { from: 3 }]
      : random.chance(0.1)
        ? [{ from: 1, to: 2 }]
        : [{ from: random.whole(1, 2) }];
    for (const span of spans) {
      for (const measure of [...STORED, BY_SUBJECT]) {
        const subjects = measure === BY_SUBJECT ? [undefined, ...random.some(SUBJECTS, 0.6).map(({ code }) => code)] : [undefined];
        for (const subject of subjects) {
          for (const stage of new Set(random.some(stages, 0.6))) {
            const fact = {
              unit,
              year,
              measure,
              kind,
              scope,
              stage,
              ...span,
              ...(subject !== undefined && { subject }),
              ...randomValue(random, measure),
            };
            facts.set([kind, scope, span.from, measure, subject, stage].join("|"), fact);
          }
        }
      }
    }
  }
  return [...facts.values()];
}

function randomValue(random: RandomNumbers, measure: MeasureCode): Pick<FigureFact, "value" | "status" | "derived"> {
  if (random.chance(0.06)) return { value: null, status: random.pick(["NOT_APPLICABLE", "NOT_DISCLOSED"] as const) };
  const derived = random.chance(0.1);
  if (measureOf(measure).kind === "COUNT") return { value: random.whole(0, 4), derived };
  if (measureOf(measure).kind === "SCORE") return { value: random.whole(6000, 10_000), derived };
  // Few distinct small values, for ties and zeros; some large ones; a few below zero.
  const value = random.chance(0.4) ? random.whole(0, 5) * 100 : random.whole(0, random.pick([1_000, 99_999_999, 9_000_000_000_000]));
  return { value: random.chance(0.05) ? -value : value, derived };
}

const ASPECTS: readonly CellAspect[] = [
  "VALUE",
  "VALUE",
  "VALUE",
  "YEAR_ON_YEAR_AMOUNT",
  "YEAR_ON_YEAR_RATE",
  "EXECUTION_RATE",
  "SHARE",
  "RANK",
  "PERCENTILE",
  "Z_SCORE",
  "CAGR",
  "UNIT_COUNT",
];

export function randomQuestion(world: ComparisonWorld, random: RandomNumbers): ComparisonQuestion {
  const bySubject = random.chance(0.25);
  const groupBy = random.chance(0.45)
    ? random.pick((["REGION", "PARENT_UNIT", "YEAR", "UNIT_NATURE", ...(bySubject ? ["SUBJECT" as const] : [])] as const).slice())
    : undefined;
  const pivotByYear = groupBy !== "YEAR" && random.chance(0.3);
  const measures = bySubject
    ? [BY_SUBJECT]
    : [...new Set(Array.from({ length: random.whole(1, 3) }, () => random.pick([...STORED, ...RATIOS, BY_SUBJECT])))];
  const subjects = random.some(
    SUBJECTS.map(({ code }) => code),
    0.5,
  );
  const where = randomSelection(world, random);
  const years = askedYears(world, where);
  const addressable = { measures, years: pivotByYear || groupBy === undefined ? years : [] };
  return {
    where,
    measures,
    ...(bySubject && {
      subjects: subjects.length > 0 ? subjects : ["991"],
      includeDescendants: random.chance(0.3),
      ...(random.chance(0.15) && { subjectLevel: random.pick(["CLASS", "ITEM"] as const) }),
    }),
    ...(random.chance(0.3) && { stage: random.pick(["INITIAL_BUDGET", "ADJUSTED_BUDGET"] as const) }),
    ...(groupBy && { groupBy, ...(random.chance(0.4) && { aggregate: random.pick(["MEAN", "MEDIAN", "MIN", "MAX", "COUNT"] as const) }) }),
    ...(pivotByYear && { pivotByYear }),
    ...(!groupBy && random.chance(0.4) && { peers: random.pick(["REGION_AND_LEVEL", "PARENT", "NATURE"] as const) }),
    ...(random.chance(0.2) && { per: random.pick(["CAPITA", "STAFF"] as const) }),
    ...(random.chance(0.2) && { terms: "REAL" as const, baseYear: random.pick(YEARS) }),
    ...(random.chance(0.6) && {
      orderBy: Array.from({ length: random.whole(1, 2) }, () => randomOrder(random, addressable, groupBy !== undefined)),
    }),
    ...(random.chance(0.3) && { having: [randomCondition(random, addressable)] }),
    ...(random.chance(0.4) && { includeEmpty: random.chance(0.5) }),
    needs: {
      yearOnYear: true,
      executionRate: true,
      shareOf: new Set(random.chance(0.7) ? [random.pick(STORED)] : []),
      citations: new Set(),
      coverage: true,
      warnings: random.chance(0.2),
    },
  };
}

function randomSelection({ units }: ComparisonWorld, random: RandomNumbers): ComparisonSelection {
  const named = (unit: UnitFacts): string =>
    random.pick([
      unit.code,
      unit.name ?? unit.code,
      (unit.name ?? unit.code).replace("（", "(").replace("）", " )"),
      `${unit.name ?? unit.code}（本级）`,
      ...(unit.aliases ?? []),
    ]);
  return {
    ...(random.chance(0.4) && {
      units: random
        .some(units, random.pick([0.2, 0.7]))
        .map(named)
        .concat(named(units[1] as UnitFacts)),
    }),
    ...(random.chance(0.2) && { regions: [random.pick(REGIONS)].map((region) => random.pick([region.code, region.name])) }),
    ...(random.chance(0.1) && { parents: [named(random.pick(units.slice(0, 8)))] }),
    ...(random.chance(0.15) && { natures: random.some(NATURES, 0.6).concat("ADMINISTRATIVE") }),
    ...(random.chance(0.1) && { levels: ["CITY"] }),
    ...(random.chance(0.1) && { text: random.pick(["1", "甲", "局(乙"]) }),
    ...(random.chance(0.7)
      ? { years: random.some(YEARS, 0.5).concat(random.pick(YEARS)) }
      : random.chance(0.5) && { yearFrom: 2020, yearTo: 2022 }),
    ...(random.chance(0.15) && { scope: random.pick(["UNIT", "DEPARTMENT"] as const) }),
    ...(random.chance(0.1) && { kind: random.pick(["BUDGET", "FINAL_ACCOUNTS"] as const) }),
  };
}

function askedYears({ figures }: ComparisonWorld, { years, yearFrom, yearTo }: ComparisonSelection): number[] {
  if (years) return [...years];
  const known = [...new Set(figures.map(({ year }) => year))];
  return known.filter((year) => year >= (yearFrom ?? 0) && year <= (yearTo ?? 9999));
}

interface Addressable {
  readonly measures: readonly MeasureCode[];
  readonly years: readonly number[];
}

function randomAddress(random: RandomNumbers, { measures, years }: Addressable) {
  const aspect = random.pick(ASPECTS);
  return {
    measure: random.pick(measures),
    aspect,
    ...(aspect === "SHARE" && { shareOf: "EXPENDITURE_TOTAL" as const }),
    ...(years.length > 0 && random.chance(0.4) && { year: random.pick(years) }),
  };
}

function randomOrder(random: RandomNumbers, addressable: Addressable, isGrouped: boolean): ComparisonOrder {
  const direction = random.pick(["ASC", "DESC"] as const);
  if (random.chance(0.2))
    return { row: random.pick(isGrouped ? (["CODE", "YEAR"] as const) : (["CODE", "YEAR", "REGION", "NAME"] as const)), direction };
  return { ...randomAddress(random, addressable), direction };
}

function randomCondition(random: RandomNumbers, addressable: Addressable): ComparisonCondition {
  const bound = random.pick([-5_000, 0, 2, 300, 10_000, 50_000_000]);
  return { ...randomAddress(random, addressable), [random.pick(["atLeast", "above", "atMost", "below"])]: bound };
}
