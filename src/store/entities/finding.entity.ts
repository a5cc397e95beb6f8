import { Entity, Index } from "typeorm";
import { Amount, Int, KeyInt, SmallInt, Text, Varchar } from "../columns";

/** 勾稽不符: a contradiction found by a rule, with its numbers. */
@Entity({ name: "finding", withoutRowid: true })
@Index("ix_finding_year", ["fiscalYear", "severity"])
@Index("ix_finding_unit", ["unitId", "fiscalYear"])
@Index("ix_finding_rule", ["rule", "fiscalYear"])
export class FindingRow {
  @KeyInt()
  revisionId!: number;

  @KeyInt()
  seq!: number;

  @Int()
  unitId!: number;

  @SmallInt()
  fiscalYear!: number;

  @Varchar(60)
  rule!: string;

  @Varchar(8)
  severity!: string;

  @Varchar(8)
  valueKind!: string;

  @Amount({ nullable: true })
  published!: number | null;

  @Amount({ nullable: true })
  recomputed!: number | null;

  @Amount({ nullable: true })
  tolerance!: number | null;

  @Int({ nullable: true })
  project!: number | null;

  @Int({ nullable: true })
  indicator!: number | null;

  /** JSON */
  @Text()
  detail!: string;

  /** JSON */
  @Text()
  figures!: string;

  /** JSON */
  @Text()
  citations!: string;

  /** Data version from which this row is published; NEVER for a draft. */
  @Amount()
  visibleFrom!: number;

  /** Data version at which it stopped being so; NEVER while it is. */
  @Amount()
  visibleTo!: number;
}
