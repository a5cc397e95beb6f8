import { Arg, Ctx, Field, Float, ObjectType } from "type-graphql";
import { percentOf } from "../../compare/exact-ratio";
import { DISCLOSURE_KINDS } from "../../model/disclosure-kind";
import type { FigureStatus } from "../../model/figure-status";
import { figureStatusById } from "../../model/figure-status";
import { MEASURES, measureOf } from "../../model/measures";
import type { MeasureCode } from "../../model/measures";
import { STAGES, STAGE_CODES } from "../../model/stage";
import type { Stage } from "../../model/stage";
import type { FigureRecord, ReadingRecord } from "../../store/find-figures";
import type { RevisionRecord } from "../../store/find-revisions";
import { MoneyUnitArg, answerValue, hundredths } from "../amounts";
import type { MoneyUnit } from "../amounts";
import { CitationType } from "../document/citation.type";
import { FindingType } from "../finding/finding.type";
import type { GraphContext } from "../graph-context";
import type { DisclosureType } from "../disclosure/disclosure.type";
import type { MeasureKey } from "../loaders/many-by-measure";
import { MeasureType } from "../measure/measure.type";
import { BudgetSubjectType } from "../subject/budget-subject.type";
import { CompletionBaseEnum, FigureStatusEnum, MeasureCodeEnum, StageEnum, YearOnYearBasisEnum } from "../vocabulary";
import { loadFigureRecords } from "./load-figure-records";
import { ReadingType } from "./reading.type";
import { RelationType } from "./relation.type";
import type { YearOnYearBasis } from "./year-on-year.type";
import { YearOnYearType } from "./year-on-year.type";

@ObjectType("Figure", {
  description:
    "数据: one measure (and budget subject) of a disclosure through its stages, each with its source. Money in 万元 unless asked otherwise.",
  simpleResolvers: true,
})
export class FigureType {
  private readonly stages: ReadonlyMap<number, FigureRecord>;

  constructor(
    readonly disclosure: DisclosureType,
    private readonly measureCode: MeasureCode,
    private readonly subjectId: number,
    records: readonly FigureRecord[],
  ) {
    this.stages = new Map(records.map((record) => [record.stage, record]));
  }

  private get revision(): RevisionRecord {
    return this.disclosure.record;
  }

  private at(stage: Stage): FigureRecord | undefined {
    return this.stages.get(STAGES[stage].id);
  }

  private answer(stage: Stage, unit: MoneyUnit): number | null {
    return answerValue(measureOf(this.measureCode).kind, this.at(stage)?.value ?? null, unit);
  }

  /** 决算数 of final accounts, 年初预算数 of a budget: the stage that the disclosure is about. */
  private get mainStage(): Stage {
    return this.revision.kind === DISCLOSURE_KINDS.BUDGET.id ? "INITIAL_BUDGET" : "FINAL";
  }

  private get main(): FigureRecord | undefined {
    return this.at(this.mainStage);
  }

  /** The stage whose source is shown: the main one, else the first in the order of the stages that is told. */
  private get toldStage(): FigureRecord | undefined {
    return this.main ?? STAGE_CODES.map((stage) => this.at(stage)).find((record) => record !== undefined);
  }

  private reading(record: FigureRecord | undefined, { loaders }: GraphContext): Promise<ReadingRecord | null> | null {
    return record && record.reading >= 0 ? loaders.reading.load({ revisionId: record.revisionId, seq: record.reading }) : null;
  }

  @Field(() => MeasureType, { description: "指标" })
  get measure(): MeasureType {
    return MeasureType.of(this.measureCode);
  }

  @Field(() => BudgetSubjectType, { nullable: true, description: "预算科目; null for the total." })
  async subject(@Ctx() { loaders }: GraphContext): Promise<BudgetSubjectType | null> {
    return this.subjectId === 0 ? null : loaders.subject.load(this.subjectId);
  }

  @Field(() => Float, { nullable: true, description: "年初预算数" })
  initialBudget(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return this.answer("INITIAL_BUDGET", unit);
  }

  @Field(() => Float, { nullable: true, description: "全年（调整）预算数" })
  adjustedBudget(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return this.answer("ADJUSTED_BUDGET", unit);
  }

  @Field(() => Float, { nullable: true, description: "决算数" })
  final(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return this.answer("FINAL", unit);
  }

  @Field(() => Float, { nullable: true, description: "上年决算数, as this disclosure tells it." })
  priorFinal(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return this.answer("PRIOR_FINAL", unit);
  }

  @Field(() => Float, { nullable: true, description: "上年预算数, as this disclosure tells it." })
  priorBudget(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return this.answer("PRIOR_BUDGET", unit);
  }

  @Field(() => Float, { nullable: true, description: "上年预算执行数, as a budget tells it." })
  priorExecution(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return this.answer("PRIOR_EXECUTION", unit);
  }

  @Field(() => Float, {
    nullable: true,
    description: "The value of the stage that the disclosure is about: 决算数, or 年初预算数 of a budget.",
  })
  value(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return this.answer(this.mainStage, unit);
  }

  @Field(() => FigureStatusEnum, { description: "数据状态 of a stage; without one, of the stage that the disclosure is about." })
  status(@Arg("stage", () => StageEnum, { nullable: true, description: "阶段" }) stage: Stage | null): FigureStatus {
    const record = this.at(stage ?? this.mainStage);
    return (record && figureStatusById(record.status)) ?? "NOT_DISCLOSED";
  }

  @Field(() => [StageEnum], { description: "Stages whose value is not printed itself but follows from a printed change." })
  get derivedStages(): Stage[] {
    return STAGE_CODES.filter((stage) => this.at(stage)?.derived === 1);
  }

  @Field(() => Float, {
    nullable: true,
    description:
      "预算完成率（%）: 决算 ÷ 年初预算, or ÷ 全年预算 where no initial budget is told; two decimals rounded half up; null against zero.",
  })
  completionRate(
    @Arg("against", () => CompletionBaseEnum, { nullable: true, description: "What it is measured against." }) against: Stage | null,
  ): number | null {
    const base = against ? this.at(against) : (this.at("INITIAL_BUDGET") ?? this.at("ADJUSTED_BUDGET"));
    return percentage(this.at("FINAL")?.value, base?.value);
  }

  @Field(() => Float, {
    nullable: true,
    description: "预算执行率（%）: 决算 ÷ 全年预算 where it is told, else ÷ 年初预算; two decimals rounded half up; null against zero.",
  })
  get executionRate(): number | null {
    return percentage(this.at("FINAL")?.value, this.at("ADJUSTED_BUDGET")?.value ?? this.at("INITIAL_BUDGET")?.value);
  }

  @Field(() => YearOnYearType, {
    nullable: true,
    description:
      "同比: against the prior year as this disclosure tells it, else as the unit's own disclosure of the prior year published it; `basis` says which. Null where neither tells it.",
  })
  yearOnYear(
    @Arg("basis", () => YearOnYearBasisEnum, { nullable: true, description: "Against this alone." }) basis: YearOnYearBasis | null,
    @Ctx() context: GraphContext,
  ): YearOnYearType | null | Promise<YearOnYearType | null> {
    const stated = basis === "PUBLISHED" ? null : this.changeSince(this.statedPrior, "STATED");
    return stated ?? (basis === "STATED" ? null : this.changeSincePublished(context));
  }

  @Field(() => Float, {
    nullable: true,
    description: "占比（%）: this value ÷ the total of a measure in the same disclosure; two decimals rounded half up; null against zero.",
  })
  async shareOf(
    @Arg("measure", () => MeasureCodeEnum, { description: "The whole." }) whole: MeasureCode,
    @Ctx() context: GraphContext,
  ): Promise<number | null> {
    const records = await loadFigureRecords(context, this.atVersion(this.revision), whole);
    const found = records.find((one) => one.subjectId === 0 && one.stage === STAGES[this.mainStage].id);
    return percentage(this.main?.value, found?.value);
  }

  @Field(() => String, { nullable: true, description: "变动或差异原因 as stated." })
  async reason(@Ctx() context: GraphContext): Promise<string | null> {
    return (await this.reading(this.toldStage, context))?.reason ?? null;
  }

  @Field(() => CitationType, { nullable: true, description: "出处 of a stage; without one, of the stage that the disclosure is about." })
  async citation(
    @Arg("stage", () => StageEnum, { nullable: true, description: "阶段" }) stage: Stage | null,
    @Ctx() context: GraphContext,
  ): Promise<CitationType | null> {
    const reading = await this.reading(stage ? this.at(stage) : this.toldStage, context);
    return reading && new CitationType(reading);
  }

  @Field(() => [ReadingType], {
    description: "Every printed occurrence, in printed order: where they differ, the document contradicts itself.",
  })
  async readings(@Ctx() { loaders }: GraphContext): Promise<ReadingType[]> {
    const readings = await loaders.readings.load(this.measureKey);
    return readings.filter(({ subjectId }) => subjectId === this.subjectId).map((one) => new ReadingType(one));
  }

  @Field(() => [RelationType], { description: "Printed changes, rates and shares, exactly as published." })
  async relations(@Ctx() { loaders }: GraphContext): Promise<RelationType[]> {
    const relations = await loaders.relations.load(this.measureKey);
    return relations.filter(({ subjectId }) => subjectId === this.subjectId).map((one) => new RelationType(one));
  }

  @Field(() => [FindingType], { description: "勾稽不符 that touch this figure." })
  async findings(@Ctx() { loaders }: GraphContext): Promise<FindingType[]> {
    const subject = this.subjectId === 0 ? undefined : (await loaders.subject.load(this.subjectId))?.code;
    const findings = await loaders.findings.load({ id: this.revision.id, dataVersion: this.disclosure.dataVersion });
    return findings
      .filter(({ figures }) => figures.some((one) => one.measure === this.measureCode && one.subject === subject))
      .map((one) => new FindingType(one));
  }

  private get measureKey(): MeasureKey {
    return { revisionId: this.revision.id, measureId: MEASURES[this.measureCode].id };
  }

  /** The prior year as this disclosure tells it: its final accounts, or in a budget its budget, else what it was expected to come to. */
  private get statedPrior(): FigureRecord | undefined {
    return this.mainStage === "FINAL" ? this.at("PRIOR_FINAL") : (this.at("PRIOR_BUDGET") ?? this.at("PRIOR_EXECUTION"));
  }

  private changeSince(prior: FigureRecord | undefined, basis: YearOnYearBasis): YearOnYearType | null {
    const [now, before] = [this.main?.value, prior?.value];
    return isNumber(now) && isNumber(before) ? new YearOnYearType(measureOf(this.measureCode).kind, now, before, basis) : null;
  }

  /** A revision as of the data version that this figure is read at. */
  private atVersion({ id }: RevisionRecord): { readonly id: number; readonly dataVersion: number } {
    return { id, dataVersion: this.disclosure.dataVersion };
  }

  private async changeSincePublished(context: GraphContext): Promise<YearOnYearType | null> {
    if (!isNumber(this.main?.value)) return null;
    const { unitId, fiscalYear, kind, scope } = this.revision;
    const published = await context.loaders.revisionsOfUnit.load({ id: unitId, dataVersion: this.disclosure.dataVersion });
    const before = published.find((one) => one.fiscalYear === fiscalYear - 1 && one.kind === kind && one.scope === scope);
    const records = before ? await loadFigureRecords(context, this.atVersion(before), this.measureCode) : [];
    const stage = STAGES[this.mainStage].id;
    return this.changeSince(
      records.find((one) => one.subjectId === this.subjectId && one.stage === stage),
      "PUBLISHED",
    );
  }
}

const isNumber = (value: number | null | undefined): value is number => value !== null && value !== undefined;

const percentage = (part: number | null | undefined, whole: number | null | undefined): number | null =>
  isNumber(part) && isNumber(whole) ? hundredths(percentOf(part, whole)) : null;
