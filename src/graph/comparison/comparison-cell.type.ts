import { Arg, Field, Float, Int, ObjectType } from "type-graphql";
import type { CellStatus } from "../../compare/cell-status";
import { cellStatusById } from "../../compare/cell-status";
import type { CellColumn } from "../../compare/cell-column";
import type { YearOnYear } from "../../compare/compared-column";
import type { DisclosureKind } from "../../model/disclosure-kind";
import type { MeasureCode, MeasureKind } from "../../model/measures";
import type { Stage } from "../../model/stage";
import type { MoneyUnit } from "../amounts";
import { answerValue, hundredths, MoneyUnitArg } from "../amounts";
import { CitationType } from "../document/citation.type";
import { DisclosureKindEnum, MeasureCodeEnum, StageEnum } from "../vocabulary";
import { CellStatusEnum, ComparedBasisEnum } from "./comparison-vocabulary";

@ObjectType("ComparedChange", {
  description: "同比增减: against the year before, over the units that have both years.",
  simpleResolvers: true,
})
export class ComparedChangeType {
  constructor(
    private readonly change: YearOnYear,
    private readonly kind: MeasureKind,
  ) {}

  @Field(() => Float, {
    description: "增减额 in the measure's own unit; money in 万元 unless asked otherwise, ratios in percentage points.",
  })
  amount(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return answerValue(this.kind, this.change.amount, unit);
  }

  @Field(() => Float, { nullable: true, description: "增减率（%）; null where the year before is zero." })
  get rate(): number | null {
    return hundredths(this.change.rate);
  }

  @Field(() => ComparedBasisEnum, { description: "Where the year before stands." })
  get basis(): YearOnYear["basis"] {
    return this.change.basis;
  }

  @Field(() => Int, { description: "How many units have both years." })
  get unitCount(): number {
    return this.change.unitCount;
  }
}

@ObjectType("ComparedQuartiles", { description: "四分位数 of the disclosed values of the peers.", simpleResolvers: true })
export class ComparedQuartilesType {
  constructor(
    private readonly quartileAt: (which: 1 | 2 | 3) => number | null,
    private readonly kind: MeasureKind,
  ) {}

  @Field(() => Float, { nullable: true, description: "下四分位数: a quarter of the peers lie below." })
  lower(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return answerValue(this.kind, this.quartileAt(1), unit);
  }

  @Field(() => Float, { nullable: true, description: "中位数" })
  median(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return answerValue(this.kind, this.quartileAt(2), unit);
  }

  @Field(() => Float, { nullable: true, description: "上四分位数: a quarter of the peers lie above." })
  upper(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return answerValue(this.kind, this.quartileAt(3), unit);
  }
}

@ObjectType("ComparisonCell", { description: "单元格: one measure of one row, and how it stands to others.", simpleResolvers: true })
export class ComparisonCellType {
  constructor(
    private readonly column: CellColumn,
    private readonly slot: number,
  ) {}

  @Field(() => Float, {
    nullable: true,
    description: "数值; null unless REPORTED. Of a group the total (or `aggregate`) over the units that disclose.",
  })
  value(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return answerValue(this.column.kind, this.column.valueAt(this.slot), unit);
  }

  @Field(() => CellStatusEnum, { description: "Whether there is a value, and why not." })
  get status(): CellStatus {
    return cellStatusById(this.column.statusAt(this.slot));
  }

  @Field(() => Int, { description: "单位个数: how many units stand behind the value." })
  get unitCount(): number {
    return this.column.column.unitCountAt(this.slot);
  }

  @Field(() => Boolean, { description: "Whether the value is not printed itself and follows from printed ones." })
  get derived(): boolean {
    return this.column.isDerivedAt(this.slot);
  }

  @Field(() => DisclosureKindEnum, {
    nullable: true,
    description:
      "公开类别 of the document that tells the value: 年初预算 is told by the budget itself first, by the final accounts second. Null for groups.",
  })
  get kind(): DisclosureKind | null {
    if (!this.column.isOfUnits || this.column.statusAt(this.slot) === 0) return null;
    return this.column.isFromBudgetAt(this.slot) ? "BUDGET" : "FINAL_ACCOUNTS";
  }

  @Field(() => Float, { nullable: true, description: "占比（%）: the value in another measure of the same row and year." })
  shareOf(@Arg("measure", () => MeasureCodeEnum, { description: "The whole." }) measure: MeasureCode): number | null {
    return hundredths(this.column.shareAt(this.slot, measure));
  }

  @Field(() => ComparedChangeType, { nullable: true, description: "同比; null where the year before is told nowhere." })
  get yearOnYear(): ComparedChangeType | null {
    const change = this.column.yearOnYearAt(this.slot);
    return change && new ComparedChangeType(change, this.column.kind);
  }

  @Field(() => Float, {
    nullable: true,
    description: "预算执行率（%）: 决算 over the adjusted budget where it is told, else over the initial one.",
  })
  get executionRate(): number | null {
    return hundredths(this.column.executionAt(this.slot)?.rate ?? null);
  }

  @Field(() => StageEnum, {
    nullable: true,
    description: "The budget that the execution rate is held against; null where the units of a group differ.",
  })
  get executionBasis(): Stage | null {
    return this.column.executionAt(this.slot)?.stage ?? null;
  }

  @Field(() => Float, { nullable: true, description: "年均增长率（%） since the first year of the comparison that has a value." })
  get cagr(): number | null {
    return hundredths(this.column.compoundRateAt(this.slot));
  }

  @Field(() => Int, { nullable: true, description: "名次 among the peers that disclose: 1 is the largest, equal values have equal ranks." })
  get rank(): number | null {
    return this.column.rankAt(this.slot);
  }

  @Field(() => Float, { nullable: true, description: "百分位（%）: how many of the other peers that disclose have a smaller value." })
  get percentile(): number | null {
    return hundredths(this.column.percentileAt(this.slot));
  }

  @Field(() => Int, { description: "可比单位个数: how many peers disclose the value; medians and ranks leave the others out." })
  get peerCount(): number {
    return this.column.rankingAt(this.slot)?.count ?? 0;
  }

  @Field(() => Float, { nullable: true, description: "可比单位中位数, over the peers that disclose." })
  peerMedian(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return answerValue(this.column.kind, this.column.rankingAt(this.slot)?.quartile(2) ?? null, unit);
  }

  @Field(() => ComparedQuartilesType, { nullable: true, description: "四分位数 of the peers that disclose." })
  get quartiles(): ComparedQuartilesType | null {
    const ranking = this.column.rankingAt(this.slot);
    return ranking && ranking.count > 0 ? new ComparedQuartilesType((which) => ranking.quartile(which), this.column.kind) : null;
  }

  @Field(() => Float, { nullable: true, description: "标准分: distance from the peers' mean in standard deviations." })
  get zScore(): number | null {
    return hundredths(this.column.zScoreAt(this.slot));
  }

  @Field(() => CitationType, { nullable: true, description: "来源: where the value is printed; null for computed values." })
  get citation(): CitationType | null {
    const citation = this.column.comparison.citationAt(this.column, this.slot);
    return citation && new CitationType(citation);
  }
}
