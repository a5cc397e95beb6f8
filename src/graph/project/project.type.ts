import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { lettersOfHash } from "../../lib/letters-of-hash";
import type { FundRecord, IndicatorRecord, ProjectRecord } from "../../store/find-projects";
import { MoneyUnitArg, amountIn, hundredths, millionthsAsPercent } from "../amounts";
import type { MoneyUnit } from "../amounts";
import { CitationType } from "../document/citation.type";
import { ComparatorEnum, FundSourceEnum, IndicatorDirectionEnum } from "../vocabulary";

@ObjectType("FundRow", { description: "项目资金: one row of the funds of a self-evaluation.", simpleResolvers: true })
export class FundRowType {
  constructor(private readonly record: FundRecord) {}

  @Field(() => FundSourceEnum, { description: "资金来源" })
  get source(): string {
    return this.record.source;
  }

  @Field(() => String, { description: "The row's label as printed." })
  get label(): string {
    return this.record.label;
  }

  @Field(() => Float, { nullable: true, description: "年初预算数" })
  initialBudget(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return amountIn(this.record.initialBudget, unit);
  }

  @Field(() => Float, { nullable: true, description: "全年预算数" })
  adjustedBudget(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return amountIn(this.record.adjustedBudget, unit);
  }

  @Field(() => Float, { nullable: true, description: "全年执行数" })
  executed(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return amountIn(this.record.executed, unit);
  }

  @Field(() => Float, { nullable: true, description: "执行率（%） as printed." })
  get executionRate(): number | null {
    return millionthsAsPercent(this.record.executionRate);
  }

  @Field(() => Float, { nullable: true, description: "分值" })
  get weight(): number | null {
    return hundredths(this.record.weight);
  }

  @Field(() => Float, { nullable: true, description: "得分" })
  get score(): number | null {
    return hundredths(this.record.score);
  }
}

@ObjectType("Indicator", {
  description: "绩效指标 of a project: its target, what came of it, and the score for it.",
  simpleResolvers: true,
})
export class IndicatorType {
  constructor(readonly record: IndicatorRecord) {}

  @Field(() => ID, { description: "Identifies the indicator within its revision." })
  get id(): string {
    return `${this.record.revisionId}.${this.record.project}.${this.record.seq}`;
  }

  @Field(() => String, { description: "一级指标" })
  get level1(): string {
    return this.record.level1;
  }

  @Field(() => String, { description: "二级指标" })
  get level2(): string {
    return this.record.level2;
  }

  @Field(() => String, { description: "三级指标" })
  get name(): string {
    return this.record.name;
  }

  @Field(() => IndicatorDirectionEnum, { nullable: true, description: "指标性质" })
  get direction(): string | null {
    return this.record.direction;
  }

  @Field(() => ComparatorEnum, { nullable: true, description: "指标方向: how the actual value must stand to the target." })
  get comparator(): string | null {
    return this.record.comparator;
  }

  @Field(() => String, { description: "年度指标值 as printed." })
  get target(): string {
    return this.record.target;
  }

  @Field(() => String, { nullable: true, description: "实际完成值 as printed; null where only the target is set." })
  get actual(): string | null {
    return this.record.actual;
  }

  @Field(() => String, { nullable: true, description: "计量单位" })
  get measurementUnit(): string | null {
    return this.record.measurementUnit;
  }

  @Field(() => Float, { nullable: true, description: "分值" })
  get weight(): number | null {
    return hundredths(this.record.weight);
  }

  @Field(() => Float, { nullable: true, description: "得分" })
  get score(): number | null {
    return hundredths(this.record.score);
  }

  @Field(() => String, { nullable: true, description: "偏差原因分析及改进措施" })
  get reason(): string | null {
    return this.record.reason;
  }

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the target was met, judged by the target and never by the score; null where it cannot be told.",
  })
  get met(): boolean | null {
    return this.record.met === null ? null : this.record.met === 1;
  }

  @Field(() => Float, {
    nullable: true,
    description: "完成度（%）: actual ÷ target, or target ÷ actual where less is better; null where either is no number.",
  })
  get achievement(): number | null {
    return hundredths(this.record.achievement);
  }

  @Field(() => CitationType, { description: "出处" })
  get citation(): CitationType {
    return new CitationType({ ...this.record, section: "PERFORMANCE", sectionTitle: "", tableKind: "SELF_EVALUATION" });
  }
}

@ObjectType("ProjectNarrative", { description: "自评综述: what the narrative beside the table says.", simpleResolvers: true })
export class ProjectNarrativeType {
  constructor(private readonly record: ProjectRecord) {}

  @Field(() => Float, { nullable: true, description: "自评得分" })
  get score(): number | null {
    return hundredths(this.record.narrativeScore);
  }

  @Field(() => Float, { nullable: true, description: "全年预算数" })
  budget(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return amountIn(this.record.narrativeBudget, unit);
  }

  @Field(() => Float, { nullable: true, description: "执行数" })
  executed(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return amountIn(this.record.narrativeExecuted, unit);
  }

  @Field(() => Float, { nullable: true, description: "完成预算的比率（%）" })
  get executionRate(): number | null {
    return millionthsAsPercent(this.record.narrativeExecutionRate);
  }

  @Field(() => String, { nullable: true, description: "发现的主要问题及原因" })
  get problems(): string | null {
    return this.record.problems;
  }

  @Field(() => String, { nullable: true, description: "下一步改进措施" })
  get nextSteps(): string | null {
    return this.record.nextSteps;
  }
}

@ObjectType("Project", { description: "项目: named, described or self-evaluated by a disclosure.", simpleResolvers: true })
export class ProjectType {
  constructor(readonly record: ProjectRecord) {}

  static readonly of = (record: ProjectRecord): ProjectType => new ProjectType(record);

  @Field(() => ID, {
    description:
      "Identifies the project of this name in its disclosure (unit, year, kind and scope), and stays when the disclosure is corrected. Of a draft, the project of that draft.",
  })
  get id(): string {
    const { revisionId, seq, disclosureId, name, namesakes, isDraft } = this.record;
    if (isDraft) return `${revisionId}.${seq}`;
    return `${disclosureId}-${lettersOfHash(name, 12)}${namesakes === 0 ? "" : `-${namesakes + 1}`}`;
  }

  @Field(() => String, { description: "项目名称" })
  get name(): string {
    return this.record.name;
  }

  @Field(() => String, { nullable: true, description: "项目编码" })
  get code(): string | null {
    return this.record.code;
  }

  @Field(() => Int, { description: "年度" })
  get year(): number {
    return this.record.fiscalYear;
  }

  @Field(() => String, { nullable: true, description: "主管部门 as printed." })
  get supervisingUnit(): string | null {
    return this.record.supervisingUnit;
  }

  @Field(() => String, { nullable: true, description: "实施单位 as printed." })
  get implementingUnit(): string | null {
    return this.record.implementingUnit;
  }

  @Field(() => Float, { nullable: true, description: "自评总得分; null where the project is not evaluated." })
  get score(): number | null {
    return hundredths(this.record.score);
  }

  @Field(() => Float, { nullable: true, description: "总分值, 100 as a rule." })
  get totalWeight(): number | null {
    return hundredths(this.record.totalWeight);
  }

  @Field(() => Float, { nullable: true, description: "全年预算数 of all its funds." })
  adjustedBudget(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return amountIn(this.record.adjustedBudget, unit);
  }

  @Field(() => Float, { nullable: true, description: "全年执行数 of all its funds." })
  executed(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return amountIn(this.record.executed, unit);
  }

  @Field(() => Boolean, { description: "Whether the document holds its self-evaluation or target table." })
  get hasTable(): boolean {
    return this.record.hasTable === 1;
  }

  @Field(() => String, { nullable: true, description: "预期目标" })
  get expectedGoal(): string | null {
    return this.record.expectedGoal;
  }

  @Field(() => String, { nullable: true, description: "实际完成情况" })
  get actualCompletion(): string | null {
    return this.record.actualCompletion;
  }

  @Field(() => ProjectNarrativeType, { description: "自评综述" })
  get narrative(): ProjectNarrativeType {
    return new ProjectNarrativeType(this.record);
  }

  @Field(() => CitationType, { description: "出处" })
  get citation(): CitationType {
    return new CitationType(this.record);
  }
}
