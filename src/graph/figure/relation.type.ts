import { Field, Float, ObjectType } from "type-graphql";
import { measureById, measureOf } from "../../model/measures";
import type { MeasureCode } from "../../model/measures";
import { stageById } from "../../model/stage";
import type { Stage } from "../../model/stage";
import type { RelationRecord } from "../../store/find-figures";
import { MoneyUnitArg, answerValue } from "../amounts";
import type { MoneyUnit } from "../amounts";
import { CitationType } from "../document/citation.type";
import { ChangeDirectionEnum, MeasureCodeEnum, RelationFormEnum, StageEnum } from "../vocabulary";

@ObjectType("Relation", {
  description: "所载增减与比率: a printed change, rate or share, exactly as published, right or wrong.",
  simpleResolvers: true,
})
export class RelationType {
  constructor(private readonly record: RelationRecord) {}

  @Field(() => RelationFormEnum, { description: "What it says." })
  get form(): string {
    return this.record.form;
  }

  @Field(() => StageEnum, { nullable: true, description: "阶段 of the figure that it is about." })
  get stage(): Stage | null {
    return stageById(this.record.stage) ?? null;
  }

  @Field(() => StageEnum, { nullable: true, description: "The stage that it is compared with; null for a share." })
  get baseStage(): Stage | null {
    return this.record.baseStage === null ? null : (stageById(this.record.baseStage) ?? null);
  }

  @Field(() => MeasureCodeEnum, { nullable: true, description: "The whole that a share is of; null for a change." })
  get baseMeasure(): MeasureCode | null {
    return this.record.baseMeasureId === null ? null : (measureById(this.record.baseMeasureId) ?? null);
  }

  @Field(() => Float, {
    nullable: true,
    description: "Amount in 万元 unless asked otherwise, or percent; null where the text says that there is none (不可比).",
  })
  value(@MoneyUnitArg() unit: MoneyUnit): number | null {
    const measure = measureById(this.record.measureId);
    if (!measure) return null;
    return answerValue(this.record.form === "CHANGE_AMOUNT" ? measureOf(measure).kind : "RATE", this.record.value, unit);
  }

  @Field(() => String, { description: "As printed." })
  get printed(): string {
    return this.record.printed;
  }

  @Field(() => ChangeDirectionEnum, { nullable: true, description: "增加、减少或持平 as printed." })
  get direction(): string | null {
    return this.record.direction;
  }

  @Field(() => CitationType, { description: "出处" })
  get citation(): CitationType {
    return new CitationType(this.record);
  }
}
