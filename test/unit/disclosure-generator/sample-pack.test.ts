import fs from "node:fs";
import path from "node:path";
import { listSamples, makeSamples, SAMPLES_FOLDER } from "../../../scripts/make-samples";
import { blocksOfText } from "../../../src/extract/extract-text";
import { parseDisclosure } from "../../../src/parse/parse-disclosure";
import { sampleDocuments, samplePackFiles } from "../../support/disclosure-generator/sample-pack";

if (process.env["UPDATE_SAMPLES"] === "1") makeSamples();
const files = samplePackFiles();

describe("the sample pack", () => {
  it("is committed as the generator writes it (UPDATE_SAMPLES=1 writes it anew)", () => {
    expect(listSamples()).toEqual([...files.keys()].sort());
    const different = [...files].filter(([name, text]) => fs.readFileSync(path.join(SAMPLES_FOLDER, name), "utf8") !== text);
    expect(different.map(([name]) => name)).toEqual([]);
  });

  it("is the same every time", () => {
    expect([...samplePackFiles()]).toEqual([...files]);
  });
});

describe("the sample pack shows", () => {
  const documents = sampleDocuments();
  const read = (file: string): ReturnType<typeof parseDisclosure> =>
    parseDisclosure({ format: "TEXT", blocks: blocksOfText(files.get(file) ?? ""), messages: [] });
  const pack = JSON.parse(files.get("pack.json") ?? "") as {
    readonly regions: readonly { readonly code: string }[];
    readonly units: readonly { readonly name: string; readonly region: string; readonly activeFrom: number; readonly activeTo: number }[];
  };
  const accounts = documents.filter(({ kind }) => kind === "FINAL_ACCOUNTS");

  it("at least six departments in three years, and two budgets", () => {
    const whole = pack.units.filter(({ name }) =>
      [2022, 2023, 2024].every((year) => accounts.some((each) => each.unit === name && each.year === year)),
    );
    expect(whole.length).toBeGreaterThanOrEqual(6);
    expect(documents.filter(({ kind }) => kind === "BUDGET").map(({ unit, year }) => [unit, year])).toEqual([
      ["云溪市财政局（示例）", 2024],
      ["青岚县司法局（示例）", 2024],
    ]);
  });

  it("invented units in more than one region, every one of them named so", () => {
    expect(pack.units.every(({ name }) => name.includes("（示例）"))).toBe(true);
    expect(new Set(pack.units.map(({ region }) => region)).size).toBeGreaterThanOrEqual(2);
    expect(pack.units.every(({ region }) => pack.regions.some(({ code }) => code === region))).toBe(true);
    expect(documents.every(({ unit }) => pack.units.some(({ name }) => name === unit))).toBe(true);
  });

  it("a department beside its own unit, a year in which a unit did not publish, a correction", () => {
    expect(new Set(accounts.filter(({ unit }) => unit === "云溪市司法局（示例）").map(({ scope }) => scope))).toEqual(
      new Set(["DEPARTMENT", "UNIT"]),
    );
    expect(accounts.filter(({ unit }) => unit === "青岚县城市管理局（示例）").map(({ year }) => year)).toEqual([2022, 2024]);
    expect(documents.filter(({ correction }) => correction !== undefined).map(({ file }) => file)).toEqual([
      "corrections/2022-yunxi-culture-final-accounts.txt",
    ]);
  });

  it.each([2022, 2023, 2024])("projects below 90 points in %i, with indicators that missed their target", (year) => {
    const projects = accounts.filter((each) => each.year === year).flatMap(({ file }) => read(file).projects);
    const low = projects.filter(({ totalScore }) => (totalScore?.value ?? 10_000) < 9000);
    expect(low.length).toBeGreaterThan(0);
    expect(low.every(({ indicators }) => indicators.some(({ actualValue, targetValue }) => (actualValue ?? 0) < (targetValue ?? 0)))).toBe(
      true,
    );
  });
});

const shared = path.join(process.env["SHARED_DIR"] ?? path.join(__dirname, "../../../../shared"), "disclosures/neimenggu-justice-2023.txt");

/** Held against the published document itself, where it is at hand. */
(fs.existsSync(shared) ? describe : describe.skip)("北原自治区司法厅（示例） of 2023", () => {
  const values = (text: string): Map<string, number | null> =>
    new Map(
      parseDisclosure({ format: "TEXT", blocks: blocksOfText(text), messages: [] }).readings.map(({ measure, subject, stage, value }) => [
        [measure, subject ?? "", stage].join(" "),
        value,
      ]),
    );

  it("has the figures of the published document it carries over", () => {
    const [carried, published] = [files.get("2023/beiyuan-justice-own-final-accounts.txt") ?? "", fs.readFileSync(shared, "utf8")].map(
      values,
    );
    const different = [...(published ?? [])].filter(([key, value]) => carried?.get(key) !== value).map(([key]) => key);
    expect(different).toEqual([]);
  });

  it("and its evaluations", () => {
    const numbers = (text: string): unknown =>
      parseDisclosure({ format: "TEXT", blocks: blocksOfText(text), messages: [] })
        .projects.filter(({ tableBlock }) => tableBlock !== undefined)
        .map(({ funds, indicators, totalScore }) => [
          totalScore?.value,
          funds.map(({ initialBudget, adjustedBudget, executed }) => [initialBudget?.value, adjustedBudget?.value, executed?.value]),
          indicators.map(({ targetValue, actualValue, comparator, measurementUnit, weight, score }) => [
            targetValue,
            actualValue,
            comparator,
            measurementUnit,
            weight?.value,
            score?.value,
          ]),
        ]);
    expect(numbers(files.get("2023/beiyuan-justice-own-final-accounts.txt") ?? "")).toEqual(numbers(fs.readFileSync(shared, "utf8")));
  });
});
