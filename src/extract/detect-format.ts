import path from "node:path";
import type { DocumentFormat } from "../model/extracted-document";
import { ExtractionError } from "./extraction-error";

/** What a file is by its first bytes; the containers ZIP and CFB are opened by those who read them. */
export type FileKind = "PDF" | "ZIP" | "CFB" | "TEXT_OR_HTML";

const SIGNATURES: readonly (readonly [bytes: readonly number[], found: FileKind | Refusal])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "ZIP"],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "CFB"],
  [[0xff, 0xd8, 0xff], { code: "FILE_SCANNED", detail: "JPEG" }],
  [[0x89, 0x50, 0x4e, 0x47], { code: "FILE_SCANNED", detail: "PNG" }],
  [[0x49, 0x49, 0x2a, 0x00], { code: "FILE_SCANNED", detail: "TIFF" }],
  [[0x4d, 0x4d, 0x00, 0x2a], { code: "FILE_SCANNED", detail: "TIFF" }],
  [[0x47, 0x49, 0x46, 0x38], { code: "FILE_SCANNED", detail: "GIF" }],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], { code: "FORMAT_UNKNOWN", detail: "RTF" }],
  [[0x52, 0x61, 0x72, 0x21], { code: "FORMAT_UNKNOWN", detail: "RAR" }],
  [[0x37, 0x7a, 0xbc, 0xaf], { code: "FORMAT_UNKNOWN", detail: "7z" }],
  [[0x1f, 0x8b], { code: "FORMAT_UNKNOWN", detail: "gzip" }],
];

interface Refusal {
  readonly code: "FILE_SCANNED" | "FORMAT_UNKNOWN";
  readonly detail: string;
}

/** PDF readers look for the header within the first kilobyte. */
const PDF_HEADER_REACH = 1024;

/**
 * Tells what a file is by its bytes. The name only tells what it was meant to be, for the reason of a refusal.
 * @throws ExtractionError for a form that is known and not read
 */
export function detectFileKind(bytes: Uint8Array): FileKind {
  if (Buffer.from(bytes.subarray(0, PDF_HEADER_REACH)).includes("%PDF-")) return "PDF";
  for (const [signature, found] of SIGNATURES) {
    if (!signature.every((byte, at) => bytes[at] === byte)) continue;
    if (typeof found === "string") return found;
    throw new ExtractionError(found.code, found.detail);
  }
  return "TEXT_OR_HTML";
}

const FORMATS_BY_ENDING: Readonly<Record<string, DocumentFormat>> = {
  ".txt": "TEXT",
  ".docx": "DOCX",
  ".doc": "DOC",
  ".pdf": "PDF",
  ".xlsx": "XLSX",
  ".xls": "XLS",
  ".html": "HTML",
  ".htm": "HTML",
};

/** The format that the name promises. */
export function formatOfName(fileName: string): DocumentFormat | undefined {
  return FORMATS_BY_ENDING[path.extname(fileName).toLowerCase()];
}
