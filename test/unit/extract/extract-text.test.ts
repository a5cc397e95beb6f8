import fs from "node:fs";
import path from "node:path";
import { extractText } from "../../../src/extract/extract-text";
import { decodeText } from "../../../src/extract/decode-text";
import type { Block } from "../../../src/model/extracted-document";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Paragraphs as strings, tables as rows of cell texts. */
function tell(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => (block.kind === "PARAGRAPH" ? block.text : block.rows.map((row) => row.map((cell) => cell.text))));
}
const read = (text: string): unknown[] => tell(extractText(utf8(text)).blocks);

describe("text", () => {
  it("makes a paragraph of each line", () => {
    expect(read("一、概况\r\n\r\n  \u3000示例局负责示例工作。 \n 共计 12.50万元\n")).toEqual([
      "一、概况",
      "示例局负责示例工作。",
      "共计 12.50万元",
    ]);
  });

  it("reads cells as tab-led lines and rows apart by an empty line", () => {
    expect(read("见表：\n\t序号\n\t单位名称\n\n\t1\n\t示例局\n\n\n下一段")).toEqual([
      "见表：",
      [
        ["序号", "单位名称"],
        ["1", "示例局"],
      ],
      "下一段",
    ]);
  });

  it("keeps empty cells", () => {
    expect(read("\t\n\t指标\n\t\n\n\t\n\t\n\t3\n\n\n")).toEqual([
      [
        ["", "指标", ""],
        ["", "", "3"],
      ],
    ]);
  });

  it("continues a cell over lines without a tab", () => {
    expect(read("\t项目自评表\n(2023年度）\n\n\t项目资金\n（万元）\n\t\n\t年初预算数\n\n\n")).toEqual([
      [["项目自评表\n(2023年度）"], ["项目资金\n（万元）", "", "年初预算数"]],
    ]);
  });

  it("ends a table at an empty line that no tab-led line follows", () => {
    expect(read("\t甲\n\t1\n\n乙段\n")).toEqual([[["甲", "1"]], "乙段"]);
    expect(read("\t甲\n\t1\n\n\n\t乙\n\t2\n")).toEqual([[["甲", "1"]], [["乙", "2"]]]);
  });

  it("takes a tab before prose as an indent", () => {
    expect(read("\t示例局负责示例工作。\n\n\t示例局位于示例市。\n")).toEqual(["示例局负责示例工作。", "示例局位于示例市。"]);
  });

  it("reads rows with tabs between the cells", () => {
    expect(read("收入\t本年数\t上年数\n财政拨款\t1,200.00\t900.00\n其他\t\t1.00\n")).toEqual([
      [
        ["收入", "本年数", "上年数"],
        ["财政拨款", "1,200.00", "900.00"],
        ["其他", "", "1.00"],
      ],
    ]);
  });

  it("keeps contents and contact lines as paragraphs", () => {
    expect(read("一、概况\t3\n二、说明\t5\n三、名词解释\t12\n")).toHaveLength(3);
    expect(read("联系人：某某\t电话：000-0000000\n")).toEqual(["联系人：某某\t电话：000-0000000"]);
  });

  it("keeps the indent of a cell", () => {
    const [table] = extractText(utf8("\t公共安全\n\t1\n\n\t\u3000司法\n\t2\n\n\t    普法宣传\n\t3\n")).blocks;
    expect(table?.kind === "TABLE" && table.rows.map((row) => row[0]?.indent)).toEqual([undefined, 1, 2]);
  });

  it("refuses a file without text", () => {
    expect(() => extractText(utf8(" \n\n\u3000"))).toThrow(expect.objectContaining({ code: "FILE_EMPTY" }));
  });
});

describe("encodings", () => {
  it.each([
    ["UTF-8", utf8("预算 1")],
    ["UTF-8 with a mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8("预算 1")])],
    ["UTF-16 with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("预算 1", "utf16le")])],
    ["GB18030", Buffer.from([0xd4, 0xa4, 0xcb, 0xe3, 0x20, 0x31])],
  ])("reads %s", (_name, bytes) => {
    expect(decodeText(bytes)).toBe("预算 1");
  });

  it.each([
    ["UTF-8 cut within a character", utf8("预算").slice(0, 5)],
    ["a lone GB18030 lead byte", Buffer.from([0xd4, 0xa4, 0xcb])],
    ["control characters", Buffer.from([0x31, 0x00, 0x32])],
    ["UTF-8 with one wrong byte", Buffer.concat([utf8("预算支出"), Buffer.from([0xff]), utf8("决算")])],
    ["a whole page of UTF-8 cut within a character", utf8("本年收入决算合计，与上年相比增加。".repeat(20)).slice(0, -1)],
    ["Big5", Buffer.from("a4e9a5bbb0eabba1a4a4b5d8a5c1b0eaaabab7c7c0b3b371ba74bee3a4d8b3bfa475a5d1a676b36fb371a4bda7dda4a3a4ac", "hex")],
  ])("refuses %s", (_name, bytes) => {
    expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: "ENCODING_REFUSED" }));
  });
});

const shared = process.env["SHARED_DIR"] ?? path.resolve(__dirname, "../../../../shared");
const published = path.join(shared, "disclosures/neimenggu-justice-2023.txt");
(fs.existsSync(published) ? describe : describe.skip)("a published text", () => {
  it("gives its five self-evaluation tables whole", () => {
    const { blocks } = extractText(fs.readFileSync(published));
    const tables = blocks.filter((block) => block.kind === "TABLE");
    expect(tables).toHaveLength(6);
    for (const table of tables.slice(1)) {
      expect(table.rows[0]?.[0]?.text).toMatch(/^项目支出绩效自评表\n/);
      expect(table.rows.at(-1)?.map((cell) => cell.text)).toEqual(["总分", "100", expect.stringMatching(/^[\d.]+$/), ""]);
      const indicators = table.rows.slice(table.rows.findIndex((row) => row.length === 12));
      expect(new Set(indicators.slice(0, -1).map((row) => row.length))).toEqual(new Set([12]));
    }
  });
});

describe("text copied out of a PDF, with the lines of its page", () => {
  const page = [
    "云溪市示例中心2023年度单位决算",
    "一、收入支出决算总体情况说明",
    "示例中心2023年度部门收入总计1,250.00万元，支出总计",
    "1,250.00万元。与2022年度相比，收入和支出总计各增加50.00万",
    "元，增长4.17%。主要原因：一是人员增加；二是本年度新增设备更",
    "新项目，所需资金由市本级财政在年中追加安排，年末全部支出",
    "- 3 -",
    "完毕，没有结转。",
    "二、收入决算情况说明",
    "本年收入合计1,250.00万元，其中：财政拨款收入1,000.00万元，占",
    "80%；其他收入250.00万元，占20%。",
    "1.财政拨款收入为市本级财政当年拨付的资金，较上年决算数增加40.00",
    "万元，增长4.17%。",
  ];

  it("joins what the edge of the page broke, over a page number too", () => {
    expect(read(page.join("\n"))).toEqual([
      page[0],
      page[1],
      "示例中心2023年度部门收入总计1,250.00万元，支出总计1,250.00万元。与2022年度相比，收入和支出总计各增加50.00万元，增长4.17%。" +
        "主要原因：一是人员增加；二是本年度新增设备更新项目，所需资金由市本级财政在年中追加安排，年末全部支出完毕，没有结转。",
      page[8],
      "本年收入合计1,250.00万元，其中：财政拨款收入1,000.00万元，占80%；其他收入250.00万元，占20%。",
      "1.财政拨款收入为市本级财政当年拨付的资金，较上年决算数增加40.00万元，增长4.17%。",
    ]);
  });

  it("leaves paragraphs of one line alone, however alike in length", () => {
    const duties = ["负责编制示例事项的年度计划，并对执行情况进行监督检查", "承担示例窗口的日常管理工作，受理群众来信来访和咨询"];
    const long =
      "示例中心2023年度收入总计1,250.00万元，支出总计1,250.00万元，与上年相比各增加50.00万元，增长4.17%，主要原因是新增设备更新项目。";
    const lines = [...duties, ...duties, long, long];
    expect(read(lines.join("\n"))).toEqual(lines);
  });
});
