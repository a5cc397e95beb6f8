import type { Block, Cell } from "../../model/extracted-document";
import type { Message } from "../../model/message";
import { cleanText } from "../cell-text";
import { HEADING_START, ITEM_START, LEADERS, SENTENCE_END } from "../paragraph-starts";
import type { AlignedLine, Segment } from "./aligned-lines";
import { findTableStretches, isAmount } from "./aligned-lines";
import { readAlignedTable } from "./aligned-table";

const PAGE_NUMBER = /^[-—–\s]*\d{1,4}[-—–\s]*$|^第\s*\d{1,4}\s*页.*$/;
const PARAGRAPH_START = /^(?:\s{2,}|\u3000)/;
/** How much room, in half-width characters, a line may leave that broke for want of it. */
const LEAST_ROOM = 6;
const SHORT_MEASURE = 40;

interface LayoutLine extends AlignedLine {
  readonly raw: string;
}

/**
 * Text in which spaces keep the columns and lines end where the page's did (`pdftotext -layout`): tables from the places of their text,
 * paragraphs from lines that fill the measure. A form feed ends a page.
 */
export function readLayoutText(text: string): { blocks: Block[]; messages: Message[] } {
  const pages = text.split("\f").map(linesOfPage);
  const flow = new LayoutFlow(measureOf(pages.flat()));
  for (const [at, page] of pages.entries()) flow.addPage(page, pages.length > 1 ? at + 1 : undefined);
  return flow;
}

class LayoutFlow {
  readonly blocks: Block[] = [];
  readonly messages: Message[] = [];
  /** The table that ended the page before, while nothing else has followed it. */
  private open: { rows: Cell[][]; columns: number } | undefined;

  constructor(private readonly measure: number) {}

  addPage(lines: readonly LayoutLine[], number: number | undefined): void {
    const place = number === undefined ? {} : { page: number };
    let next = this.open === undefined ? 0 : this.continueShortly(lines);
    for (const { start, end } of findTableStretches(lines)) {
      if (start < next) continue;
      const table = readAlignedTable(lines.slice(start, end));
      if (table === undefined) continue;
      this.addParagraphs(lines.slice(next, start), place);
      next = end;
      if (this.open?.columns === table.columns && start === 0) {
        this.open.rows.push(...table.rows.slice(repeatedRows(this.open.rows, table.rows)));
        continue;
      }
      this.blocks.push({ kind: "TABLE", rows: table.rows, ...place });
      const where = number === undefined ? "" : ` (page ${number})`;
      this.messages.push({
        code: "COLUMN_DOUBTFUL",
        span: { block: this.blocks.length - 1, start: 0, end: 0 },
        detail: `columns taken from spaces${where}`,
      });
      this.open = table;
    }
    this.addParagraphs(lines.slice(next), place);
  }

  /** A row or two at the top of a page are too few to tell their columns: its numbers are in the last columns that have numbers. */
  private continueShortly(lines: readonly LayoutLine[]): number {
    const table = this.open;
    if (table === undefined || findTableStretches(lines)[0]?.start === 0) return 0;
    const last = table.rows.at(-1) ?? [];
    const numbers = last.flatMap((cell) => (isAmount(cell.text) ? [cell.column] : []));
    const nameColumn = last.findLast((cell) => cell.text !== "" && !isAmount(cell.text))?.column;
    let at = 0;
    for (let line = lines[at]; line !== undefined; line = lines[(at += 1)]) {
      const amounts = line.segments.filter((segment) => isAmount(segment.text)).map((segment) => segment.text);
      const names = line.segments.filter((segment) => !isAmount(segment.text)).map((segment) => segment.text);
      if (amounts.length < 2 || amounts.length > numbers.length || names.length > 1 || nameColumn === undefined) break;
      const texts = new Map(numbers.slice(-amounts.length).map((column, index) => [column, amounts[index] ?? ""]));
      if (names[0] !== undefined) texts.set(nameColumn, names[0]);
      table.rows.push(
        Array.from({ length: table.columns }, (_, column): Cell => ({ text: texts.get(column) ?? "", column, columnSpan: 1, rowSpan: 1 })),
      );
    }
    return at;
  }

  private addParagraphs(lines: readonly LayoutLine[], place: { readonly page?: number }): void {
    let open: { text: string; isFull: boolean } | undefined;
    const close = (): void => {
      if (open !== undefined) this.blocks.push({ kind: "PARAGRAPH", text: open.text, ...place });
      open = undefined;
    };
    for (const line of lines) {
      this.open = undefined;
      const text = cleanText(line.raw);
      const isProse = line.segments.length === 1;
      const isFull = isProse && this.measure >= SHORT_MEASURE && this.measure - widthOf(line.raw) <= LEAST_ROOM && !LEADERS.test(text);
      const isStart =
        PARAGRAPH_START.test(line.raw) || HEADING_START.test(text) || (SENTENCE_END.test(open?.text ?? "") && ITEM_START.test(text));
      if (open?.isFull === true && isProse && !line.isApart && !isStart) {
        open.text += text;
        open.isFull = isFull;
        continue;
      }
      close();
      open = { text, isFull };
    }
    close();
  }
}

function linesOfPage(page: string): LayoutLine[] {
  const kept: LayoutLine[] = [];
  let blanks = 0;
  for (const raw of withoutPageNumber(page.split(/\r\n|[\n\r]/))) {
    if (cleanText(raw) === "") blanks += 1;
    else {
      kept.push({ raw, segments: segmentsOf(raw), isApart: blanks > 0 });
      blanks = 0;
    }
  }
  return kept;
}

/** How many rows at the top repeat the head of the table. */
function repeatedRows(above: readonly (readonly Cell[])[], rows: readonly (readonly Cell[])[]): number {
  const tell = (row: readonly Cell[] | undefined): string => (row ?? []).map((cell) => cell.text).join("|");
  let count = 0;
  while (count < rows.length && tell(rows[count]) === tell(above[count])) count += 1;
  return count;
}

/** How long lines of prose are, but for some that reach over. */
function measureOf(lines: readonly LayoutLine[]): number {
  const widths = lines.filter((line) => line.segments.length === 1).map((line) => widthOf(line.raw));
  return widths.sort((a, b) => a - b)[Math.floor(0.97 * widths.length)] ?? 0;
}

/** In half-width characters. */
const widthOf = (line: string): number => [...line.trimEnd()].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);

/** Whether a text keeps columns by spaces. */
export function isLayoutText(lines: readonly string[]): boolean {
  const printed = lines.filter((line) => cleanText(line) !== "");
  const aligned = printed.map((line): AlignedLine => ({ segments: segmentsOf(line), isApart: false }));
  return findTableStretches(aligned).length > 0;
}

function segmentsOf(line: string): Segment[] {
  return [...line.matchAll(/\S+(?:[ \u00a0]\S+)*/g)].flatMap((match) => partAtNumbers(match[0], match.index));
}

/** A full column of numbers leaves a single space before the next column. */
function partAtNumbers(text: string, from: number): Segment[] {
  const parted = /^(-?[\d,]*\d[.,]\d+) (\p{Script=Han}.*)$/u.exec(text) ?? /^(.*[\p{Script=Han}）)]) (-?\d[\d,]*[.,]\d+)$/u.exec(text);
  const [, first, second] = parted ?? [];
  if (first === undefined || second === undefined) return [{ text, from, to: from + text.length }];
  const next = from + text.length - second.length;
  return [
    { text: first, from, to: from + first.length },
    { text: second, from: next, to: next + second.length },
  ];
}

function withoutPageNumber(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => cleanText(line) !== "");
  return PAGE_NUMBER.test(cleanText(lines[last] ?? "")) ? lines.slice(0, last) : [...lines];
}
