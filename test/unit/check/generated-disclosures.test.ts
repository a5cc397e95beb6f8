import { checkDisclosure } from "../../../src/check/check-disclosure";
import { blocksOfText } from "../../../src/extract/extract-text";
import type { ExtractedDocument } from "../../../src/model/extracted-document";
import { parseDisclosure } from "../../../src/parse/parse-disclosure";
import type { Checked } from "../../support/check-fixtures";
import { consistentRequest } from "../../support/disclosure-generator/consistent-requests";
import type { Fault } from "../../support/disclosure-generator/faults/fault";
import { canPlant, FAULT_NAMES, FAULTS, type FaultName } from "../../support/disclosure-generator/faults/faults";
import { generateDisclosure, type DisclosureRequest } from "../../support/disclosure-generator/generate-disclosure";
import { writeText } from "../../support/disclosure-generator/write-text";

/** How many disclosures are checked, and how many of them each fault is planted in: a sample, or all of them (see CONTRIBUTING). CI checks 500. */
const ALL = Number(process.env["RULE_DISCLOSURES"] ?? "0");
const DISCLOSURES = ALL || (process.env["CI"] ? 500 : 112);
const PLANTED_IN = ALL || 2;

function textOf(request: DisclosureRequest): string {
  return writeText(generateDisclosure(request).blocks);
}

function checkText(text: string): Checked {
  const document: ExtractedDocument = { format: "TEXT", blocks: blocksOfText(text), messages: [] };
  return checkDisclosure(parseDisclosure(document), document);
}

describe(`${DISCLOSURES} consistent disclosures`, () => {
  const BATCH = 28;
  const passed = new Set<string>();

  it.each(Array.from({ length: Math.ceil(DISCLOSURES / BATCH) }, (_, batch) => batch * BATCH))("from %d on have no finding", (from) => {
    for (let n = from; n < Math.min(from + BATCH, DISCLOSURES); n += 1) {
      const { findings, outcomes } = checkText(textOf(consistentRequest(n)));
      expect([n, findings.map(({ rule, detail }) => `${rule} ${JSON.stringify(detail)}`)]).toEqual([n, []]);
      for (const [code, outcome] of outcomes) if (outcome === "PASS") passed.add(code);
    }
  });

  it("were really checked: most rules passed on some of them", () => {
    expect(passed.size).toBeGreaterThanOrEqual(95);
  });
});

/** The documents that a fault is planted in: for each another part of the row, so that the sample goes through units, forms and numbers. */
function documentsFor(name: FaultName): number[] {
  const place = FAULT_NAMES.indexOf(name);
  const found: number[] = [];
  for (let n = 0; n < 500 && found.length < PLANTED_IN; n += 1) {
    const at = ALL > 0 ? n : (n * 61 + place * 37) % 500;
    if (at < (ALL || 500) && canPlant(name, consistentRequest(at))) found.push(at);
  }
  return found;
}

describe("one planted contradiction is found wherever its facts are, and nothing else but what it breaks by its nature", () => {
  it.each(FAULT_NAMES)(
    "%s",
    (name) => {
      const { rule, also = {} }: Fault = FAULTS[name];
      const allowed = [rule, ...Object.keys(also)];
      const documents = documentsFor(name);
      const raised = new Set<string>();
      expect(documents.length).toBeGreaterThan(0);
      for (const n of documents) {
        const request = consistentRequest(n);
        const text = textOf({ ...request, faults: [name] });
        expect([n, text === textOf(request)]).toEqual([n, false]);
        const found = new Set(checkText(text).findings.map((finding) => finding.rule));
        for (const code of found) raised.add(code);
        expect([n, found.has(rule), [...found].filter((code) => !allowed.includes(code))]).toEqual([n, true, []]);
      }
    },
    600_000,
  );
});
