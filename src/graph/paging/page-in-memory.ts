import { placeAfter } from "../../store/read-page";
import type { Page, PageRequest } from "../../store/read-page";

/** A page of a list that is already read, in its own order: the key of a row is its place. */
export function pageInMemory<Row>(rows: readonly Row[], { first, after }: PageRequest): Page<Row> {
  const from = placeAfter(after);
  return {
    rows: rows.slice(from, from + first).map((row, index) => ({ row, key: [from + index + 1] })),
    hasNextPage: rows.length > from + first,
    countAll: () => Promise.resolve(rows.length),
  };
}
