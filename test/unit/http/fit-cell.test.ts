import { fitCell } from "../../../src/http/exports/write-xlsx";

describe("a text in a cell of a workbook", () => {
  it("stands whole where the cell holds it", () => {
    const text = "字".repeat(32_767);
    expect(fitCell(text)).toBe(text);
  });

  it("says at its end that it was cut", () => {
    const cut = fitCell("字".repeat(32_768));
    expect(cut).toHaveLength(32_767);
    expect(cut).toMatch(/^字+…（超出单元格长度/);
  });
});
