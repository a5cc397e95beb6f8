import { readFileSync } from "node:fs";
import path from "node:path";
import { PACKAGE_ROOT } from "./package-root";

/** Reads a table of the folder data/: tab-separated values, the first line names the columns, a blank cell is an empty text. */
export function readDataTable<Column extends string>(fileName: string, columns: readonly Column[]): Record<Column, string>[] {
  const [head = "", ...lines] = readFileSync(path.join(PACKAGE_ROOT, "data", fileName), "utf8").split("\n");
  const positions = columns.map((column) => {
    const position = head.split("\t").indexOf(column);
    if (position < 0) throw new Error(`data/${fileName} has no column ${column}`);
    return position;
  });
  const rows: Record<Column, string>[] = [];
  for (const line of lines) {
    if (line === "") continue;
    const cells = line.split("\t");
    const row = {} as Record<Column, string>;
    columns.forEach((column, index) => (row[column] = cells[positions[index] ?? -1] ?? ""));
    rows.push(row);
  }
  return rows;
}
