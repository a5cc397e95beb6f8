import { findTableStretches, isAmount } from "../aligned/aligned-lines";
import type { AlignedLine, Segment } from "../aligned/aligned-lines";
import { readAlignedTable } from "../aligned/aligned-table";
import type { Glyph } from "./page-marks";
import { rightOf } from "./page-marks";
import type { PageTable } from "./ruled-table";
import type { TextLine } from "./text-lines";
import { gapBetween, lineOf, median, textOfLine } from "./text-lines";

/** A gap (in character sizes) that parts columns; between numbers a printed space is enough. */
const COLUMN_GAP = 1;
const NUMBER_GAP = 0.4;
const APART = 1.6;

export interface LinesAndTables {
  readonly lines: readonly TextLine[];
  readonly tables: readonly PageTable[];
}

/** Finds tables without ruling lines among the lines of a page, by the gaps that their rows share. */
export function readAlignedTables(lines: readonly TextLine[]): LinesAndTables {
  if (lines.length < 3) return { lines, tables: [] };
  const unit = median(lines.map((line) => line.size)) / 2;
  const pitch = median(lines.slice(1).map((line, at) => line.y - (lines[at]?.y ?? 0)));
  const aligned = lines.map((line, at): AlignedLine => ({
    segments: segmentsOf(line, unit),
    isApart: at > 0 && line.y - (lines[at - 1]?.y ?? 0) > APART * pitch,
  }));
  const taken = new Set<TextLine>();
  const tables = findTableStretches(aligned).flatMap(({ start, end }): PageTable[] => {
    const table = readAlignedTable(aligned.slice(start, end));
    if (table === undefined) return [];
    const own = lines.slice(start, end);
    for (const line of own) taken.add(line);
    return [
      { rows: table.rows, x: [], top: Math.min(...own.map((line) => line.y - line.size)), bottom: Math.max(...own.map((line) => line.y)) },
    ];
  });
  return { lines: lines.filter((line) => !taken.has(line)), tables };
}

function segmentsOf(line: TextLine, unit: number): Segment[] {
  const groups: Glyph[][] = [];
  let before: Glyph | undefined;
  for (const glyph of line.glyphs) {
    if (glyph.text.trim() === "") continue;
    const gap = before === undefined ? Number.POSITIVE_INFINITY : gapBetween(before, glyph);
    const isNumberEdge =
      before !== undefined &&
      gap >= NUMBER_GAP &&
      isAmount(textOfLine({ glyphs: groups.at(-1) ?? [] })) &&
      /[\d\p{Script=Han}]/u.test(glyph.text);
    if (gap >= COLUMN_GAP || isNumberEdge) groups.push([]);
    groups.at(-1)?.push(glyph);
    before = glyph;
  }
  return groups.map((glyphs) => {
    const { x0, x1 } = lineOf(glyphs);
    return { text: textOfLine({ glyphs }), from: x0 / unit, to: Math.max(...glyphs.map(rightOf), x1) / unit };
  });
}
