import { Arg, Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import type { DocumentFormat } from "../../model/extracted-document";
import { findBlocks } from "../../store/find-document-parts";
import type { BlockRecord, DocumentRecord } from "../../store/find-document-parts";
import type { GraphContext } from "../graph-context";
import { DocumentFormatEnum } from "../vocabulary";

@ObjectType("DocumentBlock", { description: "文件内容: a paragraph, or a table with its rows.", simpleResolvers: true })
export class DocumentBlockType {
  constructor(private readonly record: BlockRecord) {}

  @Field(() => Int, { description: "Place in the document, counted from 0." })
  get index(): number {
    return this.record.index;
  }

  @Field(() => Int, { nullable: true, description: "页码 or sheet, where the format has them." })
  get page(): number | null {
    return this.record.page;
  }

  @Field(() => String, { nullable: true, description: "段落 as printed; null for a table." })
  get text(): string | null {
    return this.record.text;
  }

  @Field(() => [[String]], { nullable: true, description: "表格 as rows of cells; null for a paragraph." })
  get rows(): string[][] | null {
    return this.record.rows?.map((cells) => cells.map(({ text }) => text)) ?? null;
  }
}

@ObjectType("SourceDocument", { description: "来源文件: the published file that figures are cited from.", simpleResolvers: true })
export class SourceDocumentType {
  constructor(private readonly record: DocumentRecord) {}

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

  @Field(() => [DocumentBlockType], { description: "文件内容, at most 500 blocks at a time." })
  async blocks(
    @Arg("from", () => Int, { defaultValue: 0, description: "First block." }) from: number,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many; at most 500." }) first: number,
    @Ctx() { reader }: GraphContext,
  ): Promise<DocumentBlockType[]> {
    const blocks = await findBlocks(reader, this.record.id, from, from + Math.min(Math.max(first, 0), 500));
    return blocks.map((block) => new DocumentBlockType(block));
  }
}
