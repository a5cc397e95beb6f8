import type { Block, ExtractedDocument } from "../model/extracted-document";
import type { Message } from "../model/message";
import { mainPartOf, relationshipsOf } from "./archive/office-package";
import { readXml } from "./archive/read-xml";
import type { ZipArchive } from "./archive/zip-archive";
import { DocumentReader } from "./docx/document-reader";
import { readNumbering, readStyles } from "./docx/read-styles";
import { ExtractionError } from "./extraction-error";
import type { ExtractionLimits } from "./extraction-limits";

/**
 * A Word file of 2007 and later, read from its XML: merged cells, text boxes and automatic numbers stay, field codes and deleted text go.
 */
export function extractDocx(zip: ZipArchive, limits: ExtractionLimits): ExtractedDocument {
  const part = mainPartOf(zip, limits) ?? "word/document.xml";
  const main = zip.read(part);
  if (main === undefined) throw new ExtractionError("FILE_BROKEN", `it lacks ${part}`);
  const relationships = [...relationshipsOf(zip, part, limits).values()];
  const partOfType = (type: string): Uint8Array | undefined => {
    const target = relationships.find((relationship) => relationship.type === type)?.target;
    return target === undefined ? undefined : zip.read(target);
  };
  const reader = new DocumentReader(readNumbering(partOfType("numbering"), limits), readStyles(partOfType("styles"), limits), limits);
  readXml(main, reader, limits);
  const notes = ["footnotes", "endnotes"].flatMap((type) => readNotes(partOfType(type), limits));
  const blocks = [...reader.blocks, ...notes];
  if (blocks.length === 0)
    throw reader.pictures > 0 ? new ExtractionError("FILE_SCANNED", `pictures: ${reader.pictures}`) : new ExtractionError("FILE_EMPTY");
  return { format: "DOCX", blocks, messages: skippedParts(reader) };
}

function readNotes(bytes: Uint8Array | undefined, limits: ExtractionLimits): readonly Block[] {
  if (bytes === undefined) return [];
  const reader = new DocumentReader(new Map(), new Map(), limits);
  readXml(bytes, reader, limits);
  return reader.blocks;
}

function skippedParts({ pictures, objects }: DocumentReader): Message[] {
  const skipped: Message[] = [];
  if (pictures > 0) skipped.push({ code: "PART_SKIPPED", detail: `pictures: ${pictures}` });
  if (objects > 0) skipped.push({ code: "PART_SKIPPED", detail: `embedded objects: ${objects}` });
  return skipped;
}
