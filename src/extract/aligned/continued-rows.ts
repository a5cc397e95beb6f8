import type { Cell } from "../../model/extracted-document";
import { isAmount } from "./aligned-lines";
import type { AlignedTable } from "./aligned-table";

const CODE = /^(?:\d{2,3}|\d{5}|\d{7})$/;

/** What a row's texts are, in their order: code, name, amount. */
const tell = (cells: readonly Cell[]): string => cells.map(({ text }) => (CODE.test(text) ? "C" : isAmount(text) ? "A" : "N")).join("");
const filled = (row: readonly Cell[]): readonly Cell[] => row.filter((cell) => cell.text !== "");

/**
 * The rows of a page that goes on with a table, in the columns of that table. The page may show fewer columns, where the rest is blank: each
 * of its columns is the one in which a row of the table above has the same kind of text, in rows made alike. Undefined where they tell no
 * column or several.
 */
export function rowsInColumnsOf(table: AlignedTable, page: AlignedTable): Cell[][] | undefined {
  const columnOf = matchColumns(table, page);
  if (columnOf === undefined) return undefined;
  return page.rows.map((row) => {
    const texts = new Map(filled(row).map((cell) => [columnOf.get(cell.column), cell]));
    return Array.from({ length: table.columns }, (_, column): Cell => ({
      ...(texts.get(column) ?? { text: "", columnSpan: 1, rowSpan: 1 }),
      column,
    }));
  });
}

function matchColumns(table: AlignedTable, page: AlignedTable): ReadonlyMap<number, number> | undefined {
  const above = table.rows.map(filled).reverse();
  const columnOf = new Map<number, number>();
  for (const row of page.rows.map(filled)) {
    const kinds = tell(row);
    if (!kinds.includes("A")) continue;
    const alike = above.find((other) => tell(other) === kinds) ?? above.find((other) => tell(other).endsWith(kinds));
    const columns = alike?.slice(-row.length).map((cell) => cell.column) ?? [];
    for (const [at, cell] of row.entries()) {
      const [known, column] = [columnOf.get(cell.column), columns[at]];
      if (column === undefined) continue;
      if (known !== undefined && known !== column) return undefined;
      columnOf.set(cell.column, column);
    }
  }
  const used = [...new Set(page.rows.flatMap((row) => filled(row).map((cell) => cell.column)))].sort((a, b) => a - b);
  const matched = used.map((column) => columnOf.get(column));
  const rises = matched.every((column, at) => column !== undefined && (at === 0 || column > (matched[at - 1] ?? -1)));
  return columnOf.size > 1 && rises ? columnOf : undefined;
}
