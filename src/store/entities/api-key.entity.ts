import { Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { Instant, SmallInt, Varchar } from "../columns";

/** 接口密钥: who may do more than read what is published. The secret itself is shown once and kept nowhere. */
@Entity({ name: "api_key" })
@Index("ux_api_key_hash", ["hash"], { unique: true })
export class ApiKeyRow {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @Varchar(100)
  name!: string;

  /** EDITOR, PUBLISHER, ADMIN. */
  @Varchar(12)
  role!: string;

  /** SHA-256 of the secret: 256 random bits need no slow hash. */
  @Varchar(64)
  hash!: string;

  /** 1: holds for the units of api_key_unit only, even where none is left of them. */
  @SmallInt()
  isBound!: number;

  @Instant()
  createdAt!: string;

  @Instant({ nullable: true })
  expiresAt!: string | null;

  @Instant({ nullable: true })
  revokedAt!: string | null;
}
