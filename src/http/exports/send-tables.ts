import { Readable } from "node:stream";
import type { StreamedAnswer } from "../answer";
import { writeCsvLine } from "./csv-line";
import type { ExportTable, ExportValue } from "./export-table";
import { writeXlsx } from "./write-xlsx";

export const EXPORT_FORMATS = ["csv", "xlsx", "ndjson"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ndjson: "application/x-ndjson; charset=utf-8",
};
/** By it Excel reads a CSV as UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";
const PIECE = 64 * 1024;

interface Sending {
  /** Of the file, without its ending: in ASCII. */
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What a receiver can count its rows by; null where it is not known before they are read. */
  readonly rowCount: number | null;
}

/** Sends tables as a file while they are read. A failure on the way cuts the connection: nobody takes a part for the whole. */
export function sendTables(tables: readonly ExportTable[], format: ExportFormat, { name, headers, rowCount }: Sending): StreamedAnswer {
  const body = format === "xlsx" ? writeXlsx(tables) : Readable.from(joinPieces(format === "csv" ? csvLines(tables) : jsonLines(tables)));
  return {
    status: 200,
    headers: {
      ...headers,
      "content-type": TYPES[format],
      "content-disposition": `attachment; filename="${name}.${format}"`,
      ...(rowCount !== null && { "x-row-count": String(rowCount) }),
    },
    body,
  };
}

/** Several tables one below the other, each under its title and header, an empty line between. */
async function* csvLines(tables: readonly ExportTable[]): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  for (const [at, { title, columns, rows }] of tables.entries()) {
    if (at > 0) yield "\r\n";
    if (tables.length > 1) yield writeCsvLine([title]);
    yield writeCsvLine(columns.map(({ name }) => name));
    for await (const row of rows()) yield writeCsvLine(row);
  }
}

/** A row is an object under the names of its columns; of several tables it says its own. */
async function* jsonLines(tables: readonly ExportTable[]): AsyncGenerator<string> {
  for (const { title, columns, rows } of tables) {
    for await (const row of rows()) {
      const named = columns.map(({ name }, at): [string, ExportValue] => [name, row[at] ?? null]);
      yield `${JSON.stringify(Object.fromEntries(tables.length > 1 ? [["table", title], ...named] : named))}\n`;
    }
  }
}

async function* joinPieces(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = "";
  for await (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = "";
  }
  if (piece !== "") yield Buffer.from(piece);
}
