import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Int, Query, Resolver, Root } from "type-graphql";
import type { Severity } from "../../model/finding";
import { FINDING_ORDER, findFindingPage } from "../../store/find-findings";
import type { PageRequest } from "../../store/read-page";
import { DisclosureType } from "../disclosure/disclosure.type";
import { loadDisclosure } from "../disclosure/load-disclosure";
import type { GraphContext } from "../graph-context";
import { connect } from "../paging/connect";
import { createConnectionType } from "../paging/connection.type";
import type { Connection } from "../paging/connection.type";
import { createOrderInput } from "../paging/create-order-input";
import type { OrderBy } from "../paging/create-order-input";
import { VersionedPageArgs } from "../paging/page-args";
import { IndicatorType, ProjectType } from "../project/project.type";
import { findRegionCodes } from "../region/find-region-codes";
import { findNamedUnitIds } from "../unit/find-named-unit";
import { SeverityEnum } from "../vocabulary";
import { FindingType } from "./finding.type";
import { RuleType } from "./rule.type";

const FindingConnection = createConnectionType("Finding", FindingType, "勾稽不符");
const FindingOrder = createOrderInput("Finding", FINDING_ORDER, {
  SEVERITY: "严重程度: ascending from the gravest.",
  YEAR: "年度",
  RULE: "规则代码",
  UNIT: "单位, in the order in which the hub came to know them.",
  DISCLOSURE: "公开文件, in the order in which the hub read them: quickest for the whole list.",
});

@InputType("FindingFilter", { description: "勾稽不符筛选" })
export class FindingFilterInput {
  @Field(() => Int, { nullable: true, description: "年度" })
  year?: number | null;

  @Field(() => [String], { nullable: true, description: "Codes or names of units." })
  units?: string[] | null;

  @Field(() => String, { nullable: true, description: "Code or name of a region, with everything below it." })
  region?: string | null;

  @Field(() => [SeverityEnum], { nullable: true, description: "严重程度" })
  severity?: Severity[] | null;

  @Field(() => [ID], { nullable: true, description: "规则代码" })
  rules?: string[] | null;
}

@Resolver(() => FindingType)
export class FindingResolver {
  @Query(() => [RuleType], { description: "勾稽关系目录: every rule, in the order in which they are checked." })
  rules(): RuleType[] {
    return RuleType.all();
  }

  @Query(() => FindingConnection, {
    description:
      "勾稽不符 in published disclosures, the gravest first. Errors: UNIT_NOT_FOUND, REGION_NOT_FOUND, REGION_AMBIGUOUS, AS_OF_INVALID, BAD_CURSOR.",
  })
  async findings(
    @Args(() => VersionedPageArgs) page: VersionedPageArgs,
    @Arg("where", () => FindingFilterInput, { nullable: true, description: "筛选" }) where: FindingFilterInput | null,
    @Arg("orderBy", () => FindingOrder, { nullable: true, description: "排序" }) orderBy: OrderBy<typeof FINDING_ORDER> | null,
    @Ctx() context: GraphContext,
  ): Promise<Connection<FindingType>> {
    const order = { by: orderBy?.field ?? "SEVERITY", direction: orderBy?.direction ?? "ASC" };
    const filter = {
      year: where?.year ?? null,
      unitIds: await findNamedUnitIds(context, where?.units),
      regionCodes: await findRegionCodes(context, where?.region),
      severities: where?.severity ?? null,
      rules: where?.rules ?? null,
    };
    const read = (request: PageRequest, version: number) => findFindingPage(context.reader, filter, order, request, version);
    return connect(context, page, ["findings", where, order], read, (row) => new FindingType(row));
  }

  @FieldResolver(() => ProjectType, { nullable: true, description: "项目 that it is about; null where it is about figures." })
  async project(@Root() { record }: FindingType, @Ctx() { loaders }: GraphContext): Promise<ProjectType | null> {
    if (record.project === null) return null;
    const project = (await loaders.projects.load(record.revisionId)).find(({ seq }) => seq === record.project);
    return project ? new ProjectType(project) : null;
  }

  @FieldResolver(() => IndicatorType, {
    nullable: true,
    description: "绩效指标 that it is about; null where it is about figures or a whole project.",
  })
  async indicator(@Root() { record }: FindingType, @Ctx() { loaders }: GraphContext): Promise<IndicatorType | null> {
    if (record.project === null || record.indicator === null) return null;
    const indicators = await loaders.indicators.load(record.revisionId);
    const indicator = indicators.find(({ project, seq }) => project === record.project && seq === record.indicator);
    return indicator ? new IndicatorType(indicator) : null;
  }

  @FieldResolver(() => DisclosureType, { description: "公开文件" })
  disclosure(@Root() { record }: FindingType, @Ctx() context: GraphContext): Promise<DisclosureType> {
    return loadDisclosure(context, record.revisionId);
  }
}
