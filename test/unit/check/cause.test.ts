import { slipOf, valuesWithoutSlip } from "../../../src/check/cause";

describe("slips of the pen", () => {
  it.each([
    ["two digits swapped", 271_343, 273_143, "DIGITS_SWAPPED"],
    ["a digit too many", 4_326_930, 326_930, "DIGIT_ADDED"],
    ["a digit lost", 57_594, 575_943, "DIGIT_LOST"],
    ["a factor of ten", 94_226, 942_260, "TIMES_10"],
    ["the other sign", -500, 500, "OPPOSITE_SIGN"],
    ["another number", 271_343, 271_943, undefined],
    ["nothing to compare", 0, 500, undefined],
  ])("%s", (_what, printed, right, cause) => {
    expect(slipOf(printed, right, 1)).toBe(cause);
  });

  it("read the printed digits, not the zeros of the base unit", () => {
    expect(slipOf(271_343 * 10_000, 273_143 * 10_000, 10_000)).toBe("DIGITS_SWAPPED");
  });

  it("leave the values that a longer number may have been", () => {
    expect(valuesWithoutSlip(432_693, 1)).toContain(32_693);
    expect(valuesWithoutSlip(432_693, 1)).toContain(423_693);
    expect(valuesWithoutSlip(432_693, 1)).not.toContain(432_693);
    // Short numbers fit by chance.
    expect(valuesWithoutSlip(4326, 1)).toEqual([]);
  });
});
