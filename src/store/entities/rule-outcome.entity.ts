import { Entity } from "typeorm";
import { KeyInt, KeyVarchar, Varchar } from "../columns";

/** What each rule answered for a revision: PASS, FAIL, NOT_CHECKABLE, NOT_APPLICABLE. */
@Entity({ name: "rule_outcome", withoutRowid: true })
export class RuleOutcomeRow {
  @KeyInt()
  revisionId!: number;

  @KeyVarchar(60)
  rule!: string;

  @Varchar(16)
  outcome!: string;
}
