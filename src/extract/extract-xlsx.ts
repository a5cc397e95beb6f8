import type { Block, ExtractedDocument } from "../model/extracted-document";
import type { Message } from "../model/message";
import { relationshipsOf } from "./archive/office-package";
import type { ZipArchive } from "./archive/zip-archive";
import { ExtractionError } from "./extraction-error";
import type { ExtractionLimits } from "./extraction-limits";
import { blocksOfSheet } from "./sheet/blocks-of-sheet";
import { readCellStyles } from "./sheet/read-cell-styles";
import { readSheet } from "./sheet/read-sheet";
import { readSharedStrings, readWorkbook } from "./sheet/read-workbook";

/** An Excel file of 2007 and later: each visible sheet is a page; numbers come as their formats print them. */
export function extractXlsx(zip: ZipArchive, part: string, limits: ExtractionLimits): ExtractedDocument {
  const main = zip.read(part);
  if (main === undefined) throw new ExtractionError("FILE_BROKEN", `it lacks ${part}`);
  const { sheets, dates1904 } = readWorkbook(main, limits);
  const relationships = relationshipsOf(zip, part, limits);
  const partOfType = (type: string): Uint8Array | undefined => {
    const target = [...relationships.values()].find((relationship) => relationship.type === type)?.target;
    return target === undefined ? undefined : zip.read(target);
  };
  const context = {
    strings: readSharedStrings(partOfType("sharedStrings"), limits),
    styles: readCellStyles(partOfType("styles"), limits),
    dates1904,
  };
  const blocks: Block[] = [];
  const messages: Message[] = [];
  for (const [at, sheet] of sheets.entries()) {
    const relationship = relationships.get(sheet.relationship);
    if (relationship !== undefined && relationship.type !== "worksheet") continue;
    const bytes = relationship?.target === undefined ? undefined : zip.read(relationship.target);
    const skipped = sheet.isHidden ? "is hidden" : bytes === undefined ? "is missing" : undefined;
    if (skipped !== undefined) messages.push({ code: "PART_SKIPPED", place: `sheet ${at + 1}`, detail: `sheet ${sheet.name} ${skipped}` });
    else if (bytes !== undefined) blocks.push(...blocksOfSheet(readSheet(bytes, context, limits), at + 1, limits));
  }
  if (blocks.length === 0) throw new ExtractionError("FILE_EMPTY");
  return { format: "XLSX", blocks, messages };
}
