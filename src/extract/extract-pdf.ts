import type { ExtractedDocument } from "../model/extracted-document";
import type { Message } from "../model/message";
import { ExtractionError } from "./extraction-error";
import type { ExtractionLimits } from "./extraction-limits";
import { dropRunningLines } from "./pdf/drop-running-lines";
import { joinPages } from "./pdf/join-pages";
import { readPageItems } from "./pdf/page-items";
import type { PageMarks } from "./pdf/page-marks";
import type { PdfFile, PdfJs } from "./pdf/pdfjs";
import { characterMapFolder, loadPdfJs } from "./pdf/pdfjs";
import { readPageMarks } from "./pdf/read-page-marks";

/** A PDF with a text layer. Tables come from their ruling lines; a scan is refused, since there is nothing to read in it. */
export async function extractPdf(bytes: Uint8Array, limits: ExtractionLimits): Promise<ExtractedDocument> {
  let { pages, messages } = await readPages(withoutFontFiles(bytes), limits);
  if (!isLegible(pages)) ({ pages, messages } = await readPages(new Uint8Array(bytes), limits));
  if (!isLegible(pages)) throw new ExtractionError("FILE_BROKEN", "its fonts do not say which characters they draw");
  const { blocks, messages: doubts } = joinPages(dropRunningLines(pages.map(readPageItems)));
  if (blocks.length === 0) throw reasonOfNothing(bytes, pages.length, messages);
  return { format: "PDF", blocks, messages: [...messages, ...doubts] };
}

/**
 * Hides the embedded fonts from pdf.js: which characters stand where is said outside of them, nearly always, and to rebuild them for
 * drawing
 * takes more time than everything else. Where characters then have no meaning the file is read again with its fonts.
 */
function withoutFontFiles(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf("/FontFile"); at >= 0; at = copy.indexOf("/FontFile", at + 9)) copy.write("/FontNone", at, "latin1");
  return new Uint8Array(copy);
}

/** Whether nearly all characters have a meaning. */
function isLegible(pages: readonly PageMarks[]): boolean {
  const meaningless = pages.reduce((sum, page) => sum + page.meaningless, 0);
  return meaningless <= 0.02 * pages.reduce((sum, page) => sum + page.glyphs.length, meaningless);
}

interface PdfPages {
  readonly pages: readonly PageMarks[];
  readonly messages: readonly Message[];
}

/** The bytes are given away. */
async function readPages(bytes: Uint8Array, limits: ExtractionLimits): Promise<PdfPages> {
  const pdfjs = await loadPdfJs();
  const task = pdfjs.getDocument({
    data: bytes,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    // Pictures hold no text: none is decoded.
    maxImageSize: 1,
    verbosity: 0,
    cMapUrl: characterMapFolder(),
    cMapPacked: true,
  });
  try {
    const file = await task.promise.catch((error: unknown) => {
      throw refusal(error);
    });
    if (file.numPages > limits.pages) throw new ExtractionError("LIMIT_EXCEEDED", `${file.numPages} pages, at most ${limits.pages}`);
    const pages: PageMarks[] = [];
    const messages: Message[] = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await readPage(pdfjs, file, number, limits);
      if ("code" in page) messages.push(page);
      else pages.push(page);
    }
    return { pages, messages };
  } finally {
    await task.destroy();
  }
}

async function readPage(pdfjs: PdfJs, file: PdfFile, number: number, limits: ExtractionLimits): Promise<PageMarks | Message> {
  try {
    const page = await file.getPage(number);
    const marks = await readPageMarks(pdfjs, page, number, limits.charactersPerPage);
    page.cleanup();
    return marks;
  } catch (error) {
    if (error instanceof ExtractionError) throw error;
    const place = `page ${number}`;
    return { code: "PART_SKIPPED", place, detail: `${place}: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function refusal(error: unknown): ExtractionError {
  const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
  return name === "PasswordException" ? new ExtractionError("FILE_ENCRYPTED") : new ExtractionError("FILE_BROKEN", message);
}

function reasonOfNothing(bytes: Uint8Array, pages: number, messages: readonly Message[]): ExtractionError {
  if (hasImages(bytes)) return new ExtractionError("FILE_SCANNED", `pages: ${pages}`);
  const [first] = messages;
  return first === undefined ? new ExtractionError("FILE_EMPTY") : new ExtractionError("FILE_BROKEN", first.detail);
}

/** An image's dictionary is never inside a compressed object. */
function hasImages(bytes: Uint8Array): boolean {
  return /\/Subtype\s*\/Image\b/.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"));
}
