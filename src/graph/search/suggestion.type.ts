import { Field, ID, ObjectType } from "type-graphql";
import { SuggestionKindEnum } from "../vocabulary";
import type { Suggestion, SuggestionKind } from "./create-name-index";

@ObjectType("Suggestion", { description: "联想: a name that fits what was typed so far.", simpleResolvers: true })
export class SuggestionType {
  constructor(readonly suggestion: Suggestion) {}

  @Field(() => SuggestionKindEnum, { description: "What it names." })
  get kind(): SuggestionKind {
    return this.suggestion.kind;
  }

  @Field(() => ID, { description: "单位代码, 区划代码, 科目编码 or 指标代码." })
  get code(): string {
    return this.suggestion.code;
  }

  @Field(() => String, { description: "名称" })
  get name(): string {
    return this.suggestion.name;
  }

  @Field(() => String, {
    nullable: true,
    description: "Of a unit its region, of a region or subject the one above, of a measure its English name.",
  })
  get within(): string | null {
    return this.suggestion.within;
  }
}
