import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { PageRequest } from "../../store/read-page";
import { DisclosureType } from "../disclosure/disclosure.type";
import { loadDisclosure } from "../disclosure/load-disclosure";
import type { GraphContext } from "../graph-context";
import { connect } from "../paging/connect";
import { createConnectionType } from "../paging/connection.type";
import type { Connection } from "../paging/connection.type";
import { PageArgs } from "../paging/page-args";
import { requestError } from "../request-error";
import { readSearchPage } from "./read-search-page";
import { SearchHitType } from "./search-hit.type";

const SearchConnection = createConnectionType("SearchHit", SearchHitType, "检索结果");
const [SHORTEST, LONGEST] = [2, 50];

@Resolver(() => SearchHitType)
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      "全文检索 over units, subjects, projects, indicators and narrative; names that fit best come first. The total is exact for two letters, and an upper bound for more. Errors: INVALID_ARGUMENT.",
  })
  search(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("text", () => String, { description: "Two letters or more." }) text: string,
    @Ctx() context: GraphContext,
  ): Promise<Connection<SearchHitType>> {
    const length = text.trim().length;
    if (length < SHORTEST || length > LONGEST) {
      throw requestError("INVALID_ARGUMENT", `Search for ${SHORTEST} to ${LONGEST} letters; these are ${length}`);
    }
    const read = (request: PageRequest, version: number) => readSearchPage(context.reader, text, request, version);
    return connect(context, page, ["search", text], read, (hit) => new SearchHitType(hit));
  }

  @FieldResolver(() => DisclosureType, { nullable: true, description: "公开文件 that it stands in; null for units and subjects." })
  disclosure(@Root() { hit }: SearchHitType, @Ctx() context: GraphContext): Promise<DisclosureType> | null {
    return hit.revisionId === null ? null : loadDisclosure(context, hit.revisionId);
  }
}
