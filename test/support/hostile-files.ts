import { deflateSync } from "node:zlib";
import type { ExtractionErrorCode } from "../../src/extract/extraction-error";
import { paragraphXml, writeDocxBody } from "./document-writers/write-docx";
import { textOperator, writePdfObjects, writePdfPages } from "./document-writers/write-pdf";
import { writeXlsxSheets } from "./document-writers/write-xlsx";
import { writeZip } from "./document-writers/write-zip";

const sheet = (xml: string): Buffer => writeXlsxSheets([{ name: "a", xml }]);
const cell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

function pdfWithStream(content: Buffer, dictionary: string): Buffer {
  const parts = [Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`), content, Buffer.from("\nendstream")];
  return writePdfObjects([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
    Buffer.concat(parts).toString("latin1"),
  ]);
}

/** Each is small, and made to cost whoever reads it much. */
export const HOSTILE_FILES: readonly (readonly [name: string, bytes: () => Uint8Array, refused: ExtractionErrorCode | "READ"])[] = [
  [
    "a sheet merged whole",
    () =>
      sheet(
        `<sheetData><row r="1">${cell("A1", "甲")}${cell("B1", "1")}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
      ),
    "READ",
  ],
  [
    "a sheet with one cell in its last corner",
    () => sheet(`<sheetData><row r="1">${cell("A1", "甲")}</row><row r="1048576">${cell("XFD1048576", "乙")}</row></sheetData>`),
    "READ",
  ],
  [
    "a sheet whose merged cells all overlap",
    () => {
      const rows = Array.from(
        { length: 300 },
        (_, at) => `<row r="${at + 1}">${cell(`A${at + 1}`, "1")}${cell(`B${at + 1}`, "2")}</row>`,
      ).join("");
      return sheet(`<sheetData>${rows}</sheetData><mergeCells>${'<mergeCell ref="A1:B300"/>'.repeat(50_000)}</mergeCells>`);
    },
    "LIMIT_EXCEEDED",
  ],
  [
    "a document that inflates to a gigabyte",
    () => writeZip([...Array(5)].map((_, at) => ({ name: `word/${at}.xml`, content: "", claimedSize: 2 ** 28 }))),
    "LIMIT_EXCEEDED",
  ],
  [
    "a part that is larger than the directory says",
    () => writeZip([{ name: "word/document.xml", content: Buffer.concat([Buffer.from("<a>"), Buffer.alloc(3e6, 32)]), claimedSize: 10 }]),
    "LIMIT_EXCEEDED",
  ],
  ["a zip of many parts", () => writeZip(Array.from({ length: 6_000 }, (_, at) => ({ name: `${at}`, content: "" }))), "LIMIT_EXCEEDED"],
  [
    "a document of very many cells",
    () => writeDocxBody(`<w:tbl>${`<w:tr>${"<w:tc/>".repeat(50)}</w:tr>`.repeat(11_000)}</w:tbl>`),
    "LIMIT_EXCEEDED",
  ],
  [
    "tables within tables within tables",
    () => writeDocxBody("<w:tbl><w:tr><w:tc>".repeat(500) + "</w:tc></w:tr></w:tbl>".repeat(500)),
    "LIMIT_EXCEEDED",
  ],
  [
    "a cell as wide as a number can be",
    () =>
      writeDocxBody(
        `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${paragraphXml("甲")}</w:tc><w:tc>${paragraphXml("乙")}</w:tc></w:tr></w:tbl>`,
      ),
    "READ",
  ],
  [
    "entities that grow by tens",
    () =>
      writeZip([
        {
          name: "word/document.xml",
          content: `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>`,
        },
      ]),
    "FILE_BROKEN",
  ],
  [
    "a page that is listed 20,000 times",
    () =>
      writePdfObjects([
        "<< /Type /Catalog /Pages 2 0 R >>",
        `<< /Type /Pages /Count 20000 /Kids [${"3 0 R ".repeat(20_000)}] >>`,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
      ]),
    "LIMIT_EXCEEDED",
  ],
  [
    "a heavy page that is listed 900 times",
    () => writePdfPages([`${textOperator("预算", 10, 10)}\n${"0 0 m 10 10 l S\n".repeat(20_000)}`], { times: 900 }),
    "LIMIT_EXCEEDED",
  ],
  ["a page of too many characters", () => writePdfPages([`${textOperator("预算".repeat(100), 10, 10)}\n`.repeat(600)]), "LIMIT_EXCEEDED"],
  [
    "a page tree that runs in a circle",
    () => writePdfObjects(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R] >>"]),
    "FILE_BROKEN",
  ],
  [
    "a page that inflates to a quarter of a gigabyte",
    () => pdfWithStream(deflateSync(Buffer.alloc(2 ** 28), { level: 1 }), "/Filter /FlateDecode"),
    "LIMIT_EXCEEDED",
  ],
  ["a page of elements 100,000 deep", () => Buffer.from(`<html><body>${"<div>".repeat(100_000)}预算</body></html>`), "LIMIT_EXCEEDED"],
  [
    "a page of cells that span everything",
    () => Buffer.from(`<table>${'<tr><td rowspan="65534" colspan="1000">甲</td><td>1</td></tr>'.repeat(2_000)}</table>`),
    "LIMIT_EXCEEDED",
  ],
  ["tables never closed", () => Buffer.from(`<html>${"<table><tr><td>".repeat(20_000)}`), "LIMIT_EXCEEDED"],
  ["a text of empty cells", () => Buffer.from("\t\n".repeat(600_000)), "LIMIT_EXCEEDED"],
];
