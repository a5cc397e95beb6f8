import type { Derivation, Relation } from "../../../src/model/disclosure";
import type { Block, Cell, Paragraph, Table } from "../../../src/model/extracted-document";
import type { MeasureCode } from "../../../src/model/measures";
import type { SectionKind } from "../../../src/model/section-kind";
import type { Stage } from "../../../src/model/stage";
import type { StatutoryTableKind } from "../../../src/model/statutory-table-kind";
import { divideRounded, HUNDRED_YUAN, hundredthsOfPercent, printHundredths } from "./amounts";

/** A paragraph, and the level of the heading where it is one (1 a part, 2 a section, 3 below). */
export interface DescribedParagraph extends Paragraph {
  readonly heading?: 1 | 2 | 3;
}

/** A table as a word processor holds it: covered cells are absent. */
export interface DescribedTable extends Table {
  /** How the text form shows columns that a merged cell covers: as blanks (rows stay aligned), or not at all, as in evaluation tables. */
  readonly coveredColumns: "BLANK" | "ABSENT";
}

/** A document as it is to be written in any format: an ordered description. Every block is one of the extracted document, too. */
export type DescribedBlock = (DescribedParagraph | DescribedTable) & Block;

/** A figure as the document prints it: what reading it must give. */
export interface ExpectedFact {
  readonly measure: MeasureCode;
  readonly subject?: string;
  readonly stage: Stage;
  /** Base units; null where the document says that there is no such thing. */
  readonly value: number | null;
  readonly section: SectionKind;
  readonly table?: StatutoryTableKind;
  /** Told only as a change against another figure. */
  readonly derived?: Derivation;
}

export interface ExpectedRelation {
  readonly form: Relation["form"];
  readonly measure: MeasureCode;
  readonly subject?: string;
  readonly stage: Stage;
  readonly base: Relation["base"];
  readonly value: number | null;
  readonly section: SectionKind;
}

/** Where a number is about to be printed; planted faults are told by it. */
export interface Place {
  readonly section: SectionKind;
  readonly table?: StatutoryTableKind | undefined;
  readonly kind: "FACT" | Relation["form"] | "PROJECT";
  readonly measure?: MeasureCode;
  readonly subject?: string | undefined;
  readonly stage?: Stage;
  /** Of a change or a completion rate: the stage compared with. */
  readonly base?: Stage | undefined;
  /** Within a project: its index, and what is printed of it: "fund/TOTAL/executed", "indicator/3/score", "total/score", "narrative/score". */
  readonly project?: number;
  readonly detail?: string;
}

/** What a planted fault changes: numbers as they are printed, and switches that the texts ask for. */
export interface Alterations {
  readonly numbers: readonly ((place: Place, value: number) => number)[];
  readonly switches: ReadonlySet<string>;
}

interface Address {
  readonly measure: MeasureCode | readonly MeasureCode[];
  readonly subject?: string;
  readonly stage: Stage;
}

type Style = "GROUPED" | "PLAIN";

/** Prints numbers into texts and cells, and keeps account of what it printed. */
export class Printer {
  readonly blocks: DescribedBlock[] = [];
  readonly facts: ExpectedFact[] = [];
  readonly relations: ExpectedRelation[] = [];
  private section: SectionKind = "COVER";
  private tableKind: StatutoryTableKind | undefined;

  /** @param tableUnit the monetary unit of the statutory tables; narratives are in 万元 */
  constructor(
    private readonly alterations: Alterations,
    readonly tableUnit: "万元" | "元" = "万元",
  ) {}

  has(name: string): boolean {
    return this.alterations.switches.has(name);
  }

  begin(section: SectionKind): void {
    this.section = section;
    this.tableKind = undefined;
  }

  say(text: string, heading?: 1 | 2 | 3): void {
    this.blocks.push({ kind: "PARAGRAPH", text, ...(heading === undefined ? {} : { heading }) });
  }

  /** Puts a table down; `kind` until the next section tells where its cells stand. */
  table(rows: readonly (readonly DescribedCell[])[], coveredColumns: DescribedTable["coveredColumns"] = "BLANK"): void {
    this.blocks.push({ kind: "TABLE", rows: layCells(rows), coveredColumns });
  }

  inTable<T>(kind: StatutoryTableKind, print: () => T): T {
    this.tableKind = kind;
    const printed = print();
    this.tableKind = undefined;
    return printed;
  }

  /** An amount in a sentence: "9,422.60万元". */
  money(address: Address, amount: number, style: Style = "GROUPED"): string {
    const printed = this.alterFact(address, roundedTo(amount, HUNDRED_YUAN));
    this.keep(address, printed);
    return `${this.wan(printed, style)}万元`;
  }

  /** An amount in a cell of a statutory table, in the table's unit; zero stays blank, as the national form prints it. */
  cell(address: Address, amount: number): string {
    const unit = this.tableUnit === "万元" ? HUNDRED_YUAN : 1;
    const printed = this.alterFact(address, roundedTo(amount, unit));
    if (printed === 0) return "";
    this.keep(address, printed);
    return printHundredths(this.tableUnit === "万元" ? printed / HUNDRED_YUAN : printed, { grouped: true });
  }

  count(address: Address, number: number): string {
    const printed = this.alterFact(address, number);
    this.keep(address, printed);
    return String(printed);
  }

  /** The document says that there is no such thing. */
  none(address: Address): void {
    for (const measure of measuresOf(address)) this.facts.push({ ...this.factOf(address, measure), value: null });
  }

  score(address: Address, hundredths: number): string {
    const printed = this.alterFact(address, hundredths);
    this.keep(address, printed);
    return printHundredths(printed, { trimmed: true });
  }

  share(
    address: Address,
    whole: { readonly measure: MeasureCode; readonly subject?: string },
    part: number,
    total: number,
    trimmed = false,
  ): string {
    return this.rate("SHARE", address, whole, hundredthsOfPercent(part, total) ?? 0, trimmed);
  }

  completion(address: Address, base: Stage, final: number, budget: number, trimmed = false): string {
    const hundredths = hundredthsOfPercent(final, budget);
    if (hundredths === undefined) {
      this.relate("COMPLETION_RATE", address, { stage: base }, null);
      return "--%（基数为0，不可比）";
    }
    return this.rate("COMPLETION_RATE", address, { stage: base }, hundredths, trimmed);
  }

  /** "增加 663.94万元，增长 7.58%", "持平": against the figure of another stage, which follows from it where nothing else prints it. */
  change(
    address: Address,
    base: Stage,
    current: number,
    other: number,
    options: { readonly style?: Style; readonly rate?: boolean } = {},
  ): string {
    const shownCurrent = this.alterFact(address, roundedTo(current, HUNDRED_YUAN));
    const exact = roundedTo(current - other, HUNDRED_YUAN);
    const altered = this.alterRelation("CHANGE_AMOUNT", address, exact, base);
    const derived = (value: number, derivation: Derivation): void => {
      for (const measure of measuresOf(address))
        this.facts.push({ ...this.factOf({ ...address, stage: base }, measure), value, derived: derivation });
    };
    if (altered === 0 && other === 0 && this.has("rate-on-zero")) {
      this.relate("CHANGE_AMOUNT", address, { stage: base }, 0);
      this.relate("CHANGE_RATE", address, { stage: base }, 0);
      derived(shownCurrent, "CURRENT_MINUS_CHANGE");
      return options.rate === false ? "增加 0.00万元" : "增加 0.00万元，增长 0%";
    }
    if (altered === 0) {
      this.relate("CHANGE_AMOUNT", address, { stage: base }, 0);
      derived(shownCurrent, "STATED_EQUAL");
      return "持平";
    }
    this.relate("CHANGE_AMOUNT", address, { stage: base }, altered);
    derived(shownCurrent - altered, "CURRENT_MINUS_CHANGE");
    const amount = `${altered > 0 ? "增加" : "减少"} ${this.wan(Math.abs(altered), options.style ?? "GROUPED")}万元`;
    if (options.rate === false) return amount;
    return `${amount}，${this.changeRate(address, base, exact, other)}`;
  }

  /** "增长 7.58%"; a planted fault turns the word. */
  private changeRate(address: Address, base: Stage, change: number, other: number): string {
    const hundredths = hundredthsOfPercent(change, other);
    if (hundredths === undefined && !this.has("rate-on-zero")) {
      this.relate("CHANGE_RATE", address, { stage: base }, null);
      return `${change > 0 ? "增长" : "下降"} --（基数为0，不可比）`;
    }
    const printed = this.alterRelation("CHANGE_RATE", address, hundredths ?? 10_000, base);
    this.relate("CHANGE_RATE", address, { stage: base }, printed * 100);
    const turned = this.has(`turned-direction/${measuresOf(address).at(-1) ?? ""}`);
    return `${printed < 0 === turned ? "增长" : "下降"} ${printHundredths(Math.abs(printed))}%`;
  }

  private rate(form: "SHARE" | "COMPLETION_RATE", address: Address, base: Relation["base"], hundredths: number, trimmed: boolean): string {
    const printed = this.alterRelation(form, address, hundredths, "stage" in base ? base.stage : undefined);
    this.relate(form, address, base, printed * 100);
    return `${printHundredths(printed, { trimmed })}%`;
  }

  /** A number of a project, in its base unit, after planted faults. */
  alterProject(project: number, detail: string, value: number): number {
    return this.alter({ section: this.section, kind: "PROJECT", project, detail }, value);
  }

  private alterFact(address: Address, value: number): number {
    return this.alter(this.placeOf("FACT", address), value);
  }

  private alterRelation(form: Relation["form"], address: Address, value: number, base?: Stage): number {
    return this.alter({ ...this.placeOf(form, address), base }, value);
  }

  private alter(place: Place, value: number): number {
    return this.alterations.numbers.reduce((altered, change) => change(place, altered), value);
  }

  private placeOf(kind: Place["kind"], address: Address): Place {
    const measure = measuresOf(address).at(-1);
    if (measure === undefined) throw new Error("an address without a measure");
    return { section: this.section, table: this.tableKind, kind, measure, subject: address.subject, stage: address.stage };
  }

  private keep(address: Address, value: number): void {
    for (const measure of measuresOf(address)) this.facts.push({ ...this.factOf(address, measure), value });
  }

  private factOf(address: Address, measure: MeasureCode): Omit<ExpectedFact, "value"> {
    return {
      measure,
      ...(address.subject === undefined ? {} : { subject: address.subject }),
      stage: address.stage,
      section: this.section,
      ...(this.tableKind === undefined ? {} : { table: this.tableKind }),
    };
  }

  private relate(form: Relation["form"], address: Address, base: Relation["base"], value: number | null): void {
    for (const measure of measuresOf(address)) {
      const { subject, stage } = address;
      this.relations.push({ form, measure, ...(subject === undefined ? {} : { subject }), stage, base, value, section: this.section });
    }
  }

  /** 万元 with two decimals; the plain style leaves out separators, and the decimals of whole amounts. */
  private wan(amount: number, style: Style): string {
    const hundredths = amount / HUNDRED_YUAN;
    return style === "GROUPED"
      ? printHundredths(hundredths, { grouped: true })
      : printHundredths(hundredths, { trimmed: hundredths % 100 === 0 });
  }
}

const measuresOf = ({ measure }: Address): readonly MeasureCode[] => (typeof measure === "string" ? [measure] : measure);

const roundedTo = (amount: number, unit: number): number => divideRounded(amount, unit) * unit;

/** A cell to be laid: its text, and how many columns and rows it covers. */
export type DescribedCell = string | { readonly text: string; readonly columns?: number; readonly rows?: number; readonly indent?: number };

function layCells(rows: readonly (readonly DescribedCell[])[]): Cell[][] {
  const covered = new Set<string>();
  return rows.map((row, at) => {
    let column = 0;
    return row.map((described): Cell => {
      const { text, columns = 1, rows: down = 1, indent } = typeof described === "string" ? { text: described } : described;
      while (covered.has(`${at}/${column}`)) column += 1;
      for (let lower = 1; lower < down; lower += 1) {
        for (let right = 0; right < columns; right += 1) covered.add(`${at + lower}/${column + right}`);
      }
      const cell = { text, column, columnSpan: columns, rowSpan: down, ...(indent === undefined ? {} : { indent }) };
      column += columns;
      return cell;
    });
  });
}
