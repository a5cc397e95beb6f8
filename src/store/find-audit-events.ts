import type { AuditEvent } from "./audit-trail";
import type { Page, PageRequest } from "./read-page";
import { readPage } from "./read-page";
import type { RowReader } from "./row-reader";
import { WhereClause } from "./where-clause";

export interface AuditFilter {
  /** Events whose subject begins with the code of one of these units, or whose detail names one; null for all. */
  readonly unitCodes: readonly string[] | null;
  readonly actions: readonly string[] | null;
}

/** 审计记录: a page of the trail, the newest events first. */
export function findAuditEventPage(reader: RowReader, { unitCodes, actions }: AuditFilter, page: PageRequest): Promise<Page<AuditEvent>> {
  const where = new WhereClause().andIn("e.action", actions);
  if (unitCodes) {
    const patterns = unitCodes.flatMap((code) => {
      const escaped = code.replace(/[!%_]/g, "!$&");
      return [`${escaped} %`, `%"${escaped}"%`];
    });
    const either = unitCodes.map(() => "e.subject LIKE ? ESCAPE '!' OR e.detail LIKE ? ESCAPE '!'");
    where.and(either.length === 0 ? "1 = 0" : either.join(" OR "), ...patterns);
  }
  const columns = "e.sequence, e.at, e.actor, e.action, e.subject, e.detail, e.previous_hash AS previousHash, e.hash";
  return readPage(reader, { columns, from: "audit_event e", where, order: [{ sql: "e.sequence", direction: "DESC" }] }, page);
}
