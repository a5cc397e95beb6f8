import type { Vocabulary } from "./vocabulary";
import { matchLabel } from "./vocabulary";

const LIST_NUMBER = /(?:（?[一二三四五六七八九十]{1,3}[）、.]|（?\d{1,2}[）、.](?!\d)|[①-⑳]|[一二三四五六七八九十]是)/y;
const COMPARISON =
  /(?:与|较|比|同)(?:20\d\d|上|去|年初|全年|当年)[^。；]{0,24}?(?:增加|减少|增长|下降|持平|降低|提高)(?:额|率|了)?-?\d*[^。；，]{0,6}?/y;
const AMOUNT_NEAR = /^[^。；，]{0,40}?\d(?:[\d,.]*)(?:万|亿)?元/;

/**
 * Where a stated reason or purpose ends: at the end of its sentence, or before the next clause that tells a figure again. A list of reasons
 * goes on over its own marks.
 */
export function reasonEnd(plain: string, start: number, vocabulary: Vocabulary): number {
  let depth = 0;
  for (let at = start; at < plain.length; at += 1) {
    const mark = plain[at];
    if (mark === "（") depth += 1;
    if (mark === "）") {
      if (depth === 0) return at;
      depth -= 1;
    }
    if (depth > 0) continue;
    if (mark === "。" && !continuesList(plain, at + 1)) return at;
    if (mark === "；" && tellsFigure(plain, at + 1, vocabulary)) return at;
    if ((mark === "，" || mark === "；") && (comparesAgain(plain, at + 1) || beginsAnew(plain, at + 1, vocabulary))) return at;
    if (plain.startsWith("其中：", at) || plain.startsWith("其中，", at)) return trimmedEnd(plain, start, at);
  }
  return plain.length;
}

function continuesList(plain: string, at: number): boolean {
  LIST_NUMBER.lastIndex = at;
  if (!LIST_NUMBER.test(plain)) return false;
  return !/^[^。]*\d(?:万|亿)?元/.test(plain.slice(LIST_NUMBER.lastIndex, LIST_NUMBER.lastIndex + 60));
}

/** A name of the vocabulary with an amount near it begins a clause of its own. */
function tellsFigure(plain: string, at: number, vocabulary: Vocabulary): boolean {
  LIST_NUMBER.lastIndex = at;
  const from = LIST_NUMBER.test(plain) ? LIST_NUMBER.lastIndex : at;
  for (const skip of [0, 1, 2, 3, 4, 6]) {
    const found = matchLabel(vocabulary, plain, from + skip);
    if (found !== undefined) return AMOUNT_NEAR.test(plain.slice(found.end)) || /^[^。；]{0,20}?(?:持平|\d)/.test(plain.slice(found.end));
  }
  return false;
}

const NEXT_ITEM = /(?:（?[一二三四五六七八九十]{1,3}[）、.]|（?\d{1,2}[）、.](?!\d)|20\d\d年度?)+/y;

/**
 * The next item of a list that goes on in one sentence: "，三、2023年公务接待费预算200万元"; without a number only where a comparison of its own
 * follows its amount: "，公务接待费支出1.20万元，比上年减少0.30万元".
 */
function beginsAnew(plain: string, at: number, vocabulary: Vocabulary): boolean {
  NEXT_ITEM.lastIndex = at;
  const numbered = NEXT_ITEM.test(plain);
  const found = matchLabel(vocabulary, plain, numbered ? NEXT_ITEM.lastIndex : at);
  if (found === undefined) return false;
  return (numbered ? AMOUNT : COMPARED_AMOUNT).test(plain.slice(found.end, found.end + 40));
}

const AMOUNT = /^(?:支出|预算|决算|安排|合计|数|额|为|：)*\d[\d,.]*(?:万|亿)?元/;
const COMPARED_AMOUNT = new RegExp(`${AMOUNT.source}，(?:完成|同比|(?:比|较|与)(?:20\\d\\d|上|去|年初|全年|预算))`);

function comparesAgain(plain: string, at: number): boolean {
  COMPARISON.lastIndex = at;
  if (!COMPARISON.test(plain)) return comparesWithNames(plain, at);
  return /^[^。；]{0,60}?(?:\d(?:万|亿)?元|%|持平)/.test(plain.slice(at));
}

function comparesWithNames(plain: string, at: number): boolean {
  return /^(?:与|较|比|同)(?:20\d\d|上|去|年初|全年)[^，。；]{0,16}相比，[^，。；]{0,20}(?:增加|减少|增长|下降)[^，。；]{0,4}\d[\d,.]*(?:万|亿)?元/.test(
    plain.slice(at, at + 80),
  );
}

function trimmedEnd(plain: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[，。；：]/.test(plain[at - 1] ?? "")) at -= 1;
  return at;
}
