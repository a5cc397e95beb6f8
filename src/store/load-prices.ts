import { In } from "typeorm";
import { isFiscalYear } from "../model/fiscal-year";
import { ChangeRefusedError } from "./change-refused-error";
import { changeRegister } from "./change-register";
import { PriceIndexRow } from "./entities/price-index.entity";
import { LineReader } from "./load-lines";
import type { Line, LoadedFile, LoadOutcome } from "./load-lines";
import type { Database } from "./open-database";

/** 价格指数: the price level of a year. */
export interface PriceLevel {
  readonly year: number;
  /** Millionths of the level of the base year. */
  readonly level: number;
  /** Where the index was published. */
  readonly source: string;
}

/** A hundredth and a hundred times the base: what lies beyond is another quantity, or another base. */
const [LOWEST, HIGHEST] = [10_000, 100_000_000];

/**
 * 导入价格指数: the whole series, in one transaction. A year that it does not name is no longer known: two series on different bases must not
 * stand beside each other.
 *
 * @throws LinesRefusedError
 */
export function loadPrices(database: Database, lines: readonly Line<PriceLevel>[], file: LoadedFile): Promise<LoadOutcome> {
  return changeRegister(database, file, async (manager) => {
    const reader = new LineReader(file);
    const rows: PriceIndexRow[] = [];
    for (const line of lines) {
      await reader.read(line, () => {
        checkLevel(line);
        reader.refuseSecond(String(line.year), String(line.year), line.line);
        rows.push({ fiscalYear: line.year, value: line.level, source: line.source.trim() });
      });
    }
    reader.finish();
    const known = new Map((await manager.find(PriceIndexRow)).map((row) => [row.fiscalYear, row]));
    const isNews = ({ fiscalYear, value, source }: PriceIndexRow): boolean =>
      known.get(fiscalYear)?.value !== value || known.get(fiscalYear)?.source !== source;
    const changed = rows.filter(isNews);
    const named = new Set(rows.map(({ fiscalYear }) => fiscalYear));
    const removed = [...known.keys()].filter((year) => !named.has(year));
    const result = { changed: changed.length, removed: removed.length };
    if (changed.length + removed.length === 0) return { result };
    if (removed.length > 0) await manager.delete(PriceIndexRow, { fiscalYear: In(removed) });
    if (changed.length > 0) await manager.upsert(PriceIndexRow, changed, ["fiscalYear"]);
    return { result, entry: { action: "LOAD_PRICES", subject: file.name, detail: { sha256: file.sha256, ...result } } };
  });
}

function checkLevel({ year, level, source }: PriceLevel): void {
  const refuse = (path: string, message: string): never => {
    throw new ChangeRefusedError("INVALID", message, [path]);
  };
  if (!isFiscalYear(year)) refuse("year", `${year} is no fiscal year`);
  if (!Number.isInteger(level) || level < LOWEST || level > HIGHEST) {
    refuse("level", "A price level is between a hundredth of the base year's and a hundred times it");
  }
  if (source.trim() === "" || source.trim().length > 300) refuse("source", "Say where the index was published, in 1 to 300 characters");
}
