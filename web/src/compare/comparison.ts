import type { ValueKind } from "../lib/amounts";
import type { Status } from "../components/value";

/** What the graph answers to a comparison, as queries/compare.graphql asks for it. */
export interface Comparison {
  readonly totalCount: number;
  readonly dataVersion: number;
  readonly columns: readonly ComparisonColumn[];
  readonly rows: readonly ComparisonRow[];
  readonly warnings: readonly {
    readonly code: string;
    readonly message: string;
    readonly count: number;
    readonly examples: readonly string[];
  }[];
  readonly coverage: {
    readonly expected: number;
    readonly disclosed: number;
    readonly gaps: readonly { readonly unit: { readonly code: string; readonly name: string }; readonly year: number }[];
  };
}

export interface MeasureName {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: ValueKind;
  readonly unit: string;
}

export interface ComparisonColumn {
  readonly measure: MeasureName;
  readonly subject: { readonly code: string; readonly name: string } | null;
  readonly year: number | null;
}

export interface ComparisonRow {
  readonly unit: { readonly code: string; readonly name: string } | null;
  readonly group: { readonly key: string; readonly name: string } | null;
  readonly year: number | null;
  readonly scope: string | null;
  readonly cells: readonly ComparisonCell[];
}

export interface ComparisonCell {
  readonly value: number | null;
  readonly status: Status;
  readonly kind: string | null;
  readonly derived: boolean;
  readonly unitCount: number;
  readonly yearOnYear?: { readonly amount: number; readonly rate: number | null; readonly basis: string } | null;
  readonly shareOf?: number | null;
  readonly rank?: number | null;
  readonly peerMedian?: number | null;
  readonly peerCount?: number;
  readonly quartiles?: { readonly lower: number | null; readonly median: number | null; readonly upper: number | null } | null;
}

export const rowKey = ({ unit, group }: ComparisonRow): string => unit?.code ?? group?.key ?? "";
export const rowName = ({ unit, group }: ComparisonRow): string => unit?.name ?? group?.name ?? "";

/** A quantity of the comparison whatever stands in rows and columns: a measure, of one subject or in total. */
export interface Quantity {
  readonly key: string;
  readonly measure: MeasureName;
  readonly subject: ComparisonColumn["subject"];
}

export const quantityKey = ({ measure, subject }: ComparisonColumn): string => (subject ? `${measure.code}:${subject.code}` : measure.code);

export function quantitiesOf({ columns }: Comparison): Quantity[] {
  const byKey = new Map(columns.map((column) => [quantityKey(column), column]));
  return [...byKey].map(([key, { measure, subject }]) => ({ key, measure, subject }));
}

/** One value of the comparison, taken out of the table's form. */
export interface Point {
  readonly key: string;
  readonly name: string;
  readonly year: number;
  readonly quantity: string;
  readonly value: number | null;
  readonly status: Status;
}

export function pointsOf({ columns, rows }: Comparison): Point[] {
  return rows.flatMap((row) =>
    row.cells.flatMap((cell, at) => {
      const column = columns[at];
      if (!column) return [];
      const year = row.year ?? column.year ?? 0;
      return [{ key: rowKey(row), name: rowName(row), year, quantity: quantityKey(column), value: cell.value, status: cell.status }];
    }),
  );
}
