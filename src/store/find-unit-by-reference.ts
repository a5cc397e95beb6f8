import type { EntityManager } from "typeorm";
import { normaliseUnitName, parseUnitName } from "../model/unit-name";
import { ChangeRefusedError } from "./change-refused-error";
import { UnitAliasRow } from "./entities/unit-alias.entity";
import { UnitRow } from "./entities/unit.entity";

/** The unit with a code, a name or an alias, brackets of either width, with or without （本级）. */
export async function findUnitByReference(manager: EntityManager, text: string): Promise<UnitRow | null> {
  const keys = [...new Set([normaliseUnitName(text), normaliseUnitName(parseUnitName(text).name)])];
  const named = await manager.findOne(UnitRow, { where: [{ code: text.trim() }, ...keys.map((nameKey) => ({ nameKey }))] });
  if (named) return named;
  const alias = await manager.findOne(UnitAliasRow, { where: keys.map((nameKey) => ({ nameKey })) });
  return alias && manager.findOneBy(UnitRow, { id: alias.unitId });
}

/** @throws ChangeRefusedError NOT_FOUND */
export async function findUnitOrRefuse(manager: EntityManager, text: string, path: readonly string[]): Promise<UnitRow> {
  return (await findUnitByReference(manager, text)) ?? refuseUnknown(text, path);
}

function refuseUnknown(text: string, path: readonly string[]): never {
  throw new ChangeRefusedError("NOT_FOUND", `There is no unit with the code or name ${text.slice(0, 100)}`, path);
}

type FoundUnit = Pick<UnitRow, "id" | "code">;

/**
 * The same for very many references: the whole register is read once.
 *
 * @returns finds a unit, or throws ChangeRefusedError NOT_FOUND.
 */
export async function createUnitFinder(manager: EntityManager): Promise<(text: string) => FoundUnit> {
  const units = await manager.find(UnitRow, { select: { id: true, code: true, nameKey: true } });
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const byKey = new Map<string, FoundUnit | undefined>();
  for (const { nameKey, unitId } of await manager.find(UnitAliasRow)) byKey.set(nameKey, byId.get(unitId));
  // A unit's own name goes before another one's former name.
  for (const unit of units) byKey.set(unit.nameKey, unit);
  return (text) =>
    byCode.get(text.trim()) ??
    byKey.get(normaliseUnitName(text)) ??
    byKey.get(normaliseUnitName(parseUnitName(text).name)) ??
    refuseUnknown(text, ["unit"]);
}
