import { createHash } from "node:crypto";
import type { DataSource, EntityManager } from "typeorm";
import type { Disclosure } from "../model/disclosure";
import { DISCLOSURE_KINDS, SCOPES } from "../model/disclosure-kind";
import { auditSubjectOf } from "./audit-subject";
import { COMMAND_LINE, recordAuditEvent } from "./audit-trail";
import { NEVER } from "./columns";
import { DisclosureRevisionRow } from "./entities/disclosure-revision.entity";
import { DisclosureRow } from "./entities/disclosure.entity";
import { FigureRow } from "./entities/figure.entity";
import { FindingRow } from "./entities/finding.entity";
import { ImportMessageRow } from "./entities/import-message.entity";
import { IndicatorRow } from "./entities/indicator.entity";
import { MemberUnitRow } from "./entities/member-unit.entity";
import { OfficeRow } from "./entities/office.entity";
import { ProjectFundRow } from "./entities/project-fund.entity";
import { ProjectRow } from "./entities/project.entity";
import { ReadingRow } from "./entities/reading.entity";
import { RelationRow } from "./entities/relation.entity";
import { RuleOutcomeRow } from "./entities/rule-outcome.entity";
import { SectionRow } from "./entities/section.entity";
import type { UnitRow } from "./entities/unit.entity";
import { findOrCreateSubjects } from "./find-or-create-subjects";
import { findOrCreateUnit } from "./find-or-create-unit";
import { inTransaction } from "./in-transaction";
import { insertRows } from "./insert-rows";
import * as rows from "./revision-rows";
import type { Checked } from "./revision-rows";
import { searchEntriesOf, writeSearchIndex } from "./comparison/write-search-index";
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

/** A revision in one of these states still stands for its document; a withdrawn one is read anew. */
const STANDING = new Set(["DRAFT", "PUBLISHED"]);

/** The one write path: a document and everything read from it become a draft revision, in one transaction. */
export async function saveDisclosure(
  dataSource: DataSource,
  imported: ImportedDocument,
  disclosure: Disclosure,
  checked: Checked,
  { actor = COMMAND_LINE, admit }: SaveOptions = {},
): Promise<SavedRevision> {
  const fingerprint = fingerprintOf(imported, disclosure, checked);
  return inTransaction(dataSource, async (manager) => {
    const unit = await findOrCreateUnit(manager, disclosure.header);
    admit?.(unit.id);
    const { id: disclosureId } = await findOrCreateDisclosure(manager, unit, disclosure);
    const latest = await manager.findOne(DisclosureRevisionRow, { where: { disclosureId }, order: { revision: "DESC" } });
    const summary = { unitCode: unit.code, unitName: unit.name };
    if (latest?.fingerprint === fingerprint && STANDING.has(latest.status)) {
      return { ...summary, revisionId: latest.id, revision: latest.revision, status: latest.status, outcome: "UNCHANGED" };
    }
    const documentId = await saveDocument(manager, imported);
    const revision = (latest?.revision ?? 0) + 1;
    await manager.insert(DisclosureRevisionRow, {
      disclosureId,
      revision,
      documentId,
      fingerprint,
      ...headerColumns(unit, disclosure),
    });
    const draft = await manager.findOneByOrFail(DisclosureRevisionRow, { disclosureId, revision });
    const revisionId = draft.id;
    await insertContent(
      manager,
      {
        revisionId,
        unitId: unit.id,
        document: imported.extracted,
        disclosure,
        subjectIds: await findOrCreateSubjects(manager, disclosure),
      },
      checked,
    );
    const detail = { fileName: imported.fileName, sha256: imported.sha256, fingerprint };
    await recordAuditEvent(manager, { actor, action: "IMPORT", subject: auditSubjectOf(unit, draft), detail });
    return { ...summary, revisionId, revision, status: "DRAFT", outcome: "SAVED" };
  });
}

async function insertContent(manager: EntityManager, context: rows.RevisionContext, checked: Checked): Promise<void> {
  await insertRows(manager, ReadingRow, rows.readingRows(context));
  await insertRows(manager, FigureRow, rows.figureRows(context, checked));
  await insertRows(manager, RelationRow, rows.relationRows(context));
  await insertRows(manager, SectionRow, rows.sectionRows(context));
  await insertRows(manager, OfficeRow, rows.officeRows(context));
  await insertRows(manager, MemberUnitRow, rows.memberUnitRows(context));
  await insertRows(manager, ProjectRow, rows.projectRows(context));
  await insertRows(manager, ProjectFundRow, rows.projectFundRows(context));
  await insertRows(manager, IndicatorRow, rows.indicatorRows(context));
  await insertRows(manager, FindingRow, rows.findingRows(context, checked));
  await insertRows(manager, RuleOutcomeRow, rows.ruleOutcomeRows(context, checked));
  await insertRows(manager, ImportMessageRow, rows.messageRows(context));
  await writeSearchIndex(manager, context.revisionId, searchEntriesOf(context.document, context.disclosure));
}

async function findOrCreateDisclosure(manager: EntityManager, unit: UnitRow, { header }: Disclosure): Promise<DisclosureRow> {
  const address = { unitId: unit.id, fiscalYear: header.year, kind: DISCLOSURE_KINDS[header.kind].id, scope: SCOPES[header.scope].id };
  const known = await manager.findOneBy(DisclosureRow, address);
  if (known) return known;
  await manager.insert(DisclosureRow, { ...address, currentRevisionId: null });
  return manager.findOneByOrFail(DisclosureRow, address);
}

function headerColumns(unit: UnitRow, { header, profile, coverage }: Disclosure) {
  return {
    unitId: unit.id,
    fiscalYear: header.year,
    kind: DISCLOSURE_KINDS[header.kind].id,
    scope: SCOPES[header.scope].id,
    status: "DRAFT",
    visibleFrom: NEVER,
    visibleTo: NEVER,
    note: null,
    unitNamePrinted: header.unitNamePrinted.slice(0, 200),
    head: header.head?.slice(0, 60) ?? null,
    financeLead: header.financeLead?.slice(0, 60) ?? null,
    preparer: header.preparer?.slice(0, 60) ?? null,
    reportedOn: header.reportedOn ?? null,
    contact: header.contact?.slice(0, 60) ?? null,
    phone: header.phone?.slice(0, 60) ?? null,
    officeCount: profile.officeCount ?? null,
    memberUnitCount: profile.memberUnitCount ?? null,
    numbersPrinted: coverage.printed,
    numbersCited: coverage.cited,
    unitNature: profile.nature?.slice(0, 200) ?? null,
    importedAt: new Date().toISOString(),
    publishedAt: null,
  };
}

/**
 * Equal for equal content, so that the same file read the same way is recognised, and read better it becomes a new revision; so does a text that was
 * corrected in words alone.
 */
function fingerprintOf({ extracted }: ImportedDocument, disclosure: Disclosure, { findings, outcomes }: Checked): string {
  return createHash("sha256")
    .update(JSON.stringify([extracted.blocks, disclosure, findings, [...outcomes]]))
    .digest("hex");
}
