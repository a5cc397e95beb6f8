import { settleFigures } from "../model/figure";
import { tellMessage } from "../model/message";
import type { ReadDocument } from "../ingest/import-document";
import type { Span } from "../model/extracted-document";
import { textAt } from "../model/extracted-document";
import { quote } from "../model/quote";

/** What one document came to, as `--json` prints it. */
export interface DocumentReport {
  readonly file: string;
  /** UNCHANGED: imported before with the same result. CHECKED: read, not stored. LEFT: not begun, the run was interrupted. */
  readonly status: "IMPORTED" | "UNCHANGED" | "CHECKED" | "FAILED" | "LEFT";
  readonly sha256?: string;
  readonly unit?: string;
  readonly year?: number;
  readonly kind?: string;
  readonly scope?: string;
  readonly revision?: number;
  readonly published?: boolean;
  readonly figures?: number;
  readonly projects?: number;
  readonly findings?: number;
  /** How many numbers the financial parts print, and how many of them are cited. */
  readonly numbersPrinted?: number;
  readonly numbersCited?: number;
  /** The share of the two, in percent, two decimals rounded down. */
  readonly coverage?: number;
  readonly messages: readonly { readonly code: string; readonly text: string }[];
  readonly uncited?: readonly UncitedNumber[];
}

/** A printed number that nothing cites. */
export interface UncitedNumber {
  readonly number: string;
  /** The sentence or the row that it stands in. */
  readonly text: string;
  /** Heading of its section; empty before the first one. */
  readonly section: string;
  /** Block of the extracted document, and row and cell where the block is a table; all counted from 0. */
  readonly block: number;
  readonly row?: number;
  readonly cell?: number;
}

export function reportOf(file: string, read: ReadDocument, status: DocumentReport["status"], withUncited: boolean): DocumentReport {
  const { disclosure, sha256, checked } = read;
  const { header, coverage } = disclosure;
  return {
    file,
    status,
    sha256,
    unit: header.unitName,
    year: header.year,
    kind: header.kind,
    scope: header.scope,
    figures: settleFigures(disclosure.readings).length,
    projects: disclosure.projects.length,
    findings: checked.findings.length,
    numbersPrinted: coverage.printed,
    numbersCited: coverage.cited,
    coverage: percentOf(coverage.cited, coverage.printed),
    messages: disclosure.messages.map((message) => ({ code: message.code, text: tellMessage(message) })),
    ...(withUncited && { uncited: coverage.uncited.map((span) => uncitedNumber(read, span)) }),
  };
}

/** Two decimals, rounded down: 100 % is said of everything only. */
export const percentOf = (part: number, whole: number): number => (whole === 0 ? 100 : Math.floor((part * 10_000) / whole) / 100);

function uncitedNumber({ extracted, disclosure }: ReadDocument, span: Span): UncitedNumber {
  const section = disclosure.sections.findLast(({ from }) => from <= span.block);
  return {
    number: textAt(extracted, span),
    text: quote(extracted, span),
    section: section?.title ?? "",
    block: span.block,
    ...(span.row !== undefined && { row: span.row }),
    ...(span.cell !== undefined && { cell: span.cell }),
  };
}
