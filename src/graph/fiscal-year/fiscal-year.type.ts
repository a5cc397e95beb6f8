import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("YearCoverage", {
  description: "公开率: how many units were expected to publish final accounts of a year, and did.",
  simpleResolvers: true,
})
export class YearCoverageType {
  @Field(() => Int, { description: "应公开单位数: units that were active in the year." })
  expected!: number;

  @Field(() => Int, { description: "已公开单位数: units whose final accounts of the year are published." })
  disclosed!: number;
}

@ObjectType("FiscalYear", { description: "年度", simpleResolvers: true })
export class FiscalYearType {
  @Field(() => Int, { description: "年度" })
  year!: number;
}

@ObjectType("FiscalYearSummary", { description: "年度概况: what is published of a fiscal year.", simpleResolvers: true })
export class FiscalYearSummaryType {
  @Field(() => Int, { description: "年度" })
  year!: number;

  @Field(() => Int, { description: "公开文件数, budgets and final accounts together." })
  disclosureCount!: number;

  @Field(() => Int, { description: "单位数: units that published anything of the year." })
  unitCount!: number;

  @Field(() => YearCoverageType, { description: "决算公开率: of final accounts; budgets are not counted in it." })
  coverage!: YearCoverageType;
}
