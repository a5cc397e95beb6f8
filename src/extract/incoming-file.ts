import { TextDecoder } from "node:util";
import { CONTROL } from "./decode-text";
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
    this.#decoders = encodingsOf(bytes).map((encoding) => new TextDecoder(encoding, { fatal: true }));
    this.#decode(bytes, true);
  }

  /** Keeps the encodings that the text may still be in. */
  #decode(bytes: Uint8Array, stream: boolean): void {
    this.#decoders = this.#decoders.filter((decoder) => {
      try {
        return !CONTROL.test(decoder.decode(bytes, { stream }));
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

function encodingsOf([first, second]: Uint8Array): readonly string[] {
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  if (first === 0xfe && second === 0xff) return ["utf-16be"];
  return ENCODINGS;
}
