import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import { DataVersionRow } from "./entities/data-version.entity";
import { HubStateRow } from "./entities/hub-state.entity";

/** What moves the published data. REFERENCE: the register of units, their lineage, or what figures are divided by. */
export type DataEvent = "PUBLISH" | "WITHDRAW" | "REFERENCE";

/** Takes the row lock that makes publishers go one after the other; it is held to the end of the transaction. */
export async function takeTurn(manager: EntityManager): Promise<void> {
  await manager.increment(HubStateRow, { id: 1 }, "dataVersion", 0);
}

export async function currentDataVersion(manager: EntityManager): Promise<number> {
  return (await manager.findOneByOrFail(HubStateRow, { id: 1 })).dataVersion;
}

/** A state of the published data: its version, and when it began. */
export interface DataMove {
  readonly dataVersion: number;
  readonly at: string;
}

interface DataChange {
  readonly event: DataEvent;
  readonly revisionId?: number | null;
  readonly note?: string | undefined;
  /** When it happened; now where it is left out. Never before the version before: `asOf` reads versions by their times. */
  readonly at?: string | undefined;
}

/** 数据版本: moves it by one and says what moved it. Only for those whose turn it is. */
export async function moveDataVersion(
  manager: EntityManager,
  { event, revisionId = null, note, ...change }: DataChange,
): Promise<DataMove> {
  const { dataVersion: before, updatedAt } = await manager.findOneByOrFail(HubStateRow, { id: 1 });
  const version = before + 1;
  const wanted = change.at ?? new Date().toISOString();
  const at = wanted < updatedAt ? updatedAt : wanted;
  await manager.update(HubStateRow, { id: 1 }, { dataVersion: version, updatedAt: at, changeMark: randomUUID() });
  await manager.insert(DataVersionRow, { version, at, event, revisionId, note: note?.slice(0, 300) ?? null });
  return { dataVersion: version, at };
}
