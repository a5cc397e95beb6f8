import { ExtractionError } from "../extraction-error";
import type { CompoundFile } from "../archive/compound-file";

/** The streams of a binary Word document, and what its file information block (FIB, [MS-DOC] 2.5) says of them. */
export interface WordFile {
  readonly main: Buffer;
  readonly table: Buffer;
  readonly data: Buffer;
  /** Lengths in characters of the parts of the text, in their order. */
  readonly lengths: {
    readonly body: number;
    readonly footnotes: number;
    readonly headers: number;
    readonly comments: number;
    readonly endnotes: number;
    readonly boxes: number;
  };
  /** A structure of the table stream by its place in the block. */
  structure(place: number): Buffer;
  /** A structure with what follows it. */
  structureAndRest(place: number): { readonly bytes: Buffer; readonly length: number };
}

export const CHARACTER_PAGES = 0xfa;
export const PARAGRAPH_PAGES = 0x102;
export const PIECES = 0x1a2;
export const LIST_FORMATS = 0x2e2;
export const LISTS = 0x2ea;

const WORD_97 = 0xa5ec;
const WORD_95 = 0xa5dc;
const ENCRYPTED = 0x0100;
const TABLE_1 = 0x0200;
/** The last version that Word 95 wrote. */
const OLDEST_VERSION = 105;

export function readFileInformation(file: CompoundFile): WordFile {
  const main = file.read("WordDocument");
  if (main === undefined || main.length < 0x1aa) throw new ExtractionError("FILE_BROKEN", "the Word document stream is missing");
  const identity = main.readUInt16LE(0);
  if (identity === WORD_95 || (identity === WORD_97 && main.readUInt16LE(2) <= OLDEST_VERSION))
    throw new ExtractionError("FORMAT_UNKNOWN", "Word 95");
  if (identity !== WORD_97) throw new ExtractionError("FILE_BROKEN", "the Word document stream is none");
  const flags = main.readUInt16LE(10);
  if ((flags & ENCRYPTED) !== 0) throw new ExtractionError("FILE_ENCRYPTED");
  const table = file.read((flags & TABLE_1) !== 0 ? "1Table" : "0Table");
  if (table === undefined) throw new ExtractionError("FILE_BROKEN", "the Word table stream is missing");
  const length = (at: number): number => Math.max(0, main.readInt32LE(at));
  return {
    main,
    table,
    data: file.read("Data") ?? Buffer.alloc(0),
    lengths: {
      body: length(0x4c),
      footnotes: length(0x50),
      headers: length(0x54),
      comments: length(0x5c),
      endnotes: length(0x60),
      boxes: length(0x64),
    },
    structure(place) {
      const { bytes, length } = this.structureAndRest(place);
      return bytes.subarray(0, length);
    },
    structureAndRest(place) {
      if (place + 8 > main.length) return { bytes: Buffer.alloc(0), length: 0 };
      const bytes = table.subarray(main.readUInt32LE(place));
      return { bytes, length: Math.min(bytes.length, main.readUInt32LE(place + 4)) };
    },
  };
}
