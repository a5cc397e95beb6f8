import type { Project } from "../../model/disclosure";
import type { ExtractedDocument, Span } from "../../model/extracted-document";
import type { Message } from "../../model/message";
import type { MoneyUnit } from "../../model/printed-number";
import type { DocumentFacts, LocatedSection, Parsed } from "../handler";
import { indicatorRole } from "./column-roles";
import { EvaluationReader, findMoneyUnit, type ReadEvaluation } from "./evaluation-reader";
import { foldLabel } from "./fold-label";
import { joinNarratives } from "./join-narratives";
import { isFilled, placeRows, type PlacedRow } from "./placed-row";
import { readNarratives } from "./read-narrative";
import { isTitleRow, labelledValues } from "./row-labels";

/**
 * 项目支出绩效自评表 and 项目自评综述 (in a budget 项目绩效目标表): every project of the section with its funds, goals, indicators and
 * total, and the narrative beside it. Tables of other kinds are left alone.
 */
export function parseSelfEvaluations(section: LocatedSection, { document }: DocumentFacts): Parsed {
  const evaluations = readEvaluations(document, section.from, section.to);
  const narratives = readNarratives(document, section.from, section.to);
  const projects: readonly Project[] = joinNarratives(
    evaluations.map(({ project }) => project),
    narratives,
  );
  const parts = [...evaluations, ...narratives];
  return {
    projects,
    messages: parts.flatMap(({ messages }): readonly Message[] => messages),
    understood: parts.flatMap(({ understood }): readonly Span[] => understood),
  };
}

/** Each evaluation from its rows: a table may hold several, and one may go on over several tables. */
function readEvaluations(document: ExtractedDocument, from: number, to: number): ReadEvaluation[] {
  const evaluations: ReadEvaluation[] = [];
  let reader: EvaluationReader | undefined;
  const finish = (): void => {
    if (reader?.isNamed) evaluations.push(reader.finish());
    reader = undefined;
  };
  for (let block = from; block < to; block += 1) {
    const found = document.blocks[block];
    if (found?.kind !== "TABLE") {
      if (found && !isPageMark(found.text)) finish();
      continue;
    }
    const rows = placeRows(found, block);
    if (!isEvaluation(rows) && !(reader?.isOpen && isContinuation(rows))) {
      finish();
      continue;
    }
    for (const row of rows) {
      if (reader?.isNamed && startsEvaluation(row)) finish();
      reader ??= new EvaluationReader(unitAbove(document, block, from));
      reader.readRow(row);
    }
  }
  finish();
  return evaluations;
}

const isPageMark = (text: string): boolean => /^[-—–\s第]*\d{1,4}[-—–\s页]*$/.test(text);

/** A title or a project name begins the next evaluation; a year or a unit line alone does not. */
const startsEvaluation = (row: PlacedRow): boolean =>
  (isTitleRow(row) && /绩效/.test(row.cells.find(isFilled)?.text ?? "")) ||
  labelledValues(row).some(({ label }) => label === "projectName");

const hasIndicatorHeader = (rows: readonly PlacedRow[]): boolean =>
  rows.some(
    (row) => row.cells.some(({ text }) => indicatorRole(text) === "name") && row.cells.some(({ text }) => indicatorRole(text) === "target"),
  );

const hasFunds = (rows: readonly PlacedRow[]): boolean =>
  rows.some((row) => row.cells.some(({ text }) => /^(年度)?资金总额|^项目资金/.test(foldLabel(text))));

/** A table is an evaluation where it names its project beside the label and gives indicators or funds below. */
function isEvaluation(rows: readonly PlacedRow[]): boolean {
  const names = rows.some((row) => labelledValues(row).some(({ label, value }) => label === "projectName" && value !== undefined));
  return names && (hasIndicatorHeader(rows) || hasFunds(rows));
}

/** Rows on the next page, with or without the header again. */
function isContinuation(rows: readonly PlacedRow[]): boolean {
  return (
    hasIndicatorHeader(rows) ||
    rows.some(
      (row) => row.cells.some(({ text }) => /指标$/.test(foldLabel(text))) || /总分|合计/.test(row.cells.find(isFilled)?.text ?? ""),
    )
  );
}

/** The unit line of the table: 单位：万元, in the paragraphs right above it. */
function unitAbove(document: ExtractedDocument, block: number, from: number): MoneyUnit | undefined {
  for (let above = block - 1; above >= Math.max(from, block - 3); above -= 1) {
    const found = document.blocks[above];
    if (found?.kind !== "PARAGRAPH" || found.text.length > 60) return undefined;
    const unit = findMoneyUnit([found]);
    if (unit !== undefined) return unit;
  }
  return undefined;
}
