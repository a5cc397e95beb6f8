import { Field, ID, ObjectType } from "type-graphql";
import type { AdministrativeLevel } from "../../model/region-catalogue";
import { AdministrativeLevelEnum } from "../vocabulary";

@ObjectType("Region", { description: "行政区划 of GB/T 2260.", simpleResolvers: true })
export class RegionType {
  @Field(() => ID, { description: "区划代码" })
  code!: string;

  @Field(() => String, { description: "区划名称" })
  name!: string;

  @Field(() => AdministrativeLevelEnum, { description: "行政层级" })
  level!: AdministrativeLevel;

  parentCode!: string | null;
}
