import type { CitedNumber, FundRow, FundSource } from "../../model/disclosure";
import type { Message } from "../../model/message";
import type { MoneyUnit } from "../../model/printed-number";
import { alignRow, type HeaderRow } from "./align-row";
import type { FundRole } from "./column-roles";
import { foldLabel } from "./fold-label";
import { isFilled, spanOf, type PlacedCell, type PlacedRow } from "./placed-row";
import { isNumberCell, readCellNumber, type NumberKind, type ReadNumber } from "./read-cell-number";

const SOURCES: readonly (readonly [FundSource, RegExp])[] = [
  ["TOTAL", /资金总额|^总额$|^合计$|预算总额/],
  ["CARRYOVER", /结转|结余/],
  ["SPECIAL_ACCOUNT", /专户/],
  ["UNIT_OWN", /单位资金|自筹|自有/],
  ["FISCAL", /财政(拨款|资金|补助|性资金)|^(中央|省级|自治区级?|市级|区级|县级|旗县级|地方)(财政)?(资金|补助)$/],
  ["OTHER", /^其他(资金|收入)?$/],
];

/** The source that a row of the fund block names; undefined where it names none. */
export function fundSource(label: string): FundSource | undefined {
  const name = foldLabel(label)
    .replace(/^其中[:：]?/, "")
    .replace(/[:：]$|^\d+[.、]/, "")
    .replace(/\((万元|元)\)$/, "");
  return SOURCES.find(([, pattern]) => pattern.test(name))?.[0];
}

export interface ReadFundRow {
  readonly fund?: FundRow;
  readonly messages: readonly Message[];
}

type FundField = Exclude<FundRole, "label" | "aside">;
const FIELDS: readonly (readonly [FundField, "MONEY" | "SCORE" | "RATE"])[] = [
  ["initialBudget", "MONEY"],
  ["adjustedBudget", "MONEY"],
  ["executed", "MONEY"],
  ["weight", "SCORE"],
  ["executionRate", "RATE"],
  ["score", "SCORE"],
];

/** Reads a row of the fund block: 年度资金总额, 财政拨款, 上年结转资金 … Undefined where the row names no source of money. */
export function readFundRow(header: HeaderRow<FundRole>, row: PlacedRow, moneyUnit: MoneyUnit): ReadFundRow | undefined {
  const labelCell = row.cells.find((cell) => isFilled(cell) && fundSource(cell.text) !== undefined);
  const source = labelCell && fundSource(labelCell.text);
  if (labelCell === undefined || source === undefined) return undefined;
  const aligned = alignRow(header, row, (role, text) => role === "label" || role === "aside" || isNumberCell(text));
  const numbers = FIELDS.map(([field, kind]) => [field, readField(aligned.get(field), kind, moneyUnit)] as const);
  const fields = Object.fromEntries(numbers.flatMap(([field, { number }]) => (number ? [[field, number]] : [])));
  return {
    fund: { source, label: labelCell.text, ...(fields as Partial<Record<FundField, CitedNumber>>) },
    messages: numbers.flatMap(([, { message }]) => (message ? [message] : [])),
  };
}

function readField(cells: readonly PlacedCell[] | undefined, kind: "MONEY" | "SCORE" | "RATE", money: MoneyUnit): ReadNumber {
  const numberKind: NumberKind = kind === "MONEY" ? { money } : kind;
  return readCellNumber(cells?.find(isFilled), numberKind);
}

/**
 * Sources and amounts in one row without a header, as target tables print them: "年度资金总额 | 120 | 其中：财政拨款 | 100". The amounts are
 * the year's budget.
 */
export function readFundPairs(
  row: PlacedRow,
  moneyUnit: MoneyUnit,
): { readonly funds: readonly FundRow[]; readonly messages: readonly Message[] } {
  const funds: FundRow[] = [];
  const messages: Message[] = [];
  const cells = row.cells.filter(isFilled);
  cells.forEach((cell, at) => {
    const source = fundSource(cell.text);
    const amount = cells[at + 1];
    if (source === undefined || amount === undefined || fundSource(amount.text) !== undefined) return;
    const { number, message } = readCellNumber(amount, { money: moneyUnit });
    if (message) messages.push({ ...message, span: spanOf(amount) });
    funds.push({ source, label: cell.text, ...(number ? { initialBudget: number } : {}) });
  });
  return { funds, messages };
}
