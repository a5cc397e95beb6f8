import { ExtractionError } from "../extraction-error";
import type { ExtractionLimits } from "../extraction-limits";
import type { XmlElement } from "../archive/read-xml";
import { readXml } from "../archive/read-xml";
import type { Merge, Sheet, SheetCell } from "./blocks-of-sheet";
import { formatCellNumber } from "./format-number";
import type { CellStyle } from "./read-cell-styles";
import { plainText } from "./read-workbook";

export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly dates1904: boolean;
}

const PLAIN: CellStyle = { format: "General", hasSides: false, indent: 0 };
const MOST_COLUMNS = 16_384;

/** A worksheet of an xlsx. A formula counts with the value that was saved with it. */
export function readSheet(bytes: Uint8Array, context: SheetContext, limits: ExtractionLimits): Sheet {
  const cells = new Map<number, Map<number, SheetCell>>();
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: (readonly [number, number])[] = [];
  let row = -1;
  let column = -1;
  let cell: { type: string; style: CellStyle; value: string } | undefined;
  let inValue = false;
  let inReading = false;
  let count = 0;
  const openCell = (element: XmlElement): void => {
    const place = readReference(element.attribute("r"));
    row = place?.row ?? Math.max(0, row);
    column = place?.column ?? column + 1;
    cell = { type: element.attribute("t") ?? "n", style: context.styles[Number(element.attribute("s") ?? 0)] ?? PLAIN, value: "" };
  };
  const closeCell = (): void => {
    if (cell === undefined || column >= MOST_COLUMNS) return;
    const text = textOf(cell, context);
    const { hasSides, indent } = cell.style;
    cell = undefined;
    if (text === "" && !hasSides) return;
    if ((count += 1) > limits.cells) throw new ExtractionError("LIMIT_EXCEEDED", `more than ${limits.cells} cells`);
    let line = cells.get(row);
    if (line === undefined) cells.set(row, (line = new Map()));
    line.set(column, { text, hasSides, ...(indent > 0 ? { indent } : {}) });
  };
  readXml(
    bytes,
    {
      open(element) {
        switch (element.name) {
          case "x:row": {
            const number = Number(element.attribute("r"));
            row = Number.isSafeInteger(number) && number > 0 ? number - 1 : row + 1;
            column = -1;
            if (isOn(element.attribute("hidden"))) hiddenRows.add(row);
            break;
          }
          case "x:c":
            openCell(element);
            break;
          case "x:rPh":
            inReading = true;
            break;
          case "x:v":
          case "x:t":
            inValue = cell !== undefined && !inReading;
            break;
          case "x:mergeCell":
            if (merges.length < limits.cells) merges.push(...readRange(element.attribute("ref")));
            break;
          case "x:col":
            if (isOn(element.attribute("hidden")))
              hiddenColumns.push([Number(element.attribute("min")) - 1, Number(element.attribute("max")) - 1]);
            break;
        }
      },
      text(text) {
        if (inValue && cell !== undefined) cell.value += text;
      },
      close(name) {
        if (name === "x:v" || name === "x:t") inValue = false;
        else if (name === "x:rPh") inReading = false;
        else if (name === "x:c") closeCell();
      },
    },
    limits,
  );
  return {
    cells,
    merges,
    isRowHidden: (at) => hiddenRows.has(at),
    isColumnHidden: (at) => hiddenColumns.some(([first, last]) => at >= first && at <= last),
  };
}

const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

function textOf({ type, style, value }: { type: string; style: CellStyle; value: string }, { strings, dates1904 }: SheetContext): string {
  if (value === "") return "";
  switch (type) {
    case "s":
      return strings[Number(value)] ?? "";
    case "inlineStr":
    case "str":
      return plainText(value);
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "e":
    case "d":
      return value;
    default: {
      const number = Number(value);
      return Number.isFinite(number) ? formatCellNumber(number, style.format, dates1904) : value;
    }
  }
}

/** "B3" → row 2, column 1. */
function readReference(reference: string | undefined): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? "");
  if (match === null) return undefined;
  const column = [...(match[1] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Math.max(0, Number(match[2]) - 1), column };
}

function readRange(range: string | undefined): Merge[] {
  const [from, to] = (range ?? "").split(":");
  const first = readReference(from);
  const last = readReference(to);
  return first === undefined || last === undefined ? [] : [{ top: first.row, left: first.column, bottom: last.row, right: last.column }];
}
