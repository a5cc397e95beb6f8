import { Ctx, Field, Int, ObjectType } from "type-graphql";
import type { SectionKind } from "../../model/section-kind";
import type { StatutoryTableKind } from "../../model/statutory-table-kind";
import type { GraphContext } from "../graph-context";
import { SectionKindEnum, TableKindEnum } from "../vocabulary";
import { SourceDocumentType } from "./source-document.type";

/** What every citation is made from, whatever it cites. */
export interface CitationSource {
  readonly revisionId: number;
  readonly section: string | null;
  readonly sectionTitle: string;
  readonly tableKind?: string | null;
  readonly printed?: string | null;
  readonly text: string;
  readonly blockIndex: number | null;
  readonly rowIndex: number | null;
  readonly cellIndex: number | null;
  readonly startOffset: number | null;
  readonly endOffset: number | null;
}

@ObjectType("Citation", { description: "出处: where a published quantity stands, and the words as printed.", simpleResolvers: true })
export class CitationType {
  constructor(private readonly source: CitationSource) {}

  @Field(() => String, { description: "章节 heading under which it stands, as printed." })
  get section(): string {
    return this.source.sectionTitle;
  }

  @Field(() => SectionKindEnum, { nullable: true, description: "章节类别" })
  get sectionKind(): SectionKind | null {
    return this.source.section as SectionKind | null;
  }

  @Field(() => TableKindEnum, { nullable: true, description: "公开表 in which it stands; null for the narrative." })
  get table(): StatutoryTableKind | null {
    return (this.source.tableKind ?? null) as StatutoryTableKind | null;
  }

  @Field(() => String, { description: "原文: the sentence around it, or the row of the table with its cells apart by “ | ”." })
  get text(): string {
    return this.source.text;
  }

  @Field(() => String, { nullable: true, description: "The number itself as printed." })
  get printed(): string | null {
    return this.source.printed ?? null;
  }

  @Field(() => Int, { nullable: true, description: "Block of the document (see SourceDocument.blocks)." })
  get block(): number | null {
    return this.source.blockIndex;
  }

  @Field(() => Int, { nullable: true, description: "行: row of the table, counted from 0; null for a paragraph." })
  get row(): number | null {
    return this.source.rowIndex;
  }

  @Field(() => Int, { nullable: true, description: "Cell of the row, counted from 0; null for a paragraph." })
  get cell(): number | null {
    return this.source.cellIndex;
  }

  @Field(() => Int, { nullable: true, description: "First character in the paragraph or cell." })
  get start(): number | null {
    return this.source.startOffset;
  }

  @Field(() => Int, { nullable: true, description: "Character after the last in the paragraph or cell." })
  get end(): number | null {
    return this.source.endOffset;
  }

  @Field(() => SourceDocumentType, { nullable: true, description: "来源文件" })
  async document(@Ctx() { loaders }: GraphContext): Promise<SourceDocumentType | null> {
    const revision = await loaders.revision.load(this.source.revisionId);
    const record = revision && (await loaders.document.load(revision.documentId));
    return record && new SourceDocumentType(record, revision.extractionId);
  }
}
