import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { PageRequest } from "../../store/read-page";
import { DisclosureType } from "../disclosure/disclosure.type";
import { loadDisclosure } from "../disclosure/load-disclosure";
import type { GraphContext } from "../graph-context";
import { connect } from "../paging/connect";
import { createConnectionType } from "../paging/connection.type";
import type { Connection } from "../paging/connection.type";
import { PageArgs } from "../paging/page-args";
import { LIMITS } from "../limits";
import { requestError } from "../request-error";
import { SuggestionKindEnum } from "../vocabulary";
import type { SuggestionKind } from "./create-name-index";
import { readSearchPage } from "./read-search-page";
import { SearchHitType } from "./search-hit.type";
import { SuggestionType } from "./suggestion.type";

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

  @Query(() => [SuggestionType], {
    description:
      "联想: names of units, regions, subjects and measures that fit what was typed so far: a part of the name, 拼音首字母, 全拼 or the beginning of a code; the best first. Errors: INVALID_ARGUMENT.",
  })
  async suggestions(
    @Arg("text", () => String, { description: "At most 50 letters." }) text: string,
    @Arg("first", () => Int, { defaultValue: 10, description: "At most 100." }) first: number,
    @Arg("kinds", () => [SuggestionKindEnum], { nullable: true, description: "Only of these kinds." }) kinds: SuggestionKind[] | null,
    @Ctx() { nameIndex, hubState }: GraphContext,
  ): Promise<SuggestionType[]> {
    if (text.length > LONGEST) throw requestError("INVALID_ARGUMENT", `Type at most ${LONGEST} letters; these are ${text.length}`);
    if (first < 1 || first > LIMITS.maxFirst)
      throw requestError("INVALID_ARGUMENT", `Ask for 1 to ${LIMITS.maxFirst}; this asks for ${first}`);
    const found = await nameIndex.suggest(text, first, kinds ?? Object.values(SuggestionKindEnum), (await hubState()).dataVersion);
    return found.map((one) => new SuggestionType(one));
  }

  @FieldResolver(() => DisclosureType, { nullable: true, description: "公开文件 that it stands in; null for units and subjects." })
  disclosure(@Root() { hit }: SearchHitType, @Ctx() context: GraphContext): Promise<DisclosureType> | null {
    return hit.revisionId === null ? null : loadDisclosure(context, hit.revisionId);
  }
}
