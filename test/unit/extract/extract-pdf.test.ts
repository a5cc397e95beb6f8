import fs from "node:fs";
import path from "node:path";
import type { Block, Table } from "../../../src/model/extracted-document";
import { extractInChild } from "../../../src/extract/extract-in-child";
import type { DocumentDescription } from "../../support/document-writers/document-description";
import { blocksOfDescription, withoutPages } from "../../support/document-writers/document-description";
import type { PdfOptions } from "../../support/document-writers/write-pdf";
import { textOperator, writePdf, writePdfObjects, writePdfPages } from "../../support/document-writers/write-pdf";

jest.setTimeout(60_000);

const tell = (blocks: readonly Block[]): unknown[] =>
  blocks.map((block) => (block.kind === "PARAGRAPH" ? block.text : block.rows.map((row) => row.map((cell) => cell.text))));
const read = (bytes: Uint8Array): ReturnType<typeof extractInChild> => extractInChild({ bytes, fileName: "a.pdf" });
const readPages = async (contents: readonly string[], options?: Parameters<typeof writePdfPages>[1]): Promise<unknown[]> =>
  tell((await read(writePdfPages(contents, options))).blocks);
const box = (x: number, y: number, width: number, height: number): string => `${x} ${y} ${width} ${height} re S`;

const LONG_TABLE: DocumentDescription = [
  "支出决算表",
  { rows: [["项目", "决算数", "上年数"], ...Array.from({ length: 60 }, (_, at) => [`第${at + 1}项支出`, `${at}.00`, ""])] },
  "注：本表反映支出。",
];
const PROSE: DocumentDescription = Array.from(
  { length: 12 },
  (_, at) => `${at}${"示例局按照有关规定安排收入和支出，并将结果向社会公开。".repeat(6)}`,
);

describe("pdf", () => {
  it.each<[string, DocumentDescription, PdfOptions]>([
    ["a table that runs over pages", LONG_TABLE, {}],
    ["a table whose head is printed on every page", LONG_TABLE, { repeatedRows: 1 }],
    ["a table between page numbers and page heads", LONG_TABLE, { repeatedRows: 1, pageNumbers: true }],
    ["paragraphs that run over pages", PROSE, { pageNumbers: true }],
    ["text that is drawn from the bottom up", PROSE, { reversed: true }],
  ])("joins %s", async (_name, description, options) => {
    const document = await read(writePdf(description, options));
    expect(withoutPages(document.blocks)).toEqual(blocksOfDescription(description));
    expect(document.messages).toEqual([]);
  });

  it("keeps a page head that all pages share once", async () => {
    const document = await read(writePdf(PROSE, { header: "示例局2023年度部门决算" }));
    expect(tell(document.blocks).filter((text) => text === "示例局2023年度部门决算")).toHaveLength(1);
    expect(withoutPages(document.blocks).slice(1)).toEqual(blocksOfDescription(PROSE));
  });

  it("reads a table without lines by the places of its text, and says that its columns are doubtful", async () => {
    const description: DocumentDescription = [
      "单位：万元",
      {
        rows: [
          ["项目", "年初预算数", "决算数"],
          ["财政拨款收入", "1,200.00", "1,234.56"],
          ["其他收入", "", "0.50"],
          ["合计", "1,200.00", "1,235.06"],
        ],
      },
    ];
    const document = await read(writePdf(description, { withoutLines: true }));
    expect(withoutPages(document.blocks)).toEqual(blocksOfDescription(description));
    expect(document.messages).toEqual([expect.objectContaining({ code: "COLUMN_DOUBTFUL", span: { block: 1, start: 0, end: 0 } })]);
  });

  it("keeps numbers of neighbouring cells apart, however near they are", async () => {
    const rows = [0, 1].map((row) =>
      [
        box(100, 700 - 20 * row, 40, 20),
        box(140, 700 - 20 * row, 40, 20),
        textOperator("1,234.56", 101, 706 - 20 * row, 9),
        textOperator("7,890.12", 141, 706 - 20 * row, 9),
      ].join("\n"),
    );
    expect(await readPages([rows.join("\n")])).toEqual([
      [
        ["1,234.56", "7,890.12"],
        ["1,234.56", "7,890.12"],
      ],
    ]);
  });

  it("keeps a number whole that is drawn in pieces", async () => {
    const lines = [box(100, 700, 80, 20), box(180, 700, 80, 20)].join("\n");
    const pieces = [
      textOperator("甲", 102, 706),
      textOperator("1,2", 184, 706),
      textOperator("34", 202, 706),
      textOperator(".56", 214, 706),
    ].join("\n");
    expect(await readPages([`${lines}\n${pieces}`])).toEqual([[["甲", "1,234.56"]]]);
  });

  it("keeps a name whole that hangs over into the next cell", async () => {
    const lines = [box(100, 700, 50, 20), box(150, 700, 50, 20), box(100, 680, 50, 20), box(150, 680, 50, 20)].join("\n");
    const text = [textOperator("公共安全支出", 103, 706), textOperator("司法", 103, 686), textOperator("5", 190, 686)].join("\n");
    expect(await readPages([`${lines}\n${text}`])).toEqual([
      [
        ["公共安全支出", ""],
        ["司法", "5"],
      ],
    ]);
  });

  it("parts rows that no lines part by the amounts in them", async () => {
    const lines = [box(100, 620, 90, 80), box(190, 620, 60, 80), box(250, 620, 60, 80), box(100, 700, 210, 20)].join("\n");
    const row = (at: number, name: string, first: string, second: string): string =>
      [textOperator(name, 104, 686 - 25 * at), textOperator(first, 194, 684 - 25 * at), textOperator(second, 254, 684 - 25 * at)].join(
        "\n",
      );
    const texts = [row(0, "财政拨款", "1.00", "2.00"), row(1, "其他收入", "3.00", ""), row(2, "合计", "4.00", "2.00")].join("\n");
    expect(await readPages([`${lines}\n${textOperator("收入", 104, 706)}\n${texts}`])).toEqual([
      [["收入"], ["财政拨款", "1.00", "2.00"], ["其他收入", "3.00", ""], ["合计", "4.00", "2.00"]],
    ]);
  });

  it("joins a row whose texts the page broke", async () => {
    const sides = (y: number): string => [box(72, y, 60, 40), box(132, y, 250, 40), box(382, y, 60, 40)].join("\n");
    const first = [sides(640), sides(600), textOperator("项目", 76, 660), textOperator("内容", 140, 660), textOperator("分值", 390, 660)];
    first.push(textOperator("目标", 76, 620), textOperator("通过宣传有效提高公民法律意识和法治", 140, 620), textOperator("10", 390, 620));
    const second = [
      sides(700),
      sides(660),
      textOperator("素养水平。", 140, 720),
      textOperator("总分", 76, 680),
      textOperator("10", 390, 680),
    ];
    expect(await readPages([first.join("\n"), second.join("\n")])).toEqual([
      [
        ["项目", "内容", "分值"],
        ["目标", "通过宣传有效提高公民法律意识和法治素养水平。", "10"],
        ["总分", "", "10"],
      ],
    ]);
  });

  it("does not read what is drawn outside of what is shown", async () => {
    const clipped = `q 90 690 60 40 re W n\n${textOperator("见", 100, 700)}\n${textOperator("不见", 300, 700)}\nQ\n${textOperator("页外", 100, -50)}`;
    expect(await readPages([clipped])).toEqual(["见"]);
  });

  it("reads a character once that is printed twice to look bold", async () => {
    expect(await readPages([`${textOperator("预算", 100, 700)}\n${textOperator("预算", 100.4, 700)}`])).toEqual(["预算"]);
  });

  it("passes over a watermark", async () => {
    const codes = Buffer.from("样稿", "utf16le").swap16().toString("hex");
    expect(await readPages([`${textOperator("预算", 100, 700)}\nBT /F1 60 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <${codes}> Tj ET`])).toEqual([
      "预算",
    ]);
  });

  it("turns a page whose text stands upright on its side", async () => {
    const turned = (text: string, x: number, y: number): string =>
      `BT /F1 12 Tf 0 1 -1 0 ${x} ${y} Tm <${Buffer.from(text, "utf16le").swap16().toString("hex")}> Tj ET`;
    const lines = [box(100, 100, 20, 80), box(100, 180, 20, 80), box(120, 100, 20, 80), box(120, 180, 20, 80)].join("\n");
    expect(
      await readPages([
        `${lines}\n${turned("甲", 114, 104)}\n${turned("1.00", 114, 184)}\n${turned("乙", 134, 104)}\n${turned("2.00", 134, 184)}`,
      ]),
    ).toEqual([
      [
        ["甲", "1.00"],
        ["乙", "2.00"],
      ],
    ]);
  });

  it("reads a page that is to be shown turned", async () => {
    expect(await readPages([textOperator("预算", 100, 700)], { rotate: 90 })).toEqual(["预算"]);
  });

  it("gathers a name that is set wide", async () => {
    const lines = [box(100, 700, 200, 20), box(300, 700, 50, 20)].join("\n");
    const spread = [..."因公出国"].map((character, at) => textOperator(character, 110 + 40 * at, 706)).join("\n");
    expect(await readPages([`${lines}\n${spread}\n${textOperator("1", 330, 706)}`])).toEqual([[["因公出国", "1"]]]);
  });

  it("refuses a scan, and says how many pages it has", async () => {
    const scan = writePdfObjects([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>",
      "<< /Length 26 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream",
      "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 4 >>\nstream\nabcd\nendstream",
    ]);
    await expect(read(scan)).rejects.toMatchObject({ code: "FILE_SCANNED", detail: "pages: 1" });
  });

  it("refuses a file with a password, a damaged and an empty one, each with its reason", async () => {
    const locked = writePdf(["甲"])
      .toString("latin1")
      .replace(
        "/Root 1 0 R",
        `/Root 1 0 R /ID [(a) (b)] /Encrypt << /Filter /Standard /V 1 /R 2 /O (${"o".repeat(32)}) /U (${"u".repeat(32)}) /P -4 >>`,
      );
    await expect(read(Buffer.from(locked, "latin1"))).rejects.toMatchObject({ code: "FILE_ENCRYPTED" });
    await expect(read(Buffer.from("%PDF-1.7\nnothing"))).rejects.toMatchObject({ code: "FILE_BROKEN" });
    await expect(read(writePdfPages([""]))).rejects.toMatchObject({ code: "FILE_EMPTY" });
  });
});

const shared = process.env["SHARED_DIR"] ?? path.resolve(__dirname, "../../../../shared");
const published = (name: string): string => path.join(shared, name);

/** The text of a cell by the texts at the head of its column and its row. */
function rowsOf(blocks: readonly Block[], title: RegExp): string[][] {
  const at = blocks.findLastIndex(
    (block, index) =>
      block.kind === "PARAGRAPH" && title.test(block.text) && blocks.slice(index, index + 4).some((next) => next.kind === "TABLE"),
  );
  const table = blocks.slice(at).find((block): block is Table => block.kind === "TABLE");
  return (table?.rows ?? []).map((row) => row.map((cell) => `${cell.column}:${cell.text}`));
}

(fs.existsSync(published("disclosures")) ? describe : describe.skip)("published PDFs", () => {
  it("gives the expenditure of a final account by class and nature", async () => {
    const { blocks, messages } = await extractInChild({ path: published("disclosures/putuo-finance-2024-final-accounts.pdf") });
    const rows = rowsOf(blocks, /^支出决算表$/);
    expect(messages).toEqual([]);
    expect(rows).toHaveLength(23);
    expect(rows).toContainEqual(["0:201", "1:06", "2:01", "3:行政运行", "4:1,511.89", "5:1,503.52", "6:8.37", "7:", "8:", "9:"]);
    expect(rows).toContainEqual([
      "0:208",
      "1:05",
      "2:05",
      "3:机关事业单位基本养老保险缴费支出",
      "4:160.75",
      "5:160.75",
      "6:",
      "7:",
      "8:",
      "9:",
    ]);
    expect(rowsOf(blocks, /^财政拨款收入支出决算总表$/).at(-1)).toEqual([
      "0:总计",
      "1:2,961.68",
      "2:总计",
      "3:2,961.68",
      "4:2,961.68",
      "5:",
      "6:",
    ]);
    expect(rowsOf(blocks, /基本支出决算表$/)).toContainEqual([
      "0:303",
      "1:99",
      "2:其他对个人和家庭的补助",
      "3:",
      "4:302",
      "5:39",
      "6:其他交通费用",
      "7:48.49",
    ]);
  });

  it("gives the income of a budget over two pages as one table that adds up", async () => {
    const { blocks } = await extractInChild({ path: published("disclosures/putuo-wanli-2025-budget.pdf") });
    const rows = rowsOf(blocks, /部门收入预算总表$/);
    expect(rows).toHaveLength(70);
    const amount = (text: string | undefined): number => Number((text ?? "").replace(/^\d+:/, "").replaceAll(",", ""));
    const classes = rows.filter((row) => /^0:\d{3}$/.test(row[0] ?? "") && row[1] === "1:" && row[2] === "2:");
    expect(classes.reduce((sum, row) => sum + amount(row[4]), 0)).toBe(amount(rows.at(-1)?.[1]));
  });

  it("reads the published template whole", async () => {
    const { blocks, messages } = await extractInChild({ path: published("reference/template-final-accounts-shanghai-district.pdf") });
    expect(messages).toEqual([]);
    expect(blocks.filter((block) => block.kind === "TABLE")).toHaveLength(10);
  });
});
