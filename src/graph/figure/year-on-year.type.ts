import { Field, Float, ObjectType } from "type-graphql";
import { percentOf } from "../../compare/exact-ratio";
import type { MeasureKind } from "../../model/measures";
import { MoneyUnitArg, answerValue, hundredths } from "../amounts";
import type { MoneyUnit } from "../amounts";
import { YearOnYearBasisEnum } from "../vocabulary";

export type YearOnYearBasis = keyof typeof YearOnYearBasisEnum;

@ObjectType("YearOnYear", { description: "同比: the change against the prior year.", simpleResolvers: true })
export class YearOnYearType {
  constructor(
    private readonly kind: MeasureKind,
    private readonly current: number,
    private readonly prior: number,
    private readonly against: YearOnYearBasis,
  ) {}

  @Field(() => Float, { nullable: true, description: "增减额; rates in percentage points." })
  amount(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return answerValue(this.kind, this.current - this.prior, unit);
  }

  @Field(() => Float, { nullable: true, description: "增减率（%）, two decimals rounded half up; null against zero." })
  get rate(): number | null {
    return hundredths(percentOf(this.current - this.prior, Math.abs(this.prior)));
  }

  @Field(() => YearOnYearBasisEnum, { description: "What the value is compared with." })
  get basis(): YearOnYearBasis {
    return this.against;
  }
}
