import type { Block, Cell } from "../../model/extracted-document";
import type { Message } from "../../model/message";
import { cleanText } from "../cell-text";
import { HEADING_START, ITEM_START, LEADERS, SENTENCE_END } from "../paragraph-starts";
import type { AlignedLine, Segment } from "./aligned-lines";
import { endOfLeadingRows, findTableStretches, isAmount } from "./aligned-lines";
import { noLean } from "./aligned-rows";
import type { AlignedTable } from "./aligned-table";
import { readAlignedTable } from "./aligned-table";
import { rowsInColumnsOf } from "./continued-rows";

const PAGE_NUMBER = /^[-—–\s]*\d{1,4}[-—–\s]*$|^第\s*\d{1,4}\s*页.*$/;
const PARAGRAPH_START = /^(?:\s{2,}|\u3000)/;
/** How much room, in half-width characters, a line may leave that broke for want of it. */
const LEAST_ROOM = 6;
/** A line leaves more where the next begins with what may not be parted: a bracket, a number. */
const MOST_ROOM = 14;
const SHORT_MEASURE = 40;

interface LayoutLine extends AlignedLine {
  readonly raw: string;
}

/**
 * Text in which spaces keep the columns and lines end where the page's did (`pdftotext -layout`): tables from the places of their text,
 * paragraphs from lines that fill the measure. A form feed ends a page.
 */
export function readLayoutText(text: string): { blocks: Block[]; messages: Message[] } {
  const places = placesOf(text.split(LINE_END));
  const pages = text.split("\f").map((page) => linesOfPage(page, places));
  const measure = measureOf(pages.flat());
  const flow = new LayoutFlow(measure);
  for (const [at, page] of pages.entries()) flow.addPage(restoreOrder(page, measure), pages.length > 1 ? at + 1 : undefined);
  return flow;
}

class LayoutFlow {
  readonly blocks: Block[] = [];
  readonly messages: Message[] = [];
  /** The table that ended the page before, while nothing else has followed it. */
  private open: AlignedTable | undefined;
  private readonly lean = noLean();

  constructor(private readonly measure: number) {}

  addPage(lines: readonly LayoutLine[], number: number | undefined): void {
    const place = number === undefined ? {} : { page: number };
    const led = this.open === undefined ? 0 : endOfLeadingRows(lines);
    let next = led > 0 && this.continueTable(lines, led) ? led : 0;
    for (const { start, end } of findTableStretches(lines)) {
      if (start < next) continue;
      const table = readAlignedTable(lines.slice(start, end), { lean: this.lean });
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

  /**
   * The rows that a page goes on with before anything else. They need not be enough to tell their columns by themselves; what is put into
   * the columns of the page before is doubtful, each number by itself, until the table's sums say that it is right.
   */
  private continueTable(lines: readonly LayoutLine[], end: number): boolean {
    const table = this.open;
    const own = lines.slice(0, end);
    const page = table === undefined ? undefined : readAlignedTable(own, { lean: this.lean, headless: true });
    if (table === undefined || page === undefined || repeatedRows(table.rows, page.rows) > 0) return false;
    const rows = rowsInColumnsOf(table, page);
    if (rows === undefined) return false;
    const block = this.blocks.length - 1;
    if (page.columns < table.columns) {
      for (const [at, row] of rows.entries())
        for (const [cell, { text }] of row.entries())
          if (isAmount(text) && row.slice(0, cell).some((before) => before.text !== "" && !isAmount(before.text)))
            this.messages.push({
              code: "COLUMN_DOUBTFUL",
              span: { block, row: table.rows.length + at, cell, start: 0, end: text.length },
              detail: text,
            });
    }
    table.rows.push(...rows);
    return true;
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
      const isFull = isProse && !LEADERS.test(text) && isFullLine(line, this.measure);
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

const LINE_END = /\r\n|[\n\r\f]/;

/** Where the characters of a line stand across the page. */
type Places = (line: string) => (at: number) => number;

const byCharacter: Places = () => (at) => at;
const byWidth: Places = (line) => {
  const places = [0];
  for (let at = 0; at < line.length; at += 1) places.push((places[at] ?? 0) + widthOf(line.charAt(at)));
  return (at) => places[at] ?? 0;
};

/**
 * Programs that keep columns count a Chinese character once or twice; the ends of the amounts stand below one another in the one way, and in
 * the other not.
 */
function placesOf(lines: readonly string[]): Places {
  const rows = lines.filter((line) => segmentsOf(line, byCharacter).filter(({ text }) => isAmount(text)).length >= 2);
  const ends = (places: Places): number =>
    new Set(
      rows.flatMap((line) =>
        segmentsOf(line, places)
          .filter(({ text }) => isAmount(text))
          .map(({ to }) => to),
      ),
    ).size;
  return 2 * ends(byWidth) <= ends(byCharacter) ? byWidth : byCharacter;
}

function linesOfPage(page: string, places: Places): LayoutLine[] {
  const kept: LayoutLine[] = [];
  let blanks = 0;
  for (const raw of withoutPageNumber(page.split(/\r\n|[\n\r]/))) {
    if (cleanText(raw) === "") blanks += 1;
    else {
      kept.push({ raw, segments: segmentsOf(raw, places), isApart: blanks > 0 });
      blanks = 0;
    }
  }
  return kept;
}

/** Whether a line broke for want of room: one that ends in the midst of a sentence may leave more. */
function isFullLine({ raw }: LayoutLine, measure: number): boolean {
  const room = measure - widthOf(raw.trimEnd());
  return measure >= SHORT_MEASURE && (room <= LEAST_ROOM || (room <= MOST_ROOM && !SENTENCE_END.test(cleanText(raw))));
}

/** What a number, a quotation or a bracket begins. */
const LATIN_START = /^[\d“"(（]/;
const AWAITS_NUMBER = /(?:[为占达到计共]|增加|减少|增长|下降|金额|收入|支出|合计|总计)$/;

/**
 * A line that begins with a number stands a little higher than one that begins with a word, and is then printed before the line that it
 * goes on from: both stand by themselves, the upper goes on and the lower ends in the midst of a sentence.
 */
function restoreOrder(lines: readonly LayoutLine[], measure: number): LayoutLine[] {
  const ordered: LayoutLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [late, early, next] = [lines[at], lines[at + 1], lines[at + 2]];
    const before = ordered.at(-1);
    if (late === undefined) break;
    if (before === undefined || early === undefined || !isSwapped(before, late, early, measure) || next?.isApart === false) {
      ordered.push(late);
      continue;
    }
    ordered.push({ ...early, isApart: PARAGRAPH_START.test(early.raw) }, { ...late, isApart: false });
    if (next === undefined) break;
    const joins = !PARAGRAPH_START.test(next.raw) && !LATIN_START.test(cleanText(next.raw));
    if (joins) ordered.push({ ...next, isApart: false });
    at += joins ? 2 : 1;
  }
  return ordered;
}

function isSwapped(before: LayoutLine, late: LayoutLine, early: LayoutLine, measure: number): boolean {
  const [upper, text, lower] = [cleanText(before.raw), cleanText(late.raw), cleanText(early.raw)];
  return (
    late.isApart &&
    !early.isApart &&
    [late, early].every(({ segments }) => segments.length === 1) &&
    LATIN_START.test(text) &&
    !ITEM_START.test(text) &&
    !HEADING_START.test(text) &&
    !PARAGRAPH_START.test(late.raw) &&
    !SENTENCE_END.test(lower) &&
    isFullLine(early, measure) &&
    (SENTENCE_END.test(upper) || !AWAITS_NUMBER.test(upper))
  );
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
  const widths = lines.filter((line) => line.segments.length === 1).map((line) => widthOf(line.raw.trimEnd()));
  return widths.sort((a, b) => a - b)[Math.floor(0.97 * widths.length)] ?? 0;
}

/** In half-width characters. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);

/** Whether a text keeps columns by spaces. */
export function isLayoutText(lines: readonly string[]): boolean {
  const printed = lines.filter((line) => cleanText(line) !== "");
  const places = placesOf(printed);
  const aligned = printed.map((line): AlignedLine => ({ segments: segmentsOf(line, places), isApart: false }));
  return findTableStretches(aligned).length > 0;
}

function segmentsOf(line: string, places: Places): Segment[] {
  const place = places(line);
  return [...line.matchAll(/\S+(?:[ \u00a0]\S+)*/g)]
    .flatMap((match) => partAtNumbers(match[0], match.index))
    .map(({ text, from, to }) => ({ text, from: place(from), to: place(to) }));
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
