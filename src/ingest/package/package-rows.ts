import { createReadStream } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse";
import { CellError } from "../../store/package/package-column";
import type { CarriedRow } from "../../store/package/package-column";
import { columnsOf, KEY_COLUMNS } from "../../store/package/package-tables";
import type { PackageTable } from "../../store/package/package-tables";
import { compareValues } from "../../store/package/read-published-package";
import { PackageError, pathOf } from "./package-descriptor";

interface Line {
  readonly cells: readonly string[];
  /** Counted from 1, below the column names. */
  readonly row: number;
}

/** Rows that say what no row can: their disclosure is not imported, and the others are. */
export class UnreadableRowsError extends Error {
  override readonly name = "UnreadableRowsError";
}

/** Reads a file of a package line by line, once, in its order. */
export class PackageRows {
  readonly #lines: AsyncIterator<Line>;
  #next: Line | undefined;
  #isOpen = false;

  constructor(
    folder: string,
    private readonly table: PackageTable,
  ) {
    this.#lines = readLines(path.join(folder, pathOf(table)));
  }

  /** The next disclosure: its key, and its row or what keeps it from being read. @throws PackageError where the key cannot be read. */
  async takeDisclosure(): Promise<{ readonly key: CarriedRow; readonly row: CarriedRow | UnreadableRowsError } | undefined> {
    const line = await this.#peek();
    if (!line) return undefined;
    const key = this.#readKey(line);
    await this.#step();
    try {
      return { key, row: this.#read(line, 0) };
    } catch (error) {
      if (error instanceof UnreadableRowsError) return { key, row: error };
      throw error;
    }
  }

  /** All rows of a file that is no longer than a register. @throws UnreadableRowsError */
  async takeAll(): Promise<CarriedRow[]> {
    const rows: CarriedRow[] = [];
    for (let line = await this.#peek(); line; line = await this.#peek()) {
      rows.push(this.#read(line, 0));
      await this.#step();
    }
    await this.close();
    return rows;
  }

  /**
   * The rows of a disclosure. They stand in the order of the disclosures: what stands before them belongs to none.
   *
   * @throws PackageError for a row of no disclosure, UnreadableRowsError (after all of them were passed) for one that cannot be read.
   */
  async takeOf(disclosure: CarriedRow): Promise<CarriedRow[]> {
    const rows: CarriedRow[] = [];
    let unreadable: UnreadableRowsError | undefined;
    for (let line = await this.#peek(); line; line = await this.#peek()) {
      const order = compareKeys(this.#readKey(line), disclosure);
      if (order > 0) break;
      if (order < 0) throw this.#strayed(line);
      await this.#step();
      try {
        rows.push(this.#read(line, KEY_COLUMNS.length));
      } catch (error) {
        if (!(error instanceof UnreadableRowsError)) throw error;
        unreadable ??= error;
      }
    }
    if (unreadable) throw unreadable;
    return rows;
  }

  /** @throws PackageError where rows are left. */
  async finish(): Promise<void> {
    const left = await this.#peek();
    await this.close();
    if (left) throw this.#strayed(left);
  }

  async close(): Promise<void> {
    await this.#lines.return?.();
  }

  #strayed({ row }: Line): PackageError {
    return new PackageError(
      `${pathOf(this.table)}, row ${row}: it belongs to no disclosure of the package, or stands out of order; what came before it was imported`,
    );
  }

  async #peek(): Promise<Line | undefined> {
    if (!this.#isOpen) {
      this.#isOpen = true;
      await this.#step();
      // The line of the column names, which were compared before.
      await this.#step();
    }
    return this.#next;
  }

  async #step(): Promise<void> {
    const { done, value } = await this.#lines.next();
    this.#next = done === true ? undefined : value;
  }

  #readKey(line: Line): CarriedRow {
    const key: CarriedRow = {};
    try {
      KEY_COLUMNS.forEach((column, index) => this.#readCell(() => column.read(line.cells[index] ?? "", key), column.name, line));
    } catch (error) {
      // Nobody can tell whose row it is.
      throw error instanceof UnreadableRowsError ? new PackageError(error.message) : error;
    }
    return key;
  }

  #read(line: Line, from: number): CarriedRow {
    const columns = columnsOf(this.table);
    if (line.cells.length !== columns.length) {
      throw new UnreadableRowsError(`${pathOf(this.table)}, row ${line.row}: it has ${line.cells.length} cells, not ${columns.length}`);
    }
    const row: CarriedRow = {};
    for (let index = from; index < columns.length; index += 1) {
      const column = columns[index];
      if (column) this.#readCell(() => column.read(line.cells[index] ?? "", row), column.name, line);
    }
    return row;
  }

  #readCell(read: () => void, name: string, { row }: Line): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      throw new UnreadableRowsError(`${pathOf(this.table)}, row ${row}, column ${name}: ${error.message}`);
    }
  }
}

/** In the order in which a package lists disclosures. */
export function compareKeys(a: CarriedRow, b: CarriedRow): number {
  for (const property of ["unit", "fiscalYear", "kind", "scope"]) {
    const order = compareValues(a[property], b[property]);
    if (order !== 0) return order;
  }
  return 0;
}

async function* readLines(file: string): AsyncGenerator<Line, undefined> {
  const parser = parse({ delimiter: ",", record_delimiter: "\n", relax_column_count: true });
  const stream = createReadStream(file);
  stream.on("error", (error) => parser.destroy(error));
  stream.pipe(parser);
  try {
    let row = 0;
    for await (const cells of parser as AsyncIterable<string[]>) yield { cells, row: row++ };
  } finally {
    stream.destroy();
    parser.destroy();
  }
}
