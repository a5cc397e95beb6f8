import { firstWordWidth } from "./first-word";
import type { TextLine } from "./text-lines";
import { textOfLine } from "./text-lines";

/** What a cell keeps free between its border and its text on both sides together, in points: from 1 (spreadsheets) to 11 (Word). */
const CELL_PADDING = 11;
const SENTENCE_END = /[。；;：:！!？?]$/;
const NUMBERING = /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|[①-⑳]|[—–-])/;
const NUMBER_END = /[\d%％]$/;
const NUMBER_START = /^[-\d]/;
const NAME_END = /[\p{Script=Han}）)”》、]$/u;
const NAME_START = /^[\p{Script=Han}（(“《]/u;

/**
 * The text of a cell from its lines. A line that broke for want of room is joined to the next, and so is a name that goes on; what the
 * author ended stays a line: a sentence, an item of a list, a number of its own.
 */
export function textOfCell(lines: readonly TextLine[], width: number): string {
  let text = "";
  let before: TextLine | undefined;
  for (const line of lines) {
    const next = joinSpreadCharacters(textOfLine(line));
    text = before === undefined ? next : text + (isOneLine(text, next, before, line, width) ? joint(text, next) : "\n") + next;
    before = line;
  }
  return text;
}

function isOneLine(text: string, next: string, before: TextLine, line: TextLine, width: number): boolean {
  const used = before.x1 - before.x0;
  if (used + firstWordWidth(line) + CELL_PADDING >= width - 0.2 * line.size) return !(SENTENCE_END.test(text) && NUMBERING.test(next));
  if (SENTENCE_END.test(text) || NUMBERING.test(next)) return false;
  if (NUMBER_END.test(text) && NUMBER_START.test(next)) return false;
  // Names in heads and stubs are broken by hand to fit; a name has no line ends of its own.
  return NAME_END.test(text) && NAME_START.test(next);
}

/** Latin words that were wrapped need their space back, Chinese and numbers do not. */
export function joint(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? " " : "";
}

/** "因 公 出 国" is one name set wide: single characters apart, without any longer word among them. */
export function joinSpreadCharacters(text: string): string {
  const words = text.split(/\s+/);
  const spread = words.length > 1 && words.every((word) => /^(?:\p{Script=Han}[，、；：]?|[（）()“”"《》])$/u.test(word));
  return spread ? words.join("") : text;
}
