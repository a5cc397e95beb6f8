import type { PlacedCell, PlacedRow } from "./placed-row";

/** A header row understood: the role of each of its columns. */
export interface HeaderRow<Role extends string> {
  readonly columns: readonly { readonly role: Role; readonly index: number; readonly from: number; readonly to: number }[];
  /** The number of cells of the header row. */
  readonly length: number;
  readonly gridded: boolean;
}

/** The cells of one row by the role of their column; several where one header stands over several cells. */
export type AlignedRow<Role extends string> = ReadonlyMap<Role, readonly PlacedCell[]>;

/**
 * Puts the cells of a row under the columns of a header. With a grid, a cell belongs to the column that it overlaps most. Without one,
 * merged cells that were lost leave a row shorter than its header: the shift is taken under which most cells fit their columns, the right
 * end first, because merged cells stand on the left.
 */
export function alignRow<Role extends string>(
  header: HeaderRow<Role>,
  row: PlacedRow,
  fits: (role: Role, text: string) => boolean,
): AlignedRow<Role> {
  if (header.gridded && row.gridded) return alignByGrid(header, row);
  const lack = header.length - row.cells.length;
  const shifts = lack === 0 ? [0] : [lack, 0];
  const candidates = shifts.map((shift) => alignByOrder(header, row, shift));
  const misfits = candidates.map((candidate) => countMisfits(candidate, fits));
  const best = misfits.indexOf(Math.min(...misfits));
  return candidates[best] ?? new Map<Role, PlacedCell[]>();
}

function alignByGrid<Role extends string>(header: HeaderRow<Role>, row: PlacedRow): AlignedRow<Role> {
  const aligned = new Map<Role, PlacedCell[]>();
  for (const cell of row.cells) {
    let role: Role | undefined;
    let most = 0;
    for (const column of header.columns) {
      const overlap = Math.min(cell.to, column.to) - Math.max(cell.from, column.from);
      if (overlap > most) [role, most] = [column.role, overlap];
    }
    if (role !== undefined) aligned.set(role, [...(aligned.get(role) ?? []), cell]);
  }
  return aligned;
}

function alignByOrder<Role extends string>(header: HeaderRow<Role>, row: PlacedRow, shift: number): AlignedRow<Role> {
  const aligned = new Map<Role, PlacedCell[]>();
  for (const column of header.columns) {
    const cell = row.cells[column.index - shift];
    if (cell) aligned.set(column.role, [...(aligned.get(column.role) ?? []), cell]);
  }
  return aligned;
}

function countMisfits<Role extends string>(aligned: AlignedRow<Role>, fits: (role: Role, text: string) => boolean): number {
  return [...aligned].reduce((sum, [role, cells]) => sum + cells.filter((cell) => !fits(role, cell.text)).length, 0);
}
