import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { extractInChild } from "../../../src/extract/extract-in-child";
import type { Disclosure } from "../../../src/model/disclosure";
import type { ExtractedDocument } from "../../../src/model/extracted-document";
import { parseDisclosure } from "../../../src/parse/parse-disclosure";
import { FILE_WRITERS, generatedFile } from "../../support/generated-files";
import { invalidParts, untrueReadings } from "../../support/reading-truth";

const SHARED = path.join(process.env["SHARED_DIR"] ?? path.join(__dirname, "../../../../shared"), "disclosures");
const NOTES = new Set(["README.md", "wording.md"]);
const published = existsSync(SHARED) ? readdirSync(SHARED).filter((file) => !NOTES.has(file)) : [];

interface Read {
  readonly document: ExtractedDocument;
  readonly disclosure: Disclosure;
}

function expectTrue({ document, disclosure }: Read): void {
  expect(untrueReadings(document, disclosure)).toEqual([]);
  expect(invalidParts(document, disclosure)).toEqual([]);
  expect(disclosure.readings.length).toBeGreaterThan(50);
}

const read = async (document: ExtractedDocument): Promise<Read> => ({ document, disclosure: parseDisclosure(document) });

const fact = ({ measure, subject, stage, value }: { measure: string; subject?: string; stage: string; value: number | null }): string =>
  [measure, subject ?? "", stage, value ?? "none"].join(" ");

describe.each(Object.keys(FILE_WRITERS).flatMap((ending, at) => [at, at + 7, at + 99].map((number) => [ending, number] as const)))(
  "a generated %s (number %i)",
  (ending, number) => {
    const file = generatedFile(number, ending);
    let told: Read;
    beforeAll(async () => {
      told = await read(await extractInChild({ bytes: file.bytes, fileName: file.fileName }));
    });

    it("tells at each citation the number that is printed there", () => expectTrue(told));

    it("tells every figure that was written, and no other", () => {
      const written = new Set(file.generated.facts.map(fact));
      const readings = told.disclosure.readings.filter(({ status, measure }) => status === "REPORTED" && measure !== "EVALUATED_PROJECTS");
      const read = new Set(told.disclosure.readings.map(fact));
      expect([...written].filter((one) => !read.has(one))).toEqual([]);
      expect(readings.map(fact).filter((one) => !written.has(one))).toEqual([]);
      expect(told.disclosure.coverage.uncited).toEqual([]);
    });
  },
);

(published.length > 0 ? describe : describe.skip)("published documents", () => {
  it.each(published)("%s tells at each citation the number that is printed there", async (file) => {
    expectTrue(await read(await extractInChild({ path: path.join(SHARED, file) })));
  });
});

describe("the measure of truth", () => {
  const file = generatedFile(0, "txt");
  let told: Read;
  beforeAll(async () => {
    told = await read(await extractInChild({ bytes: file.bytes, fileName: file.fileName }));
  });

  it.each([
    ["a value that is off by its last digit", (value: number) => value + 1],
    ["a value in another unit", (value: number) => value * 10],
    ["a value with the other sign", (value: number) => 0 - value],
  ])("sees %s", (_name, change) => {
    const at = told.disclosure.readings.findIndex(({ value, derivation }) => (value ?? 0) > 0 && derivation === undefined);
    const readings = told.disclosure.readings.map((reading, index) =>
      index === at && reading.value !== null ? { ...reading, value: change(reading.value) } : reading,
    );
    expect(untrueReadings(told.document, { ...told.disclosure, readings })).toHaveLength(1);
  });

  it("sees a subject that nothing knows", () => {
    const readings = told.disclosure.readings.map((reading, index) => (index === 0 ? { ...reading, subject: "204:示例" } : reading));
    expect(invalidParts(told.document, { ...told.disclosure, readings })).toHaveLength(1);
  });
});
