import { locateSections } from "../../../src/parse/locate-sections";
import type { Block } from "../../../src/model/extracted-document";
import { documentOf, messageLines, readingLines, tell } from "./told";
import { parseDisclosure } from "../../../src/parse/parse-disclosure";

const UNIT = "云溪市司法局（示例）";
const locate = (lines: readonly (string | Block)[]): string[] => {
  const blocks = lines.map((line): Block => (typeof line === "string" ? { kind: "PARAGRAPH", text: line } : line));
  return locateSections({ format: "TEXT", blocks, messages: [] }, [UNIT]).map(
    ({ kind, title, from, to }) => `${from}-${to} ${kind} ${title}`,
  );
};

describe("sections", () => {
  it("are found by their names, whatever their numbers and order", () => {
    expect(
      locate([
        "2022年度部门决算",
        "第一部分 部门概况",
        "二、主要职责",
        "承办全市法治建设工作。",
        "第三部分 2022年度部门决算情况说明",
        "四、“三公”经费支出决算情况说明",
        "支出决算为3万元。",
        "一、收入支出决算总体情况说明",
        "总计5万元。",
        "第二部分 名词解释",
        "一、财政拨款收入：从财政取得的拨款。",
      ]),
    ).toEqual([
      "0-1 COVER ",
      "1-2 OVERVIEW 部门概况",
      "2-4 DUTIES 主要职责",
      "4-5 NARRATIVE 2022年度部门决算情况说明",
      "5-7 THREE_PUBLIC “三公”经费支出决算情况说明",
      "7-9 TOTALS 收入支出决算总体情况说明",
      "9-11 GLOSSARY 名词解释",
    ]);
  });

  it.each([
    ["收入支出决算总体情况说明", "TOTALS"],
    ["2022年度收入支出总体情况", "TOTALS"],
    ["关于收支总体情况说明", "TOTALS"],
    ["云溪市司法局（示例）2022年度收入决算情况说明", "REVENUE"],
    ["支出决算情况", "EXPENDITURE"],
    ["财政拨款收入支出决算总体情况说明", "FISCAL_APPROPRIATION"],
    ["一般公共预算支出决算情况说明", "GENERAL_PUBLIC"],
    ["一般公共预算财政拨款基本支出决算情况说明", "GENERAL_PUBLIC_BASIC"],
    ["一般公共预算财政拨款项目支出决算情况说明", "GENERAL_PUBLIC_PROJECT"],
    ["财政拨款三公经费支出决算情况说明", "THREE_PUBLIC"],
    ["政府性基金预算收入支出决算情况", "GOVERNMENT_FUND"],
    ["国有资本经营预算财政拨款支出决算情况说明", "STATE_CAPITAL"],
    ["关于机关运行经费支出说明", "OPERATING_EXPENSE"],
    ["关于政府采购支出说明", "PROCUREMENT"],
    ["关于国有资产占用情况说明", "STATE_ASSETS"],
    ["关于预算绩效情况的说明", "PERFORMANCE"],
    ["一般性支出情况说明", "GENERAL_SPENDING"],
    ["其他重要事项的情况说明", "OTHER_MATTERS"],
    ["主要职能", "DUTIES"],
    ["部门决算单位构成", "ORGANISATION"],
    ["2022年度主要工作完成情况", "ACHIEVEMENTS"],
  ])("%s", (title, kind) => {
    expect(locate(["封面", `一、${title}`, "正文。"])[1]).toBe(`1-3 ${kind} ${title}`);
  });

  it("passes over the contents list, with leaders, page numbers and fields", () => {
    expect(
      locate([
        "2022年度部门决算",
        "目　录",
        "第一部分 概况 ................ 1",
        "一、收入支出决算总体情况说明 PAGEREF _Toc16112 h 4",
        "二、收入决算情况说明 5",
        "第一部分 概况",
        "一、收入支出决算总体情况说明",
        "总计5万元。",
        "二、收入决算情况说明",
        "合计5万元。",
      ]),
    ).toEqual([
      "0-1 COVER ",
      "1-5 CONTENTS 目录",
      "5-6 OVERVIEW 概况",
      "6-8 TOTALS 收入支出决算总体情况说明",
      "8-10 REVENUE 收入决算情况说明",
    ]);
  });

  it("passes over a contents list that lost its title", () => {
    const entries = ["一、收入支出决算总体情况说明", "二、收入决算情况说明", "三、支出决算情况说明", "四、政府采购支出情况说明"];
    const body = entries.flatMap((entry) => [entry, "合计5万元。"]);
    expect(locate(["2022年度部门决算", ...entries, ...body])).toEqual([
      "0-1 COVER ",
      "1-5 CONTENTS 目录",
      "5-7 TOTALS 收入支出决算总体情况说明",
      "7-9 REVENUE 收入决算情况说明",
      "9-11 EXPENDITURE 支出决算情况说明",
      "11-13 PROCUREMENT 政府采购支出情况说明",
    ]);
  });

  it("a task of the year is no section, whatever it names", () => {
    expect(
      locate(["封面", "三、主要工作完成情况", "一、加强政府采购监管", "办理30件。", "二、深化国有资产管理", "（一）全面实施预算绩效管理"]),
    ).toEqual(["0-1 COVER ", "1-6 ACHIEVEMENTS 主要工作完成情况"]);
  });

  it("go on behind a glossary and behind the tables", () => {
    const lines = ["封面", "三、名词解释", "（一）机关运行经费", "指日常公用经费。", "四、部门预算编制说明", "收入预算5万元。"];
    expect(locate(lines)).toEqual(["0-1 COVER ", "1-4 GLOSSARY 名词解释", "4-6 BUDGET_OVERVIEW 部门预算编制说明"]);
  });

  it("open inside a section that gathers several, and not inside one about the same", () => {
    expect(
      locate([
        "封面",
        "十、其他重要事项的情况说明",
        "（一）机关运行经费支出情况",
        "支出5万元。",
        "（二）政府采购支出情况",
        "支出6万元。",
        "八、“三公”经费支出决算情况说明",
        "（一）“三公”经费支出总体情况说明。",
        "支出7万元。",
      ]),
    ).toEqual([
      "0-1 COVER ",
      "1-2 OTHER_MATTERS 其他重要事项的情况说明",
      "2-4 OPERATING_EXPENSE 机关运行经费支出情况",
      "4-6 PROCUREMENT 政府采购支出情况",
      "6-9 THREE_PUBLIC “三公”经费支出决算情况说明",
    ]);
  });

  it("titles of tables belong to the part with the tables", () => {
    const table: Block = { kind: "TABLE", rows: [] };
    expect(
      locate([
        "封面",
        "2024年部门收支预算总表",
        "单位：元",
        table,
        "2024年部门收入预算表",
        table,
        "其他相关情况说明",
        "一、政府采购预算情况",
        "预算5万元。",
      ]),
    ).toEqual([
      "0-1 COVER ",
      "1-6 TABLES 2024年部门收支预算总表",
      "6-7 OTHER_MATTERS 其他相关情况说明",
      "7-9 PROCUREMENT 政府采购预算情况",
    ]);
  });

  it("of an unknown kind stay as text and are reported", () => {
    const document = documentOf([
      `单位名称：${UNIT}`,
      "2022年度部门决算",
      "一、政府债务情况",
      "余额5万元。",
      "二、机关运行经费支出情况",
      "机关运行经费支出5万元。",
    ]);
    const told = parseDisclosure(document);
    expect(told.sections.map(({ kind }) => kind)).toEqual(["COVER", "OTHER", "OPERATING_EXPENSE"]);
    expect(messageLines(told)).toEqual(["SECTION_UNKNOWN 政府债务情况", "SENTENCE_UNREAD 余额5万元"]);
  });

  it("together cover every block once", () => {
    const lines = ["封面", "目录", "一、收入决算情况说明", "别的话。", "第一部分 概况", "一、收入决算情况说明", "合计5万元。"];
    const sections = locateSections(documentOf(lines));
    expect(sections.flatMap(({ from, to }) => lines.slice(from, to))).toEqual(lines);
  });
});

describe("merged sections", () => {
  const text = [
    "2022年度机关运行经费支出50万元。",
    "2022年度政府采购支出总额30万元，其中：政府采购货物支出30万元。",
    "截至2022年12月31日，本部门共有车辆5辆。",
    "2022年度组织开展绩效自评，二级项目3个。",
  ];
  const expected = [
    "AGENCY_OPERATING_EXPENSE FINAL 50000000 50万元",
    "PROCUREMENT_TOTAL FINAL 30000000 30万元",
    "PROCUREMENT_GOODS FINAL 30000000 30万元",
    "VEHICLES_TOTAL FINAL 5 5辆",
    "EVALUATED_SECOND_LEVEL_PROJECTS FINAL 3 3个",
    "EVALUATED_PROJECTS FINAL 3 3个",
  ];

  it.each(["机关运行经费、政府采购、国有资产占用及预算绩效情况说明", "其他重要事项的情况说明", "部门决算情况说明"])("%s", (section) => {
    expect(readingLines(tell({ section, text }))).toEqual(expected);
  });
});
