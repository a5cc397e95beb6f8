import { Arg, Args, Ctx, Field, FieldResolver, InputType, Int, Query, Resolver, Root } from "type-graphql";
import type { PageRequest } from "../../store/read-page";
import { DISCLOSURE_KINDS, SCOPES } from "../../model/disclosure-kind";
import type { DisclosureKind, Scope } from "../../model/disclosure-kind";
import { invariant } from "../../lib/invariant";
import type { MeasureCode } from "../../model/measures";
import type { SubjectKind } from "../../model/subject-catalogue";
import { REVISION_ORDER, findRevisionPage } from "../../store/find-revisions";
import { SourceDocumentType } from "../document/source-document.type";
import { FigureType } from "../figure/figure.type";
import { selectFigures } from "../figure/select-figures";
import { FindingType } from "../finding/finding.type";
import { RuleType } from "../finding/rule.type";
import type { GraphContext } from "../graph-context";
import { connect } from "../paging/connect";
import type { Connection } from "../paging/connection.type";
import { createOrderInput } from "../paging/create-order-input";
import type { OrderBy } from "../paging/create-order-input";
import { VersionedPageArgs } from "../paging/page-args";
import { ProjectType } from "../project/project.type";
import { findRegionCodes } from "../region/find-region-codes";
import { findNamedUnitIds } from "../unit/find-named-unit";
import { UnitType } from "../unit/unit.type";
import { DisclosureKindEnum, FigureLevelEnum, MeasureCodeEnum, ReadableStatusEnum, ScopeEnum, SubjectKindEnum } from "../vocabulary";
import { DisclosureConnection } from "./disclosure-connection.type";
import { CheckType, MemberUnitType, MessageType, QualityType, SectionType } from "./disclosure-parts.type";
import { DisclosureType } from "./disclosure.type";
import { FigureChangeType, changesBetween } from "./figure-change.type";
import { checkNow, findDisclosure } from "./find-disclosure";
import type { ReadableStatus } from "./find-disclosure";
import { loadVisibleDrafts, unitsWithDrafts } from "./read-drafts";

const DisclosureOrder = createOrderInput("Disclosure", REVISION_ORDER, {
  YEAR: "年度",
  PUBLISHED_AT: "发布时间 in this hub.",
  UNIT: "单位名称",
  COVERAGE: "引用覆盖率",
});

@InputType("DisclosureFilter", { description: "公开文件筛选" })
export class DisclosureFilterInput {
  @Field(() => [String], { nullable: true, description: "Codes or names of units." })
  units?: string[] | null;

  @Field(() => String, { nullable: true, description: "Code or name of a region, with everything below it." })
  region?: string | null;

  @Field(() => [Int], { nullable: true, description: "年度" })
  years?: number[] | null;

  @Field(() => DisclosureKindEnum, { nullable: true, description: "公开类别" })
  kind?: DisclosureKind | null;

  @Field(() => ScopeEnum, { nullable: true, description: "口径" })
  scope?: Scope | null;

  @Field(() => ReadableStatusEnum, { nullable: true, description: "What is published, unless drafts of the key's units are asked for." })
  status?: ReadableStatus | null;
}

@InputType("FigureFilter", { description: "数据筛选" })
export class FigureFilterInput {
  @Field(() => Boolean, { nullable: true, description: "true: only figures that no finding touches; false: only those that one does." })
  clean?: boolean | null;
}

@Resolver(() => DisclosureType)
export class DisclosureResolver {
  @Query(() => DisclosureType, {
    nullable: true,
    description:
      "公开文件 of a unit and year: the final accounts, else the budget, unless asked otherwise; the whole department, else the unit alone, unless the name says （本级）. Null where nothing is published. Errors: UNIT_NOT_FOUND, YEAR_INVALID, AS_OF_INVALID; for drafts UNAUTHENTICATED, FORBIDDEN.",
  })
  disclosure(
    @Arg("unit", () => String, { description: "单位代码或名称" }) unit: string,
    @Arg("year", () => Int, { description: "年度" }) year: number,
    @Arg("kind", () => DisclosureKindEnum, { nullable: true, description: "公开类别" }) kind: DisclosureKind | null,
    @Arg("scope", () => ScopeEnum, { nullable: true, description: "口径" }) scope: Scope | null,
    @Arg("asOf", () => Date, { nullable: true, description: "时点: as published at an instant; without it, now." }) asOf: Date | null,
    @Arg("dataVersion", () => Int, { nullable: true, description: "数据版本: as published at a data version. Not both this and `asOf`." })
    dataVersion: number | null,
    @Arg("status", () => ReadableStatusEnum, { nullable: true, description: "What is published, unless the newest draft is asked for." })
    status: ReadableStatus | null,
    @Ctx() context: GraphContext,
  ): Promise<DisclosureType | null> {
    return findDisclosure(context, { unit, year, kind, scope, asOf, dataVersion, status });
  }

  @Query(() => DisclosureConnection, {
    description:
      "公开文件 that are published, the newest first; or drafts. Errors: UNIT_NOT_FOUND, REGION_NOT_FOUND, REGION_AMBIGUOUS, AS_OF_INVALID, BAD_CURSOR; for drafts UNAUTHENTICATED, FORBIDDEN.",
  })
  async disclosures(
    @Args(() => VersionedPageArgs) page: VersionedPageArgs,
    @Arg("where", () => DisclosureFilterInput, { nullable: true, description: "筛选" }) where: DisclosureFilterInput | null,
    @Arg("orderBy", () => DisclosureOrder, { nullable: true, description: "排序" }) orderBy: OrderBy<typeof REVISION_ORDER> | null,
    @Ctx() context: GraphContext,
  ): Promise<Connection<DisclosureType>> {
    const order = { by: orderBy?.field ?? "PUBLISHED_AT", direction: orderBy?.direction ?? "DESC" };
    const drafts = where?.status === "DRAFT";
    if (drafts) checkNow(page);
    const named = await findNamedUnitIds(context, where?.units);
    const filter = {
      drafts,
      unitIds: drafts ? unitsWithDrafts(context.actor, named) : named,
      regionCodes: await findRegionCodes(context, where?.region),
      years: where?.years ?? null,
      kind: where?.kind ? DISCLOSURE_KINDS[where.kind].id : null,
      scope: where?.scope ? SCOPES[where.scope].id : null,
    };
    const read = (request: PageRequest, version: number) => findRevisionPage(context.reader, filter, order, request, version);
    return connect(context, page, ["disclosures", where, order], read, DisclosureType.of);
  }

  @FieldResolver(() => UnitType, { description: "单位" })
  async unit(@Root() { record }: DisclosureType, @Ctx() { loaders }: GraphContext): Promise<UnitType> {
    return (await loaders.unit.load(record.unitId)) as UnitType;
  }

  @FieldResolver(() => FigureType, {
    description: "数据 of one measure, in total or of one 预算科目. What is not told is NOT_DISCLOSED. Errors: SUBJECT_NOT_FOUND.",
  })
  async figure(
    @Root() disclosure: DisclosureType,
    @Arg("measure", () => MeasureCodeEnum, { description: "指标" }) measure: MeasureCode,
    @Arg("subject", () => String, { nullable: true, description: "科目编码" }) subject: string | null,
    @Ctx() context: GraphContext,
  ): Promise<FigureType> {
    const [figure] = await selectFigures(context, disclosure, { measures: [measure], subjects: subject ? [subject] : null });
    invariant(figure, "a measure that is named has a figure, told or not");
    return figure;
  }

  @FieldResolver(() => [FigureType], {
    description:
      "数据: the totals of the measures, or one level of their 预算科目; of all measures where none is named. Named measures (and subjects) that are not told are NOT_DISCLOSED. Errors: SUBJECT_NOT_FOUND, LIST_TOO_LONG.",
  })
  figures(
    @Root() disclosure: DisclosureType,
    @Arg("measures", () => [MeasureCodeEnum], { nullable: true, description: "指标" }) measures: MeasureCode[] | null,
    @Arg("subjects", () => [String], { nullable: true, description: "科目编码" }) subjects: string[] | null,
    @Arg("level", () => FigureLevelEnum, { nullable: true, description: "科目级次" }) level: "TOTAL" | "CLASS" | "SECTION" | "ITEM" | null,
    @Arg("classification", () => SubjectKindEnum, { nullable: true, description: "科目分类" }) classification: SubjectKind | null,
    @Arg("where", () => FigureFilterInput, { nullable: true, description: "数据筛选" }) where: FigureFilterInput | null,
    @Ctx() context: GraphContext,
  ): Promise<FigureType[]> {
    return selectFigures(context, disclosure, { measures, subjects, level, classification, clean: where?.clean ?? null });
  }

  @FieldResolver(() => [ProjectType], { description: "项目, in printed order." })
  async projects(@Root() { record }: DisclosureType, @Ctx() { loaders }: GraphContext): Promise<ProjectType[]> {
    return (await loaders.projects.load(record.id)).map(ProjectType.of);
  }

  @FieldResolver(() => [FindingType], { description: "勾稽不符" })
  async findings(@Root() { record, dataVersion }: DisclosureType, @Ctx() { loaders }: GraphContext): Promise<FindingType[]> {
    return (await loaders.findings.load({ id: record.id, dataVersion })).map((row) => new FindingType(row));
  }

  @FieldResolver(() => [CheckType], { description: "核对: what every rule answered." })
  async checks(@Root() { record, dataVersion }: DisclosureType, @Ctx() { loaders }: GraphContext): Promise<CheckType[]> {
    return (await loaders.outcomes.load({ id: record.id, dataVersion })).map(({ rule, outcome, reason }) => ({
      rule: RuleType.of(rule),
      outcome,
      reason,
    }));
  }

  @FieldResolver(() => QualityType, { description: "数据质量" })
  async quality(@Root() { record, dataVersion }: DisclosureType, @Ctx() { loaders }: GraphContext): Promise<QualityType> {
    const outcomes = await loaders.outcomes.load({ id: record.id, dataVersion });
    const count = (wanted: string): number => outcomes.filter(({ outcome }) => outcome === wanted).length;
    return { passed: count("PASS"), failed: count("FAIL"), undecided: count("NOT_CHECKABLE"), notApplicable: count("NOT_APPLICABLE") };
  }

  @FieldResolver(() => SourceDocumentType, { description: "来源文件" })
  async document(@Root() { record }: DisclosureType, @Ctx() { loaders }: GraphContext): Promise<SourceDocumentType> {
    const document = await loaders.document.load(record.documentId);
    if (!document) throw new Error(`Revision ${record.id} has no document`);
    return new SourceDocumentType(document, record.extractionId);
  }

  @FieldResolver(() => [SectionType], { description: "章节, in printed order." })
  async sections(@Root() { record }: DisclosureType, @Ctx() { loaders }: GraphContext): Promise<SectionType[]> {
    return (await loaders.sections.load(record.id)).map((row) => new SectionType(row, record.extractionId));
  }

  @FieldResolver(() => [String], { description: "内设机构" })
  async offices(@Root() { record }: DisclosureType, @Ctx() { loaders }: GraphContext): Promise<string[]> {
    return (await loaders.offices.load(record.id)).map(({ name }) => name);
  }

  @FieldResolver(() => [MemberUnitType], { description: "纳入汇总范围的单位, as listed." })
  memberUnits(@Root() { record }: DisclosureType, @Ctx() { loaders }: GraphContext): Promise<readonly MemberUnitType[]> {
    return loaders.memberUnits.load(record.id);
  }

  @FieldResolver(() => [MessageType], { description: "读取提示" })
  async messages(@Root() { record }: DisclosureType, @Ctx() { loaders }: GraphContext): Promise<MessageType[]> {
    return (await loaders.messages.load(record.id)).map((row) => new MessageType(row));
  }

  @FieldResolver(() => [DisclosureType], {
    description:
      "修订: every revision that was published, oldest first; with a key for the unit its drafts too, unless `asOf` asks for the past.",
  })
  async revisions(@Root() { record, dataVersion }: DisclosureType, @Ctx() context: GraphContext): Promise<DisclosureType[]> {
    const revisions = await context.loaders.revisionsOfDisclosure.load({ id: record.disclosureId, dataVersion });
    const drafts = await loadVisibleDrafts(context, record, dataVersion);
    return [...revisions, ...drafts].sort((a, b) => a.revision - b.revision).map((one) => new DisclosureType(one, dataVersion));
  }

  @FieldResolver(() => [FigureChangeType], {
    description:
      "修订差异: the figures that differ from the revision published before this one, of a draft from the one published last; none for the first.",
  })
  async changes(@Root() { record, dataVersion }: DisclosureType, @Ctx() { loaders }: GraphContext): Promise<FigureChangeType[]> {
    const revisions = await loaders.revisionsOfDisclosure.load({ id: record.disclosureId, dataVersion });
    const previous = revisions.findLast(({ visibleFrom }) => visibleFrom < record.visibleFrom);
    if (!previous) return [];
    const [before, after] = await Promise.all([previous, record].map(({ id }) => loaders.figures.load({ revisionId: id })));
    return changesBetween(before ?? [], after ?? []);
  }
}
