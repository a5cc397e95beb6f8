import { Arg, Field, Float, ObjectType } from "type-graphql";
import { tellFinding } from "../../check/tell-finding";
import type { FindingRecord } from "../../store/find-findings";
import { MoneyUnitArg, answerValue } from "../amounts";
import type { MoneyUnit } from "../amounts";
import { CitationType } from "../document/citation.type";
import { LanguageEnum, MeasureCodeEnum, SeverityEnum, StageEnum, ValueKindEnum } from "../vocabulary";
import { FindingCauseType } from "./finding-cause.type";
import { RuleType } from "./rule.type";

@ObjectType("FindingFigure", { description: "涉及数据: a figure that a finding is about.", simpleResolvers: true })
export class FindingFigureType {
  @Field(() => MeasureCodeEnum, { description: "指标" })
  measure!: string;

  @Field(() => String, { nullable: true, description: "Code of the 预算科目; null for the total." })
  subject?: string;

  @Field(() => StageEnum, { description: "阶段" })
  stage!: string;
}

@ObjectType("Finding", {
  description:
    "勾稽不符: published numbers that contradict each other, or what ought to be told and is not. Nothing is repaired: the figures stay as published.",
  simpleResolvers: true,
})
export class FindingType {
  constructor(readonly record: FindingRecord) {}

  private answer(value: number | null, unit: MoneyUnit): number | null {
    return answerValue(this.record.valueKind, value, unit);
  }

  @Field(() => RuleType, { description: "规则" })
  get rule(): RuleType {
    return RuleType.of(this.record.rule);
  }

  @Field(() => SeverityEnum, { description: "严重程度" })
  get severity(): string {
    return this.record.severity;
  }

  @Field(() => String, { description: "说明: what contradicts what, derived from the numbers." })
  message(@Arg("language", () => LanguageEnum, { defaultValue: "EN", description: "语言" }) language: "EN" | "ZH"): string {
    return tellFinding(this.record, language === "ZH" ? "zh" : "en");
  }

  @Field(() => ValueKindEnum, { description: "What the numbers count in." })
  get valueKind(): string {
    return this.record.valueKind;
  }

  @Field(() => Float, { nullable: true, description: "公开数" })
  published(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return this.answer(this.record.published, unit);
  }

  @Field(() => Float, { nullable: true, description: "重算数" })
  recomputed(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return this.answer(this.record.recomputed, unit);
  }

  @Field(() => Float, { nullable: true, description: "差额: published less recomputed." })
  difference(@MoneyUnitArg() unit: MoneyUnit): number | null {
    const { published, recomputed } = this.record;
    return published === null || recomputed === null ? null : this.answer(published - recomputed, unit);
  }

  @Field(() => Float, { nullable: true, description: "允许误差 that printing leaves open." })
  tolerance(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return this.answer(this.record.tolerance, unit);
  }

  @Field(() => FindingCauseType, { nullable: true, description: "可能原因; null where the numbers show none." })
  get cause(): FindingCauseType | null {
    return FindingCauseType.of(this.record);
  }

  @Field(() => [FindingFigureType], { description: "涉及数据" })
  get figures(): readonly FindingFigureType[] {
    return this.record.figures;
  }

  @Field(() => [CitationType], { description: "出处" })
  get citations(): CitationType[] {
    return this.record.citations.map(
      ({ section, text, span }) =>
        new CitationType({
          revisionId: this.record.revisionId,
          section: null,
          sectionTitle: section,
          text,
          blockIndex: span.block,
          rowIndex: span.row ?? null,
          cellIndex: span.cell ?? null,
          startOffset: span.start,
          endOffset: span.end,
        }),
    );
  }
}
