import { MEASURE_CODES, isMeasureCode, measureById, measureOf } from "../../../src/model/measures";

describe("the catalogue of measures", () => {
  it("gives every measure an id of its own that fits a SMALLINT", () => {
    const ids = MEASURE_CODES.map((code) => measureOf(code).id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id > 0 && id < 32_767)).toBe(true);
    expect(MEASURE_CODES.map((code) => measureById(measureOf(code).id))).toEqual(MEASURE_CODES);
  });

  it("says of every measure what it is, in both languages", () => {
    const mute = MEASURE_CODES.filter(
      (code) => !/[\u4e00-\u9fff]/.test(measureOf(code).name) || !measureOf(code).nameEn || !measureOf(code).description,
    );
    expect(mute).toEqual([]);
  });

  it("computes ratios from measures that exist and are no ratios themselves", () => {
    const parts = MEASURE_CODES.flatMap((code) => {
      const { ratio } = measureOf(code);
      return ratio ? [ratio.numerator, ratio.denominator] : [];
    });
    expect(parts.filter((code) => !isMeasureCode(code) || measureOf(code).ratio !== undefined)).toEqual([]);
    expect(parts.length).toBeGreaterThan(0);
  });
});
