import { plainText, printedRange } from "../../../../src/parse/narrative/plain-text";

describe("plain text", () => {
  it.each([
    ["full-width digits and marks", "２０２３年，增加１，２３４．５０％", "2023年，增加1,234.50%"],
    ["brackets, colons and semicolons of either width", "因公出国(境)费:0;", "因公出国（境）费：0；"],
    ["quotation marks", '“三公”经费 ‘甲’ "乙"', "三公经费甲乙"],
    ["blanks inside words and before units", "收 入 总 计 5 万 元", "收入总计5万元"],
    ["a blank between two numbers stays", "12 34万元", "12 34万元"],
    ["a comma between digits separates thousands, any other parts clauses", "9,422.60,增加", "9,422.60，增加"],
  ])("%s", (_, printed, plain) => {
    expect(plainText(printed).text).toBe(plain);
  });

  it("leads back to the printed characters", () => {
    const printed = "收入 ９，４２２．６０ 万元。";
    const plain = plainText(printed);
    const start = plain.text.indexOf("9");
    const { start: from, end } = printedRange(plain, start, plain.text.indexOf("。"));
    expect(printed.slice(from, end)).toBe("９，４２２．６０ 万元");
  });
});
