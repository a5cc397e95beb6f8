import type { MeasureCode } from "../model/measures";
import type { Stage } from "../model/stage";
import { allowanceAmong } from "./allowance";
import { isClosedList } from "./closed-list";
import { sectionsOf, sumFinding } from "./equation";
import { hasUntoldItems } from "./item-coverage";
import type { Facts, Place, PrintedReading } from "./facts";
import type { Answer } from "./rule";
import { ancestorsOf } from "./subject-ancestors";

/** 类 = Σ款, 款 = Σ项, 合计 = Σ类 in every column of a place. */
export interface SubjectTreeCheck {
  readonly place: Place;
  /** Columns to check; all of the place when undefined. */
  readonly measures?: readonly MeasureCode[];
  /** The total against the top subjects, the subjects against those below them, or both. */
  readonly levels: "TOTAL" | "SUBJECTS" | "BOTH";
  /** The disclosure's own stage, or the budgets that final accounts compare with; all that are printed when undefined. */
  readonly stages?: "OWN" | "BUDGETS";
  /** Where a column prints no total of its own: the total of its side, less what is carried forward. */
  readonly totals?: Partial<Record<MeasureCode, readonly [total: MeasureCode, ...carried: MeasureCode[]]>>;
  /** Words only: where a table prints the column, the words are held against the table and not against themselves. */
  readonly unlessInTable?: true;
}

export function* evaluateSubjectTree(facts: Facts, check: SubjectTreeCheck): Generator<Answer> {
  for (const column of columnsAt(facts, check)) yield* evaluateColumn(facts, check, column);
}

interface Column {
  readonly measure: MeasureCode;
  readonly stage: Stage;
  readonly readings: readonly PrintedReading[];
}

function columnsAt(facts: Facts, { place, measures, stages, unlessInTable }: SubjectTreeCheck): Column[] {
  const columns = new Map<string, { measure: MeasureCode; stage: Stage; readings: PrintedReading[] }>();
  for (const reading of facts.printed) {
    const { measure, stage } = reading;
    if (!facts.isAt(reading, place) || (measures !== undefined && !measures.includes(measure))) continue;
    const column = columns.get(`${measure}|${stage}`);
    if (column === undefined) columns.set(`${measure}|${stage}`, { measure, stage, readings: [reading] });
    else column.readings.push(reading);
  }
  return [...columns.values()]
    .filter(({ readings }) => readings.some(({ subject }) => subject !== undefined))
    .filter(({ stage }) => stages === undefined || (stage === facts.ownStage) === (stages === "OWN"))
    .filter(({ readings }) => !unlessInTable || !isInTable(facts, readings));
}

const isInTable = (facts: Facts, readings: readonly PrintedReading[]): boolean =>
  readings.some((reading) => reading.subject !== undefined && facts.at(reading, "ANYWHERE").some(({ origin }) => origin === "TABLE"));

const TOTAL = "";

function* evaluateColumn(facts: Facts, check: SubjectTreeCheck, column: Column): Generator<Answer> {
  const bySubject = new Map<string, PrintedReading>();
  for (const reading of column.readings) {
    const key = reading.subject ?? TOTAL;
    const known = bySubject.get(key);
    // A subject with two numbers (a table with a block for each unit) has no one sum to compare.
    if (known !== undefined && known.value !== reading.value) return yield "CANNOT_TELL";
    if (known === undefined) bySubject.set(key, reading);
  }
  for (const [parent, children] of childrenOf(bySubject)) {
    if (check.levels !== "BOTH" && (parent === TOTAL) !== (check.levels === "TOTAL")) continue;
    const own = bySubject.get(parent);
    const [whole, ...carried] = own === undefined && parent === TOTAL ? totalOfSide(facts, check, column) : [own];
    if (whole === undefined) continue;
    const rest = carried.filter((reading) => reading !== undefined);
    for (const classification of byClassification(children)) yield compareNode(facts, check, whole, [...classification, ...rest]);
  }
}

function totalOfSide(facts: Facts, { place, totals }: SubjectTreeCheck, { measure, stage }: Column): PrintedReading[] {
  const [total, ...carried] = (totals?.[measure] ?? []).map((code) => facts.at({ measure: code, stage }, place)[0]);
  return total === undefined ? [] : [total, ...carried.filter((reading) => reading !== undefined)];
}

/** One total may be divided by function and by economic purpose side by side: each division is whole by itself. */
function byClassification(children: readonly PrintedReading[]): PrintedReading[][] {
  const groups = new Map<string, PrintedReading[]>();
  for (const child of children) {
    const key = /^\d/.exec(child.subject ?? "")?.[0] ?? "";
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [child]);
    else group.push(child);
  }
  return [...groups.values()];
}

function childrenOf(bySubject: ReadonlyMap<string, PrintedReading>): Map<string, PrintedReading[]> {
  const children = new Map<string, PrintedReading[]>();
  for (const [subject, reading] of bySubject) {
    if (subject === TOTAL) continue;
    const parent = ancestorsOf(subject).find((ancestor) => bySubject.has(ancestor)) ?? TOTAL;
    const below = children.get(parent);
    if (below === undefined) children.set(parent, [reading]);
    else below.push(reading);
  }
  return children;
}

function compareNode(facts: Facts, { place }: SubjectTreeCheck, whole: PrintedReading, children: readonly PrintedReading[]): Answer {
  const difference = whole.value - children.reduce((sum, { value }) => sum + value, 0);
  if (Math.abs(difference) <= allowanceAmong([whole, ...children])) return "HOLDS";
  if (difference > 0 && mayBeHidden(facts, place, whole, children)) return "CANNOT_TELL";
  if ([whole, ...children].some((reading) => facts.isContradicted(reading))) return "CANNOT_TELL";
  // Items that the table prints and the words pass over are told once, by N_ITEM_COVERAGE.
  if (place === "NARRATIVE" && hasUntoldItems(facts, whole.subject)) return "CANNOT_TELL";
  return sumFinding([whole], children);
}

/** A row that was not read, or a cell left blank in a table that writes its zeros out, may be what the sum lacks. */
function mayBeHidden(facts: Facts, place: Place, whole: PrintedReading, children: readonly PrintedReading[]): boolean {
  if (place === "ANYWHERE" || facts.hasUnread(place, sectionsOf([whole, ...children]))) return true;
  // What a budget is used for is told by its main items; final accounts tell every item.
  if (place === "NARRATIVE") return facts.kind === "BUDGET" || !isClosedList(facts, whole, children);
  if (!facts.printsZeros(place.table)) return false;
  const listed = new Set(children.map(({ subject }) => subject));
  const parent = whole.subject ?? TOTAL;
  return facts.printed.some(
    (reading) =>
      reading.subject !== undefined &&
      !listed.has(reading.subject) &&
      facts.isAt(reading, place) &&
      (ancestorsOf(reading.subject)[0] ?? TOTAL) === parent &&
      facts.at({ measure: whole.measure, subject: reading.subject, stage: whole.stage }, place).length === 0,
  );
}
