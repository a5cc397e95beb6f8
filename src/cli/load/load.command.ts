import { Command } from "commander";
import { checkRelated } from "../../check/check-related";
import { readPrintedNumber } from "../../model/printed-number";
import { COMMAND_LINE } from "../../store/audit-trail";
import { loadDenominators } from "../../store/load-denominators";
import { loadLineage } from "../../store/load-lineage";
import type { LineageFact } from "../../store/load-lineage";
import { LinesRefusedError } from "../../store/load-lines";
import type { Line, LineProblem, LoadedFile, LoadOutcome } from "../../store/load-lines";
import { loadPrices } from "../../store/load-prices";
import type { PriceLevel } from "../../store/load-prices";
import type { Database } from "../../store/open-database";
import type { UnitDenominator } from "../../store/set-denominator";
import { ClearError } from "../clear-error";
import { withDatabase } from "../with-database";
import { readCsvTable } from "./read-csv-table";
import type { ColumnNames } from "./read-csv-table";

/** A kind of table: its columns, how a row of them is read, and where it goes. */
interface LoadedTable<Column extends string, Fact> {
  readonly columns: ColumnNames<Column>;
  /** @throws UnreadableCell */
  readonly read: (cells: Readonly<Record<Column, string>>) => Fact;
  readonly load: (database: Database, lines: readonly Line<Fact>[], file: LoadedFile) => Promise<LoadOutcome>;
}

class UnreadableCell extends Error {}

const SOURCE = { source: "来源" } as const;

const DENOMINATORS: LoadedTable<"unit" | "year" | "factor" | "value" | "source", UnitDenominator> = {
  columns: { unit: "单位", year: "年度", factor: "口径", value: "人数", ...SOURCE },
  read: ({ unit, year, factor, value, source }) => ({
    unit,
    year: readYear(year),
    factor: readWord("factor", factor, { STAFF: "在职人员", POPULATION: "常住人口" }),
    value: readNumber("value", value, 0),
    source,
  }),
  load: loadDenominators,
};

/** The level is printed with the base year at 100, in at most four decimals: 102.5 is 1,025,000 millionths. */
const PRICES: LoadedTable<"year" | "level" | "source", PriceLevel> = {
  columns: { year: "年度", level: "价格水平", ...SOURCE },
  read: ({ year, level, source }) => ({ year: readYear(year), level: readNumber("level", level, 4), source }),
  load: loadPrices,
};

const LINEAGE: LoadedTable<"predecessor" | "successor" | "year" | "form" | "source", LineageFact> = {
  columns: { predecessor: "原单位", successor: "现单位", year: "起始年度", form: "形式", ...SOURCE },
  read: ({ predecessor, successor, year, form, source }) => ({
    predecessor,
    successor,
    year: readYear(year),
    form: readWord("form", form, { RENAME: "更名", MERGER: "合并", SPLIT: "拆分" }),
    source,
  }),
  load: (database, lines, file) => loadLineage(database, lines, checkRelated, file),
};

export const loadCommand = new Command("load")
  .description(
    "bring in what figures are compared by: head counts, a price index, the history of units; each file lands whole or not at all",
  )
  .addCommand(
    commandFor("denominators", DENOMINATORS).description(
      "head counts of units (STAFF 在职人员, POPULATION 常住人口), for `per: STAFF | CAPITA`",
    ),
  )
  .addCommand(commandFor("prices", PRICES).description("a price index, the whole series (base year = 100), for `terms: REAL`"))
  .addCommand(
    commandFor("lineage", LINEAGE).description(
      "renames, mergers and splits of units (RENAME 更名, MERGER 合并, SPLIT 拆分) and the first year of the successor",
    ),
  );

function commandFor<Column extends string, Fact>(name: string, table: LoadedTable<Column, Fact>): Command {
  const columns = Object.entries<string>(table.columns).map(([column, chinese]) => `${column} (${chinese})`);
  return new Command(name)
    .argument("<file>", "a CSV file, UTF-8 or GB18030, with a first line that names its columns")
    .addHelpText("after", `\nColumns, by either name: ${columns.join(", ")}`)
    .action(async (file: string) => {
      const outcome = await loadTable(file, table);
      const { changed, removed } = outcome;
      console.log(
        changed + removed === 0
          ? `${file}: nothing differs from what is stored (${outcome.rows} rows)`
          : `${file}: ${outcome.rows} rows read, ${changed} new or changed${removed > 0 ? `, ${removed} no longer there` : ""}`,
      );
    });
}

async function loadTable<Column extends string, Fact>(
  file: string,
  { columns, read, load }: LoadedTable<Column, Fact>,
): Promise<LoadOutcome & { readonly rows: number }> {
  const { rows, name, sha256 } = await readCsvTable(file, columns);
  if (rows.length === 0) throw new ClearError(`${file} has no rows below its headings`);
  const unreadable: LineProblem[] = [];
  const lines: Line<Fact>[] = [];
  for (const { line, cells } of rows) {
    try {
      lines.push({ ...read(cells), line });
    } catch (error) {
      if (!(error instanceof UnreadableCell)) throw error;
      unreadable.push({ line, message: error.message });
    }
  }
  try {
    const outcome = await withDatabase((database) => load(database, lines, { actor: COMMAND_LINE, name, sha256, unreadable }));
    return { ...outcome, rows: rows.length };
  } catch (error) {
    if (error instanceof LinesRefusedError) return refuse(file, error.problems);
    throw error;
  }
}

const MOST_TOLD = 50;

function refuse(file: string, problems: readonly LineProblem[]): never {
  const told = problems.slice(0, MOST_TOLD).map(({ line, message }) => `  line ${line}: ${message}`);
  const rest = problems.length > MOST_TOLD ? [`  … and ${problems.length - MOST_TOLD} more`] : [];
  throw new ClearError([`${file}: nothing was loaded`, ...told, ...rest].join("\n"));
}

function readYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new UnreadableCell(`year “${text}” is no year`);
  return Number(text);
}

function readNumber(column: string, text: string, decimals: number): number {
  const number = readPrintedNumber(text, decimals);
  if (!number) throw new UnreadableCell(`${column} “${text}” is no number`);
  if (number.rounded) {
    throw new UnreadableCell(
      `${column} “${text}” has ${decimals === 0 ? "decimals, and is a whole number" : `more than ${decimals} decimals`}`,
    );
  }
  return number.value;
}

function readWord<Word extends string>(column: string, text: string, words: Readonly<Record<Word, string>>): Word {
  const known = Object.keys(words) as Word[];
  const word = known.find((one) => one === text || words[one] === text);
  if (word === undefined) {
    throw new UnreadableCell(`${column} “${text}” is none of ${known.map((one) => `${one} (${words[one]})`).join(", ")}`);
  }
  return word;
}
