import { Parser } from "htmlparser2";
import type { Block, ExtractedDocument } from "../model/extracted-document";
import { ExtractionError } from "./extraction-error";
import type { ExtractionLimits } from "./extraction-limits";
import { joinWrapped } from "./join-wrapped";
import { decodeHtml } from "./html/decode-html";
import { isMhtml, readMhtml } from "./html/read-mhtml";
import { PageReader } from "./html/page-reader";
import { readStackedTable } from "./stacked-table";
import { tableOfRows } from "./table-shape";

const REACH = 65_536;
const TABLE_ENDS = "。";

/** Whether text bytes are HTML, whatever the file is called: spreadsheets and Word files are often HTML under their name. */
export function isHtml(bytes: Uint8Array): boolean {
  if (isMhtml(bytes)) return true;
  const start = Buffer.from(bytes.subarray(0, REACH)).toString("latin1").replace(/\0/g, "");
  return (
    /^[\s\u00ef\u00bb\u00bf\u00fe\u00ff]*(?:<\?xml[^>]*\?>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|div)\b/i.test(
      start,
    ) ||
    /<html[\s>]/i.test(start) ||
    /<table[\s>][^]*<t[rdh][\s>]/i.test(start)
  );
}

/** A web page, or a document that an office program saved as one. */
export function extractHtml(bytes: Uint8Array, limits: ExtractionLimits): ExtractedDocument {
  const part = isMhtml(bytes) ? readMhtml(bytes) : { bytes, charset: undefined };
  if (part === undefined) throw new ExtractionError("FILE_EMPTY");
  const reader = new PageReader(limits);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(decodeHtml(part.bytes, part.charset));
  reader.finish();
  if (reader.blocks.length === 0)
    throw reader.pictures > 0 ? new ExtractionError("FILE_SCANNED", `pictures: ${reader.pictures}`) : new ExtractionError("FILE_EMPTY");
  const skipped = reader.pictures > 0 ? [{ code: "PART_SKIPPED" as const, detail: `pictures: ${reader.pictures}` }] : [];
  // Messages point at blocks: what holds text with columns has no lines to join.
  const blocks = reader.messages.length > 0 ? reader.blocks : joinWrapped(withStackedTables(reader.blocks));
  return { format: "HTML", blocks, messages: [...skipped, ...reader.messages] };
}

/** Cells that a page sets as elements of no table are lines one under another. */
function withStackedTables(blocks: readonly Block[]): Block[] {
  // A table that is one ends what stands above it.
  const lines = blocks.map((block) => (block.kind === "PARAGRAPH" ? block.text : TABLE_ENDS));
  const stacked: Block[] = [];
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at];
    const table = block?.kind === "PARAGRAPH" ? readStackedTable(lines, at) : undefined;
    if (table !== undefined) stacked.push(tableOfRows(table.rows));
    else if (block !== undefined) stacked.push(block);
    at = table?.end ?? at + 1;
  }
  return stacked;
}
