import { checkDisclosure } from "../../../src/check/check-disclosure";
import { RULES } from "../../../src/check/rule-list";
import type { ExtractedDocument } from "../../../src/model/extracted-document";
import { blocksOfText } from "../../../src/extract/extract-text";
import { parseDisclosure } from "../../../src/parse/parse-disclosure";
import { FAULTS, swapDigits, type Fault, type FaultName } from "../../support/disclosure-generator/faults";
import { generateDisclosure, type DisclosureRequest } from "../../support/disclosure-generator/generate-disclosure";
import { OFFICIAL_SECTIONS } from "../../support/disclosure-generator/forms/official-form";
import { QINGLAN_JUSTICE } from "../../support/disclosure-generator/sample-units";
import { simulateUnit } from "../../support/disclosure-generator/simulate-unit";
import { writeText } from "../../support/disclosure-generator/write-text";

const [prior, year] = simulateUnit(QINGLAN_JUSTICE.profile, 2022);
if (prior === undefined || year === undefined) throw new Error("two years were asked for");

const write = (options: Partial<DisclosureRequest> = {}): string =>
  writeText(generateDisclosure({ unit: QINGLAN_JUSTICE.identity, kind: "FINAL_ACCOUNTS", year, prior, ...options }).blocks);

function rulesBroken(text: string): string[] {
  const document: ExtractedDocument = { format: "TEXT", blocks: blocksOfText(text), messages: [] };
  return checkDisclosure(parseDisclosure(document), document).findings.map(({ rule }) => rule);
}

describe("planted faults", () => {
  const names = Object.keys(FAULTS) as FaultName[];
  const known = new Set<string>(RULES.map(({ code }) => code));
  const clean = { PRINTED: write(), ATTACHED: write({ tables: "ATTACHED" }) };
  const broken = { PRINTED: rulesBroken(clean.PRINTED), ATTACHED: rulesBroken(clean.ATTACHED) };

  it("are many", () => expect(names.length).toBeGreaterThanOrEqual(30));

  it.each(names)("%s changes the document, and its rule sees it", (name) => {
    const fault: Fault = FAULTS[name];
    const tables = fault.withoutTables ? "ATTACHED" : "PRINTED";
    const text = write({ faults: [name], tables });
    expect(text).not.toBe(clean[tables]);
    // Rules that the catalogue does not hold cannot see it.
    if (!known.has(fault.rule)) return;
    expect(broken[tables]).not.toContain(fault.rule);
    expect(rulesBroken(text)).toContain(fault.rule);
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
