import { sum } from "./amounts";
import type { Budget, Item, NonFiscal, ProjectYear, UnitYear } from "./unit-year";

export const finalOf = (item: Item): number => item.basic + item.project;

export const itemsOf = (year: UnitYear, budget: Budget): readonly Item[] => year.items.filter((item) => item.budget === budget);

export interface FiscalSums {
  readonly initial: number;
  readonly opening: number;
  readonly revenue: number;
  readonly final: number;
  readonly basic: number;
  readonly project: number;
  readonly closing: number;
}

export function sumItems(items: readonly Item[]): FiscalSums {
  const total = (pick: (item: Item) => number): number => sum(items.map(pick));
  return {
    initial: total(({ initial }) => initial),
    opening: total(({ opening }) => opening),
    revenue: total(({ revenue }) => revenue),
    final: total(finalOf),
    basic: total(({ basic }) => basic),
    project: total(({ project }) => project),
    closing: total(({ closing }) => closing),
  };
}

export interface Totals {
  readonly initial: number;
  readonly revenue: number;
  readonly expenditure: number;
  readonly basic: number;
  readonly project: number;
  readonly opening: number;
  readonly closing: number;
  readonly used: number;
  readonly distributed: number;
  /** 收入总计 = 支出总计 */
  readonly total: number;
}

/** The totals of all money. */
export function totalsOf(year: UnitYear): Totals {
  const fiscal = sumItems(year.items);
  const own = (pick: (entry: NonFiscal) => number): number => sum(year.nonFiscal.map(pick));
  const revenue = fiscal.revenue + own((entry) => entry.revenue);
  const opening = fiscal.opening + own((entry) => entry.opening);
  const used = own((entry) => entry.used);
  const basic = fiscal.basic + own((entry) => entry.spentBasic);
  const project = fiscal.project + own((entry) => entry.spentProject);
  return {
    initial: fiscal.initial + own((entry) => entry.initial),
    revenue,
    expenditure: basic + project,
    basic,
    project,
    opening,
    closing: fiscal.closing + own((entry) => entry.closing),
    used,
    distributed: own((entry) => entry.distributed),
    total: revenue + opening + used,
  };
}

/** A subject of a table: all money of one code at any level. */
export interface SubjectSums {
  readonly revenue: number;
  readonly fiscalRevenue: number;
  readonly revenueBySource: Readonly<Record<string, number>>;
  readonly basic: number;
  readonly project: number;
}

export function subjectSums(year: UnitYear, prefix: string): SubjectSums {
  const fiscal = sumItems(year.items.filter(({ code }) => code.startsWith(prefix)));
  const own = year.nonFiscal.filter(({ code }) => code.startsWith(prefix));
  const revenueBySource: Record<string, number> = {};
  for (const { source, revenue } of own) revenueBySource[source] = (revenueBySource[source] ?? 0) + revenue;
  return {
    revenue: fiscal.revenue + sum(own.map(({ revenue }) => revenue)),
    fiscalRevenue: fiscal.revenue,
    revenueBySource,
    basic: fiscal.basic + sum(own.map(({ spentBasic }) => spentBasic)),
    project: fiscal.project + sum(own.map(({ spentProject }) => spentProject)),
  };
}

/** Codes of items with their classes and sections above them, in the order of a table: 204, 20406, 2040601 … */
export function subjectRows(codes: Iterable<string>): string[] {
  const all = new Set<string>();
  for (const code of codes) for (const length of [3, 5, 7]) if (code.length >= length) all.add(code.slice(0, length));
  return [...all].sort();
}

export const economicSum = (amounts: Readonly<Record<string, number>>, prefix: string): number =>
  sum(Object.entries(amounts).flatMap(([code, amount]) => (code.startsWith(prefix) ? [amount] : [])));

export const personnelOf = (year: UnitYear): number => economicSum(year.basicByEconomic, "301") + economicSum(year.basicByEconomic, "303");

export const publicExpenseOf = (year: UnitYear): number => economicSum(year.basicByEconomic, "3") - personnelOf(year);

export const threePublicSums = ({ threePublic: { overseas, purchase, operation, reception } }: UnitYear) => ({
  vehicles: { budget: purchase.budget + operation.budget, final: purchase.final + operation.final },
  total: {
    budget: overseas.budget + purchase.budget + operation.budget + reception.budget,
    final: overseas.final + purchase.final + operation.final + reception.final,
  },
});

export const procurementTotal = ({ procurement: { goods, works, services } }: UnitYear): number => goods + works + services;

export const smeTotal = ({ procurement: { sme, smeGoods, smeWorks, smeServices } }: UnitYear): number =>
  sme ?? smeGoods + smeWorks + smeServices;

export const vehiclesTotal = (year: UnitYear): number => sum(Object.values(year.vehicles));

/** The projects whose evaluation the template asks for: those of the general budget and of government funds. */
export const evaluatedProjects = (year: UnitYear): readonly ProjectYear[] =>
  year.projects.filter(({ code }) => !itemsOf(year, "STATE").some((item) => item.code === code));

export const projectFunds = (project: ProjectYear) => ({
  initial: sum(project.funds.map(({ initial }) => initial)),
  adjusted: sum(project.funds.map(({ adjusted }) => adjusted)),
  executed: sum(project.funds.map(({ executed }) => executed)),
});

/** The score of the fund block: weight 10 × execution rate, at most 10; hundredths, rounded half up. */
export function fundScore(project: ProjectYear): number {
  const { adjusted, executed } = projectFunds(project);
  if (adjusted === 0) return 0;
  return Math.min(1000, Number((BigInt(executed) * 2000n + BigInt(adjusted)) / (BigInt(adjusted) * 2n)));
}

export const projectScore = (project: ProjectYear): number => fundScore(project) + sum(project.indicators.map(({ score }) => score));
