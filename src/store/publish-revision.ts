import type { DataSource, EntityManager } from "typeorm";
import { NEVER } from "./columns";
import { DataVersionRow } from "./entities/data-version.entity";
import { DisclosureRevisionRow } from "./entities/disclosure-revision.entity";
import { DisclosureRow } from "./entities/disclosure.entity";
import { FigureRow } from "./entities/figure.entity";
import { FindingRow } from "./entities/finding.entity";
import { HubStateRow } from "./entities/hub-state.entity";
import { IndicatorRow } from "./entities/indicator.entity";
import { ProjectRow } from "./entities/project.entity";
import { inTransaction } from "./in-transaction";

/** The tables whose rows are seen by data version; they change hands together. */
const VISIBLE = [FigureRow, ProjectRow, IndicatorRow, FindingRow] as const;

/** Another publisher moved the disclosure first, or the revision is not one that can be published. Nothing was changed. */
export class PublishConflictError extends Error {
  override readonly name = "PublishConflictError";
  readonly code = "CONFLICT";
}

export interface Published {
  readonly dataVersion: number;
  readonly outcome: "PUBLISHED" | "UNCHANGED";
}

/**
 * 发布: makes a revision the one that readers see, by compare-and-set, and moves the data version, in one transaction.
 *
 * @throws PublishConflictError when the disclosure's published revision is not the expected one (`expected` undefined: any).
 */
export async function publishRevision(
  dataSource: DataSource,
  revisionId: number,
  options: { expected?: number | null; note?: string } = {},
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
    const dataVersion = await moveDataVersion(manager);
    if (current !== null) await endVisibility(manager, current, dataVersion, "SUPERSEDED");
    await beginVisibility(manager, revisionId, dataVersion);
    await manager.update(
      DisclosureRevisionRow,
      { id: revisionId },
      { status: "PUBLISHED", publishedAt: new Date().toISOString(), ...(options.note !== undefined && { note: options.note }) },
    );
    await manager.update(DisclosureRow, { id: disclosure.id }, { currentRevisionId: revisionId });
    await recordVersion(manager, dataVersion, "PUBLISH", revisionId, options.note);
    return { dataVersion, outcome: "PUBLISHED" };
  });
}

/** 撤回: hides the published revision of a disclosure. Nothing is deleted, and `asOf` still shows it. */
export async function withdrawRevision(dataSource: DataSource, revisionId: number, note?: string): Promise<Published> {
  return inTransaction(dataSource, async (manager) => {
    await takeTurn(manager);
    const { affected } = await manager.update(DisclosureRow, { currentRevisionId: revisionId }, { currentRevisionId: null });
    if (affected !== 1) throw new PublishConflictError(`Revision ${revisionId} is not published`);
    const dataVersion = await moveDataVersion(manager);
    await endVisibility(manager, revisionId, dataVersion, "WITHDRAWN");
    await recordVersion(manager, dataVersion, "WITHDRAW", revisionId, note);
    return { dataVersion, outcome: "PUBLISHED" };
  });
}

/** Takes the row lock that makes publishers go one after the other; it is held to the end of the transaction. */
async function takeTurn(manager: EntityManager): Promise<void> {
  await manager.increment(HubStateRow, { id: 1 }, "dataVersion", 0);
}

async function moveDataVersion(manager: EntityManager): Promise<number> {
  const dataVersion = (await currentDataVersion(manager)) + 1;
  await manager.update(HubStateRow, { id: 1 }, { dataVersion, updatedAt: new Date().toISOString() });
  return dataVersion;
}

async function currentDataVersion(manager: EntityManager): Promise<number> {
  return (await manager.findOneByOrFail(HubStateRow, { id: 1 })).dataVersion;
}

async function beginVisibility(manager: EntityManager, revisionId: number, dataVersion: number): Promise<void> {
  const visible = { visibleFrom: dataVersion, visibleTo: NEVER };
  await manager.update(DisclosureRevisionRow, { id: revisionId }, visible);
  for (const entity of VISIBLE) await manager.update(entity, { revisionId }, visible);
}

async function endVisibility(manager: EntityManager, revisionId: number, dataVersion: number, status: string): Promise<void> {
  await manager.update(DisclosureRevisionRow, { id: revisionId }, { visibleTo: dataVersion, status });
  for (const entity of VISIBLE) await manager.update(entity, { revisionId }, { visibleTo: dataVersion });
}

async function recordVersion(manager: EntityManager, version: number, event: string, revisionId: number, note?: string): Promise<void> {
  await manager.insert(DataVersionRow, { version, at: new Date().toISOString(), event, revisionId, note: note ?? null });
}
