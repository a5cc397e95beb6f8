import { Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { Instant, Int, Varchar } from "../columns";

/** 提取: what reading the bytes of a document came to. Read otherwise, by a later extractor, the same document has another one. */
@Entity({ name: "extraction" })
@Index("ux_extraction", ["documentId", "contentHash"], { unique: true })
export class ExtractionRow {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @Int()
  documentId!: number;

  /** SHA-256 of its blocks; empty where they were read before extractions were told apart, until the document is imported again. */
  @Varchar(64)
  contentHash!: string;

  @Instant()
  extractedAt!: string;
}
