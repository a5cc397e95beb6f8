import { TextDecoder } from "node:util";
import { CONTROL, OTHER_LETTER } from "./decode-text";
import { detectFileKind } from "./detect-format";
import { isHtml } from "./extract-html";
import { ExtractionError } from "./extraction-error";
import { refuseOtherText, whyNoText } from "./text-refusal";

/** What the first bytes of a file tell of its form. */
const BEGINNING = 1024;

/**
 * Recognises the form of a file while it comes in, by what `extractDocument` would go by, piece by piece and without reading it. It refuses only what
 * no reader would take: a file that passes may still turn out to be damaged.
 */
export class IncomingFile {
  #beginning: Buffer | undefined = Buffer.alloc(0);
  #decoders: TextDecoder[] = [];
  #isText = false;
  #isMarked = false;

  constructor(private readonly fileName: string) {}

  /** @throws ExtractionError once the form is known to be none that is read */
  push(bytes: Uint8Array): void {
    if (this.#beginning) {
      this.#beginning = Buffer.concat([this.#beginning, bytes]);
      if (this.#beginning.length >= BEGINNING) this.#begin(this.#beginning);
    } else if (this.#isText) this.#decode(bytes, true);
  }

  /** The file is whole. @throws ExtractionError */
  end(): void {
    if (this.#beginning) this.#begin(this.#beginning);
    if (this.#isText) this.#decode(new Uint8Array(), false);
  }

  #begin(bytes: Buffer): void {
    this.#beginning = undefined;
    // Web pages name their encoding themselves.
    if (detectFileKind(bytes) !== "TEXT_OR_HTML" || isHtml(bytes)) return;
    refuseOtherText(this.fileName);
    this.#isText = true;
    const marked = markedEncodingOf(bytes);
    this.#isMarked = marked !== undefined;
    this.#decoders = (marked === undefined ? ENCODINGS : [marked]).map((encoding) => new TextDecoder(encoding, { fatal: true }));
    this.#decode(bytes, true);
  }

  /** Keeps the encodings that the text may still be in. */
  #decode(bytes: Uint8Array, stream: boolean): void {
    this.#decoders = this.#decoders.filter((decoder) => {
      try {
        const text = decoder.decode(bytes, { stream });
        return !CONTROL.test(text) && !(decoder.encoding.startsWith("utf-16") && !this.#isMarked && OTHER_LETTER.test(text));
      } catch {
        return false;
      }
    });
    if (this.#decoders.length > 0) return;
    const { code, detail } = whyNoText(this.fileName);
    throw new ExtractionError(code, detail);
  }
}

const ENCODINGS = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;

function markedEncodingOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}
