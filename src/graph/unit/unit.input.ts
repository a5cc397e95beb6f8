import { Field, ID, InputType, Int } from "type-graphql";
import type { AdministrativeLevel } from "../../model/region-catalogue";
import type { UnitNature } from "../../model/unit-name";
import { AdministrativeLevelEnum, UnitNatureEnum } from "../vocabulary";

@InputType("UnitInput", { description: "单位 as it shall be: what is left out stays as it is, null is no longer known." })
export class UnitInput {
  @Field(() => ID, { nullable: true, description: "单位代码: finds the unit; one that is found by its name gets this code." })
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "单位名称: finds the unit where the code does not; one that is found by its code gets this name, and keeps the former one as an alias.",
  })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "区划代码" })
  region?: string | null;

  @Field(() => AdministrativeLevelEnum, { nullable: true, description: "行政层级" })
  level?: AdministrativeLevel | null;

  @Field(() => UnitNatureEnum, { nullable: true, description: "单位性质" })
  nature?: UnitNature | null;

  @Field(() => String, { nullable: true, description: "单位性质 as printed." })
  natureText?: string | null;

  @Field(() => String, { nullable: true, description: "上级（主管）单位: its code or name." })
  parent?: string | null;

  @Field(() => Int, { nullable: true, description: "First fiscal year in which it is expected to disclose." })
  activeFrom?: number | null;

  @Field(() => Int, { nullable: true, description: "Last fiscal year in which it is expected to disclose." })
  activeTo?: number | null;

  @Field(() => [String], { nullable: true, description: "曾用名、简称: names to find it by besides those that it has." })
  aliases?: string[] | null;
}
