import type { DocumentDescription } from "./document-description";
import { placeCells } from "./document-description";

/** The text form: a line a paragraph; cells as lines that begin with a tab, rows apart by an empty line. It has no merged cells. */
export function writeText(description: DocumentDescription): string {
  const parts = description.map((block) => {
    if (typeof block === "string") return `${block}\n`;
    const cells = placeCells(block);
    const rows = block.rows.map((_, row) =>
      cells
        .filter((cell) => cell.row === row)
        .map((cell) => `\t${"\u3000".repeat(cell.indent)}${cell.text}\n`)
        .join(""),
    );
    return `${rows.join("\n")}\n\n`;
  });
  return parts.join("");
}
