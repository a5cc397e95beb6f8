import type { EntityManager } from "typeorm";
import type { CheckRelated } from "../../model/related-disclosures";
import { normaliseUnitName } from "../../model/unit-name";
import { changeRegister } from "../change-register";
import { PriceIndexRow } from "../entities/price-index.entity";
import { RegionRow } from "../entities/region.entity";
import { UnitAliasRow } from "../entities/unit-alias.entity";
import { UnitFactorRow } from "../entities/unit-factor.entity";
import { UnitLineageRow } from "../entities/unit-lineage.entity";
import { UnitRow } from "../entities/unit.entity";
import { insertRows } from "../insert-rows";
import type { Database } from "../open-database";
import { recheckDepartments, recheckSuccessors } from "../recheck-related";
import type { CarriedRow } from "./package-column";

/** What a package tells besides disclosures. */
export interface CarriedRegister {
  readonly units: readonly CarriedRow[];
  readonly unitNames: readonly CarriedRow[];
  readonly regions: readonly CarriedRow[];
  readonly lineage: readonly CarriedRow[];
  readonly denominators: readonly CarriedRow[];
  readonly prices: readonly CarriedRow[];
}

/** How many rows were new to this hub, and how many it knew otherwise and kept. */
export interface LoadedRegister {
  readonly added: number;
  readonly kept: number;
}

/** Where the register comes from. */
export interface CarriedFrom {
  readonly actor: string;
  readonly name: string;
  readonly sha256: string;
}

/**
 * 导入数据包的基础信息: units, their names, regions, lineage, denominators and prices, in one transaction. It fills what this hub does not know; what
 * it knows otherwise stays, for nobody's register is overwritten by another's.
 */
export function loadCarriedRegister(
  database: Database,
  register: CarriedRegister,
  checkRelated: CheckRelated,
  { actor, name, sha256 }: CarriedFrom,
): Promise<LoadedRegister> {
  return changeRegister(database, { actor }, async (manager) => {
    const tally = new Tally();
    await addRegions(manager, register.regions, tally);
    const { idOf, departments } = await addUnits(manager, register.units, tally);
    await addNames(manager, register.unitNames, idOf, tally);
    const successors = await addLineage(manager, register.lineage, idOf, tally);
    await addDenominators(manager, register.denominators, idOf, tally);
    await addPrices(manager, register.prices, tally);
    const result = { added: tally.added, kept: tally.kept };
    if (tally.added === 0) return { result };
    const recheck = async (dataVersion: number): Promise<void> => {
      if (departments.length > 0) await recheckDepartments(manager, departments, dataVersion, checkRelated);
      if (successors.length > 0) await recheckSuccessors(manager, successors, dataVersion, checkRelated);
    };
    return { result, entry: { action: "LOAD_PACKAGE", subject: name, detail: { sha256, ...result } }, recheck };
  });
}

class Tally {
  added = 0;
  kept = 0;

  /** Of what the hub has under a key and what the package tells: whether it is new. */
  isNew(known: object | null | undefined, isSame: boolean): boolean {
    if (!known) this.added += 1;
    else if (!isSame) this.kept += 1;
    return !known;
  }
}

const sameIn = (properties: readonly string[], known: object | undefined, told: object): boolean =>
  properties.every((property) => (known as CarriedRow | undefined)?.[property] === (told as CarriedRow)[property]);

async function addRegions(manager: EntityManager, carried: readonly CarriedRow[], tally: Tally): Promise<void> {
  const known = new Map((await manager.find(RegionRow)).map((row) => [row.code, row]));
  const rows = carried as unknown as readonly RegionRow[];
  await insertRows(
    manager,
    RegionRow,
    rows.filter((row) => tally.isNew(known.get(row.code), sameIn(["name", "level", "parentCode"], known.get(row.code), row))),
  );
}

const FACTS = ["regionCode", "level", "nature", "natureText", "activeFrom", "activeTo"] as const;
type UnitFacts = Pick<UnitRow, (typeof FACTS)[number]>;

interface AddedUnits {
  /** By the code of the package. */
  readonly idOf: (code: CarriedRow[string] | undefined) => number;
  /** Units of this hub that others came under. */
  readonly departments: readonly number[];
}

async function addUnits(manager: EntityManager, carried: readonly CarriedRow[], tally: Tally): Promise<AddedUnits> {
  const byCode = new Map<string, UnitRow>();
  const byKey = new Map<string, UnitRow>();
  const enter = (unit: UnitRow): void => void (byCode.set(unit.code, unit), byKey.set(unit.nameKey, unit));
  (await manager.find(UnitRow)).forEach(enter);
  const aliases = new Map((await manager.find(UnitAliasRow)).map(({ nameKey, unitId }) => [nameKey, unitId]));
  const byId = new Map([...byCode.values()].map((unit) => [unit.id, unit]));
  const find = (row: CarriedRow): UnitRow | undefined => {
    const key = normaliseUnitName(String(row["name"]));
    return byCode.get(String(row["code"])) ?? byKey.get(key) ?? byId.get(aliases.get(key) ?? 0);
  };
  const factsOf = (row: CarriedRow): UnitFacts => Object.fromEntries(FACTS.map((fact) => [fact, row[fact]])) as unknown as UnitFacts;
  const news = carried.filter((row) => !find(row));
  await insertRows(
    manager,
    UnitRow,
    news.map((row) => {
      const name = String(row["name"]);
      return {
        ...factsOf(row),
        code: String(row["code"]),
        name,
        nameKey: normaliseUnitName(name),
        parentId: null,
        draftOnly: null,
      } as UnitRow;
    }),
  );
  if (news.length > 0) (await manager.find(UnitRow)).forEach(enter);
  const ids = new Map(carried.map((row) => [String(row["code"]), find(row)?.id ?? 0]));
  const idOf = (code: CarriedRow[string] | undefined): number => ids.get(String(code)) ?? 0;
  const isNew = new Set(news);
  const departments = new Set<number>();
  const parents = new Map([...byCode.values()].map(({ id, parentId }) => [id, parentId]));
  for (const row of carried) {
    const unit = find(row);
    if (!unit) continue;
    const told = { ...factsOf(row), parentId: row["parent"] === null ? null : idOf(row["parent"]) };
    const gaps = Object.entries(told).filter(([fact, value]) => value !== null && (unit as unknown as CarriedRow)[fact] === null);
    const filled = Object.fromEntries(gaps) as Partial<UnitRow>;
    if (typeof filled.parentId === "number" && standsBelow(filled.parentId, unit.id, parents)) delete filled.parentId;
    const differs = Object.entries(told).some(([fact, value]) => value !== null && { ...unit, ...filled }[fact as keyof UnitRow] !== value);
    const isHidden = unit.draftOnly === 1;
    if (isNew.has(row) || Object.keys(filled).length > 0 || isHidden) tally.added += 1;
    else if (differs) tally.kept += 1;
    if (Object.keys(filled).length === 0 && !isHidden) continue;
    await manager.update(UnitRow, { id: unit.id }, { ...filled, draftOnly: null });
    if (typeof filled.parentId !== "number") continue;
    parents.set(unit.id, filled.parentId);
    departments.add(filled.parentId);
  }
  return { idOf, departments: [...departments] };
}

/** Whether a unit is another one, or stands below it. */
function standsBelow(unitId: number, other: number, parents: ReadonlyMap<number, number | null>): boolean {
  for (let above: number | null = unitId; above !== null; above = parents.get(above) ?? null) if (above === other) return true;
  return false;
}

type IdOf = AddedUnits["idOf"];

async function addNames(manager: EntityManager, carried: readonly CarriedRow[], idOf: IdOf, tally: Tally): Promise<void> {
  const owners = new Map((await manager.find(UnitAliasRow)).map(({ nameKey, unitId }) => [nameKey, unitId]));
  for (const { nameKey, id } of await manager.find(UnitRow)) owners.set(nameKey, id);
  const rows: UnitAliasRow[] = [];
  for (const row of carried) {
    const name = String(row["name"]);
    const [nameKey, unitId] = [normaliseUnitName(name), idOf(row["unit"])];
    const owner = owners.get(nameKey);
    if (!tally.isNew(owner === undefined ? undefined : { owner }, owner === unitId)) continue;
    owners.set(nameKey, unitId);
    rows.push({ nameKey, name, unitId });
  }
  await insertRows(manager, UnitAliasRow, rows);
}

/** @returns the successors that are new. */
async function addLineage(manager: EntityManager, carried: readonly CarriedRow[], idOf: IdOf, tally: Tally): Promise<number[]> {
  const keyOf = ({ predecessorId, successorId }: UnitLineageRow): string => `${predecessorId} ${successorId}`;
  const known = new Map((await manager.find(UnitLineageRow)).map((row) => [keyOf(row), row]));
  const rows = carried.map(({ predecessor, successor, fiscalYear, form, source }) => {
    const ids = { predecessorId: idOf(predecessor), successorId: idOf(successor) };
    return { ...ids, fiscalYear, form, source } as UnitLineageRow;
  });
  const news = rows.filter((row) => {
    const before = known.get(keyOf(row));
    return tally.isNew(before, sameIn(["fiscalYear", "form", "source"], before, row));
  });
  await insertRows(manager, UnitLineageRow, news);
  return [...new Set(news.map(({ successorId }) => successorId))];
}

async function addDenominators(manager: EntityManager, carried: readonly CarriedRow[], idOf: IdOf, tally: Tally): Promise<void> {
  const keyOf = ({ unitId, fiscalYear, factor }: UnitFactorRow): string => `${unitId} ${fiscalYear} ${factor}`;
  const known = new Map((await manager.find(UnitFactorRow)).map((row) => [keyOf(row), row]));
  const rows = carried.map(({ unit, ...told }) => ({ unitId: idOf(unit), ...told }) as unknown as UnitFactorRow);
  const isNews = (row: UnitFactorRow): boolean =>
    tally.isNew(known.get(keyOf(row)), sameIn(["value", "source"], known.get(keyOf(row)), row));
  await insertRows(manager, UnitFactorRow, rows.filter(isNews));
}

/** A series as a whole: two series on different bases must not stand beside each other. */
async function addPrices(manager: EntityManager, carried: readonly CarriedRow[], tally: Tally): Promise<void> {
  const known = new Map((await manager.find(PriceIndexRow)).map((row) => [row.fiscalYear, row]));
  const rows = carried as unknown as readonly PriceIndexRow[];
  if (known.size === 0) {
    tally.added += rows.length;
    await insertRows(manager, PriceIndexRow, rows);
  } else {
    tally.kept += rows.filter((row) => !sameIn(["value", "source"], known.get(row.fiscalYear), row)).length;
  }
}
