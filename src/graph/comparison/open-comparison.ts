import { coerceInputValue } from "graphql";
import { compareWhole } from "../../compare/compare-figures";
import type { Comparison } from "../../compare/comparison";
import { buildGraphSchema } from "../build-graph-schema";
import type { GraphContext } from "../graph-context";
import { priceOfSlots } from "../query-price";
import { requestError } from "../request-error";
import type { CompareArgs } from "./compare-args.input";
import { ComparisonRowType, ComparisonType } from "./comparison.type";
import { readQuestion } from "./read-question";
import { tellComparisonError } from "./tell-comparison-error";

/** A whole comparison whose rows are handed out as they are wanted: computed once, and never all in words at a time. */
export interface OpenComparison {
  /** Columns, count and data version; it has no rows of its own. */
  readonly comparison: ComparisonType;
  /** Every row, a page at a time. The citations of a page hold until the next one; there are some where the comparison was opened with them. */
  pages(rowCount: number, withCitations: boolean): AsyncIterable<readonly ComparisonRowType[]>;
}

/**
 * Asks `compare` for all that it answers, past the longest page of the field.
 *
 * @param citations whether any page will be read with its citations.
 * @param given arguments of the field as variables would give them; `first` and `after` count for nothing.
 * @throws GraphQLError where the field would refuse them.
 */
export async function openComparison(
  context: GraphContext,
  given: Readonly<Record<string, unknown>>,
  { citations }: { readonly citations: boolean },
): Promise<OpenComparison> {
  const args = coerceArguments(given);
  const version = await context.dataVersionAt(args);
  const question = readQuestion(args, { ...NEEDS, ...(citations && { citations: CITED }) });
  const onSlots = async (slots: number): Promise<void> => {
    context.comparisons.take(slots);
    await context.charge(priceOfSlots(slots));
  };
  const whole = await compareWhole(context.comparisonStore, question, { version, onSlots }).catch((error: unknown) =>
    tellComparisonError(context, error),
  );
  return { comparison: new ComparisonType(whole), pages: (rowCount, withCitations) => pagesOf(whole, context, rowCount, withCitations) };
}

const CITED = new Set(["sectionTitle", "printed", "text"] as const);
const NEEDS = {
  yearOnYear: false,
  executionRate: false,
  shareOf: new Set<never>(),
  citations: new Set<never>(),
  coverage: false,
  warnings: false,
};

async function* pagesOf(
  whole: Comparison,
  { comparisonStore }: GraphContext,
  rowCount: number,
  withCitations: boolean,
): AsyncGenerator<readonly ComparisonRowType[]> {
  for await (const rows of whole.pages(rowCount, withCitations ? comparisonStore : undefined))
    yield rows.map((row, index) => new ComparisonRowType(whole, row, index));
}

function coerceArguments(given: Readonly<Record<string, unknown>>): CompareArgs {
  const args = buildGraphSchema().getQueryType()?.getFields()["compare"]?.args ?? [];
  const entries = args.map(({ name, type, defaultValue }): [string, unknown] => [
    name,
    given[name] === undefined
      ? defaultValue
      : coerceInputValue(given[name], type, (_path, _value, { message }) => {
          throw requestError("INVALID_ARGUMENT", `\`${name}\`: ${message}`);
        }),
  ]);
  return Object.fromEntries(entries) as unknown as CompareArgs;
}
