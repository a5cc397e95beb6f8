/** A character as it stands on a page; the origin is the page's upper left corner, units are points. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
}

/** A straight horizontal or vertical line, or a thin bar that serves as one. */
export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface PageMarks {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
  /** Characters drawn of which the file does not say what they are. */
  readonly meaningless: number;
}

export const rightOf = (glyph: Glyph): number => glyph.x + glyph.width;
/** Half the height of a Chinese character above the baseline: where the eye sees it. */
export const middleOf = (glyph: Glyph): number => glyph.y - 0.36 * glyph.size;
