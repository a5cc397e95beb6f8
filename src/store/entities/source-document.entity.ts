import { Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { Instant, Int, Varchar } from "../columns";

/** 来源文件: a published file, known by the hash of its bytes. */
@Entity({ name: "source_document" })
@Index("ux_source_document_sha256", ["sha256"], { unique: true })
export class SourceDocumentRow {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @Varchar(64)
  sha256!: string;

  @Varchar(255)
  fileName!: string;

  @Varchar(8)
  format!: string;

  @Int()
  byteLength!: number;

  @Instant()
  importedAt!: string;
}
