import type { ObservedSubject, Project, Reading, Relation } from "../../model/disclosure";
import type { Span } from "../../model/extracted-document";
import { measureOf, type MeasureCode } from "../../model/measures";
import type { Message, MessageCode } from "../../model/message";
import { MONEY_UNITS, type MoneyUnit } from "../../model/printed-number";
import type { Stage } from "../../model/stage";
import type { DocumentFacts, LocatedTable, Parsed } from "../handler";
import { readCellNumber, type ReadNumber } from "./cell-number";
import { spanOf, type GridCell } from "./table-grid";

/** What a cell's number is. */
export interface Quantity {
  readonly measure: MeasureCode;
  readonly subject?: string | undefined;
  readonly stage: Stage;
}

/** A change or a rate that a column prints beside the figures. */
export interface PrintedRelation extends Quantity {
  readonly form: Relation["form"];
  readonly base: Relation["base"];
}

/** Gathers what a table's handler finds, each value with its place. */
export interface TableFindings {
  readonly facts: DocumentFacts;
  readonly table: LocatedTable;
  /** Reads a cell as the quantity; says whether there was a number. A blank cell is no reading. */
  read(cell: GridCell, quantity: Quantity, columnUnit?: MoneyUnit): boolean;
  relate(cell: GridCell, relation: PrintedRelation, columnUnit?: MoneyUnit): void;
  /** Whether extraction was not sure of the cell's column. */
  isDoubtful(cell: GridCell): boolean;
  /** The document says that the quantity does not exist. */
  notApplicable(span: Span, printed: string, quantity: Quantity): void;
  say(code: MessageCode, detail: string, span?: Span): void;
  understand(...spans: readonly Span[]): void;
  /** Keeps a subject that the catalogue lacks; false where the table already told it. */
  observe(subject: ObservedSubject): boolean;
  hasObserved(key: string): boolean;
  project(project: Project): void;
  done(): Parsed;
}

export function createTableFindings(table: LocatedTable, facts: DocumentFacts): TableFindings {
  const readings: Reading[] = [];
  const relations: Relation[] = [];
  const projects: Project[] = [];
  const observedSubjects = new Map<string, ObservedSubject>();
  const messages: Message[] = [];
  const understood: Span[] = [];
  const doubtful = doubtfulPlaces(facts);
  const place = { section: table.section, table: table.kind } as const;

  const findings: TableFindings = {
    facts,
    table,
    read(cell, { measure, subject, stage }, columnUnit) {
      const number = readNumberOf(cell, measure, columnUnit ?? table.moneyUnit);
      if (number === undefined) return false;
      readings.push({
        measure,
        ...(subject === undefined ? {} : { subject }),
        stage,
        status: "REPORTED",
        value: number.number.value,
        step: number.number.step,
        printed: cell.text.slice(number.start, number.end),
        origin: "TABLE",
        ...place,
        citation: spanOf(cell, number.start, number.end),
      });
      return true;
    },
    relate(cell, { form, measure, subject, stage, base }, columnUnit) {
      const rate = form !== "CHANGE_AMOUNT";
      const read = readCellNumber(cell.text, rate ? { exponent: 4 } : (columnUnit ?? table.moneyUnit ?? "元"));
      if (read.kind !== "NUMBER") return;
      relations.push({
        form,
        measure,
        ...(subject === undefined ? {} : { subject }),
        stage,
        base,
        value: read.number.value,
        step: read.number.step,
        printed: cell.text.slice(read.start, read.end),
        section: table.section,
        citation: spanOf(cell, read.start, read.end),
      });
    },
    isDoubtful: (cell) => doubtful.has(placeKey(cell)),
    notApplicable(citation, printed, { measure, subject, stage }) {
      readings.push({
        measure,
        ...(subject === undefined ? {} : { subject }),
        stage,
        status: "NOT_APPLICABLE",
        value: null,
        step: 0,
        printed,
        origin: "TABLE",
        ...place,
        citation,
      });
    },
    say(code, detail, span) {
      messages.push({ code, detail, ...(span === undefined ? {} : { span }) });
    },
    understand(...spans) {
      understood.push(...spans);
    },
    observe(subject) {
      if (observedSubjects.has(subject.key)) return false;
      observedSubjects.set(subject.key, subject);
      return true;
    },
    hasObserved: (key) => observedSubjects.has(key),
    project(project) {
      projects.push(project);
    },
    done: () => ({ readings, relations, projects, observedSubjects: [...observedSubjects.values()], messages, understood }),
  };

  function readNumberOf(cell: GridCell, measure: MeasureCode, unit: MoneyUnit | undefined): ReadNumber | undefined {
    const money = measureOf(measure).kind === "MONEY";
    if (money && unit === undefined) return undefined;
    const read = readCellNumber(cell.text, money ? (unit ?? "元") : { exponent: 0 });
    // Digits among words (合计780.05) are a number that its cell does not hold alone; a rate or a count is no amount.
    const mixed = read.kind === "UNREADABLE" || (read.kind === "WORDS" && /\d/.test(cell.label));
    if (mixed || (read.kind === "NUMBER" && !suits(read.suffix, money))) findings.say("NUMBER_UNREADABLE", cell.text, spanOf(cell));
    if (read.kind !== "NUMBER" || !suits(read.suffix, money)) return undefined;
    if (read.number.rounded) findings.say("NUMBER_ROUNDED", cell.text, spanOf(cell));
    return read;
  }

  return findings;
}

/** Whether what is printed behind a number suits its measure. */
const suits = (suffix: string, money: boolean): boolean =>
  suffix === "" || (!/[%％]/.test(suffix) && Object.hasOwn(MONEY_UNITS, suffix) === money);

const placeKey = ({ block, row, cell }: { block: number; row?: number; cell?: number }): string => `${block}:${row}:${cell}`;

const doubtfulPlaces = ({ document }: DocumentFacts): ReadonlySet<string> =>
  new Set(document.messages.flatMap(({ code, span }) => (code === "COLUMN_DOUBTFUL" && span !== undefined ? [placeKey(span)] : [])));
