import { ArgsType, Field, Int } from "type-graphql";

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: "每页条数: at most 100." })
  first!: number;

  @Field(() => String, { nullable: true, description: "Cursor to go on after." })
  after?: string | null;
}
