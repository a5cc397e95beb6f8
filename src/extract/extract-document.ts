import path from "node:path";
import { InvariantError } from "../lib/invariant";
import type { ExtractedDocument } from "../model/extracted-document";
import { detectFileKind, formatOfName } from "./detect-format";
import { extractCompoundFile } from "./extract-compound-file";
import { checkSize } from "./check-size";
import { ExtractionError } from "./extraction-error";
import type { ExtractionLimits } from "./extraction-limits";
import { EXTRACTION_LIMITS } from "./extraction-limits";
import { extractHtml, isHtml } from "./extract-html";
import { extractPdf } from "./extract-pdf";
import { extractText } from "./extract-text";
import { extractZip } from "./extract-zip";

/**
 * Turns the bytes of a published document into its blocks in reading order. What the bytes say counts before what the name says.
 * Hostile files are only safe behind `extractInChild`.
 * @throws ExtractionError where the file cannot be read at all
 */
export async function extractDocument(
  bytes: Uint8Array,
  fileName: string,
  limits: ExtractionLimits = EXTRACTION_LIMITS,
): Promise<ExtractedDocument> {
  if (bytes.length === 0) throw new ExtractionError("FILE_EMPTY");
  if (bytes.length > limits.fileBytes) throw new ExtractionError("LIMIT_EXCEEDED", `${bytes.length} bytes, at most ${limits.fileBytes}`);
  try {
    return checkSize(await extractByContent(bytes, fileName, limits), limits);
  } catch (error) {
    if (error instanceof ExtractionError || error instanceof InvariantError) throw error;
    // Whatever else a reader stumbles over is a file that does not keep to its format.
    throw new ExtractionError("FILE_BROKEN", error instanceof Error ? error.message : String(error));
  }
}

async function extractByContent(bytes: Uint8Array, fileName: string, limits: ExtractionLimits): Promise<ExtractedDocument> {
  const kind = detectFileKind(bytes);
  if (kind === "PDF") return extractPdf(bytes, limits);
  if (kind === "ZIP") return extractZip(bytes, limits);
  if (kind === "TEXT_OR_HTML") return isHtml(bytes) ? extractHtml(bytes, limits) : extractByText(bytes, fileName);
  return extractCompoundFile(bytes, limits);
}

/** Text that is read as no document: what it holds has another form. */
const OTHER_TEXT = new Set([".csv", ".tsv", ".json", ".ndjson", ".xml", ".rtf"]);

function extractByText(bytes: Uint8Array, fileName: string): ExtractedDocument {
  const promised = formatOfName(fileName);
  const ending = path.extname(fileName).toLowerCase();
  if (OTHER_TEXT.has(ending)) throw new ExtractionError("FORMAT_UNKNOWN", ending);
  try {
    return extractText(bytes);
  } catch (error) {
    if (!(error instanceof ExtractionError) || error.code !== "ENCODING_REFUSED" || promised === "TEXT" || promised === "HTML") throw error;
    if (promised === undefined) throw new ExtractionError("FORMAT_UNKNOWN", path.extname(fileName) || "no file name extension");
    throw new ExtractionError("FILE_BROKEN", `it does not begin as a ${promised} file does`);
  }
}
