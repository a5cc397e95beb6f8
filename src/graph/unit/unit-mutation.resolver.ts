import { Arg, Ctx, Int, Mutation, Resolver } from "type-graphql";
import type { Denominator } from "../../compare/comparison-question";
import { DenominatorEnum } from "../comparison/comparison-vocabulary";
import type { GraphContext } from "../graph-context";
import { LineageFormEnum } from "../vocabulary";
import { changeDenominator, changeLineage, changeUnit } from "./change-register";
import { RecordMergerPayload, SetDenominatorPayload, UpsertUnitPayload } from "./unit-payloads.type";
import { UnitInput } from "./unit.input";

@Resolver()
export class UnitMutationResolver {
  @Mutation(() => UpsertUnitPayload, {
    description:
      "维护单位: enters a unit into the register, or brings what is known of it up to date. ADMIN. Errors: NOT_FOUND, CONFLICT, INVALID.",
  })
  upsertUnit(
    @Arg("unit", () => UnitInput, { description: "单位" }) unit: UnitInput,
    @Ctx() context: GraphContext,
  ): Promise<UpsertUnitPayload> {
    return changeUnit(context, unit);
  }

  @Mutation(() => RecordMergerPayload, {
    description:
      "记录机构沿革: from a year on the successor stands for its predecessors. But for a split they disclose up to the year before, where their last year was not known. ADMIN. Errors: NOT_FOUND, INVALID.",
  })
  recordMerger(
    @Arg("predecessors", () => [String], { description: "合并前单位: codes or names." }) predecessors: string[],
    @Arg("successor", () => String, { description: "合并后单位: its code or name." }) successor: string,
    @Arg("year", () => Int, { description: "First fiscal year (年度) of the successor." }) year: number,
    @Arg("form", () => LineageFormEnum, { defaultValue: "MERGER", description: "沿革形式" }) form: keyof typeof LineageFormEnum,
    @Arg("source", () => String, { nullable: true, description: "依据: where it was published." }) source: string | null,
    @Ctx() context: GraphContext,
  ): Promise<RecordMergerPayload> {
    return changeLineage(context, { predecessors, successor, year, form, source: source ?? null });
  }

  @Mutation(() => SetDenominatorPayload, {
    description: "设置人均口径: by how many people `compare(per:)` divides what a unit tells of a year. ADMIN. Errors: NOT_FOUND, INVALID.",
  })
  setDenominator(
    @Arg("unit", () => String, { description: "单位代码或名称" }) unit: string,
    @Arg("year", () => Int, { description: "年度" }) year: number,
    @Arg("denominator", () => DenominatorEnum, { description: "人均口径" }) denominator: Denominator,
    @Arg("value", () => Int, { description: "人数" }) value: number,
    @Arg("source", () => String, { description: "出处: where the number was published." }) source: string,
    @Ctx() context: GraphContext,
  ): Promise<SetDenominatorPayload> {
    return changeDenominator(context, { unit, year, denominator, value, source });
  }
}
