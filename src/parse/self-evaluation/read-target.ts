import type { Comparator, IndicatorDirection } from "../../model/disclosure";
import { readPrintedNumber } from "../../model/printed-number";

/** Operators as signs and in words, the longer before the shorter. */
const COMPARATORS: readonly (readonly [Comparator, RegExp])[] = [
  ["GE", /^(?:≥|>=|＞=|>＝|＞＝|⩾|≧|大于(?:或|且)?等于|不(?:低|少|小)于)/],
  ["LE", /^(?:≤|<=|＜=|<＝|＜＝|⩽|≦|小于(?:或|且)?等于|不(?:高|多|大)于|不超过)/],
  ["GT", /^(?:>|＞|大于|高于|多于|超过)/],
  ["LT", /^(?:<|＜|小于|低于|少于)/],
  ["EQ", /^(?:=|＝|等于)/],
];

const DIRECTIONS: readonly (readonly [IndicatorDirection, RegExp])[] = [
  ["POSITIVE", /^正向(?:指标)?$|^越[大高多]越好$/],
  ["NEGATIVE", /^(?:反|负|逆)向(?:指标)?$|^越[小低少]越好$/],
  ["QUALITATIVE", /^定性(?:指标)?$/],
];

/** Words of a 性质 column that say nothing about direction or operator. */
const QUANTITATIVE = /^(?:定量(?:指标)?|数值型?|[-—–－/／]+)?$/;

export interface Sense {
  readonly direction?: IndicatorDirection;
  readonly comparator?: Comparator;
  /** The word is none that is known. */
  readonly unknown?: true;
}

/** Reads a cell of 指标性质 or 指标方向: 正向, 反向, 定性, or an operator. */
export function readSense(printed: string): Sense {
  const word = printed.replace(/\s/g, "");
  const direction = DIRECTIONS.find(([, pattern]) => pattern.test(word))?.[0];
  if (direction !== undefined) return { direction };
  const comparator = COMPARATORS.find(([, pattern]) => pattern.exec(word)?.[0] === word)?.[0];
  if (comparator !== undefined) return { comparator };
  return QUANTITATIVE.test(word) ? {} : { unknown: true };
}

export interface MeasuredValue {
  readonly comparator?: Comparator;
  /** Millionths of one unit; undefined for words, ranges and dates. */
  readonly value?: number;
  /** The unit printed with the number: "≥50个". */
  readonly unit?: string;
}

const MEASURED = /^([+\-－]?[\d０-９][\d０-９,，.．]*)([^\d０-９]*)$/;

/** Reads a target or an actual value: an operator, a number, a unit, each of which may be absent. */
export function readMeasuredValue(printed: string): MeasuredValue {
  const text = printed.replace(/\s/g, "");
  const [comparator, operator] =
    COMPARATORS.map(([code, pattern]) => [code, pattern.exec(text)?.[0]] as const).find(([, sign]) => sign) ?? [];
  const rest = text.slice(operator?.length ?? 0);
  const [, digits = "", unit = ""] = MEASURED.exec(rest) ?? [];
  const value = readPrintedNumber(digits, 6)?.value;
  const number = value === undefined ? {} : { value, ...(unit === "" ? {} : { unit }) };
  return { ...(comparator === undefined ? {} : { comparator }), ...number };
}
