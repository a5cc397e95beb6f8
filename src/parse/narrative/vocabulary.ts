import type { MeasureCode, MeasureKind } from "../../model/measures";
import { measureOf } from "../../model/measures";
import type { Stage } from "../../model/stage";
import { plainText } from "./plain-text";

/** What a number told after a name is a quantity of. Several measures: one sentence tells them together (收、支总计). */
export interface Label {
  readonly measures: readonly MeasureCode[];
  /** Key of a budget subject. */
  readonly subject?: string;
  /** What the name means after another one: 涉及资金 is the amount of whatever projects the sentence last counted. */
  readonly after?: Readonly<Partial<Record<MeasureCode, MeasureCode>>>;
}

/** A name as documents print it (a regular expression over plain text) and what it names. */
export interface LabelPattern {
  readonly pattern: RegExp;
  readonly label: Label;
}

/** A count that only its unit names: "接待3批次" under domestic reception. */
export interface CountByUnit {
  readonly under: MeasureCode;
  readonly unit: RegExp;
  readonly measure: MeasureCode;
}

/** The words of one kind of section: everything that its sentences may name. A number after any other name is left unread. */
export interface Vocabulary {
  readonly labels: readonly LabelPattern[];
  /** Names that no list can hold (paths of budget subjects). */
  readonly findLabel?: (plain: string, at: number) => FoundLabel | undefined;
  readonly counts?: readonly CountByUnit[];
  /** The whole that a share is of where the sentence names none. */
  readonly whole?: MeasureCode;
  /** What 预算 without 年初 or 全年 means in final accounts. */
  readonly plainBudget?: Stage;
  /** Words such as 预算 in these sentences name no stage: all numbers are of the disclosure's own one. */
  readonly oneStage?: true;
  /** Measures that a bare "不存在此项内容" as the whole text is about. */
  readonly main?: readonly MeasureCode[];
}

export interface FoundLabel {
  readonly label: Label;
  /** Plain offset after the name. */
  readonly end: number;
  /** The name holds numbers of its own (a printed code). */
  readonly numbered?: boolean;
}

/** Names under which sentences tell measures. `names` are regular expressions over plain text: full-width brackets, no quotes, no blanks. */
export function labelled(measures: MeasureCode | readonly MeasureCode[], ...names: readonly string[]): LabelPattern[] {
  const label = { measures: typeof measures === "string" ? [measures] : measures };
  return names.map((name) => ({ pattern: new RegExp(name, "y"), label }));
}

/** Names whose measure depends on the one that was named before; `otherwise` where none of those was. */
export function labelledAfter(
  after: Readonly<Partial<Record<MeasureCode, MeasureCode>>>,
  otherwise: MeasureCode | undefined,
  ...names: readonly string[]
): LabelPattern[] {
  const label = { measures: otherwise === undefined ? [] : [otherwise], after };
  return names.map((name) => ({ pattern: new RegExp(name, "y"), label }));
}

/** The names and aliases of the catalogue itself. */
export function catalogued(...measures: readonly MeasureCode[]): LabelPattern[] {
  return measures.flatMap((measure) => {
    const { name, aliases } = measureOf(measure);
    return labelled(measure, ...[name, ...aliases].map((text) => plainText(text).text));
  });
}

export const kindOfLabel = (label: Label): MeasureKind => measureOf(label.measures[0] ?? "REVENUE_TOTAL").kind;

/** The longest name that stands at a place; of equally long ones the first listed. */
export function matchLabel(vocabulary: Vocabulary, plain: string, at: number): FoundLabel | undefined {
  let best: FoundLabel | undefined;
  for (const { pattern, label } of vocabulary.labels) {
    pattern.lastIndex = at;
    const end = pattern.test(plain) ? pattern.lastIndex : at;
    if (end > at && (best === undefined || end > best.end)) best = { label, end };
  }
  if (best !== undefined) return /\d/.test(plain.slice(at, best.end)) ? { ...best, numbered: true } : best;
  return vocabulary.findLabel?.(plain, at);
}
