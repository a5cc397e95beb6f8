import type { DescribedBlock, DescribedTable } from "./printer";

/** The text form of a disclosure: a line is a paragraph; cells are lines that begin with a tab, rows apart by an empty line. */
export function writeText(blocks: readonly DescribedBlock[]): string {
  return `${blocks.flatMap((block) => (block.kind === "PARAGRAPH" ? [block.text] : [...tableLines(block as DescribedTable), ""])).join("\n")}\n`;
}

function tableLines(table: DescribedTable): string[] {
  const lines: string[] = [];
  let above: { readonly from: number; readonly to: number; readonly until: number }[] = [];
  table.rows.forEach((row, at) => {
    above = above.filter(({ until }) => until > at);
    const cells = [
      ...row.map((cell) => ({ column: cell.column, text: `${"　".repeat(cell.indent ?? 0)}${cell.text}` })),
      // A cell that one above covers is a blank line; so the level that it names carries on.
      ...above.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, right) => ({ column: from + right, text: "" }))),
      ...(table.coveredColumns === "BLANK"
        ? row.flatMap((cell) => Array.from({ length: cell.columnSpan - 1 }, (_, right) => ({ column: cell.column + right + 1, text: "" })))
        : []),
    ].sort((a, b) => a.column - b.column);
    lines.push(...cells.map(({ text }) => `\t${text}`), "");
    for (const cell of row)
      if (cell.rowSpan > 1) above.push({ from: cell.column, to: cell.column + cell.columnSpan, until: at + cell.rowSpan });
  });
  return lines;
}
