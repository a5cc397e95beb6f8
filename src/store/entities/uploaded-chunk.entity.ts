import { Entity } from "typeorm";
import { Blob, KeyInt, KeyVarchar } from "../columns";

/** A stretch of an uploaded file's bytes: small enough for every engine's BLOB and for the smallest packet of a server. */
@Entity({ name: "uploaded_chunk", withoutRowid: true })
export class UploadedChunkRow {
  @KeyVarchar(64)
  sha256!: string;

  @KeyInt()
  seq!: number;

  @Blob()
  bytes!: Uint8Array;
}
