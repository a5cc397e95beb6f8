import type { MeasureCode } from "../model/measures";
import type { StatutoryTableKind } from "../model/statutory-table-kind";
import { agree, allowanceOf, isUnitSlip, slackOf, valueKindOf } from "./allowance";
import type { Address, Facts, PrintedReading } from "./facts";
import type { Answer, FindingDraft } from "./rule";

/** One fact that a document tells more than once: which facts to compare, and which of their printings. */
export interface TwinCheck {
  readonly measures: readonly MeasureCode[];
  /** The totals, the functional classes (类), what is below them (款, 项), or all. */
  readonly of: "TOTAL" | "CLASSES" | "BELOW_CLASSES" | "ALL";
  /** Tables against each other, words against tables, or words against each other where no table tells the fact. */
  readonly between: "TABLES" | "WORDS_AND_TABLES" | "WORDS";
}

export function* evaluateTwins(facts: Facts, check: TwinCheck): Generator<Answer> {
  for (const address of addressesOf(facts, check)) yield* compareTwins(facts, address, check.between);
}

export function addressesOf(facts: Facts, { measures, of }: Pick<TwinCheck, "measures" | "of">): Address[] {
  const found = new Map<string, Address>();
  for (const { measure, subject, stage } of measures.flatMap((code) => facts.ofMeasure(code))) {
    if (isOfLevel(subject, of)) found.set(`${measure}|${subject ?? ""}|${stage}`, { measure, subject, stage });
  }
  return [...found.values()];
}

function isOfLevel(subject: string | undefined, of: TwinCheck["of"]): boolean {
  if (of === "ALL") return true;
  if (subject === undefined) return of === "TOTAL";
  const isClass = subject.length === 3 || (subject.startsWith(":") && !subject.includes("/"));
  return of === (isClass ? "CLASSES" : "BELOW_CLASSES");
}

function* compareTwins(facts: Facts, address: Address, between: TwinCheck["between"]): Generator<Answer> {
  const inTables = firstOfEachTable(facts, address);
  const inWords = facts.at(address, "NARRATIVE");
  if (between === "TABLES") yield* compareAll(inTables);
  else if (between === "WORDS_AND_TABLES")
    yield* compareWords(
      inWords,
      facts.at(address, "ANYWHERE").filter(({ table }) => table !== undefined),
    );
  else if (inTables.length === 0) yield* compareAll(inWords);
}

function firstOfEachTable(facts: Facts, address: Address): PrintedReading[] {
  const byTable = new Map<StatutoryTableKind, PrintedReading>();
  for (const reading of facts.at(address, "ANYWHERE")) {
    if (reading.table !== undefined && !byTable.has(reading.table)) byTable.set(reading.table, reading);
  }
  return [...byTable.values()];
}

/** Each printing against the one that most of them agree with. */
function* compareAll(printings: readonly PrintedReading[]): Generator<Answer> {
  if (printings.length < 2) return;
  const agreeing = (one: PrintedReading): number => printings.filter((other) => agree(one, other)).length;
  const standing = printings.reduce((best, one) => (agreeing(one) > agreeing(best) ? one : best));
  for (const [value, same] of groupByValue(printings.filter((one) => one !== standing))) yield compareOne(same, standing, value);
}

/** Words that agree with any table agree: between the tables another rule speaks. */
function* compareWords(words: readonly PrintedReading[], tables: readonly PrintedReading[]): Generator<Answer> {
  const [standing] = tables;
  if (words.length === 0) return;
  if (standing === undefined) return yield "CANNOT_TELL";
  for (const [value, same] of groupByValue(words)) {
    if (tables.some((table) => same.some((one) => agree(one, table)))) yield "HOLDS";
    else yield compareOne(same, standing, value);
  }
}

function compareOne(same: readonly PrintedReading[], standing: PrintedReading, value: number): Answer {
  const [first] = same;
  if (first === undefined || agree(first, standing)) return "HOLDS";
  // The same digits in another unit: X_UNIT_SCALE tells that, with both places.
  if (isUnitSlip(first, standing)) return "DOES_NOT_APPLY";
  return twinFinding(same, standing, value);
}

function groupByValue(readings: readonly PrintedReading[]): Map<number, PrintedReading[]> {
  const groups = new Map<number, PrintedReading[]>();
  for (const reading of readings) groups.set(reading.value, [...(groups.get(reading.value) ?? []), reading]);
  return groups;
}

export function twinFinding(same: readonly PrintedReading[], standing: PrintedReading, value: number): FindingDraft {
  const [first] = same;
  const address = ({ measure, subject, stage }: PrintedReading) => ({ measure, stage, ...(subject === undefined ? {} : { subject }) });
  const figures = [...same.slice(0, 1), ...(first?.measure === standing.measure && first.subject === standing.subject ? [] : [standing])];
  return {
    valueKind: valueKindOf(standing.measure),
    published: value,
    recomputed: standing.value,
    tolerance: first === undefined ? 0 : allowanceOf([slackOf(first), slackOf(standing)]),
    figures: figures.map(address),
    detail: {
      ...(first === undefined ? {} : first.table === undefined ? { section: first.section } : { table: first.table }),
      ...(standing.table === undefined ? { otherSection: standing.section } : { otherTable: standing.table }),
    },
    citations: [...same, standing].map(({ citation }) => citation),
  };
}
