import type { GraphQLResolveInfo } from "graphql";
import type { ComparisonOptions } from "../../compare/compare-figures";
import type { GraphContext } from "../graph-context";
import { priceOfAnswer, priceOfSlots } from "../query-price";
import type { CompareArgs } from "./compare-args.input";
import { expectedSize } from "./expected-size";

/** Has what a comparison comes to beyond what its arguments told paid for when it is known, before the work is done. */
export function billOf(
  { comparisons, charge }: Pick<GraphContext, "comparisons" | "charge">,
  args: CompareArgs,
  info: GraphQLResolveInfo,
): Required<Pick<ComparisonOptions, "onSlots" | "onSize">> {
  const expected = expectedSize(args as unknown as Readonly<Record<string, unknown>>);
  const chargeBeyond = async (known: number, price: number): Promise<void> => {
    if (price > known) await charge(price - known);
  };
  return {
    onSlots: async (slots) => {
      comparisons.take(slots);
      await chargeBeyond(priceOfSlots(expected.slots), priceOfSlots(slots));
    },
    onSize: (size) => chargeBeyond(priceOfAnswer(info, expected), priceOfAnswer(info, size)),
  };
}
