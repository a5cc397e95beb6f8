import { Field, Float, ObjectType } from "type-graphql";
import { figureStatusById } from "../../model/figure-status";
import type { FigureStatus } from "../../model/figure-status";
import { measureById, measureOf } from "../../model/measures";
import { stageById } from "../../model/stage";
import type { Stage } from "../../model/stage";
import type { ReadingRecord } from "../../store/find-figures";
import { MoneyUnitArg, answerValue } from "../amounts";
import type { MoneyUnit } from "../amounts";
import { CitationType } from "../document/citation.type";
import { DerivationEnum, FigureStatusEnum, ReadingOriginEnum, StageEnum } from "../vocabulary";

@ObjectType("Reading", { description: "一处数据: one printed occurrence of a quantity.", simpleResolvers: true })
export class ReadingType {
  constructor(private readonly record: ReadingRecord) {}

  @Field(() => StageEnum, { nullable: true, description: "阶段" })
  get stage(): Stage | null {
    return stageById(this.record.stage) ?? null;
  }

  @Field(() => Float, { nullable: true, description: "数值" })
  value(@MoneyUnitArg() unit: MoneyUnit): number | null {
    const measure = measureById(this.record.measureId);
    return measure ? answerValue(measureOf(measure).kind, this.record.value, unit) : null;
  }

  @Field(() => FigureStatusEnum, { description: "数据状态" })
  get status(): FigureStatus {
    return figureStatusById(this.record.status) ?? "NOT_DISCLOSED";
  }

  @Field(() => String, { description: "The number as printed." })
  get printed(): string {
    return this.record.printed;
  }

  @Field(() => ReadingOriginEnum, { description: "Where in the document it is printed." })
  get origin(): string {
    return this.record.origin;
  }

  @Field(() => DerivationEnum, { nullable: true, description: "How the value follows from printed ones; null where it is printed itself." })
  get derivation(): string | null {
    return this.record.derivation;
  }

  @Field(() => String, { nullable: true, description: "变动或差异原因 as stated here." })
  get reason(): string | null {
    return this.record.reason;
  }

  @Field(() => CitationType, { description: "出处" })
  get citation(): CitationType {
    return new CitationType(this.record);
  }
}
