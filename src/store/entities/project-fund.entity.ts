import { Entity } from "typeorm";
import { Amount, Int, KeyInt, Varchar } from "../columns";

/** 项目资金: one fund row of a self-evaluation table. Money in 分, rates in millionths, weights and scores in hundredths. */
@Entity({ name: "project_fund", withoutRowid: true })
export class ProjectFundRow {
  @KeyInt()
  revisionId!: number;

  @KeyInt()
  project!: number;

  @KeyInt()
  seq!: number;

  @Varchar(16)
  source!: string;

  @Varchar(100)
  label!: string;

  @Amount({ nullable: true })
  initialBudget!: number | null;

  @Amount({ nullable: true })
  adjustedBudget!: number | null;

  @Amount({ nullable: true })
  executed!: number | null;

  @Int({ nullable: true })
  weight!: number | null;

  @Int({ nullable: true })
  executionRate!: number | null;

  @Int({ nullable: true })
  score!: number | null;
}
