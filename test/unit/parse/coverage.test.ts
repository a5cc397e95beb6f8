import type { Block, ExtractedDocument } from "../../../src/model/extracted-document";
import { measureCoverage } from "../../../src/parse/coverage";
import type { LocatedSection } from "../../../src/parse/handler";
import { printedNumbers } from "../../../src/parse/printed-numbers";
import { documentOf } from "./told";

describe("numbers that say a quantity", () => {
  it.each([
    ["支出 9,422.60万元，占 38.88%", ["9,422.60", "38.88"]],
    ["增加１，２３４．５万元", ["１，２３４．５"]],
    ["共有车辆20辆", ["20"]],
    ["2023年度支出5万元，截至2023年12月31日", ["5"]],
    ["2025年1月1日-2025年12月31日", []],
    ["023年调入2人", ["2"]],
    ["1.支出5万元；2.支出6万元", ["5", "6"]],
    ["（1）支出5万元（2）支出6万元", ["5", "6"]],
    ["1、支出5万元", ["5"]],
    ["根据《关于2件大事的12条措施》（沪司规〔2015〕6号）支出7万元", ["7"]],
    ["（财行〔2007〕179号）、【2016】168号文", []],
    ["按第12条办理，附件1", []],
    ["公开01表、财决 07表", []],
    ["云溪市公安局第2分局支出3辆", ["3"]],
    ["X101街坊、4K机顶盒、W-07", []],
    ["说明 PAGEREF _Toc16112 h 4", []],
    ["见附件。1", []],
    ["12348热线", ["12348"]],
    ["0.00", ["0.00"]],
    ["没有数字", []],
  ])("%s", (text, numbers) => {
    expect(printedNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual(numbers);
  });
});

describe("coverage", () => {
  const section = (kind: LocatedSection["kind"], from: number, to: number): LocatedSection => ({ kind, title: kind, from, to });

  it("counts only financial sections, without their headings", () => {
    const document = documentOf(["一、职能", "办理案件4700件。", "二、收入5", "收入5万元。"]);
    const coverage = measureCoverage(document, [section("DUTIES", 0, 2), section("REVENUE", 2, 4)], []);
    expect(coverage).toEqual({ printed: 1, cited: 0, uncited: [{ block: 3, start: 2, end: 3 }] });
  });

  it("counts the whole document where no part of it was found by name", () => {
    const document = documentOf(["概况", "收入5万元。"]);
    expect(measureCoverage(document, [section("OVERVIEW", 0, 2)], [])).toMatchObject({ printed: 1, cited: 0 });
  });

  it("a number is cited only where it lies whole inside a span of its own block", () => {
    const document = documentOf(["收入", "收入12345万元。"]);
    const sections = [section("REVENUE", 0, 2)];
    const cited = (start: number, end: number, block = 1) => measureCoverage(document, sections, [{ block, start, end }]).cited;
    expect(cited(2, 7)).toBe(1);
    expect(cited(2, 6)).toBe(0);
    expect(cited(2, 7, 0)).toBe(0);
  });

  it("a span of a row covers its cells, one of a cell its characters, one of a paragraph no table", () => {
    const row = ["指标", "12", "3.5"].map((text, column) => ({ text, column, columnSpan: 1, rowSpan: 1 }));
    const blocks: Block[] = [{ kind: "TABLE", rows: [row, row] }];
    const document: ExtractedDocument = { format: "TEXT", blocks, messages: [] };
    const sections: LocatedSection[] = [{ kind: "PERFORMANCE", title: "", from: 0, to: 1 }];
    const cited = (...spans: Parameters<typeof measureCoverage>[2]) => measureCoverage(document, sections, spans).cited;
    expect(cited()).toBe(0);
    expect(cited({ block: 0, row: 0, start: 0, end: 0 })).toBe(2);
    expect(cited({ block: 0, row: 1, cell: 2, start: 0, end: 3 })).toBe(1);
    expect(cited({ block: 0, start: 0, end: 99 })).toBe(0);
  });
});
