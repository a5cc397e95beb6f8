import { ArgsType, Field, ID, Int } from "type-graphql";
import { GraphQLDateTime } from "graphql-scalars";
import type { Aggregate, Denominator, Grouping, PeerGroup, SubjectLevel, Terms } from "../../compare/comparison-question";
import type { MeasureCode } from "../../model/measures";
import type { Stage } from "../../model/stage";
import { MeasureCodeEnum, StageEnum, SubjectLevelEnum } from "../vocabulary";
import { ComparisonConditionInput, ComparisonOrderInput, ComparisonWhere } from "./comparison.input";
import { AggregateEnum, DenominatorEnum, GroupingEnum, PeerGroupEnum, PivotEnum, TermsEnum } from "./comparison-vocabulary";

@ArgsType()
export class CompareArgs {
  @Field(() => ComparisonWhere, { nullable: true, description: "Which units and years; everything by itself." })
  where?: ComparisonWhere;

  @Field(() => [MeasureCodeEnum], { description: "指标: one column each (for each subject, and for each year where years are columns)." })
  measures!: MeasureCode[];

  @Field(() => [ID], { nullable: true, description: "预算科目 by code; the totals by themselves." })
  subjects?: string[];

  @Field(() => Boolean, { nullable: true, description: "With everything below the subjects: a column each, never added up." })
  includeDescendants?: boolean;

  @Field(() => SubjectLevelEnum, { nullable: true, description: "科目级次: only subjects of this level; without `subjects`, all of them." })
  subjectLevel?: SubjectLevel;

  @Field(() => StageEnum, {
    defaultValue: "FINAL",
    description:
      "阶段. By itself 决算, which final accounts alone tell: to compare budgets ask for INITIAL_BUDGET (年初预算), the published budget's where there is one, else what the final accounts state.",
  })
  stage!: Stage;

  @Field(() => GroupingEnum, { nullable: true, description: "分组: rows of units added up, each year by itself." })
  groupBy?: Grouping;

  @Field(() => AggregateEnum, { nullable: true, description: "汇总方式 of the groups; the total by itself." })
  aggregate?: Aggregate;

  @Field(() => PivotEnum, { nullable: true, description: "透视: years as columns." })
  pivot?: "YEAR";

  @Field(() => PeerGroupEnum, {
    defaultValue: "SELECTION",
    description: "可比单位: whom ranks, percentiles, medians and scores are among.",
  })
  peers!: PeerGroup;

  @Field(() => DenominatorEnum, { nullable: true, description: "人均口径: amounts and counts per head." })
  per?: Denominator;

  @Field(() => TermsEnum, { defaultValue: "NOMINAL", description: "价格口径" })
  terms!: Terms;

  @Field(() => Int, { nullable: true, description: "基年 of real terms." })
  baseYear?: number;

  @Field(() => [ComparisonOrderInput], {
    nullable: true,
    description: "排序; by itself as the units are named, else by code, and by year.",
  })
  orderBy?: ComparisonOrderInput[];

  @Field(() => [ComparisonConditionInput], { nullable: true, description: "筛选 on values; all must hold." })
  having?: ComparisonConditionInput[];

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether rows without any figure are kept; by itself they are where units are named.",
  })
  includeEmpty?: boolean;

  @Field(() => Int, { nullable: true, description: "Rows of the page, at most 250; the whole answer by itself." })
  first?: number;

  @Field(() => String, { nullable: true, description: "Continues after a cursor, at the data version of its page." })
  after?: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: "时点: as published at an instant; without it, now." })
  asOf?: Date;

  @Field(() => Int, { nullable: true, description: "数据版本: as published at a data version. Not both this and `asOf`." })
  dataVersion?: number;
}
