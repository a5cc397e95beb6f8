import { Arg, Args, Ctx, Field, FieldResolver, Float, ID, InputType, Int, Query, Resolver, Root } from "type-graphql";
import { INDICATOR_ORDER, PROJECT_ORDER, findIndicatorPage, findProjectPage } from "../../store/find-projects";
import type { PageRequest } from "../../store/read-page";
import { DisclosureType } from "../disclosure/disclosure.type";
import { loadDisclosure } from "../disclosure/load-disclosure";
import type { GraphContext } from "../graph-context";
import { connect } from "../paging/connect";
import { createConnectionType } from "../paging/connection.type";
import type { Connection } from "../paging/connection.type";
import { createOrderInput } from "../paging/create-order-input";
import type { OrderBy } from "../paging/create-order-input";
import { PointInTimeArgs, VersionedPageArgs } from "../paging/page-args";
import { findRegionCodes } from "../region/find-region-codes";
import { findNamedUnitIds } from "../unit/find-named-unit";
import { UnitType } from "../unit/unit.type";
import { findProjectById } from "./find-project-by-id";
import { FundRowType, IndicatorType, ProjectType } from "./project.type";

const ProjectConnection = createConnectionType("Project", ProjectType, "项目");
const ProjectOrder = createOrderInput("Project", PROJECT_ORDER, {
  SCORE: "自评总得分",
  ADJUSTED_BUDGET: "全年预算数",
  EXECUTED: "全年执行数",
  NAME: "项目名称",
  YEAR: "年度",
  DISCLOSURE: "公开文件, in the order in which the hub read them: quickest for the whole list.",
});
const IndicatorConnection = createConnectionType("Indicator", IndicatorType, "绩效指标");
const IndicatorOrder = createOrderInput("Indicator", INDICATOR_ORDER, {
  NAME: "三级指标",
  ACHIEVEMENT: "完成度",
  WEIGHT: "分值",
  SCORE: "得分",
  DISCLOSURE: "公开文件, in the order in which the hub read them: quickest for the whole list.",
});

@InputType("ProjectFilter", { description: "项目筛选" })
export class ProjectFilterInput {
  @Field(() => Int, { nullable: true, description: "年度" })
  year?: number | null;

  @Field(() => [String], { nullable: true, description: "Codes or names of units." })
  units?: string[] | null;

  @Field(() => String, { nullable: true, description: "Code or name of a region, with everything below it." })
  region?: string | null;

  @Field(() => String, { nullable: true, description: "Part of the project's name." })
  text?: string | null;

  @Field(() => Float, { nullable: true, description: "Evaluated projects that scored less." })
  scoreBelow?: number | null;

  @Field(() => Float, { nullable: true, description: "Evaluated projects that scored as much or more." })
  scoreAtLeast?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the document holds its self-evaluation or target table." })
  hasTable?: boolean | null;
}

@InputType("IndicatorFilter", { description: "指标筛选" })
export class IndicatorFilterInput {
  @Field(() => String, { nullable: true, description: "Part of the indicator's name or second level." })
  text?: string | null;

  @Field(() => Int, { nullable: true, description: "年度" })
  year?: number | null;

  @Field(() => [String], { nullable: true, description: "Codes or names of units." })
  units?: string[] | null;

  @Field(() => String, { nullable: true, description: "Code or name of a region, with everything below it." })
  region?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the target was met." })
  met?: boolean | null;

  @Field(() => String, { nullable: true, description: "Part of the first level." })
  level1?: string | null;

  @Field(() => ID, { nullable: true, description: "项目: as `Project.id` gives it; of one that is not published there are none." })
  project?: string | null;
}

@InputType("ProjectIndicatorFilter", { description: "指标筛选 within a project." })
export class ProjectIndicatorFilterInput {
  @Field(() => Boolean, { nullable: true, description: "Whether the target was met." })
  met?: boolean | null;
}

/** Has no indicators. */
const NO_PROJECT = { revisionId: 0, seq: 0 } as const;

const asHundredths = (points: number | null | undefined): number | null =>
  points === null || points === undefined ? null : Math.round(points * 100);

@Resolver(() => ProjectType)
export class ProjectResolver {
  @Query(() => ProjectConnection, {
    description: "项目 of published disclosures. Errors: UNIT_NOT_FOUND, REGION_NOT_FOUND, REGION_AMBIGUOUS, AS_OF_INVALID, BAD_CURSOR.",
  })
  async projects(
    @Args(() => VersionedPageArgs) page: VersionedPageArgs,
    @Arg("where", () => ProjectFilterInput, { nullable: true, description: "项目筛选" }) where: ProjectFilterInput | null,
    @Arg("orderBy", () => ProjectOrder, { nullable: true, description: "排序" }) orderBy: OrderBy<typeof PROJECT_ORDER> | null,
    @Ctx() context: GraphContext,
  ): Promise<Connection<ProjectType>> {
    const order = { by: orderBy?.field ?? "NAME", direction: orderBy?.direction ?? "ASC" };
    const filter = {
      year: where?.year ?? null,
      unitIds: await findNamedUnitIds(context, where?.units),
      regionCodes: await findRegionCodes(context, where?.region),
      text: where?.text ?? null,
      scoreBelow: asHundredths(where?.scoreBelow),
      scoreAtLeast: asHundredths(where?.scoreAtLeast),
      evaluated: where?.hasTable ?? null,
    };
    const read = (request: PageRequest, version: number) => findProjectPage(context.reader, filter, order, request, version);
    return connect(context, page, ["projects", where, order], read, ProjectType.of);
  }

  @Query(() => ProjectType, {
    nullable: true,
    description: "项目 by its id, as it is published now or was then; null where none is published under it. Errors: AS_OF_INVALID.",
  })
  project(
    @Arg("id", () => ID, { description: "As `Project.id` gives it." }) id: string,
    @Args(() => PointInTimeArgs) when: PointInTimeArgs,
    @Ctx() context: GraphContext,
  ): Promise<ProjectType | null> {
    return findProjectById(context, id, when);
  }

  @FieldResolver(() => UnitType, { description: "单位 whose disclosure it stands in." })
  async unit(@Root() { record }: ProjectType, @Ctx() { loaders }: GraphContext): Promise<UnitType> {
    return (await loaders.unit.load(record.unitId)) as UnitType;
  }

  @FieldResolver(() => DisclosureType, { description: "公开文件" })
  disclosure(@Root() { record }: ProjectType, @Ctx() context: GraphContext): Promise<DisclosureType> {
    return loadDisclosure(context, record.revisionId);
  }

  @FieldResolver(() => [FundRowType], { description: "项目资金, row by row." })
  async funds(@Root() { record }: ProjectType, @Ctx() { loaders }: GraphContext): Promise<FundRowType[]> {
    const funds = await loaders.funds.load(record.revisionId);
    return funds.filter(({ project }) => project === record.seq).map((fund) => new FundRowType(fund));
  }

  @FieldResolver(() => [IndicatorType], { description: "绩效指标, in printed order." })
  async indicators(
    @Root() { record }: ProjectType,
    @Arg("where", () => ProjectIndicatorFilterInput, { nullable: true, description: "指标筛选" }) where: ProjectIndicatorFilterInput | null,
    @Ctx() { loaders }: GraphContext,
  ): Promise<IndicatorType[]> {
    const indicators = (await loaders.indicators.load(record.revisionId)).filter(({ project }) => project === record.seq);
    const met = where?.met ?? null;
    return indicators.filter((one) => met === null || one.met === Number(met)).map((one) => new IndicatorType(one));
  }
}

@Resolver(() => IndicatorType)
export class IndicatorResolver {
  @Query(() => IndicatorConnection, {
    description: "绩效指标 across departments. Errors: UNIT_NOT_FOUND, REGION_NOT_FOUND, REGION_AMBIGUOUS, AS_OF_INVALID, BAD_CURSOR.",
  })
  async indicators(
    @Args(() => VersionedPageArgs) page: VersionedPageArgs,
    @Arg("where", () => IndicatorFilterInput, { nullable: true, description: "指标筛选" }) where: IndicatorFilterInput | null,
    @Arg("orderBy", () => IndicatorOrder, { nullable: true, description: "排序" }) orderBy: OrderBy<typeof INDICATOR_ORDER> | null,
    @Ctx() context: GraphContext,
  ): Promise<Connection<IndicatorType>> {
    const order = { by: orderBy?.field ?? "NAME", direction: orderBy?.direction ?? "ASC" };
    const { project: id, ...rest } = where ?? {};
    const project = id == null ? null : ((await findProjectById(context, id, page))?.record ?? NO_PROJECT);
    const filter = {
      ...rest,
      project,
      unitIds: await findNamedUnitIds(context, where?.units),
      regionCodes: await findRegionCodes(context, where?.region),
    };
    const read = (request: PageRequest, version: number) => findIndicatorPage(context.reader, filter, order, request, version);
    return connect(context, page, ["indicators", where, order], read, (row) => new IndicatorType(row));
  }

  @FieldResolver(() => ProjectType, { description: "项目" })
  async project(@Root() { record }: IndicatorType, @Ctx() { loaders }: GraphContext): Promise<ProjectType> {
    const project = (await loaders.projects.load(record.revisionId)).find(({ seq }) => seq === record.project);
    if (!project) throw new Error(`Indicator of a project that is not stored: ${record.revisionId}.${record.project}`);
    return new ProjectType(project);
  }
}
