import { Entity, Index } from "typeorm";
import { KeyVarchar, Varchar } from "../columns";

/** A region of GB/T 2260. */
@Entity({ name: "region", withoutRowid: true })
@Index("ix_region_parent", ["parentCode"])
export class RegionRow {
  @KeyVarchar(6)
  code!: string;

  @Varchar(60)
  name!: string;

  @Varchar(12)
  level!: string;

  @Varchar(6, { nullable: true })
  parentCode!: string | null;
}
