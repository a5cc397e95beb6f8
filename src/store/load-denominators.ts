import { changeRegister } from "./change-register";
import { UnitFactorRow } from "./entities/unit-factor.entity";
import { createUnitFinder } from "./find-unit-by-reference";
import { LineReader } from "./load-lines";
import type { Line, LoadedFile, LoadOutcome } from "./load-lines";
import type { Database } from "./open-database";
import { checkDenominator } from "./set-denominator";
import type { UnitDenominator } from "./set-denominator";

const KEY = ["unitId", "fiscalYear", "factor"] as const;
const CHUNK = 500;

/**
 * 导入人均口径: head counts of many units and years in one transaction. What is not named stays as it is; the same file again changes nothing.
 *
 * @throws LinesRefusedError where a line names no unit, no year or no number of people; nothing is stored then.
 */
export function loadDenominators(database: Database, lines: readonly Line<UnitDenominator>[], file: LoadedFile): Promise<LoadOutcome> {
  return changeRegister(database, file, async (manager) => {
    const findUnit = await createUnitFinder(manager);
    const keyOf = (row: Pick<UnitFactorRow, (typeof KEY)[number]>): string => KEY.map((part) => row[part]).join("|");
    const known = new Map((await manager.find(UnitFactorRow)).map((row) => [keyOf(row), row]));
    const reader = new LineReader(file);
    const changed: UnitFactorRow[] = [];
    for (const line of lines) {
      await reader.read(line, () => {
        checkDenominator(line);
        const { year: fiscalYear, factor, value } = line;
        const { id: unitId, code } = findUnit(line.unit);
        const row = { unitId, fiscalYear, factor, value, source: line.source.trim() };
        reader.refuseSecond(keyOf(row), `${factor} of ${code} in ${fiscalYear}`, line.line);
        const before = known.get(keyOf(row));
        if (before?.value !== value || before.source !== row.source) changed.push(row);
      });
    }
    reader.finish();
    const result = { changed: changed.length, removed: 0 };
    if (changed.length === 0) return { result };
    for (let from = 0; from < changed.length; from += CHUNK) {
      await manager.upsert(UnitFactorRow, changed.slice(from, from + CHUNK), [...KEY]);
    }
    return { result, entry: { action: "LOAD_DENOMINATORS", subject: file.name, detail: { sha256: file.sha256, ...result } } };
  });
}
