import { tellFinding } from "../../../src/check/tell-finding";
import { check, reading } from "../../support/check-fixtures";

const table = "GENERAL_PUBLIC_BASIC";
const basic = (total: number, personnel: number, publicExpense: number) =>
  check({
    readings: [
      reading("GENERAL_PUBLIC_BASIC_EXPENDITURE", total, { table }),
      reading("PERSONNEL_EXPENSE", personnel, { table }),
      reading("PUBLIC_EXPENSE", publicExpense, { table }),
    ],
  }).findings.filter(({ rule }) => rule === "BASIC_EQ_PERSONNEL_PLUS_PUBLIC");

describe("a sum with one number in another magnitude", () => {
  it.each([
    ["ten thousand times", 1_003_380_000, 100_338],
    ["ten times", 1_003_380, 100_338],
    ["a tenth", 10_034, 100_340],
  ])("names the number that is %s what it should be, and what it likely is", (_what, personnel, right) => {
    const [finding] = basic(right + 14_994, personnel, 14_994);
    expect(finding?.detail).toMatchObject({
      cause: "PART_SLIP",
      causeMeasure: "PERSONNEL_EXPENSE",
      likelyAmount: String(right * 10_000),
    });
    expect(finding === undefined ? "" : tellFinding(finding, "zh")).toContain("人员经费疑为1,003.");
  });

  it("names none where no magnitude closes it", () => {
    expect(basic(115_332, 100_638, 14_994)[0]?.detail["cause"]).toBeUndefined();
  });
});
