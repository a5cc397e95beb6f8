import type { DocumentDescription, TableDescription } from "./document-description";
import { columnsOf, placeCells } from "./document-description";
import { writeCompoundFile } from "./write-compound-file";

interface Paragraph {
  readonly text: string;
  /** Its formatting as the codes and operands of properties. */
  readonly properties: Buffer;
}

const PARAGRAPH_END = "\r";
const CELL_END = "\u0007";
const TEXT_START = 0x600;
const PAGE = 512;
const COLUMN_WIDTH = 1500;

/** A binary Word document: its text in one piece, the formatting of paragraphs in pages of 512 bytes, as Word 97 has it. */
export function writeDoc(description: DocumentDescription): Buffer {
  const paragraphs = description.flatMap((block) =>
    typeof block === "string"
      ? [{ text: block.replaceAll("\n", "\u000b") + PARAGRAPH_END, properties: Buffer.alloc(0) }]
      : tableParagraphs(block),
  );
  return writeDocParagraphs(paragraphs);
}

export function writeDocParagraphs(paragraphs: readonly Paragraph[]): Buffer {
  const text = paragraphs.map((paragraph) => paragraph.text).join("");
  const textEnd = TEXT_START + 2 * text.length;
  const firstPage = Math.ceil(textEnd / PAGE);
  const { pages, limits } = formattingPages(paragraphs);
  const main = Buffer.alloc((firstPage + pages.length) * PAGE);
  Buffer.from(text, "utf16le").copy(main, TEXT_START);
  for (const [at, page] of pages.entries()) page.copy(main, (firstPage + at) * PAGE);

  const bins = Buffer.alloc(4 * limits.length + 4 * pages.length);
  for (const [at, limit] of limits.entries()) bins.writeUInt32LE(limit, 4 * at);
  for (const at of pages.keys()) bins.writeUInt32LE(firstPage + at, 4 * limits.length + 4 * at);
  const pieces = Buffer.alloc(5 + 8 + 8);
  pieces.writeUInt8(2, 0);
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(text.length, 9);
  pieces.writeUInt32LE(TEXT_START, 15);

  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0xc1, 2);
  main.writeUInt16LE(0x1200, 10);
  main.writeUInt32LE(text.length, 0x4c);
  main.writeUInt32LE(0, 0x102);
  main.writeUInt32LE(bins.length, 0x106);
  main.writeUInt32LE(bins.length, 0x1a2);
  main.writeUInt32LE(pieces.length, 0x1a6);
  return writeCompoundFile({ WordDocument: main, "1Table": Buffer.concat([bins, pieces]) });
}

/** Fills pages: places of the paragraphs from the front, their properties from the back. */
function formattingPages(paragraphs: readonly Paragraph[]): { pages: Buffer[]; limits: number[] } {
  const pages: Buffer[] = [];
  const limits = [TEXT_START];
  let place = TEXT_START;
  let open: { place: number; end: number; properties: Buffer }[] = [];
  const sizeOf = (properties: Buffer): number => 2 * Math.ceil((properties.length + 4) / 2);
  const close = (): void => {
    if (open.length === 0) return;
    const page = Buffer.alloc(PAGE);
    page.writeUInt8(open.length, PAGE - 1);
    let free = PAGE - 1 - ((PAGE - 1) % 2);
    for (const [at, { place: start, end, properties }] of open.entries()) {
      page.writeUInt32LE(start, 4 * at);
      page.writeUInt32LE(end, 4 * at + 4);
      const size = sizeOf(properties);
      free -= size;
      // A zero, half the length of what follows, the number of the style, the properties.
      page.writeUInt8((size - 2) / 2, free + 1);
      properties.copy(page, free + 4);
      page.writeUInt8(free / 2, 4 * (open.length + 1) + 13 * at);
    }
    pages.push(page);
    limits.push(open.at(-1)?.end ?? 0);
    open = [];
  };
  for (const { text, properties } of paragraphs) {
    const end = place + 2 * text.length;
    const used = open.reduce((sum, own) => sum + 17 + sizeOf(own.properties), 6);
    if (used + 17 + sizeOf(properties) > PAGE - 1) close();
    open.push({ place, end, properties });
    place = end;
  }
  close();
  return { pages, limits };
}

export function property(code: number, ...operand: number[]): Buffer {
  const bytes = Buffer.alloc(2 + operand.length);
  bytes.writeUInt16LE(code, 0);
  Buffer.from(operand).copy(bytes, 2);
  return bytes;
}

export const IN_TABLE = property(0x2416, 1);

function tableParagraphs(table: TableDescription): Paragraph[] {
  const placed = placeCells(table);
  const columns = columnsOf(table);
  return table.rows.flatMap((_, row) => {
    const cells: { column: number; span: number; merge: number; text: string; indent: number }[] = [];
    for (let column = 0; column < columns;) {
      const cell = placed.find(
        (own) => own.row <= row && row < own.row + own.rowSpan && own.column <= column && column < own.column + own.columnSpan,
      );
      if (cell === undefined) throw new Error(`row ${row} has no cell at column ${column}`);
      const merge = cell.rowSpan === 1 ? 0 : cell.row === row ? 0x60 : 0x20;
      cells.push({ column, span: cell.columnSpan, merge, text: cell.row === row ? cell.text : "", indent: cell.indent });
      column += cell.columnSpan;
    }
    const texts = cells.map((cell) => {
      const indent = cell.indent > 0 ? property(0x4456, (cell.indent * 100) & 0xff, (cell.indent * 100) >> 8) : Buffer.alloc(0);
      return { text: cell.text.replaceAll("\n", "\u000b") + CELL_END, properties: Buffer.concat([IN_TABLE, indent]) };
    });
    return [...texts, { text: CELL_END, properties: Buffer.concat([IN_TABLE, property(0x2417, 1), rowDefinition(cells)]) }];
  });
}

function rowDefinition(cells: readonly { readonly column: number; readonly span: number; readonly merge: number }[]): Buffer {
  const edges = [...cells.map((cell) => cell.column), (cells.at(-1)?.column ?? 0) + (cells.at(-1)?.span ?? 0)];
  const definition = Buffer.alloc(2 + 2 + 1 + 2 * edges.length + 20 * cells.length);
  definition.writeUInt16LE(0xd608, 0);
  definition.writeUInt16LE(definition.length - 3, 2);
  definition.writeUInt8(cells.length, 4);
  for (const [at, edge] of edges.entries()) definition.writeInt16LE(edge * COLUMN_WIDTH, 5 + 2 * at);
  for (const [at, cell] of cells.entries()) definition.writeUInt16LE(cell.merge, 5 + 2 * edges.length + 20 * at);
  return definition;
}
