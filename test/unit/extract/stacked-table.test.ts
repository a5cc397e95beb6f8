import { readStackedTable } from "../../../src/extract/stacked-table";

/** What is read after the caption 单位：万元. */
const rows = (...lines: readonly string[]): readonly (readonly string[])[] | undefined =>
  readStackedTable(["单位：万元", ...lines], 1)?.rows;

const THREE_PUBLIC = ["项目", "预算数", "决算数", "合计", "12.00", "9.00", "因公出国（境）费", "", "0.00", "公务接待费", "4.00", "2.00"];
const THREE_PUBLIC_ROWS = [
  ["项目", "预算数", "决算数"],
  ["合计", "12.00", "9.00"],
  ["因公出国（境）费", "", "0.00"],
  ["公务接待费", "4.00", "2.00"],
];

describe("cells one under another", () => {
  it("are rows again; an empty line is an empty cell", () => {
    expect(rows(...THREE_PUBLIC)).toEqual(THREE_PUBLIC_ROWS);
  });

  it("may stand apart by empty lines; each further one is an empty cell", () => {
    expect(rows(...THREE_PUBLIC.flatMap((cell) => (cell === "" ? [""] : [cell, ""])))).toEqual(THREE_PUBLIC_ROWS);
  });

  it("end at a bar, on whichever line it stands", () => {
    const barred = [
      "项 目 |",
      "预算数 |",
      "决算数 |",
      "合计 |",
      "12.00 |",
      "9.00 |",
      "因公出国（境）费 |",
      "|",
      "0.00 |",
      "公务接待费 |",
      "4.00 |",
      "2.00 |",
    ];
    const expected = [["项 目", "预算数", "决算数"], ...THREE_PUBLIC_ROWS.slice(1)];
    expect(rows(...barred)).toEqual(expected);
    expect(
      rows(
        "项 目 | 预算数 | 决算数 |",
        "--- | --- | ---",
        "合计 | 12.00 | 9.00 |",
        "因公出国（境）费 || 0.00",
        "公务接待费 | 4.00 | 2.00 |",
      ),
    ).toEqual(expected);
  });

  it("a bar before each row leaves an empty column", () => {
    expect(rows("|", "项目 |", "预算数 |", "|", "合计 |", "12.00 |", "|", "公务接待费 |", "4.00 |", "|", "公务用车 |", "8.00 |")).toEqual([
      ["", "项目", "预算数"],
      ["", "合计", "12.00"],
      ["", "公务接待费", "4.00"],
      ["", "公务用车", "8.00"],
    ]);
  });

  it("two sides under 收入 and 支出, with the numbers of lines and columns", () => {
    expect(
      rows(
        ...["收入", "支出", "项目", "行次", "金额", "项目", "行次", "金额", "栏次", "", "1", "栏次", "", "2"],
        ...["一、财政拨款收入", "1", "440.55", "一、教育支出", "29", "440.55", "二、事业收入", "2", "", "二、外交支出", "30", ""],
        ...["总计", "3", "440.55", "总计", "31", "440.55"],
      ),
    ).toEqual([
      ["收入", "", "", "支出", "", ""],
      ["项目", "行次", "金额", "项目", "行次", "金额"],
      ["栏次", "", "1", "栏次", "", "2"],
      ["一、财政拨款收入", "1", "440.55", "一、教育支出", "29", "440.55"],
      ["二、事业收入", "2", "", "二、外交支出", "30", ""],
      ["总计", "3", "440.55", "总计", "31", "440.55"],
    ]);
  });

  it("a code and a name, and a total over both; one name over them in the head", () => {
    expect(
      rows(
        ...["项目", "本年支出合计", "基本支出", "科目编码", "科目名称", "合计", "423.20", "300.00"],
        ...["201", "一般公共服务支出", "423.20", "300.00", "2011308", "招商引资", "123.20", "", "2011301", "行政运行", "300.00", "300.00"],
      ),
    ).toEqual([
      ["项目", "", "本年支出合计", "基本支出"],
      ["科目编码", "科目名称", "", ""],
      ["合计", "", "423.20", "300.00"],
      ["201", "一般公共服务支出", "423.20", "300.00"],
      ["2011308", "招商引资", "123.20", ""],
      ["2011301", "行政运行", "300.00", "300.00"],
    ]);
  });

  it("end where the text goes on", () => {
    const lines = ["单位：万元", ...THREE_PUBLIC, "二、2021年“三公”经费支出情况说明", "“三公”经费支出9万元。"];
    expect(readStackedTable(lines, 1)?.end).toBe(1 + THREE_PUBLIC.length);
  });
});

describe("what does not come out whole stays lines", () => {
  it.each([
    ["empty cells that left no line", THREE_PUBLIC.filter((cell) => cell !== "")],
    [
      "names of columns broken over lines",
      ["项目", "一般公共", "预算", "政府性", "基金", "合计", "1.00", "2.00", "甲项", "1.00", "2.00", "乙项", "0.00", "0.00"],
    ],
    ["a last row that may lack either number", ["项目", "预算数", "决算数", "合计", "9.00", "9.00", "甲", "2.00", "2.00", "乙", "7.00"]],
    ["fewer than three rows", ["项目", "决算数", "合计", "9.00", "公务接待费", "9.00"]],
    ["no numbers", ["项目", "预算数", "决算数", "合计", "甲", "乙", "丙", "丁", "戊"]],
  ])("%s", (_name, lines) => {
    expect(rows(...lines)).toBeUndefined();
  });

  it("without the caption of a table", () => {
    expect(readStackedTable(["概况", ...THREE_PUBLIC], 1)).toBeUndefined();
  });
});
