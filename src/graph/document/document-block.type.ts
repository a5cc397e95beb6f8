import { Field, Int, ObjectType } from "type-graphql";
import type { BlockRecord } from "../../store/find-document-parts";

/** Blocks answered at a time. */
export const MOST_BLOCKS = 500;

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
