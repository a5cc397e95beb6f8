import { measureOf } from "../../model/measures";
import type { Message } from "../../model/message";
import { MONEY_UNITS, readPrintedNumber, type MoneyUnit } from "../../model/printed-number";
import type { DocumentFacts, LocatedTable, TableHandler } from "../handler";

export interface InferredUnit {
  /** Undefined where nothing in the document tells it: then no amount is read. */
  readonly unit?: MoneyUnit;
  readonly messages: readonly Message[];
}

const CANDIDATES: readonly MoneyUnit[] = ["万元", "元", "千元", "亿元"];

/**
 * A table that states no unit: the unit in which most of its amounts are told again in the narrative, which prints units beside its numbers;
 * else the unit of the document's other tables. What was taken is said.
 */
export function inferMoneyUnit(
  table: LocatedTable,
  handler: TableHandler,
  facts: DocumentFacts,
  siblings: readonly MoneyUnit[],
): InferredUnit {
  const told = amountsInText(facts);
  const matches = (unit: MoneyUnit): number => {
    const values = new Set(
      handler
        .parse({ ...table, moneyUnit: unit }, facts)
        .readings?.filter(isMoneyNumber)
        .map((reading) => reading.value ?? 0),
    );
    return [...values].filter((value) => told.has(value)).length;
  };
  if (handler.parse({ ...table, moneyUnit: "元" }, facts).readings?.some(isMoneyNumber) !== true) return { messages: [] };
  const ranked = CANDIDATES.map((unit) => ({ unit, count: matches(unit) })).sort((left, right) => right.count - left.count);
  const [best, second] = ranked;
  const usual = mostFrequent(siblings);
  const unit = best !== undefined && best.count > (second?.count ?? 0) ? best.unit : usual;
  const span = { block: table.blocks[0]?.block ?? 0, row: 0, cell: 0, start: 0, end: 0 };
  const detail = unit === undefined ? table.title : `${table.title}（${unit}）`;
  return { ...(unit === undefined ? {} : { unit }), messages: [{ code: "UNIT_UNSTATED", detail, span }] };
}

const isMoneyNumber = (reading: { measure: Parameters<typeof measureOf>[0]; value: number | null }): boolean =>
  measureOf(reading.measure).kind === "MONEY" && reading.value !== null && reading.value !== 0;

/** Every amount that the paragraphs print with its unit. */
function amountsInText({ document }: DocumentFacts): ReadonlySet<number> {
  const amounts = new Set<number>();
  for (const block of document.blocks) {
    if (block.kind !== "PARAGRAPH") continue;
    for (const [, printed = "", unit = ""] of block.text.matchAll(/([\d０-９][\d０-９,，.．]*)\s*(亿元|万元|千元|元)/g)) {
      const number = readPrintedNumber(printed, MONEY_UNITS[unit as MoneyUnit]);
      if (number !== undefined && number.value !== 0) amounts.add(number.value);
    }
  }
  return amounts;
}

function mostFrequent(units: readonly MoneyUnit[]): MoneyUnit | undefined {
  const counts = new Map<MoneyUnit, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0];
}
