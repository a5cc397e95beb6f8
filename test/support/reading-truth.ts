import type { Disclosure, Reading } from "../../src/model/disclosure";
import type { ExtractedDocument, Span } from "../../src/model/extracted-document";
import { textAt } from "../../src/model/extracted-document";
import { measureOf } from "../../src/model/measures";
import { subjectByCode } from "../../src/model/subject-catalogue";

/** Zeros that each unit puts behind the digits of its base unit: 分 for money, hundredths for scores, millionths for rates. */
const ZEROS: Readonly<Record<string, number>> = { 元: 2, 百元: 4, 千元: 5, 万元: 6, 百万元: 8, 亿元: 10, "%": 4, "％": 4 };

/**
 * What is wrong with the readings of a disclosure, held against the document alone: the number at each citation is read again here, from its
 * digits, its sign and the unit behind it. A table's numbers may be in 元 or 万元, but a table with one unit line only in one of them.
 */
export function untrueReadings(document: ExtractedDocument, disclosure: Disclosure): string[] {
  const unitsByTable = new Map<string, Set<number>>();
  const wrong = disclosure.readings
    .filter(({ derivation, status }) => derivation === undefined && status === "REPORTED")
    .flatMap((reading) => {
      const told = `${reading.measure}[${reading.subject ?? ""}] ${reading.stage} ${reading.value} ${reading.printed}`;
      const at = textAt(document, reading.citation);
      if (at !== reading.printed) return [`${told}: at its place stands ${at}`];
      const zeros = zerosOf(reading, at);
      if (zeros === undefined) return [`${told}: no unit makes it the printed number`];
      if (reading.origin === "TABLE" && reading.value !== 0 && measureOf(reading.measure).kind === "MONEY" && !/元/.test(at)) {
        const table = `${reading.citation.block}`;
        unitsByTable.set(table, (unitsByTable.get(table) ?? new Set()).add(zeros));
      }
      return [];
    });
  const mixed = [...unitsByTable].filter(([, units]) => units.size > 1).map(([block]) => `block ${block} is read in two units`);
  return [...wrong, ...mixed];
}

/** How many zeros make the printed digits the value; undefined where none does. */
function zerosOf({ measure, value }: Reading, printed: string): number | undefined {
  const match = /^([-－−]?)([\d,]+)(?:\.(\d*))?(.*)$/su.exec(printed.normalize("NFKC").replace(/\s/g, ""));
  // A fact told in words (持平) is derived; of two counts told as one, the digits are the first's.
  if (match === null || value === null) return undefined;
  const [, sign = "", whole = "", fraction = "", unit = ""] = match;
  const digits = BigInt(whole.replaceAll(",", "") + fraction);
  const { kind } = measureOf(measure);
  const stated = Object.entries(ZEROS).find(([name]) => unit === name)?.[1];
  const possible =
    kind === "COUNT" ? [0] : kind === "SCORE" ? [2] : kind === "RATE" ? [4] : stated === undefined ? [6, 2, 5, 10] : [stated];
  return possible.find((zeros) => {
    const shift = zeros - fraction.length;
    const exact = shift >= 0 ? digits * 10n ** BigInt(shift) : roundedHalfUp(digits, 10n ** BigInt(-shift));
    return BigInt(value) === (sign === "" ? exact : -exact);
  });
}

const roundedHalfUp = (digits: bigint, by: bigint): bigint => (digits * 2n + by) / (by * 2n);

/** What a store would refuse or a citation could not show: unknown subjects, numbers beyond exact integers, places outside the document. */
export function invalidParts(document: ExtractedDocument, disclosure: Disclosure): string[] {
  const observed = new Set(disclosure.observedSubjects.map(({ key }) => key));
  const isKnown = (key: string | undefined): boolean => key === undefined || observed.has(key) || subjectByCode(key) !== undefined;
  const problems: string[] = [];
  for (const { subject, value, citation, measure, step, status } of disclosure.readings) {
    if (!isKnown(subject)) problems.push(`${measure} is of a subject that nothing knows: ${subject}`);
    if (value !== null && !Number.isSafeInteger(value)) problems.push(`${measure} is no exact integer: ${value}`);
    if ((value === null) !== (status !== "REPORTED")) problems.push(`${measure} is ${status} with the value ${value}`);
    if (!Number.isFinite(step) || step < 0) problems.push(`${measure} has the step ${step}`);
    if (!isInside(document, citation)) problems.push(`${measure} is cited outside the document: ${JSON.stringify(citation)}`);
  }
  for (const { measure, subject, value, citation, base } of disclosure.relations) {
    if (!isKnown(subject)) problems.push(`a relation of ${measure} is of a subject that nothing knows: ${subject}`);
    if ("measure" in base && !isKnown(base.subject))
      problems.push(`a relation of ${measure} is to a subject that nothing knows: ${base.subject}`);
    if (value !== null && !Number.isSafeInteger(value)) problems.push(`a relation of ${measure} is no exact integer: ${value}`);
    if (!isInside(document, citation)) problems.push(`a relation of ${measure} is cited outside the document`);
  }
  for (const { key, parentKey, citation } of disclosure.observedSubjects) {
    if (!isKnown(parentKey)) problems.push(`${key} lies under a subject that nothing knows: ${parentKey}`);
    if (!isInside(document, citation)) problems.push(`${key} is cited outside the document`);
  }
  for (const { citations } of disclosure.projects) {
    for (const citation of citations) if (!isInside(document, citation)) problems.push("a project is cited outside the document");
  }
  const { cited, printed, uncited } = disclosure.coverage;
  if (cited + uncited.length !== printed) problems.push(`coverage does not add up: ${cited} + ${uncited.length} of ${printed}`);
  return problems;
}

function isInside({ blocks }: ExtractedDocument, { block, row, cell, start, end }: Span): boolean {
  const found = blocks[block];
  if (found === undefined || start < 0 || start > end) return false;
  if (found.kind === "PARAGRAPH") return row === undefined && end <= found.text.length;
  const cells = row === undefined ? found.rows.flat() : found.rows[row];
  if (cells === undefined) return false;
  return cell === undefined || (cells[cell] !== undefined && end <= cells[cell].text.length);
}
