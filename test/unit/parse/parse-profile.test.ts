import type { Block } from "../../../src/model/extracted-document";
import type { UnitProfile } from "../../../src/model/disclosure";
import { parseProfile } from "../../../src/parse/parse-profile";
import { readCount } from "../../../src/parse/profile/chinese-number";

const cell = (text: string, column: number) => ({ text, column, columnSpan: 1, rowSpan: 1 });
const table = (...rows: string[][]): Block => ({ kind: "TABLE", rows: rows.map((row) => row.map(cell)) });

function profile(...lines: (string | Block)[]): UnitProfile {
  const blocks = ["二、机构设置", ...lines].map((line): Block => (typeof line === "string" ? { kind: "PARAGRAPH", text: line } : line));
  const document = { format: "TEXT", blocks, messages: [] } as const;
  const section = { kind: "ORGANISATION", title: "机构设置", from: 0, to: blocks.length } as const;
  return parseProfile([section], { document, unitName: "云溪市司法局", year: 2022, kind: "FINAL_ACCOUNTS", scope: "UNIT" });
}

describe("内设机构", () => {
  it.each([
    ["1.根据职责分工，本单位内设机构包括办公室、立法科、普法科等3个。", ["办公室", "立法科", "普法科"], 3],
    ["本局内设3个科室：办公室、立法科和普法科。", ["办公室", "立法科", "普法科"], 3],
    ["设办公室、立法科、普法科等三个内设机构。", ["办公室", "立法科", "普法科"], 3],
    ["本单位内设机构22个。", [], 22],
    ["本单位内设机构为：办公室、立法科。", ["办公室", "立法科"], undefined],
    ["本单位无内设机构。", [], undefined],
  ])("%s", (text, offices, officeCount) => {
    const told = profile(text);
    expect(told.offices).toEqual(offices);
    expect(told.officeCount).toBe(officeCount);
  });

  it.each([
    ["22", 22],
    ["二十二", 22],
    ["十", 10],
    ["十五", 15],
    ["三", 3],
    ["两", 2],
    ["若干", undefined],
  ])("counts %s", (text, count) => {
    expect(readCount(text)).toBe(count);
  });
});

describe("单位构成", () => {
  it("from a table, with the unit's own nature", () => {
    const units = table(
      ["序号", "单位名称", "单位性质", "备注"],
      ["1", "云溪市司法局（本级）", "财政拨款的行政单位", ""],
      ["2", "云溪市法律援助中心", "公益一类事业单位", "预算不单列，并入本级"],
    );
    const told = profile("纳入决算编制范围的预算单位共计2家，详情见表：", units);
    expect(told).toMatchObject({ nature: "财政拨款的行政单位", memberUnitCount: 2 });
    expect(told.memberUnits).toMatchObject([
      { name: "云溪市司法局（本级）", nature: "财政拨款的行政单位" },
      { name: "云溪市法律援助中心", nature: "公益一类事业单位", note: "预算不单列，并入本级" },
    ]);
  });

  it("from a list, the unit itself and those below it", () => {
    const told = profile(
      "部门预算是包括本部以及下属2家预算单位的综合收支计划。",
      "具体包括： 1. 云溪市司法局本部",
      "2. 云溪市法律援助中心。",
      "3. 云溪市公证处",
    );
    expect(told.memberUnitCount).toBe(3);
    expect(told.memberUnits.map(({ name }) => name)).toEqual(["云溪市司法局本部", "云溪市法律援助中心", "云溪市公证处"]);
  });

  it("from a sentence, and in words that there is none", () => {
    expect(profile("单位包括：云溪市司法局本级、云溪市公证处。").memberUnits.map(({ name }) => name)).toEqual([
      "云溪市司法局本级",
      "云溪市公证处",
    ]);
    expect(profile("本单位下属单位包括：本单位无下属单位。").memberUnits).toEqual([]);
  });

  it("tells a nature in words", () => {
    expect(profile("本单位是财政全额拨款的事业单位。").nature).toBe("财政全额拨款的事业单位");
  });
});
