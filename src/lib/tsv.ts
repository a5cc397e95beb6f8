import { readFileSync } from "node:fs";

/** Reads a table of tab-separated values: the first line names the columns, a blank cell is an empty text. */
export function readTsv<Column extends string>(file: string, columns: readonly Column[]): Record<Column, string>[] {
  const [head = "", ...lines] = readFileSync(file, "utf8").split("\n");
  const positions = columns.map((column) => {
    const position = head.split("\t").indexOf(column);
    if (position < 0) throw new Error(`${file} has no column ${column}`);
    return position;
  });
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const cells = line.split("\t");
      return Object.fromEntries(columns.map((column, index) => [column, cells[positions[index] ?? -1] ?? ""])) as Record<Column, string>;
    });
}
