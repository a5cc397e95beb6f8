import { Entity, Index } from "typeorm";
import { KeyInt, SmallInt, Varchar } from "../columns";

/** 沿革: a unit that took over from another in a year (RENAME, MERGER, SPLIT). */
@Entity({ name: "unit_lineage", withoutRowid: true })
@Index("ix_unit_lineage_successor", ["successorId"])
export class UnitLineageRow {
  @KeyInt()
  predecessorId!: number;

  @KeyInt()
  successorId!: number;

  /** First fiscal year of the successor. */
  @SmallInt()
  fiscalYear!: number;

  @Varchar(12)
  form!: string;

  @Varchar(300, { nullable: true })
  source!: string | null;
}
