import { writeCsvLine } from "../../../src/http/exports/csv-line";

describe("a line of CSV", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("marks %j as text", (text) => {
    expect(writeCsvLine([text])).toBe(`"'${text}"\r\n`);
  });

  it("leaves numbers alone, below zero too, and never writes powers of ten", () => {
    expect(writeCsvLine([-12.5, 0, 1e-10, 123456789.01])).toBe("-12.5,0,0.0000000001,123456789.01\r\n");
  });

  it("tells what has no value from zero and from nothing", () => {
    expect(writeCsvLine([null, 0, ""])).toBe(",0,\r\n");
  });

  it("quotes commas, quotes and line ends", () => {
    expect(writeCsvLine(['a,"b"', "c\nd"])).toBe('"a,""b""","c\nd"\r\n');
  });
});
