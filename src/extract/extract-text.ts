import type { Block, ExtractedDocument } from "../model/extracted-document";
import { isLayoutText, readLayoutText } from "./aligned/layout-text";
import { cleanText } from "./cell-text";
import { decodeText } from "./decode-text";
import { ExtractionError } from "./extraction-error";
import { joinWrapped } from "./join-wrapped";
import { readStackedTable } from "./stacked-table";
import { tableOfRows } from "./table-shape";

/**
 * The text form of a disclosure. A line is a paragraph, or one line of several where a page broke them; tables come in one of the ways in which they survive as text:
 * cells as lines that begin with a tab (rows apart by an empty line), rows as lines with tabs between the cells, cells one under another, or columns kept by spaces.
 */
export function extractText(bytes: Uint8Array): ExtractedDocument {
  const { blocks, messages } = readText(decodeText(bytes));
  if (blocks.length === 0) throw new ExtractionError("FILE_EMPTY");
  return { format: "TEXT", blocks, messages };
}

/** Text as blocks, whichever way its tables survive. */
export function readText(text: string): Pick<ExtractedDocument, "blocks" | "messages"> {
  const lines = text.split(LINE_END);
  // Columns are kept by spaces or by tabs, not by both.
  if (!text.includes("\t") && isLayoutText(lines)) return readLayoutText(text);
  return { blocks: blocksOfText(text), messages: [] };
}

const LINE_END = /\r\n|[\n\r\u2028\u2029\u0085\f]/;

export function blocksOfText(text: string): Block[] {
  const lines = text.split(LINE_END).map((line) => line.replaceAll("\u000b", ""));
  const blocks: Block[] = [];
  const apart = new Set<Block>();
  for (let at = 0; at < lines.length;) {
    const run = readTabLedTable(lines, at) ?? readTabbedTable(lines, at) ?? readStackedTable(lines, at);
    if (run !== undefined) {
      blocks.push(tableOfRows(run.rows));
      at = run.end;
      continue;
    }
    const text = cleanText(lines[at] ?? "");
    if (text !== "") {
      const block: Block = { kind: "PARAGRAPH", text };
      if (at > 0 && isBlank(lines[at - 1])) apart.add(block);
      blocks.push(block);
    }
    at += 1;
  }
  return joinWrapped(blocks, (block) => apart.has(block));
}

interface RowRun {
  readonly rows: readonly (readonly string[])[];
  /** The first line after the table. */
  readonly end: number;
}

const isCellLine = (line: string | undefined): line is string => line?.startsWith("\t") === true;
const isBlank = (line: string | undefined): boolean => line === undefined || (!line.startsWith("\t") && cleanText(line) === "");

/**
 * Cells as lines that begin with a tab, rows apart by one empty line. A line without a tab directly under a cell continues it (a paragraph
 * within the cell). The table ends at an empty line that no tab-led line follows.
 */
function readTabLedTable(lines: readonly string[], start: number): RowRun | undefined {
  if (!isCellLine(lines[start]) || hasInnerTab(lines[start])) return undefined;
  const rows: string[][] = [];
  let at = start;
  while (isCellLine(lines[at])) {
    const row: string[] = [];
    for (; !isBlank(lines[at]); at += 1) {
      const line = lines[at] ?? "";
      if (isCellLine(line)) row.push(line.slice(1));
      else row.push(joinCellLines(row.pop() ?? "", line));
    }
    rows.push(row);
    if (isCellLine(lines[at + 1])) at += 1;
  }
  return looksLikeIndentedProse(rows) ? undefined : { rows, end: at };
}

function joinCellLines(upper: string, lower: string): string {
  return cleanText(upper) === "" ? lower : `${upper}\n${cleanText(lower)}`;
}

/** A tab may only be the indent of a paragraph: then each row has one cell, or all are whole sentences. */
function looksLikeIndentedProse(rows: readonly (readonly string[])[]): boolean {
  if (rows.every((row) => row.length === 1)) return true;
  return rows.flat().every((cell) => cell.length > 40 || /[。；：:;]\s*$/.test(cell));
}

const hasInnerTab = (line: string | undefined): boolean => line !== undefined && cleanText(line).includes("\t");

/**
 * Rows as lines, tabs between the cells: what is copied out of a spreadsheet. At least two lines, one of them with numbers or three cells.
 */
function readTabbedTable(lines: readonly string[], start: number): RowRun | undefined {
  const rows: string[][] = [];
  let at = start;
  for (; hasInnerTab(lines[at]); at += 1) rows.push((lines[at] ?? "").split("\t"));
  if (rows.length < 2 || isTableOfContents(rows)) return undefined;
  if (!rows.some((row) => row.length > 2 || row.some((cell) => /^\s*-?[\d,]+\.\d+\s*$/.test(cell)))) return undefined;
  const led = rows.every((row) => row[0] === "");
  return { rows: led ? rows.map((row) => row.slice(1)) : rows, end: at };
}

/** Headings with rising page numbers. */
function isTableOfContents(rows: readonly (readonly string[])[]): boolean {
  const pages = rows.map((row) => (/^\s*\d{1,3}\s*$/.test(row.at(-1) ?? "") ? Number(row.at(-1)) : Number.NaN));
  return (
    rows.every((row) => row.filter((cell) => cell.trim() !== "").length === 2) &&
    pages.every((page, at) => at === 0 || page >= (pages[at - 1] ?? 0))
  );
}
