import { readPrintedNumber } from "../../../src/model/printed-number";

const WAN = 6;
const YUAN = 2;

describe("readPrintedNumber", () => {
  it.each([
    ["9,422.60", WAN, { value: 9_422_600_000, step: 10_000 }],
    ["9422.6", WAN, { value: 9_422_600_000, step: 100_000 }],
    ["234000.00", YUAN, { value: 23_400_000, step: 1 }],
    ["28861.938591", WAN, { value: 28_861_938_591, step: 1 }],
    ["９，４２２．６０", WAN, { value: 9_422_600_000, step: 10_000 }],
    ["-3.5", 4, { value: -35_000, step: 1_000 }],
    ["0.00", WAN, { value: 0, step: 10_000 }],
    ["20", 0, { value: 20, step: 1 }],
    ["98.25", 2, { value: 9_825, step: 1 }],
    ["168.7", 4, { value: 1_687_000, step: 1_000 }],
  ])("reads %s exactly", (printed, exponent, expected) => {
    expect(readPrintedNumber(printed, exponent)).toEqual(expected);
  });

  it("rounds what is below one 分, half away from zero, and says so", () => {
    expect(readPrintedNumber("1.0000005", WAN)).toEqual({ value: 1_000_001, step: 0.1, rounded: true });
    expect(readPrintedNumber("-1.0000005", WAN)).toEqual({ value: -1_000_001, step: 0.1, rounded: true });
  });

  it.each(["", "—", "1,23", "12万", "1.2.3", "99999999999999999999"])("does not read %p as a number", (printed) => {
    expect(readPrintedNumber(printed, YUAN)).toBeUndefined();
  });
});
