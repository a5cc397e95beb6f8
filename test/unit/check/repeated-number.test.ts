import { tellFinding } from "../../../src/check/tell-finding";
import { check, reading, relation } from "../../support/check-fixtures";

const GENERAL = "GENERAL_PUBLIC_EXPENDITURE";
const row = (subject: string, amount: number, block: number) => reading(GENERAL, amount, { table: "GENERAL_PUBLIC", subject, block });
const words = (subject: string, amount: number, block: number) => reading(GENERAL, amount, { section: "GENERAL_PUBLIC", subject, block });

describe("a number that is wrong and repeats the line above", () => {
  it("is told as copied, in a rate", () => {
    const growth = (subject: string, block: number) =>
      relation("CHANGE_RATE", GENERAL, 1766, { subject, block, section: "GENERAL_PUBLIC" });
    const both = (subject: string, now: number, before: number, block: number) => [
      words(subject, now, block),
      reading(GENERAL, before, { section: "GENERAL_PUBLIC", subject, stage: "PRIOR_FINAL", block }),
    ];
    const { findings } = check({
      readings: [...both("2080505", 18_395, 15_634, 1), ...both("2080506", 9_197, 7_799, 2)],
      relations: [growth("2080505", 1), growth("2080506", 2)],
    });
    expect(findings).toMatchObject([{ rule: "GROWTH_RATE", figures: [{ subject: "2080506" }, {}], detail: { cause: "ROW_ABOVE" } }]);
    const [copied] = findings;
    expect(copied === undefined ? "" : tellFinding(copied, "zh")).toContain("数字与上一项相同");
    expect(copied === undefined ? "" : tellFinding(copied, "en")).toContain("repeats the one of the line before");
  });

  it("is told as copied, in an amount beside its table", () => {
    const { findings } = check({
      readings: [words("2080505", 18_395, 1), words("2080506", 18_395, 2), row("2080505", 18_395, 5), row("2080506", 9_197, 6)],
    });
    expect(findings).toMatchObject([{ rule: "N_GENERAL_ITEM_MATCH", published: 183_950_000, detail: { cause: "ROW_ABOVE" } }]);
  });

  it("is no cause where the line above is the subject above it, or the number is short", () => {
    const causes = (readings: ReturnType<typeof row>[]) => check({ readings }).findings.map(({ detail }) => detail["cause"]);
    expect(causes([words("20805", 18_395, 1), words("2080505", 18_395, 2), row("2080505", 9_197, 5)])).toEqual([undefined]);
    expect(causes([words("2080505", 40, 1), words("2080506", 40, 2), row("2080505", 40, 5), row("2080506", 73, 6)])).toEqual([undefined]);
  });
});
