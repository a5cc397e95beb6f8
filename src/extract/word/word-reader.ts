import type { Block } from "../../model/extracted-document";
import { cleanText } from "../cell-text";
import type { ExtractionLimits } from "../extraction-limits";
import { CellBudget, TableBuilder } from "../table-builder";
import type { RowDivision, WordParagraph } from "./paragraph-properties";

interface OpenCell {
  readonly lines: string[];
  readonly blocks: Block[];
  indent: number | undefined;
}

interface OpenRow {
  readonly cells: OpenCell[];
  division: RowDivision | undefined;
}

interface OpenTable {
  readonly rows: OpenRow[];
  row: OpenRow;
  cell: OpenCell;
}

const CELL_END = "\u0007";
/** Edges of cells of different rows that are nearer than this are one, in twentieths of a point. */
const SAME_EDGE = 40;

/** Takes the paragraphs of a binary Word document one by one and puts its blocks together. */
export class WordReader {
  readonly blocks: Block[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly budget: CellBudget;

  constructor(limits: ExtractionLimits) {
    this.budget = new CellBudget(limits);
  }

  /** @param end the character that ended the paragraph */
  add(raw: string, end: string, paragraph: WordParagraph): void {
    const depth = end === CELL_END ? Math.max(1, paragraph.depth) : paragraph.depth;
    while (this.tables.length > depth) this.closeTable();
    while (this.tables.length < depth) this.tables.push(newTable());
    const table = this.tables.at(-1);
    if (table === undefined) {
      addParagraph(this.blocks, raw);
      return;
    }
    if (paragraph.endsRow) {
      this.budget.spend(table.row.cells.length);
      table.row.division = paragraph.row;
      table.rows.push(table.row);
      table.row = { cells: [], division: undefined };
      table.cell = newCell();
      return;
    }
    if (cleanText(raw) !== "") table.cell.indent ??= paragraph.isCentred ? 0 : paragraph.indent;
    table.cell.lines.push(raw);
    addParagraph(table.cell.blocks, raw);
    if ((end === CELL_END && depth === 1) || paragraph.endsInnerCell) {
      table.row.cells.push(table.cell);
      table.cell = newCell();
    }
  }

  finish(): void {
    while (this.tables.length > 0) this.closeTable();
  }

  private closeTable(): void {
    const table = this.tables.pop();
    if (table === undefined) return;
    const target = this.tables.at(-1)?.cell.blocks ?? this.blocks;
    if (table.row.cells.length > 0) table.rows.push(table.row);
    target.push(...this.build(table.rows), ...table.cell.blocks);
  }

  private build(rows: readonly OpenRow[]): Block[] {
    const builder = new TableBuilder(this.budget);
    const edges = commonEdges(rows.flatMap((row) => row.division?.edges ?? []));
    for (const row of rows) {
      builder.startRow();
      const places = (row.division?.edges ?? row.cells.map((_, at) => at)).map((edge) =>
        row.division === undefined ? edge : columnAt(edges, edge),
      );
      builder.skip(places[0] ?? 0);
      for (let at = 0; at < row.cells.length;) {
        const first = at;
        do at += 1;
        while (row.division?.cells[at]?.goesOnFromLeft === true && at < row.cells.length);
        const columnSpan = Math.max(1, (places[at] ?? first + 1) - (places[first] ?? first));
        const cell = contentOf(row.cells.slice(first, at));
        if (row.division?.cells[first]?.goesOnFromAbove === true) builder.continueCell({ ...cell, columnSpan });
        else builder.addCell({ ...cell, columnSpan });
      }
    }
    return builder.build();
  }
}

const newCell = (): OpenCell => ({ lines: [], blocks: [], indent: undefined });
const newTable = (): OpenTable => ({ rows: [], row: { cells: [], division: undefined }, cell: newCell() });

function addParagraph(blocks: Block[], raw: string): void {
  const text = cleanText(raw);
  if (text !== "") blocks.push({ kind: "PARAGRAPH", text });
}

function contentOf(cells: readonly OpenCell[]): { text: string; indent: number; contents?: readonly Block[] } {
  const printed = cells.flatMap((cell) => cell.lines).filter((line) => cleanText(line) !== "");
  const text = printed.map((line, at) => (at === 0 ? line : cleanText(line))).join("\n");
  const blocks = cells.flatMap((cell) => cell.blocks);
  const indent = cells.find((cell) => cell.indent !== undefined)?.indent ?? 0;
  return { text, indent, ...(blocks.some((block) => block.kind === "TABLE") ? { contents: blocks } : {}) };
}

function commonEdges(edges: readonly number[]): number[] {
  const common: number[] = [];
  for (const edge of edges.toSorted((a, b) => a - b)) if (edge - (common.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) common.push(edge);
  return common;
}

function columnAt(edges: readonly number[], edge: number): number {
  return Math.max(
    0,
    edges.findLastIndex((place) => place <= edge),
  );
}
