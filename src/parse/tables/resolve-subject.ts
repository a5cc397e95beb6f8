import type { SubjectDimension } from "../../model/measures";
import type { RowLabel } from "./subject-label";
import type { TableFindings } from "./table-findings";
import type { GridCell } from "./table-grid";

/** The subjects that stand above a row, from 类 down: what a name without a code is a name under. */
export interface SubjectTrail {
  readonly steps: { key: string; name: string; depth: number }[];
}

export const startTrail = (): SubjectTrail => ({ steps: [] });

/** The key of a row's subject: by its code, or by its name under the names above it. */
export function resolveRowSubject(
  label: RowLabel,
  dimension: SubjectDimension,
  trail: SubjectTrail,
  findings: TableFindings,
): string | undefined {
  void dimension;
  void trail;
  void findings;
  return label.code;
}

/** The code of a functional class that is printed by its name alone. */
export function resolveClassName(name: string, findings: TableFindings, cell: GridCell | undefined): string | undefined {
  void name;
  void findings;
  void cell;
  return name;
}
