import { Entity } from "typeorm";
import { Amount, KeyAmount, KeyInt, KeyVarchar, Varchar } from "../columns";

/** What a rule that needs other documents answers for a revision beside those that are published. It changes as they come and go. */
@Entity({ name: "cross_outcome", withoutRowid: true })
export class CrossOutcomeRow {
  @KeyInt()
  revisionId!: number;

  @KeyVarchar(60)
  rule!: string;

  /** Data version from which it answers so. */
  @KeyAmount()
  visibleFrom!: number;

  /** Data version at which it stopped; NEVER while it does. */
  @Amount()
  visibleTo!: number;

  @Varchar(16)
  outcome!: string;

  /** Why it cannot tell. */
  @Varchar(32, { nullable: true })
  reason!: string | null;
}
