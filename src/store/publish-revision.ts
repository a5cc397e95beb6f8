import type { DataSource, EntityManager } from "typeorm";
import type { CheckRelated } from "../model/related-disclosures";
import { auditSubjectOf } from "./audit-subject";
import { COMMAND_LINE, recordAuditEvent } from "./audit-trail";
import type { AuditAction } from "./audit-trail";
import { NEVER } from "./columns";
import { CrossOutcomeRow } from "./entities/cross-outcome.entity";
import { DisclosureRevisionRow } from "./entities/disclosure-revision.entity";
import { DisclosureRow } from "./entities/disclosure.entity";
import { FigureRow } from "./entities/figure.entity";
import { FindingRow } from "./entities/finding.entity";
import { IndicatorRow } from "./entities/indicator.entity";
import { ProjectRow } from "./entities/project.entity";
import { UnitRow } from "./entities/unit.entity";
import { inTransaction } from "./in-transaction";
import { makeKnown } from "./make-known";
import { currentDataVersion, moveDataVersion, takeTurn } from "./published-data";
import { recheckRelated } from "./recheck-related";

/** The tables whose rows are seen by data version; they change hands together. */
const VISIBLE = [FigureRow, ProjectRow, IndicatorRow, FindingRow, CrossOutcomeRow] as const;

/** Another publisher moved the disclosure first, or the revision is not one that can be published. Nothing was changed. */
export class PublishConflictError extends Error {
  override readonly name = "PublishConflictError";
  readonly code = "CONFLICT";
}

export interface Published {
  readonly dataVersion: number;
  readonly outcome: "PUBLISHED" | "UNCHANGED";
}

export interface PublishOptions {
  /** The revision that must be the published one, null for none; undefined: whichever. */
  readonly expected?: number | null;
  readonly note?: string;
  /** For the audit trail. */
  readonly actor?: string;
  /** 发布时间 (ISO 8601, UTC); now where it is left out, and never before what was published last. */
  readonly publishedAt?: string;
}

/**
 * 发布: makes a revision the one that readers see, by compare-and-set, and moves the data version, in one transaction. The rules that hold
 * documents against each other are asked again in it, of this one and of those that wait for it.
 *
 * @throws PublishConflictError when the disclosure's published revision is not the expected one (`expected` undefined: any).
 */
export async function publishRevision(
  dataSource: DataSource,
  revisionId: number,
  checkRelated: CheckRelated,
  options: PublishOptions = {},
): Promise<Published> {
  return inTransaction(dataSource, async (manager) => {
    await takeTurn(manager);
    const revision = await manager.findOneBy(DisclosureRevisionRow, { id: revisionId });
    if (!revision) throw new PublishConflictError(`There is no revision ${revisionId}`);
    const disclosure = await manager.findOneByOrFail(DisclosureRow, { id: revision.disclosureId });
    const current = disclosure.currentRevisionId;
    if (options.expected !== undefined && options.expected !== current) {
      throw new PublishConflictError(
        `Revision ${current ?? "none"} is published, not ${options.expected ?? "none"}: read it again before publishing`,
      );
    }
    if (current === revisionId) return { dataVersion: await currentDataVersion(manager), outcome: "UNCHANGED" };
    // A revision is published once: its span of data versions is what asOf reads, and is never written over.
    if (revision.status !== "DRAFT") {
      throw new PublishConflictError(`Revision ${revisionId} is ${revision.status}; import its document again to publish it anew`);
    }
    const { dataVersion, at } = await moveDataVersion(manager, {
      event: "PUBLISH",
      revisionId,
      note: options.note,
      at: options.publishedAt,
    });
    if (current !== null) await endVisibility(manager, current, dataVersion, "SUPERSEDED");
    await beginVisibility(manager, revisionId, dataVersion);
    const unit = await makeKnown(manager, revision);
    await manager.update(
      DisclosureRevisionRow,
      { id: revisionId },
      { status: "PUBLISHED", publishedAt: at, ...(options.note !== undefined && { note: options.note }) },
    );
    await manager.update(DisclosureRow, { id: disclosure.id }, { currentRevisionId: revisionId });
    await recheckRelated(manager, disclosure, dataVersion, checkRelated);
    await recordChange(manager, "PUBLISH", unit, revision, { ...options, dataVersion, replaces: current });
    return { dataVersion, outcome: "PUBLISHED" };
  });
}

/** 撤回: hides the published revision of a disclosure. Nothing is deleted, and `asOf` still shows it. */
export async function withdrawRevision(
  dataSource: DataSource,
  revisionId: number,
  checkRelated: CheckRelated,
  { note, actor = COMMAND_LINE }: Pick<PublishOptions, "note" | "actor"> = {},
): Promise<Published> {
  return inTransaction(dataSource, async (manager) => {
    await takeTurn(manager);
    const { affected } = await manager.update(DisclosureRow, { currentRevisionId: revisionId }, { currentRevisionId: null });
    if (affected !== 1) throw new PublishConflictError(`Revision ${revisionId} is not published`);
    const { dataVersion } = await moveDataVersion(manager, { event: "WITHDRAW", revisionId, note });
    await endVisibility(manager, revisionId, dataVersion, "WITHDRAWN");
    const revision = await manager.findOneByOrFail(DisclosureRevisionRow, { id: revisionId });
    const unit = await manager.findOneByOrFail(UnitRow, { id: revision.unitId });
    await recheckRelated(manager, revision, dataVersion, checkRelated);
    await recordChange(manager, "WITHDRAW", unit, revision, { actor, dataVersion, ...(note !== undefined && { note }) });
    return { dataVersion, outcome: "PUBLISHED" };
  });
}

async function beginVisibility(manager: EntityManager, revisionId: number, dataVersion: number): Promise<void> {
  const visible = { visibleFrom: dataVersion, visibleTo: NEVER };
  await manager.update(DisclosureRevisionRow, { id: revisionId }, visible);
  for (const entity of VISIBLE) await manager.update(entity, { revisionId }, visible);
}

async function endVisibility(manager: EntityManager, revisionId: number, dataVersion: number, status: string): Promise<void> {
  await manager.update(DisclosureRevisionRow, { id: revisionId }, { visibleTo: dataVersion, status });
  // What ended before the revision did keeps its end.
  for (const entity of VISIBLE) await manager.update(entity, { revisionId, visibleTo: NEVER }, { visibleTo: dataVersion });
}

async function recordChange(
  manager: EntityManager,
  action: Extract<AuditAction, "PUBLISH" | "WITHDRAW">,
  unit: UnitRow,
  revision: DisclosureRevisionRow,
  { actor = COMMAND_LINE, dataVersion, note, replaces }: PublishOptions & { dataVersion: number; replaces?: number | null },
): Promise<void> {
  await recordAuditEvent(manager, {
    actor,
    action,
    subject: auditSubjectOf(unit, revision),
    detail: {
      dataVersion,
      fingerprint: revision.fingerprint,
      ...(replaces !== undefined && { replaces }),
      ...(note !== undefined && { note }),
    },
  });
}
