import { Field, ID, Int, ObjectType } from "type-graphql";
import { invariant } from "../../lib/invariant";
import type { CellColumn } from "../../compare/cell-column";
import type { ColumnHeading, Comparison, ComparisonRow } from "../../compare/comparison";
import type { ComparisonCoverage, RegionYear } from "../../compare/comparison-coverage";
import type { ComparisonWarning, ComparisonWarningCode } from "../../compare/comparison-warnings";
import type { Scope } from "../../model/disclosure-kind";
import { scopeById } from "../../model/disclosure-kind";

import { MeasureType } from "../measure/measure.type";
import { BudgetSubjectType } from "../subject/budget-subject.type";
import { UnitType } from "../unit/unit.type";
import { ScopeEnum } from "../vocabulary";
import { ComparisonCellType } from "./comparison-cell.type";
import { WarningCodeEnum } from "./comparison-vocabulary";

@ObjectType("ComparisonColumn", { description: "列", simpleResolvers: true })
export class ComparisonColumnType {
  constructor(private readonly heading: ColumnHeading) {}

  @Field(() => MeasureType, { description: "指标" })
  get measure(): MeasureType {
    return MeasureType.of(this.heading.measure);
  }

  @Field(() => BudgetSubjectType, { nullable: true, description: "预算科目; null for the total." })
  get subject(): BudgetSubjectType | null {
    return this.heading.subject;
  }

  @Field(() => Int, { nullable: true, description: "年度; null unless years are columns." })
  get year(): number | null {
    return this.heading.year;
  }
}

@ObjectType("ComparisonGroup", { description: "分组: what the units of a row have in common.", simpleResolvers: true })
export class ComparisonGroupType {
  @Field(() => ID, { description: "Code of the region, unit, nature or subject; the year; NONE where it is not known." })
  key!: string;

  @Field(() => String, { description: "名称" })
  name!: string;
}

@ObjectType("ComparisonRow", { description: "行: a unit or a group, in a year unless years are columns.", simpleResolvers: true })
export class ComparisonRowType {
  constructor(
    private readonly comparison: Comparison,
    private readonly row: ComparisonRow,
    private readonly index: number,
  ) {}

  @Field(() => UnitType, { nullable: true, description: "单位; null for a group." })
  get unit(): UnitType | null {
    return this.row.entity.unit;
  }

  @Field(() => ComparisonGroupType, { nullable: true, description: "分组; null for a unit." })
  get group(): ComparisonGroupType | null {
    const { entity, year } = this.row;
    if (entity.unit) return null;
    return this.comparison.source.question.groupBy === "YEAR" ? { key: String(year), name: `${year}年度` } : entity;
  }

  @Field(() => BudgetSubjectType, { nullable: true, description: "预算科目 of a row grouped by subject." })
  get subject(): BudgetSubjectType | null {
    return this.row.entity.subject;
  }

  @Field(() => Int, { nullable: true, description: "年度; null where years are columns." })
  get year(): number | null {
    return this.row.year;
  }

  @Field(() => ScopeEnum, {
    nullable: true,
    description:
      "口径 of the whole row: the department where the unit published as one, else the unit alone. Null for groups and without figures.",
  })
  get scope(): Scope | null {
    const { unit } = this.row.entity;
    return unit ? (scopeById(this.comparison.scopeOf(unit.id)) ?? null) : null;
  }

  @Field(() => [ComparisonCellType], { description: "单元格, one for each column." })
  get cells(): ComparisonCellType[] {
    const { columns } = this.comparison;
    return this.row.slots.map((slot, index) => new ComparisonCellType(columns[index] as CellColumn, slot));
  }

  @Field(() => String, { nullable: true, description: "Where a next page after this row begins." })
  get cursor(): string | null {
    return this.comparison.cursorOf(this.index);
  }
}

@ObjectType("ComparisonGap", { description: "未公开的单位与年度", simpleResolvers: true })
export class ComparisonGapType {
  @Field(() => UnitType, { description: "单位" })
  unit!: UnitType;

  @Field(() => Int, { description: "年度" })
  year!: number;
}

@ObjectType("RegionYearCoverage", { description: "公开覆盖 of a region in a year.", simpleResolvers: true })
export class RegionYearCoverageType {
  @Field(() => ComparisonGroupType, { description: "地区" })
  group!: ComparisonGroupType;

  @Field(() => Int, { description: "年度" })
  year!: number;

  @Field(() => Int, { description: "应公开单位数" })
  expected!: number;

  @Field(() => Int, { description: "已公开单位数" })
  disclosed!: number;
}

@ObjectType("ComparisonCoverage", {
  description:
    "公开覆盖: of the units and years that the comparison is about, which published a disclosure that tells the stage at all: final accounts, for 年初预算 also budgets.",
  simpleResolvers: true,
})
export class ComparisonCoverageType {
  constructor(private readonly coverage: ComparisonCoverage) {}

  @Field(() => Int, { description: "应公开: units × years." })
  get expected(): number {
    return this.coverage.expected;
  }

  @Field(() => Int, { description: "已公开: units × years." })
  get disclosed(): number {
    return this.coverage.disclosed;
  }

  @Field(() => [UnitType], { description: "未公开的单位: those that lack a disclosure in at least one of the years." })
  get missing(): readonly UnitType[] {
    return this.coverage.missing;
  }

  @Field(() => [RegionYearCoverageType], { description: "By region and year; units without a region come last, under NONE." })
  get byRegion(): readonly RegionYear[] {
    return this.coverage.byRegion;
  }

  @Field(() => [ComparisonGapType], { description: "Which unit lacks which year." })
  get gaps(): readonly ComparisonGapType[] {
    return this.coverage.gaps;
  }
}

@ObjectType("ComparisonWarning", { description: "提示: what a reader has to know beside the numbers.", simpleResolvers: true })
export class ComparisonWarningType implements ComparisonWarning {
  @Field(() => WarningCodeEnum, { description: "What it is about." })
  code!: ComparisonWarningCode;

  @Field(() => String, { description: "In a sentence." })
  message!: string;

  @Field(() => Int, { description: "How many units (or measures) it concerns." })
  count!: number;

  @Field(() => [String], { description: "The first of them by name." })
  examples!: readonly string[];
}

@ObjectType("ComparisonPageInfo", { description: "分页", simpleResolvers: true })
export class ComparisonPageInfoType {
  @Field(() => Boolean, { description: "Whether more rows follow." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether some rows lie before." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first row." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last row: give it as `after` for the next page." })
  endCursor!: string | null;
}

@ObjectType("Comparison", { description: "比较: units × years × measures × subjects as one dense table.", simpleResolvers: true })
export class ComparisonType {
  constructor(private readonly comparison: Comparison) {}

  @Field(() => [ComparisonColumnType], { description: "列, in the order of every row's cells." })
  get columns(): ComparisonColumnType[] {
    return this.comparison.headings.map((heading) => new ComparisonColumnType(heading));
  }

  @Field(() => [ComparisonRowType], { description: "行 of the page." })
  get rows(): ComparisonRowType[] {
    return this.comparison.rows.map((row, index) => new ComparisonRowType(this.comparison, row, index));
  }

  @Field(() => Int, { description: "总行数 of all pages." })
  get totalCount(): number {
    return this.comparison.totalCount;
  }

  @Field(() => ComparisonCoverageType, { description: "公开覆盖: who is missing." })
  get coverage(): ComparisonCoverageType {
    const { coverage } = this.comparison;
    invariant(coverage, "a comparison whose coverage is selected has read it");
    return new ComparisonCoverageType(coverage);
  }

  @Field(() => [ComparisonWarningType], { description: "提示" })
  get warnings(): readonly ComparisonWarningType[] {
    return this.comparison.warnings;
  }

  @Field(() => ComparisonPageInfoType, { description: "分页" })
  get pageInfo(): ComparisonPageInfoType {
    const { hasNextPage, hasPreviousPage, rows } = this.comparison;
    return {
      hasNextPage,
      hasPreviousPage,
      startCursor: this.comparison.cursorOf(0),
      endCursor: this.comparison.cursorOf(rows.length - 1),
    };
  }

  @Field(() => Int, { description: "数据版本 that everything here was read at." })
  get dataVersion(): number {
    return this.comparison.dataVersion;
  }
}
