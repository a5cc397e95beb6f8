import { tellFinding } from "../check/tell-finding";
import type { Severity } from "../model/finding";
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
  /** What contradicts itself, in words; of a check. */
  readonly found?: readonly FoundContradiction[];
  readonly uncited?: readonly UncitedNumber[];
}

/** A finding as it is told at a terminal. */
export interface FoundContradiction {
  readonly severity: Severity;
  readonly rule: string;
  readonly text: string;
  /** The sentences and rows that it cites, as printed, and their places. */
  readonly citations: readonly { readonly text: string; readonly block: number; readonly row?: number }[];
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

export interface ReportOptions {
  readonly uncited?: boolean;
  /** Tells the findings in this language; without it they are only counted. */
  readonly findings?: Language;
}

export type Language = "en" | "zh";

export function reportOf(file: string, read: ReadDocument, status: DocumentReport["status"], options: ReportOptions = {}): DocumentReport {
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
    messages: disclosure.messages.map((message) => ({ code: message.code, text: tellMessage(message, options.findings) })),
    ...(options.findings !== undefined && { found: findingsOf(read, options.findings) }),
    ...(options.uncited === true && { uncited: coverage.uncited.map((span) => uncitedNumber(read, span)) }),
  };
}

/** Two decimals, rounded down: 100 % is said of everything only. */
export const percentOf = (part: number, whole: number): number => (whole === 0 ? 100 : Math.floor((part * 10_000) / whole) / 100);

function findingsOf({ extracted, checked }: ReadDocument, language: Language): FoundContradiction[] {
  return checked.findings.map((finding) => ({
    severity: finding.severity,
    rule: finding.rule,
    text: tellFinding(finding, language),
    citations: finding.citations.map((span) => ({
      text: quote(extracted, span),
      block: span.block,
      ...(span.row !== undefined && { row: span.row }),
    })),
  }));
}

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
