/** Automatic numbers of paragraphs: Word keeps "一、" of a heading outside of its text. */

export interface NumberLevel {
  readonly start: number;
  readonly format: string;
  /** "第%1章": %1 stands for the number of the first level. */
  readonly pattern: string;
}

export interface NumberingList {
  /** Lists with the same key count on together. */
  readonly key: string;
  readonly levels: ReadonlyMap<number, NumberLevel>;
}

export class ListCounter {
  private readonly counts = new Map<string, number[]>();

  /** The number of the next paragraph of a list, as it is printed before the text. */
  next(list: NumberingList, level: number): string {
    const own = list.levels.get(level);
    if (own === undefined) return "";
    const counts = this.counts.get(list.key) ?? [];
    this.counts.set(list.key, counts);
    for (let above = 0; above < level; above += 1) counts[above] ??= list.levels.get(above)?.start ?? 1;
    counts[level] = counts[level] === undefined ? own.start : counts[level] + 1;
    counts.length = level + 1;
    if (own.format === "bullet" || own.format === "none") return "";
    return own.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return formatNumber(counts[at] ?? 1, list.levels.get(at)?.format ?? "decimal");
    });
  }
}

/** A paragraph with its number, as it is printed. */
export function withNumber(number: string, text: string): string {
  if (number === "") return text;
  const bare = text.trimStart();
  return number + (/\w$/.test(number) && /^\w/.test(bare) ? " " : "") + bare;
}

const CHINESE_DIGITS = "〇一二三四五六七八九";
const LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
const HEAVENLY_STEMS = "甲乙丙丁戊己庚辛壬癸";
const MOST = 1_000_000;

export function formatNumber(value: number, format: string): string {
  if (value < 1 || value > MOST) return String(value);
  switch (format) {
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
      return inChinese(value, CHINESE_DIGITS.replace("〇", "零"), "十百千");
    case "chineseLegalSimplified":
      return inChinese(value, LEGAL_DIGITS, "拾佰仟");
    case "ideographDigital":
    case "taiwaneseDigital":
      return [...String(value)].map((digit) => CHINESE_DIGITS[Number(digit)]).join("");
    case "ideographTraditional":
      return HEAVENLY_STEMS[value - 1] ?? String(value);
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value);
    case "decimalEnclosedParen":
      return `(${value})`;
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "decimalFullWidth":
      return [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("");
    case "lowerLetter":
      return inLetters(value).toLowerCase();
    case "upperLetter":
      return inLetters(value);
    case "lowerRoman":
      return inRoman(value).toLowerCase();
    case "upperRoman":
      return inRoman(value);
    default:
      return String(value);
  }
}

/** 十二, 二十, 一百零五. */
function inChinese(value: number, digits: string, places: string): string {
  if (value >= 10_000) return String(value);
  let text = "";
  let zero = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      zero = text !== "";
      continue;
    }
    if (zero) text += digits[0];
    zero = false;
    text += (digits[digit] ?? "") + (power === 0 ? "" : (places[power - 1] ?? ""));
  }
  return value >= 10 && value < 20 ? text.slice(1) : text;
}

function inLetters(value: number): string {
  return String.fromCodePoint(65 + ((value - 1) % 26)).repeat(Math.min(20, Math.ceil(value / 26)));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function inRoman(value: number): string {
  if (value > 4999) return String(value);
  let rest = value;
  let text = "";
  for (const [worth, letters] of ROMAN) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}
