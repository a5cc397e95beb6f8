import type { Block } from "../model/extracted-document";
import { HEADING_START, ITEM_START, LEADERS, SENTENCE_END } from "./paragraph-starts";

/** A line narrower than this, in half-width characters, is short for a reason of its own. */
const LEAST_MEASURE = 36;
/** How much room a line may leave that broke for want of it: marks and blanks are of several widths. */
const ROOM = 10;
const FEWEST_LINES = 4;
const PROSE = /[，。；、：,;]/;
const UNBROKEN = /^[“"（(]?[\d,.]+\s*%?/;
const PAGE_NUMBER = /^[-—–\s]*\d{1,3}[-—–\s]*$/;

/**
 * Text copied out of a PDF keeps the lines of its page: a paragraph for every line, broken in the middle of words and numbers. They are joined
 * again where most lines of prose have one width and end in the middle of a sentence; elsewhere the blocks stay as they are.
 *
 * @param isApart whether an empty line stands before a block
 */
export function joinWrapped(blocks: readonly Block[], isApart: (block: Block) => boolean = () => false): Block[] {
  const measure = measureOf(blocks);
  if (measure === undefined) return [...blocks];
  // A number that found no room at the end of a line stands whole on the next.
  const isFull = (text: string, next: string): boolean =>
    measure - widthOf(text) <= ROOM + widthOf(UNBROKEN.exec(next)?.[0] ?? "") && widthOf(text) <= measure && !LEADERS.test(text);
  const joined: Block[] = [];
  /** The last line of the open paragraph; undefined where no paragraph is open. */
  let last: string | undefined;
  for (const block of blocks) {
    const open = joined.at(-1);
    if (block.kind !== "PARAGRAPH" || open?.kind !== "PARAGRAPH" || last === undefined || !isFull(last, block.text)) {
      joined.push(block);
      last = block.kind === "PARAGRAPH" ? block.text : undefined;
      continue;
    }
    const ended = SENTENCE_END.test(last);
    // The foot of a page in the middle of a sentence.
    if (!ended && PAGE_NUMBER.test(block.text)) continue;
    const isStart = HEADING_START.test(block.text) || (ended && (isApart(block) || ITEM_START.test(block.text)));
    if (isStart) joined.push(block);
    else joined[joined.length - 1] = { ...open, text: open.text + joint(open.text, block.text) + block.text };
    last = block.text;
  }
  return joined;
}

/** The width at which the lines of a text were broken; undefined where a line is a paragraph. */
function measureOf(blocks: readonly Block[]): number | undefined {
  const lines = blocks.flatMap((block) =>
    block.kind === "PARAGRAPH" && PROSE.test(block.text) && !LEADERS.test(block.text)
      ? [{ width: widthOf(block.text), ended: SENTENCE_END.test(block.text) }]
      : [],
  );
  const widths = lines.map(({ width }) => width).filter((width) => width >= LEAST_MEASURE);
  widths.sort((a, b) => a - b);
  let best = { measure: 0, count: 0 };
  let from = 0;
  widths.forEach((width, at) => {
    while (width - (widths[from] ?? width) > ROOM) from += 1;
    if (at - from + 1 >= best.count) best = { measure: width, count: at - from + 1 };
  });
  const { measure, count } = best;
  const full = lines.filter(({ width }) => width <= measure && measure - width <= ROOM);
  const broken = full.filter(({ ended }) => !ended).length;
  const longer = widths.filter((width) => width > measure).length;
  return count >= FEWEST_LINES && broken * 2 > count && longer * 4 <= count ? measure : undefined;
}

/** In half-width characters; blanks around numbers are the converter's. */
const widthOf = (line: string): number =>
  [...line].reduce((sum, character) => sum + (/\s/.test(character) ? 0 : character > "\u2e7f" ? 2 : 1), 0);

/** Only letters and digits need a blank between them that the end of the line stood for. */
const joint = (upper: string, lower: string): string => (/[A-Za-z0-9]$/.test(upper) && /^[A-Za-z0-9]/.test(lower) ? " " : "");
