import { extractDocument } from "../../../src/extract/extract-document";
import { formatOfName } from "../../../src/extract/detect-format";
import { EXTRACTION_LIMITS } from "../../../src/extract/extraction-limits";
import { writeCompoundFile } from "../../support/document-writers/write-compound-file";
import { writeDoc, writeDocParagraphs, property } from "../../support/document-writers/write-doc";
import { writeDocx } from "../../support/document-writers/write-docx";
import { writeXlsx } from "../../support/document-writers/write-xlsx";
import { writeZip } from "../../support/document-writers/write-zip";

jest.setTimeout(60_000);

const utf8 = (text: string): Buffer => Buffer.from(text);
const zip = (...names: string[]): Buffer => writeZip(names.map((name) => ({ name, content: "<a/>" })));

/** A Word document with one byte or more of its information block changed. */
function wordWith(offset: number, ...bytes: number[]): Buffer {
  const file = writeDoc(["甲".repeat(3000)]);
  Buffer.from(bytes).copy(file, file.indexOf(Buffer.from([0xec, 0xa5])) + offset);
  return file;
}

describe("what a file is", () => {
  it.each([
    ["a.pdf", writeDocx(["甲"]), "DOCX"],
    ["a.docx", writeDoc(["甲"]), "DOC"],
    ["a.doc", writeXlsx(["甲"]), "XLSX"],
    ["a.xls", utf8("<html><body>甲"), "HTML"],
    ["a.doc", utf8("示例局\n"), "TEXT"],
    ["unnamed", utf8("示例局\n"), "TEXT"],
  ])("is said by its bytes, whatever it is called: %s", async (name, bytes, format) => {
    await expect(extractDocument(bytes, name)).resolves.toMatchObject({ format });
  });

  it.each([
    ["nothing", Buffer.alloc(0), "a.txt", "FILE_EMPTY", undefined],
    ["white space", utf8(" \n"), "a.txt", "FILE_EMPTY", undefined],
    ["a photograph", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "a.pdf", "FILE_SCANNED", "JPEG"],
    ["rich text", utf8("{\\rtf1 a}"), "a.doc", "FORMAT_UNKNOWN", "RTF"],
    ["a list of values", utf8("a,b\n1,2\n"), "a.csv", "FORMAT_UNKNOWN", ".csv"],
    ["a bare archive", zip("a.txt"), "a.zip", "FORMAT_UNKNOWN", "zip"],
    ["an OFD", zip("OFD.xml"), "a.ofd", "FORMAT_UNKNOWN", "OFD"],
    ["an OpenDocument", zip("content.xml"), "a.odt", "FORMAT_UNKNOWN", "OpenDocument"],
    ["a binary sheet of the new kind", zip("xl/workbook.bin"), "a.xlsb", "FORMAT_UNKNOWN", "xlsb"],
    ["bytes of no meaning", Buffer.from([1, 2, 0, 3]), "a.bin", "FORMAT_UNKNOWN", ".bin"],
    ["a PDF without its head", Buffer.from([1, 2, 0, 3]), "a.pdf", "FILE_BROKEN", "it does not begin as a PDF file does"],
    ["text of no encoding", Buffer.from([0xff, 0xff, 0x31]), "a.txt", "ENCODING_REFUSED", undefined],
    ["half a docx", writeDocx(["甲"]).subarray(0, 300), "a.docx", "FILE_BROKEN", expect.any(String)],
    ["half a doc", writeDoc(["甲".repeat(3000)]).subarray(0, 3000), "a.doc", "FILE_BROKEN", expect.any(String)],
    ["an encrypted docx", writeCompoundFile({ EncryptedPackage: Buffer.alloc(100) }), "a.docx", "FILE_ENCRYPTED", undefined],
    ["an encrypted doc", wordWith(11, 0x13), "a.doc", "FILE_ENCRYPTED", undefined],
    ["a doc of Word 95", wordWith(0, 0xdc, 0xa5, 0x68), "a.doc", "FORMAT_UNKNOWN", "Word 95"],
    ["a compound file of something else", writeCompoundFile({ Other: Buffer.alloc(10) }), "a.msi", "FORMAT_UNKNOWN", expect.any(String)],
  ])("refuses %s with its reason", async (_name, bytes, fileName, code, detail) => {
    await expect(extractDocument(bytes, fileName)).rejects.toMatchObject({ name: "ExtractionError", code, detail });
  });

  it("refuses what is too large before it reads it", async () => {
    await expect(extractDocument(utf8("甲乙丙"), "a.txt", { ...EXTRACTION_LIMITS, fileBytes: 5 })).rejects.toMatchObject({
      code: "LIMIT_EXCEEDED",
    });
    await expect(extractDocument(utf8("甲\n乙\n丙\n"), "a.txt", { ...EXTRACTION_LIMITS, blocks: 2 })).rejects.toMatchObject({
      code: "LIMIT_EXCEEDED",
    });
  });

  it("knows the endings of names", () => {
    expect(["a.TXT", "b.docx", "c.htm", "d"].map(formatOfName)).toEqual(["TEXT", "DOCX", "HTML", undefined]);
  });
});

describe("doc", () => {
  const plain = Buffer.alloc(0);
  const read = async (...paragraphs: readonly { text: string; properties: Buffer }[]): Promise<unknown> =>
    (await extractDocument(writeDocParagraphs(paragraphs), "a.doc")).blocks;

  it("keeps the result of a field and not its code, and drops marks that are not printed", async () => {
    expect(
      await read(
        { text: "概况\u0013 PAGEREF x \u00143\u0015\u0002\u0005\r", properties: plain },
        { text: "甲\u000b乙\u001e丙\u001f\r", properties: plain },
      ),
    ).toEqual([
      { kind: "PARAGRAPH", text: "概况3" },
      { kind: "PARAGRAPH", text: "甲\n乙-丙" },
    ]);
  });

  it("ends a paragraph at a page end", async () => {
    expect(await read({ text: "甲\u000c", properties: plain }, { text: "乙\r", properties: plain })).toEqual([
      { kind: "PARAGRAPH", text: "甲" },
      { kind: "PARAGRAPH", text: "乙" },
    ]);
  });

  it("reads a row whose division is lost by its cells in order", async () => {
    const inTable = property(0x2416, 1);
    const end = Buffer.concat([inTable, property(0x2417, 1)]);
    expect(
      await read({ text: "甲\u0007", properties: inTable }, { text: "1\u0007", properties: inTable }, { text: "\u0007", properties: end }),
    ).toEqual([{ kind: "TABLE", rows: [["甲", "1"].map((text, column) => ({ text, column, columnSpan: 1, rowSpan: 1 }))] }]);
  });
});
