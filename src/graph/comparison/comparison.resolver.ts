import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { compareFigures } from "../../compare/compare-figures";
import { ComparisonError } from "../../compare/comparison-error";
import type { GraphContext } from "../graph-context";
import { requestError } from "../request-error";
import { CompareArgs } from "./compare-args.input";
import { ComparisonType } from "./comparison.type";
import { readNeeds } from "./read-needs";
import { readQuestion } from "./read-question";

@Resolver()
export class ComparisonResolver {
  @Query(() => ComparisonType, {
    description:
      "比较: any units × years × measures × subjects as one dense table, with change, share, rank and peers. Levels of subjects and scopes of units are never added to each other.",
  })
  async compare(
    @Args(() => CompareArgs) args: CompareArgs,
    @Ctx() { comparisonStore, dataVersionAt }: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ComparisonType> {
    const version = await dataVersionAt({ asOf: args.asOf ?? null });
    return new ComparisonType(await answer(() => compareFigures(comparisonStore, readQuestion(args, readNeeds(info)), { version })));
  }
}

/** A question that cannot be answered as asked is the client's: it hears which part, under a code. */
async function answer<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ComparisonError ? requestError(error.code, error.message, { detail: error.detail }) : error;
  }
}
