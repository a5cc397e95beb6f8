import type { Relation } from "../../model/disclosure";
import type { Span } from "../../model/extracted-document";
import type { MeasureCode } from "../../model/measures";
import { readPrintedNumber, type PrintedNumber } from "../../model/printed-number";
import type { Stage } from "../../model/stage";
import { addressesOf, type NarrativeFindings } from "./narrative-findings";
import { plainText, printedRange, type PlainText } from "./plain-text";
import { reasonEnd } from "./reason-end";
import { stageOf, type TokenFacts } from "./stage-words";
import type { Direction, NumberToken, StageWord, Token, YearWord } from "./token";
import { tokenize } from "./tokenize";
import { kindOfLabel, type Label, type Vocabulary } from "./vocabulary";

/** One paragraph to read. */
export interface NarrativeParagraph {
  readonly block: number;
  readonly text: string;
}

/** What the word before a number makes of it; without one the number is a value. */
type Expectation =
  | { readonly kind: "CHANGE"; readonly direction: Direction | undefined }
  | { readonly kind: "COMPLETION"; readonly base: Stage | undefined }
  | { readonly kind: "SHARE"; readonly whole?: Label };

interface Comparison {
  readonly base: Stage | undefined;
  /** The year named cannot be meant: nothing is derived from it. */
  readonly doubtful: boolean;
}

/** What a sentence has said so far. */
interface Said {
  readonly money?: Label;
  readonly count?: Label;
  /** A name or a stage stands since the last number, so that a plain number is its value. */
  readonly moneyFresh: boolean;
  readonly countFresh: boolean;
  readonly stage?: StageWord;
  readonly year?: YearWord;
  readonly comparison?: Comparison;
  /** A number right behind is the base itself: 与年初预算8,758.66万元相比. */
  readonly baseNext: boolean;
  readonly expected?: Expectation;
  /** An unknown word stands since the last name: no number may land at that name. */
  readonly blocked: boolean;
  readonly negated: boolean;
}

const SILENCE: Said = { moneyFresh: false, countFresh: false, baseNext: false, blocked: false, negated: false };

/** Totals that are equal by definition: told side by side with one comparison, it is about both. */
const TWINS: readonly (readonly [MeasureCode, MeasureCode])[] = [
  ["REVENUE_TOTAL", "EXPENDITURE_TOTAL"],
  ["FISCAL_APPROPRIATION_REVENUE", "FISCAL_APPROPRIATION_EXPENDITURE"],
];

/**
 * Reads the sentences of one paragraph, token by token. A sentence that names nothing goes on about the topic: the first name of the last
 * sentence that had one outside of 其中.
 */
export class ParagraphReader {
  private readonly plain: PlainText;
  private readonly tokens: readonly Token[];
  private said: Said;
  private readonly brackets: Said[] = [];
  private topic: Label | undefined;
  private topicSet = false;
  /** The sentence tells several things side by side: none of them is what the next one is about. */
  private topicShared = false;
  private whereof = false;
  /** What the last value of the sentence was a value at: the parts behind 其中 are at the same, until a word says otherwise. */
  private wholeAt: Pick<Said, "stage" | "year"> = {};
  /** The one quantity that the last sentence with one was about: the parts told next are parts of it. */
  private wholeBefore: MeasureCode | undefined;
  /** What this sentence names as a whole, and not as parts of something. */
  private readonly wholes = new Set<MeasureCode>();
  private amountUnread = false;
  private lastComparison: Comparison | undefined;
  private lastBudget: Stage | undefined;
  /** Where the sentence begins: in the printed text, and in the plain one. */
  private sentenceStart = 0;
  private sentenceAt = 0;
  private readonly paragraph: NarrativeParagraph;
  private readonly vocabulary: Vocabulary;
  private readonly facts: TokenFacts;
  private readonly found: NarrativeFindings;

  constructor(
    paragraph: NarrativeParagraph,
    topic: Label | undefined,
    whole: MeasureCode | undefined,
    vocabulary: Vocabulary,
    facts: TokenFacts,
    found: NarrativeFindings,
  ) {
    this.paragraph = paragraph;
    this.vocabulary = vocabulary;
    this.facts = facts;
    this.found = found;
    this.plain = plainText(paragraph.text);
    this.tokens = tokenize(this.plain.text, vocabulary, facts);
    this.wholeBefore = whole;
    this.topic = topic === undefined ? undefined : this.settledPart(topic);
    this.said = this.startOfSentence();
  }

  /** A line that holds a name and nothing else is the topic of the lines below it. */
  get headingLabel(): Label | undefined {
    const telling = this.tokens.filter(({ type }) => !["FILLER", "STOP", "COMMA", "SEMICOLON", "YEAR", "STAGE"].includes(type));
    const [only] = telling;
    return telling.length === 1 && only?.type === "LABEL" ? only.label : undefined;
  }

  /** What the parts of the paragraphs below are parts of, where they do not say it themselves. */
  get whole(): MeasureCode | undefined {
    const [only, ...others] = this.wholes;
    return only === undefined ? this.wholeBefore : others.length === 0 ? only : undefined;
  }

  read(next: NarrativeParagraph | undefined): void {
    for (let index = 0; index < this.tokens.length; index += 1) {
      const token = this.tokens[index];
      if (token !== undefined) index = this.readToken(token, index, next);
    }
  }

  /** Reads a token; gives the index of the last token that belongs to what was read. */
  private readToken(token: Token, index: number, next: NarrativeParagraph | undefined): number {
    switch (token.type) {
      case "LABEL":
        this.readLabel(token);
        return index;
      case "NUMBER":
        return this.readNumbers(index);
      case "NO_RATE":
        this.readMissingRate(this.spanOf(token));
        return index;
      case "YEAR":
        this.say({ year: token.year });
        return index;
      case "STAGE":
        this.say({ stage: token.word, moneyFresh: true, baseNext: false });
        return index;
      case "COMPARE":
        this.readComparison(token);
        return index;
      case "DIRECTION":
        this.readDirection(token);
        return index;
      case "COMPLETE":
        this.expect({ kind: "COMPLETION", base: this.completionBase(token.word) });
        return index;
      case "SHARE":
        this.expect({ kind: "SHARE" });
        return index;
      case "REASON":
        return this.readReason(token, index, next);
      case "PURPOSE":
        this.expect(undefined);
        return this.skipTo(index, reasonEnd(this.plain.text, token.end, this.vocabulary));
      case "NEGATION":
        this.say({ negated: true });
        return index;
      case "NOTHING":
        this.readNothing(token);
        return index;
      case "PLACEHOLDER":
        this.tellResidue(token);
        this.expect(undefined);
        this.say({ moneyFresh: false });
        return index;
      case "WHEREOF":
        this.whereof = true;
        this.say({ negated: false, ...this.wholeAt, ...withComparison(this.said.comparison ?? this.lastComparison) });
        return index;
      case "OPEN":
        this.brackets.push(this.said);
        return index;
      case "CLOSE":
        this.said = this.brackets.pop() ?? this.said;
        return index;
      case "COMMA":
        this.say({ negated: false, baseNext: false });
        if (this.said.expected?.kind === "SHARE") this.expect(undefined);
        return index;
      case "SEMICOLON":
        this.expect(undefined);
        this.forgetStage();
        this.say({ negated: false });
        return index;
      case "STOP":
        // （其中…。）比上年增加…: what stands in brackets ends no sentence but its own.
        if (this.brackets.length > 0 && this.tokens[index + 1]?.type === "CLOSE") return index;
        this.endSentence(token.end);
        return index;
      case "OTHER":
        this.expect(undefined);
        this.say({ blocked: true, negated: false });
        return index;
      case "PAUSE":
      case "FILLER":
        return index;
    }
  }

  private readLabel({ label: named, numbered, compounded, start, end }: Extract<Token, { type: "LABEL" }>): void {
    if (numbered) this.found.addUnderstood(this.spanOf({ start, end }));
    const label = this.settledLabel(named);
    if (label === undefined || compounded) {
      this.expect(undefined);
      this.say({ blocked: true });
      return;
    }
    if (this.said.negated) {
      this.readNegated(label, { start, end });
      return;
    }
    if (this.said.expected?.kind === "SHARE" && this.said.expected.whole === undefined) {
      this.say({ expected: { kind: "SHARE", whole: label } });
      return;
    }
    // 比上年总收入1,058.51万元增加…: behind the comparison itself a name is still of its base.
    this.say({ blocked: false });
    if (label.subject === undefined) for (const measure of label.measures) this.wholes.add(measure);
    if (kindOfLabel(label) !== "MONEY") {
      this.say({ count: label, countFresh: true });
      return;
    }
    // An amount that follows from a count (涉及资金) leaves the count standing.
    this.said = named.after === undefined ? without(this.said, "count") : this.said;
    this.say({ money: label, moneyFresh: true });
    if (label.unmeasured === true) return;
    if (this.whereof || this.brackets.length > 0) return;
    if (!this.topicSet) this.topic = label;
    else if (!sameLabel(label, this.topic)) this.topicShared = true;
    this.topicSet = true;
  }

  /** A part, with the whole that it is a part of here. */
  private settledPart(label: Label): Label | undefined {
    if (label.partOf === undefined) return label;
    const { whole } = this;
    return whole !== undefined && label.partOf.includes(whole) ? { ...label, measures: [whole] } : undefined;
  }

  /** A name that depends on the one before it, as what it means here. */
  private settledLabel(label: Label): Label | undefined {
    if (label.partOf !== undefined) return this.settledPart(label);
    if (label.after === undefined) return label;
    for (const before of [this.said.count?.measures[0], this.said.money?.measures[0]]) {
      const measure = before === undefined ? undefined : label.after[before];
      if (measure !== undefined) return { measures: [measure] };
    }
    return label.measures.length > 0 ? { measures: label.measures } : undefined;
  }

  private readNegated(label: Label, place: { readonly start: number; readonly end: number }): void {
    const stage = this.currentStage();
    if (stage === undefined) return;
    const citation = this.spanOf(place);
    for (const address of addressesOf(label)) this.found.addNotApplicable(address, stage, citation, this.printed(citation));
  }

  private readNothing(token: Token): void {
    const stage = this.currentStage();
    const citation = this.spanOf(token);
    const label = this.said.blocked || !this.said.moneyFresh ? undefined : this.said.money;
    if (stage === undefined) return;
    if (label === undefined) this.found.addNothing(stage, citation, this.printed(citation));
    else for (const address of addressesOf(label)) this.found.addNotApplicable(address, stage, citation, this.printed(citation));
  }

  private readComparison({ base, doubtful, named, ...place }: Extract<Token, { type: "COMPARE" }>): void {
    this.said = { ...without(this.said, "expected"), comparison: { base, doubtful }, baseNext: named === undefined };
    if (named !== undefined) this.say({ expected: { kind: "CHANGE", direction: named } });
    if (!doubtful) return;
    const span = this.spanOf(place);
    this.found.messages.push({ code: "YEAR_DOUBTFUL", span, detail: this.printed(span) });
  }

  private readDirection(token: Extract<Token, { type: "DIRECTION" }>): void {
    this.say({ baseNext: false });
    if (token.direction === undefined) this.tellResidue(token);
    if (token.direction !== "EQUAL") {
      this.say({ expected: { kind: "CHANGE", direction: token.direction } });
      return;
    }
    const { comparison, blocked } = this.said;
    const label = this.comparedLabel();
    if (label === undefined || comparison?.base === undefined || blocked) return;
    // 基本持平 is not equal: the direction is told, the amount is not.
    const amount = { value: token.roughly ? null : 0, step: 0 };
    const base = { stage: comparison.base };
    this.addRelation("CHANGE_AMOUNT", label, base, amount, this.spanOf(token), "EQUAL", !token.roughly && !comparison.doubtful);
  }

  private readReason(token: Extract<Token, { type: "REASON" }>, index: number, next: NarrativeParagraph | undefined): number {
    const end = reasonEnd(this.plain.text, token.end, this.vocabulary);
    const follows = token.start === this.sentenceAt ? this.lastComparison : undefined;
    if (token.afterComparison && (this.said.comparison ?? follows) === undefined) {
      this.expect(undefined);
      return this.skipTo(index, end);
    }
    const comparison = this.said.comparison ?? this.lastComparison;
    const label = this.said.blocked ? undefined : this.comparedLabel();
    const reason = end > token.end ? this.statedText(token.end, end) : reasonOnNextLine(this.plain.text.length === end ? next : undefined);
    if (reason !== undefined && /^[Xx×ＸX…\s]+$/.test(reason.text)) {
      this.found.messages.push({ code: "TEMPLATE_RESIDUE", span: reason.citation, detail: reason.text });
    } else if (reason !== undefined && label !== undefined) this.found.addReason(reason, label, this.currentStage(), comparison?.base);
    this.expect(undefined);
    return this.skipTo(index, end);
  }

  /** Reads the number at an index, with the others that a pair of names takes. */
  private readNumbers(index: number): number {
    const numbers = this.numbersAt(index, this.said.money?.measures.length ?? 1);
    const [first] = numbers;
    if (first === undefined) return index;
    if (this.said.money?.unmeasured === true && !this.said.blocked && (first.unit === "MONEY" || first.unit === "RATE")) {
      this.found.addUnderstood(this.spanOf(first));
      this.expect(undefined);
      return index;
    }
    const read = first.unit === "RATE" ? this.readRate(numbers) : first.unit === "NONE" ? false : this.readQuantity(numbers, first.unit);
    if (!read && first.unit === "MONEY") this.amountUnread = true;
    const money = first.unit === "MONEY";
    // 完成预算12.02万元的100%: the rate of the same completion follows.
    const goesOn = money && this.said.expected?.kind === "COMPLETION";
    this.say({ baseNext: false, ...(money ? { moneyFresh: false } : { countFresh: false }) });
    if (!goesOn) this.expect(undefined);
    if (money && !goesOn) this.forgetStage();
    return this.skipTo(index, numbers.at(-1)?.end ?? first.end);
  }

  private readQuantity(numbers: readonly NumberToken[], unit: "MONEY" | "COUNT" | "SCORE"): boolean {
    const [number] = numbers;
    const { expected, comparison, blocked, baseNext } = this.said;
    if (number === undefined || blocked || expected?.kind === "SHARE") return false;
    const label = unit === "MONEY" ? this.said.money : this.countLabel(number);
    if (label === undefined) return false;
    if (expected?.kind === "CHANGE")
      return this.readChange("CHANGE_AMOUNT", unit === "MONEY" ? (this.comparedLabel() ?? label) : label, numbers);
    if (expected?.kind === "COMPLETION") return expected.base !== undefined && this.addValue(label, expected.base, number);
    if (baseNext) return comparison?.base !== undefined && this.addValue(label, comparison.base, number);
    const stage = this.currentStage();
    const fresh = unit === "MONEY" ? this.said.moneyFresh : this.said.countFresh || label !== this.said.count;
    if (stage === undefined || !fresh) return false;
    if (stage === "INITIAL_BUDGET" || stage === "ADJUSTED_BUDGET") this.lastBudget = stage;
    if (!this.whereof) this.wholeAt = stageOfSaid(this.said);
    return parts(label, numbers).every(([part, each]) => this.addValue(part, stage, each));
  }

  private readRate(numbers: readonly NumberToken[]): boolean {
    const [number] = numbers;
    const label = this.comparedLabel();
    const { expected, blocked } = this.said;
    if (number === undefined || expected === undefined || label === undefined || blocked) return false;
    if (expected.kind === "CHANGE") return this.readChange("CHANGE_RATE", label, numbers);
    const base = this.baseOf(expected);
    const value = readPrintedNumber(number.digits, number.exponent);
    if (base === undefined || value === undefined) return false;
    this.addRelation(
      expected.kind === "COMPLETION" ? "COMPLETION_RATE" : "SHARE",
      label,
      base,
      value,
      this.spanOf(number),
      undefined,
      false,
    );
    return true;
  }

  private readMissingRate(citation: Span): void {
    const label = this.comparedLabel();
    const { expected, blocked, comparison } = this.said;
    this.say({ baseNext: false });
    this.expect(undefined);
    if (label === undefined || blocked || expected === undefined) return;
    const none = { value: null, step: 0 };
    if (expected.kind === "CHANGE") {
      if (comparison?.base === undefined) return;
      this.addRelation("CHANGE_RATE", label, { stage: comparison.base }, none, citation, expected.direction, false);
      return;
    }
    const base = this.baseOf(expected);
    if (base === undefined) return;
    this.addRelation(expected.kind === "COMPLETION" ? "COMPLETION_RATE" : "SHARE", label, base, none, citation, undefined, false);
  }

  private readChange(form: "CHANGE_AMOUNT" | "CHANGE_RATE", label: Label, numbers: readonly NumberToken[]): boolean {
    const { expected, comparison } = this.said;
    if (expected?.kind !== "CHANGE" || comparison?.base === undefined) return false;
    const base = { stage: comparison.base };
    const derives = expected.direction !== undefined && !comparison.doubtful;
    return parts(label, numbers).every(([part, number]) => {
      const value = readPrintedNumber(number.digits, number.exponent);
      if (value === undefined) return false;
      const signed = expected.direction === "DECREASE" ? { ...value, value: 0 - value.value } : value;
      this.addRelation(form, part, base, signed, this.spanOf(number), expected.direction, derives);
      return true;
    });
  }

  private addValue(label: Label, stage: Stage, number: NumberToken): boolean {
    const value = readPrintedNumber(number.digits, number.exponent);
    const citation = this.spanOf(number);
    const printed = this.printed(citation);
    if (value === undefined) {
      this.found.messages.push({ code: "NUMBER_UNREADABLE", span: citation, detail: printed });
      return false;
    }
    if (value.rounded) this.found.messages.push({ code: "NUMBER_ROUNDED", span: citation, detail: printed });
    for (const address of addressesOf(label)) {
      this.found.addReading({ ...address, stage, status: "REPORTED", value: value.value, step: value.step, printed, citation });
    }
    return true;
  }

  private addRelation(
    form: Relation["form"],
    label: Label,
    base: Relation["base"],
    { value, step }: Pick<PrintedNumber, "step"> & { readonly value: number | null },
    citation: Span,
    direction: Direction | undefined,
    derives: boolean,
  ): void {
    const stage = this.currentStage();
    if (stage === undefined) return;
    const printed = this.printed(citation);
    for (const address of addressesOf(label)) {
      const relation = { form, ...address, stage, base, value, step, printed, citation, ...(direction === undefined ? {} : { direction }) };
      this.found.addRelation(relation, derives);
    }
  }

  private baseOf(expected: Exclude<Expectation, { readonly kind: "CHANGE" }>): Relation["base"] | undefined {
    if (expected.kind === "COMPLETION") return expected.base === undefined ? undefined : { stage: expected.base };
    const whole = expected.whole ?? this.defaultWhole();
    const measure = whole?.measures[0];
    return measure === undefined ? undefined : { measure, ...(whole?.subject === undefined ? {} : { subject: whole.subject }) };
  }

  private defaultWhole(): Label | undefined {
    const { whole } = this.vocabulary;
    if (whole !== "TOPIC") return whole === undefined ? undefined : { measures: [whole] };
    return this.topic !== this.said.money ? this.topic : undefined;
  }

  /** 完成预算 is of the budget that the sentences before told: 全年预算 30.41万元，支出决算 29.29万元，完成预算的 96.30%. */
  private completionBase(word: StageWord | undefined): Stage | undefined {
    if (word === undefined || word === "BUDGET") return this.lastBudget ?? stageOf("BUDGET", undefined, this.facts);
    return stageOf(word, undefined, this.facts);
  }

  /** What a comparison is about: the last name, with its twin where both totals stand side by side. */
  private comparedLabel(): Label | undefined {
    const label = this.said.money ?? this.said.count;
    return this.twinsOf(label) ?? label;
  }

  private twinTopic(): Label | undefined {
    return this.twinsOf(this.topic);
  }

  /** Both totals, where the sentence told them with the same number. */
  private twinsOf(label: Label | undefined): Label | undefined {
    const [measure, ...others] = label?.measures ?? [];
    const twins = TWINS.find((pair) => measure !== undefined && pair.includes(measure));
    if (twins === undefined || others.length > 0) return undefined;
    const told = this.found.readings.filter(
      ({ citation, measure: one }) =>
        twins.includes(one) && citation.block === this.paragraph.block && citation.start >= this.sentenceStart,
    );
    const both = twins.every((twin) => told.some((reading) => reading.measure === twin));
    return both && told.every(({ value, stage }) => value === told[0]?.value && stage === told[0]?.stage) ? { measures: twins } : undefined;
  }

  /** A count that only its unit names: 接待3批次，35人次. */
  private countLabel(number: NumberToken): Label | undefined {
    const { count, money, countFresh, expected } = this.said;
    if (count !== undefined && (countFresh || expected?.kind === "CHANGE")) return count;
    for (const under of [count?.measures[0], money?.measures[0]]) {
      const told = this.vocabulary.counts?.find((one) => one.under === under && one.unit.test(number.unitText));
      if (told !== undefined) return { measures: [told.measure] };
    }
    return count;
  }

  private currentStage(): Stage | undefined {
    return this.vocabulary.oneStage ? stageOf(undefined, undefined, this.facts) : stageOf(this.said.stage, this.said.year, this.facts);
  }

  /** The words of one number end with it; what a whole was told at goes on for its parts. */
  private forgetStage(): void {
    this.said = { ...without(this.said, "stage", "year"), ...(this.whereof ? this.wholeAt : {}) };
  }

  private endSentence(end: number): void {
    this.lastComparison = this.said.comparison;
    this.wholeBefore = this.whole;
    this.wholes.clear();
    // After an amount that nothing could place, "与上年相比" may be about what was not understood.
    if (this.amountUnread) this.topic = undefined;
    else if (this.topicShared) this.topic = this.twinTopic();
    this.topicShared = false;
    this.amountUnread = false;
    this.whereof = false;
    this.wholeAt = {};
    this.topicSet = false;
    this.brackets.length = 0;
    this.said = this.startOfSentence();
    this.sentenceStart = this.plain.at[end] ?? this.paragraph.text.length;
    this.sentenceAt = end;
  }

  private startOfSentence(): Said {
    return this.topic === undefined ? SILENCE : { ...SILENCE, money: this.topic };
  }

  private say(more: Partial<Said>): void {
    this.said = { ...this.said, ...more };
  }

  private expect(expected: Expectation | undefined): void {
    this.said = expected === undefined ? { ...without(this.said, "expected"), baseNext: false } : { ...this.said, expected };
  }

  private tellResidue(token: Token): void {
    const span = this.spanOf(token);
    this.found.messages.push({ code: "TEMPLATE_RESIDUE", span, detail: this.printed(span) });
  }

  /** A number, or as many as a pair of names takes: 各是4125.49,4143.91万元. An earlier one without a unit takes the last one's. */
  private numbersAt(index: number, length: number): readonly NumberToken[] {
    const numbers: NumberToken[] = [];
    for (let at = index; numbers.length < Math.max(length, 1); at += 2) {
      const token = this.tokens[at];
      if (token?.type !== "NUMBER") break;
      numbers.push(token);
      const mark = this.tokens[at + 1]?.type;
      if (mark !== "PAUSE" && mark !== "COMMA") break;
    }
    const [only] = numbers;
    if (numbers.length === 1 && only !== undefined && this.isPlainZero(only, index)) return [{ ...only, unit: "MONEY" }];
    const last = numbers.at(-1);
    const alike = numbers.every(({ unitText }) => unitText === last?.unitText || unitText === "");
    if (last === undefined || numbers.length !== length || !alike || (last.unit !== "MONEY" && last.unit !== "RATE"))
      return numbers.slice(0, 1);
    return numbers.map((number) => ({ ...number, unit: last.unit, exponent: last.exponent }));
  }

  /** 年初预算为0，支出决算为150万元: none is none in any unit. */
  private isPlainZero({ unit, digits }: NumberToken, index: number): boolean {
    if (unit !== "NONE" || !/^0(?:\.0+)?$/.test(digits) || !this.said.moneyFresh) return false;
    const before = this.tokens.slice(0, index).findLast(({ type }) => type !== "FILLER");
    const after = this.tokens[index + 1]?.type;
    const ends = after === undefined || after === "COMMA" || after === "SEMICOLON" || after === "STOP" || after === "CLOSE";
    return ends && (before?.type === "STAGE" || before?.type === "LABEL");
  }

  /** Index of the last token that begins before a plain place. */
  private skipTo(index: number, end: number): number {
    let last = index;
    while ((this.tokens[last + 1]?.start ?? Number.POSITIVE_INFINITY) < end) last += 1;
    return last;
  }

  private statedText(start: number, end: number): { readonly text: string; readonly citation: Span } {
    const citation = this.spanOf({ start, end });
    return { text: this.printed(citation), citation };
  }

  private spanOf({ start, end }: { readonly start: number; readonly end: number }): Span {
    return { block: this.paragraph.block, ...printedRange(this.plain, start, end) };
  }

  private printed(span: Span): string {
    return this.paragraph.text.slice(span.start, span.end);
  }
}

const sameLabel = (a: Label, b: Label | undefined): boolean =>
  b !== undefined && a.subject === b.subject && a.measures.join() === b.measures.join();

/** A pair of names takes its numbers in turn, or one for both. */
function parts(label: Label, numbers: readonly NumberToken[]): readonly (readonly [Label, NumberToken])[] {
  const [first] = numbers;
  if (first === undefined) return [];
  if (numbers.length < 2) return [[label, first]];
  return label.measures.map((measure, at) => [{ ...label, measures: [measure] }, numbers[at] ?? first] as const);
}

/** "主要原因：" at the end of a line that a page break cut off. */
function reasonOnNextLine(next: NarrativeParagraph | undefined): { readonly text: string; readonly citation: Span } | undefined {
  if (next === undefined || /\d(?:万|亿)?元|%/.test(plainText(next.text).text)) return undefined;
  return { text: next.text, citation: { block: next.block, start: 0, end: next.text.length } };
}

const stageOfSaid = ({ stage, year }: Said): Pick<Said, "stage" | "year"> => ({
  ...(stage === undefined ? {} : { stage }),
  ...(year === undefined ? {} : { year }),
});

const withComparison = (comparison: Comparison | undefined): Partial<Said> => (comparison === undefined ? {} : { comparison });

function without<K extends "money" | "count" | "stage" | "year" | "expected">(said: Said, ...keys: readonly K[]): Omit<Said, K> {
  const rest = { ...said };
  for (const key of keys) delete rest[key];
  return rest;
}
