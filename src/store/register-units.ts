import type { EntityManager } from "typeorm";
import { normaliseUnitName, unitCodeFor } from "../model/unit-name";
import { RegionRow } from "./entities/region.entity";
import { UnitRow } from "./entities/unit.entity";
import { inTransaction } from "./in-transaction";
import type { Database } from "./open-database";

/** A region outside the national standard. */
export interface RegionEntry {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parent: string | null;
}

/** A unit that is expected to disclose, known before its first document. */
export interface UnitEntry {
  readonly name: string;
  readonly region: string | null;
  readonly level: string | null;
  /** Name of the unit above; it stands before this one in the list. */
  readonly parent: string | null;
  readonly nature: string | null;
  readonly natureText: string | null;
  readonly activeFrom: number | null;
  readonly activeTo: number | null;
}

/** Enters regions and units into the hub, or brings them up to date by their names. */
export async function registerUnits(database: Database, regions: readonly RegionEntry[], units: readonly UnitEntry[]): Promise<void> {
  await inTransaction(database, async (manager) => {
    for (const { code, name, level, parent } of regions)
      await manager.upsert(RegionRow, { code, name, level, parentCode: parent }, ["code"]);
    for (const unit of units) await registerUnit(manager, unit);
  });
}

async function registerUnit(
  manager: EntityManager,
  { name, region, level, parent, nature, natureText, activeFrom, activeTo }: UnitEntry,
): Promise<void> {
  const nameKey = normaliseUnitName(name);
  const above = parent === null ? null : await manager.findOneBy(UnitRow, { nameKey: normaliseUnitName(parent) });
  if (parent !== null && !above) throw new Error(`${name} stands under ${parent}, which is not registered before it`);
  const columns = {
    name,
    regionCode: region,
    level,
    nature,
    natureText,
    parentId: above?.id ?? null,
    activeFrom,
    activeTo,
    draftOnly: null,
  };
  const { affected } = await manager.update(UnitRow, { nameKey }, columns);
  if (affected === 0) await manager.insert(UnitRow, { ...columns, nameKey, code: unitCodeFor(name, region ?? undefined) });
}
