import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { findRegionPage } from "../../store/find-regions";
import type { AdministrativeLevel } from "../../model/region-catalogue";
import type { GraphContext } from "../graph-context";
import { connect } from "../paging/connect";
import { createConnectionType } from "../paging/connection.type";
import type { Connection } from "../paging/connection.type";
import { PageArgs } from "../paging/page-args";
import { AdministrativeLevelEnum } from "../vocabulary";
import { RegionType } from "./region.type";

const RegionConnection = createConnectionType("Region", RegionType, "行政区划");

@Resolver(() => RegionType)
export class RegionResolver {
  @Query(() => RegionType, { nullable: true, description: "行政区划 by its code; null where there is none." })
  region(@Arg("code", () => ID, { description: "区划代码" }) code: string, @Ctx() { loaders }: GraphContext): Promise<RegionType | null> {
    return loaders.region.load(code);
  }

  @Query(() => RegionConnection, { description: "行政区划 by part of the name, level or the region above." })
  regions(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("text", () => String, { nullable: true, description: "Part of the name." }) text: string | null,
    @Arg("parent", () => ID, { nullable: true, description: "Code of the region directly above." }) parentCode: string | null,
    @Arg("level", () => AdministrativeLevelEnum, { nullable: true, description: "行政层级" }) level: AdministrativeLevel | null,
    @Ctx() context: GraphContext,
  ): Promise<Connection<RegionType>> {
    const filter = { text, parentCode, level };
    return connect(
      context,
      page,
      ["regions", filter],
      (request) => findRegionPage(context.reader, filter, request),
      (row) => row,
    );
  }

  @FieldResolver(() => RegionType, { nullable: true, description: "上级区划" })
  parent(@Root() { parentCode }: RegionType, @Ctx() { loaders }: GraphContext): Promise<RegionType | null> | null {
    return parentCode === null ? null : loaders.region.load(parentCode);
  }

  @FieldResolver(() => [RegionType], { description: "下级区划" })
  children(@Root() { code }: RegionType, @Ctx() { loaders }: GraphContext): Promise<readonly RegionType[]> {
    return loaders.regionsOfParent.load(code);
  }
}
