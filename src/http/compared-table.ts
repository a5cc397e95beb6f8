import type { GraphContext } from "../graph/graph-context";
import type { MoneyUnit } from "../graph/amounts";
import type { ComparisonCellType } from "../graph/comparison/comparison-cell.type";
import type { ComparisonRowType } from "../graph/comparison/comparison.type";
import { openComparison } from "../graph/comparison/open-comparison";
import type { Variables } from "./ask-graph";
import { pay } from "./caller-budget";

/** A whole comparison as charts and exports read it, at one data version. */
export interface ComparedTable {
  readonly totalCount: number;
  readonly columns: readonly ComparedHeading[];
  /** Every row, from the first each time; with their sources where the table was read for them. */
  rows(options?: { readonly withSources: boolean }): AsyncIterable<ComparedRow>;
}

export interface ComparedHeading {
  readonly measure: { readonly code: string; readonly name: string; readonly nameEn: string; readonly kind: string; readonly unit: string };
  readonly subject: { readonly code: string; readonly name: string } | null;
  readonly year: number | null;
}

export interface ComparedRow {
  readonly unit: { readonly code: string; readonly name: string } | null;
  readonly group: { readonly key: string; readonly name: string } | null;
  readonly subject: { readonly code: string; readonly name: string } | null;
  readonly year: number | null;
  readonly scope: string | null;
  readonly cells: readonly ComparedCell[];
}

export interface ComparedCell {
  readonly value: number | null;
  readonly status: string;
  readonly citation: ComparedCitation | null;
}

export interface ComparedCitation {
  readonly section: string;
  readonly text: string;
  readonly printed: string | null;
  readonly document: { readonly sha256: string; readonly fileName: string } | null;
}

/** Rows put into words, and citations read, at a time. */
const PAGE_ROWS = 250;

/** Compares once; the rows are put into words as they are taken. @throws GraphQLError where the graph would refuse the question. */
export async function readComparedTable(
  context: GraphContext,
  variables: Variables,
  { moneyUnit, sources = false }: { readonly moneyUnit: MoneyUnit; readonly sources?: boolean },
): Promise<ComparedTable> {
  const { comparison, pages } = await openComparison(context, variables, { citations: sources });
  // As the graph prices its rows: an object for each cell, and for each source.
  await pay(comparison.totalCount * (1 + comparison.columns.length * (sources ? 2 : 1)));
  return {
    totalCount: comparison.totalCount,
    columns: comparison.columns.map(({ measure, subject, year }) => ({ measure, subject, year })),
    async *rows({ withSources } = { withSources: false }) {
      for await (const page of pages(PAGE_ROWS, withSources))
        yield* await Promise.all(page.map((row) => tellRow(row, context, moneyUnit, withSources)));
    },
  };
}

async function tellRow(
  { unit, group, subject, year, scope, cells }: ComparisonRowType,
  context: GraphContext,
  moneyUnit: MoneyUnit,
  withSources: boolean,
): Promise<ComparedRow> {
  const citations = withSources ? await Promise.all(cells.map((cell) => tellCitation(cell, context))) : [];
  return {
    unit,
    group,
    subject,
    year,
    scope,
    cells: cells.map((cell, at) => ({ value: cell.value(moneyUnit), status: cell.status, citation: citations[at] ?? null })),
  };
}

async function tellCitation({ citation }: ComparisonCellType, context: GraphContext): Promise<ComparedCitation | null> {
  if (!citation) return null;
  const { section, text, printed } = citation;
  return { section, text, printed, document: await citation.document(context) };
}
