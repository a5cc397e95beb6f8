import { decimalText, readDecimalText } from "../../../src/model/decimal-text";

describe("a decimal text", () => {
  it.each([
    [0, 2, "0.00"],
    [5, 2, "0.05"],
    [-5, 2, "-0.05"],
    [123456, 2, "1234.56"],
    [-123456, 2, "-1234.56"],
    [Number.MAX_SAFE_INTEGER, 2, "90071992547409.91"],
    [7, 0, "7"],
    [12345, 4, "1.2345"],
  ])("%d with %d decimals is %s, and back", (value, decimals, text) => {
    expect(decimalText(value, decimals)).toBe(text);
    expect(readDecimalText(text, decimals)).toBe(value);
  });

  it("may have fewer decimals than there can be, and never more", () => {
    expect(readDecimalText("12", 2)).toBe(1200);
    expect(readDecimalText("12.5", 2)).toBe(1250);
    expect(readDecimalText("12.505", 2)).toBeUndefined();
    expect(Object.is(readDecimalText("-0.00", 2), 0)).toBe(true);
  });

  it.each(["", " 1", "1,000.00", "1e3", "0x10", ".5", "5.", "+1", "NaN", "90071992547409.92", "１２"])("is not %j", (text) => {
    expect(readDecimalText(text, 2)).toBeUndefined();
  });

  it("is made of exact numbers only", () => {
    expect(() => decimalText(0.5, 2)).toThrow();
    expect(() => decimalText(Number.MAX_SAFE_INTEGER + 1, 2)).toThrow();
  });
});
