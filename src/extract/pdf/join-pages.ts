import type { Block, Cell } from "../../model/extracted-document";
import type { Message } from "../../model/message";
import { HEADING_START, ITEM_START, LEADERS, SENTENCE_END } from "../paragraph-starts";
import { joint } from "./cell-lines";
import { firstWordWidth } from "./first-word";
import type { PageItems } from "./page-items";
import type { PageTable } from "./ruled-table";
import type { TextLine } from "./text-lines";
import { median, textOfLine } from "./text-lines";

/** The blocks of the document: lines that margins and pages broke are joined to paragraphs, tables that run over pages are one. */
export function joinPages(pages: readonly PageItems[]): { blocks: Block[]; messages: Message[] } {
  const flow = new Flow(settingsOf(pages));
  for (const page of pages) flow.addPage(page);
  return { blocks: flow.finish(), messages: flow.messages };
}

interface OpenParagraph {
  text: string;
  readonly page: number;
  readonly first: TextLine;
  last: TextLine;
  lastPage: PageItems;
}

interface OpenTable {
  rows: (readonly Cell[])[];
  x: readonly number[];
  readonly page: number;
  lastPage: number;
  /** The lines directly above it: its title and unit. */
  readonly caption: readonly string[];
}

class Flow {
  readonly messages: Message[] = [];
  private readonly blocks: Block[] = [];
  private paragraph: OpenParagraph | undefined;
  private table: OpenTable | undefined;
  /** Paragraphs since the last table, by their place in `blocks`. */
  private caption: string[] = [];

  constructor(private readonly settings: ReadonlyMap<number, Setting>) {}

  addPage(page: PageItems): void {
    for (const [at, item] of page.items.entries()) {
      if (item.kind === "LINE") this.addLine(item.line, page);
      else if (!this.continueTable(item.table, page, at)) this.startTable(item.table, page);
    }
  }

  finish(): Block[] {
    this.closeParagraph();
    this.closeTable();
    return this.blocks;
  }

  private addLine(line: TextLine, page: PageItems): void {
    const text = textOfLine(line);
    const open = this.paragraph;
    if (open !== undefined && continues(open, line, text, page, this.settings)) {
      open.text += joint(open.text, text) + text;
      open.last = line;
      open.lastPage = page;
      return;
    }
    this.closeParagraph();
    this.paragraph = { text, page: page.number, first: line, last: line, lastPage: page };
  }

  private closeParagraph(): void {
    if (this.paragraph === undefined) return;
    const { text, page } = this.paragraph;
    this.paragraph = undefined;
    this.caption.push(text);
    this.pending.push({ kind: "PARAGRAPH", text, page });
  }

  /** Paragraphs that came after the open table; they are dropped when they turn out to be its repeated title. */
  private pending: Block[] = [];

  private startTable(table: PageTable, page: PageItems): void {
    this.closeParagraph();
    this.closeTable();
    this.table = { rows: [...table.rows], x: table.x, page: page.number, lastPage: page.number, caption: this.caption };
    this.caption = [];
  }

  private closeTable(): void {
    if (this.table !== undefined) {
      const { rows, page, x } = this.table;
      this.blocks.push({ kind: "TABLE", rows, page });
      const detail = `columns taken from the places of the text (page ${page})`;
      if (x.length === 0)
        this.messages.push({ code: "COLUMN_DOUBTFUL", span: { block: this.blocks.length - 1, start: 0, end: 0 }, detail });
    }
    this.table = undefined;
    this.blocks.push(...this.pending);
    this.pending = [];
  }

  private continueTable(table: PageTable, page: PageItems, at: number): boolean {
    const open = this.table;
    if (open === undefined || page.number !== open.lastPage + 1) return false;
    if (page.items.slice(0, at).some((item) => item.kind === "TABLE")) return false;
    this.closeParagraph();
    if (!this.pending.every((block) => block.kind === "PARAGRAPH" && open.caption.some((line) => isSameCaption(line, block.text))))
      return false;
    const fitted = fitColumns(open, table);
    if (fitted === undefined) return false;
    const repeated = repeatedRows(fitted.upper, fitted.lower);
    // A title that comes again without its table head begins another table of the same form.
    if (this.pending.length > 0 && repeated === 0) return false;
    const rows = fitted.lower.slice(repeated);
    // A row that the page broke leaves a blank remnant.
    const remnant = rows[0]?.every((cell) => cell.text === "" && cell.rowSpan === 1) === true && !isBlankRow(fitted.upper.at(-1));
    const whole = remnant ? undefined : joinBrokenRow(fitted.upper.at(-1), rows[0]);
    open.rows =
      whole === undefined
        ? [...fitted.upper, ...(remnant ? rows.slice(1) : rows)]
        : [...fitted.upper.slice(0, -1), whole, ...rows.slice(1)];
    open.x = fitted.x;
    open.lastPage = page.number;
    this.pending = [];
    this.caption = [];
    return true;
  }
}

/** As long as a text is that a page may break. */
const LONG_TEXT = 15;

/**
 * A row that the page broke in the middle of its texts: what stands on the next page goes on with long texts that have not ended, and
 * holds nothing else, least of all a number.
 */
function joinBrokenRow(upper: readonly Cell[] | undefined, lower: readonly Cell[] | undefined): Cell[] | undefined {
  if (upper === undefined || lower === undefined || upper.length !== lower.length || lower.length < 2) return undefined;
  const goesOn = lower.every((cell, at) => {
    const above = upper[at];
    if (above === undefined || above.column !== cell.column || above.columnSpan !== cell.columnSpan) return false;
    return cell.text === "" || (above.text.length >= LONG_TEXT && !SENTENCE_END.test(above.text) && !/^[-\d.,%—]*$/.test(cell.text));
  });
  if (!goesOn || lower.every((cell) => cell.text === "") || lower.every((cell) => cell.text !== "")) return undefined;
  return upper.map((cell, at) => ({ ...cell, text: cell.text + (lower[at]?.text ?? "") }));
}

const isBlankRow = (row: readonly Cell[] | undefined): boolean => row?.every((cell) => cell.text === "") === true;

function isSameCaption(before: string, after: string): boolean {
  const plain = (text: string): string => text.replace(/\s+|[（(]?续表?[)）]?/g, "");
  return plain(after) === "" || plain(before) === plain(after);
}

/** The measure in which the text of the document is set. */
interface Setting {
  readonly left: number;
  readonly right: number;
  /** From baseline to baseline within a paragraph. */
  readonly pitch: number;
}

const LONG_LINE = 12;

/** Pages of one width share their setting: a page of short lines alone does not tell where its margins are. */
function settingsOf(pages: readonly PageItems[]): Map<number, Setting> {
  const settings = new Map<number, Setting>();
  for (const width of new Set(pages.map((page) => page.width))) {
    const perPage = pages
      .filter((page) => page.width === width)
      .map((page) => page.items.flatMap((item) => (item.kind === "LINE" ? [item.line] : [])));
    const long = perPage.flat().filter((line) => line.glyphs.length >= LONG_LINE);
    if (long.length === 0) continue;
    const left = quantile(
      long.map((line) => line.x0),
      0.03,
    );
    const right = quantile(
      long.map((line) => line.x1),
      0.97,
    );
    const pitches = perPage.flatMap((lines) =>
      lines.slice(1).flatMap((line, at) => {
        const before = lines[at] ?? line;
        return before.x1 > right - 2.5 * before.size && line.x0 < left + 0.8 * line.size ? [line.y - before.y] : [];
      }),
    );
    settings.set(width, { left, right, pitch: pitches.length === 0 ? Number.POSITIVE_INFINITY : median(pitches) });
  }
  return settings;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const BREAK_PITCH = 1.35;
const LARGEST_PITCH = 3;

function continues(open: OpenParagraph, line: TextLine, text: string, page: PageItems, settings: ReadonlyMap<number, Setting>): boolean {
  const { last } = open;
  const before = settings.get(open.lastPage.width);
  const here = settings.get(page.width);
  if (before === undefined || here === undefined || LEADERS.test(open.text) || HEADING_START.test(text)) return false;
  if (Math.abs(last.size - line.size) > 0.15 * last.size) return false;
  if (open.lastPage === page && line.y - last.y > Math.min(BREAK_PITCH * here.pitch, LARGEST_PITCH * line.size)) return false;
  const room = before.right - last.x1;
  const wrapped = room < firstWordWidth(line) + 0.5 * line.size;
  const ended = SENTENCE_END.test(open.text);
  if (ended && ITEM_START.test(text)) return false;
  if (line.x0 <= here.left + 0.8 * line.size) {
    // After an indented first line, a line at the margin goes on; it may have broken early for a word that could not be parted.
    return wrapped || (!ended && open.first.x0 > before.left + line.size && room < 8 * line.size);
  }
  if (!wrapped || ended) return false;
  const centred = Math.abs(line.x0 + line.x1 - last.x0 - last.x1) < 2 * line.size && line.y - last.y < 2 * line.size;
  return centred || Math.abs(line.x0 - last.x0) < 0.5 * line.size;
}

const SAME_EDGE = 4;

interface FittedTables {
  readonly upper: (readonly Cell[])[];
  readonly lower: (readonly Cell[])[];
  readonly x: readonly number[];
}

/** Two parts of a table have the same column edges, or those of one are among those of the other (a merged head row leaves edges out). */
function fitColumns(upper: { rows: readonly (readonly Cell[])[]; x: readonly number[] }, lower: PageTable): FittedTables | undefined {
  if (upper.x.length === 0 || lower.x.length === 0) {
    // Without lines only the number of columns tells.
    const fits = upper.x.length === lower.x.length && upper.rows.at(-1)?.length === lower.rows.at(-1)?.length;
    return fits ? { upper: [...upper.rows], lower: [...lower.rows], x: [] } : undefined;
  }
  const shift = (upper.x[0] ?? 0) - (lower.x[0] ?? 0);
  const lowerX = lower.x.map((x) => x + shift);
  const places = (from: readonly number[], to: readonly number[]): number[] =>
    from.map((x) => to.findIndex((other) => Math.abs(other - x) <= SAME_EDGE));
  const lowerInUpper = places(lowerX, upper.x);
  if (!lowerInUpper.includes(-1)) return { upper: [...upper.rows], lower: lower.rows.map((row) => remap(row, lowerInUpper)), x: upper.x };
  const upperInLower = places(upper.x, lowerX);
  if (!upperInLower.includes(-1)) return { upper: upper.rows.map((row) => remap(row, upperInLower)), lower: [...lower.rows], x: lowerX };
  return undefined;
}

function remap(row: readonly Cell[], edge: readonly number[]): Cell[] {
  return row.map((cell) => {
    const column = edge[cell.column] ?? cell.column;
    return { ...cell, column, columnSpan: (edge[cell.column + cell.columnSpan] ?? column + cell.columnSpan) - column };
  });
}

/** How many rows at the top of the lower part repeat the head of the upper one. */
function repeatedRows(upper: readonly (readonly Cell[])[], lower: readonly (readonly Cell[])[]): number {
  const tell = (row: readonly Cell[] | undefined): string =>
    (row ?? []).map((cell) => `${cell.column}:${cell.text.replace(/\s+/g, "")}`).join("|");
  let rows = 0;
  while (rows < Math.min(upper.length, lower.length - 1) && tell(upper[rows]) === tell(lower[rows]) && tell(lower[rows]) !== "") rows += 1;
  return rows;
}
