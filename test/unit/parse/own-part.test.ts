import type { Block } from "../../../src/model/extracted-document";
import { parseDisclosure } from "../../../src/parse/parse-disclosure";
import { drawTable, line } from "./tables/table-fixtures";

const totals = (amount: string): Block[] => [
  line("收入支出决算总表"),
  line("单位：万元"),
  drawTable(`
    | 收入         | 决算数    | 支出         | 决算数    |
    | 一、其他收入 | ${amount} | 一、教育支出 | ${amount} |
    | 总计         | ${amount} | 总计         | ${amount} |
  `),
];
const read = (...blocks: Block[]) => parseDisclosure({ format: "DOCX", blocks, messages: [] });
const own = [line("云溪市示例交通局2023年度部门决算"), ...totals("910.00")];
const amounts = (blocks: Block[]): unknown[] => [...new Set(read(...blocks).readings.map(({ printed }) => printed))];
const left = (blocks: Block[]): unknown[] =>
  read(...blocks)
    .messages.filter(({ code }) => code === "OTHER_UNIT_LEFT")
    .map(({ detail }) => detail);

describe("a file that goes on with the disclosure of another unit", () => {
  it("is read as far as that", () => {
    const blocks = [...own, line("云溪市示例公路中心2023年度单位决算"), ...totals("400.00")];
    expect(amounts(blocks)).toEqual(["910.00"]);
    expect(left(blocks)).toEqual(["云溪市示例公路中心"]);
    expect(read(...blocks).coverage).toMatchObject({ printed: 4, cited: 4 });
  });

  it.each([
    ["the unit again, as 本级", "云溪市示例交通局本级2023年度单位决算"],
    ["a part of the document", "第三部分2023年度部门决算"],
    ["another year", "云溪市示例公路中心2022年度单位决算"],
    ["another kind", "云溪市示例公路中心2023年单位预算"],
  ])("not at %s", (_name, title) => {
    const blocks = [...own, line(title), ...totals("400.00")];
    expect(amounts(blocks)).toContain("400.00");
    expect(left(blocks)).toEqual([]);
  });

  it("not in a list, with no tables before it or behind it", () => {
    const title = line("云溪市示例公路中心2023年度单位决算");
    expect(left([line("云溪市示例交通局2023年度部门决算"), title, ...totals("910.00")])).toEqual([]);
    expect(left([...own, title])).toEqual([]);
  });
});

it("the head of a table names no unit", () => {
  const blocks = [
    line("云溪市示例水务局2024年部门预算公开"),
    drawTable(`
      | 单位编码 | 单位名称         | 项目名称 | 预算数 |
      | 120001   | 云溪市示例水务局 | 清淤     | 300.00 |
    `),
  ];
  expect(read(...blocks).header.unitName).toBe("云溪市示例水务局");
});
