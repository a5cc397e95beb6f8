import type { Block } from "../../../src/model/extracted-document";
import { extractDocument } from "../../../src/extract/extract-document";
import { formatCellNumber } from "../../../src/extract/sheet/format-number";
import { writeXls } from "../../support/document-writers/write-xls";
import { writeXlsxSheets } from "../../support/document-writers/write-xlsx";

const tell = (blocks: readonly Block[]): unknown[] =>
  blocks.map((block) => (block.kind === "PARAGRAPH" ? block.text : block.rows.map((row) => row.map((cell) => cell.text))));
const text = (place: string, content: string, style = 0): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t>${content}</t></is></c>`;
const number = (place: string, value: string, style = 0): string => `<c r="${place}" s="${style}"><v>${value}</v></c>`;
const read = async (...sheets: readonly { name: string; xml: string; state?: string }[]): Promise<unknown[]> =>
  tell((await extractDocument(writeXlsxSheets(sheets), "a.xlsx")).blocks);

describe("xlsx", () => {
  it("takes the lines above and below the ruled cells as paragraphs", async () => {
    const rows = [
      text("A1", "支出决算表"),
      text("A2", "编制单位：示例局") + text("B2", "单位：万元"),
      text("A3", "项目", 1) + text("B3", "决算数", 1),
      text("A4", "合计", 1) + number("B4", "1234.5", 2),
      text("A5", "注：示例"),
    ];
    expect(
      await read({ name: "a", xml: `<sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row}</row>`).join("")}</sheetData>` }),
    ).toEqual([
      "支出决算表",
      "编制单位：示例局        单位：万元",
      [
        ["项目", "决算数"],
        ["合计", "1,234.50"],
      ],
      "注：示例",
    ]);
  });

  it("begins the table of a sheet without lines at its first row of several cells", async () => {
    const rows = [
      text("A1", "支出决算表"),
      text("A2", "金额单位：万元"),
      text("A3", "项目") + text("B3", "决算数"),
      text("A4", "合计") + number("B4", "1.5"),
      text("A5", "其中："),
      text("A6", "司法") + number("B6", "1.5"),
      text("A7", "备注：示例"),
    ];
    expect(
      await read({ name: "a", xml: `<sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row}</row>`).join("")}</sheetData>` }),
    ).toEqual([
      "支出决算表",
      "金额单位：万元",
      [
        ["项目", "决算数"],
        ["合计", "1.5"],
        ["其中：", ""],
        ["司法", "1.5"],
      ],
      "备注：示例",
    ]);
  });

  it("gives each visible sheet as a page, and says which are hidden", async () => {
    const xml = (content: string): string => `<sheetData><row r="1">${text("A1", content)}</row></sheetData>`;
    const document = await extractDocument(
      writeXlsxSheets([
        { name: "一", xml: xml("甲") },
        { name: "二", xml: xml("乙"), state: "hidden" },
        { name: "三", xml: xml("丙") },
      ]),
      "a.xlsx",
    );
    expect(document.blocks).toEqual([
      { kind: "PARAGRAPH", text: "甲", page: 1 },
      { kind: "PARAGRAPH", text: "丙", page: 3 },
    ]);
    expect(document.messages).toEqual([{ code: "PART_SKIPPED", place: "sheet 2", detail: "sheet 二 is hidden" }]);
  });

  it("leaves hidden rows and columns out, and columns without text", async () => {
    const rows = [
      `<row r="1">${text("A1", "甲", 1)}${text("B1", "藏", 1)}${text("C1", "", 1)}${text("D1", "1", 1)}</row>`,
      `<row r="2" hidden="1">${text("A2", "藏", 1)}${text("D2", "2", 1)}</row>`,
      `<row r="3">${text("A3", "乙", 1)}${text("D3", "3", 1)}</row>`,
    ];
    expect(await read({ name: "a", xml: `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>${rows.join("")}</sheetData>` })).toEqual(
      [
        [
          ["甲", "1"],
          ["乙", "3"],
        ],
      ],
    );
  });

  it("shows logical values, errors and the saved results of formulas", async () => {
    const cells = `<c r="A1" s="1" t="b"><v>1</v></c><c r="B1" s="1" t="e"><v>#REF!</v></c><c r="C1" s="1" t="str"><f>A1</f><v>文</v></c><c r="D1" s="3"><f>1+1</f><v>2</v></c>`;
    expect(await read({ name: "a", xml: `<sheetData><row r="1">${cells}</row></sheetData>` })).toEqual([[["TRUE", "#REF!", "文", "2.00"]]]);
  });

  it("places cells and rows that do not say where they are", async () => {
    const cell = (content: string): string => `<c s="1" t="inlineStr"><is><t>${content}</t></is></c>`;
    expect(
      await read({ name: "a", xml: `<sheetData><row>${cell("甲")}${cell("1")}</row><row>${cell("乙")}${cell("2")}</row></sheetData>` }),
    ).toEqual([
      [
        ["甲", "1"],
        ["乙", "2"],
      ],
    ]);
  });
});

describe("xls", () => {
  it("reads texts that run over the end of a record", async () => {
    const long = "预算".repeat(3_000);
    expect(tell((await extractDocument(writeXls([long, long]), "a.xls")).blocks)).toEqual([long, long]);
  });
});

describe("number formats", () => {
  it.each([
    [1234.5, "#,##0.00", "1,234.50"],
    [0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"],
    [-1234.567, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-1,234.57"],
    [0.075, "0.00%", "7.50%"],
    [1.005, "0.00", "1.01"],
    [0.1 + 0.2, "General", "0.3"],
    [-0.001, "0.00", "0.00"],
    [45292, 'yyyy"年"m"月"d"日"', "2024年1月1日"],
    [45292.75, "yyyy-mm-dd hh:mm", "2024-01-01 18:00"],
    [12345678.9, "0.0,", "12345.7"],
    [5, "00", "05"],
    [1234, "[>=1000]#,##0;0", "1,234"],
    [-3, "0;[Red](0)", "(3)"],
    [3.5, "[$¥-804]#,##0.00", "¥3.50"],
    [0, "#,##0.00;-#,##0.00;", ""],
    [12, '0"个"', "12个"],
    [2040605, "General", "2040605"],
    [123456789012.34, "General", "123456789012.34"],
    [100, "0.00E+00", "1.00E+02"],
    [1, "@", "1"],
  ])("%d in %s is %s", (value, format, expected) => {
    expect(formatCellNumber(value, format)).toBe(expected);
  });
});
