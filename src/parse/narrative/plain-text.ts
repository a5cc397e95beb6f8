/** Text made plain for matching, and where each of its characters stands in the printed text. */
export interface PlainText {
  readonly text: string;
  /** Printed offset of each plain character; one more at the end, for the end of the printed text. */
  readonly at: readonly number[];
}

const QUOTES = new Set("“”‘’\"'＂＇「」『』");
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
const isSpace = (mark: string): boolean => /[\s\u00a0\u3000]/.test(mark);
const isDigit = (mark: string | undefined): boolean => mark !== undefined && /[0-9]/.test(mark);

/**
 * Folds what printing varies without meaning: full-width digits, marks of either width, quotation marks, white space inside words (a blank
 * that parts two numbers stays). A comma between digits stays a comma, any other becomes the full-width one.
 */
export function plainText(printed: string): PlainText {
  const marks: string[] = [];
  const at: number[] = [];
  const push = (mark: string, offset: number): void => {
    marks.push(mark);
    at.push(offset);
  };
  let blank = false;
  for (let offset = 0; offset < printed.length; offset += 1) {
    const original = printed[offset] ?? "";
    if (isSpace(original)) {
      blank = true;
      continue;
    }
    if (QUOTES.has(original)) continue;
    const mark = foldMark(original);
    if (blank && isDigit(mark) && isDigit(marks.at(-1))) push(" ", offset);
    blank = false;
    push(mark, offset);
  }
  for (let index = 0; index < marks.length; index += 1) {
    const between = isDigit(marks[index - 1]) && isDigit(marks[index + 1]);
    if (marks[index] === "," && !between) marks[index] = "，";
    // A full-width stop between digits is a decimal point; elsewhere it ends a list number.
  }
  at.push(printed.length);
  return { text: marks.join(""), at };
}

function foldMark(mark: string): string {
  const code = mark.charCodeAt(0);
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
