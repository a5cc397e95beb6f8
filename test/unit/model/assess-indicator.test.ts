import { assessIndicator } from "../../../src/model/assess-indicator";

const numeric = (target: number, actual: number) => ({
  target: String(target),
  actual: String(actual),
  targetValue: target,
  actualValue: actual,
});

describe("assessIndicator", () => {
  it.each([
    ["GE", 1_500_000, 620_000, { met: false, achievement: 4_133 }],
    ["GE", 3, 4, { met: true, achievement: 13_333 }],
    ["LE", 864, 872, { met: false, achievement: 9_908 }],
    ["EQ", 100, 100, { met: true, achievement: 10_000 }],
    ["LT", 5, 5, { met: false, achievement: 10_000 }],
  ] as const)("judges %s %d against %d by its own target", (comparator, target, actual, expected) => {
    expect(assessIndicator({ ...numeric(target, actual), comparator })).toEqual(expected);
  });

  it("takes the comparison from the direction where none is printed", () => {
    expect(assessIndicator({ ...numeric(10, 8), direction: "NEGATIVE" }).met).toBe(true);
    expect(assessIndicator({ ...numeric(10, 8), direction: "POSITIVE" }).met).toBe(false);
  });

  it("does not judge words that differ, or a target without a comparison", () => {
    expect(assessIndicator({ target: "长期", actual: "长期有效" })).toEqual({ met: null, achievement: null });
    expect(assessIndicator({ target: "健全", actual: "健全" })).toEqual({ met: true, achievement: null });
    expect(assessIndicator(numeric(10, 8))).toEqual({ met: null, achievement: null });
  });

  it("has no achievement on a target of zero", () => {
    expect(assessIndicator({ ...numeric(0, 3), comparator: "GE" })).toEqual({ met: true, achievement: null });
  });
});
