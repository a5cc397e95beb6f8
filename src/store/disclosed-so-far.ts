import { In, IsNull, Not } from "typeorm";
import type { AuditAction } from "./audit-trail";
import { AuditEventRow } from "./entities/audit-event.entity";
import { DisclosureRow } from "./entities/disclosure.entity";
import { DisclosureRevisionRow } from "./entities/disclosure-revision.entity";
import { SourceDocumentRow } from "./entities/source-document.entity";
import type { Database } from "./open-database";

const OF_DISCLOSURES: readonly AuditAction[] = ["IMPORT", "PUBLISH", "WITHDRAW"];

/** Whether anybody but this one brought disclosures into the hub, published or withdrew any. */
export async function hasDisclosuresOfOthers({ manager }: Database, actor: string): Promise<boolean> {
  if (!(await manager.exists(DisclosureRow))) return false;
  return manager.existsBy(AuditEventRow, { action: In(OF_DISCLOSURES), actor: Not(actor) });
}

/** The hashes of the documents that were ever published. */
export async function findPublishedDocuments({ manager }: Database): Promise<ReadonlySet<string>> {
  const revisions = await manager.findBy(DisclosureRevisionRow, { publishedAt: Not(IsNull()) });
  const documents = await manager.findBy(SourceDocumentRow, { id: In(revisions.map(({ documentId }) => documentId)) });
  return new Set(documents.map(({ sha256 }) => sha256));
}
