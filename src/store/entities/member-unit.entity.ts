import { Entity } from "typeorm";
import { KeyInt, Varchar } from "../columns";

/** 纳入汇总范围的单位, as the disclosure lists them. */
@Entity({ name: "member_unit", withoutRowid: true })
export class MemberUnitRow {
  @KeyInt()
  revisionId!: number;

  @KeyInt()
  seq!: number;

  @Varchar(200)
  name!: string;

  @Varchar(200, { nullable: true })
  nature!: string | null;

  @Varchar(300, { nullable: true })
  note!: string | null;
}
