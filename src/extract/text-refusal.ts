import path from "node:path";
import { formatOfName } from "./detect-format";
import { ExtractionError } from "./extraction-error";

/** Text that is read as no document: what it holds has another form. */
const OTHER_TEXT = new Set([".csv", ".tsv", ".json", ".ndjson", ".xml", ".rtf"]);

/** @throws ExtractionError for text whose name says that it has another form. */
export function refuseOtherText(fileName: string): void {
  const ending = path.extname(fileName).toLowerCase();
  if (OTHER_TEXT.has(ending)) throw new ExtractionError("FORMAT_UNKNOWN", ending);
}

/** Why bytes that are of no other form, and no text either, are refused: by what the name promised. */
export function whyNoText(fileName: string): ExtractionError {
  const promised = formatOfName(fileName);
  if (promised === "TEXT" || promised === "HTML") return new ExtractionError("ENCODING_REFUSED");
  if (promised === undefined) return new ExtractionError("FORMAT_UNKNOWN", path.extname(fileName) || "no file name extension");
  return new ExtractionError("FILE_BROKEN", `it does not begin as a ${promised} file does`);
}
