import { settleFigures } from "../model/figure";
import { tellMessage } from "../model/message";
import type { ReadDocument } from "../ingest/import-document";
import { textAt } from "../model/extracted-document";
import { quote } from "../model/quote";

/** What one document came to, as `--json` prints it. */
export interface DocumentReport {
  readonly file: string;
  readonly status: "IMPORTED" | "UNCHANGED" | "CHECKED" | "FAILED";
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
  /** Percent of the printed numbers that are cited, two decimals rounded down. */
  readonly coverage?: number;
  readonly messages: readonly { code: string; text: string }[];
  readonly uncited?: readonly { number: string; text: string }[];
}

export function reportOf(file: string, read: ReadDocument, status: DocumentReport["status"], withUncited: boolean): DocumentReport {
  const { disclosure, extracted, sha256, checked } = read;
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
    coverage: coverage.printed === 0 ? 100 : Math.floor((coverage.cited * 10_000) / coverage.printed) / 100,
    messages: disclosure.messages.map((message) => ({ code: message.code, text: tellMessage(message) })),
    ...(withUncited && {
      uncited: coverage.uncited.map((span) => ({ number: textAt(extracted, span), text: quote(extracted, span) })),
    }),
  };
}
