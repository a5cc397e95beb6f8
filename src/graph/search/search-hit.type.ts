import { Field, ID, ObjectType } from "type-graphql";
import type { SearchHit, SearchKind } from "../../store/find-search-hits";
import { SearchKindEnum } from "../vocabulary";

@ObjectType("SearchHit", { description: "检索结果", simpleResolvers: true })
export class SearchHitType {
  constructor(readonly hit: SearchHit) {}

  @Field(() => SearchKindEnum, { description: "What was found." })
  get kind(): SearchKind {
    return this.hit.kind;
  }

  @Field(() => String, { description: "名称 or heading." })
  get title(): string {
    return this.hit.title;
  }

  @Field(() => String, { description: "摘要: the words around the text." })
  get snippet(): string {
    return this.hit.snippet;
  }

  @Field(() => ID, { nullable: true, description: "Code of the unit or subject that was found; null for what stands in a disclosure." })
  get code(): string | null {
    return this.hit.code;
  }
}
