import type { Disclosure, Reading } from "../model/disclosure";
import type { DisclosureKind } from "../model/disclosure-kind";
import type { ExtractedDocument } from "../model/extracted-document";
import { figureKey } from "../model/figure";
import { measureOf, type MeasureCode } from "../model/measures";
import { agree, isUnitSlip } from "./allowance";
import type { SectionKind } from "../model/section-kind";
import type { Stage } from "../model/stage";
import type { StatutoryTableKind } from "../model/statutory-table-kind";

/** A reading that prints a number: what comparisons are made of. Derived values are not printed and never stand against a printed one. */
export interface PrintedReading extends Reading {
  readonly value: number;
}

export interface Address {
  readonly measure: MeasureCode;
  readonly subject?: string | undefined;
  readonly stage: Stage;
}

/** Where a rule looks: one statutory table, the words, or wherever the document tells it. */
export type Place = { readonly table: StatutoryTableKind } | "NARRATIVE" | "ANYWHERE";

const isPrinted = (reading: Reading): reading is PrintedReading =>
  reading.status === "REPORTED" && reading.value !== null && reading.derivation === undefined;

const keyOf = ({ measure, subject, stage }: Address): string =>
  figureKey({ measure, stage, ...(subject === undefined ? {} : { subject }) });

const isAt = (reading: Pick<Reading, "origin" | "table">, place: Place): boolean => {
  if (place === "ANYWHERE") return reading.origin !== "SELF_EVALUATION";
  if (place === "NARRATIVE") return reading.origin === "NARRATIVE";
  return reading.origin === "TABLE" && reading.table === place.table;
};

/** A disclosure as the rules ask of it. Built once for all rules. */
export class Facts {
  readonly disclosure: Disclosure;
  readonly document: ExtractedDocument;
  readonly printed: readonly PrintedReading[];
  /** What tables and words tell, by what it is about. */
  private readonly byAddress = new Map<string, PrintedReading[]>();
  private readonly byMeasure = new Map<MeasureCode, PrintedReading[]>();
  private readonly statedAbsent = new Set<string>();
  private readonly uncitedBlocks: ReadonlySet<number>;
  private readonly answers = new Map<string, unknown>();

  constructor(disclosure: Disclosure, document: ExtractedDocument) {
    this.disclosure = disclosure;
    this.document = document;
    this.printed = disclosure.readings.filter(isPrinted);
    for (const reading of this.printed) {
      if (isAt(reading, "ANYWHERE")) file(this.byAddress, keyOf(reading), reading);
      file(this.byMeasure, reading.measure, reading);
    }
    for (const reading of disclosure.readings) if (reading.status === "NOT_APPLICABLE") this.statedAbsent.add(keyOf(reading));
    this.uncitedBlocks = new Set(disclosure.coverage.uncited.map(({ block }) => block));
  }

  get kind(): DisclosureKind {
    return this.disclosure.header.kind;
  }

  get year(): number {
    return this.disclosure.header.year;
  }

  /** The stage that the disclosure is about. */
  get ownStage(): Stage {
    return this.kind === "BUDGET" ? "INITIAL_BUDGET" : "FINAL";
  }

  /** Every printing of an address at a place, in the order of the document. */
  at(address: Address, place: Place): readonly PrintedReading[] {
    const told = this.byAddress.get(keyOf(address)) ?? [];
    return place === "ANYWHERE" ? told : told.filter((reading) => isAt(reading, place));
  }

  /** Every printing of a measure, whatever its subject and stage. */
  ofMeasure(measure: MeasureCode): readonly PrintedReading[] {
    return this.byMeasure.get(measure) ?? [];
  }

  isAt(reading: Pick<Reading, "origin" | "table">, place: Place): boolean {
    return isAt(reading, place);
  }

  /** The printing that stands for an address: in a table before the words. */
  figure(address: Address): PrintedReading | undefined {
    const told = this.byAddress.get(keyOf(address)) ?? [];
    return told.find(({ origin }) => origin === "TABLE") ?? told.find(({ origin }) => origin === "NARRATIVE");
  }

  /** Words whose number no table prints: what is wrong with them is told once, where they are held against the table. */
  isContradicted(reading: PrintedReading): boolean {
    if (reading.origin !== "NARRATIVE") return false;
    const printed = this.at(reading, "ANYWHERE").filter(({ origin }) => origin === "TABLE");
    return printed.length > 0 && !printed.some((other) => agree(reading, other));
  }

  /** Words in 元 that say 万元, or the other way: a table prints the same digits. */
  isUnitSlip(reading: PrintedReading): boolean {
    return (
      reading.origin === "NARRATIVE" && this.at(reading, "ANYWHERE").some((other) => other.origin === "TABLE" && isUnitSlip(reading, other))
    );
  }

  /** The document says that the quantity does not exist. */
  isStatedAbsent(address: Address): boolean {
    return this.statedAbsent.has(keyOf(address));
  }

  /** Whether a table writes its zeros out. Where it never does, a blank cell is how it prints zero. */
  printsZeros(kind: StatutoryTableKind): boolean {
    return this.once(`zeros|${kind}`, () => this.printed.some((reading) => reading.value === 0 && isAt(reading, { table: kind })));
  }

  /** Whether a label of the measure stands in a table of the kind, with or without a number beside it. */
  labels(kind: StatutoryTableKind, measure: MeasureCode): boolean {
    const names = [measureOf(measure).name, ...measureOf(measure).aliases];
    return this.once(`labels|${kind}|${measure}`, () =>
      this.blocksOf(kind).some((block) => {
        const table = this.document.blocks[block];
        return table?.kind === "TABLE" && table.rows.some((row) => row.some(({ text }) => names.includes(plain(text))));
      }),
    );
  }

  /** Whether a number stands at the place that nothing could be made of: it may be what a sum lacks. */
  hasUnread(place: Place, sections: readonly SectionKind[]): boolean {
    if (this.uncitedBlocks.size === 0) return false;
    if (place === "ANYWHERE") return true;
    if (place !== "NARRATIVE")
      return this.once(`unread|${place.table}`, () => this.blocksOf(place.table).some((block) => this.uncitedBlocks.has(block)));
    return this.once(`unread|${sections.join("|")}`, () =>
      this.disclosure.sections.some(
        ({ kind, from, to }) => sections.includes(kind) && [...this.uncitedBlocks].some((block) => from <= block && block < to),
      ),
    );
  }

  /** An answer that costs a walk over the document is worked out once, however many rows ask for it. */
  once<T>(question: string, work: () => T): T {
    if (!this.answers.has(question)) this.answers.set(question, work());
    return this.answers.get(question) as T;
  }

  private blocksOf(kind: StatutoryTableKind): number[] {
    const named = this.disclosure.tables.filter((table) => table.kind === kind).map(({ block }) => block);
    const read = this.printed.filter((reading) => reading.table === kind).map(({ citation }) => citation.block);
    return [...new Set([...named, ...read])];
  }
}

function file<Key>(index: Map<Key, PrintedReading[]>, key: Key, reading: PrintedReading): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [reading]);
  else known.push(reading);
}

const plain = (text: string): string =>
  text
    .replace(/\s/g, "")
    .replace(/^[一二三四五六七八九十\d]+[、.．]/, "")
    .replaceAll("(", "（")
    .replaceAll(")", "）");
