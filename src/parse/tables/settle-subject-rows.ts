import type { MeasureCode } from "../../model/measures";
import type { Message } from "../../model/message";
import { settleColumns, type Settlement } from "./settle-columns";
import type { ReadColumn } from "./subject-columns";
import type { ReadRow } from "./subject-rows";
import type { TableFindings } from "./table-findings";

/** Measures that the columns beside them add up to, row by row. */
const ROW_SUMS: readonly (readonly [whole: MeasureCode, parts: readonly MeasureCode[]])[] = [
  [
    "CURRENT_YEAR_REVENUE",
    [
      "REVENUE_FISCAL_APPROPRIATION",
      "REVENUE_SUPERIOR_SUBSIDY",
      "REVENUE_PUBLIC_INSTITUTION",
      "REVENUE_BUSINESS",
      "REVENUE_SUBORDINATE_REMITTANCE",
      "REVENUE_OTHER",
    ],
  ],
  [
    "CURRENT_YEAR_EXPENDITURE",
    ["BASIC_EXPENDITURE", "PROJECT_EXPENDITURE", "REMITTED_TO_SUPERIOR", "BUSINESS_EXPENDITURE", "SUBSIDY_TO_SUBORDINATE"],
  ],
  ["GENERAL_PUBLIC_EXPENDITURE", ["GENERAL_PUBLIC_BASIC_EXPENDITURE", "GENERAL_PUBLIC_PROJECT_EXPENDITURE"]],
  ["GOVERNMENT_FUND_EXPENDITURE", ["GOVERNMENT_FUND_BASIC_EXPENDITURE", "GOVERNMENT_FUND_PROJECT_EXPENDITURE"]],
  ["STATE_CAPITAL_EXPENDITURE", ["STATE_CAPITAL_BASIC_EXPENDITURE", "STATE_CAPITAL_PROJECT_EXPENDITURE"]],
  ["GENERAL_PUBLIC_BASIC_EXPENDITURE", ["PERSONNEL_EXPENSE", "PUBLIC_EXPENSE"]],
];

/** Places the doubtful numbers of a subject table by its own sums. */
export function settleSubjectRows(rows: readonly ReadRow[], columns: readonly ReadColumn[], findings: TableFindings): Settlement {
  const byPosition = isCutByPosition(findings);
  if (!byPosition && !rows.some(({ values }) => values.some(({ cell }) => findings.isDoubtful(cell)))) return new Map();
  const settling = rows.map(({ target, values }) => ({
    key: target === undefined || target.rule !== undefined || target.memberUnit ? undefined : (target.subject?.key ?? ""),
    values: values.map(({ column, cell }) => ({ column: column.key, cell })),
  }));
  const keys = [...new Set(columns.map(({ key }) => key))];
  const stages = new Set(columns.map(({ meaning }) => meaning?.stage));
  const sums = ROW_SUMS.flatMap(([whole, parts]) =>
    [...stages].map((stage) => ({
      whole: `${whole} ${stage}`,
      parts: parts.map((part) => `${part} ${stage}`).filter((part) => keys.includes(part)),
    })),
  ).filter(({ whole, parts }) => keys.includes(whole) && parts.length > 1);
  return settleColumns(settling, keys, sums, findings.isDoubtful, byPosition);
}

/** A table without lines was cut into columns by the position of its words, and all of it is doubtful; one with merged cells had lines to go by. */
const isCutByPosition = ({ table, facts }: TableFindings): boolean =>
  (facts.document.format === "PDF" || table.blocks.some(({ block }) => facts.document.messages.some((one) => isAboutWhole(one, block)))) &&
  table.blocks.every(({ table: grid }) => grid.rows.every((row) => row.every((cell) => cell.columnSpan === 1 && cell.rowSpan === 1)));

const isAboutWhole = ({ code, span }: Message, block: number): boolean =>
  code === "COLUMN_DOUBTFUL" && span?.block === block && span.row === undefined;
