import type { ExportValue } from "./export-table";

/** What a spreadsheet would take for a formula (OWASP: CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** Quoted; text that a spreadsheet would run is marked as text by an apostrophe. Numbers are left as they are. */
function writeField(value: ExportValue): string {
  if (value === null) return "";
  if (typeof value === "number") return writeNumber(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return text !== value || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Never in powers of ten: the smallest part of money told in 亿元 has ten decimals. */
export const writeNumber = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 10 });

/** A line of RFC 4180. */
export const writeCsvLine = (values: readonly ExportValue[]): string => `${values.map(writeField).join(",")}\r\n`;
