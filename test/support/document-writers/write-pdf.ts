import type { DocumentDescription, PlacedCell, TableDescription } from "./document-description";
import { columnsOf, placeCells } from "./document-description";

export interface PdfOptions {
  /** Prints "- 1 -" at the foot of each page. */
  readonly pageNumbers?: boolean;
  /** Printed at the head of each page. */
  readonly header?: string;
  /** Rows at the top of a table that are printed again where it goes on on another page. */
  readonly repeatedRows?: number;
  /** Leaves the lines of tables out. */
  readonly withoutLines?: boolean;
  /** Draws the text of a page from the bottom up, as some programs do. */
  readonly reversed?: boolean;
}

const SIZE = 12;
const WIDTH = 595;
const HEIGHT = 842;
const MARGIN = 72;
const PITCH = 18;
const ROW_PADDING = 6;
const CELL_PADDING = 4;
/** As wide as the text may be: whole characters. */
const MEASURE = Math.floor((WIDTH - 2 * MARGIN) / SIZE) * SIZE;

/** A PDF with lines around cells, its text in a font that is named and not embedded, in the character map that Chinese programs use. */
export function writePdf(description: DocumentDescription, options: PdfOptions = {}): Buffer {
  const layout = new Layout(options);
  for (const block of description) {
    if (typeof block === "string") layout.addParagraph(block);
    else layout.addTable(block);
  }
  return writePdfPages(layout.finish());
}

class Layout {
  private readonly pages: string[] = [];
  private texts: string[] = [];
  private lines: string[] = [];
  private y = HEIGHT - MARGIN;

  constructor(private readonly options: PdfOptions) {}

  addParagraph(text: string): void {
    let start = 0;
    let room = MEASURE - 2 * SIZE;
    let x = MARGIN + 2 * SIZE;
    while (start < text.length) {
      const end = start + fitting(text.slice(start), room);
      this.makeRoom(PITCH);
      this.y -= PITCH;
      this.texts.push(textOperator(text.slice(start, end), x, this.y));
      start = end;
      x = MARGIN;
      room = MEASURE;
    }
  }

  addTable(table: TableDescription): void {
    const columns = columnsOf(table);
    const columnWidth = (WIDTH - 2 * MARGIN) / columns;
    const cells = placeCells(table);
    const wrapped = new Map(cells.map((cell) => [cell, wrapCell(cell, columnWidth)]));
    const heights = table.rows.map(
      (_, row) =>
        Math.max(
          ...cells.filter((cell) => cell.row === row && cell.rowSpan === 1).map((cell) => (wrapped.get(cell)?.length ?? 1) * PITCH),
          PITCH,
        ) + ROW_PADDING,
    );
    this.y -= PITCH / 2;
    let first = 0;
    let repeat = 0;
    while (first < table.rows.length) {
      const head = heights.slice(0, repeat).reduce((sum, height) => sum + height, 0);
      let last = first;
      let height = head;
      // A row never parts from one that a merged cell joins it with.
      while (
        last < table.rows.length &&
        (last === first ||
          this.y - height - (heights[last] ?? 0) >= MARGIN ||
          cells.some((cell) => cell.row < last && last < cell.row + cell.rowSpan))
      ) {
        height += heights[last] ?? 0;
        last += 1;
      }
      const rows = [...Array(repeat).keys(), ...Array.from({ length: last - first }, (_, at) => first + at)];
      this.drawRows(rows, heights, cells, wrapped, columnWidth);
      first = last;
      repeat = this.options.repeatedRows ?? 0;
      if (first < table.rows.length) this.breakPage();
    }
    this.y -= PITCH / 2;
  }

  private drawRows(
    rows: readonly number[],
    heights: readonly number[],
    cells: readonly PlacedCell[],
    wrapped: ReadonlyMap<PlacedCell, readonly string[]>,
    columnWidth: number,
  ): void {
    for (const row of rows) {
      const height = heights[row] ?? 0;
      for (const cell of cells.filter((own) => own.row === row)) {
        const x = MARGIN + cell.column * columnWidth;
        const width = cell.columnSpan * columnWidth;
        const full = heights.slice(row, row + cell.rowSpan).reduce((sum, part) => sum + part, 0);
        if (this.options.withoutLines !== true)
          this.lines.push(`${x.toFixed(2)} ${(this.y - full).toFixed(2)} ${width.toFixed(2)} ${full.toFixed(2)} re S`);
        for (const [at, line] of (wrapped.get(cell) ?? []).entries()) {
          const isNumber = /^-?[\d,.%]+$/.test(line);
          const left = isNumber ? x + width - CELL_PADDING - widthOf(line) : x + CELL_PADDING + cell.indent * SIZE;
          this.texts.push(textOperator(line, left, this.y - (at + 1) * PITCH));
        }
      }
      this.y -= height;
    }
  }

  private makeRoom(height: number): void {
    if (this.y - height < MARGIN) this.breakPage();
  }

  private breakPage(): void {
    const { header, pageNumbers, reversed } = this.options;
    if (header !== undefined) this.texts.push(textOperator(header, MARGIN, HEIGHT - 40));
    if (pageNumbers === true) this.texts.push(textOperator(`- ${this.pages.length + 1} -`, WIDTH / 2 - 15, 36));
    const texts = reversed === true ? this.texts.toReversed() : this.texts;
    this.pages.push([...this.lines, ...texts].join("\n"));
    this.texts = [];
    this.lines = [];
    this.y = HEIGHT - MARGIN;
  }

  finish(): string[] {
    this.breakPage();
    return this.pages;
  }
}

const CLOSING = /^[，。、；：）》”％%]/;

/** How many characters fit; a mark that must not begin a line takes the character before it along. */
function fitting(text: string, room: number): number {
  let width = 0;
  let count = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > room + 0.01) break;
    count += 1;
  }
  count = Math.max(1, count);
  const isWhole = count < text.length && /[\d.,]/.test(text[count] ?? "") && /[\d.,]/.test(text[count - 1] ?? "");
  const number = isWhole ? (/[\d.,]+$/.exec(text.slice(0, count))?.[0].length ?? 0) : 0;
  if (number > 0 && number < count) return count - number;
  return count > 1 && count < text.length && CLOSING.test(text.slice(count)) ? count - 1 : count;
}

function wrapCell(cell: PlacedCell, columnWidth: number): string[] {
  const room = cell.columnSpan * columnWidth - 2 * CELL_PADDING - cell.indent * SIZE;
  return cell.text.split("\n").flatMap((line) => {
    const lines: string[] = [];
    for (let start = 0; start < line.length;) {
      const count = fitting(line.slice(start), room);
      lines.push(line.slice(start, start + count));
      start += count;
    }
    return lines;
  });
}

const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (character < "\u0080" ? SIZE / 2 : SIZE), 0);

export function textOperator(text: string, x: number, y: number, size = SIZE): string {
  const codes = Buffer.from(text, "utf16le").swap16().toString("hex");
  return `BT /F1 ${size} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm <${codes}> Tj ET`;
}

/** A PDF of pages by their drawing operators; all of them may be listed several times. */
export function writePdfPages(contents: readonly string[], { box = [0, 0, WIDTH, HEIGHT], rotate = 0, times = 1 } = {}): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${contents.length * times} /Kids [${contents
      .map((_, at) => `${6 + 2 * at} 0 R `)
      .join("")
      .repeat(times)}] >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [${box.join(" ")}]${rotate === 0 ? "" : ` /Rotate ${rotate}`} /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + 2 * at} 0 R >>`,
      `<< /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  return writePdfObjects(objects);
}

/** Objects by their text, a character a byte. */
export function writePdfObjects(objects: readonly string[]): Buffer {
  let text = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")}`;
  return Buffer.from(`${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`, "latin1");
}
