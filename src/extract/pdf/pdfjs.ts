import path from "node:path";

/** The part of pdf.js that is used here. */
export interface PdfJs {
  readonly OPS: Readonly<Record<string, number>>;
  getDocument(options: Readonly<Record<string, unknown>>): { readonly promise: Promise<PdfFile>; destroy(): Promise<void> };
}

export interface PdfFile {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
}

export interface PdfPage {
  readonly commonObjs: { has(id: string): boolean; get(id: string, callback?: (value: unknown) => void): unknown };
  getViewport(options: { scale: number }): { readonly width: number; readonly height: number; readonly transform: readonly number[] };
  getOperatorList(options?: Readonly<Record<string, unknown>>): Promise<OperatorList>;
  cleanup(): boolean;
}

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

let loaded: Promise<PdfJs> | undefined;

/** pdf.js is an ES module: it is loaded once, when the first PDF comes. Nothing here draws, so its native canvas stays unloaded. */
export function loadPdfJs(): Promise<PdfJs> {
  loaded ??= importWithoutCanvas();
  return loaded;
}

async function importWithoutCanvas(): Promise<PdfJs> {
  standInForCanvas();
  return (await import("pdfjs-dist/legacy/build/pdf.mjs" as string)) as PdfJs;
}

/** pdf.js requires the canvas package at import, only for these three classes; none of them is used to read text. */
function standInForCanvas(): void {
  class Unused {}
  const globals = globalThis as Record<string, unknown>;
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globals[name] ??= Unused;
  let file: string;
  try {
    file = require.resolve("@napi-rs/canvas");
  } catch {
    return;
  }
  require.cache[file] ??= { id: file, filename: file, path: path.dirname(file), exports: {}, loaded: true } as unknown as NodeJS.Module;
}

/** The folder of the character maps that fonts of Chinese documents name instead of embedding. */
export function characterMapFolder(): string {
  return path.join(path.dirname(require.resolve("pdfjs-dist/package.json")), "cmaps") + path.sep;
}
