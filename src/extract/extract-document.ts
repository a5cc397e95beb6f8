import { InvariantError } from "../lib/invariant";
import type { ExtractedDocument } from "../model/extracted-document";
import { detectFileKind } from "./detect-format";
import { extractCompoundFile } from "./extract-compound-file";
import { checkSize } from "./check-size";
import { ExtractionError } from "./extraction-error";
import type { ExtractionLimits } from "./extraction-limits";
import { EXTRACTION_LIMITS } from "./extraction-limits";
import { extractHtml, isHtml } from "./extract-html";
import { extractPdf } from "./extract-pdf";
import { extractText } from "./extract-text";
import { extractZip } from "./extract-zip";
import { refuseOtherText, whyNoText } from "./text-refusal";

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

function extractByText(bytes: Uint8Array, fileName: string): ExtractedDocument {
  refuseOtherText(fileName);
  try {
    return extractText(bytes);
  } catch (error) {
    throw error instanceof ExtractionError && error.code === "ENCODING_REFUSED" ? whyNoText(fileName) : error;
  }
}
