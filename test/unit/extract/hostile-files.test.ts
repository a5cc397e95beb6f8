import { deflateSync } from "node:zlib";
import type { ExtractionErrorCode } from "../../../src/extract/extraction-error";
import { ExtractionPool } from "../../../src/extract/extraction-pool";
import { paragraphXml, writeDocx, writeDocxBody } from "../../support/document-writers/write-docx";
import { textOperator, writePdf, writePdfObjects, writePdfPages } from "../../support/document-writers/write-pdf";
import { writeXlsxSheets } from "../../support/document-writers/write-xlsx";
import { writeZip } from "../../support/document-writers/write-zip";

const pool = new ExtractionPool({ parallel: 1, process: { cpuSeconds: 2, wallSeconds: 40, heapMegabytes: 128, memoryMegabytes: 350 } });
afterAll(() => pool.close());

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
const ATTACKS: readonly (readonly [name: string, bytes: () => Uint8Array, refused: ExtractionErrorCode | "READ"])[] = [
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

describe("hostile files", () => {
  it.each(ATTACKS)(
    "%s",
    async (_name, bytes, expected) => {
      const file = { bytes: bytes(), fileName: "attack" };
      const start = Date.now();
      const outcome = await pool.extract(file).then(
        () => "READ",
        (error: unknown) => (error as { code?: string }).code ?? String(error),
      );
      expect(outcome).toBe(expected);
      expect(Date.now() - start).toBeLessThan(50_000);
    },
    60_000,
  );

  it("leaves the pool able to read the next file", async () => {
    const documents = await Promise.all([writeDocx(["甲"]), writePdf(["乙"])].map((bytes) => pool.extract({ bytes, fileName: "a" })));
    expect(documents.flatMap(({ blocks }) => blocks.map((block) => block.kind === "PARAGRAPH" && block.text))).toEqual(["甲", "乙"]);
  });
});

describe("the extraction pool", () => {
  it("ends a child that works too long by the clock, and says so", async () => {
    const hurried = new ExtractionPool({ parallel: 1, process: { wallSeconds: 0.001 } });
    await expect(hurried.extract({ bytes: writePdf(["甲"]), fileName: "a.pdf" })).rejects.toMatchObject({
      code: "LIMIT_EXCEEDED",
      detail: "0.001 seconds",
    });
    hurried.close();
  });

  it("ends a child that takes too much memory, and says so", async () => {
    const narrow = new ExtractionPool({ parallel: 1, process: { memoryMegabytes: 30 } });
    await expect(narrow.extract({ bytes: writePdf(["甲"]), fileName: "a.pdf" })).rejects.toMatchObject({
      code: "LIMIT_EXCEEDED",
      detail: "memory",
    });
    narrow.close();
  });

  it("tells an unreadable path as the plain error that it is", async () => {
    await expect(pool.extract({ path: "/no/such/file.docx" })).rejects.toThrow(/ENOENT/);
  });

  it("works on several documents at once, and replaces its children", async () => {
    const busy = new ExtractionPool({ parallel: 2, documentsPerChild: 2 });
    const documents = await Promise.all(
      Array.from({ length: 7 }, (_, at) => busy.extract({ bytes: Buffer.from(`第${at}份\n`), fileName: "a.txt" })),
    );
    expect(documents.map(({ blocks }) => blocks)).toEqual(Array.from({ length: 7 }, (_, at) => [{ kind: "PARAGRAPH", text: `第${at}份` }]));
    busy.close();
  });

  it("rejects what waits when it is closed", async () => {
    const closing = new ExtractionPool({ parallel: 1 });
    const waiting = closing.extract({ bytes: Buffer.from("甲"), fileName: "a.txt" });
    closing.close();
    await expect(waiting).rejects.toThrow();
    await expect(closing.extract({ bytes: Buffer.from("甲"), fileName: "a.txt" })).rejects.toThrow(/closed/);
  });
});
