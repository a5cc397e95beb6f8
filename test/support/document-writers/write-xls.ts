import type { DocumentDescription } from "./document-description";
import { columnsOf, placeCells } from "./document-description";
import { writeCompoundFile } from "./write-compound-file";

/**
 * A binary workbook of one sheet: paragraphs as single cells, tables with lines around every cell, numbers where a format can print them.
 */
export function writeXls(description: DocumentDescription): Buffer {
  const strings: string[] = [];
  const cells: Buffer[] = [];
  const merges: (readonly [number, number, number, number])[] = [];
  const put = (row: number, column: number, style: number, text: string): void => {
    if (text === "") cells.push(record(0x201, u16(row, column, style)));
    else if (style === 2 || style === 3) {
      const value = Buffer.alloc(8);
      value.writeDoubleLE(Number(text.replaceAll(",", "")));
      cells.push(record(0x203, Buffer.concat([u16(row, column, style), value])));
    } else {
      strings.push(text);
      cells.push(record(0xfd, Buffer.concat([u16(row, column, style), u32(strings.length - 1)])));
    }
  };
  let row = 0;
  for (const block of description) {
    if (typeof block === "string") {
      put(row, 0, 0, block);
      row += 1;
      continue;
    }
    const placed = placeCells(block);
    for (const at of block.rows.keys()) {
      for (let column = 0; column < columnsOf(block); column += 1) {
        const cell = placed.find((own) => own.row === at && own.column === column);
        put(row + at, column, styleOf(cell?.text ?? "", cell?.indent ?? 0), cell?.text ?? "");
      }
    }
    for (const cell of placed) {
      if (cell.rowSpan * cell.columnSpan > 1)
        merges.push([row + cell.row, row + cell.row + cell.rowSpan - 1, cell.column, cell.column + cell.columnSpan - 1]);
    }
    row += block.rows.length;
  }
  const sheet = Buffer.concat([
    bof(0x10),
    ...cells,
    ...(merges.length > 0 ? [record(0xe5, Buffer.concat([u16(merges.length), ...merges.map((merge) => u16(...merge))]))] : []),
    EOF,
  ]);
  const styles = [
    style(0, 0, 0),
    style(0, 0x11, 0),
    style(4, 0x11, 0),
    style(2, 0x11, 0),
    ...[1, 2, 3, 4].map((indent) => style(0, 0x11, indent)),
  ];
  const shared = sharedStrings(strings);
  const name = Buffer.concat([Buffer.from([6, 0]), Buffer.from("Sheet1")]);
  const start = bof(5).length + Buffer.concat(styles).length + (4 + 6 + name.length) + shared.length + EOF.length;
  return writeCompoundFile({
    Workbook: Buffer.concat([bof(5), ...styles, record(0x85, Buffer.concat([u32(start), u16(0), name])), shared, EOF, sheet]),
  });
}

const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, 2 * at);
  return bytes;
};

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const record = (type: number, data: Buffer): Buffer => Buffer.concat([u16(type, data.length), data]);
const bof = (kind: number): Buffer => record(0x809, Buffer.concat([u16(0x600, kind), Buffer.alloc(12)]));
const EOF = record(0x0a, Buffer.alloc(0));

function style(format: number, sides: number, indent: number): Buffer {
  const data = Buffer.alloc(20);
  data.writeUInt16LE(format, 2);
  data.writeUInt8(indent, 8);
  data.writeUInt8(sides, 10);
  return record(0xe0, data);
}

function styleOf(text: string, indent: number): number {
  if (/^-?\d{1,3}(?:,\d{3})+\.\d\d$/.test(text)) return 2;
  if (/^-?\d{1,3}\.\d\d$/.test(text)) return 3;
  return indent > 0 ? 3 + indent : 1;
}

/** A record holds 8,224 bytes; what is more continues in others, and a string that is parted says its width anew. */
export const MOST_BYTES = 8224;

export function sharedStrings(strings: readonly string[]): Buffer {
  const records: Buffer[] = [];
  let data = Buffer.concat([u32(strings.length), u32(strings.length)]);
  const flush = (): void => {
    records.push(record(records.length === 0 ? 0xfc : 0x3c, data));
    data = Buffer.alloc(0);
  };
  for (const text of strings) {
    if (data.length + 5 > MOST_BYTES) flush();
    data = Buffer.concat([data, u16(text.length), Buffer.from([1])]);
    for (let at = 0; at < text.length;) {
      const count = Math.min(text.length - at, (MOST_BYTES - data.length) >> 1);
      data = Buffer.concat([data, Buffer.from(text.slice(at, at + count), "utf16le")]);
      at += count;
      if (at < text.length) {
        flush();
        data = Buffer.from([1]);
      }
    }
  }
  flush();
  return Buffer.concat(records);
}
