import { extractInChild } from "../../../src/extract/extract-in-child";
import type { DocumentDescription } from "../../support/document-writers/document-description";
import { blocksOfDescription, withoutPages } from "../../support/document-writers/document-description";
import { writeDoc } from "../../support/document-writers/write-doc";
import { writeDocx } from "../../support/document-writers/write-docx";
import { writeHtml } from "../../support/document-writers/write-html";
import { writePdf } from "../../support/document-writers/write-pdf";
import { writeText } from "../../support/document-writers/write-text";
import { writeXls } from "../../support/document-writers/write-xls";
import { writeXlsx } from "../../support/document-writers/write-xlsx";

jest.setTimeout(60_000);

const WRITERS: Readonly<Record<string, (description: DocumentDescription) => Uint8Array>> = {
  TEXT: (description) => Buffer.from(writeText(description)),
  DOCX: writeDocx,
  DOC: writeDoc,
  XLSX: writeXlsx,
  XLS: writeXls,
  HTML: (description) => Buffer.from(writeHtml(description)),
  PDF: (description) => writePdf(description),
};

const PARAGRAPHS: DocumentDescription = [
  "示例局二〇二三年度部门决算",
  "一、收入支出决算总体情况",
  "示例局2023年度收入、支出决算总计1,234.56万元，与上年决算相比，收、支总计各增加100.06万元，增长8.82%，其中人员经费增加较多，公用经费与上年持平。",
  "二、收入决算情况",
];

const PLAIN_TABLE: DocumentDescription = [
  "收入决算表",
  "单位：万元",
  {
    rows: [
      ["项目", "年初预算数", "决算数"],
      ["财政拨款收入", "1,200.00", "1,234.56"],
      ["其他收入", "", "0.00"],
      [{ text: "利息收入", indent: 1 }, "12.00", ""],
      ["合计", "1,212.00", "1,234.56"],
    ],
  },
  "注：本表反映本年度收入。",
];

const MERGED_TABLE: DocumentDescription = [
  "支出决算表",
  {
    rows: [
      [
        { text: "项目", columnSpan: 2 },
        { text: "合计", rowSpan: 2 },
        { text: "其中", columnSpan: 2 },
      ],
      ["编码", "名称", "基本支出", "项目支出"],
      ["204", "公共安全支出", "5,000.00", "3,000.00", "2,000.00"],
      [{ text: "产出指标", rowSpan: 2 }, "数量指标", "3", "3", "10"],
      ["质量指标", "100%", "100%", "10"],
    ],
  },
];

const TWO_TABLES: DocumentDescription = [
  {
    rows: [
      ["甲", "1.00"],
      ["乙", "2.00"],
    ],
  },
  "第二个表",
  {
    rows: [
      ["丙", "3.00", "4.00"],
      ["丁", "5.00", "6.00"],
    ],
  },
];

describe.each(Object.entries(WRITERS))("%s", (format, write) => {
  const read = async (description: DocumentDescription): Promise<unknown> => {
    const document = await extractInChild({ bytes: write(description), fileName: "unnamed" });
    expect(document.format).toBe(format);
    expect(document.messages).toEqual([]);
    return withoutPages(document.blocks);
  };

  it("gives paragraphs", async () => {
    expect(await read(PARAGRAPHS)).toEqual(blocksOfDescription(PARAGRAPHS));
  });

  it("gives a table with blank cells, indents and the lines around it", async () => {
    expect(await read(PLAIN_TABLE)).toEqual(blocksOfDescription(PLAIN_TABLE));
  });

  // The text form has no merged cells.
  (format === "TEXT" ? it.skip : it)("gives merged cells", async () => {
    expect(await read(MERGED_TABLE)).toEqual(blocksOfDescription(MERGED_TABLE));
  });

  it("gives several tables", async () => {
    expect(await read(TWO_TABLES)).toEqual(blocksOfDescription(TWO_TABLES));
  });
});
