import type { HeaderRow } from "./align-row";
import { isFilled, type PlacedRow } from "./placed-row";

/** The columns of a row that name a role; cells without one are left out. */
export function headerOf<Role extends string>(row: PlacedRow, roleOf: (text: string) => Role | undefined): HeaderRow<Role> {
  const columns = row.cells.flatMap((cell, index) => {
    const role = isFilled(cell) ? roleOf(cell.text) : undefined;
    return role === undefined ? [] : [{ role, index, from: cell.from, to: cell.to }];
  });
  return { columns, length: row.cells.length, gridded: row.gridded };
}
