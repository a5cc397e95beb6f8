import type { Block, ExtractedDocument } from "../model/extracted-document";
import type { Message } from "../model/message";
import { ExtractionError } from "./extraction-error";
import type { ExtractionLimits } from "./extraction-limits";
import { BiffReader, BOF, readRecords } from "./sheet/biff-records";
import type { Merge, Sheet, SheetCell } from "./sheet/blocks-of-sheet";
import { blocksOfSheet } from "./sheet/blocks-of-sheet";
import { BUILT_IN_FORMATS, formatCellNumber } from "./sheet/format-number";
import type { CellStyle } from "./sheet/read-cell-styles";

interface BinaryWorkbook {
  readonly sheets: { readonly name: string; readonly start: number; readonly isHidden: boolean; readonly isWorksheet: boolean }[];
  strings: readonly string[];
  readonly styles: CellStyle[];
  readonly formats: Map<number, string>;
  dates1904: boolean;
  /** Excel 5 and 95 write text in the code page of their country. */
  isOld: boolean;
}

const R = {
  FORMULA: 0x06,
  PASSWORD: 0x2f,
  DATES_1904: 0x22,
  COLUMN: 0x7d,
  SHEET: 0x85,
  NUMBERS: 0xbd,
  BLANKS: 0xbe,
  RICH_LABEL: 0xd6,
  STYLE: 0xe0,
  MERGES: 0xe5,
  STRINGS: 0xfc,
  SHARED_LABEL: 0xfd,
  BLANK: 0x201,
  NUMBER: 0x203,
  LABEL: 0x204,
  LOGICAL: 0x205,
  RESULT_TEXT: 0x207,
  ROW: 0x208,
  SHORT_NUMBER: 0x27e,
  FORMAT: 0x41e,
} as const;

/** A binary Excel workbook (Excel 97 and later; the text of Excel 5 and 95 as GB18030). */
export function extractXls(stream: Buffer, limits: ExtractionLimits): ExtractedDocument {
  const workbook = readGlobals(stream, limits);
  const blocks: Block[] = [];
  const messages: Message[] = [];
  for (const [at, sheet] of workbook.sheets.entries()) {
    if (!sheet.isWorksheet) continue;
    if (sheet.isHidden) messages.push({ code: "PART_SKIPPED", place: `sheet ${at + 1}`, detail: `sheet ${sheet.name} is hidden` });
    else blocks.push(...blocksOfSheet(readBinarySheet(stream, sheet.start, workbook, limits), at + 1, limits));
  }
  if (blocks.length === 0) throw new ExtractionError("FILE_EMPTY");
  return { format: "XLS", blocks, messages };
}

function readGlobals(stream: Buffer, limits: ExtractionLimits): BinaryWorkbook {
  const workbook: BinaryWorkbook = { sheets: [], strings: [], styles: [], formats: new Map(), dates1904: false, isOld: false };
  for (const record of readRecords(stream, 0)) {
    const { type, data } = record;
    if (type === BOF && data.length >= 2) workbook.isOld = data.readUInt16LE(0) < 0x600;
    else if (type === R.PASSWORD) throw new ExtractionError("FILE_ENCRYPTED");
    else if (type === R.DATES_1904) workbook.dates1904 = data.readUInt16LE(0) === 1;
    else if (type === R.STRINGS) workbook.strings = readStrings(new BiffReader(record), limits);
    else if (type === R.FORMAT)
      workbook.formats.set(
        data.readUInt16LE(0),
        workbook.isOld ? oldText(data, 3, data.readUInt8(2)) : longText(new BiffReader(record, 2)),
      );
    else if (type === R.STYLE) workbook.styles.push(styleOf(data, workbook));
    else if (type === R.SHEET) {
      const reader = new BiffReader(record, 6);
      const length = reader.u8();
      const name = workbook.isOld ? oldText(data, 7, length) : reader.text(length);
      workbook.sheets.push({
        name,
        start: data.readUInt32LE(0),
        isHidden: (data.readUInt8(4) & 3) !== 0,
        isWorksheet: data.readUInt8(5) === 0,
      });
    }
  }
  if (workbook.sheets.length === 0) throw new ExtractionError("FILE_BROKEN", "the workbook names no sheet");
  return workbook;
}

const longText = (reader: BiffReader): string => reader.text(reader.u16());

const oldText = (data: Buffer, start: number, length: number): string =>
  new TextDecoder("gb18030").decode(data.subarray(start, start + length));

function readStrings(reader: BiffReader, limits: ExtractionLimits): string[] {
  reader.skip(4);
  const count = reader.u32();
  if (count > limits.cells) throw new ExtractionError("LIMIT_EXCEEDED", `${count} texts, at most ${limits.cells}`);
  const strings: string[] = [];
  for (let at = 0; at < count && !reader.isAtEnd; at += 1) strings.push(longText(reader).replace(/\r\n?/g, "\n"));
  return strings;
}

function styleOf(data: Buffer, workbook: BinaryWorkbook): CellStyle {
  const id = data.readUInt16LE(2);
  const format = workbook.formats.get(id) ?? BUILT_IN_FORMATS[id] ?? "General";
  if (workbook.isOld) {
    const borders = data.readUInt16LE(12);
    return { format, hasSides: (borders & 0x1f8) !== 0, indent: 0 };
  }
  return { format, hasSides: (data.readUInt8(10) & 0xff) !== 0, indent: data.readUInt8(8) & 0x0f };
}

const PLAIN: CellStyle = { format: "General", hasSides: false, indent: 0 };
const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};

function readBinarySheet(stream: Buffer, start: number, workbook: BinaryWorkbook, limits: ExtractionLimits): Sheet {
  const cells = new Map<number, Map<number, SheetCell>>();
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let count = 0;
  /** The formula whose text is still to come. */
  let waiting: { row: number; column: number; style: number } | undefined;
  const put = (row: number, column: number, style: number, text: string): void => {
    const { hasSides, indent } = workbook.styles[style] ?? PLAIN;
    if (text === "" && !hasSides) return;
    if ((count += 1) > limits.cells) throw new ExtractionError("LIMIT_EXCEEDED", `more than ${limits.cells} cells`);
    let line = cells.get(row);
    if (line === undefined) cells.set(row, (line = new Map()));
    line.set(column, { text, hasSides, ...(indent > 0 ? { indent } : {}) });
  };
  const number = (style: number, value: number): string =>
    formatCellNumber(value, (workbook.styles[style] ?? PLAIN).format, workbook.dates1904);

  for (const record of readRecords(stream, start)) {
    const { type, data } = record;
    const isCell = data.length >= 6;
    const [row, column, style] = isCell ? [data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4)] : [0, 0, 0];
    if (type === R.SHARED_LABEL && isCell) put(row, column, style, workbook.strings[data.readUInt32LE(6)] ?? "");
    else if (type === R.LABEL || type === R.RICH_LABEL)
      put(row, column, style, workbook.isOld ? oldText(data, 8, data.readUInt16LE(6)) : longText(new BiffReader(record, 6)));
    else if (type === R.NUMBER) put(row, column, style, number(style, data.readDoubleLE(6)));
    else if (type === R.SHORT_NUMBER) put(row, column, style, number(style, shortNumber(data.readUInt32LE(6))));
    else if (type === R.NUMBERS) {
      for (let at = 4; at + 6 <= data.length - 2; at += 6) {
        const own = data.readUInt16LE(at);
        put(row, column + (at - 4) / 6, own, number(own, shortNumber(data.readUInt32LE(at + 2))));
      }
    } else if (type === R.BLANK) put(row, column, style, "");
    else if (type === R.BLANKS)
      for (let at = 4; at + 2 <= data.length - 2; at += 2) put(row, column + (at - 4) / 2, data.readUInt16LE(at), "");
    else if (type === R.LOGICAL) put(row, column, style, logicalText(data.readUInt8(6), data.readUInt8(7)));
    else if (type === R.FORMULA) {
      // A result that is no number says so by its last two bytes.
      if (data.readUInt16LE(12) !== 0xffff) put(row, column, style, number(style, data.readDoubleLE(6)));
      else if (data.readUInt8(6) === 0) waiting = { row, column, style };
      else put(row, column, style, data.readUInt8(6) === 3 ? "" : logicalText(data.readUInt8(8), data.readUInt8(6) === 2 ? 1 : 0));
    } else if (type === R.RESULT_TEXT && waiting !== undefined) {
      const text = workbook.isOld ? oldText(data, 2, data.readUInt16LE(0)) : longText(new BiffReader(record, 0));
      put(waiting.row, waiting.column, waiting.style, text);
      waiting = undefined;
    } else if (type === R.MERGES) {
      for (let at = 2; at + 8 <= data.length; at += 8) {
        merges.push({
          top: data.readUInt16LE(at),
          bottom: data.readUInt16LE(at + 2),
          left: data.readUInt16LE(at + 4),
          right: data.readUInt16LE(at + 6),
        });
      }
    } else if (type === R.ROW && data.length >= 16 && (data.readUInt32LE(12) & 0x20) !== 0) hiddenRows.add(row);
    else if (type === R.COLUMN && data.length >= 10 && (data.readUInt16LE(8) & 1) !== 0) {
      for (let at = data.readUInt16LE(0); at <= Math.min(255, data.readUInt16LE(2)); at += 1) hiddenColumns.add(at);
    }
  }
  return { cells, merges, isRowHidden: (at) => hiddenRows.has(at), isColumnHidden: (at) => hiddenColumns.has(at) };
}

const logicalText = (value: number, isError: number): string =>
  isError === 1 ? (ERRORS[value] ?? "#N/A") : value === 1 ? "TRUE" : "FALSE";

/** A number in 30 bits: the upper half of a double, or a whole number; either may be a hundredfold. */
function shortNumber(bits: number): number {
  let value: number;
  if ((bits & 2) !== 0) value = (bits | 0) >> 2;
  else {
    const double = Buffer.alloc(8);
    double.writeUInt32LE((bits & 0xfffffffc) >>> 0, 4);
    value = double.readDoubleLE(0);
  }
  return (bits & 1) !== 0 ? value / 100 : value;
}
