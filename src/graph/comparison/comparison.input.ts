import { Field, Float, InputType, Int } from "type-graphql";
import type { CellAspect, ComparisonOrder, ComparisonSelection, Direction } from "../../compare/comparison-question";
import type { DisclosureKind, Scope } from "../../model/disclosure-kind";
import type { MeasureCode } from "../../model/measures";
import type { AdministrativeLevel } from "../../model/region-catalogue";
import type { UnitNature } from "../../model/unit-name";
import type { MoneyUnit } from "../amounts";
import {
  AdministrativeLevelEnum,
  DisclosureKindEnum,
  MeasureCodeEnum,
  MoneyUnitEnum,
  ScopeEnum,
  SortDirectionEnum,
  UnitNatureEnum,
} from "../vocabulary";
import { AspectEnum, RowKeyEnum } from "./comparison-vocabulary";

@InputType("ComparisonWhere", { description: "Which units and years. Every part narrows; what is left out does not." })
export class ComparisonWhere implements ComparisonSelection {
  @Field(() => [String], {
    nullable: true,
    description: "单位: codes or names, brackets of either width; at most 250. A former name finds its unit.",
  })
  units?: string[];

  @Field(() => [String], { nullable: true, description: "地区: codes or names, each with everything below it." })
  regions?: string[];

  @Field(() => [String], { nullable: true, description: "上级单位: codes or names of units whose members, at any depth, are meant." })
  parents?: string[];

  @Field(() => [UnitNatureEnum], { nullable: true, description: "单位性质" })
  natures?: UnitNature[];

  @Field(() => [AdministrativeLevelEnum], { nullable: true, description: "行政层级" })
  levels?: AdministrativeLevel[];

  @Field(() => String, { nullable: true, description: "Words that the unit's name contains." })
  text?: string;

  @Field(() => [Int], { nullable: true, description: "年度 as a list; without years, all that the hub holds." })
  years?: number[];

  @Field(() => Int, { nullable: true, description: "年度 as a range: the first." })
  yearFrom?: number;

  @Field(() => Int, { nullable: true, description: "年度 as a range: the last." })
  yearTo?: number;

  @Field(() => DisclosureKindEnum, {
    nullable: true,
    description: "公开类别; by itself what tells the stage: budgets tell 年初预算 first, final accounts the rest.",
  })
  kind?: DisclosureKind;

  @Field(() => ScopeEnum, {
    nullable: true,
    description: "口径; by itself the department where a unit published as one, else the unit alone. Never both of one unit.",
  })
  scope?: Scope;
}

@InputType("ComparisonOrder", { description: "排序: by a column or by the row itself. What has no value comes last." })
export class ComparisonOrderInput implements ComparisonOrder {
  @Field(() => MeasureCodeEnum, { nullable: true, description: "A measure of the comparison." })
  measure?: MeasureCode;

  @Field(() => String, { nullable: true, description: "Code of a subject of the comparison; by itself the measure's first column." })
  subject?: string;

  @Field(() => Int, {
    nullable: true,
    description: "The column of a year where years are columns; else all rows of a unit stand by its value in this year.",
  })
  year?: number;

  @Field(() => AspectEnum, { nullable: true, description: "What of the cell; its value by itself." })
  aspect?: CellAspect;

  @Field(() => MeasureCodeEnum, { nullable: true, description: "The whole of a SHARE." })
  shareOf?: MeasureCode;

  @Field(() => RowKeyEnum, { nullable: true, description: "Instead of a measure: by the row itself." })
  row?: "NAME" | "CODE" | "YEAR" | "REGION";

  @Field(() => SortDirectionEnum, { defaultValue: "ASC", description: "升序或降序" })
  direction!: Direction;
}

@InputType("ComparisonCondition", {
  description:
    "筛选: keeps the rows whose cell lies within the bounds; a cell without a value never does. Ranks and medians are those before the condition.",
})
export class ComparisonConditionInput {
  @Field(() => MeasureCodeEnum, { description: "A measure of the comparison." })
  measure!: MeasureCode;

  @Field(() => String, { nullable: true, description: "Code of a subject of the comparison." })
  subject?: string;

  @Field(() => Int, { nullable: true, description: "The year whose cell decides; by itself each row's own." })
  year?: number;

  @Field(() => AspectEnum, { nullable: true, description: "What of the cell; its value by itself." })
  aspect?: CellAspect;

  @Field(() => MeasureCodeEnum, { nullable: true, description: "The whole of a SHARE." })
  shareOf?: MeasureCode;

  @Field(() => Float, { nullable: true, description: "≥" })
  atLeast?: number;

  @Field(() => Float, { nullable: true, description: ">" })
  above?: number;

  @Field(() => Float, { nullable: true, description: "≤" })
  atMost?: number;

  @Field(() => Float, { nullable: true, description: "<" })
  below?: number;

  @Field(() => MoneyUnitEnum, { defaultValue: "WAN_YUAN", description: "金额单位 of the bounds, where they are money." })
  unit!: MoneyUnit;
}
