import { Arg, Args, Ctx, Field, InputType, Query, Resolver } from "type-graphql";
import { findAuditEventPage } from "../../store/find-audit-events";
import type { PageRequest } from "../../store/read-page";
import type { GraphContext } from "../graph-context";
import { connect } from "../paging/connect";
import { createConnectionType } from "../paging/connection.type";
import type { Connection } from "../paging/connection.type";
import { PageArgs } from "../paging/page-args";
import { AuditActionEnum } from "../vocabulary";
import { AuditEventType } from "./audit-event.type";
import { codesOfAuditedUnits } from "./codes-of-audited-units";

const AuditEventConnection = createConnectionType("AuditEvent", AuditEventType, "审计记录");

@InputType("AuditEventFilter", { description: "审计记录筛选" })
export class AuditEventFilterInput {
  @Field(() => [String], { nullable: true, description: "Codes or names of units that the events are about." })
  units?: string[] | null;

  @Field(() => [AuditActionEnum], { nullable: true, description: "操作" })
  actions?: string[] | null;
}

@Resolver()
export class AuditResolver {
  @Query(() => AuditEventConnection, {
    description:
      "审计记录, the newest first, for holders of an ADMIN key; one that is bound to units is told of those alone. Errors: UNAUTHENTICATED, FORBIDDEN, UNIT_NOT_FOUND, BAD_CURSOR.",
  })
  async auditEvents(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("where", () => AuditEventFilterInput, { nullable: true, description: "筛选" }) where: AuditEventFilterInput | null,
    @Ctx() context: GraphContext,
  ): Promise<Connection<AuditEventType>> {
    const filter = { unitCodes: await codesOfAuditedUnits(context, where?.units), actions: where?.actions ?? null };
    const read = (request: PageRequest) => findAuditEventPage(context.reader, filter, request);
    return connect(context, page, ["auditEvents", where], read, AuditEventType.of);
  }
}
