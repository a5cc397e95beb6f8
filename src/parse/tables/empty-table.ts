import type { Span } from "../../model/extracted-document";
import type { MeasureCode } from "../../model/measures";
import type { DocumentFacts, LocatedTable } from "../handler";
import { meaningOfColumn, type ColumnRule } from "./column-rules";
import { readCellNumber } from "./cell-number";
import { plainLabel } from "./plain-label";
import type { TableFindings } from "./table-findings";
import type { TableLayout } from "./table-layout";
import { titleText } from "./table-title";

const STATED_EMPTY =
  /(?:本|此|该)表(?:格)?(?:为|是)?(?:空(?:白)?表?|无(?:相关)?(?:数据|内容|金额)|没有(?:相关)?(?:数据|内容))|故(?:为空表|为空|无数据|无内容)|为空表|(?:公开|列示?)空表|空表(?:列示|公开)|^（?空表）?$|（(?:空表|无数据)）$/;

/** Where the document states that the table holds nothing (本表无数据, 空表): in a note below it, or in a row of the table. */
export function findEmptyStatement(table: LocatedTable, facts: Pick<DocumentFacts, "document">): Span | undefined {
  for (const { block, table: grid } of table.blocks) {
    for (const [row, cells] of grid.rows.entries()) {
      for (const [cell, { text }] of cells.entries()) {
        if (STATED_EMPTY.test(plainLabel(text))) return { block, row, cell, start: 0, end: text.length };
      }
    }
  }
  const beside = [...paragraphsBelow(table, facts), ...paragraphsAbove(table, facts)].find(({ text }) =>
    STATED_EMPTY.test(plainLabel(text)),
  );
  return beside === undefined ? undefined : { block: beside.block, start: 0, end: beside.text.length };
}

/** The paragraphs between a table and its title, and the title; none where no title stands above. */
function paragraphsAbove(table: LocatedTable, facts: Pick<DocumentFacts, "document">): { block: number; text: string }[] {
  const first = table.blocks[0]?.block ?? 0;
  const above: { block: number; text: string }[] = [];
  for (let at = first - 1; at >= Math.max(0, first - 6); at -= 1) {
    const block = facts.document.blocks[at];
    if (block?.kind !== "PARAGRAPH") break;
    above.push({ block: at, text: block.text });
    if (titleText(block.text) !== undefined) return above;
  }
  return [];
}

/** The paragraphs under a table, down to the next title. */
function paragraphsBelow(table: LocatedTable, facts: Pick<DocumentFacts, "document">): { block: number; text: string }[] {
  const last = table.blocks.at(-1)?.block ?? 0;
  const below: { block: number; text: string }[] = [];
  for (let at = last + 1; at <= last + 4; at += 1) {
    const block = facts.document.blocks[at];
    if (block?.kind !== "PARAGRAPH" || titleText(block.text) !== undefined) break;
    below.push({ block: at, text: block.text });
  }
  return below;
}

/** The notes of a table (注：…), plain: in its last rows or under it. */
export function notesBelow(table: LocatedTable, facts: Pick<DocumentFacts, "document">): string[] {
  const inside = table.blocks.flatMap(({ table: grid }) => grid.rows.slice(-3).flatMap((row) => row.map((cell) => cell.text)));
  return [...inside, ...paragraphsBelow(table, facts).map(({ text }) => text)]
    .map(plainLabel)
    .filter((text) => /^(?:注|备注|说明)/.test(text));
}

/** Whether any cell below the header holds an amount other than zero. */
export function hasAmounts(layout: TableLayout): boolean {
  return layout.parts.some((part) =>
    part.rows.some((row) =>
      part.groups.some((group) =>
        group.values.some((column) => {
          const cell = row.covering[column.index];
          const read = cell === undefined ? undefined : readCellNumber(cell.text, "元");
          return read?.kind === "NUMBER" && read.number.value !== 0;
        }),
      ),
    ),
  );
}

/** A table stated to be empty says of each of its columns that the quantity does not exist. */
export function sayEmptyTable(layout: TableLayout, columns: readonly ColumnRule[], findings: TableFindings): void {
  const statement = findEmptyStatement(findings.table, findings.facts);
  if (statement === undefined || hasAmounts(layout)) return;
  findings.understand(statement);
  const block = findings.facts.document.blocks[statement.block];
  const text = block?.kind === "PARAGRAPH" ? block.text : (block?.rows[statement.row ?? -1]?.[statement.cell ?? -1]?.text ?? "");
  const told = new Set<MeasureCode>();
  for (const column of layout.parts.flatMap((part) => part.groups.flatMap((group) => group.values))) {
    const meaning = meaningOfColumn(column, columns, findings.facts);
    if (meaning === undefined || meaning.measure === "NO_MEASURE" || meaning.relation !== undefined || told.has(meaning.measure)) continue;
    told.add(meaning.measure);
    findings.notApplicable(statement, text, { measure: meaning.measure, stage: meaning.stage });
  }
}
