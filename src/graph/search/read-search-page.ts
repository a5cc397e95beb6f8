import { countSearchHits, findSearchHits } from "../../store/find-search-hits";
import type { SearchHit } from "../../store/find-search-hits";
import { placeAfter } from "../../store/read-page";
import type { Page, PageRequest } from "../../store/read-page";
import type { RowReader } from "../../store/row-reader";

/** One page of what a search finds. Hits have an order and no key: a page begins at a place in it. */
export async function readSearchPage(reader: RowReader, text: string, request: PageRequest, dataVersion: number): Promise<Page<SearchHit>> {
  const offset = placeAfter(request.after);
  const { rows, hasNextPage } = await findSearchHits(reader, text, { first: request.first, offset }, dataVersion);
  return {
    rows: rows.map((row, index) => ({ row, key: [offset + index + 1] })),
    hasNextPage,
    countAll: () => countSearchHits(reader, text, dataVersion),
  };
}
