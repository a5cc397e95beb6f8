import type { ComparisonCondition, ComparisonNeeds, ComparisonOrder, ComparisonQuestion } from "../../compare/comparison-question";
import { ComparisonError } from "../../compare/comparison-error";
import { measureOf } from "../../model/measures";
import { readPrintedNumber } from "../../model/printed-number";
import type { MoneyUnit } from "../amounts";
import type { CompareArgs } from "./compare-args.input";
import type { ComparisonConditionInput } from "./comparison.input";

/** The engine's question behind the arguments of the field; null counts as left out. */
export function readQuestion(args: CompareArgs, needs: ComparisonNeeds): ComparisonQuestion {
  const { where, pivot, asOf, dataVersion: _, orderBy, having, terms, peers, ...rest } = args;
  return {
    ...withoutNulls(rest),
    where: withoutNulls(where ?? {}),
    terms,
    peers,
    ...(pivot && { pivotByYear: true }),
    ...(asOf && { asOf: asOf.toISOString() }),
    ...(orderBy && { orderBy: orderBy.map((order): ComparisonOrder => withoutNulls(order)) }),
    ...(having && { having: having.map((condition) => readCondition(withoutNulls(condition), args.aggregate === "COUNT")) }),
    needs,
  };
}

/** The optional parts of T, never null nor undefined. */
type Given<T> = { [K in keyof T]: Exclude<T[K], null | undefined> };

function withoutNulls<T extends object>(value: T): Given<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null && part !== undefined)) as Given<T>;
}

function readCondition(
  { unit, atLeast, above, atMost, below, ...address }: ComparisonConditionInput,
  counts: boolean,
): ComparisonCondition {
  const exponent = exponentOf(address, unit, counts);
  return {
    ...address,
    ...(atLeast !== undefined && { atLeast: toBaseUnits(atLeast, exponent) }),
    ...(above !== undefined && { above: toBaseUnits(above, exponent) }),
    ...(atMost !== undefined && { atMost: toBaseUnits(atMost, exponent) }),
    ...(below !== undefined && { below: toBaseUnits(below, exponent) }),
  };
}

const MONEY_EXPONENTS: Readonly<Record<MoneyUnit, number>> = { FEN: 0, YUAN: 2, WAN_YUAN: 6, YI_YUAN: 10 };
const KIND_EXPONENTS = { COUNT: 0, SCORE: 2, RATE: 4 } as const;

/** The power of ten between what a bound is written in and the base unit of what it bounds. */
function exponentOf({ aspect, measure }: Pick<ComparisonCondition, "aspect" | "measure">, unit: MoneyUnit, counts: boolean): number {
  switch (aspect) {
    case "RANK":
    case "UNIT_COUNT":
      return 0;
    case undefined:
    case "VALUE":
    case "YEAR_ON_YEAR_AMOUNT": {
      if (counts) return 0;
      const { kind } = measureOf(measure);
      return kind === "MONEY" ? MONEY_EXPONENTS[unit] : KIND_EXPONENTS[kind];
    }
    default:
      return 2;
  }
}

/** Exactly what the number is written as, moved by a power of ten; beyond the base unit it is kept, so that `above: 0.001` is above nothing less. */
function toBaseUnits(value: number, exponent: number): number {
  const [digits = "", power = "0"] = String(value).split("e");
  const printed = readPrintedNumber(digits, exponent + Number(power));
  if (!printed) throw new ComparisonError("INVALID_ARGUMENT", `${value} is beyond what can be compared exactly`);
  return printed.rounded ? value * 10 ** exponent : printed.value;
}
