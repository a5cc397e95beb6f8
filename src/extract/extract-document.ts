import type { ExtractedDocument } from "../model/extracted-document";
import { ExtractionError } from "./extraction-error";
import { extractText } from "./extract-text";

/**
 * Turns the bytes of a published document into its blocks in reading order. What the bytes say counts before what the name says.
 * Hostile files are only safe behind `extractInChild`.
 * @throws ExtractionError where the file cannot be read at all
 */
export async function extractDocument(bytes: Uint8Array, fileName: string): Promise<ExtractedDocument> {
  if (bytes.length === 0) throw new ExtractionError("FILE_EMPTY");
  void fileName;
  return extractText(bytes);
}
