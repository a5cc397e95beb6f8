import { Entity } from "typeorm";
import { Instant, KeyInt, Text, Varchar } from "../columns";

/** 审计记录: who did what, chained: each event's hash covers its own content and the hash of the event before. */
@Entity({ name: "audit_event", withoutRowid: true })
export class AuditEventRow {
  @KeyInt()
  sequence!: number;

  @Instant()
  at!: string;

  @Varchar(140)
  actor!: string;

  @Varchar(24)
  action!: string;

  @Varchar(300)
  subject!: string;

  /** JSON. */
  @Text()
  detail!: string;

  @Varchar(64)
  previousHash!: string;

  @Varchar(64)
  hash!: string;
}
