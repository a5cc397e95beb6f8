import type { Derivation, Reading, Relation, StatedText } from "../../model/disclosure";
import type { Span } from "../../model/extracted-document";
import type { MeasureCode } from "../../model/measures";
import type { Message } from "../../model/message";
import type { SectionKind } from "../../model/section-kind";
import type { Stage } from "../../model/stage";
import type { Parsed } from "../handler";
import type { Label } from "./vocabulary";

type Draft = { -readonly [K in keyof Reading]: Reading[K] };
type Address = Pick<Reading, "measure" | "subject">;

interface FoundRelation {
  readonly relation: Relation;
  /** The number that it is compared with follows from it. */
  readonly derives: boolean;
  reason?: StatedText;
}

export const sameFigure = (a: Address, b: Address): boolean => a.measure === b.measure && a.subject === b.subject;

/** The address of each figure that a label names. */
export const addressesOf = ({ measures, subject }: Label): Address[] =>
  measures.map((measure) => ({ measure, ...(subject === undefined ? {} : { subject }) }));

/** What has been found in a section so far. It is settled once, at the end, when all its values are known. */
export class NarrativeFindings {
  readonly readings: Draft[] = [];
  readonly messages: Message[] = [];
  private readonly relations: FoundRelation[] = [];
  private readonly understood: Span[] = [];
  private nothing: { readonly citation: Span; readonly printed: string; readonly stage: Stage } | undefined;
  readonly section: SectionKind;

  constructor(section: SectionKind) {
    this.section = section;
  }

  addReading(reading: Omit<Reading, "origin" | "section">): void {
    this.readings.push({ ...reading, origin: "NARRATIVE", section: this.section });
  }

  addRelation(relation: Omit<Relation, "section">, derives: boolean): void {
    this.relations.push({ relation: { ...relation, section: this.section }, derives });
  }

  /** The text says of a figure that it does not exist. */
  addNotApplicable(address: Address, stage: Stage, citation: Span, printed: string): void {
    this.addReading({ ...address, stage, status: "NOT_APPLICABLE", value: null, step: 0, printed, citation });
  }

  /** The text says 不存在此项内容 without naming anything. */
  addNothing(stage: Stage, citation: Span, printed: string): void {
    this.nothing ??= { stage, citation, printed };
  }

  /** Numbers that are part of a name. */
  addUnderstood(span: Span): void {
    this.understood.push(span);
  }

  /** A reason belongs to the figure itself and to the one that it is compared with. */
  addReason(reason: StatedText, label: Label, stage: Stage | undefined, base: Stage | undefined): void {
    for (const address of addressesOf(label)) {
      const current = this.readings.findLast((reading) => sameFigure(reading, address) && reading.stage === stage);
      if (current !== undefined) current.reason ??= reason;
      for (const found of this.relations) {
        if (sameFigure(found.relation, address) && "stage" in found.relation.base && found.relation.base.stage === base)
          found.reason ??= reason;
      }
    }
  }

  settle(main: readonly MeasureCode[]): Parsed {
    if (this.nothing !== undefined && !this.readings.some(({ measure }) => main.includes(measure))) {
      for (const measure of main) this.addNotApplicable({ measure }, this.nothing.stage, this.nothing.citation, this.nothing.printed);
    }
    // "无…支出" beside a printed number of the same figure: the number stands.
    const readings = this.readings.filter(
      (reading) =>
        reading.status === "REPORTED" || !this.readings.some((other) => other.status === "REPORTED" && sameFigure(other, reading)),
    );
    return {
      readings: [...readings, ...this.derive(readings)],
      relations: this.relations.map(({ relation }) => withStep(relation, readings)),
      understood: this.understood,
      messages: this.messages,
    };
  }

  private derive(readings: readonly Reading[]): Reading[] {
    const derived: Reading[] = [];
    for (const { relation, derives, reason } of this.relations) {
      const base = derives ? deriveBase(relation, [...readings, ...derived]) : undefined;
      if (base !== undefined) derived.push(reason === undefined ? base : { ...base, reason });
    }
    return derived;
  }
}

const printedValue = (readings: readonly Reading[], address: Address, stage: Stage): Reading | undefined =>
  readings.find((reading) => sameFigure(reading, address) && reading.stage === stage && reading.value !== null);

/** 持平 prints no digits: it is as exact as the number that it is said of. */
function withStep(relation: Relation, readings: readonly Reading[]): Relation {
  if (relation.form !== "CHANGE_AMOUNT" || relation.direction !== "EQUAL" || relation.value === null) return relation;
  return { ...relation, step: printedValue(readings, relation, relation.stage)?.step ?? 0 };
}

/** A number of last year or of the budget that is told only as a change: current − change. */
function deriveBase(relation: Relation, readings: readonly Reading[]): Reading | undefined {
  if (relation.form !== "CHANGE_AMOUNT" || relation.value === null || !("stage" in relation.base)) return undefined;
  const { stage } = relation.base;
  const current = printedValue(readings, relation, relation.stage);
  if (current?.value == null || printedValue(readings, relation, stage) !== undefined) return undefined;
  const value = current.value - relation.value;
  // Two absurd numbers may differ by more than an exact integer: then nothing is derived.
  if (!Number.isSafeInteger(value)) return undefined;
  const equal = relation.direction === "EQUAL";
  const derivation: Derivation = equal ? "STATED_EQUAL" : "CURRENT_MINUS_CHANGE";
  return {
    measure: relation.measure,
    ...(relation.subject === undefined ? {} : { subject: relation.subject }),
    stage,
    status: "REPORTED",
    value,
    step: equal ? current.step : current.step + relation.step,
    printed: relation.printed,
    origin: "NARRATIVE",
    section: relation.section,
    citation: relation.citation,
    derivation,
  };
}
