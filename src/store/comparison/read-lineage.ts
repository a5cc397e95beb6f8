import type { ArrayReader } from "./array-reader";

/** 沿革: one step of a unit's history. */
export interface LineageStep {
  readonly predecessorId: number;
  readonly predecessorName: string;
  readonly successorId: number;
  /** First fiscal year of the successor. */
  readonly fiscalYear: number;
  readonly form: string;
}

/** All steps: there are few, and a chain of them is followed in memory. */
export async function readLineage(reader: ArrayReader): Promise<LineageStep[]> {
  const rows = await reader.read(
    "SELECT l.predecessor_id, u.name, l.successor_id, l.fiscal_year, l.form FROM unit_lineage l JOIN unit u ON u.id = l.predecessor_id " +
      "ORDER BY l.fiscal_year, l.predecessor_id",
    [],
  );
  return rows.map((row) => ({
    predecessorId: Number(row[0]),
    predecessorName: row[1] as string,
    successorId: Number(row[2]),
    fiscalYear: Number(row[3]),
    form: row[4] as string,
  }));
}
