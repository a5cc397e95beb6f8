import type { MeasureCode } from "../model/measures";
import type { Stage } from "../model/stage";
import { valueKindOf } from "./allowance";
import { placeDetail } from "./equation";
import type { Facts, PrintedReading } from "./facts";
import { UNIT_COST_BANDS } from "./plausibility-bands";
import { figureOf } from "./relation-inputs";
import type { Answer, FindingDraft } from "./rule";

/** Counts that go with money: one is zero only where the other is. */
const COUNTED: readonly (readonly [count: MeasureCode, money: MeasureCode])[] = [
  ["TRAVELLERS", "OVERSEAS_TRAVEL"],
  ["VEHICLES_BOUGHT", "VEHICLE_PURCHASE"],
  ["RECEPTION_BATCHES", "DOMESTIC_RECEPTION"],
  ["RECEPTION_GUESTS", "DOMESTIC_RECEPTION"],
  ["FOREIGN_RECEPTION_BATCHES", "FOREIGN_RECEPTION"],
  ["FOREIGN_RECEPTION_GUESTS", "FOREIGN_RECEPTION"],
];

const AT_LEAST: readonly (readonly [MeasureCode, MeasureCode])[] = [
  ["RECEPTION_GUESTS", "RECEPTION_BATCHES"],
  ["FOREIGN_RECEPTION_GUESTS", "FOREIGN_RECEPTION_BATCHES"],
  // Travellers may join a group of another unit, so a group needs travellers and travellers need no group.
  ["TRAVELLERS", "TRAVEL_GROUPS"],
];

export function* compareCountsWithMoney(facts: Facts): Generator<Answer> {
  for (const stage of ["FINAL"] as const) {
    for (const [count, money] of COUNTED) {
      const counted = facts.figure({ measure: count, stage });
      const spent = moneyOf(facts, money, stage);
      if (counted === undefined || spent === undefined) yield "CANNOT_TELL";
      else if ((counted.value === 0) === (spent.value === 0)) yield "HOLDS";
      else yield countFinding(counted, spent);
    }
    for (const [more, fewer] of AT_LEAST) {
      const many = facts.figure({ measure: more, stage });
      const few = facts.figure({ measure: fewer, stage });
      if (many === undefined || few === undefined) continue;
      // Zero beside money is told above.
      yield many.value >= few.value || many.value === 0 ? "HOLDS" : countFinding(many, few);
    }
  }
}

/** Domestic reception is all reception where a document does not divide it. */
function moneyOf(facts: Facts, measure: MeasureCode, stage: Stage): PrintedReading | undefined {
  const own = facts.figure({ measure, stage });
  if (own !== undefined || measure !== "DOMESTIC_RECEPTION") return own;
  return facts.figure({ measure: "FOREIGN_RECEPTION", stage }) === undefined
    ? facts.figure({ measure: "OFFICIAL_RECEPTION", stage })
    : undefined;
}

const countFinding = (counted: PrintedReading, other: PrintedReading): FindingDraft => ({
  valueKind: valueKindOf(counted.measure),
  published: counted.value,
  recomputed: null,
  tolerance: 0,
  figures: [counted, other].map(figureOf),
  detail: { ...placeDetail(counted), otherValue: String(other.value), otherKind: valueKindOf(other.measure) },
  citations: [counted.citation, other.citation],
});

export function* compareVehicles(facts: Facts): Generator<Answer> {
  const stage = "FINAL";
  const held = facts.figure({ measure: "VEHICLES_HELD", stage });
  const owned = facts.figure({ measure: "VEHICLES_TOTAL", stage });
  const operation = facts.figure({ measure: "VEHICLE_OPERATION", stage });
  if (held === undefined || owned === undefined) yield "CANNOT_TELL";
  else yield held.value <= owned.value ? "HOLDS" : countFinding(held, owned);
  if (operation === undefined || (held ?? owned) === undefined) return yield "CANNOT_TELL";
  const vehicles = held ?? owned;
  if (vehicles !== undefined)
    yield operation.value > 0 && vehicles.value === 0 && (owned?.value ?? 0) === 0 ? countFinding(vehicles, operation) : "HOLDS";
}

/** 三公 final beyond its budget: the year's (adjusted) budget, or the initial one where only that is told. */
export function* compareWithBudget(facts: Facts, measures: readonly MeasureCode[]): Generator<Answer> {
  for (const measure of measures) {
    const final = facts.figure({ measure, stage: "FINAL" });
    const budget = facts.figure({ measure, stage: "ADJUSTED_BUDGET" }) ?? facts.figure({ measure, stage: "INITIAL_BUDGET" });
    if (final === undefined || budget === undefined) yield "CANNOT_TELL";
    else if (final.value - budget.value <= Math.floor((final.step + budget.step) / 2)) yield "HOLDS";
    else {
      yield {
        valueKind: "MONEY",
        published: final.value,
        recomputed: budget.value,
        tolerance: Math.floor((final.step + budget.step) / 2),
        figures: [final, budget].map(figureOf),
        detail: { ...placeDetail(final), baseStage: budget.stage },
        citations: [final.citation, budget.citation],
      };
    }
  }
}

/** Money per vehicle, guest, traveller against what is usual. */
export function* judgeUnitCosts(facts: Facts): Generator<Answer> {
  for (const { money, count, low, high } of UNIT_COST_BANDS) {
    const spent = moneyOf(facts, money, "FINAL");
    const counted = facts.figure({ measure: count, stage: "FINAL" });
    if (spent === undefined || counted === undefined) yield "CANNOT_TELL";
    else if (counted.value === 0 || spent.value === 0) yield "DOES_NOT_APPLY";
    else {
      // A price counts as outside only where no value that printing leaves open lies inside.
      const least = Math.floor((spent.value - spent.step / 2) / counted.value);
      const most = Math.ceil((spent.value + spent.step / 2) / counted.value);
      if (most >= low && least <= high) yield "HOLDS";
      else {
        yield {
          valueKind: "MONEY",
          published: Math.round(spent.value / counted.value),
          recomputed: null,
          tolerance: null,
          figures: [spent, counted].map(figureOf),
          detail: { low: String(low), high: String(high) },
          citations: [spent.citation, counted.citation],
        };
      }
    }
  }
}
