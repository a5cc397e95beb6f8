import type { Project } from "../../model/disclosure";
import type { ExtractedDocument, Span } from "../../model/extracted-document";
import type { Message } from "../../model/message";
import type { MoneyUnit } from "../../model/printed-number";
import type { DocumentFacts, LocatedSection, Parsed } from "../handler";
import { indicatorRole } from "./column-roles";
import { confirmRestatement } from "./confirm-restatement";
import { EvaluationReader, type ReadEvaluation } from "./evaluation-reader";
import { findMoneyUnit } from "./find-money-unit";
import { foldLabel } from "./fold-label";
import { joinNarratives } from "./join-narratives";
import { isFilled, placeRows, spanOf, type PlacedRow } from "./placed-row";
import { readNarratives } from "./read-narrative";
import { readTargetList, targetListHeader } from "./read-target-list";
import { isTitleRow, labelledValues } from "./row-labels";

/**
 * 项目支出绩效自评表 and 项目自评综述 (in a budget 项目绩效目标表): every project of the section with its funds, goals, indicators and
 * total, and the narrative beside it. Tables of other kinds are left alone.
 */
export function parseSelfEvaluations(section: LocatedSection, { document }: DocumentFacts): Parsed {
  const { evaluations, passedOver } = readEvaluations(document, section.from, section.to);
  const narratives = readNarratives(document, section.from, section.to);
  const projects = joinNarratives(
    evaluations.map(({ project }) => project),
    narratives,
  );
  const restated = confirmRestatement(document, section.from, section.to, projects);
  const parts = [...evaluations, ...narratives, restated];
  return {
    projects: projects.map((project, at): Project => {
      const mentions = restated.mentions.filter((mention) => mention.project === at);
      return mentions.length === 0
        ? project
        : { ...project, citations: [...project.citations, ...mentions.map(({ citation }) => citation)] };
    }),
    messages: [...parts.flatMap(({ messages }): readonly Message[] => messages), ...passedOver],
    understood: parts.flatMap(({ understood }): readonly Span[] => understood),
  };
}

interface Evaluations {
  readonly evaluations: readonly ReadEvaluation[];
  /** Tables of indicators that belong to no project, such as 部门整体支出绩效自评表. */
  readonly passedOver: readonly Message[];
}

/** Each evaluation from its rows: a table may hold several, and one may go on over several tables. */
function readEvaluations(document: ExtractedDocument, from: number, to: number): Evaluations {
  const evaluations: ReadEvaluation[] = [];
  const passedOver: Message[] = [];
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
    if (rows.some((row) => targetListHeader(row) !== undefined)) {
      finish();
      evaluations.push(...readTargetList(rows, unitAbove(document, block, from)));
      continue;
    }
    if (!isEvaluation(rows) && !(reader?.isOpen && isContinuation(rows))) {
      finish();
      const cell = hasIndicatorHeader(rows) ? rows.flatMap(({ cells }) => cells).find(isFilled) : undefined;
      if (cell) passedOver.push({ code: "TABLE_UNKNOWN", span: spanOf(cell), detail: cell.text });
      continue;
    }
    for (const row of rows) {
      if (reader?.isNamed && startsEvaluation(row)) finish();
      reader ??= new EvaluationReader(unitAbove(document, block, from));
      reader.readRow(row);
    }
  }
  finish();
  return { evaluations, passedOver };
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
