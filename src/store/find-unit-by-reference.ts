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
  const unit = await findUnitByReference(manager, text);
  if (!unit) throw new ChangeRefusedError("NOT_FOUND", `There is no unit with the code or name ${text.slice(0, 100)}`, path);
  return unit;
}
