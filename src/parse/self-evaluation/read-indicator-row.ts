import type { Indicator } from "../../model/disclosure";
import type { Message } from "../../model/message";
import { alignRow, type AlignedRow, type HeaderRow } from "./align-row";
import type { IndicatorRole } from "./column-roles";
import { foldLabel } from "./fold-label";
import { isFilled, spanOf, type PlacedCell, type PlacedRow } from "./placed-row";
import { isNone, isNumberCell, readCellNumber } from "./read-cell-number";
import { readMeasuredValue, readSense } from "./read-target";

/** The levels that the rows above have given: a merged cell leaves a blank, and the level carries on. */
export interface Levels {
  readonly level1: string;
  readonly level2: string;
}

export interface IndicatorRow {
  readonly indicator?: Indicator;
  readonly levels: Levels;
  readonly messages: readonly Message[];
}

type Texts = (role: IndicatorRole) => string;

/** Reads one row under the header of the indicators. A row that names none gives none. */
export function readIndicatorRow(header: HeaderRow<IndicatorRole>, row: PlacedRow, above: Levels): IndicatorRow {
  return readAlignedIndicator(alignRow(header, row, fitsIndicatorColumn), row, above);
}

/** Reads an indicator from cells that stand under their columns. */
export function readAlignedIndicator(aligned: AlignedRow<IndicatorRole>, row: PlacedRow, above: Levels): IndicatorRow {
  const first = (role: IndicatorRole): PlacedCell | undefined => aligned.get(role)?.find(isFilled);
  const textOf: Texts = (role) => joinText((aligned.get(role) ?? []).map((cell) => cell.text).join(""));
  const levels = carryLevels(above, textOf);
  const name = textOf("name");
  const weight = readCellNumber(first("weight"), "SCORE");
  const score = readCellNumber(first("score"), "SCORE");
  const messages = [weight.message, score.message].filter((message) => message !== undefined);
  const place = first("name") ?? first("target");
  if (place === undefined || (name === "" && textOf("target") === "")) {
    return { levels, messages: [...messages, ...unknownRow(row, levels, above)] };
  }
  if (name === "") messages.push({ code: "ROW_UNKNOWN", span: spanOf(place), detail: textOf("target") });
  const sense = mergeSenses((aligned.get("sense") ?? []).filter(isFilled), messages);
  const indicator: Indicator = {
    ...levels,
    name,
    ...sense,
    ...readValues(textOf, sense.direction === "QUALITATIVE", sense),
    ...(weight.number ? { weight: weight.number } : {}),
    ...(score.number ? { score: score.number } : {}),
    ...optional("reason", textOf("reason")),
    citation: spanOf(place),
  };
  return { indicator, levels, messages };
}

/** Whether a text can stand in a column of a role. */
export function fitsIndicatorColumn(role: IndicatorRole, text: string): boolean {
  if (role === "weight" || role === "score") return isNumberCell(text);
  if (role === "sense") return readSense(text).unknown !== true;
  if (role === "name" || role === "target") return text.trim() !== "";
  return true;
}

/** A new first level begins anew: the second level above does not belong to it. */
function carryLevels(above: Levels, textOf: Texts): Levels {
  const level1 = levelName(textOf("level1"));
  const level2 = levelName(textOf("level2"));
  if (level1 !== "" && level1 !== above.level1) return { level1, level2 };
  return { level1: above.level1, level2: level2 === "" ? above.level2 : level2 };
}

/** "产出指标（50分）" names its weight too; the name alone is the level. */
const levelName = (printed: string): string => printed.replace(/[（(][\d.]+分?[）)]$/, "");

function mergeSenses(cells: readonly PlacedCell[], messages: Message[]): Pick<Indicator, "direction" | "comparator"> {
  let merged: Pick<Indicator, "direction" | "comparator"> = {};
  for (const cell of cells) {
    const { unknown, ...sense } = readSense(cell.text);
    if (unknown) messages.push({ code: "ROW_UNKNOWN", span: spanOf(cell), detail: cell.text });
    merged = { ...merged, ...sense };
  }
  return merged;
}

type Values = Pick<Indicator, "target" | "actual" | "targetValue" | "actualValue" | "measurementUnit" | "comparator">;

/** Target and actual are numbers of one unit: what prints another unit than the indicator's stays text. */
function readValues(textOf: Texts, qualitative: boolean, sense: Pick<Indicator, "comparator">): Values {
  const target = readMeasuredValue(textOf("target"));
  const actual = readMeasuredValue(textOf("actual"));
  const column = textOf("unit");
  const unit = isNone(column) ? (target.unit ?? "") : column;
  const isMeasured = (value: { readonly unit?: string }): boolean =>
    !qualitative && (value.unit === undefined || foldLabel(value.unit) === foldLabel(unit));
  const comparator = sense.comparator ?? target.comparator;
  return {
    target: textOf("target"),
    ...(textOf("actual") === "" ? {} : { actual: textOf("actual") }),
    ...(target.value !== undefined && isMeasured(target) ? { targetValue: target.value } : {}),
    ...(actual.value !== undefined && isMeasured(actual) ? { actualValue: actual.value } : {}),
    ...optional("measurementUnit", unit),
    ...(comparator === undefined ? {} : { comparator }),
  };
}

/** A row with nothing but levels, or nothing at all, is no loss; any other is. */
function unknownRow(row: PlacedRow, levels: Levels, above: Levels): Message[] {
  const filled = row.cells.filter(isFilled);
  const cell = filled.find(({ text }) => ![levels.level1, levels.level2, above.level1].includes(levelName(joinText(text))));
  return cell === undefined ? [] : [{ code: "ROW_UNKNOWN", span: spanOf(cell), detail: filled.map(({ text }) => text).join(" | ") }];
}

const joinText = (text: string): string => text.replace(/\s*\n\s*/g, "").trim();

const optional = <Key extends string>(key: Key, text: string): Partial<Record<Key, string>> =>
  isNone(text) ? {} : ({ [key]: text } as Record<Key, string>);
