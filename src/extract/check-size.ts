import type { ExtractedDocument } from "../model/extracted-document";
import { ExtractionError } from "./extraction-error";
import type { ExtractionLimits } from "./extraction-limits";

/** Refuses what is read but too large to work with. The readers stop earlier where they can. */
export function checkSize(document: ExtractedDocument, limits: ExtractionLimits): ExtractedDocument {
  if (document.blocks.length > limits.blocks)
    throw new ExtractionError("LIMIT_EXCEEDED", `${document.blocks.length} paragraphs and tables, at most ${limits.blocks}`);
  let cells = 0;
  for (const block of document.blocks) {
    if (block.kind === "TABLE") for (const row of block.rows) cells += row.length;
    if (cells > limits.cells) throw new ExtractionError("LIMIT_EXCEEDED", `more than ${limits.cells} cells`);
  }
  return document;
}
