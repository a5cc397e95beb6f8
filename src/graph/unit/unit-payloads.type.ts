import { Field, Int, ObjectType } from "type-graphql";
import type { Denominator } from "../../compare/comparison-question";
import { UserErrorType } from "../access/user-error.type";
import { DenominatorEnum } from "../comparison/comparison-vocabulary";
import { LineageFormEnum, UpsertOutcomeEnum } from "../vocabulary";
import { UnitType } from "./unit.type";

const ERRORS = "Why nothing was changed; empty where it was.";
const VERSION = "数据版本 from which readers see it.";

@ObjectType("UpsertUnitPayload", { description: "维护单位的结果" })
export class UpsertUnitPayload {
  @Field(() => UnitType, { nullable: true, description: "单位 as it is now." })
  unit!: UnitType | null;

  @Field(() => UpsertOutcomeEnum, {
    nullable: true,
    description: "Whether it is new, other than before, or the same; null where it failed.",
  })
  outcome!: keyof typeof UpsertOutcomeEnum | null;

  @Field(() => Int, { nullable: true, description: VERSION })
  dataVersion!: number | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}

@ObjectType("Merger", { description: "机构沿革: units that another took over from." })
export class MergerType {
  @Field(() => [UnitType], { description: "合并前单位" })
  predecessors!: UnitType[];

  @Field(() => UnitType, { description: "合并后单位" })
  successor!: UnitType;

  @Field(() => Int, { description: "First fiscal year (年度) of the successor." })
  year!: number;

  @Field(() => LineageFormEnum, { description: "沿革形式" })
  form!: keyof typeof LineageFormEnum;

  @Field(() => String, { nullable: true, description: "依据: where it was published." })
  source!: string | null;
}

@ObjectType("RecordMergerPayload", { description: "记录机构合并的结果" })
export class RecordMergerPayload {
  @Field(() => MergerType, { nullable: true, description: "机构沿革 as recorded." })
  merger!: MergerType | null;

  @Field(() => Int, { nullable: true, description: VERSION })
  dataVersion!: number | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}

@ObjectType("UnitDenominator", { description: "人均口径: by how many people amounts of a unit and year are divided." })
export class UnitDenominatorType {
  @Field(() => UnitType, { description: "单位" })
  unit!: UnitType;

  @Field(() => Int, { description: "年度" })
  year!: number;

  @Field(() => DenominatorEnum, { description: "人均口径" })
  denominator!: Denominator;

  @Field(() => Int, { description: "人数" })
  value!: number;

  @Field(() => String, { description: "出处: where the number was published." })
  source!: string;
}

@ObjectType("SetDenominatorPayload", { description: "设置人均口径的结果" })
export class SetDenominatorPayload {
  @Field(() => UnitDenominatorType, { nullable: true, description: "人均口径 as it is now." })
  denominator!: UnitDenominatorType | null;

  @Field(() => Int, { nullable: true, description: VERSION })
  dataVersion!: number | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}
