import type { NumberingList, NumberLevel } from "../list-numbers";
import type { WordFile } from "./file-information";
import { LIST_FORMATS, LISTS } from "./file-information";

/** How the format numbers its number formats ([MS-OSHARED] MSONFC), for those that Chinese documents use. */
const FORMATS: Readonly<Record<number, string>> = {
  0: "decimal",
  1: "upperRoman",
  2: "lowerRoman",
  3: "upperLetter",
  4: "lowerLetter",
  10: "ideographDigital",
  11: "japaneseCounting",
  14: "decimalFullWidth",
  18: "decimalEnclosedCircle",
  22: "decimalZero",
  23: "bullet",
  27: "decimalEnclosedParen",
  28: "decimalEnclosedCircleChinese",
  30: "ideographTraditional",
  33: "taiwaneseCounting",
  35: "taiwaneseCountingThousand",
  36: "taiwaneseDigital",
  37: "chineseCounting",
  38: "chineseLegalSimplified",
  39: "chineseCountingThousand",
  255: "none",
};

const FORM_SIZE = 28;
const LEVEL_SIZE = 28;
const LIST_SIZE = 16;
const LEVELS = 9;

/** The lists of a document by the numbers that paragraphs name, from 1 ([MS-DOC] 2.9.131 and 2.9.209). */
export function readLists(file: WordFile): NumberingList[] {
  const forms = readForms(file);
  const structure = file.structure(LISTS);
  if (structure.length < 4) return [];
  const count = Math.min(structure.readUInt32LE(0), Math.floor((structure.length - 4) / LIST_SIZE));
  let at = 4 + count * LIST_SIZE;
  return Array.from({ length: count }, (_, index): NumberingList => {
    const start = 4 + index * LIST_SIZE;
    const id = structure.readInt32LE(start);
    const levels = new Map(forms.get(id));
    let isChanged = false;
    at += 4;
    for (let changes = structure.readUInt8(start + 12); changes > 0 && at + 8 <= structure.length; changes -= 1) {
      const flags = structure.readUInt32LE(at + 4);
      const level = flags & 0x0f;
      const own = levels.get(level);
      if ((flags & 0x10) !== 0 && own !== undefined) {
        levels.set(level, { ...own, start: structure.readInt32LE(at) });
        isChanged = true;
      }
      at += 8;
      if ((flags & 0x20) !== 0) {
        const read = readLevel(structure, at);
        levels.set(level, read.level);
        at = read.end;
        isChanged = true;
      }
    }
    return { key: isChanged ? `list ${index}` : `form ${id}`, levels };
  });
}

function readForms(file: WordFile): Map<number, Map<number, NumberLevel>> {
  const forms = new Map<number, Map<number, NumberLevel>>();
  const { bytes, length } = file.structureAndRest(LIST_FORMATS);
  if (length < 2) return forms;
  const count = Math.min(bytes.readUInt16LE(0), Math.floor((length - 2) / FORM_SIZE));
  // The levels follow the list of forms, and are not counted in its length.
  let at = 2 + count * FORM_SIZE;
  for (let index = 0; index < count; index += 1) {
    const start = 2 + index * FORM_SIZE;
    const isSimple = (bytes.readUInt8(start + 26) & 1) !== 0;
    const levels = new Map<number, NumberLevel>();
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level += 1) {
      const read = readLevel(bytes, at);
      levels.set(level, read.level);
      at = read.end;
    }
    forms.set(bytes.readInt32LE(start), levels);
  }
  return forms;
}

function readLevel(bytes: Buffer, at: number): { level: NumberLevel; end: number } {
  if (at + LEVEL_SIZE > bytes.length) return { level: { start: 1, format: "none", pattern: "" }, end: bytes.length };
  const textAt = at + LEVEL_SIZE + bytes.readUInt8(at + 24) + bytes.readUInt8(at + 25);
  const length = textAt + 2 <= bytes.length ? bytes.readUInt16LE(textAt) : 0;
  const text = bytes.toString("utf16le", textAt + 2, textAt + 2 + 2 * length);
  // The characters 0 to 8 stand for the numbers of the levels.
  const pattern = [...text].map((character) => (character < "\u0009" ? `%${character.charCodeAt(0) + 1}` : character)).join("");
  return {
    level: { start: Math.max(0, bytes.readInt32LE(at)), format: FORMATS[bytes.readUInt8(at + 4)] ?? "decimal", pattern },
    end: textAt + 2 + 2 * length,
  };
}
