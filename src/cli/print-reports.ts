import type { DocumentReport, FoundContradiction, UncitedNumber } from "./document-report";
import { percentOf } from "./document-report";
import { tellDuration, tellRate } from "./import-progress";

const COLUMNS: readonly (readonly [title: string, cell: (report: DocumentReport) => string, alignRight?: boolean])[] = [
  ["document", (report) => report.file.split(/[\\/]/).at(-1) ?? report.file],
  ["result", (report) => report.status.toLowerCase()],
  ["unit", (report) => report.unit ?? ""],
  ["year", (report) => String(report.year ?? "")],
  ["kind", (report) => [report.kind, report.scope].filter(Boolean).join(" ")],
  ["figures", (report) => String(report.figures ?? ""), true],
  ["projects", (report) => String(report.projects ?? ""), true],
  ["findings", (report) => String(report.findings ?? ""), true],
  ["coverage", (report) => (report.coverage === undefined ? "" : `${report.coverage} %`), true],
  ["messages", (report) => String(report.messages.length), true],
];

/** A table of what became of each document, its totals, then what went wrong, document by document. */
export function printReports(reports: readonly DocumentReport[], print: (line: string) => void, seconds?: number): void {
  const rows = [COLUMNS.map(([title]) => title), ...reports.map((report) => COLUMNS.map(([, cell]) => cell(report))), totals(reports)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  const tell = (row: readonly string[]): string =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, COLUMNS[column]?.[2] === true))
      .join("  ")
      .trimEnd();
  rows.forEach((row, index) => {
    if (index === rows.length - 1) print(widths.map((width) => "-".repeat(width)).join("  "));
    print(tell(row));
  });
  print(`\n${tellOutcomes(reports)}${seconds === undefined ? "" : `, in ${tellDuration(seconds)}${tellPace(reports, seconds)}`}`);
  for (const report of reports) {
    if (report.status === "FAILED") print(`\n${report.file}: ${report.messages.map(({ text }) => text).join("; ")}`);
    else printMessages(report, print);
    if (report.found && report.found.length > 0) printFindings(report.file, report.found, print);
    if (report.uncited && report.uncited.length > 0) {
      print(`\n${report.file}: numbers that nothing cites`);
      for (const uncited of report.uncited) print(`  ${uncited.number}  in  ${uncited.text}  (${tellPlace(uncited)})`);
    }
  }
}

/** More than these are counted only. */
const MESSAGES_TOLD = 5;

function printMessages({ file, messages }: DocumentReport, print: (line: string) => void): void {
  if (messages.length === 0) return;
  print(`\n${file}: ${messages.length} message${messages.length === 1 ? "" : "s"}`);
  for (const { code, text } of messages.slice(0, MESSAGES_TOLD)) print(`  ${code}  ${text}`);
  if (messages.length > MESSAGES_TOLD) print(`  … and ${messages.length - MESSAGES_TOLD} more (--json gives them all)`);
}

function printFindings(file: string, found: readonly FoundContradiction[], print: (line: string) => void): void {
  print(`\n${file}: ${found.length} finding${found.length === 1 ? "" : "s"}`);
  for (const { severity, rule, text, citations } of found) {
    print(`  ${severity.padEnd(7)}  ${rule}  ${text}`);
    for (const cited of citations) print(`           “${cited.text}”`);
  }
}

function totals(reports: readonly DocumentReport[]): string[] {
  const sum = (value: (report: DocumentReport) => number | undefined): number =>
    reports.reduce((total, report) => total + (value(report) ?? 0), 0);
  const printed = sum(({ numbersPrinted }) => numbersPrinted);
  const read = reports.filter(({ numbersPrinted }) => numbersPrinted !== undefined);
  return [
    "total",
    "",
    `units: ${new Set(read.map(({ unit }) => unit)).size}`,
    "",
    "",
    String(sum(({ figures }) => figures)),
    String(sum(({ projects }) => projects)),
    String(sum(({ findings }) => findings)),
    read.length === 0
      ? ""
      : `${percentOf(
          sum(({ numbersCited }) => numbersCited),
          printed,
        )} %`,
    String(sum(({ messages }) => messages.length)),
  ];
}

/** 4 documents: 2 imported, 1 unchanged, 1 failed. */
function tellOutcomes(reports: readonly DocumentReport[]): string {
  const counts = new Map<string, number>();
  for (const { status } of reports) counts.set(status, (counts.get(status) ?? 0) + 1);
  const told = [...counts].map(([status, count]) => `${count} ${status.toLowerCase()}`).join(", ");
  return `${reports.length} document${reports.length === 1 ? "" : "s"}: ${told}`;
}

function tellPace(reports: readonly DocumentReport[], seconds: number): string {
  const rate = tellRate(reports.filter(({ status }) => status !== "LEFT").length, seconds);
  return rate === "" ? "" : ` (${rate})`;
}

/** Counted from 1, as a person does. */
function tellPlace({ section, block, row, cell }: UncitedNumber): string {
  const place = row === undefined ? `paragraph ${block + 1}` : `block ${block + 1}, row ${row + 1}, cell ${(cell ?? 0) + 1}`;
  return section === "" ? place : `${section}, ${place}`;
}

/** 中文 and full-width marks take two columns of a terminal. */
const displayWidth = (text: string): number =>
  [...text].reduce((width, letter) => width + (/[\u1100-\u115f\u2e80-\uffdc]/.test(letter) ? 2 : 1), 0);

const pad = (text: string, width: number, right: boolean): string => {
  const blank = " ".repeat(Math.max(0, width - displayWidth(text)));
  return right ? blank + text : text + blank;
};
