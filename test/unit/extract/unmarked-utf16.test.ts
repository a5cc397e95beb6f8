import { decodeText } from "../../../src/extract/decode-text";

const TEXT = "2023年度云溪市司法局部门决算\n一、收入支出决算总体情况说明\n收入总计1,200.00万元。\n";
const little = Buffer.from(TEXT, "utf16le");
const big = Buffer.from(little).swap16();

describe("UTF-16 whose byte order mark was lost", () => {
  it.each([
    ["little endian", little],
    ["big endian", big],
  ])("%s is read", (_name, bytes) => expect(decodeText(bytes)).toBe(TEXT));

  it.each([
    ["cut within a character", little.subarray(0, little.length - 1)],
    ["a text with a zero byte", Buffer.concat([Buffer.from(TEXT), Buffer.from([0, 0])])],
    ["zeros alone", Buffer.alloc(64)],
  ])("%s is refused", (_name, bytes) => expect(() => decodeText(bytes)).toThrow());
});
