import { slipOf, valuesWithoutSlip } from "../../../src/check/cause";
import { checkRule, reading, relation } from "../../support/check-fixtures";

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

describe("rates that were cut off and not rounded", () => {
  const told = (rate: number) => {
    const readings = [reading("AGENCY_OPERATING_EXPENSE", 51_728)];
    const change = relation("CHANGE_AMOUNT", "AGENCY_OPERATING_EXPENSE", 3866, { direction: "INCREASE", start: 5 });
    const grown = relation("CHANGE_RATE", "AGENCY_OPERATING_EXPENSE", rate, { direction: "INCREASE" });
    return checkRule("GROWTH_RATE", { readings, relations: [change, grown] });
  };

  it("are information, with the cause", () => {
    // 38.66 of 478.62 is 8.0774 %.
    expect(told(808).findings).toEqual([]);
    expect(told(807).findings).toMatchObject([{ severity: "INFO", detail: { cause: "TRUNCATED" } }]);
  });

  it("are warnings further off", () => {
    expect(told(806).findings).toHaveLength(1);
    expect(told(806).findings[0]).not.toMatchObject({ severity: "INFO" });
    expect(told(809).findings[0]).not.toMatchObject({ severity: "INFO" });
  });
});
