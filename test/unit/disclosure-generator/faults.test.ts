import { RULES } from "../../../src/check/rule-list";
import { swapDigits, type Fault } from "../../support/disclosure-generator/faults/fault";
import { FAULT_NAMES, FAULTS } from "../../support/disclosure-generator/faults/faults";
import { generateDisclosure, type DisclosureRequest } from "../../support/disclosure-generator/generate-disclosure";
import { OFFICIAL_SECTIONS } from "../../support/disclosure-generator/forms/official-form";
import { QINGLAN_JUSTICE } from "../../support/disclosure-generator/sample-units";
import { simulateUnit } from "../../support/disclosure-generator/simulate-unit";
import { writeText } from "../../support/disclosure-generator/write-text";

const [prior, year] = simulateUnit(QINGLAN_JUSTICE.profile, 2022);
if (prior === undefined || year === undefined) throw new Error("two years were asked for");

const write = (options: Partial<DisclosureRequest> = {}): string =>
  writeText(generateDisclosure({ unit: QINGLAN_JUSTICE.identity, kind: "FINAL_ACCOUNTS", year, prior, ...options }).blocks);

describe("planted faults", () => {
  it("are many, and each names rules of the catalogue", () => {
    const codes = new Set(RULES.map(({ code }) => code));
    expect(FAULT_NAMES.length).toBeGreaterThanOrEqual(80);
    for (const name of FAULT_NAMES) {
      const { rule, also = {} }: Fault = FAULTS[name];
      expect([name, [rule, ...Object.keys(also)].filter((code) => !codes.has(code))]).toEqual([name, []]);
    }
  });

  it("break most rules that a document can break by itself", () => {
    expect(new Set(FAULT_NAMES.map((name) => FAULTS[name].rule)).size).toBeGreaterThanOrEqual(78);
  });

  it("swap two digits that differ", () => {
    expect(swapDigits(2_713_430_000)).toBe(2_714_330_000);
    expect(swapDigits(1_110_000)).toBe(1_110_000);
  });
});

describe("the order of the sections", () => {
  const headings = (text: string): string[] =>
    text
      .slice(text.indexOf("\n第二部分 单位决算情况说明", text.indexOf("第五部分")))
      .split("\n")
      .filter((line) => /^[一二三四五六七八九十]+、.*情况说明$/.test(line));

  it("may be another", () => {
    const [first, second] = headings(write({ sections: [...OFFICIAL_SECTIONS].reverse() }));
    expect([first, second]).toEqual(["一、预算绩效情况说明", "二、国有资产占用情况说明"]);
  });

  it("may lack one", () => {
    const text = write({ sections: OFFICIAL_SECTIONS.filter((kind) => kind !== "PROCUREMENT") });
    expect(headings(text)).toHaveLength(13);
    expect(text).not.toContain("政府采购支出总额");
  });
});
