import type { PageItem, PageItems } from "./page-items";
import { textOfLine } from "./text-lines";

const PAGE_NUMBER = /^(?:[-—–－~·\s]*\d{1,4}[-—–－~·\s]*|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/;
const MARGIN = 0.1;
const SAME_PLACE = 3;
const FEWEST_PAGES = 3;

/** Takes away page numbers, and the headers and footers that the pages share; of a shared line the first stays. */
export function dropRunningLines(pages: readonly PageItems[]): PageItems[] {
  const shared = new Map<string, { places: number[]; first: PageItem }>();
  for (const page of pages) {
    for (const { key, item } of edgeLines(page)) {
      const known = shared.get(key);
      if (known === undefined) shared.set(key, { places: [item.top], first: item });
      else known.places.push(item.top);
    }
  }
  return pages.map((page) => {
    const dropped = new Set<PageItem>();
    for (const { key, item, isNumber } of edgeLines(page)) {
      const running = shared.get(key);
      const sameplace = running?.places.filter((place) => Math.abs(place - item.top) < SAME_PLACE).length ?? 0;
      if (isNumber || (sameplace >= FEWEST_PAGES && sameplace > pages.length / 3 && running?.first !== item)) dropped.add(item);
    }
    return dropped.size === 0 ? page : { ...page, items: page.items.filter((item) => !dropped.has(item)) };
  });
}

interface EdgeLine {
  readonly item: PageItem;
  readonly key: string;
  readonly isNumber: boolean;
}

/** The lines in the upper and lower margin: outside everything else, and near the edge of the paper. */
function edgeLines(page: PageItems): EdgeLine[] {
  const lines: EdgeLine[] = [];
  const near = (item: PageItem): boolean => item.top < MARGIN * page.height || item.top > (1 - MARGIN) * page.height;
  for (const from of [page.items, page.items.toReversed()]) {
    for (const item of from.slice(0, 3)) {
      if (item.kind !== "LINE" || !near(item)) break;
      const text = textOfLine(item.line);
      if (!lines.some((line) => line.item === item)) lines.push({ item, key: text.replace(/\s+/g, ""), isNumber: PAGE_NUMBER.test(text) });
    }
  }
  return lines;
}
