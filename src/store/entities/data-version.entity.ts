import { Entity, Index } from "typeorm";
import { Instant, Int, KeyInt, Varchar } from "../columns";

/** 数据版本: what moved the published data, and when. */
@Entity({ name: "data_version", withoutRowid: true })
@Index("ix_data_version_at", ["at"])
export class DataVersionRow {
  @KeyInt()
  version!: number;

  @Instant()
  at!: string;

  /** PUBLISH, WITHDRAW, REFERENCE. */
  @Varchar(16)
  event!: string;

  @Int({ nullable: true })
  revisionId!: number | null;

  @Varchar(300, { nullable: true })
  note!: string | null;
}
