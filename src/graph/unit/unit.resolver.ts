import { Arg, Args, Ctx, Field, FieldResolver, InputType, Int, Query, Resolver, Root } from "type-graphql";
import { DISCLOSURE_KINDS } from "../../model/disclosure-kind";
import type { DisclosureKind } from "../../model/disclosure-kind";
import type { AdministrativeLevel } from "../../model/region-catalogue";
import type { UnitNature } from "../../model/unit-name";
import type { RevisionRecord } from "../../store/find-revisions";
import type { Page, PageRequest } from "../../store/read-page";
import { UNIT_ORDER, findUnitPage } from "../../store/find-units";
import { DisclosureConnection } from "../disclosure/disclosure-connection.type";
import { DisclosureType } from "../disclosure/disclosure.type";
import type { GraphContext } from "../graph-context";
import { connect } from "../paging/connect";
import { createConnectionType } from "../paging/connection.type";
import type { Connection } from "../paging/connection.type";
import { createOrderInput } from "../paging/create-order-input";
import type { OrderBy } from "../paging/create-order-input";
import { PageArgs, VersionedPageArgs } from "../paging/page-args";
import { pageInMemory } from "../paging/page-in-memory";
import { findRegionCodes } from "../region/find-region-codes";
import { RegionType } from "../region/region.type";
import { AdministrativeLevelEnum, DisclosureKindEnum, UnitNatureEnum } from "../vocabulary";
import { findNamedUnit } from "./find-named-unit";
import { UnitType } from "./unit.type";

const UnitConnection = createConnectionType("Unit", UnitType, "单位");
const UnitOrder = createOrderInput("Unit", UNIT_ORDER, { NAME: "单位名称", CODE: "单位代码", REGION: "区划代码" });

@InputType("UnitFilter", { description: "单位筛选" })
export class UnitFilterInput {
  @Field(() => String, { nullable: true, description: "Part of the name." })
  text?: string | null;

  @Field(() => String, { nullable: true, description: "Code or name of a region, with everything below it." })
  region?: string | null;

  @Field(() => String, { nullable: true, description: "Code or name of the unit above." })
  parent?: string | null;

  @Field(() => UnitNatureEnum, { nullable: true, description: "单位性质" })
  nature?: UnitNature | null;

  @Field(() => AdministrativeLevelEnum, { nullable: true, description: "行政层级" })
  level?: AdministrativeLevel | null;
}

@Resolver(() => UnitType)
export class UnitResolver {
  @Query(() => UnitType, { description: "单位 by its code or name; brackets of either width. Errors: UNIT_NOT_FOUND." })
  async unit(@Arg("unit", () => String, { description: "单位代码或名称" }) unit: string, @Ctx() context: GraphContext): Promise<UnitType> {
    return (await findNamedUnit(context, unit)).unit;
  }

  @Query(() => UnitConnection, { description: "单位 by part of the name, region, unit above, nature or level." })
  async units(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("where", () => UnitFilterInput, { nullable: true, description: "筛选" }) where: UnitFilterInput | null,
    @Arg("orderBy", () => UnitOrder, { nullable: true, description: "排序" }) orderBy: OrderBy<typeof UNIT_ORDER> | null,
    @Ctx() context: GraphContext,
  ): Promise<Connection<UnitType>> {
    const order = { by: orderBy?.field ?? "NAME", direction: orderBy?.direction ?? "ASC" };
    const filter = {
      ...where,
      regionCodes: await findRegionCodes(context, where?.region),
      parentId: where?.parent ? (await findNamedUnit(context, where.parent)).unit.id : null,
    };
    return connect(
      context,
      page,
      ["units", where, order],
      (request) => findUnitPage(context.reader, filter, order, request),
      (row) => row,
    );
  }

  @FieldResolver(() => RegionType, { nullable: true, description: "行政区划; null where the name tells none." })
  region(@Root() { regionCode }: UnitType, @Ctx() { loaders }: GraphContext): Promise<RegionType | null> | null {
    return regionCode === null ? null : loaders.region.load(regionCode);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: "上级（主管）单位" })
  parent(@Root() { parentId }: UnitType, @Ctx() { loaders }: GraphContext): Promise<UnitType | null> | null {
    return parentId === null ? null : loaders.unit.load(parentId);
  }

  @FieldResolver(() => [UnitType], { description: "下属单位" })
  children(@Root() { id }: UnitType, @Ctx() { loaders }: GraphContext): Promise<readonly UnitType[]> {
    return loaders.unitsOfParent.load(id);
  }

  @FieldResolver(() => DisclosureConnection, {
    description: "公开文件 of this unit, newest year first. Errors: AS_OF_INVALID, BAD_CURSOR.",
  })
  disclosures(
    @Root() { id }: UnitType,
    @Args(() => VersionedPageArgs) page: VersionedPageArgs,
    @Arg("years", () => [Int], { nullable: true, description: "年度" }) years: number[] | null,
    @Arg("kind", () => DisclosureKindEnum, { nullable: true, description: "公开类别" }) kind: DisclosureKind | null,
    @Ctx() context: GraphContext,
  ): Promise<Connection<DisclosureType>> {
    const kindId = kind && DISCLOSURE_KINDS[kind].id;
    const read = async (request: PageRequest, dataVersion: number): Promise<Page<RevisionRecord>> => {
      const published = await context.loaders.revisionsOfUnit.load({ id, dataVersion });
      const wanted = published.filter((one) => (!years || years.includes(one.fiscalYear)) && (!kindId || one.kind === kindId));
      return pageInMemory(wanted, request);
    };
    return connect(context, page, ["unit.disclosures", id, years, kind], read, DisclosureType.of);
  }
}
