import { Entity, Index } from "typeorm";
import { Amount, Int, KeyInt, KeySmallInt, SmallInt } from "../columns";

/** 数据: one (revision, measure, subject, stage) and its value. The clustered key serves a disclosure, the index a measure across units. */
@Entity({ name: "figure", withoutRowid: true })
@Index("ix_figure_measure", [
  "measureId",
  "fiscalYear",
  "stage",
  "subjectId",
  "kind",
  "scope",
  "unitId",
  "visibleTo",
  "visibleFrom",
  "value",
  "status",
  "derived",
])
export class FigureRow {
  @KeyInt()
  revisionId!: number;

  @KeySmallInt()
  measureId!: number;

  /** 0 for the total. */
  @KeyInt()
  subjectId!: number;

  @KeySmallInt()
  stage!: number;

  @Int()
  unitId!: number;

  @SmallInt()
  fiscalYear!: number;

  @SmallInt()
  kind!: number;

  @SmallInt()
  scope!: number;

  /** Base units; null unless REPORTED. */
  @Amount({ nullable: true })
  value!: number | null;

  @SmallInt()
  status!: number;

  /** 1 where the value follows from a printed change and is not printed itself. */
  @SmallInt()
  derived!: number;

  /** The reading that stands for it. */
  @Int()
  reading!: number;

  /** Data version from which this row is published; NEVER for a draft. */
  @Amount()
  visibleFrom!: number;

  /** Data version at which it stopped being so; NEVER while it is. */
  @Amount()
  visibleTo!: number;
}
