import type { Property } from "./property-runs";
import { readProperties } from "./property-runs";

/** What the formatting of a paragraph says of its place in tables. */
export interface WordParagraph {
  /** How many tables it is within. */
  depth: number;
  /** It ends a row, and says how the row is divided. */
  endsRow: boolean;
  /** It ends a cell of a table within a table. */
  endsInnerCell: boolean;
  row: RowDivision | undefined;
  /** Left indent and that of the first line together, in characters. */
  indent: number;
  isCentred: boolean;
  /** The list that numbers it, counted from 1; 0 for none. */
  list: number;
  level: number;
}

export interface RowDivision {
  /** The edges of the cells in twentieths of a point. */
  readonly edges: readonly number[];
  readonly cells: CellMerge[];
}

export interface CellMerge {
  goesOnFromLeft: boolean;
  goesOnFromAbove: boolean;
}

const S = {
  ALIGNMENT: 0x2403,
  ALIGNMENT_2000: 0x2461,
  IN_TABLE: 0x2416,
  ROW_END: 0x2417,
  INNER_CELL_END: 0x244b,
  INNER_ROW_END: 0x244c,
  DEPTH: 0x6649,
  LIST: 0x460b,
  LEVEL: 0x260a,
  LEFT: 0x840f,
  LEFT_2000: 0x845e,
  FIRST_LINE: 0x8411,
  FIRST_LINE_2000: 0x8460,
  LEFT_CHARACTERS: 0x4456,
  FIRST_LINE_CHARACTERS: 0x4457,
  ELSEWHERE: 0x6646,
  ELSEWHERE_97: 0x6645,
  TABLE: 0xd608,
  MERGE_ACROSS: 0x5624,
  MERGE_DOWN: 0xd62b,
} as const;

const TWIPS_PER_CHARACTER = 210;
const CELL_SIZE = 20;
const MOST_CELLS = 63;
const GOES_ON_FROM_LEFT = 0x0002;
const MERGED_DOWN = 0x0020;
const STARTS_DOWN = 0x0040;

/** @param data the stream that holds what did not fit into a page of formatting */
export function readParagraph(properties: Buffer | undefined, data: Buffer): WordParagraph {
  const paragraph: WordParagraph = {
    depth: 0,
    endsRow: false,
    endsInnerCell: false,
    row: undefined,
    indent: 0,
    isCentred: false,
    list: 0,
    level: 0,
  };
  const widths = { left: 0, first: 0, leftCharacters: 0, firstCharacters: 0 };
  if (properties !== undefined) apply(properties);
  const inCharacters = widths.leftCharacters + widths.firstCharacters;
  paragraph.indent = Math.max(0, Math.round(inCharacters > 0 ? inCharacters / 100 : (widths.left + widths.first) / TWIPS_PER_CHARACTER));
  return paragraph;

  function apply(bytes: Buffer, isElsewhere = false): void {
    for (const { code, operand } of readProperties(bytes)) {
      if (operand.length === 0) continue;
      const flag = operand[0] === 1;
      if (code === S.IN_TABLE) paragraph.depth = flag ? Math.max(1, paragraph.depth) : 0;
      else if (code === S.DEPTH && operand.length === 4) paragraph.depth = Math.max(0, Math.min(50, operand.readInt32LE(0)));
      else if (code === S.ROW_END || code === S.INNER_ROW_END) paragraph.endsRow ||= flag;
      else if (code === S.INNER_CELL_END) paragraph.endsInnerCell = flag;
      else if (code === S.ALIGNMENT || code === S.ALIGNMENT_2000) paragraph.isCentred = operand[0] === 1 || operand[0] === 2;
      else if ((code === S.LEFT || code === S.LEFT_2000) && operand.length === 2) widths.left = operand.readInt16LE(0);
      else if ((code === S.FIRST_LINE || code === S.FIRST_LINE_2000) && operand.length === 2) widths.first = operand.readInt16LE(0);
      else if (code === S.LEFT_CHARACTERS && operand.length === 2) widths.leftCharacters = operand.readInt16LE(0);
      else if (code === S.FIRST_LINE_CHARACTERS && operand.length === 2) widths.firstCharacters = operand.readInt16LE(0);
      else if (code === S.LIST && operand.length === 2) paragraph.list = operand.readUInt16LE(0);
      else if (code === S.LEVEL) paragraph.level = operand[0] ?? 0;
      else if (code === S.TABLE) paragraph.row = readRow(operand);
      else if (paragraph.row !== undefined) mergeCells(paragraph.row, { code, operand });
      if ((code === S.ELSEWHERE || code === S.ELSEWHERE_97) && operand.length === 4 && !isElsewhere) {
        const start = operand.readUInt32LE(0);
        if (start + 2 <= data.length) apply(data.subarray(start + 2, start + 2 + data.readUInt16LE(start)), true);
      }
    }
  }
}

function readRow(operand: Buffer): RowDivision | undefined {
  const count = operand[0] ?? 0;
  if (count === 0 || count > MOST_CELLS || operand.length < 1 + 2 * (count + 1)) return undefined;
  const edges = Array.from({ length: count + 1 }, (_, at) => operand.readInt16LE(1 + 2 * at));
  const cells = Array.from({ length: count }, (_, at): CellMerge => {
    const start = 1 + 2 * (count + 1) + CELL_SIZE * at;
    const flags = start + 2 <= operand.length ? operand.readUInt16LE(start) : 0;
    return {
      goesOnFromLeft: (flags & GOES_ON_FROM_LEFT) !== 0,
      goesOnFromAbove: (flags & MERGED_DOWN) !== 0 && (flags & STARTS_DOWN) === 0,
    };
  });
  return { edges, cells };
}

function mergeCells(row: RowDivision, { code, operand }: Property): void {
  const [first = 0, second = 0] = operand;
  if (code === S.MERGE_ACROSS) for (const cell of row.cells.slice(first + 1, second)) cell.goesOnFromLeft = true;
  const cell = row.cells[first];
  if (code === S.MERGE_DOWN && cell !== undefined) cell.goesOnFromAbove = second === 1;
}
