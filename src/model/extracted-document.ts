import type { Message } from "./message";

/** The published forms a document may arrive in. */
export const DOCUMENT_FORMATS = ["TEXT", "DOCX", "DOC", "PDF", "XLSX", "XLS", "HTML"] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/**
 * What every format is turned into before anything is understood of it: the blocks of a document in reading order.
 * It knows nothing of budgets; the parsers know nothing of formats.
 */
export interface ExtractedDocument {
  readonly format: DocumentFormat;
  readonly blocks: readonly Block[];
  /** What could not be read, with its place. */
  readonly messages: readonly Message[];
}

export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: "PARAGRAPH";
  /** One logical paragraph: lines that a page broke are joined, surrounding white space is gone, inner white space is as printed. */
  readonly text: string;
  /** Page or sheet, counted from 1, where the format has them. */
  readonly page?: number;
}

export interface Table {
  readonly kind: "TABLE";
  /** Rows in reading order. A cell that a merged cell covers is absent; a blank cell is present with an empty text. */
  readonly rows: readonly (readonly Cell[])[];
  readonly page?: number;
}

export interface Cell {
  readonly text: string;
  /** Grid column of the cell's left edge, counted from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Leading indent in characters, where it carries the hierarchy of names. */
  readonly indent?: number;
}

/** Where a stretch of printed text stands: characters [start, end) of a paragraph, or of one cell of a table. */
export interface Span {
  /** Index into ExtractedDocument.blocks. */
  readonly block: number;
  /** Index into Table.rows; absent for a paragraph. */
  readonly row?: number;
  /** Index into the row's cells (not the grid column); absent for a paragraph. */
  readonly cell?: number;
  readonly start: number;
  readonly end: number;
}

/** The whole text that a span points into: a paragraph's, or one cell's. */
export function textAround(document: Pick<ExtractedDocument, "blocks">, span: Span): string {
  const block = document.blocks[span.block];
  if (block?.kind === "PARAGRAPH") return block.text;
  return block?.rows[span.row ?? -1]?.[span.cell ?? -1]?.text ?? "";
}

/** The characters that a span points at. */
export function textAt(document: Pick<ExtractedDocument, "blocks">, span: Span): string {
  return textAround(document, span).slice(span.start, span.end);
}
