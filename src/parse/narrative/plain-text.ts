/** Text made plain for matching, and where each of its characters stands in the printed text. */
export interface PlainText {
  readonly text: string;
  /** Printed offset of each plain character; one more at the end, for the end of the printed text. */
  readonly at: readonly number[];
}

const QUOTES = /[“”‘’"'＂＇「」『』]/;
const FOLDED: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  "〔": "（",
  "〕": "）",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "﹪": "%",
  "٪": "%",
  "·": ".",
};
const SPACE = /[\s\u00a0\u3000]/;
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/**
 * Folds what printing varies without meaning: full-width digits, marks of either width, quotation marks, white space inside words (a blank
 * that parts two numbers stays). A comma between digits stays a comma, any other becomes the full-width one.
 */
export function plainText(printed: string): PlainText {
  const marks: string[] = [];
  const at: number[] = [];
  let blank = false;
  let last = 0;
  for (let offset = 0; offset < printed.length; offset += 1) {
    const original = printed.charAt(offset);
    const code = original.charCodeAt(0);
    // Nearly every character is Han and stays.
    const mark = isHan(code) ? original : foldMark(original, code);
    if (mark === "") {
      blank ||= SPACE.test(original);
      continue;
    }
    const folded = mark.charCodeAt(0);
    if (blank && isDigit(folded) && isDigit(last)) {
      marks.push(" ");
      at.push(offset);
    }
    blank = false;
    last = folded;
    marks.push(mark);
    at.push(offset);
  }
  for (let index = 0; index < marks.length; index += 1) {
    if (marks[index] !== ",") continue;
    const between = isDigit(marks[index - 1]?.charCodeAt(0) ?? 0) && isDigit(marks[index + 1]?.charCodeAt(0) ?? 0);
    if (!between) marks[index] = "，";
  }
  at.push(printed.length);
  return { text: marks.join(""), at };
}

/** A mark in its plain form; empty for a blank or a quotation mark. */
function foldMark(mark: string, code: number): string {
  if (isDigit(code)) return mark;
  if (SPACE.test(mark) || QUOTES.test(mark)) return "";
  // Full-width forms of ASCII: digits, letters, percent, plus, minus, stop; brackets and punctuation keep their Chinese form.
  if (code >= 0xff01 && code <= 0xff5e) {
    const half = String.fromCharCode(code - 0xfee0);
    return FOLDED[half] ?? half;
  }
  return FOLDED[mark] ?? mark;
}

/** Printed offsets [start, end) of the plain characters [start, end); trailing blanks are left out. */
export function printedRange(plain: PlainText, start: number, end: number): { readonly start: number; readonly end: number } {
  const from = plain.at[start] ?? 0;
  const last = end > start ? (plain.at[end - 1] ?? from) + 1 : from;
  return { start: from, end: last };
}
