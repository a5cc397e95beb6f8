import { textAt } from "../../../src/model/extracted-document";
import type { DisclosureHeader } from "../../../src/model/disclosure";
import { NotADisclosureError } from "../../../src/parse/not-a-disclosure-error";
import { parseHeader } from "../../../src/parse/parse-header";
import { documentOf } from "./told";

const header = (...lines: string[]): DisclosureHeader => parseHeader(documentOf(lines)).header;

describe("the cover", () => {
  it("with a unit above the year that has more than one suffix", () => {
    const parsed = header("云溪市司法局（示例）（本级）", "2022年度单位决算", "目 录", "第一部分 概况");
    expect(parsed).toMatchObject({ unitName: "云溪市司法局（示例）", scope: "UNIT", year: 2022, kind: "FINAL_ACCOUNTS" });
  });

  it("in the form with labels", () => {
    const lines = [
      "2022年度云溪市司法局（本级）",
      "单位名称：云溪市司法局(本级)",
      "单位负责人：甲一",
      "财务负责人：乙二",
      "编制人：丙三",
      "报送日期：2023年8月",
      "目 录",
      "第一部分 单位概况",
      "一、收入支出决算总体情况说明",
      "联系人：丙三       联系电话：0000-1234567",
    ];
    const parsed = header(...lines);
    expect(parsed).toMatchObject({
      unitName: "云溪市司法局",
      unitNamePrinted: "云溪市司法局(本级)",
      scope: "UNIT",
      year: 2022,
      kind: "FINAL_ACCOUNTS",
      head: "甲一",
      financeLead: "乙二",
      preparer: "丙三",
      reportedOn: "2023-08",
      contact: "丙三",
      phone: "0000-1234567",
    });
    expect(parsed.citations.map((span) => textAt(documentOf(lines), span))).toEqual([
      "云溪市司法局(本级)",
      "甲一",
      "乙二",
      "丙三",
      "2023年8月",
      "丙三",
      "0000-1234567",
    ]);
  });

  it.each([
    ["unit and title in two lines", ["云溪市财政局", "2024年度部门决算"], "云溪市财政局", "DEPARTMENT", 2024, "FINAL_ACCOUNTS"],
    ["unit before the year", ["云溪市救助管理站2021年度单位决算"], "云溪市救助管理站", "UNIT", 2021, "FINAL_ACCOUNTS"],
    ["unit behind the year", ["2021年度云溪市救助管理站单位决算公开"], "云溪市救助管理站", "UNIT", 2021, "FINAL_ACCOUNTS"],
    [
      "a budget of a supervising department",
      ["云溪区2026年区级部门预算", "预算主管部门：云溪区司法局"],
      "云溪区司法局",
      "DEPARTMENT",
      2026,
      "BUDGET",
    ],
    [
      "a line of labels in a department's form",
      ["部门名称：云溪市审计局", "2023年度部门决算"],
      "云溪市审计局",
      "DEPARTMENT",
      2023,
      "FINAL_ACCOUNTS",
    ],
    ["a year in Chinese digits", ["云溪市林业局", "二〇二四年度单位预算"], "云溪市林业局", "UNIT", 2024, "BUDGET"],
    ["its own level named 本级 without brackets", ["云溪市林业局本级2024年度部门决算"], "云溪市林业局", "UNIT", 2024, "FINAL_ACCOUNTS"],
    ["（部门） behind the name", ["云溪市林业局（部门）", "2024年度决算"], "云溪市林业局", "DEPARTMENT", 2024, "FINAL_ACCOUNTS"],
    [
      "three lines",
      ["2023年度", "云溪区示例路街道办事处", "部门决算", "目录"],
      "云溪区示例路街道办事处",
      "DEPARTMENT",
      2023,
      "FINAL_ACCOUNTS",
    ],
    [
      "a name and a year broken over lines",
      ["云溪市云溪区人民政府", "示例路街道办事处 2025", "年度部门决算"],
      "云溪市云溪区人民政府示例路街道办事处",
      "DEPARTMENT",
      2025,
      "FINAL_ACCOUNTS",
    ],
    ["a school", ["云溪市第二实验小学2018年度部门决算公开"], "云溪市第二实验小学", "DEPARTMENT", 2018, "FINAL_ACCOUNTS"],
    [
      "accounts of a budget that is named before them",
      ["云溪市工商业联合会2021年度一般公共预算财政拨款“三公”经费支出决算"],
      "云溪市工商业联合会",
      "UNIT",
      2021,
      "FINAL_ACCOUNTS",
    ],
    ["an entry of the contents list", ["第二部分 云溪市林业局2024年度部门决算表"], "云溪市林业局", "DEPARTMENT", 2024, "FINAL_ACCOUNTS"],
  ])("%s", (_, lines, unitName, scope, year, kind) => {
    expect(header(...lines)).toMatchObject({ unitName, scope, year, kind });
  });

  it("as a table", () => {
    const cell = (text: string, column: number) => ({ text, column, columnSpan: 1, rowSpan: 1 });
    const rows = [
      [cell("单位名称", 0), cell("云溪市司法局（本级）", 1)],
      [cell("单位负责人", 0), cell("甲一", 1)],
    ];
    const blocks = [{ kind: "PARAGRAPH", text: "2022年度单位决算" } as const, { kind: "TABLE", rows } as const];
    expect(parseHeader({ format: "TEXT", blocks, messages: [] }).header).toMatchObject({
      unitName: "云溪市司法局",
      head: "甲一",
      year: 2022,
    });
  });

  it("lost: unit and year as the sentences tell them", () => {
    const lines = [
      "一、收入支出决算总体情况说明",
      "云溪市司法局（本级） 2022年度收入、支出决算总计 5.00万元。",
      "二、收入决算情况说明",
      "云溪市司法局（本级） 2022年度本年收入决算合计 5.00万元。",
    ];
    expect(header(...lines)).toMatchObject({ unitName: "云溪市司法局", scope: "UNIT", year: 2022, kind: "FINAL_ACCOUNTS" });
  });

  it.each([
    ["2023年8月30日", "2023-08-30"],
    ["2023-8-3", "2023-08-03"],
    ["2023.09", "2023-09"],
    ["另行通知", undefined],
    ["2023年13月", undefined],
  ])("report date %s", (printed, date) => {
    expect(header("单位名称：云溪市司法局", "2022年度单位决算", `报送日期：${printed}`).reportedOn).toBe(date);
  });

  it("says which line of its form is empty", () => {
    const { messages } = parseHeader(documentOf(["单位名称：云溪市司法局", "2022年度单位决算", "单位负责人：", "财务负责人：乙二"]));
    expect(messages).toEqual([
      { code: "HEADER_INCOMPLETE", detail: "单位负责人" },
      { code: "HEADER_INCOMPLETE", detail: "编制人" },
      { code: "HEADER_INCOMPLETE", detail: "报送日期" },
    ]);
  });
});

describe("what is a government's own summary", () => {
  it.each([
    ["示例县2023年度“三公”经费决算公开"],
    ["2023年度示例县“三公”经费支出决算情况", "经县财政局汇总，2023年“三公”经费支出165.08万元。"],
    ["2023年区本级“三公”经费预算公开"],
    ["示例市2022年度部门“三公”经费决算公开"],
  ])("%s", (...lines) => {
    expect(() => header(...lines)).toThrow(expect.objectContaining({ code: "GOVERNMENT_SUMMARY", detail: plainTitle(lines[0]) }));
  });

  const plainTitle = (line: string | undefined): string | undefined => line?.replace(/[“”]/g, "");
});

describe("what is no disclosure", () => {
  it.each([
    ["no unit", ["2022年度部门决算"], "单位名称"],
    ["no year", ["单位名称：云溪市司法局", "部门决算"], "年度"],
    ["neither budget nor accounts", ["单位名称：云溪市司法局", "2022年度工作总结"], "预算/决算"],
    ["another text", ["今天天气很好。"], "单位名称"],
  ])("%s", (_, lines, detail) => {
    expect(() => header(...lines)).toThrow(NotADisclosureError);
    expect(() => header(...lines)).toThrow(expect.objectContaining({ code: "NOT_A_DISCLOSURE", detail }));
  });
});
