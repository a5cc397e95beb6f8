import { readCellNumber } from "./cell-number";
import type { GridCell } from "./table-grid";

/** A row of values with its place in the table's tree: a subject's code, "" for the row that adds all up, undefined for one outside of it. */
export interface SettlingRow {
  readonly key: string | undefined;
  readonly values: readonly { readonly column: ColumnKey; readonly cell: GridCell }[];
}

/** What a column is called over all pages of a table. */
export type ColumnKey = string;

/** A column that is the sum of others. */
export interface ColumnSum {
  readonly whole: ColumnKey;
  readonly parts: readonly ColumnKey[];
}

/** Where a doubtful number belongs: the column in which the table's own sums close; undefined where they decide nothing. */
export type Settlement = ReadonlyMap<GridCell, ColumnKey | undefined>;

interface Amount {
  readonly value: number;
  readonly step: number;
}

type Placement = ReadonlyMap<ColumnKey, Amount>;

/** Larger tables are not disclosures; they are not worth the search. */
const MOST_ROWS = 800;

/** More ways to place a row's numbers than this are not tried. */
const MOST_PLACEMENTS = 300;

/**
 * Places numbers whose column is doubtful by the sums of their own table: 合计 = Σ columns in each row, 类 = Σ款 = Σ项 in each column. A number
 * is settled when its sums close in one arrangement of its row and in no other.
 *
 * @param isDoubtful whether extraction was not sure of a cell's column
 * @param mayMove whether a row that does not close may be rearranged though nobody doubted it: only for tables that were cut by position
 */
export function settleColumns(
  rows: readonly SettlingRow[],
  columns: readonly ColumnKey[],
  sums: readonly ColumnSum[],
  isDoubtful: (cell: GridCell) => boolean,
  mayMove: boolean,
): Settlement {
  const settled = new Map<GridCell, ColumnKey | undefined>();
  const placements = new Map<SettlingRow, Placement>();
  const open = new Set<SettlingRow>();
  for (const row of rows) {
    placements.set(row, placementOf(row.values));
    if (row.values.some(({ cell }) => isDoubtful(cell) && amountOf(cell) !== undefined)) open.add(row);
  }
  const table = { rows, columns, sums, placements, open, families: familiesByRow(rows) };
  const doubtfulOf = (row: SettlingRow): readonly Value[] =>
    row.values.filter(({ cell }) => isDoubtful(cell) && amountOf(cell) !== undefined);
  const accept = (row: SettlingRow, arrangement: readonly ColumnKey[]): void => {
    settle(row, doubtfulOf(row), arrangement, placements, settled);
    open.delete(row);
  };
  const searched = rows.length <= MOST_ROWS;
  for (let before = Number.POSITIVE_INFINITY; searched && open.size > 0 && open.size < before;) {
    before = open.size;
    for (const row of open) {
      const found = onlyClosing(row, doubtfulOf(row), table);
      if (found !== undefined) accept(row, found);
    }
    for (const family of new Set([...open].flatMap((row) => table.families.get(row) ?? []))) {
      for (const [row, arrangement] of settleFamily(family, table, doubtfulOf) ?? []) accept(row, arrangement);
    }
  }
  const proven = provenColumns(rows, columns, settled);
  for (const row of open) for (const { cell, column } of doubtfulOf(row)) settled.set(cell, proven.has(column) ? column : undefined);
  if (mayMove && searched && open.size === 0) rearrangeBroken(table, settled);
  return settled;
}

/** So many numbers settled where they stood, and none elsewhere, prove that the column was taken right. */
const PROOFS = 2;

/** Columns in which doubtful numbers were found right by sums: what stands in them beside no sum is right as well. A single column leaves no choice. */
function provenColumns(rows: readonly SettlingRow[], columns: readonly ColumnKey[], settled: Settlement): ReadonlySet<ColumnKey> {
  if (columns.length === 1) return new Set(columns);
  const proofs = rows.flatMap(({ values }) =>
    values.flatMap(({ column, cell }) => (settled.has(cell) ? [{ column, holds: settled.get(cell) === column }] : [])),
  );
  return new Set(
    columns.filter((column) => {
      const own = proofs.filter((proof) => proof.column === column);
      return own.length >= PROOFS && own.every(({ holds }) => holds);
    }),
  );
}

interface SettlingTable {
  readonly rows: readonly SettlingRow[];
  readonly columns: readonly ColumnKey[];
  readonly sums: readonly ColumnSum[];
  readonly placements: Map<SettlingRow, Placement>;
  /** Rows that are not settled: their numbers prove nothing. */
  readonly open: ReadonlySet<SettlingRow>;
  readonly families: ReadonlyMap<SettlingRow, readonly Family[]>;
}

type Value = SettlingRow["values"][number];

function settle(
  row: SettlingRow,
  movable: readonly Value[],
  arrangement: readonly ColumnKey[],
  placements: Map<SettlingRow, Placement>,
  settled: Map<GridCell, ColumnKey | undefined>,
): void {
  movable.forEach(({ cell }, at) => settled.set(cell, arrangement[at]));
  placements.set(row, placementOf(row.values, movable, arrangement));
}

/** Rows that are doubtful together: the one way to arrange them all in which every column of their family closes. */
function settleFamily(
  { parent, children }: Family,
  table: SettlingTable,
  doubtfulOf: (row: SettlingRow) => readonly Value[],
): ReadonlyMap<SettlingRow, readonly ColumnKey[]> | undefined {
  const members = [parent, ...children].filter((row) => table.open.has(row));
  if (members.length < 2) return undefined;
  let ways: (readonly (readonly ColumnKey[])[])[] = [[]];
  for (const row of members) {
    const own = closingArrangements(row, doubtfulOf(row), table, 0);
    ways = ways.flatMap((way) => own.map((arrangement) => [...way, arrangement]));
    if (ways.length > MOST_PLACEMENTS) return undefined;
  }
  const closing = ways.filter((way) => {
    const at = (row: SettlingRow): Placement => {
      const member = members.indexOf(row);
      return member < 0
        ? (table.placements.get(row) ?? new Map<ColumnKey, Amount>())
        : placementOf(row.values, doubtfulOf(row), way[member]);
    };
    return table.columns.every((column) =>
      closes(
        at(parent).get(column),
        children.map((child) => at(child).get(column)),
      ),
    );
  });
  const [only] = closing;
  return closing.length === 1 && only !== undefined ? new Map(members.map((row, member) => [row, only[member] ?? []])) : undefined;
}

/** A row that breaks a sum, and breaks none when one of its numbers stands in another blank column. */
function rearrangeBroken(table: SettlingTable, settled: Map<GridCell, ColumnKey | undefined>): void {
  for (const row of table.rows) {
    if (row.key === undefined || verdict(row, table.placements.get(row) ?? new Map(), table).broken === 0) continue;
    const fitting = row.values
      .filter(({ cell }) => amountOf(cell) !== undefined && !settled.has(cell))
      .map((value) => ({ value, found: onlyClosing(row, [value], table) }))
      .filter(({ value, found }) => found !== undefined && found[0] !== value.column);
    const [only] = fitting;
    if (fitting.length === 1 && only?.found !== undefined) settle(row, [only.value], only.found, table.placements, settled);
  }
}

/** The one arrangement of the movable numbers in which every sum that can be checked closes. */
function onlyClosing(row: SettlingRow, movable: readonly Value[], table: SettlingTable): readonly ColumnKey[] | undefined {
  const closing = closingArrangements(row, movable, table, 1);
  return closing.length === 1 ? closing[0] : undefined;
}

/** The arrangements that break no sum, of at least so many that could be checked. */
function closingArrangements(row: SettlingRow, movable: readonly Value[], table: SettlingTable, atLeast: number): ColumnKey[][] {
  const firm = row.values.filter((value) => !movable.includes(value) && amountOf(value.cell) !== undefined).map(({ column }) => column);
  const free = table.columns.filter((column) => !firm.includes(column));
  return arrangements(movable.length, free).filter((arrangement) => {
    const { checked, broken } = verdict(row, placementOf(row.values, movable, arrangement), table);
    return checked >= atLeast && broken === 0;
  });
}

/** Ways to put so many numbers, in their printed order, into the free columns. */
function arrangements(count: number, free: readonly ColumnKey[]): ColumnKey[][] {
  if (count === 0) return [[]];
  const all: ColumnKey[][] = [];
  free.forEach((column, at) => {
    for (const rest of arrangements(count - 1, free.slice(at + 1))) if (all.length < MOST_PLACEMENTS) all.push([column, ...rest]);
  });
  return all;
}

function placementOf(values: readonly Value[], movable: readonly Value[] = [], arrangement: readonly ColumnKey[] = []): Placement {
  const placement = new Map<ColumnKey, Amount>();
  for (const value of values) {
    const amount = amountOf(value.cell);
    const moved = movable.indexOf(value);
    if (amount !== undefined) placement.set(moved < 0 ? value.column : (arrangement[moved] ?? value.column), amount);
  }
  return placement;
}

function amountOf(cell: GridCell): Amount | undefined {
  const read = readCellNumber(cell.text, "元");
  return read.kind === "NUMBER" ? read.number : undefined;
}

/** Checks the sums that a row takes part in: across it, as a part of the row above it, and as the whole of the rows below it. */
function verdict(row: SettlingRow, placement: Placement, table: SettlingTable): { checked: number; broken: number } {
  const at = (other: SettlingRow): Placement => (other === row ? placement : (table.placements.get(other) ?? new Map<ColumnKey, Amount>()));
  let checked = 0;
  let broken = 0;
  const check = (whole: Amount | undefined, parts: readonly (Amount | undefined)[]): void => {
    if (whole === undefined && parts.every((part) => part === undefined)) return;
    checked += 1;
    if (!closes(whole, parts)) broken += 1;
  };
  for (const { whole, parts } of table.sums)
    check(
      placement.get(whole),
      parts.map((part) => placement.get(part)),
    );
  for (const family of table.families.get(row) ?? []) {
    if ([family.parent, ...family.children].some((member) => member !== row && table.open.has(member))) continue;
    for (const column of table.columns)
      check(
        at(family.parent).get(column),
        family.children.map((child) => at(child).get(column)),
      );
  }
  return { checked, broken };
}

/** A row of the tree with the rows directly below it. */
interface Family {
  readonly parent: SettlingRow;
  readonly children: readonly SettlingRow[];
}

function familiesByRow(rows: readonly SettlingRow[]): Map<SettlingRow, Family[]> {
  const byKey = new Map<string, SettlingRow>();
  const children = new Map<string, SettlingRow[]>();
  for (const row of rows) {
    if (row.key === undefined) continue;
    if (!byKey.has(row.key)) byKey.set(row.key, row);
    const parent = parentOf(row.key);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  const families = new Map<SettlingRow, Family[]>();
  for (const [key, below] of children) {
    const parent = byKey.get(key);
    if (parent === undefined) continue;
    const family = { parent, children: below };
    for (const member of [parent, ...below]) families.set(member, [...(families.get(member) ?? []), family]);
  }
  return families;
}

const parentOf = (key: string): string | undefined => (key === "" ? undefined : key.length > 3 ? key.slice(0, -2) : "");

/** A printed number is exact to half its last digit: n parts and their whole may differ by (n + 1)/2 of it. A blank adds nothing. */
function closes(whole: Amount | undefined, parts: readonly (Amount | undefined)[]): boolean {
  const printed = [whole, ...parts].filter((amount) => amount !== undefined);
  const step = Math.max(0, ...printed.map((amount) => amount.step));
  const difference = (whole?.value ?? 0) - parts.reduce((sum, part) => sum + (part?.value ?? 0), 0);
  return Math.abs(difference) * 2 <= printed.length * step;
}
