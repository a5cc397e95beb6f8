import { Field, ID, ObjectType } from "type-graphql";
import { MEASURES, MEASURE_GROUPS, measureOf } from "../../model/measures";
import type { MeasureCode, MeasureDefinition, MeasureGroup, MeasureKind, SubjectDimension } from "../../model/measures";
import { MeasureCodeEnum, MeasureGroupEnum, MeasureKindEnum, SubjectKindEnum } from "../vocabulary";

const UNIT_WORDS: Readonly<Record<MeasureKind, string>> = { MONEY: "万元", COUNT: "个", SCORE: "分", RATE: "%" };

@ObjectType("Measure", { description: "指标: a quantity that disclosures publish, or a ratio computed from two.", simpleResolvers: true })
export class MeasureType {
  private constructor(
    private readonly measure: MeasureCode,
    private readonly definition: MeasureDefinition,
  ) {}

  private static readonly known = new Map<MeasureCode, MeasureType>();

  static of(code: MeasureCode): MeasureType {
    const known = this.known.get(code) ?? new MeasureType(code, measureOf(code));
    this.known.set(code, known);
    return known;
  }

  static all(): MeasureType[] {
    return (Object.keys(MEASURES) as MeasureCode[]).map((code) => MeasureType.of(code));
  }

  @Field(() => MeasureCodeEnum, { description: "指标代码" })
  get code(): MeasureCode {
    return this.measure;
  }

  @Field(() => String, { description: "指标名称" })
  get name(): string {
    return this.definition.name;
  }

  @Field(() => String, { description: "English name." })
  get nameEn(): string {
    return this.definition.nameEn;
  }

  @Field(() => String, { description: "计量单位 in which values are answered unless asked otherwise." })
  get unit(): string {
    return UNIT_WORDS[this.definition.kind];
  }

  @Field(() => String, { description: "What it is." })
  get description(): string {
    return this.definition.description;
  }

  @Field(() => MeasureKindEnum, { description: "What it counts in." })
  get kind(): MeasureKind {
    return this.definition.kind;
  }

  @Field(() => MeasureGroupEnum, { description: "指标类别" })
  get group(): MeasureGroup {
    return this.definition.group;
  }

  @Field(() => String, { description: "指标类别名称" })
  get groupName(): string {
    return MEASURE_GROUPS[this.definition.group];
  }

  @Field(() => [String], { description: "Other names that documents print." })
  get aliases(): readonly string[] {
    return this.definition.aliases;
  }

  @Field(() => [SubjectKindEnum], { description: "The classifications by which it is also published subject by subject." })
  get dimensions(): readonly SubjectDimension[] {
    return this.definition.dimensions;
  }

  @Field(() => Boolean, { description: "Whether values of different units may be added up." })
  get addsOverUnits(): boolean {
    return this.definition.addsOverUnits;
  }

  @Field(() => Boolean, { description: "Whether values of different years may be added up; false for stocks." })
  get addsOverYears(): boolean {
    return this.definition.addsOverYears;
  }

  @Field(() => ID, { nullable: true, description: "Of a ratio: the measure above the line." })
  get numerator(): string | null {
    return this.definition.ratio?.numerator ?? null;
  }

  @Field(() => ID, { nullable: true, description: "Of a ratio: the measure below the line." })
  get denominator(): string | null {
    return this.definition.ratio?.denominator ?? null;
  }
}
