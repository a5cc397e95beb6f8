import type { TextLine } from "./text-lines";

/**
 * The width of what a word processor would have had to fit on the line before, to not break there: a character with the marks that
 * must not begin a line, a bracket with what it encloses, a number with its unit.
 */
export function firstWordWidth(line: TextLine): number {
  const glyphs = line.glyphs.filter((glyph) => glyph.text.trim() !== "");
  const text = glyphs.map((glyph) => glyph.text[0] ?? "").join("");
  const word =
    /^(?:[（(“《〔[][^）)”》〕\]]{0,4}|[\dA-Za-z.,%+-]+\p{Script=Han}{0,2}|.)[，。、；：！？,.;:!?）)”》〕\]％%]*/u.exec(text)?.[0] ?? "";
  return glyphs.slice(0, word.length).reduce((sum, glyph) => sum + glyph.width, 0);
}
