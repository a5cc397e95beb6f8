import { Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { Int, SmallInt, Varchar } from "../columns";

/** 单位: an organisation that discloses, without the suffix （本级）: that is a scope. */
@Entity({ name: "unit" })
@Index("ux_unit_code", ["code"], { unique: true })
@Index("ux_unit_name_key", ["nameKey"], { unique: true })
@Index("ix_unit_region", ["regionCode"])
@Index("ix_unit_parent", ["parentId"])
export class UnitRow {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @Varchar(40)
  code!: string;

  @Varchar(200)
  name!: string;

  /** The name with brackets and spaces folded; what a unit is found by. */
  @Varchar(200)
  nameKey!: string;

  @Varchar(6, { nullable: true })
  regionCode!: string | null;

  @Varchar(12, { nullable: true })
  level!: string | null;

  /** Enumerated nature; natureText is as printed. */
  @Varchar(40, { nullable: true })
  nature!: string | null;

  @Varchar(200, { nullable: true })
  natureText!: string | null;

  @Int({ nullable: true })
  parentId!: number | null;

  /** First and last fiscal year in which it is expected to disclose; null where not known. */
  @SmallInt({ nullable: true })
  activeFrom!: number | null;

  @SmallInt({ nullable: true })
  activeTo!: number | null;

  /** 1 while only drafts know of it: readers do not. */
  @SmallInt({ nullable: true })
  draftOnly!: number | null;
}
