import { Field, ID, Int, ObjectType } from "type-graphql";
import type { SubjectKind, SubjectLevel } from "../../model/subject-catalogue";
import { SubjectKindEnum, SubjectLevelEnum } from "../vocabulary";

@ObjectType("BudgetSubject", {
  description:
    "预算科目. The same name stands under many parents: the code is the key. One without a code is known by its path, such as 20406:名称.",
  simpleResolvers: true,
})
export class BudgetSubjectType {
  id!: number;

  @Field(() => ID, { description: "科目编码, or the path of a subject without one." })
  code!: string;

  @Field(() => String, { description: "科目名称" })
  name!: string;

  @Field(() => SubjectKindEnum, { description: "科目分类" })
  kind!: SubjectKind;

  @Field(() => SubjectLevelEnum, { description: "科目级次" })
  level!: SubjectLevel;

  @Field(() => Int, { nullable: true, description: "First year in which it holds; null where not known to be bounded." })
  fromYear!: number | null;

  @Field(() => Int, { nullable: true, description: "Last year in which it holds; null where not known to be bounded." })
  toYear!: number | null;

  @Field(() => String, { description: "Where the entry comes from: national classification, official template, observed." })
  origin!: string;

  parentId!: number | null;
}
