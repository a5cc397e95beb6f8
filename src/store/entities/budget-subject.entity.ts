import { Entity, Index } from "typeorm";
import { Int, KeyInt, SmallInt, Varchar } from "../columns";

/** 预算科目: a coded subject's id is its code read as a number; one without a code has an id from 1,000,000,000 up. */
@Entity({ name: "budget_subject", withoutRowid: true })
@Index("ux_budget_subject_code", ["code"], { unique: true })
@Index("ix_budget_subject_parent", ["parentId"])
export class BudgetSubjectRow {
  @KeyInt()
  id!: number;

  /** The code, or the path key of a subject without one. */
  @Varchar(160)
  code!: string;

  @Varchar(120)
  name!: string;

  @Varchar(20)
  kind!: string;

  @Varchar(8)
  level!: string;

  @Int({ nullable: true })
  parentId!: number | null;

  @SmallInt({ nullable: true })
  fromYear!: number | null;

  @SmallInt({ nullable: true })
  toYear!: number | null;

  @Varchar(40)
  origin!: string;

  /** 1 while only drafts speak of it: readers do not know it. */
  @SmallInt({ nullable: true })
  draftOnly!: number | null;
}
