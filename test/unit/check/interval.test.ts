import { mayBeGrowth, mayBeRate, printedInterval, rateOf } from "../../../src/check/interval";

const rate = (hundredths: number) => printedInterval(hundredths * 100, 100);
const money = (hundredths: number) => printedInterval(hundredths * 10_000, 10_000);

describe("rates of printed numbers", () => {
  it("may be what any values inside the printing make", () => {
    // 0.41 of 29.29 lies between 1.38 % and 1.42 %.
    expect(mayBeRate(rate(142), money(41), money(2929))).toBe(true);
    expect(mayBeRate(rate(143), money(41), money(2929))).toBe(false);
    expect(mayBeRate(rate(9600), money(2850), money(3000))).toBe(false);
  });

  it("may be negative", () => {
    expect(mayBeRate(rate(-5000), money(-500), money(1000))).toBe(true);
    expect(mayBeRate(rate(5000), money(-500), money(1000))).toBe(false);
  });

  it("are not told where the whole may be zero", () => {
    expect(mayBeRate(rate(10_000), money(41), money(0))).toBeUndefined();
    expect(mayBeGrowth(rate(10_000), money(41), money(41))).toBeUndefined();
  });

  it("grow by the change over what was there before", () => {
    expect(mayBeGrowth(rate(837), money(72_799), money(942_260))).toBe(true);
    expect(mayBeGrowth(rate(841), money(72_799), money(942_260))).toBe(false);
    expect(mayBeGrowth(rate(-10_000), money(-1798), money(0))).toBe(true);
  });

  it("stay exact where floating point would not", () => {
    expect(rateOf(1, 3)).toBe(333_333);
    expect(rateOf(-2, 3)).toBe(-666_667);
    expect(rateOf(9_007_199_254_740_991, 9_007_199_254_740_991)).toBe(1_000_000);
    expect(rateOf(5, 0)).toBeNull();
  });
});
