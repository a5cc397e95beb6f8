import { isFiscalYear } from "../model/fiscal-year";
import { ChangeRefusedError } from "./change-refused-error";
import { changeRegister } from "./change-register";
import type { RegisterChanger } from "./change-register";
import { UnitFactorRow } from "./entities/unit-factor.entity";
import { findUnitOrRefuse } from "./find-unit-by-reference";
import type { Database } from "./open-database";

/** What amounts of a unit and year are divided by: people who work there, or live there. */
export interface UnitDenominator {
  /** Code or name. */
  readonly unit: string;
  readonly year: number;
  readonly factor: "STAFF" | "POPULATION";
  readonly value: number;
  /** Where the number was published. */
  readonly source: string;
}

const MOST_PEOPLE = 2_000_000_000;

/** 设置人均口径. @returns the id of the unit. @throws ChangeRefusedError */
export function setDenominator(database: Database, wanted: UnitDenominator, changer: RegisterChanger): Promise<number> {
  checkDenominator(wanted);
  const { year: fiscalYear, factor, value } = wanted;
  const source = wanted.source.trim();
  return changeRegister(database, changer, async (manager) => {
    const { id: unitId, code, name } = await findUnitOrRefuse(manager, wanted.unit, ["unit"]);
    changer.admit([unitId]);
    const key = { unitId, fiscalYear, factor };
    const known = await manager.findOneBy(UnitFactorRow, key);
    if (known?.value === value && known.source === source) return { result: unitId };
    await manager.upsert(UnitFactorRow, { ...key, value, source }, ["unitId", "fiscalYear", "factor"]);
    const detail = { year: fiscalYear, factor, before: known?.value ?? null, value, source };
    return { result: unitId, entry: { action: "SET_DENOMINATOR", subject: `${code} ${name}`, detail } };
  });
}

/** @throws ChangeRefusedError for what can be told to be wrong without the register. */
export function checkDenominator({ year, value, source }: UnitDenominator): void {
  const refuse = (path: string, message: string): never => {
    throw new ChangeRefusedError("INVALID", message, [path]);
  };
  if (!isFiscalYear(year)) refuse("year", `${year} is no fiscal year`);
  if (!Number.isInteger(value) || value < 1 || value > MOST_PEOPLE)
    refuse("value", `A number of people is a whole number from 1 to ${MOST_PEOPLE}`);
  if (source.trim() === "" || source.trim().length > 300) refuse("source", "Say where the number was published, in 1 to 300 characters");
}
