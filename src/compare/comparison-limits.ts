export interface ComparisonLimits {
  /** Units, regions, parents, subjects, years, measures named in one list. */
  readonly listLength: number;
  /** Rows of a page asked for by `first`. */
  readonly pageRows: number;
  /** Cells of an answer. */
  readonly cells: number;
  /** Columns, of which a row has a cell each. */
  readonly columns: number;
  /** Figures held in memory for one comparison: units × years × measures × subjects × stages. */
  readonly slots: number;
}

export const COMPARISON_LIMITS: ComparisonLimits = { listLength: 250, pageRows: 250, cells: 50_000, columns: 50_000, slots: 4_000_000 };
