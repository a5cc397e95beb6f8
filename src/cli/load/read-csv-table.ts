import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { decodeText } from "../../extract/decode-text";
import { ExtractionError } from "../../extract/extraction-error";
import { ClearError } from "../clear-error";

/** A table of a file: the columns by their names, each also by its 中文 one. */
export type ColumnNames<Column extends string> = Readonly<Record<Column, string>>;

export interface CsvTable<Column extends string> {
  readonly name: string;
  readonly sha256: string;
  readonly rows: readonly { readonly line: number; readonly cells: Readonly<Record<Column, string>> }[];
}

/**
 * Reads a table with a line of headings: UTF-8 or GB18030, as spreadsheets write it in Chinese. The columns may stand in any order; one that
 * is missing or not known is refused, for a guess would put numbers where they do not belong.
 *
 * @throws ClearError
 */
export async function readCsvTable<Column extends string>(file: string, columns: ColumnNames<Column>): Promise<CsvTable<Column>> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new ClearError(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  });
  const [head, ...records] = parseLines(file, bytes);
  const names = Object.keys(columns) as Column[];
  const headings = (head?.record ?? []).map((heading) => names.find((name) => [name, columns[name]].includes(heading.trim())) ?? heading);
  const missing = names.filter((name) => !headings.includes(name));
  const unknown = headings.filter((heading) => !names.some((name) => name === heading));
  const twice = names.filter((name) => headings.indexOf(name) !== headings.lastIndexOf(name));
  if (missing.length + unknown.length + twice.length > 0) {
    const told = [
      ...(missing.length > 0 ? [`missing: ${missing.join(", ")}`] : []),
      ...(unknown.length > 0 ? [`not known: ${unknown.join(", ")}`] : []),
      ...(twice.length > 0 ? [`twice: ${twice.join(", ")}`] : []),
    ];
    const wanted = names.map((name) => `${name} (${columns[name]})`).join(", ");
    throw new ClearError(`${file}: its first line names the columns ${wanted}; here ${told.join("; ")}`);
  }
  return {
    name: path.basename(file),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    rows: records.map(({ record, line }) => ({
      line,
      cells: Object.fromEntries(headings.map((heading, index) => [heading, record[index]?.trim() ?? ""])) as Record<Column, string>,
    })),
  };
}

interface CsvLine {
  readonly record: readonly string[];
  readonly line: number;
}

function parseLines(file: string, bytes: Uint8Array): CsvLine[] {
  try {
    const lines = parse(decodeText(bytes), { bom: true, info: true, skip_empty_lines: true, skip_records_with_empty_values: true });
    return (lines as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (error instanceof CsvError) throw new ClearError(`${file}: ${error.message}`);
    if (error instanceof ExtractionError) throw new ClearError(`${file} is neither UTF-8 nor GB18030 text`);
    throw error;
  }
}
