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
  /** A subject of whichever of these the sentences are about: 工资福利支出 under 基本支出 or under 项目支出. */
  readonly partOf?: readonly MeasureCode[];
  /** A quantity that is understood and has no measure: whose money pays for the procurement. */
  readonly unmeasured?: true;
}

/** A name as documents print it (a regular expression over plain text) and what it names. */
export interface LabelPattern {
  readonly pattern: RegExp;
  readonly label: Label;
  /** A general word that means something else at the end of a longer name: 支出, 基本支出, 人员经费. */
  readonly whole?: true;
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
  /** The whole that a share is of where the sentence names none; TOPIC: what the sentence began with. */
  readonly whole?: MeasureCode | "TOPIC";
  /** What 预算 without 年初 or 全年 means in final accounts. */
  readonly plainBudget?: Stage;
  /** Words such as 预算 in these sentences name no stage: all numbers are of the disclosure's own one. */
  readonly oneStage?: true;
  /** What a section is about whose whole text is "不存在此项内容". */
  readonly main?: readonly MeasureCode[];
}

export interface FoundLabel {
  readonly label: Label;
  /** Plain offset after the name. */
  readonly end: number;
  /** The name holds numbers of its own (a printed code). */
  readonly numbered?: boolean;
  readonly whole?: boolean;
}

/** Names under which sentences tell measures. `names` are regular expressions over plain text: full-width brackets, no quotes, no blanks. */
export function labelled(measures: MeasureCode | readonly MeasureCode[], ...names: readonly string[]): LabelPattern[] {
  const label = { measures: typeof measures === "string" ? [measures] : measures };
  return names.map((name) => ({ pattern: new RegExp(name, "y"), label }));
}

/** The same for general words: they count only where no unknown word stands right before them. */
export const labelledWhole = (measures: MeasureCode | readonly MeasureCode[], ...names: readonly string[]): LabelPattern[] =>
  labelled(measures, ...names).map((pattern) => ({ ...pattern, whole: true }));

/** Names whose amounts are understood, and are no figures. */
export const unmeasured = (...names: readonly string[]): LabelPattern[] =>
  names.map((name) => ({ pattern: new RegExp(name, "y"), label: { measures: [], unmeasured: true } }));

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

/** All names of a vocabulary as one expression: at most places none stands, and one look tells. */
const anyName = new WeakMap<readonly LabelPattern[], RegExp>();

function namesAt({ labels }: Vocabulary, plain: string, at: number): boolean {
  let any = anyName.get(labels);
  if (any === undefined) anyName.set(labels, (any = new RegExp(labels.map(({ pattern }) => `(?:${pattern.source})`).join("|"), "y")));
  any.lastIndex = at;
  return any.test(plain);
}

/** The longest name that stands at a place; of equally long ones the first listed. */
export function matchLabel(vocabulary: Vocabulary, plain: string, at: number): FoundLabel | undefined {
  if (!namesAt(vocabulary, plain, at)) return vocabulary.findLabel?.(plain, at);
  let best: FoundLabel | undefined;
  for (const { pattern, label, whole } of vocabulary.labels) {
    pattern.lastIndex = at;
    const end = pattern.test(plain) ? pattern.lastIndex : at;
    if (end > at && (best === undefined || end > best.end)) best = { label, end, ...(whole === undefined ? {} : { whole }) };
  }
  if (best !== undefined) return /\d/.test(plain.slice(at, best.end)) ? { ...best, numbered: true } : best;
  return vocabulary.findLabel?.(plain, at);
}
