import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { compareFigures } from "../../compare/compare-figures";
import type { GraphContext } from "../graph-context";
import { billOf } from "./bill-of-comparison";
import { CompareArgs } from "./compare-args.input";
import { ComparisonType } from "./comparison.type";
import { readNeeds } from "./read-needs";
import { readQuestion } from "./read-question";
import { tellComparisonError } from "./tell-comparison-error";

@Resolver()
export class ComparisonResolver {
  @Query(() => ComparisonType, {
    description:
      "比较: any units × years × measures × subjects as one dense table, with change, share, rank and peers. Levels of subjects and scopes of units are never added to each other.",
  })
  async compare(
    @Args(() => CompareArgs) args: CompareArgs,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ComparisonType> {
    return context.comparisons.inTurn(info, async () => {
      const version = await context.dataVersionAt(args);
      const bill = billOf(context, args, info);
      const comparison = await compareFigures(context.comparisonStore, readQuestion(args, readNeeds(info)), { version, ...bill }).catch(
        (error: unknown) => tellComparisonError(context, error),
      );
      return new ComparisonType(comparison);
    });
  }
}
