import type { DocumentReport } from "./document-report";

const COLUMNS: readonly (readonly [title: string, cell: (report: DocumentReport) => string, alignRight?: boolean])[] = [
  ["document", (report) => report.file.split("/").at(-1) ?? report.file],
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

/** A table of what was imported, then what went wrong, document by document. */
export function printReports(reports: readonly DocumentReport[], print: (line: string) => void): void {
  const rows = [COLUMNS.map(([title]) => title), ...reports.map((report) => COLUMNS.map(([, cell]) => cell(report)))];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  for (const row of rows) {
    print(
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, COLUMNS[column]?.[2] === true))
        .join("  ")
        .trimEnd(),
    );
  }
  for (const report of reports) {
    if (report.status === "FAILED") print(`\n${report.file}: ${report.messages.map(({ text }) => text).join("; ")}`);
    if (report.uncited && report.uncited.length > 0) {
      print(`\n${report.file}: numbers that nothing cites`);
      for (const { number, text } of report.uncited) print(`  ${number}  in  ${text}`);
    }
  }
}

/** 中文 and full-width marks take two columns of a terminal. */
const displayWidth = (text: string): number =>
  [...text].reduce((width, letter) => width + (/[\u1100-\u115f\u2e80-\uffdc]/.test(letter) ? 2 : 1), 0);

const pad = (text: string, width: number, right: boolean): string => {
  const blank = " ".repeat(Math.max(0, width - displayWidth(text)));
  return right ? blank + text : text + blank;
};
