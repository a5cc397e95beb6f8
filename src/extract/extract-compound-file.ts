import type { ExtractedDocument } from "../model/extracted-document";
import { openCompoundFile } from "./archive/compound-file";
import { extractDoc } from "./extract-doc";
import { extractXls } from "./extract-xls";
import { ExtractionError } from "./extraction-error";
import type { ExtractionLimits } from "./extraction-limits";

/** A compound file is a Word or an Excel document by the streams in it. */
export function extractCompoundFile(bytes: Uint8Array, limits: ExtractionLimits): ExtractedDocument {
  const file = openCompoundFile(bytes);
  if (file.read("EncryptedPackage") !== undefined) throw new ExtractionError("FILE_ENCRYPTED");
  const workbook = file.read("Workbook") ?? file.read("Book");
  if (workbook !== undefined) return extractXls(workbook, limits);
  if (file.read("WordDocument") !== undefined) return extractDoc(file, limits);
  throw new ExtractionError("FORMAT_UNKNOWN", "a compound file without a document");
}
