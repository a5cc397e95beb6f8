import type { CitedNumber } from "../model/disclosure";
import type { Cell, Span, Table } from "../model/extracted-document";
import { readPrintedNumber } from "../model/printed-number";
import { slackOf } from "./allowance";
import type { Facts, PrintedReading } from "./facts";
import { figureOf } from "./relation-inputs";
import type { Answer } from "./rule";

/** A list of projects with a line for all of them says that it is complete: its projects make that line. */
export function* sumProjectLists(facts: Facts): Generator<Answer> {
  const totals = facts.printed.filter(
    ({ table, subject, measure }) =>
      (table === "PROJECT_LIST" || table === "GENERAL_PUBLIC_PROJECT") && subject === undefined && /PROJECT_EXPENDITURE$/.test(measure),
  );
  let told = false;
  for (const total of totals) {
    const listed = amountsListedBeside(facts, total);
    if (listed.length < 2) continue;
    told = true;
    yield compareList(total, listed);
  }
  if (!told) yield "CANNOT_TELL";
}

/** The projects of the table in which the line stands; a table that goes on over pages is several blocks. */
function amountsListedBeside(facts: Facts, total: PrintedReading): CitedNumber[] {
  const blocks = new Set(facts.printed.filter(({ table }) => table === total.table).map(({ citation }) => citation.block));
  const next = facts.disclosure.tables.find(({ block }) => block > total.citation.block)?.block ?? Number.POSITIVE_INFINITY;
  return facts.disclosure.projects.flatMap(({ citations, funds, tableBlock }) => {
    const [named] = citations;
    const isListed =
      tableBlock === undefined &&
      named?.row !== undefined &&
      (blocks.has(named.block) || (named.block > total.citation.block && named.block < next));
    const row = funds.find(({ source }) => source === "TOTAL");
    const amount = total.stage === "FINAL" ? row?.executed : total.stage === "ADJUSTED_BUDGET" ? row?.adjustedBudget : row?.initialBudget;
    return isListed && amount !== undefined ? [amount] : [];
  });
}

function compareList(total: PrintedReading, listed: readonly CitedNumber[]): Answer {
  const sum = listed.reduce((all, { value }) => all + value, 0);
  const tolerance = Math.floor(listed.reduce((all, { step }) => all + Math.max(1, Math.round(step)), slackOf(total)) / 2);
  // First-level projects with their second-level ones below them make the line twice.
  if ([total.value, 2 * total.value].some((whole) => Math.abs(whole - sum) <= tolerance)) return "HOLDS";
  return {
    valueKind: "MONEY",
    published: total.value,
    recomputed: sum,
    tolerance,
    figures: [figureOf(total)],
    detail: { listCount: String(listed.length), ...(total.table === undefined ? {} : { table: total.table }) },
    citations: [total.citation, ...listed.map(({ citation }) => citation)],
  };
}

/** 分单位 tables: the line 合计 is the sum of the units, column by column. */
export function* sumUnitRows(facts: Facts): Generator<Answer> {
  let told = false;
  for (const { title, block } of facts.disclosure.tables) {
    const table = facts.document.blocks[block];
    if (table?.kind !== "TABLE" || !isByUnit(title, table)) continue;
    for (const answer of sumColumns(table, block, title)) {
      told = true;
      yield answer;
    }
  }
  if (!told) yield "DOES_NOT_APPLY";
}

const isByUnit = (title: string, table: Table): boolean =>
  /分单位/.test(title) ||
  table.rows.slice(0, 3).some((row) => row.some(({ text }) => /^单位(?:名称|编码|代码)$/.test(text.replace(/\s/g, ""))));

interface Amount {
  readonly value: number;
  readonly step: number;
  readonly span: Span;
}

/** Amounts as printed, without their unit: a column is compared with itself. */
const EXPONENT = 6;

function* sumColumns(table: Table, block: number, title: string): Generator<Answer> {
  const units: Map<number, Amount>[] = [];
  let total: Map<number, Amount> | undefined;
  for (const [row, cells] of table.rows.entries()) {
    const amounts = amountsOf(cells, block, row);
    if (amounts.size === 0) continue;
    const labels = cells.map(({ text }) => text.replace(/\s/g, ""));
    if (labels.some((label) => /^(?:合计|总计)$/.test(label))) total ??= amounts;
    else if (labels.some((label) => /\p{Script=Han}{4}/u.test(label)) && !labels.some((label) => /^[1-9]\d{2}(?:\d{2}){0,2}$/.test(label)))
      units.push(amounts);
  }
  if (total === undefined || units.length < 2) return;
  for (const [column, whole] of total) {
    const parts = units.flatMap((unit) => unit.get(column) ?? []);
    if (parts.length < 2) continue;
    const sum = parts.reduce((all, { value }) => all + value, 0);
    const tolerance = Math.floor(parts.reduce((all, { step }) => all + step, whole.step) / 2);
    // A department's own line above its units counts them twice.
    if ([whole.value, 2 * whole.value].some((one) => Math.abs(one - sum) <= tolerance)) yield "HOLDS";
    else {
      yield {
        valueKind: "NONE",
        published: null,
        recomputed: null,
        tolerance: null,
        figures: [],
        detail: { name: title, unitCount: String(parts.length) },
        citations: [whole, ...parts].map(({ span }) => span),
      };
    }
  }
}

function amountsOf(cells: readonly Cell[], block: number, row: number): Map<number, Amount> {
  const amounts = new Map<number, Amount>();
  for (const [cell, { text, column }] of cells.entries()) {
    // Whole numbers beside the names are codes and line numbers.
    if (!/\.\d/.test(text)) continue;
    const number = readPrintedNumber(text, EXPONENT);
    if (number !== undefined)
      amounts.set(column, { value: number.value, step: Math.round(number.step), span: { block, row, cell, start: 0, end: text.length } });
  }
  return amounts;
}
