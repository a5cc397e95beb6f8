import type { DocumentDescription } from "./document-description";
import { placeCells } from "./document-description";
import { escapeXml } from "./write-zip";

export function writeHtml(description: DocumentDescription): string {
  const blocks = description.map((block) => {
    if (typeof block === "string") return `<p>${escapeXml(block)}</p>`;
    const cells = placeCells(block);
    const rows = block.rows.map((_, row) => {
      const own = cells.filter((cell) => cell.row === row);
      const tags = own.map(({ text, columnSpan, rowSpan, indent }) => {
        const spans = `${columnSpan > 1 ? ` colspan="${columnSpan}"` : ""}${rowSpan > 1 ? ` rowspan=${rowSpan}` : ""}`;
        const style = indent > 0 ? ` style="text-indent:${indent}em"` : "";
        return `<td${spans}${style}>${escapeXml(text).replaceAll("\n", "<br>")}</td>`;
      });
      return `<tr>${tags.join("\n")}</tr>`;
    });
    return `<table border="1"><tbody>\n${rows.join("\n")}\n</tbody></table>`;
  });
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>t</title></head><body>\n${blocks.join("\n")}\n</body></html>\n`;
}
