import { ExtractionError } from "./extraction-error";

/** What no text holds. */
export const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;
/** What hardly a Chinese document holds: UTF-16 without its mark is told from other bytes by having none. */
export const OTHER_LETTER = /[^\s\u0020-\u00ff\u2000-\u33ff\u4e00-\u9fff\uff00-\uffef]/;
const PRIVATE_USE = /[\ue000-\uf8ff\ufffd]/;
const HAN = /[\u4e00-\u9fff]/g;
/** Characters of which hardly a page of a disclosure lacks all: Big5 or Shift_JIS bytes read as GB18030 give Han, but not these. */
const COMMON = /[的年月和及为在中人位支出收入预决算元部单]/;

/**
 * Text bytes in one of the encodings that are published: a byte order mark decides, then UTF-8 strictly, then GB18030 strictly. Anything
 * else is refused: a detector guesses wrong on short GBK, and wrong characters are worse than none.
 */
export function decodeText(bytes: Uint8Array): string {
  const text =
    decodeByMark(bytes) ??
    decodeUnmarkedUtf16(bytes) ??
    decodeStrictly(bytes, "utf-8") ??
    (isDamagedUtf8(bytes) ? undefined : decodeGb18030(bytes));
  if (text === undefined || CONTROL.test(text)) throw new ExtractionError("ENCODING_REFUSED");
  return text;
}

/** Decodes or gives undefined where a byte does not belong to the encoding. Throws RangeError for a label that no decoder knows. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeByMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodeOrRefuse(bytes, "utf-8");
  if (first === 0xff && second === 0xfe) return decodeOrRefuse(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decodeOrRefuse(bytes, "utf-16be");
  return undefined;
}

/**
 * UTF-16 whose mark was lost. No text in another encoding has zero bytes, and only the right byte order gives lines, and letters of which
 * nearly all are Chinese, Latin or marks.
 */
function decodeUnmarkedUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return undefined;
  return ["utf-16le", "utf-16be"]
    .map((encoding) => decodeStrictly(bytes, encoding))
    .find((text) => text !== undefined && text.includes("\n") && COMMON.test(text) && !CONTROL.test(text) && !OTHER_LETTER.test(text));
}

function decodeOrRefuse(bytes: Uint8Array, encoding: string): string {
  const text = decodeStrictly(bytes, encoding);
  if (text === undefined) throw new ExtractionError("ENCODING_REFUSED");
  return text;
}

/** UTF-8 with a few wrong bytes, or cut within a character, may still decode as GB18030: as nonsense. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  const han = text.match(HAN)?.length ?? 0;
  return han > 10 * (text.split("\ufffd").length - 1);
}

function decodeGb18030(bytes: Uint8Array): string | undefined {
  const text = decodeStrictly(bytes, "gb18030");
  if (text === undefined || PRIVATE_USE.test(text)) return undefined;
  const han = text.match(HAN)?.length ?? 0;
  return han > 20 && !COMMON.test(text) ? undefined : text;
}
