import { Entity } from "typeorm";
import { Int, KeyInt, Varchar } from "../columns";

/** The one row that every event moves: events are recorded one after the other, and the last one cannot be dropped unseen. */
@Entity({ name: "audit_head", withoutRowid: true })
export class AuditHeadRow {
  @KeyInt()
  id!: number;

  @Int()
  sequence!: number;

  @Varchar(64)
  hash!: string;
}
