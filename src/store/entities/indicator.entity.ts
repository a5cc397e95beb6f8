import { Entity, Index } from "typeorm";
import { Amount, Int, KeyInt, SmallInt, Text, Varchar } from "../columns";

/** 绩效指标: one indicator of a project, every column of its row. */
@Entity({ name: "indicator", withoutRowid: true })
@Index("ix_indicator_unit", ["unitId", "fiscalYear"])
@Index("ix_indicator_year", ["fiscalYear", "visibleTo"])
export class IndicatorRow {
  @KeyInt()
  revisionId!: number;

  @KeyInt()
  project!: number;

  @KeyInt()
  seq!: number;

  @Int()
  unitId!: number;

  @SmallInt()
  fiscalYear!: number;

  @Varchar(100)
  level1!: string;

  @Varchar(100)
  level2!: string;

  @Varchar(300)
  name!: string;

  @Varchar(12, { nullable: true })
  direction!: string | null;

  @Varchar(4, { nullable: true })
  comparator!: string | null;

  @Varchar(500)
  target!: string;

  @Varchar(500, { nullable: true })
  actual!: string | null;

  /** Millionths of one measurement unit. */
  @Amount({ nullable: true })
  targetValue!: number | null;

  @Amount({ nullable: true })
  actualValue!: number | null;

  @Varchar(60, { nullable: true })
  measurementUnit!: string | null;

  /** Hundredths of a point. */
  @Int({ nullable: true })
  weight!: number | null;

  @Int({ nullable: true })
  score!: number | null;

  @Text({ nullable: true })
  reason!: string | null;

  /** 1 met, 0 missed, null where it cannot be told. */
  @SmallInt({ nullable: true })
  met!: number | null;

  /** Hundredths of a percent: actual over target by direction; null where not numeric. */
  @Int({ nullable: true })
  achievement!: number | null;

  @Varchar(1000)
  text!: string;

  /** Citation: block of the document, row and cell of a table, and the characters in it. */
  @Int({ nullable: true })
  blockIndex!: number | null;

  @Int({ nullable: true })
  rowIndex!: number | null;

  @Int({ nullable: true })
  cellIndex!: number | null;

  @Int({ nullable: true })
  startOffset!: number | null;

  @Int({ nullable: true })
  endOffset!: number | null;

  /** Data version from which this row is published; NEVER for a draft. */
  @Amount()
  visibleFrom!: number;

  /** Data version at which it stopped being so; NEVER while it is. */
  @Amount()
  visibleTo!: number;
}
