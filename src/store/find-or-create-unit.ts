import type { EntityManager } from "typeorm";
import type { DisclosureHeader, UnitProfile } from "../model/disclosure";
import { findRegionInUnitName } from "../model/region-catalogue";
import { normaliseUnitName, unitCodeFor, unitNatureFrom } from "../model/unit-name";
import { UnitAliasRow } from "./entities/unit-alias.entity";
import { UnitRow } from "./entities/unit.entity";

/**
 * The unit that a disclosure names: found by its name or an alias, else created with the region and level that its name tells. What the
 * document says of its nature fills a gap and never overwrites.
 */
export async function findOrCreateUnit(manager: EntityManager, { unitName }: DisclosureHeader, { nature }: UnitProfile): Promise<UnitRow> {
  const nameKey = normaliseUnitName(unitName);
  const stated = nature === undefined ? undefined : { nature: unitNatureFrom(nature) ?? null, natureText: nature.slice(0, 200) };
  const known = await findUnit(manager, nameKey);
  if (known) {
    if (stated && known.natureText === null) {
      await manager.update(UnitRow, { id: known.id }, stated);
      return { ...known, ...stated };
    }
    return known;
  }
  const place = findRegionInUnitName(unitName);
  const regionCode = place?.region?.code ?? null;
  await manager.insert(UnitRow, {
    code: unitCodeFor(unitName, regionCode ?? undefined),
    name: unitName,
    nameKey,
    regionCode,
    level: place?.level ?? null,
    nature: stated?.nature ?? null,
    natureText: stated?.natureText ?? null,
    parentId: null,
    activeFrom: null,
    activeTo: null,
  });
  return manager.findOneByOrFail(UnitRow, { nameKey });
}

async function findUnit(manager: EntityManager, nameKey: string): Promise<UnitRow | null> {
  const named = await manager.findOneBy(UnitRow, { nameKey });
  if (named) return named;
  const alias = await manager.findOneBy(UnitAliasRow, { nameKey });
  return alias && manager.findOneBy(UnitRow, { id: alias.unitId });
}
