import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { SubjectKind, SubjectLevel } from "../../model/subject-catalogue";
import { findSubjectPage, findSubjectsByCode } from "../../store/find-subjects";
import type { GraphContext } from "../graph-context";
import { connect } from "../paging/connect";
import { createConnectionType } from "../paging/connection.type";
import type { Connection } from "../paging/connection.type";
import { PageArgs } from "../paging/page-args";
import { SubjectKindEnum, SubjectLevelEnum } from "../vocabulary";
import { BudgetSubjectType } from "./budget-subject.type";

const BudgetSubjectConnection = createConnectionType("BudgetSubject", BudgetSubjectType, "预算科目");

@Resolver(() => BudgetSubjectType)
export class BudgetSubjectResolver {
  @Query(() => BudgetSubjectType, { nullable: true, description: "预算科目 by its code; null where there is none." })
  async subject(
    @Arg("code", () => ID, { description: "科目编码" }) code: string,
    @Ctx() { reader }: GraphContext,
  ): Promise<BudgetSubjectType | null> {
    const [found] = await findSubjectsByCode(reader, [code]);
    return found ?? null;
  }

  @Query(() => BudgetSubjectConnection, { description: "预算科目 by part of the name or code, classification and level." })
  subjects(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("text", () => String, { nullable: true, description: "Part of the name or code." }) text: string | null,
    @Arg("kind", () => SubjectKindEnum, { nullable: true, description: "科目分类" }) kind: SubjectKind | null,
    @Arg("level", () => SubjectLevelEnum, { nullable: true, description: "科目级次" }) level: SubjectLevel | null,
    @Ctx() context: GraphContext,
  ): Promise<Connection<BudgetSubjectType>> {
    const filter = { text, kind, level };
    return connect(
      context,
      page,
      ["subjects", filter],
      (request) => findSubjectPage(context.reader, filter, request),
      (row) => row,
    );
  }

  @FieldResolver(() => BudgetSubjectType, { nullable: true, description: "上级科目" })
  parent(@Root() { parentId }: BudgetSubjectType, @Ctx() { loaders }: GraphContext): Promise<BudgetSubjectType | null> | null {
    return parentId === null ? null : loaders.subject.load(parentId);
  }

  @FieldResolver(() => [BudgetSubjectType], { description: "下级科目" })
  children(@Root() { id }: BudgetSubjectType, @Ctx() { loaders }: GraphContext): Promise<readonly BudgetSubjectType[]> {
    return loaders.subjectsOfParent.load(id);
  }
}
