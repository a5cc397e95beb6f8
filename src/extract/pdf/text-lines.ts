import { groupNear } from "./find-grids";
import type { Glyph } from "./page-marks";
import { rightOf } from "./page-marks";

/** Characters on one baseline, from left to right. */
export interface TextLine {
  readonly glyphs: readonly Glyph[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

/** Raised and lowered characters belong to the line too. */
const SAME_BASELINE = 0.45;
/** Fake bold prints a character twice, a hair apart. */
const OVERPRINT = 0.2;
/** A wider gap than this (in character sizes) reads as a space; Word leaves a quarter between Chinese and digits. */
const SPACE_GAP = 0.4;

/** Puts characters in reading order by where they stand, whatever order the file draws them in. */
export function linesOfGlyphs(glyphs: readonly Glyph[]): TextLine[] {
  const visible = glyphs.filter((glyph) => glyph.size > 0.5);
  if (visible.length === 0) return [];
  const usualSize = median(visible.map((glyph) => glyph.size));
  return groupNear(visible, (glyph) => glyph.y, SAME_BASELINE * usualSize).flatMap((group) => {
    const ordered = withoutOverprints(group.toSorted((a, b) => a.x - b.x));
    return ordered.some((glyph) => glyph.text.trim() !== "") ? [lineOf(ordered)] : [];
  });
}

export function lineOf(glyphs: readonly Glyph[]): TextLine {
  const printed = glyphs.filter((glyph) => glyph.text.trim() !== "");
  return {
    glyphs,
    x0: Math.min(...printed.map((glyph) => glyph.x)),
    x1: Math.max(...printed.map(rightOf)),
    y: median(printed.map((glyph) => glyph.y)),
    size: median(printed.map((glyph) => glyph.size)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function withoutOverprints(ordered: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of ordered) {
    const twin = kept
      .slice(-4)
      .some(
        (other) =>
          other.text === glyph.text &&
          Math.abs(other.x - glyph.x) < OVERPRINT * glyph.size &&
          Math.abs(other.y - glyph.y) < OVERPRINT * glyph.size,
      );
    if (!twin) kept.push(glyph);
  }
  return kept;
}

/** The text of a line: printed spaces stay, wide gaps become spaces. */
export function textOfLine(line: Pick<TextLine, "glyphs">): string {
  const printed = line.glyphs.filter((glyph) => glyph.text.trim() !== "");
  const gaps = printed.slice(1).map((glyph, at) => gapBetween(printed[at] ?? glyph, glyph));
  // A line set wide to fill its measure has the same gap everywhere.
  const limit = SPACE_GAP + Math.max(0, gaps.length < 4 ? 0 : median(gaps));
  let text = "";
  let before: Glyph | undefined;
  for (const glyph of line.glyphs) {
    if (before !== undefined && glyph.text.trim() !== "" && !/\s$/.test(text)) {
      const gap = gapBetween(before, glyph);
      if (gap > limit) text += " ".repeat(Math.min(8, Math.max(1, Math.round(gap))));
    }
    text += glyph.text;
    if (glyph.text.trim() !== "") before = glyph;
  }
  return text.trim();
}

/** In character sizes. */
export function gapBetween(before: Glyph, after: Glyph): number {
  return (after.x - rightOf(before)) / Math.max(before.size, after.size);
}
