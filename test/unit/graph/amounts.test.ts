import { amountIn, answerValue, hundredths, millionthsAsPercent } from "../../../src/graph/amounts";

describe("amounts", () => {
  it.each([
    ["FEN", 942_260_000_000],
    ["YUAN", 9_422_600_000],
    ["WAN_YUAN", 942_260],
    ["YI_YUAN", 94.226],
  ] as const)("answers 分 in %s exactly", (unit, answer) => {
    expect(amountIn(942_260_000_000, unit)).toBe(answer);
  });

  it("writes every amount of up to fifteen digits as it is printed", () => {
    for (let step = 0; step < 2_000; step += 1) {
      const fen = (step * 7_919_919_919) % 1_000_000_000_000_000;
      const digits = String(fen).padStart(7, "0");
      const printed = `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, "");
      expect(JSON.stringify(amountIn(fen, "WAN_YUAN"))).toBe(printed === "" ? "0" : printed);
    }
  });

  it("keeps nothing as nothing, in every unit and kind", () => {
    expect([amountIn(null, "YUAN"), hundredths(null), millionthsAsPercent(null), answerValue("COUNT", null, "YUAN")]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    [123_449, 12.34],
    [123_450, 12.35],
    [-123_450, -12.35],
    [50, 0.01],
    [49, 0],
  ])("rounds %d millionths half up to %d percent", (millionths, percent) => {
    expect(millionthsAsPercent(millionths)).toBe(percent);
  });

  it("applies the unit to money alone", () => {
    expect([answerValue("COUNT", 12, "YI_YUAN"), answerValue("SCORE", 9_250, "YUAN"), answerValue("RATE", 105_800, "FEN")]).toEqual([
      12, 92.5, 10.58,
    ]);
  });
});
