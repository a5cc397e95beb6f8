import type { EntityManager } from "typeorm";
import type { DisclosureHeader } from "../model/disclosure";
import { findRegionInUnitName } from "../model/region-catalogue";
import { normaliseUnitName, unitCodeFor } from "../model/unit-name";
import { UnitAliasRow } from "./entities/unit-alias.entity";
import { UnitRow } from "./entities/unit.entity";

/** The unit that a disclosure names: found by its name or an alias, else created with the region and level that its name tells, unknown to readers. */
export async function findOrCreateUnit(manager: EntityManager, { unitName }: DisclosureHeader): Promise<UnitRow> {
  const nameKey = normaliseUnitName(unitName);
  const known = await findUnit(manager, nameKey);
  if (known) return known;
  const place = findRegionInUnitName(unitName);
  const regionCode = place?.region?.code ?? null;
  await manager.insert(UnitRow, {
    code: unitCodeFor(unitName, regionCode ?? undefined),
    name: unitName,
    nameKey,
    regionCode,
    level: place?.level ?? null,
    nature: null,
    natureText: null,
    parentId: null,
    activeFrom: null,
    activeTo: null,
    draftOnly: 1,
  });
  return manager.findOneByOrFail(UnitRow, { nameKey });
}

async function findUnit(manager: EntityManager, nameKey: string): Promise<UnitRow | null> {
  const named = await manager.findOneBy(UnitRow, { nameKey });
  if (named) return named;
  const alias = await manager.findOneBy(UnitAliasRow, { nameKey });
  return alias && manager.findOneBy(UnitRow, { id: alias.unitId });
}
