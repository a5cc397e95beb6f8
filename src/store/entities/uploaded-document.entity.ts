import { Entity } from "typeorm";
import { Instant, Int, KeyVarchar, Varchar } from "../columns";

/** 上传文件: a file that came in over HTTP, known by the hash of its bytes; every instance finds it here. */
@Entity({ name: "uploaded_document", withoutRowid: true })
export class UploadedDocumentRow {
  @KeyVarchar(64)
  sha256!: string;

  @Varchar(255)
  fileName!: string;

  @Int()
  byteLength!: number;

  @Instant()
  uploadedAt!: string;
}
