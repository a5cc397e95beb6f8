import type { EntityManager } from "typeorm";
import { isFiscalYear } from "../model/fiscal-year";
import type { AdministrativeLevel } from "../model/region-catalogue";
import { normaliseUnitName, parseUnitName, unitCodeFor } from "../model/unit-name";
import type { UnitNature } from "../model/unit-name";
import type { CheckRelated } from "../model/related-disclosures";
import { ChangeRefusedError } from "./change-refused-error";
import { changeRegister } from "./change-register";
import type { RegisterChanger } from "./change-register";
import { RegionRow } from "./entities/region.entity";
import { UnitAliasRow } from "./entities/unit-alias.entity";
import { UnitRow } from "./entities/unit.entity";
import { findUnitByReference, findUnitOrRefuse } from "./find-unit-by-reference";
import type { Database } from "./open-database";
import { recheckDepartments } from "./recheck-related";

/** 单位 as it shall be: what is left out stays as it is, null is no longer known. */
export interface UnitChange {
  /** Finds the unit; one that is found by its name gets this code. */
  readonly code?: string | null | undefined;
  /** Finds the unit where the code does not; one that is found by its code gets this name, and keeps the former one as an alias. */
  readonly name?: string | null | undefined;
  /** Code of a region. */
  readonly region?: string | null | undefined;
  readonly level?: AdministrativeLevel | null | undefined;
  readonly nature?: UnitNature | null | undefined;
  readonly natureText?: string | null | undefined;
  /** Code or name of the unit above. */
  readonly parent?: string | null | undefined;
  readonly activeFrom?: number | null | undefined;
  readonly activeTo?: number | null | undefined;
  /** Names to find it by besides; those that it has stay. */
  readonly aliases?: readonly string[] | null | undefined;
}

export interface UpsertedUnit {
  readonly unitId: number;
  readonly outcome: "CREATED" | "UPDATED" | "UNCHANGED";
}

const CODE = /^[\p{L}\p{N}_.-]{1,40}$/u;
const refuse = (field: string, message: string): never => {
  throw new ChangeRefusedError("INVALID", message, ["unit", field]);
};

/**
 * 维护单位: enters a unit into the register, or brings what is known of it up to date. Where it comes under another department, or has another name, the
 * departments are held against their units again.
 *
 * @throws ChangeRefusedError
 */
export function upsertUnit(
  database: Database,
  change: UnitChange,
  checkRelated: CheckRelated,
  changer: RegisterChanger,
): Promise<UpsertedUnit> {
  const wanted = checkChange(change);
  return changeRegister(database, changer, async (manager) => {
    const known = await findKnown(manager, wanted);
    const parent = wanted.parent ? await findUnitOrRefuse(manager, wanted.parent, ["unit", "parent"]) : null;
    changer.admit([known?.id ?? null, ...(parent ? [parent.id] : [])]);
    const columns = await settleColumns(manager, known, wanted, parent);
    const newAliases = await findNewAliases(manager, known, columns, wanted.aliases ?? []);
    const outcome = !known ? "CREATED" : newAliases.length > 0 || differs(columns, known) ? "UPDATED" : "UNCHANGED";
    if (outcome === "CREATED") await manager.insert(UnitRow, columns);
    if (outcome === "UPDATED") await manager.update(UnitRow, { id: known?.id ?? 0 }, columns);
    const { id } = await manager.findOneByOrFail(UnitRow, { nameKey: columns.nameKey });
    await manager.delete(UnitAliasRow, { nameKey: columns.nameKey, unitId: id });
    for (const { nameKey, name } of newAliases) await manager.insert(UnitAliasRow, { nameKey, name, unitId: id });
    const result = { unitId: id, outcome } as const;
    if (outcome === "UNCHANGED") return { result };
    const before = known && Object.fromEntries(Object.keys(columns).map((key) => [key, known[key as keyof UnitColumns]]));
    const detail = { before, after: columns, aliases: newAliases.map(({ name }) => name) };
    const entry = { action: "UPSERT_UNIT", subject: `${columns.code} ${columns.name}`, detail } as const;
    if (known?.parentId === columns.parentId && known.nameKey === columns.nameKey) return { result, entry };
    const departments = [known?.parentId, columns.parentId].filter((one) => typeof one === "number");
    const recheck = (dataVersion: number) => recheckDepartments(manager, departments, dataVersion, checkRelated);
    return { result, entry, recheck };
  });
}

type UnitColumns = Omit<UnitRow, "id">;

function checkChange(change: UnitChange): UnitChange {
  const code = change.code?.trim() || undefined;
  const name = change.name ? parseUnitName(change.name).name : undefined;
  const [from, to] = [change.activeFrom ?? null, change.activeTo ?? null];
  if (code === undefined && !name) refuse("code", "Say which unit it is: by its code, by its name, or both");
  if (code !== undefined && !CODE.test(code)) refuse("code", "A code has 1 to 40 letters, digits, hyphens, dots or underscores");
  for (const one of [name, ...(change.aliases ?? [])]) {
    if (one !== undefined && !isName(one)) refuse(one === name ? "name" : "aliases", "A name has 1 to 200 characters in one line");
  }
  if ((change.aliases?.length ?? 0) > 50) refuse("aliases", "A unit is given at most 50 other names at a time");
  if ((change.natureText?.length ?? 0) > 200) refuse("natureText", "A printed nature has at most 200 characters");
  if (from !== null && !isFiscalYear(from)) refuse("activeFrom", `${from} is no fiscal year`);
  if (to !== null && !isFiscalYear(to)) refuse("activeTo", `${to} is no fiscal year`);
  return { ...change, code, name };
}

const isName = (name: string): boolean => name.trim() !== "" && name.length <= 200 && !/\p{Cc}/u.test(name);

async function findKnown(manager: EntityManager, { code, name }: UnitChange): Promise<UnitRow | null> {
  const byCode = code ? await manager.findOneBy(UnitRow, { code }) : null;
  const byName = name ? await findUnitByReference(manager, name) : null;
  if (byCode && byName && byCode.id !== byName.id) {
    throw new ChangeRefusedError("CONFLICT", `${name} is the name of another unit, ${byName.code}`, ["unit", "name"]);
  }
  return byCode ?? byName;
}

async function settleColumns(
  manager: EntityManager,
  known: UnitRow | null,
  wanted: UnitChange,
  parent: UnitRow | null,
): Promise<UnitColumns> {
  const keep = <Value>(given: Value | undefined, stored: Value | undefined): Value | null =>
    given === undefined ? (stored ?? null) : given;
  // An alias finds a unit and does not rename it; its code and another name do.
  const isRenamed = known !== null && wanted.code === known.code && wanted.name;
  const name = known && !isRenamed ? known.name : (wanted.name ?? refuse("name", "A unit that the hub does not know yet needs a name"));
  const regionCode = keep(wanted.region, known?.regionCode);
  if (wanted.region && !(await manager.existsBy(RegionRow, { code: wanted.region }))) {
    throw new ChangeRefusedError("NOT_FOUND", `There is no region with the code ${wanted.region.slice(0, 20)}`, ["unit", "region"]);
  }
  const columns = {
    code: wanted.code ?? known?.code ?? unitCodeFor(name, regionCode ?? undefined),
    name,
    nameKey: normaliseUnitName(name),
    regionCode,
    level: keep(wanted.level, known?.level),
    nature: keep(wanted.nature, known?.nature),
    natureText: keep(wanted.natureText, known?.natureText),
    parentId: wanted.parent === undefined ? (known?.parentId ?? null) : (parent?.id ?? null),
    activeFrom: keep(wanted.activeFrom, known?.activeFrom),
    activeTo: keep(wanted.activeTo, known?.activeTo),
    draftOnly: null,
  };
  if (columns.activeFrom !== null && columns.activeTo !== null && columns.activeFrom > columns.activeTo) {
    refuse("activeTo", `It cannot disclose from ${columns.activeFrom} to ${columns.activeTo}`);
  }
  if (known && parent) await refuseCircle(manager, known, parent);
  return columns;
}

async function refuseCircle(manager: EntityManager, unit: UnitRow, parent: UnitRow): Promise<void> {
  for (
    let above: UnitRow | null = parent;
    above;
    above = above.parentId === null ? null : await manager.findOneBy(UnitRow, { id: above.parentId })
  ) {
    if (above.id === unit.id) refuse("parent", `${parent.name} stands below ${unit.name}, or is the same`);
  }
}

/** The former name of one that is renamed, and the other names that it does not have yet. @throws ChangeRefusedError CONFLICT */
async function findNewAliases(
  manager: EntityManager,
  known: UnitRow | null,
  { nameKey }: UnitColumns,
  aliases: readonly string[],
): Promise<{ readonly nameKey: string; readonly name: string }[]> {
  const names = [...(known && known.nameKey !== nameKey ? [known.name] : []), ...aliases.map((alias) => alias.trim())];
  const wanted = new Map(names.map((name) => [normaliseUnitName(name), name]));
  wanted.delete(nameKey);
  for (const [key, name] of wanted) {
    const owner = (await manager.findOneBy(UnitRow, { nameKey: key }))?.id;
    const alias = (await manager.findOneBy(UnitAliasRow, { nameKey: key }))?.unitId;
    if ((owner !== undefined && owner !== known?.id) || (alias !== undefined && alias !== known?.id)) {
      throw new ChangeRefusedError("CONFLICT", `${name} is the name of another unit`, ["unit", "aliases"]);
    }
    if (alias !== undefined) wanted.delete(key);
  }
  return [...wanted].map(([key, name]) => ({ nameKey: key, name }));
}

const differs = (columns: UnitColumns, known: UnitRow): boolean =>
  Object.entries(columns).some(([key, value]) => known[key as keyof UnitColumns] !== value);
