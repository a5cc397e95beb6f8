import { Field, Int, ObjectType } from "type-graphql";
import { LIMITS } from "../limits";
import type { Limits } from "../limits";

@ObjectType("Limits", { description: "限制: what one request may ask for.", simpleResolvers: true })
export class LimitsType {
  @Field(() => Int, { description: "Longest page of a list." })
  maxFirst!: number;

  @Field(() => Int, { description: "Longest page of a comparison (对比), in rows." })
  maxComparisonRows!: number;

  @Field(() => Int, {
    description:
      "Highest price of a query: how many objects its answer may hold, by its pages and lists, and one for every 100 figures that a comparison takes in (units × years × measures × subjects). Every answer says its own in `extensions.price`.",
  })
  maxCost!: number;

  @Field(() => Int, { description: "Deepest nesting of fields." })
  maxDepth!: number;

  @Field(() => Int, { description: "Most aliases in one document." })
  maxAliases!: number;

  @Field(() => Int, { description: "Most directives in one document." })
  maxDirectives!: number;

  @Field(() => Int, { description: "Most operations in one document, of which a request runs one." })
  maxOperations!: number;

  @Field(() => Int, { description: "Longest list argument." })
  maxListLength!: number;

  @Field(() => Int, { description: "Longest document, in tokens." })
  maxTokens!: number;

  @Field(() => Int, { description: "Largest body of a request to /graphql, in bytes." })
  maxBodyBytes!: number;

  @Field(() => Int, { description: "Largest document that POST /documents takes, in bytes." })
  maxDocumentBytes!: number;
}

@ObjectType("Hub", { description: "The hub itself: the version of its data, and its limits.", simpleResolvers: true })
export class HubType {
  @Field(() => Int, { description: "数据版本: moves with every publication. Everything in one answer is read at one version." })
  dataVersion!: number;

  @Field(() => Date, { description: "When the data last moved." })
  updatedAt!: Date;

  @Field(() => LimitsType, { description: "限制" })
  get limits(): Limits {
    return LIMITS;
  }
}
