import type { Coverage, Disclosure } from "../model/disclosure";
import type { ExtractedDocument, Span } from "../model/extracted-document";
import { SECTION_KINDS } from "../model/section-kind";
import type { LocatedSection, Parsed } from "./handler";
import { printedNumbers } from "./printed-numbers";

/**
 * 引用覆盖率: how many of the numbers printed in the financial sections lie inside something that cites them. A span of a whole row covers its
 * cells; a span of a paragraph or a cell covers its characters.
 */
export function measureCoverage(document: ExtractedDocument, sections: readonly LocatedSection[], cited: readonly Span[]): Coverage {
  const spansByRow = new Map<string, Span[]>();
  for (const span of cited) {
    const spans = spansByRow.get(rowOf(span));
    if (spans === undefined) spansByRow.set(rowOf(span), [span]);
    else spans.push(span);
  }
  // A document in which no part was found by name is not one without numbers.
  const isCounted = (section: LocatedSection): boolean =>
    SECTION_KINDS[section.kind].financial || !sections.some(({ kind }) => SECTION_KINDS[kind].financial);
  let printed = 0;
  const uncited: Span[] = [];
  for (const section of sections) {
    if (!isCounted(section)) continue;
    for (let block = section.from; block < section.to; block += 1) {
      // The heading itself tells nothing; its digits are list numbers and years.
      if (block === section.from && section.title !== "") continue;
      for (const number of numbersOfBlock(document, block)) {
        printed += 1;
        if (!spansByRow.get(rowOf(number))?.some((span) => covers(span, number))) uncited.push(number);
      }
    }
  }
  return { printed, cited: printed - uncited.length, uncited };
}

function numbersOfBlock(document: ExtractedDocument, block: number): Span[] {
  const found = document.blocks[block];
  if (found === undefined) return [];
  if (found.kind === "PARAGRAPH") return printedNumbers(found.text).map((place) => ({ block, ...place }));
  return found.rows.flatMap((row, rowIndex) =>
    row.flatMap(({ text }, cell) => printedNumbers(text).map((place) => ({ block, row: rowIndex, cell, ...place }))),
  );
}

const rowOf = ({ block, row }: Span): string => `${block}|${row ?? ""}`;

/** Whether a span holds a number of the same row or paragraph. */
function covers(span: Span, number: Span): boolean {
  if (span.cell === undefined && number.cell !== undefined) return true;
  return span.cell === number.cell && span.start <= number.start && number.end <= span.end;
}

/** Every place that the parts of a disclosure cite. */
export function citedSpans(parsed: Required<Parsed>, profile: Disclosure["profile"], header: Disclosure["header"]): Span[] {
  return [
    ...header.citations,
    ...profile.citations,
    ...parsed.readings.flatMap(({ citation, reason }) => [citation, ...(reason === undefined ? [] : [reason.citation])]),
    ...parsed.relations.map(({ citation }) => citation),
    ...parsed.projects.flatMap((project) => [
      ...project.citations,
      ...project.funds.flatMap(({ initialBudget, adjustedBudget, executed, weight, executionRate, score }) =>
        citationsOf(initialBudget, adjustedBudget, executed, weight, executionRate, score),
      ),
      ...project.indicators.flatMap((indicator) => [indicator.citation, ...citationsOf(indicator.weight, indicator.score)]),
      ...citationsOf(project.expectedGoal, project.actualCompletion, project.totalWeight, project.totalScore),
      ...citationsOf(
        project.narrative?.score,
        project.narrative?.budget,
        project.narrative?.executed,
        project.narrative?.executionRate,
        project.narrative?.completion,
        project.narrative?.problems,
        project.narrative?.nextSteps,
      ),
    ]),
    ...parsed.understood,
  ];
}

const citationsOf = (...cited: readonly ({ readonly citation: Span } | undefined)[]): Span[] =>
  cited.flatMap((one) => (one === undefined ? [] : [one.citation]));
