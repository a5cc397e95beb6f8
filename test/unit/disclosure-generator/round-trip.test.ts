import { checkDisclosure } from "../../../src/check/check-disclosure";
import type { ExtractedDocument } from "../../../src/model/extracted-document";
import { blocksOfText } from "../../../src/extract/extract-text";
import { parseDisclosure } from "../../../src/parse/parse-disclosure";
import { describeDocument } from "../../support/disclosure-generator/describe-document";
import type { ExpectedFact } from "../../support/disclosure-generator/printer";
import { sampleDocuments } from "../../support/disclosure-generator/sample-pack";
import { writeText } from "../../support/disclosure-generator/write-text";
import { blocksOfDescription } from "../../support/document-writers/document-description";

type Told = Pick<ExpectedFact, "measure" | "subject" | "stage" | "value" | "table">;

const fact = ({ measure, subject, stage, value, table }: Told): string =>
  [table ?? "words", measure, subject ?? "", stage, value ?? "none"].join(" ");

/** A base that is told again and again counts once. */
const different = (wanted: readonly string[], found: readonly string[]): string[] => {
  const have = new Set(found);
  return [...new Set(wanted)].filter((each) => !have.has(each));
};

describe.each(sampleDocuments().map((sample) => [sample.file, sample] as const))("%s, written and read again", (_file, sample) => {
  const generated = sample.generate();
  const document: ExtractedDocument = { format: "TEXT", blocks: blocksOfText(writeText(generated.blocks)), messages: [] };
  const parsed = parseDisclosure(document);

  it("is the disclosure that it was written as", () => {
    const { unitName, scope, year, kind } = parsed.header;
    expect({ unitName, scope, year, kind }).toEqual({ unitName: sample.unit, scope: sample.scope, year: sample.year, kind: sample.kind });
  });

  it("gives every figure as printed, and none that was not", () => {
    const printed = parsed.readings.map((reading) => fact(reading));
    expect(different(generated.facts.map(fact), printed)).toEqual([]);
    // That a table is empty, and the sum of projects of two levels, are told without a number of their own.
    const beyond = parsed.readings
      .filter(({ status, measure }) => status === "REPORTED" && measure !== "EVALUATED_PROJECTS")
      .map((reading) => fact(reading));
    expect(different(beyond, generated.facts.map(fact))).toEqual([]);
  });

  it("gives every printed change, rate and share", () => {
    const relation = (each: {
      form: string;
      measure: string;
      subject?: string;
      stage: string;
      base: object;
      value: number | null;
    }): string => [each.form, each.measure, each.subject ?? "", each.stage, JSON.stringify(each.base), each.value].join(" ");
    expect(different(generated.relations.map(relation), parsed.relations.map(relation))).toEqual([]);
  });

  it("gives every evaluated project with its funds and indicators", () => {
    const read = parsed.projects
      .filter(({ tableBlock }) => tableBlock !== undefined)
      .map(({ name, funds, indicators, totalScore, narrative }) => {
        const total = funds.find(({ source }) => source === "TOTAL");
        return {
          name,
          score: totalScore?.value,
          initial: total?.initialBudget?.value,
          adjusted: total?.adjustedBudget?.value,
          executed: total?.executed?.value,
          indicators: indicators.map((indicator) => ({
            name: indicator.name,
            weight: indicator.weight?.value,
            score: indicator.score?.value,
            // The operator and the unit may stand inside the target.
            target: indicator.target.replace(/^[≥≤=<>]/, "").replace(indicator.measurementUnit ?? "", ""),
            actual: indicator.actual,
          })),
          narrativeScore: narrative?.score?.value,
        };
      });
    expect(read).toEqual(generated.projects);
  });

  it("leaves no number uncited, and nothing unread", () => {
    expect(parsed.coverage.uncited).toEqual([]);
    // The tables may be attached, and the catalogue may lack a subject that a table prints with its code.
    const quiet = ["TABLE_ATTACHED", "SUBJECT_OBSERVED"];
    expect(parsed.messages.filter(({ code }) => !quiet.includes(code))).toEqual([]);
  });

  it("contradicts itself only where contradictions were planted or carried over", () => {
    const { findings } = checkDisclosure(parsed, document);
    const serious = findings.filter(({ severity }) => severity !== "INFO").map(({ rule }) => rule);
    const isContradictory = sample.planted.length > 0 || sample.file === "2023/beiyuan-justice-own-final-accounts.txt";
    if (isContradictory) expect(serious).not.toEqual([]);
    else expect(serious).toEqual([]);
  });

  it("is the same through the description that the format writers take", () => {
    const plain = generated.blocks.map((block) =>
      block.kind === "PARAGRAPH" ? { kind: block.kind, text: block.text } : { kind: block.kind, rows: block.rows },
    );
    expect(blocksOfDescription(describeDocument(generated.blocks))).toEqual(plain);
  });
});
