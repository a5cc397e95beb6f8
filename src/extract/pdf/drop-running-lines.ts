import type { PageItem, PageItems } from "./page-items";
import { textOfLine } from "./text-lines";

const PAGE_NUMBER = /^(?:[-—–－~·\s]*\d{1,4}[-—–－~·\s]*|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/;
/** A table's own first lines may stand as high as a page head. */
const UNIT = /单位\s*[：:]/;
const MARGIN = 0.1;
const SAME_PLACE = 3;
const FEWEST_PAGES = 3;
const SHORT_DOCUMENT = 4;

/** Takes away page numbers, and the headers and footers that the pages share; of a shared line the first stays. */
export function dropRunningLines(pages: readonly PageItems[]): PageItems[] {
  const fewest = pages.length < SHORT_DOCUMENT ? 2 : Math.max(FEWEST_PAGES, pages.length / 3);
  const shared = new Map<string, { places: number[]; first: PageItem }>();
  const edges = pages.map((page) => [edgeLines(page, page.items), edgeLines(page, page.items.toReversed())]);
  for (const { key, item } of edges.flat(2)) {
    const known = shared.get(key);
    if (known === undefined) shared.set(key, { places: [item.top], first: item });
    else if (known.first !== item) known.places.push(item.top);
  }
  return pages.map((page, at) => {
    const dropped = new Set<PageItem>();
    for (const edge of edges[at] ?? []) {
      for (const { key, item, isNumber } of edge) {
        const running = shared.get(key);
        const pagesAlike = running?.places.filter((place) => Math.abs(place - item.top) < SAME_PLACE).length ?? 0;
        // What stands further in than a line of the page's own is the page's own too.
        if (!isNumber && (pagesAlike < fewest || UNIT.test(key))) break;
        if (isNumber || running?.first !== item) dropped.add(item);
      }
    }
    return dropped.size === 0 ? page : { ...page, items: page.items.filter((item) => !dropped.has(item)) };
  });
}

interface EdgeLine {
  readonly item: PageItem;
  readonly key: string;
  readonly isNumber: boolean;
}

/** The lines in the upper or lower margin, from the edge of the paper inwards: outside everything else. */
function edgeLines(page: PageItems, items: readonly PageItem[]): EdgeLine[] {
  const lines: EdgeLine[] = [];
  for (const item of items.slice(0, 3)) {
    const isNear = item.top < MARGIN * page.height || item.top > (1 - MARGIN) * page.height;
    if (item.kind !== "LINE" || !isNear) break;
    const text = textOfLine(item.line);
    lines.push({ item, key: text.replace(/\s+/g, ""), isNumber: PAGE_NUMBER.test(text) });
  }
  return lines;
}
