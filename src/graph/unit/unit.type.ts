import { Field, ID, Int, ObjectType } from "type-graphql";
import type { AdministrativeLevel } from "../../model/region-catalogue";
import type { UnitNature } from "../../model/unit-name";
import { AdministrativeLevelEnum, UnitNatureEnum } from "../vocabulary";

@ObjectType("Unit", {
  description: "单位: an organisation that discloses. （本级） is no part of its name: that is the scope of a disclosure.",
  simpleResolvers: true,
})
export class UnitType {
  id!: number;

  @Field(() => ID, { description: "单位代码: official where known, else one that follows from region and name." })
  code!: string;

  @Field(() => String, { description: "单位名称" })
  name!: string;

  @Field(() => AdministrativeLevelEnum, { nullable: true, description: "行政层级" })
  level!: AdministrativeLevel | null;

  @Field(() => UnitNatureEnum, { nullable: true, description: "单位性质" })
  nature!: UnitNature | null;

  @Field(() => String, { nullable: true, description: "单位性质 as printed." })
  natureText!: string | null;

  @Field(() => Int, { nullable: true, description: "First fiscal year in which it is expected to disclose; null where not known." })
  activeFrom!: number | null;

  @Field(() => Int, { nullable: true, description: "Last fiscal year in which it is expected to disclose; null where not known." })
  activeTo!: number | null;

  regionCode!: string | null;
  parentId!: number | null;
}
