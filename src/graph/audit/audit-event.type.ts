import { Field, Int, ObjectType } from "type-graphql";
import type { AuditEvent } from "../../store/audit-trail";
import { AuditActionEnum } from "../vocabulary";

@ObjectType("AuditEvent", {
  description: "审计记录: who did what. Each event is chained to the one before by its hash; `hub audit verify` walks along the chain.",
  simpleResolvers: true,
})
export class AuditEventType {
  constructor(private readonly event: AuditEvent) {}

  static readonly of = (event: AuditEvent): AuditEventType => new AuditEventType(event);

  @Field(() => Int, { description: "序号, counted from 1 without a gap." })
  get sequence(): number {
    return this.event.sequence;
  }

  @Field(() => Date, { description: "时间" })
  get at(): Date {
    return new Date(this.event.at);
  }

  @Field(() => String, { description: "操作者: a key, or the command line." })
  get actor(): string {
    return this.event.actor;
  }

  @Field(() => AuditActionEnum, { description: "操作" })
  get action(): string {
    return this.event.action;
  }

  @Field(() => String, { description: "对象: a revision, a unit, a key, a file." })
  get subject(): string {
    return this.event.subject;
  }

  @Field(() => String, { description: "详情, as JSON." })
  get detail(): string {
    return this.event.detail;
  }

  @Field(() => String, { description: "Hash of the event before." })
  get previousHash(): string {
    return this.event.previousHash;
  }

  @Field(() => String, { description: "Hash of the event: noted elsewhere, it shows later that the trail up to it was not rewritten." })
  get hash(): string {
    return this.event.hash;
  }
}
