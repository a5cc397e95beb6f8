import type { Block } from "../../../src/model/extracted-document";
import { extractText } from "../../../src/extract/extract-text";

const tell = (blocks: readonly Block[]): unknown[] =>
  blocks.map((block) =>
    block.kind === "PARAGRAPH"
      ? block.text
      : block.rows.map((row) => row.map((cell) => (cell.columnSpan > 1 ? `${cell.text}×${cell.columnSpan}` : cell.text))),
  );
const read = (text: string): unknown[] => tell(extractText(Buffer.from(text)).blocks);

/** A line with texts at given places. */
const line = (...parts: readonly (readonly [place: number, text: string])[]): string =>
  parts.reduce((sofar, [place, text]) => sofar.padEnd(place) + text, "");

describe("text that kept its columns by spaces", () => {
  it("takes columns from the places of the text", () => {
    const text = `                 支出决算表
                                     单位：万元
科目编码        科目名称         决算数     上年数
201         一般公共服务支出      2,106.66    900.00
201 06      财政事务              0.50
208         社会保障和就业支出      326.72      1.00
合计                      2,433.88    901.00
注：本表反映支出。
`;
    const { blocks, messages } = extractText(Buffer.from(text));
    expect(tell(blocks)).toEqual([
      "支出决算表",
      "单位：万元",
      [
        ["科目编码", "科目名称", "决算数", "上年数"],
        ["201", "一般公共服务支出", "2,106.66", "900.00"],
        ["201 06", "财政事务", "0.50", ""],
        ["208", "社会保障和就业支出", "326.72", "1.00"],
        ["合计", "", "2,433.88", "901.00"],
      ],
      "注：本表反映支出。",
    ]);
    expect(messages).toEqual([expect.objectContaining({ code: "COLUMN_DOUBTFUL", span: { block: 2, start: 0, end: 0 } })]);
  });

  it("puts groups above the names of columns, and keeps columns without numbers", () => {
    const text = [
      line([30, "单位：元"]),
      line([8, "收入"], [40, "支出"]),
      "",
      line([3, "项目"], [18, "预算数"], [32, "项目"], [42, "预算数"], [55, "上年数"]),
      line([0, "一、财政拨款"], [17, "189,767,551"], [29, "一、公共安全"], [42, "3,296,600"]),
      line([0, "二、事业收入"], [29, "二、教育支出"], [42, "2,878,025"]),
      line([0, "三、经营收入"], [29, "三、科学支出"], [44, "250,000"]),
      line([2, "收入总计"], [17, "189,767,551"], [31, "支出总计"], [40, "189,767,551"]),
    ].join("\n");
    expect(read(text)).toEqual([
      "单位：元",
      [
        ["收入×2", "支出×3"],
        ["项目", "预算数", "项目", "预算数", "上年数"],
        ["一、财政拨款", "189,767,551", "一、公共安全", "3,296,600", ""],
        ["二、事业收入", "", "二、教育支出", "2,878,025", ""],
        ["三、经营收入", "", "三、科学支出", "250,000", ""],
        ["收入总计", "189,767,551", "支出总计", "189,767,551", ""],
      ],
    ]);
  });

  it("goes on with a table on the next page, even for a single row", () => {
    const page = (from: number): string =>
      Array.from({ length: 4 }, (_, at) => `${from + at}     司法       ${from + at}.00    0.00\n`).join("");
    expect(read(`项目     名称      决算数    上年数\n${page(1)}\f${page(5)}\f       合计      36.00    0.00\n\f说明\n`)).toEqual([
      [
        ["项目", "名称", "决算数", "上年数"],
        ...Array.from({ length: 8 }, (_, at) => [`${at + 1}`, "司法", `${at + 1}.00`, "0.00"]),
        ["", "合计", "36.00", "0.00"],
      ],
      "说明",
    ]);
  });

  it("joins the lines of a paragraph, drops page numbers and keeps headings apart", () => {
    const table = "甲     1.00     2.00\n乙     3.00     4.00\n丙     5.00     6.00\n";
    const full = "示例局按照有关规定安排收入和支出并将结果向社会公开示例";
    const { blocks } = extractText(Buffer.from(`  ${full}\n${full}\n公开。\n二、支出情况\n  ${full}\n- 3 -\n\f${table}`));
    expect(tell(blocks).slice(0, 3)).toEqual([`${full}${full}公开。`, "二、支出情况", full]);
    expect(blocks.map((block) => block.page)).toEqual([1, 1, 1, 2]);
  });

  it("does not take prose with a few wide spaces for a table", () => {
    const text =
      "联系人：某某       联系电话：000-0000000\n地址：某地        邮编：000000\n一、概况 ……………  3\n二、说明 ……………  5\n三、附表 ……………  7\n";
    expect(read(text)).toHaveLength(5);
  });

  it("counts a Chinese character twice where the ends of the amounts stand below one another that way", () => {
    const text = [
      "科目编码    科目名称                    本年支出合计    基本支出    项目支出",
      "            合计                            1,240.00      740.00      500.00",
      "207         文化旅游体育与传媒支出          1,240.00      740.00      500.00",
      "2070101     行政运行                          740.00      740.00",
      "2070109     群众文化                          500.00                  500.00",
    ].join("\n");
    expect(read(text)).toEqual([
      [
        ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
        ["", "合计", "1,240.00", "740.00", "500.00"],
        ["207", "文化旅游体育与传媒支出", "1,240.00", "740.00", "500.00"],
        ["2070101", "行政运行", "740.00", "740.00", ""],
        ["2070109", "群众文化", "500.00", "", "500.00"],
      ],
    ]);
  });
});
