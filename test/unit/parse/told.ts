import type { Block, ExtractedDocument } from "../../../src/model/extracted-document";
import { textAt } from "../../../src/model/extracted-document";
import type { Disclosure, Reading, Relation } from "../../../src/model/disclosure";
import { parseDisclosure } from "../../../src/parse/parse-disclosure";

export interface Told {
  readonly year?: number;
  readonly kind?: "决算" | "预算";
  readonly section: string;
  readonly text: readonly string[];
}

const paragraph = (text: string): Block => ({ kind: "PARAGRAPH", text });

export const documentOf = (lines: readonly string[]): ExtractedDocument => ({ format: "TEXT", blocks: lines.map(paragraph), messages: [] });

/** A small disclosure with one section, parsed. */
export function tell({ year = 2022, kind = "决算", section, text }: Told): Disclosure {
  return parseDisclosure(
    documentOf(["单位名称：云溪市司法局（示例）", `${year}年度部门${kind}`, "第二部分 情况说明", `一、${section}`, ...text]),
  );
}

const name = ({ measure, subject }: Pick<Reading, "measure" | "subject">): string =>
  subject === undefined ? measure : `${measure}[${subject}]`;

/** One line a reading: name, stage, value in base units, as printed; in the order of the text. */
export const readingLines = ({ readings }: Pick<Disclosure, "readings">): string[] =>
  readings.map((reading) =>
    [
      name(reading),
      reading.stage,
      reading.status === "REPORTED" ? String(reading.value) : reading.status,
      reading.printed,
      ...(reading.derivation === undefined ? [] : [reading.derivation]),
    ].join(" "),
  );

const base = (relation: Relation): string => ("stage" in relation.base ? relation.base.stage : name(relation.base));

/** One line a relation: form, name, what it is compared with, value, as printed. */
export const relationLines = ({ relations }: Pick<Disclosure, "relations">): string[] =>
  relations.map((relation) => `${relation.form} ${name(relation)} / ${base(relation)} ${relation.value} ${relation.printed}`);

export const messageLines = ({ messages }: Pick<Disclosure, "messages">): string[] =>
  messages.filter(({ code }) => code !== "SECTION_MISSING").map(({ code, detail }) => `${code} ${detail ?? ""}`);

/**
 * Readings and relations whose printed text is not what stands at their place, or whose digits are not their value's: none, whatever was read.
 * Digits are compared without separators and surrounding zeros, so that no unit has to be known.
 */
export function misplaced(document: ExtractedDocument, { readings, relations }: Pick<Disclosure, "readings" | "relations">): string[] {
  const told = [...readings.filter(({ derivation }) => derivation === undefined), ...relations];
  return told
    .filter(({ citation, printed, value }) => {
      if (textAt(document, citation) !== printed) return true;
      return value !== null && /\d/.test(printed) && digits(printed) !== digits(String(value));
    })
    .map((one) => `${name(one)} ${one.value} ${one.printed} | ${textAt(document, one.citation)}`);
}

/** 9,422.60万元 → 94226, of 9422600000 too. */
function digits(text: string): string {
  const number = /[0-9０-９][0-9０-９,，.．]*/.exec(text)?.[0] ?? "0";
  const plain = number.normalize("NFKC").replace(/[,.]/g, "");
  return plain.replace(/^0+/, "").replace(/0+$/, "") || "0";
}
