import { parse } from "graphql";
import type { GraphContext } from "../graph/graph-context";
import { askGraph } from "./ask-graph";
import type { Variables } from "./ask-graph";

/** A comparison as charts and exports read it. */
export interface ComparedTable {
  readonly totalCount: number;
  readonly dataVersion: number;
  readonly columns: readonly ComparedHeading[];
  readonly rows: readonly ComparedRow[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
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
  readonly derived: boolean;
  readonly unitCount: number;
  readonly citation?: ComparedCitation | null;
}

export interface ComparedCitation {
  readonly section: string;
  readonly text: string;
  readonly printed: string | null;
  readonly document: { readonly sha256: string; readonly fileName: string } | null;
}

const COMPARE = parse(`
  query Compare(
    $where: ComparisonWhere, $measures: [MeasureCode!]!, $subjects: [ID!], $includeDescendants: Boolean, $subjectLevel: SubjectLevel
    $stage: Stage! = FINAL, $groupBy: ComparisonGrouping, $aggregate: ComparisonAggregate, $pivot: ComparisonPivot
    $peers: ComparisonPeerGroup! = SELECTION, $per: ComparisonDenominator, $terms: ComparisonTerms! = NOMINAL, $baseYear: Int
    $orderBy: [ComparisonOrder!], $having: [ComparisonCondition!], $includeEmpty: Boolean, $asOf: DateTime
    $first: Int, $after: String, $unit: MoneyUnit! = WAN_YUAN, $sources: Boolean! = false
  ) {
    compare(
      where: $where, measures: $measures, subjects: $subjects, includeDescendants: $includeDescendants, subjectLevel: $subjectLevel
      stage: $stage, groupBy: $groupBy, aggregate: $aggregate, pivot: $pivot, peers: $peers, per: $per, terms: $terms, baseYear: $baseYear
      orderBy: $orderBy, having: $having, includeEmpty: $includeEmpty, asOf: $asOf, first: $first, after: $after
    ) {
      totalCount
      dataVersion
      columns { measure { code name nameEn kind unit } subject { code name } year }
      rows {
        unit { code name }
        group { key name }
        subject { code name }
        year
        scope
        cells {
          value(unit: $unit)
          status
          derived
          unitCount
          citation @include(if: $sources) { section text printed document { sha256 fileName } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export async function askComparison(context: GraphContext, variables: Variables): Promise<ComparedTable> {
  return (await askGraph<{ compare: ComparedTable }>(context, COMPARE, variables)).compare;
}

/** Every page of a comparison, one after the other, from the one that is there. */
export async function* restOfComparison(context: GraphContext, variables: Variables, first: ComparedTable): AsyncGenerator<ComparedTable> {
  let page = first;
  let given = page.rows.length;
  yield page;
  while (page.pageInfo.hasNextPage) {
    page = await askComparison(context, { ...variables, after: page.pageInfo.endCursor });
    given += page.rows.length;
    yield page;
  }
  if (given !== first.totalCount) throw new Error(`A comparison of ${first.totalCount} rows gave ${given}`);
}
