import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import type { CarriedRow, PackageColumn } from "../../store/package/package-column";
import { KEY_COLUMNS } from "../../store/package/package-tables";

const PIECE = 256 * 1024;

/** What is told of a file that is written. */
export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
}

/**
 * A CSV file of a package while it is written: UTF-8 without a byte-order mark, lines that end in LF, the first one naming the columns. It is for
 * machines: text that a spreadsheet would take for a formula stays as it was printed.
 */
export class CsvFile {
  readonly #hash = createHash("sha256");
  #piece = "";
  #bytes = 0;
  #rows = 0;

  private constructor(
    private readonly handle: FileHandle,
    private readonly columns: readonly PackageColumn[],
  ) {
    this.#piece = `${columns.map(({ name }) => name).join(",")}\n`;
  }

  static async create(file: string, columns: readonly PackageColumn[]): Promise<CsvFile> {
    return new CsvFile(await open(file, "wx"), columns);
  }

  /** @param disclosure whose rows they are: its key stands in their first columns. */
  async add(rows: readonly CarriedRow[], disclosure?: CarriedRow): Promise<void> {
    const lead = disclosure ? `${writeCells(KEY_COLUMNS, disclosure)},` : "";
    const columns = disclosure ? this.columns.slice(KEY_COLUMNS.length) : this.columns;
    for (const row of rows) {
      this.#piece += `${lead}${writeCells(columns, row)}\n`;
      if (this.#piece.length >= PIECE) await this.#flush();
    }
    this.#rows += rows.length;
  }

  /** Everything is on the disk when this is done. */
  async finish(): Promise<WrittenFile> {
    await this.#flush();
    await this.handle.sync();
    await this.handle.close();
    return { bytes: this.#bytes, sha256: this.#hash.digest("hex"), rows: this.#rows };
  }

  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined);
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#piece);
    this.#piece = "";
    this.#bytes += bytes.length;
    this.#hash.update(bytes);
    await this.handle.writeFile(bytes);
  }
}

const writeCells = (columns: readonly PackageColumn[], row: CarriedRow): string => columns.map(({ write }) => quoted(write(row))).join(",");

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
