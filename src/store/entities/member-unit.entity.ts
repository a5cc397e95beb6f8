import { Entity, Index } from "typeorm";
import { KeyInt, Varchar } from "../columns";

/** 纳入汇总范围的单位, as the disclosure lists them. */
@Entity({ name: "member_unit", withoutRowid: true })
@Index("ix_member_unit_name", ["nameKey"])
export class MemberUnitRow {
  @KeyInt()
  revisionId!: number;

  @KeyInt()
  seq!: number;

  @Varchar(200)
  name!: string;

  /** By which the unit is found in the register. */
  @Varchar(200, { default: "" })
  nameKey!: string;

  @Varchar(200, { nullable: true })
  nature!: string | null;

  @Varchar(300, { nullable: true })
  note!: string | null;
}
