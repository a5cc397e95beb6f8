import { Field, Float, ObjectType } from "type-graphql";
import { isCause, type Cause } from "../../check/cause";
import type { FindingRecord } from "../../store/find-findings";
import { answerValue, MoneyUnitArg, type MoneyUnit } from "../amounts";
import { CauseEnum, MeasureCodeEnum, StageEnum } from "../vocabulary";

@ObjectType("FindingCause", {
  description: "可能原因: why a published number may be wrong, as far as the numbers themselves tell. A hint, and never a correction.",
  simpleResolvers: true,
})
export class FindingCauseType {
  private constructor(
    private readonly record: Pick<FindingRecord, "detail" | "valueKind">,
    readonly cause: Cause,
  ) {}

  static of(record: Pick<FindingRecord, "detail" | "valueKind">): FindingCauseType | null {
    const code = record.detail["cause"];
    return code === undefined || !isCause(code) ? null : new FindingCauseType(record, code);
  }

  @Field(() => CauseEnum, { description: "原因代码" })
  get code(): string {
    return this.cause;
  }

  @Field(() => Float, { nullable: true, description: "疑为: the number that is likely meant; of `measure`, where one is named." })
  likely(@MoneyUnitArg() unit: MoneyUnit): number | null {
    const { likely, likelyAmount } = this.record.detail;
    if (likelyAmount !== undefined) return answerValue("MONEY", Number(likelyAmount), unit);
    return likely === undefined ? null : answerValue(this.record.valueKind, Number(likely), unit);
  }

  @Field(() => MeasureCodeEnum, {
    nullable: true,
    description: "The other 指标 that explains it: the whole that a share fits, the number with a slip.",
  })
  get measure(): string | null {
    return this.record.detail["causeMeasure"] ?? null;
  }

  @Field(() => String, { nullable: true, description: "Code of the 预算科目 of that 指标." })
  get subject(): string | null {
    return this.record.detail["causeSubject"] ?? null;
  }

  @Field(() => StageEnum, { nullable: true, description: "The other 阶段 that explains it: 全年预算 under the name of 年初预算." })
  get stage(): string | null {
    return this.record.detail["causeStage"] ?? null;
  }
}
