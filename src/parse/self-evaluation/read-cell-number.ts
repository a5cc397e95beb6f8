import type { CitedNumber } from "../../model/disclosure";
import type { Message } from "../../model/message";
import type { MoneyUnit } from "../../model/printed-number";
import { foldDigits, MONEY_UNITS, readPrintedNumber } from "../../model/printed-number";
import { spanOf, type PlacedCell } from "./placed-row";

export type NumberKind = { readonly money: MoneyUnit } | "SCORE" | "RATE";

/** What stands in a cell instead of a number: nothing, a dash, a stroke, 无. */
const NONE = /^(?:[-—–－―─/／\\＼]+|无|不适用)?$/;
const SUFFIXED = /^(.*?)(亿元|万元|千元|元|分|%|％|百分点)?$/s;

export const isNone = (text: string): boolean => NONE.test(text.replace(/\s/g, ""));

/** A cell that may stand in a column of numbers: none, or a number with or without its unit. */
export const isNumberCell = (text: string): boolean =>
  isNone(text) || readPrintedNumber(SUFFIXED.exec(text.trim())?.[1] ?? "", 6) !== undefined;

export interface ReadNumber {
  readonly number?: CitedNumber;
  readonly message?: Message;
}

/** Reads the number of a cell: money in the block's unit unless the cell prints its own, a score, or a rate in percent. */
export function readCellNumber(cell: PlacedCell | undefined, kind: NumberKind): ReadNumber {
  if (cell === undefined || isNone(cell.text)) return {};
  const [, digits = "", suffix = ""] = SUFFIXED.exec(cell.text.trim()) ?? [];
  const read = readPrintedNumber(digits, exponentOf(kind, suffix));
  const span = spanOf(cell);
  if (read === undefined) return { message: { code: "NUMBER_UNREADABLE", span, detail: cell.text } };
  const number = { value: read.value, step: read.step, printed: cell.text, citation: span };
  return read.rounded ? { number, message: { code: "NUMBER_ROUNDED", span, detail: foldDigits(cell.text) } } : { number };
}

function exponentOf(kind: NumberKind, suffix: string): number {
  if (kind === "SCORE") return 2;
  if (kind === "RATE") return 4;
  return MONEY_UNITS[suffix in MONEY_UNITS ? (suffix as MoneyUnit) : kind.money];
}
