import { z } from "zod";
import { ruleByCode } from "../../check/rule-list";
import type { Block, Cell } from "../../model/extracted-document";
import { isMeasureCode } from "../../model/measures";
import { STAGE_CODES } from "../../model/stage";
import type { DescribedSubject } from "../../store/find-or-create-subjects";
import type { CarriedRow } from "../../store/package/package-column";
import { FIGURES, FINDINGS, INDICATORS, OUTCOMES, PROJECT_FUNDS, PROJECTS, READINGS, RELATIONS } from "../../store/package/package-tables";
import type { ContentTable } from "../../store/package/package-tables";
import { withThoseAbove } from "../../store/package/read-published-package";
import { UnreadableRowsError } from "./package-rows";

type Content = ReadonlyMap<ContentTable, readonly CarriedRow[]>;

const refuse = (message: string): never => {
  throw new UnreadableRowsError(message);
};

const index = z.number().int().nonnegative();
const SPAN = z.object({ block: index, row: index.optional(), cell: index.optional(), start: index, end: index });
const CITATIONS = z.array(z.object({ span: SPAN, section: z.string(), text: z.string() }));
const ADDRESSES = z.array(
  z.object({ measure: z.string().refine(isMeasureCode), subject: z.string().optional(), stage: z.enum(STAGE_CODES) }),
);
const DETAIL = z.record(z.string(), z.string());
const CELLS = z.array(z.object({ text: z.string(), column: index, columnSpan: index, rowSpan: index, indent: index.optional() }));

/**
 * Holds the rows of a disclosure against each other: what one names is there, and what is counted is counted without a gap.
 *
 * @throws UnreadableRowsError
 */
export function checkContent(content: Content): void {
  for (const [table, rows] of content) if (table.columns.some(({ name }) => name === "seq")) checkCount(table, rows);
  const projects = content.get(PROJECTS) ?? [];
  projects.forEach(({ seq }, place) => seq === place || refuse(`data/projects.csv: its projects are not counted from 0 without a gap`));
  const readings = content.get(READINGS)?.length ?? 0;
  for (const { reading } of content.get(FIGURES) ?? [])
    if (Number(reading) >= readings) refuse(`data/figures.csv: a figure cites reading ${reading}, and there are ${readings}`);
  for (const table of [PROJECT_FUNDS, INDICATORS, FINDINGS]) {
    for (const { project } of content.get(table) ?? [])
      if (Number(project) >= projects.length && project !== null) refuse(`data/${table.name}.csv: there is no project ${project}`);
  }
  for (const table of [FINDINGS, OUTCOMES]) {
    for (const { rule } of content.get(table) ?? [])
      if (!ruleByCode(String(rule))) refuse(`data/${table.name}.csv: this hub knows no rule ${rule}; was it written by a newer one?`);
  }
  for (const { citations, figures, detail } of content.get(FINDINGS) ?? []) {
    for (const [shape, cell] of [
      [CITATIONS, citations],
      [ADDRESSES, figures],
      [DETAIL, detail],
    ] as const)
      if (!shape.safeParse(JSON.parse(String(cell))).success)
        refuse(`data/findings.csv: ${String(cell).slice(0, 80)} is not what a finding tells`);
  }
}

/** Rows of projects are counted within their project. */
function checkCount(table: ContentTable, rows: readonly CarriedRow[]): void {
  const counts = new Map<CarriedRow[string] | undefined, number>();
  for (const { seq, project } of rows) {
    const group = table === FINDINGS ? null : project;
    const next = counts.get(group) ?? 0;
    if (seq !== next) refuse(`data/${table.name}.csv: its rows are not counted from 0 without a gap`);
    counts.set(group, next + 1);
  }
}

/** The text of the document, from its rows. A table without rows has none: its place stays. @throws UnreadableRowsError */
export function readBlocks(rows: readonly CarriedRow[]): Block[] {
  const blocks: (Block & { rows?: Cell[][] })[] = [];
  const last = rows.at(-1);
  for (const { blockIndex, rowIndex, page, text, cells } of rows) {
    const place = Number(blockIndex);
    const onPage = page === null ? {} : { page: Number(page) };
    if (rowIndex === null) {
      if (cells !== null || blocks[place]) refuse(`data/blocks.csv: block ${place} is both a paragraph and a table`);
      blocks[place] = { kind: "PARAGRAPH", text: String(text ?? ""), ...onPage };
      continue;
    }
    const read = CELLS.safeParse(JSON.parse(String(cells ?? "null")));
    const table = (blocks[place] ??= { kind: "TABLE", rows: [], ...onPage });
    if (!read.success || table.kind !== "TABLE" || table.rows.length !== rowIndex)
      return refuse(`data/blocks.csv: row ${rowIndex} of block ${place} is no row of a table, or stands out of order`);
    (table.rows as (readonly Cell[])[]).push(read.data as readonly Cell[]);
  }
  return Array.from({ length: last ? Number(last["blockIndex"]) + 1 : 0 }, (_, place) => blocks[place] ?? { kind: "TABLE", rows: [] });
}

/** The subjects that a disclosure speaks of, and those above them. @throws UnreadableRowsError */
export function describeSubjects(content: Content, known: ReadonlyMap<string, CarriedRow>): DescribedSubject[] {
  const named = new Set<string>();
  for (const table of [READINGS, FIGURES, RELATIONS]) {
    for (const { subject, baseSubject } of content.get(table) ?? [])
      for (const key of [subject, baseSubject]) if (typeof key === "string") named.add(key);
  }
  for (const key of named) if (!known.has(key)) refuse(`data/subjects.csv does not have the subject ${key}`);
  return withThoseAbove(
    [...named].map((code): CarriedRow => ({ code })),
    "code",
    known,
    "parent",
  ).map(({ code, name, kind, level, parent, fromYear, toYear, origin }) => ({
    key: String(code),
    name: String(name),
    // The words were checked with the column.
    kind: kind as DescribedSubject["kind"],
    level: level as DescribedSubject["level"],
    ...(parent !== null && { parentKey: String(parent) }),
    fromYear: fromYear as number | null,
    toYear: toYear as number | null,
    origin: String(origin),
  }));
}
