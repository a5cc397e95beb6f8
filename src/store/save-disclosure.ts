import { createHash } from "node:crypto";
import type { DataSource, EntityManager } from "typeorm";
import type { Disclosure, DisclosureHeader } from "../model/disclosure";
import { DISCLOSURE_KINDS, SCOPES } from "../model/disclosure-kind";
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
import { findOrCreateSubjects, subjectKeysOf } from "./find-or-create-subjects";
import { findOrCreateUnit } from "./find-or-create-unit";
import { insertRows } from "./insert-rows";
import * as rows from "./revision-rows";
import type { Checked } from "./revision-rows";
import { searchEntriesOf, writeSearchIndex } from "./comparison/write-search-index";
import type { ImportedDocument } from "./save-document";
import { saveRevision } from "./save-revision";
import type { RevisionAddress, RevisionCover, RevisionDraft, SavedRevision, SaveOptions } from "./save-revision";

/** The one write path: a document and everything read from it become a draft revision, in one transaction. */
export function saveDisclosure(
  dataSource: DataSource,
  imported: ImportedDocument,
  disclosure: Disclosure,
  checked: Checked,
  options: SaveOptions = {},
): Promise<SavedRevision> {
  const draft: RevisionDraft = {
    imported,
    fingerprint: fingerprintOf(imported, disclosure, checked),
    findUnit: (manager) => findOrCreateUnit(manager, disclosure.header),
    address: addressOf(disclosure.header),
    cover: coverOf(disclosure),
    insertContent: async (manager, { id: revisionId, unitId }) => {
      const subjectIds = await findOrCreateSubjects(manager, subjectKeysOf(disclosure), disclosure.observedSubjects);
      await insertContent(manager, { revisionId, unitId, document: imported.extracted, disclosure, subjectIds }, checked);
    },
  };
  return saveRevision(dataSource, draft, options);
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

const addressOf = ({ year, kind, scope }: DisclosureHeader): RevisionAddress => ({
  fiscalYear: year,
  kind: DISCLOSURE_KINDS[kind].id,
  scope: SCOPES[scope].id,
});

const coverOf = ({ header, profile, coverage }: Disclosure): RevisionCover => ({
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
});

/**
 * Equal for equal content, so that the same file read the same way is recognised, and read better it becomes a new revision; so does a text that was
 * corrected in words alone.
 */
function fingerprintOf({ extracted }: ImportedDocument, disclosure: Disclosure, { findings, outcomes }: Checked): string {
  return createHash("sha256")
    .update(JSON.stringify([extracted.blocks, disclosure, findings, [...outcomes]]))
    .digest("hex");
}
