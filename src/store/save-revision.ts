import type { DataSource, EntityManager } from "typeorm";
import { auditSubjectOf } from "./audit-subject";
import { COMMAND_LINE, recordAuditEvent } from "./audit-trail";
import { NEVER } from "./columns";
import { DisclosureRevisionRow } from "./entities/disclosure-revision.entity";
import { DisclosureRow } from "./entities/disclosure.entity";
import type { UnitRow } from "./entities/unit.entity";
import { inTransaction } from "./in-transaction";
import { saveDocument } from "./save-document";
import type { ImportedDocument } from "./save-document";

export interface SavedRevision {
  readonly revisionId: number;
  readonly revision: number;
  readonly unitCode: string;
  readonly unitName: string;
  /** UNCHANGED: this file was read before with the same result, and nothing was written. */
  readonly outcome: "SAVED" | "UNCHANGED";
  readonly status: string;
}

export interface SaveOptions {
  /** For the audit trail. */
  readonly actor?: string;
  /** Hears whose disclosure it is before anything of it is written; if it throws, nothing is kept. */
  readonly admit?: (unitId: number) => void;
}

export type RevisionAddress = Pick<DisclosureRow, "fiscalYear" | "kind" | "scope">;

export type RevisionCover = Pick<
  DisclosureRevisionRow,
  | "unitNamePrinted"
  | "head"
  | "financeLead"
  | "preparer"
  | "reportedOn"
  | "contact"
  | "phone"
  | "officeCount"
  | "memberUnitCount"
  | "numbersPrinted"
  | "numbersCited"
  | "unitNature"
>;

/** What becomes a revision, wherever it comes from. */
export interface RevisionDraft {
  readonly imported: ImportedDocument;
  /** Equal for equal content. */
  readonly fingerprint: string;
  readonly findUnit: (manager: EntityManager) => Promise<UnitRow>;
  readonly address: RevisionAddress;
  readonly cover: RevisionCover;
  readonly insertContent: (manager: EntityManager, revision: DisclosureRevisionRow) => Promise<void>;
  /** What the audit trail is told besides. */
  readonly origin?: Readonly<Record<string, unknown>>;
}

/** A revision in one of these states still stands for its document; a withdrawn one is read anew. */
const STANDING = new Set(["DRAFT", "PUBLISHED"]);

/** Everything that is told of a disclosure becomes a draft revision, in one transaction; what was saved before changes nothing. */
export async function saveRevision(
  dataSource: DataSource,
  { imported, fingerprint, findUnit, address, cover, insertContent, origin = {} }: RevisionDraft,
  { actor = COMMAND_LINE, admit }: SaveOptions = {},
): Promise<SavedRevision> {
  return inTransaction(dataSource, async (manager) => {
    const unit = await findUnit(manager);
    admit?.(unit.id);
    const { id: disclosureId } = await findOrCreateDisclosure(manager, { unitId: unit.id, ...address });
    const latest = await manager.findOne(DisclosureRevisionRow, { where: { disclosureId }, order: { revision: "DESC" } });
    const summary = { unitCode: unit.code, unitName: unit.name };
    if (latest?.fingerprint === fingerprint && STANDING.has(latest.status)) {
      return { ...summary, revisionId: latest.id, revision: latest.revision, status: latest.status, outcome: "UNCHANGED" };
    }
    const { documentId, extractionId } = await saveDocument(manager, imported);
    const revision = (latest?.revision ?? 0) + 1;
    await manager.insert(DisclosureRevisionRow, {
      disclosureId,
      revision,
      documentId,
      extractionId,
      fingerprint,
      unitId: unit.id,
      ...address,
      ...cover,
      status: "DRAFT",
      visibleFrom: NEVER,
      visibleTo: NEVER,
      note: null,
      importedAt: new Date().toISOString(),
      publishedAt: null,
    });
    const draft = await manager.findOneByOrFail(DisclosureRevisionRow, { disclosureId, revision });
    await insertContent(manager, draft);
    const detail = { fileName: imported.fileName, sha256: imported.sha256, fingerprint, ...origin };
    await recordAuditEvent(manager, { actor, action: "IMPORT", subject: auditSubjectOf(unit, draft), detail });
    return { ...summary, revisionId: draft.id, revision, status: "DRAFT", outcome: "SAVED" };
  });
}

async function findOrCreateDisclosure(
  manager: EntityManager,
  address: Pick<DisclosureRow, "unitId" | "fiscalYear" | "kind" | "scope">,
): Promise<DisclosureRow> {
  const known = await manager.findOneBy(DisclosureRow, address);
  if (known) return known;
  await manager.insert(DisclosureRow, { ...address, currentRevisionId: null });
  return manager.findOneByOrFail(DisclosureRow, address);
}
