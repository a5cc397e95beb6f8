import type { ExtractedDocument, Span } from "./extracted-document";
import { textAround } from "./extracted-document";

const LONGEST = 400;

/** The words around a place, as printed: the sentence of a paragraph, or the row of a table with its cells apart by " | ". */
export function quote(document: Pick<ExtractedDocument, "blocks">, span: Span): string {
  const block = document.blocks[span.block];
  if (block?.kind === "TABLE") return shorten((block.rows[span.row ?? 0] ?? []).map((cell) => cell.text.trim()).join(" | "));
  const text = textAround(document, span);
  const from = Math.max(text.lastIndexOf("。", span.start - 1), text.lastIndexOf("；", span.start - 1)) + 1;
  const ends = ["。", "；"].map((mark) => text.indexOf(mark, span.end)).filter((at) => at >= 0);
  const to = ends.length > 0 ? Math.min(...ends) + 1 : text.length;
  if (to - from <= LONGEST) return text.slice(from, to).trim();
  const start = Math.max(from, span.start - LONGEST / 2);
  return `${start > from ? "…" : ""}${shorten(text.slice(start, to).trim())}`;
}

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
