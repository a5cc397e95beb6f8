import { Entity, Index } from "typeorm";
import { Amount, Int, KeyInt, SmallInt, Text, Varchar } from "../columns";

/** 项目: named, described or self-evaluated by a disclosure. */
@Entity({ name: "project", withoutRowid: true })
@Index("ix_project_year_score", ["fiscalYear", "score"])
@Index("ix_project_unit", ["unitId", "fiscalYear"])
export class ProjectRow {
  @KeyInt()
  revisionId!: number;

  @KeyInt()
  seq!: number;

  @Int()
  unitId!: number;

  @SmallInt()
  fiscalYear!: number;

  @Varchar(300)
  name!: string;

  @Varchar(60, { nullable: true })
  code!: string | null;

  @Varchar(200, { nullable: true })
  supervisingUnit!: string | null;

  @Varchar(200, { nullable: true })
  implementingUnit!: string | null;

  /** Hundredths of a point: the total of the table, else of the narrative. */
  @Int({ nullable: true })
  score!: number | null;

  @Int({ nullable: true })
  totalWeight!: number | null;

  /** From the total fund row, else the narrative. */
  @Amount({ nullable: true })
  adjustedBudget!: number | null;

  @Amount({ nullable: true })
  executed!: number | null;

  @Text({ nullable: true })
  expectedGoal!: string | null;

  @Text({ nullable: true })
  actualCompletion!: string | null;

  @Int({ nullable: true })
  narrativeScore!: number | null;

  @Amount({ nullable: true })
  narrativeBudget!: number | null;

  @Amount({ nullable: true })
  narrativeExecuted!: number | null;

  @Int({ nullable: true })
  narrativeExecutionRate!: number | null;

  @Text({ nullable: true })
  problems!: string | null;

  @Text({ nullable: true })
  nextSteps!: string | null;

  /** 1 where the document holds its self-evaluation or target table. */
  @SmallInt()
  hasTable!: number;

  @Varchar(32)
  section!: string;

  @Varchar(200)
  sectionTitle!: string;

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
