import { ExtractionError } from "../extraction-error";
import type { WordFile } from "./file-information";
import { PIECES } from "./file-information";

/** The text of a binary Word document: characters by their position (CP), and where each stands in the file (FC). */
export interface WordText {
  readonly text: string;
  /** The place in the main stream of a character. */
  placeOf(position: number): number;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly place: number;
  readonly width: 1 | 2;
}

const PIECE_TABLE = 2;
const PROPERTIES = 1;
const COMPRESSED = 0x40000000;

/** Puts the text together from its pieces ([MS-DOC] 2.4.1): Word appends what was changed instead of writing it in place. */
export function readWordText(file: WordFile): WordText {
  const pieces = readPieces(file.structure(PIECES), file.main.length);
  const latin = new TextDecoder("windows-1252");
  const parts = pieces.map(({ start, end, place, width }) => {
    const bytes = file.main.subarray(place, place + (end - start) * width);
    return (width === 1 ? latin.decode(bytes) : bytes.toString("utf16le")).padEnd(end - start, "\0");
  });
  return {
    text: parts.join(""),
    placeOf(position) {
      let low = 0;
      let high = pieces.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (position < (pieces[middle]?.end ?? 0)) high = middle;
        else low = middle + 1;
      }
      const piece = pieces[low];
      return piece === undefined ? 0 : piece.place + (position - piece.start) * piece.width;
    },
  };
}

function readPieces(structure: Buffer, streamLength: number): Piece[] {
  let at = 0;
  while (at + 3 <= structure.length && structure.readUInt8(at) === PROPERTIES) at += 3 + structure.readUInt16LE(at + 1);
  if (at + 5 > structure.length || structure.readUInt8(at) !== PIECE_TABLE)
    throw new ExtractionError("FILE_BROKEN", "the piece table is missing");
  const table = structure.subarray(at + 5, at + 5 + structure.readUInt32LE(at + 1));
  const count = Math.floor((table.length - 4) / 12);
  const pieces: Piece[] = [];
  let expected = 0;
  for (let index = 0; index < count; index += 1) {
    const start = table.readUInt32LE(4 * index);
    const end = table.readUInt32LE(4 * (index + 1));
    const address = table.readUInt32LE(4 * (count + 1) + 8 * index + 2);
    const isCompressed = (address & COMPRESSED) !== 0;
    const bare = address & 0x3fffffff;
    const place = isCompressed ? bare >>> 1 : bare;
    const width = isCompressed ? 1 : 2;
    // Pieces follow each other without gaps, and lie within the stream: anything else would let a small file claim a long text.
    if (start !== expected || end < start || place + (end - start) * width > streamLength + 2)
      throw new ExtractionError("FILE_BROKEN", "the piece table");
    expected = end;
    if (end > start) pieces.push({ start, end, place, width });
  }
  return pieces;
}
