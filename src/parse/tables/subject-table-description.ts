import type { MeasureCode, SubjectDimension } from "../../model/measures";
import type { ColumnRule } from "./column-rules";

/** A table whose rows are budget subjects and whose columns are measures: most of the statutory ones. */
export interface SubjectTableDescription {
  readonly dimension: SubjectDimension;
  readonly columns: readonly ColumnRule[];
  /** Columns that name economic subjects (工资福利支出, 基本工资 …) hold this measure in the row of the total; the cells below divide it twice. */
  readonly economicColumns?: MeasureCode;
  /** Rows that are neither a subject nor 合计 (人员经费合计): what their value in a column is. */
  readonly rows?: readonly RowRule[];
}

export interface RowRule {
  readonly label: RegExp;
  /** The measure of the row, given the measure that its column has for subjects; undefined leaves the cell out. */
  readonly measure: (column: MeasureCode) => MeasureCode | undefined;
}
