import type { Derivation, Reading, Relation, StatedText } from "../../model/disclosure";
import type { Span } from "../../model/extracted-document";
import type { Message } from "../../model/message";
import { exact, readPrintedNumber } from "../../model/printed-number";
import type { SectionKind } from "../../model/section-kind";
import type { Stage } from "../../model/stage";
import type { DocumentFacts, Parsed } from "../handler";
import { plainText, printedRange } from "./plain-text";
import { reasonEnd } from "./reason-end";
import type { Direction, StageWord, Token, YearWord } from "./token";
import type { TokenFacts } from "./tokenize";
import { stageOf, tokenFacts, tokenize } from "./tokenize";
import type { Label, Vocabulary } from "./vocabulary";
import { kindOfLabel } from "./vocabulary";

/** One paragraph to read, and what its sentences are about before they name anything (a heading above, a class of subjects). */
export interface NarrativeParagraph {
  readonly block: number;
  readonly text: string;
  readonly topic?: Label;
}

type Draft = { -readonly [K in keyof Reading]: Reading[K] };
type RelationBase = Relation["base"];

/**
 * Reads sentences by the grammar that all disclosures share: a name, perhaps a stage, a number; a comparison, a direction, a number; 完成, 占.
 * The section's vocabulary says which names there are. A number counts only when everything between it and its name is understood: after an
 * unknown word nothing is read until the next name, so that no number lands at a wrong measure.
 */
export function readNarrative(
  paragraphs: readonly NarrativeParagraph[],
  vocabulary: Vocabulary,
  section: SectionKind,
  facts: DocumentFacts,
): Parsed {
  const found = new Findings(section, facts);
  const tokens = tokenFacts(facts, vocabulary);
  paragraphs.forEach((paragraph, index) => readParagraph(paragraph, paragraphs[index + 1], vocabulary, tokens, found));
  return found.settle();
}

/** What has been found so far in a section; settled once at its end, when all values are known. */
class Findings {
  readonly readings: Draft[] = [];
  readonly relations: { relation: Relation; label: Label; derives: boolean; reason?: StatedText }[] = [];
  readonly understood: Span[] = [];
  readonly messages: Message[] = [];
  readonly section: SectionKind;
  readonly facts: DocumentFacts;

  constructor(section: SectionKind, facts: DocumentFacts) {
    this.section = section;
    this.facts = facts;
  }

  settle(): Parsed {
    const printed = this.readings.filter(
      (reading) =>
        reading.status === "REPORTED" ||
        !this.readings.some((other) => other.status === "REPORTED" && other.measure === reading.measure && other.subject === reading.subject),
    );
    const relations = this.relations.map(({ relation }) => {
      if (relation.form !== "CHANGE_AMOUNT" || relation.direction !== "EQUAL" || relation.value === null) return relation;
      return { ...relation, step: valueOf(printed, relation, relation.stage)?.step ?? 0 };
    });
    const derived: Reading[] = [];
    for (const { relation, derives, reason } of this.relations) {
      const reading = derives ? deriveBase(relation, printed, derived) : undefined;
      if (reading !== undefined) derived.push(reason === undefined ? reading : { ...reading, reason });
    }
    return { readings: [...printed, ...derived], relations, understood: this.understood, messages: this.messages };
  }
}

function valueOf(readings: readonly Reading[], address: Pick<Reading, "measure" | "subject">, stage: Stage): Reading | undefined {
  return readings.find(
    (reading) => reading.measure === address.measure && reading.subject === address.subject && reading.stage === stage && reading.value !== null,
  );
}

/** 上年、年初 numbers that are told only as a change: current − change. */
function deriveBase(relation: Relation, readings: readonly Reading[], derived: readonly Reading[]): Reading | undefined {
  if (relation.form !== "CHANGE_AMOUNT" || relation.value === null || !("stage" in relation.base)) return undefined;
  const { stage } = relation.base;
  const current = valueOf(readings, relation, relation.stage);
  if (current?.value == null || valueOf(readings, relation, stage) || valueOf(derived, relation, stage)) return undefined;
  const equal = relation.direction === "EQUAL";
  const derivation: Derivation = equal ? "STATED_EQUAL" : "CURRENT_MINUS_CHANGE";
  return {
    measure: relation.measure,
    ...(relation.subject === undefined ? {} : { subject: relation.subject }),
    stage,
    status: "REPORTED",
    value: exact(current.value - relation.value),
    step: equal ? current.step : current.step + relation.step,
    printed: relation.printed,
    origin: "NARRATIVE",
    section: relation.section,
    citation: relation.citation,
    derivation,
  };
}

type NumberToken = Extract<Token, { type: "NUMBER" }>;
type Armed =
  | { readonly kind: "DIRECTION"; readonly direction: Direction | undefined; readonly roughly: boolean }
  | { readonly kind: "COMPLETE"; readonly base: Stage | undefined }
  | { readonly kind: "SHARE"; readonly whole?: Label };

/** What the sentence has said so far. */
interface State {
  money?: Label | undefined;
  count?: Label | undefined;
  /** A name or a stage stands since the last number: a plain number now is its value. */
  moneyFresh: boolean;
  countFresh: boolean;
  stage?: StageWord | undefined;
  year?: YearWord | undefined;
  base?: { readonly stage: Stage | undefined; readonly doubtful: boolean } | undefined;
  /** The number that follows at once is the base itself: 与年初预算 8,758.66万元相比. */
  baseNext: boolean;
  armed?: Armed | undefined;
  /** An unknown word stands since the last name. */
  blocked: boolean;
  negated: boolean;
}

function readParagraph(
  paragraph: NarrativeParagraph,
  next: NarrativeParagraph | undefined,
  vocabulary: Vocabulary,
  facts: TokenFacts,
  found: Findings,
): void {
  const plain = plainText(paragraph.text);
  const tokens = tokenize(plain.text, vocabulary, facts);
  const spanOf = (start: number, end: number): Span => ({ block: paragraph.block, ...printedRange(plain, start, end) });
  const printedOf = (span: Span): string => paragraph.text.slice(span.start, span.end);

  let topic = paragraph.topic;
  let topicSet = false;
  let whereof = false;
  let unread = false;
  let lastBase: State["base"];
  let lastBudget: Stage | undefined;
  const fresh = (): State => ({ money: topic, moneyFresh: false, countFresh: false, baseNext: false, blocked: false, negated: false });
  let state = fresh();
  const stack: State[] = [];

  const currentStage = (): Stage | undefined =>
    vocabulary.oneStage ? stageOf(undefined, undefined, facts) : stageOf(state.stage, state.year, facts);
  const disarm = (): void => {
    state.armed = undefined;
    state.baseNext = false;
  };

  const addReading = (label: Label, stage: Stage, number: NumberToken, from = number.start): boolean => {
    const value = readPrintedNumber(number.digits, number.exponent);
    const citation = spanOf(from, number.end);
    if (value === undefined) {
      found.messages.push({ code: "NUMBER_UNREADABLE", span: citation, detail: printedOf(citation) });
      return false;
    }
    if (value.rounded) found.messages.push({ code: "NUMBER_ROUNDED", span: citation, detail: printedOf(citation) });
    for (const measure of label.measures) {
      found.readings.push({
        measure,
        ...(label.subject === undefined ? {} : { subject: label.subject }),
        stage,
        status: "REPORTED",
        value: value.value,
        step: value.step,
        printed: printedOf(citation),
        origin: "NARRATIVE",
        section: found.section,
        citation,
      });
    }
    return true;
  };

  const addRelation = (
    form: Relation["form"],
    label: Label,
    base: RelationBase,
    value: { value: number | null; step: number },
    citation: Span,
    direction: Direction | undefined,
    derives = false,
  ): void => {
    const stage = currentStage();
    if (stage === undefined) return;
    for (const measure of label.measures) {
      const relation: Relation = {
        form,
        measure,
        ...(label.subject === undefined ? {} : { subject: label.subject }),
        stage,
        base,
        value: value.value,
        step: value.step,
        printed: printedOf(citation),
        ...(direction === undefined ? {} : { direction }),
        section: found.section,
        citation,
      };
      found.relations.push({ relation, label, derives });
    }
  };

  const signed = (number: NumberToken, direction: Direction | undefined): { value: number; step: number } | undefined => {
    const value = readPrintedNumber(number.digits, number.exponent);
    if (value === undefined) return undefined;
    return { value: direction === "DECREASE" ? 0 - value.value : value.value, step: value.step };
  };

  /** A pair of names takes its numbers in turn (各是A、B万元) or one for both. */
  const parts = (label: Label, numbers: readonly NumberToken[]): readonly (readonly [Label, NumberToken])[] => {
    const [first] = numbers;
    if (first === undefined) return [];
    if (numbers.length === label.measures.length && numbers.length > 1) {
      return label.measures.map((measure, index) => [{ ...label, measures: [measure] }, numbers[index] ?? first] as const);
    }
    return [[label, first]];
  };

  const readMoneyOrCount = (numbers: readonly NumberToken[], unit: "MONEY" | "COUNT" | "SCORE"): boolean => {
    const [number] = numbers;
    if (number === undefined) return false;
    const label = unit === "MONEY" ? state.money : countLabel(number);
    const { armed, base } = state;
    if (label === undefined || state.blocked) return false;
    if (armed?.kind === "DIRECTION") {
      if (base?.stage === undefined) return false;
      const stage = base.stage;
      for (const [part, each] of parts(label, numbers)) {
        const value = signed(each, armed.direction);
        if (value === undefined) return false;
        const derives = armed.direction !== undefined && !base.doubtful;
        addRelation("CHANGE_AMOUNT", part, { stage }, value, spanOf(each.start, each.end), armed.direction, derives);
      }
      return true;
    }
    if (armed?.kind === "COMPLETE") return armed.base !== undefined && addReading(label, armed.base, number);
    if (armed?.kind === "SHARE") return false;
    if (state.baseNext && base?.stage !== undefined) return addReading(label, base.stage, number);
    const stage = currentStage();
    if (stage === undefined || !(unit === "MONEY" ? state.moneyFresh : state.countFresh || label !== state.count)) return false;
    if (stage === "INITIAL_BUDGET" || stage === "ADJUSTED_BUDGET") lastBudget = stage;
    return parts(label, numbers).every(([part, each]) => addReading(part, stage, each));
  };

  const countLabel = (number: NumberToken): Label | undefined => {
    if (state.count !== undefined && (state.countFresh || state.armed?.kind === "DIRECTION")) return state.count;
    const under = state.money?.measures[0];
    const measure = vocabulary.counts?.find((count) => count.under === under && count.unit.test(number.unitText))?.measure;
    return measure === undefined ? state.count : { measures: [measure] };
  };

  const readRate = (numbers: readonly NumberToken[]): boolean => {
    const label = state.money ?? state.count;
    const { armed } = state;
    const [number] = numbers;
    if (number === undefined || armed === undefined || label === undefined || state.blocked) return false;
    if (armed.kind === "DIRECTION") {
      if (state.base?.stage === undefined) return false;
      const base = { stage: state.base.stage };
      return parts(label, numbers).every(([part, each]) => {
        const value = signed(each, armed.direction);
        if (value !== undefined) addRelation("CHANGE_RATE", part, base, value, spanOf(each.start, each.end), armed.direction);
        return value !== undefined;
      });
    }
    const base = relationBase(armed);
    const value = signed(number, undefined);
    if (base === undefined || value === undefined) return false;
    addRelation(armed.kind === "COMPLETE" ? "COMPLETION_RATE" : "SHARE", label, base, value, spanOf(number.start, number.end), undefined);
    return true;
  };

  const relationBase = (armed: Exclude<Armed, { kind: "DIRECTION" }>): RelationBase | undefined => {
    if (armed.kind === "COMPLETE") return armed.base === undefined ? undefined : { stage: armed.base };
    const whole = armed.whole?.measures[0] ?? vocabulary.whole;
    if (whole === undefined) return undefined;
    return { measure: whole, ...(armed.whole?.subject === undefined ? {} : { subject: armed.whole.subject }) };
  };

  /** A name that depends on the one before it, as what it means here. */
  const settledLabel = (label: Label): Label | undefined => {
    if (label.after === undefined) return label;
    for (const before of [state.count?.measures[0], state.money?.measures[0]]) {
      const measure = before === undefined ? undefined : label.after[before];
      if (measure !== undefined) return { measures: [measure] };
    }
    return label.measures.length > 0 ? { measures: label.measures } : undefined;
  };

  const addNothing = (label: Label, start: number, end: number): void => {
    const citation = spanOf(start, end);
    const stage = currentStage();
    if (stage === undefined) return;
    for (const measure of label.measures) {
      found.readings.push({
        measure,
        ...(label.subject === undefined ? {} : { subject: label.subject }),
        stage,
        status: "NOT_APPLICABLE",
        value: null,
        step: 0,
        printed: printedOf(citation),
        origin: "NARRATIVE",
        section: found.section,
        citation,
      });
    }
  };

  const addReason = (text: StatedText, label: Label | undefined): void => {
    if (label === undefined) return;
    for (const measure of label.measures) {
      const matches = (item: Pick<Reading, "measure" | "subject">): boolean => item.measure === measure && item.subject === label.subject;
      const current = [...found.readings].reverse().find((reading) => matches(reading) && reading.stage === currentStage());
      if (current !== undefined && current.reason === undefined) current.reason = text;
      const base = state.base?.stage;
      for (const entry of found.relations) {
        if (matches(entry.relation) && "stage" in entry.relation.base && entry.relation.base.stage === base) entry.reason ??= text;
      }
    }
  };

  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    switch (token.type) {
      case "LABEL": {
        if (token.numbered) found.understood.push(spanOf(token.start, token.end));
        if (state.negated) {
          addNothing(token.label, token.start, token.end);
          break;
        }
        if (state.armed?.kind === "SHARE" && state.armed.whole === undefined) {
          state.armed = { kind: "SHARE", whole: token.label };
          break;
        }
        const label = settledLabel(token.label);
        state.blocked = label === undefined;
        state.baseNext = false;
        if (label === undefined) break;
        if (kindOfLabel(label) === "MONEY") {
          state.money = label;
          state.moneyFresh = true;
          if (token.label.after === undefined) state.count = undefined;
          if (!topicSet && !whereof && stack.length === 0) {
            topic = label;
            topicSet = true;
          }
        } else {
          state.count = label;
          state.countFresh = true;
        }
        break;
      }
      case "YEAR":
        state.year = token.year;
        break;
      case "STAGE":
        state.stage = token.word;
        state.moneyFresh = true;
        state.baseNext = false;
        break;
      case "COMPARE":
        state.base = { stage: token.base, doubtful: token.doubtful };
        state.baseNext = token.named === undefined;
        state.armed = token.named === undefined ? undefined : { kind: "DIRECTION", direction: token.named, roughly: false };
        if (token.doubtful) found.messages.push({ code: "YEAR_DOUBTFUL", span: spanOf(token.start, token.end), detail: plain.text.slice(token.start, token.end) });
        break;
      case "DIRECTION": {
        if (token.direction === undefined) {
          const span = spanOf(token.start, token.end);
          found.messages.push({ code: "TEMPLATE_RESIDUE", span, detail: printedOf(span) });
        }
        state.baseNext = false;
        if (token.direction !== "EQUAL") {
          state.armed = { kind: "DIRECTION", direction: token.direction, roughly: token.roughly };
          break;
        }
        const label = state.money ?? state.count;
        if (label !== undefined && state.base?.stage !== undefined && !state.blocked) {
          const value = { value: token.roughly ? null : 0, step: 0 };
          const base = { stage: state.base.stage };
          addRelation("CHANGE_AMOUNT", label, base, value, spanOf(token.start, token.end), "EQUAL", !token.roughly && !state.base.doubtful);
        }
        break;
      }
      case "COMPLETE":
        state.armed = { kind: "COMPLETE", base: token.word === undefined || (token.word === "BUDGET" && lastBudget !== undefined) ? (lastBudget ?? stageOf("BUDGET", undefined, facts)) : stageOf(token.word, undefined, facts) };
        break;
      case "SHARE":
        state.armed = { kind: "SHARE" };
        break;
      case "NUMBER": {
        const numbers = listFrom(tokens, index, state.money?.measures.length ?? 1);
        const [number] = numbers;
        if (number === undefined) break;
        const read = number.unit === "RATE" ? readRate(numbers) : number.unit === "NONE" ? false : readMoneyOrCount(numbers, number.unit);
        if (!read && number.unit === "MONEY") unread = true;
        const completes = state.armed?.kind === "COMPLETE" && number.unit === "MONEY";
        if (number.unit === "MONEY") state.moneyFresh = false;
        else state.countFresh = false;
        state.baseNext = false;
        if (!completes) state.armed = undefined;
        if (number.unit === "MONEY" && !completes) {
          state.stage = undefined;
          state.year = undefined;
        }
        index += tokensIn(tokens, index, numbers);
        break;
      }
      case "NO_RATE": {
        const label = state.money;
        if (label !== undefined && !state.blocked && state.armed !== undefined) {
          const citation = spanOf(token.start, token.end);
          const none = { value: null, step: 0 };
          if (state.armed.kind === "DIRECTION") {
            if (state.base?.stage !== undefined) addRelation("CHANGE_RATE", label, { stage: state.base.stage }, none, citation, state.armed.direction);
          } else {
            const base = relationBase(state.armed);
            if (base !== undefined) addRelation(state.armed.kind === "COMPLETE" ? "COMPLETION_RATE" : "SHARE", label, base, none, citation, undefined);
          }
        }
        disarm();
        break;
      }
      case "REASON": {
        const end = reasonEnd(plain.text, token.end, vocabulary, facts);
        const label = state.blocked ? undefined : (state.money ?? state.count);
        if (end > token.end) {
          const citation = spanOf(token.end, end);
          addReason({ text: printedOf(citation), citation }, label);
        } else if (next !== undefined && end === plain.text.length && !/\d(?:万|亿)?元|%/.test(plainText(next.text).text)) {
          addReason({ text: next.text, citation: { block: next.block, start: 0, end: next.text.length } }, label);
        }
        disarm();
        index = lastBefore(tokens, index, end);
        break;
      }
      case "PURPOSE":
        disarm();
        index = lastBefore(tokens, index, reasonEnd(plain.text, token.end, vocabulary, facts));
        break;
      case "NEGATION":
        state.negated = true;
        break;
      case "NOTHING":
        break;
      case "PLACEHOLDER": {
        const span = spanOf(token.start, token.end);
        found.messages.push({ code: "TEMPLATE_RESIDUE", span, detail: printedOf(span) });
        state.moneyFresh = false;
        disarm();
        break;
      }
      case "WHEREOF":
        whereof = true;
        state.base ??= lastBase;
        state.negated = false;
        break;
      case "OPEN":
        stack.push({ ...state });
        break;
      case "CLOSE":
        state = stack.pop() ?? state;
        break;
      case "COMMA":
        state.negated = false;
        if (state.armed?.kind === "SHARE") disarm();
        break;
      case "SEMICOLON":
        disarm();
        state.negated = false;
        state.stage = undefined;
        state.year = undefined;
        break;
      case "STOP":
        lastBase = state.base;
        if (unread) topic = undefined;
        unread = false;
        whereof = false;
        topicSet = false;
        state = fresh();
        stack.length = 0;
        break;
      case "OTHER":
        state.blocked = true;
        state.negated = false;
        disarm();
        break;
      case "PAUSE":
      case "FILLER":
        break;
    }
  }
}

/**
 * A number, or as many as a pair of names takes: 各是4125.49,4143.91万元. An earlier one without a unit takes the last one's; any other run of
 * numbers is read one by one.
 */
function listFrom(tokens: readonly Token[], index: number, length: number): NumberToken[] {
  const numbers: NumberToken[] = [];
  for (let at = index; numbers.length < Math.max(length, 2); at += 2) {
    const token = tokens[at];
    if (token?.type !== "NUMBER") break;
    numbers.push(token);
    const mark = tokens[at + 1]?.type;
    if (mark !== "PAUSE" && mark !== "COMMA") break;
  }
  const first = numbers[0];
  const last = numbers.at(-1);
  if (first === undefined || last === undefined || numbers.length !== length) return numbers.slice(0, 1);
  const one = numbers.every(({ unitText }) => unitText === last.unitText || unitText === "");
  if (!one || (last.unit !== "MONEY" && last.unit !== "RATE")) return [first];
  return numbers.map((number) => ({ ...number, unit: last.unit, exponent: last.exponent }));
}

const tokensIn = (tokens: readonly Token[], index: number, numbers: readonly NumberToken[]): number => {
  const last = numbers.at(-1);
  let count = 0;
  while (last !== undefined && (tokens[index + count]?.end ?? Number.POSITIVE_INFINITY) < last.end) count += 1;
  return count;
};

/** Index of the last token that begins before a place. */
function lastBefore(tokens: readonly Token[], index: number, end: number): number {
  let last = index;
  while (last + 1 < tokens.length && (tokens[last + 1]?.start ?? end) < end) last += 1;
  return last;
}
