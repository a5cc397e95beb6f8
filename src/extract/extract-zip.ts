import type { ExtractedDocument } from "../model/extracted-document";
import { mainPartOf } from "./archive/office-package";
import { openZip } from "./archive/zip-archive";
import { extractDocx } from "./extract-docx";
import { extractXlsx } from "./extract-xlsx";
import { ExtractionError } from "./extraction-error";
import type { ExtractionLimits } from "./extraction-limits";

/** A zip file is a Word or an Excel document by what its main part is. */
export function extractZip(bytes: Uint8Array, limits: ExtractionLimits): ExtractedDocument {
  const zip = openZip(bytes, limits);
  const main = mainPartOf(zip, limits) ?? zip.names.find((name) => name === "word/document.xml" || name === "xl/workbook.xml") ?? "";
  if (/^word\//.test(main) || main.endsWith("document.xml")) return extractDocx(zip, limits);
  if (/^xl\//.test(main) && !main.endsWith(".bin")) return extractXlsx(zip, main, limits);
  throw new ExtractionError("FORMAT_UNKNOWN", kindOfZip(zip.names));
}

function kindOfZip(names: readonly string[]): string {
  if (names.includes("OFD.xml")) return "OFD";
  if (names.some((name) => name.startsWith("ppt/"))) return "PowerPoint";
  if (names.includes("xl/workbook.bin")) return "xlsb";
  if (names.includes("content.xml")) return "OpenDocument";
  return "zip";
}
