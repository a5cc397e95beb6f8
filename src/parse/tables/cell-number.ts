import { MONEY_UNITS, readPrintedNumber, type MoneyUnit, type PrintedNumber } from "../../model/printed-number";

export type CellNumber =
  /** Nothing is printed, or only a mark that stands for nothing (—, /, *): no reading, and no zero. */
  | { readonly kind: "BLANK" }
  | { readonly kind: "WORDS" }
  /** Digits that do not make one number. */
  | { readonly kind: "UNREADABLE" }
  | ReadNumber;

export interface ReadNumber {
  readonly kind: "NUMBER";
  readonly number: PrintedNumber;
  /** What is printed behind the digits: 元, %, 辆. */
  readonly suffix: string;
  /** Where the number stands in the cell's text. */
  readonly start: number;
  readonly end: number;
}

const NUMBER =
  /^([（(]?)\s*([+\-－−﹣]?\s*[\d０-９][\d０-９,，\s]*(?:[.．]\s*[\d０-９]*[\d０-９\s]*)?)([）)]?)\s*(亿元|百万元|万元|千元|百元|元|%|％|个|辆|台|套|台套|台（套）|次|批次|人次|人|批|组)?$/;
const BLANK = /^[\s\u00a0\u3000—–\-－―_/／\\*＊.…·]*$/;

/**
 * Reads the number of one cell.
 * @param unit the table's money unit, or a power of ten of the base unit for what is not money
 */
export function readCellNumber(text: string, unit: MoneyUnit | { readonly exponent: number }): CellNumber {
  if (BLANK.test(text)) return { kind: "BLANK" };
  const match = NUMBER.exec(text.trim());
  if (match === null) return { kind: /^[^\p{L}]*[\d０-９][^\p{L}]*$/u.test(text) ? "UNREADABLE" : "WORDS" };
  const [, open = "", printed = "", close = "", suffix = ""] = match;
  const digits = joinDigits(printed.trim());
  if (digits === undefined) return { kind: "UNREADABLE" };
  // （1.20）: brackets around an amount are an accountant's minus.
  const bracketed = open !== "" && close !== "" && !/^[+\-－−﹣]/.test(digits);
  const number = readPrintedNumber(bracketed ? `-${digits}` : digits, exponentOf(suffix, unit));
  if (number === undefined) return { kind: "UNREADABLE" };
  return { kind: "NUMBER", number, suffix, ...placeOf(text, printed) };
}

/** A suffix that names a unit goes before the table's. */
function exponentOf(suffix: string, unit: MoneyUnit | { readonly exponent: number }): number {
  if (suffix === "%" || suffix === "％") return 4;
  if (suffix in MONEY_UNITS) return MONEY_UNITS[suffix as MoneyUnit];
  return typeof unit === "string" ? MONEY_UNITS[unit] : unit.exponent;
}

function placeOf(text: string, printed: string): { start: number; end: number } {
  const start = Math.max(0, text.indexOf(printed.trim()));
  return { start, end: start + printed.trim().length };
}

/**
 * Digits that a narrow cell broke over lines are one number; two numbers side by side are not. The break is mended only where neither half
 * could stand alone: at a separator, a point, within the decimals, or within a group of three.
 */
function joinDigits(printed: string): string | undefined {
  const parts = printed.split(/\s+/);
  if (parts.length === 1) return printed;
  // 12 345 600.00: spaces for commas, sure where the decimals end the number.
  if (/^[+\-－−﹣]?\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+[.．]\d{2}$/.test(printed)) return parts.join("");
  for (let at = 1; at < parts.length; at += 1) {
    const left = parts[at - 1] ?? "";
    const right = parts[at] ?? "";
    const broken = /[,，.．+\-－−﹣]$/.test(left) || /^[,，.．]/.test(right) || (/[.．]\d$/.test(left) && /^\d$/.test(right));
    if (!broken && !isBrokenGroup(left, right)) return undefined;
  }
  return parts.join("");
}

/** 12,34⏎5.67: the left half ends within a group, and the right one makes it three digits. */
function isBrokenGroup(left: string, right: string): boolean {
  const [, begun] = /[,，](\d{1,2})$/.exec(left) ?? [];
  const [, rest] = /^(\d{1,2})(?:[,，]\d{3})*(?:[.．]\d*)?$/.exec(right) ?? [];
  return begun !== undefined && rest !== undefined && begun.length + rest.length === 3;
}
