import type { ExtractedDocument } from "../model/extracted-document";
import type { CompoundFile } from "./archive/compound-file";
import { ExtractionError } from "./extraction-error";
import type { ExtractionLimits } from "./extraction-limits";
import type { NumberingList } from "./list-numbers";
import { ListCounter, withNumber } from "./list-numbers";
import type { WordFile } from "./word/file-information";
import { CHARACTER_PAGES, PARAGRAPH_PAGES, readFileInformation } from "./word/file-information";
import { readParagraph } from "./word/paragraph-properties";
import { readLists } from "./word/read-lists";
import type { PropertyRuns } from "./word/property-runs";
import { readProperties, readPropertyRuns } from "./word/property-runs";
import { WordReader } from "./word/word-reader";
import type { WordText } from "./word/word-text";
import { readWordText } from "./word/word-text";

/**
 * A binary Word document (Word 97 to 2003, WPS): body, then notes and text boxes. Automatic numbers that only a style gives are left out.
 */
export function extractDoc(container: CompoundFile, limits: ExtractionLimits): ExtractedDocument {
  const file = readFileInformation(container);
  const text = readWordText(file);
  const { body, footnotes, headers, comments, endnotes, boxes } = file.lengths;
  const notesEnd = body + footnotes;
  const endnotesStart = notesEnd + headers + comments;
  const parts = [
    [0, body],
    [body, notesEnd],
    [endnotesStart, endnotesStart + endnotes],
    [endnotesStart + endnotes, endnotesStart + endnotes + boxes],
  ] as const;
  const reader = new WordReader(limits);
  const paragraphs = readPropertyRuns(file.structure(PARAGRAPH_PAGES), file.main, "PARAGRAPH");
  const characters = readPropertyRuns(file.structure(CHARACTER_PAGES), file.main, "CHARACTER");
  const reading = { file, text, paragraphs, characters, reader, lists: readLists(file), counter: new ListCounter() };
  const pictures = parts.reduce((sum, [start, end]) => sum + readPart(start, end, reading), 0);
  if (reader.blocks.length === 0)
    throw pictures > 0 ? new ExtractionError("FILE_SCANNED", `pictures: ${pictures}`) : new ExtractionError("FILE_EMPTY");
  return {
    format: "DOC",
    blocks: reader.blocks,
    messages: pictures > 0 ? [{ code: "PART_SKIPPED", detail: `pictures: ${pictures}` }] : [],
  };
}

interface Reading {
  readonly file: WordFile;
  readonly text: WordText;
  readonly paragraphs: PropertyRuns;
  readonly characters: PropertyRuns;
  readonly reader: WordReader;
  readonly lists: readonly NumberingList[];
  readonly counter: ListCounter;
}

const PICTURE = 0x01;
const CELL_END = 0x07;
const DRAWING = 0x08;
const TAB = 0x09;
const LINE_END = 0x0b;
const PAGE_END = 0x0c;
const PARAGRAPH_END = 0x0d;
const FIELD_CODE = 0x13;
const FIELD_RESULT = 0x14;
const FIELD_END = 0x15;
const HYPHEN = 0x1e;

/** Reads a stretch of the text; gives the number of pictures in it. */
function readPart(start: number, end: number, { file, text, paragraphs, characters, reader, lists, counter }: Reading): number {
  const fields: ("CODE" | "RESULT")[] = [];
  let pictures = 0;
  let line = "";
  const last = Math.min(end, text.text.length);
  for (let at = start; at < last; at += 1) {
    const code = text.text.charCodeAt(at);
    if (code === PARAGRAPH_END || code === CELL_END || code === PAGE_END) {
      const properties = readParagraph(paragraphs.at(text.placeOf(at)), file.data);
      // A code does not run over paragraphs: its end was lost, and must not swallow what follows.
      while (fields.at(-1) === "CODE") fields.pop();
      const list = lists[properties.list - 1];
      const number = list === undefined || properties.endsRow ? "" : counter.next(list, properties.level);
      reader.add(withNumber(number, line), text.text[at] ?? "", properties);
      line = "";
    } else if (code === FIELD_CODE) fields.push("CODE");
    else if (code === FIELD_RESULT && fields.length > 0) fields[fields.length - 1] = "RESULT";
    else if (code === FIELD_END) fields.pop();
    else if (!fields.includes("CODE") && !isHidden(characters.at(text.placeOf(at)))) {
      if (code >= 0x20 || code === TAB) line += text.text[at];
      else if (code === LINE_END) line += "\n";
      else if (code === HYPHEN) line += "-";
      else if (code === PICTURE || code === DRAWING) pictures += 1;
    }
  }
  if (line !== "") reader.add(line, "\r", readParagraph(undefined, file.data));
  reader.finish();
  return pictures;
}

const DELETED = 0x0800;
const HIDDEN = 0x083c;

const hidden = new WeakMap<Buffer, boolean>();

function isHidden(properties: Buffer | undefined): boolean {
  if (properties === undefined) return false;
  let known = hidden.get(properties);
  if (known === undefined) {
    known = false;
    for (const { code, operand } of readProperties(properties)) if (code === DELETED || code === HIDDEN) known = operand[0] === 1;
    hidden.set(properties, known);
  }
  return known;
}
