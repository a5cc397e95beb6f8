import { Arg, Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import type { DocumentFormat } from "../../model/extracted-document";
import type { DocumentRecord } from "../../store/find-document-parts";
import type { GraphContext } from "../graph-context";
import { requestError } from "../request-error";
import { DocumentFormatEnum } from "../vocabulary";
import { DocumentBlockType, MOST_BLOCKS } from "./document-block.type";

@ObjectType("SourceDocument", { description: "来源文件: the published file that figures are cited from.", simpleResolvers: true })
export class SourceDocumentType {
  constructor(
    private readonly record: DocumentRecord,
    private readonly extractionId: number,
  ) {}

  @Field(() => ID, { description: "SHA-256 of the file's bytes." })
  get sha256(): string {
    return this.record.sha256;
  }

  @Field(() => String, { description: "文件名" })
  get fileName(): string {
    return this.record.fileName;
  }

  @Field(() => DocumentFormatEnum, { description: "文件格式" })
  get format(): DocumentFormat {
    return this.record.format as DocumentFormat;
  }

  @Field(() => Int, { description: "文件大小, in bytes." })
  get byteLength(): number {
    return this.record.byteLength;
  }

  @Field(() => Date, { description: "导入时间" })
  get importedAt(): Date {
    return new Date(this.record.importedAt);
  }

  @Field(() => [DocumentBlockType], {
    description:
      "文件内容 as it was read for the revision that led here (from `documents`, the newest published one), so that its citations hold when a later " +
      "release reads the file otherwise; at most 500 blocks at a time. Errors: PAGE_SIZE.",
  })
  async blocks(
    @Arg("from", () => Int, { defaultValue: 0, description: "First block, counted from 0." }) from: number,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many; at most 500." }) first: number,
    @Ctx() { loaders }: GraphContext,
  ): Promise<DocumentBlockType[]> {
    if (from < 0 || first < 1 || first > MOST_BLOCKS) throw requestError("PAGE_SIZE", `Ask for 1 to ${MOST_BLOCKS} blocks from 0 on`);
    const blocks = await loaders.blocks.load({ extractionId: this.extractionId, from, to: from + first });
    return blocks.map((block) => new DocumentBlockType(block));
  }
}
