import { sum } from "./amounts";
import { finalOf } from "./unit-year-sums";
import type { BudgetAndFinal, Item, ThreePublic, UnitYear } from "./unit-year";

/** 部门汇总: a department's year as the sum of its units'. No money passes between them. */
export function addUnitYears(years: readonly UnitYear[]): UnitYear {
  const [first] = years;
  if (first === undefined) throw new Error("no years to add");
  const operating = years.flatMap(({ agencyOperating }) => (agencyOperating === undefined ? [] : [agencyOperating]));
  return {
    year: first.year,
    items: addItems(years.flatMap(({ items }) => items)),
    nonFiscal: years.flatMap(({ nonFiscal }) => nonFiscal),
    basicByEconomic: addRecords(years.map(({ basicByEconomic }) => basicByEconomic)),
    initialByEconomic: addRecords(years.map(({ initialByEconomic }) => initialByEconomic)),
    projectByEconomic: addRecords(years.map(({ projectByEconomic }) => projectByEconomic)),
    threePublic: addThreePublic(years.map(({ threePublic }) => threePublic)),
    ...(operating.length === 0 ? {} : { agencyOperating: sum(operating) }),
    procurement: addRecords(years.map(({ procurement }) => ({ ...procurement }))) as unknown as UnitYear["procurement"],
    vehicles: addRecords(years.map(({ vehicles }) => vehicles as Record<string, number>)),
    largeEquipment: sum(years.map(({ largeEquipment }) => largeEquipment)),
    projects: years.flatMap(({ projects }) => projects),
  };
}

function addItems(items: readonly Item[]): Item[] {
  const added = new Map<string, Item>();
  for (const item of items) {
    const key = `${item.budget}/${item.code}`;
    const before = added.get(key);
    added.set(key, before === undefined ? item : addItem(before, item));
  }
  return [...added.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The reason is that of the larger difference. */
const addItem = (a: Item, b: Item): Item => ({
  ...(Math.abs(finalOf(b) - b.initial) > Math.abs(finalOf(a) - a.initial) ? b : a),
  initial: a.initial + b.initial,
  opening: a.opening + b.opening,
  revenue: a.revenue + b.revenue,
  basic: a.basic + b.basic,
  project: a.project + b.project,
  closing: a.closing + b.closing,
});

function addRecords(records: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const added: Record<string, number> = {};
  for (const record of records) for (const [key, value] of Object.entries(record)) added[key] = (added[key] ?? 0) + value;
  return added;
}

function addThreePublic(all: readonly ThreePublic[]): ThreePublic {
  const money = (pick: (each: ThreePublic) => BudgetAndFinal): BudgetAndFinal => ({
    budget: sum(all.map((each) => pick(each).budget)),
    final: sum(all.map((each) => pick(each).final)),
  });
  const count = (pick: (each: ThreePublic) => number): number => sum(all.map(pick));
  return {
    overseas: money(({ overseas }) => overseas),
    purchase: money(({ purchase }) => purchase),
    operation: money(({ operation }) => operation),
    reception: money(({ reception }) => reception),
    foreignReception: count(({ foreignReception }) => foreignReception),
    groups: count(({ groups }) => groups),
    travellers: count(({ travellers }) => travellers),
    bought: count(({ bought }) => bought),
    held: count(({ held }) => held),
    batches: count(({ batches }) => batches),
    guests: count(({ guests }) => guests),
    foreignBatches: count(({ foreignBatches }) => foreignBatches),
    foreignGuests: count(({ foreignGuests }) => foreignGuests),
  };
}
