import { Arg, Ctx, Field, Int, ObjectType } from "type-graphql";
import { tellMessage } from "../../model/message";
import type { MessageCode } from "../../model/message";
import type { SectionKind } from "../../model/section-kind";
import type { MessageRecord, SectionRecord } from "../../store/find-document-parts";
import { DocumentBlockType, MOST_BLOCKS } from "../document/document-block.type";
import type { GraphContext } from "../graph-context";
import { RuleType } from "../finding/rule.type";
import { CheckOutcomeEnum, LanguageEnum, NotCheckableReasonEnum, SectionKindEnum } from "../vocabulary";

@ObjectType("Section", { description: "章节 of a disclosure.", simpleResolvers: true })
export class SectionType {
  constructor(
    private readonly record: SectionRecord,
    private readonly extractionId: number,
  ) {}

  @Field(() => SectionKindEnum, { description: "章节类别; OTHER is kept as text." })
  get kind(): SectionKind {
    return this.record.kind as SectionKind;
  }

  @Field(() => String, { description: "标题 as printed." })
  get title(): string {
    return this.record.title;
  }

  @Field(() => Int, { description: "First block (see SourceDocument.blocks)." })
  get fromBlock(): number {
    return this.record.fromBlock;
  }

  @Field(() => Int, { description: "Block after the last." })
  get toBlock(): number {
    return this.record.toBlock;
  }

  @Field(() => [DocumentBlockType], { description: "内容: its paragraphs and tables, at most 500 of them." })
  async blocks(@Ctx() { loaders }: GraphContext): Promise<DocumentBlockType[]> {
    const { fromBlock: from, toBlock } = this.record;
    const blocks = await loaders.blocks.load({ extractionId: this.extractionId, from, to: Math.min(toBlock, from + MOST_BLOCKS) });
    return blocks.map((block) => new DocumentBlockType(block));
  }
}

@ObjectType("MemberUnit", { description: "纳入汇总范围的单位, as the disclosure lists it.", simpleResolvers: true })
export class MemberUnitType {
  @Field(() => String, { description: "单位名称 as printed." })
  name!: string;

  @Field(() => String, { nullable: true, description: "单位性质 as printed." })
  nature!: string | null;

  @Field(() => String, { nullable: true, description: "备注" })
  note!: string | null;
}

@ObjectType("Message", { description: "读取提示: what reading the document had to say.", simpleResolvers: true })
export class MessageType {
  constructor(private readonly record: MessageRecord) {}

  @Field(() => String, { description: "提示代码" })
  get code(): string {
    return this.record.code;
  }

  @Field(() => String, { description: "提示" })
  text(@Arg("language", () => LanguageEnum, { defaultValue: "EN", description: "语言" }) language: "EN" | "ZH"): string {
    const { code, detail } = this.record;
    return tellMessage({ code: code as MessageCode, ...(detail !== null && { detail }) }, language === "ZH" ? "zh" : "en");
  }

  @Field(() => Int, { nullable: true, description: "Block that it is about (see SourceDocument.blocks)." })
  get block(): number | null {
    return this.record.blockIndex;
  }
}

@ObjectType("Check", { description: "核对: what one rule answered for a disclosure.", simpleResolvers: true })
export class CheckType {
  @Field(() => RuleType, { description: "规则" })
  rule!: RuleType;

  @Field(() => CheckOutcomeEnum, { description: "核对结果" })
  outcome!: string;

  @Field(() => NotCheckableReasonEnum, { nullable: true, description: "无法核对的原因, of rules that need other documents." })
  reason!: string | null;
}

@ObjectType("Quality", { description: "数据质量: how a disclosure stands the rules.", simpleResolvers: true })
export class QualityType {
  @Field(() => Int, { description: "通过" })
  passed!: number;

  @Field(() => Int, { description: "不符" })
  failed!: number;

  @Field(() => Int, { description: "无法核对" })
  undecided!: number;

  @Field(() => Int, { description: "不适用" })
  notApplicable!: number;
}
