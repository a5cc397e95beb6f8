import { blocksOfText } from "../../../../src/extract/extract-text";
import type { Parsed } from "../../../../src/parse/handler";
import type { Block, Cell, ExtractedDocument, Span, Table } from "../../../../src/model/extracted-document";
import { textAt } from "../../../../src/model/extracted-document";
import type { CitedNumber, Indicator, Project } from "../../../../src/model/disclosure";
import type { DisclosureKind } from "../../../../src/model/disclosure-kind";
import { parseSelfEvaluations } from "../../../../src/parse/self-evaluation/parse-self-evaluations";

/** A cell with spans: text, columns, rows. */
type Spanned = string | readonly [text: string, columnSpan: number, rowSpan?: number];

/** Lays cells out on a grid, as a word processor's table is read: covered cells are absent. */
export function gridTable(rows: readonly (readonly Spanned[])[]): Table {
  const covered = new Set<string>();
  return {
    kind: "TABLE",
    rows: rows.map((row, at) => {
      let column = 0;
      return row.map((spanned): Cell => {
        const [text, columnSpan, rowSpan = 1] = typeof spanned === "string" ? ([spanned, 1] as const) : spanned;
        while (covered.has(`${at}:${column}`)) column += 1;
        const cell = { text, column, columnSpan, rowSpan };
        for (let down = 1; down < rowSpan; down += 1)
          for (let right = 0; right < columnSpan; right += 1) covered.add(`${at + down}:${column + right}`);
        column += columnSpan;
        return cell;
      });
    }),
  };
}

/** The text form: cells as tab-led lines, rows apart by an empty line. Cells of a row are written with "|". */
export function textBlocks(text: string): Block[] {
  const lines = text.split("\n").flatMap((line) => {
    const row = line.trimStart();
    if (!row.startsWith("|")) return [row];
    const cells = row.slice(1).split("|");
    return [...cells.map((cell) => `\t${cell.trim().replaceAll("⏎", "\n")}`), ""];
  });
  return blocksOfText(lines.join("\n"));
}

export interface Read extends Parsed {
  readonly document: ExtractedDocument;
  readonly projects: readonly Project[];
}

export function read(blocks: readonly Block[], kind: DisclosureKind = "FINAL_ACCOUNTS"): Read {
  const document: ExtractedDocument = { format: "TEXT", blocks, messages: [] };
  const section = { kind: "PERFORMANCE", title: "预算绩效情况说明", from: 0, to: blocks.length } as const;
  const parsed = parseSelfEvaluations(section, { document, unitName: "云溪市司法局（示例）", year: 2023, kind, scope: "UNIT" });
  return { ...parsed, document, projects: parsed.projects ?? [] };
}

/** Every number of the projects with where it says to stand; a test holds one against the other. */
export function citedNumbers(projects: readonly Project[]): CitedNumber[] {
  return projects
    .flatMap((project) => [
      ...project.funds.flatMap((fund) => [
        fund.initialBudget,
        fund.adjustedBudget,
        fund.executed,
        fund.weight,
        fund.executionRate,
        fund.score,
      ]),
      ...project.indicators.flatMap((indicator) => [indicator.weight, indicator.score]),
      project.totalWeight,
      project.totalScore,
      project.narrative?.score,
      project.narrative?.budget,
      project.narrative?.executed,
      project.narrative?.executionRate,
    ])
    .filter((number) => number !== undefined);
}

/** Citations that do not show the printed text. */
export const wrongCitations = ({ document, projects }: Read): string[] =>
  citedNumbers(projects).flatMap(({ printed, citation }) => (textAt(document, citation) === printed ? [] : [printed]));

/** An indicator on one line, as a person would write the row. */
export const told = (indicator: Indicator): string =>
  [
    indicator.level1,
    indicator.level2,
    indicator.name,
    indicator.direction ?? "",
    indicator.comparator ?? "",
    `${indicator.target}=${indicator.targetValue ?? "?"}`,
    `${indicator.actual ?? ""}=${indicator.actualValue ?? "?"}`,
    indicator.measurementUnit ?? "",
    `${indicator.weight?.value ?? ""}/${indicator.score?.value ?? ""}`,
    indicator.reason ?? "",
  ].join(" | ");

export const placeOf = ({ block, row, cell }: Span): string => `${block}.${row ?? ""}.${cell ?? ""}`;
