import { allSubjects, levelOfCode, normaliseSubjectName } from "../model/subject-catalogue";
import type { MeasureCode } from "../model/measures";
import { agree, allowanceAmong, valueKindOf } from "./allowance";
import type { Finding } from "../model/finding";
import type { Facts, PrintedReading } from "./facts";
import { figureOf } from "./relation-inputs";
import type { Answer } from "./rule";
import { ancestorsOf } from "./subject-ancestors";

const TABLE = { table: "GENERAL_PUBLIC" } as const;
const MEASURE = "GENERAL_PUBLIC_EXPENDITURE";

/** 项 of the table that the words pass over, and 项 of the words that the table does not have. */
export function* findUntoldItems(facts: Facts): Generator<Answer> {
  const items = (place: "NARRATIVE" | typeof TABLE): PrintedReading[] =>
    facts.printed.filter(
      (reading) => reading.measure === MEASURE && reading.stage === facts.ownStage && isItem(reading.subject) && facts.isAt(reading, place),
    );
  const told = items("NARRATIVE");
  const printed = items(TABLE);
  if (told.length === 0) return yield "DOES_NOT_APPLY";
  if (printed.length === 0) return yield "CANNOT_TELL";
  // Where something in the section was not understood, what seems untold may stand there.
  const unread = facts.hasUnread("NARRATIVE", ["GENERAL_PUBLIC", "BUDGET_OVERVIEW"]);
  const isTold = coverageOf(told);
  const isPrinted = coverageOf(printed);
  const untold = printed.filter((row) => row.value !== 0 && !isTold(row));
  const foreign = told.filter((item) => item.value !== 0 && !isPrinted(item));
  for (const row of untold) {
    // The same amount under another name is one subject named in two ways: SUBJECT_NAME_MATCH tells it.
    if (foreign.some((item) => agree(item, row))) continue;
    yield unread ? "CANNOT_TELL" : coverageFinding(row, "UNTOLD");
  }
  for (const item of foreign) {
    if (untold.some((row) => agree(item, row))) continue;
    yield facts.hasUnread(TABLE, []) ? "CANNOT_TELL" : coverageFinding(item, "NOT_IN_TABLE");
  }
  if (untold.length + foreign.length === 0) yield "HOLDS";
}

/** Whether the table prints items below a subject (or any, for the total) that the words pass over. */
export function hasUntoldItems(facts: Facts, subject: string | undefined): boolean {
  const untold = facts.once("items that the words pass over", () => {
    const own = facts.printed.filter(
      (reading) => reading.measure === MEASURE && reading.stage === facts.ownStage && isItem(reading.subject),
    );
    const isTold = coverageOf(own.filter((reading) => facts.isAt(reading, "NARRATIVE")));
    return own.filter((row) => facts.isAt(row, TABLE) && row.value !== 0 && !isTold(row));
  });
  return untold.some((row) => subject === undefined || ancestorsOf(row.subject ?? "").includes(subject));
}

const isItem = (subject: string | undefined): boolean =>
  subject !== undefined && (levelOfCode(subject) === "ITEM" || subject.includes(":"));

/** Whether a row is told by its own name, by the names below it or by the name above it. */
function coverageOf(items: readonly PrintedReading[]): (row: PrintedReading) => boolean {
  const named = new Set(items.map(({ subject = "" }) => subject));
  const above = new Set(items.flatMap(({ subject = "" }) => ancestorsOf(subject)));
  return ({ subject = "" }) => named.has(subject) || above.has(subject) || ancestorsOf(subject).some((ancestor) => named.has(ancestor));
}

const coverageFinding = (reading: PrintedReading, coverage: "UNTOLD" | "NOT_IN_TABLE"): Answer => ({
  valueKind: valueKindOf(reading.measure),
  published: reading.value,
  recomputed: null,
  tolerance: null,
  figures: [figureOf(reading)],
  detail: { coverage },
  citations: [reading.citation],
});

/** Pairs of one amount under two names: told in words under one subject, printed in the table under another. */
export function renamedItems(facts: Facts): { readonly item: PrintedReading; readonly row: PrintedReading }[] {
  const own = facts.printed.filter((reading) => reading.measure === MEASURE && reading.stage === facts.ownStage && isItem(reading.subject));
  const told = own.filter((reading) => facts.isAt(reading, "NARRATIVE"));
  const printed = own.filter((reading) => facts.isAt(reading, TABLE));
  const isTold = coverageOf(told);
  const isPrinted = coverageOf(printed);
  const foreign = told.filter((item) => item.value !== 0 && !isPrinted(item));
  const untold = printed.filter((row) => row.value !== 0 && !isTold(row));
  return foreign.flatMap((item) => {
    const row = untold.find((other) => agree(item, other));
    return row === undefined ? [] : [{ item, row }];
  });
}

const BASIC = "GENERAL_PUBLIC_BASIC_EXPENDITURE";
/** Fewer rows than this and the table was not read, or is no table of economic subjects. */
const LEAST_ROWS = 5;

/** “三公” lines that 主要包括 may name, and the economic subjects that they go by there. */
const THREE_PUBLIC_NAMES: readonly (readonly [MeasureCode, string])[] = [
  ["OVERSEAS_TRAVEL", "30212"],
  ["OFFICIAL_RECEPTION", "30217"],
  ["VEHICLE_OPERATION", "30231"],
];

/** What 主要包括 names though nothing was spent on it: by the “三公” lines, and by the table of basic expenditure. */
export function* findNamedZeros(facts: Facts): Generator<Answer> {
  yield* findNamedThreePublic(facts);
  yield* findNamedBlanks(facts);
}

const LIST = /(?:主要)?包括[：:]?([^。；]+)/g;

const namesIn = (match: RegExpMatchArray): string[] =>
  (match[1] ?? "").split(/[、，,]/).map((name) => normaliseSubjectName(name.replace(/等$/, "")));

function* findNamedThreePublic(facts: Facts): Generator<Answer> {
  for (const { from, to } of facts.disclosure.sections.filter(({ kind }) => kind.startsWith("GENERAL_PUBLIC_"))) {
    for (let block = from; block < to; block += 1) {
      const paragraph = facts.document.blocks[block];
      if (paragraph?.kind !== "PARAGRAPH") continue;
      for (const match of paragraph.text.matchAll(LIST)) {
        for (const [measure, subject] of THREE_PUBLIC_NAMES) {
          const spent = facts.figure({ measure, stage: facts.ownStage });
          if (spent === undefined || !namesIn(match).includes(nameOf(subject))) continue;
          if (spent.value !== 0) yield "HOLDS";
          else
            yield namedZero(
              [subject],
              [figureOf(spent)],
              [{ block, start: match.index, end: match.index + match[0].length }, spent.citation],
            );
        }
      }
    }
  }
}

const namedZero = (subjects: readonly string[], figures: Finding["figures"], citations: Finding["citations"]): Answer => ({
  valueKind: "NONE",
  published: null,
  recomputed: null,
  tolerance: null,
  figures,
  detail: { subjects: subjects.join(" ") },
  citations,
});

function* findNamedBlanks(facts: Facts): Generator<Answer> {
  const section = facts.disclosure.sections.find(({ kind }) => kind === "GENERAL_PUBLIC_BASIC");
  const rows = facts.printed.filter(
    (reading) => reading.measure === BASIC && reading.subject !== undefined && facts.isAt(reading, { table: "GENERAL_PUBLIC_BASIC" }),
  );
  if (section === undefined || rows.length < LEAST_ROWS || facts.hasUnread({ table: "GENERAL_PUBLIC_BASIC" }, []))
    return yield "CANNOT_TELL";
  for (let block = section.from; block < section.to; block += 1) {
    const paragraph = facts.document.blocks[block];
    if (paragraph?.kind !== "PARAGRAPH") continue;
    for (const match of paragraph.text.matchAll(LIST)) {
      const names = namesIn(match);
      const named = [...zerosOf(facts, rows)].filter((code) => names.includes(nameOf(code)));
      if (named.length === 0) yield "HOLDS";
      else {
        yield namedZero(
          named,
          named.map((subject) => ({ measure: BASIC, subject, stage: facts.ownStage })),
          [
            { block, start: match.index, end: match.index + match[0].length },
            ...rows.filter(({ subject = "" }) => named.includes(subject)).map(({ citation }) => citation),
          ],
        );
      }
    }
  }
}

/** Items printed as zero, and items left blank in a class that closes without them. */
function zerosOf(facts: Facts, rows: readonly PrintedReading[]): ReadonlySet<string> {
  return facts.once("zeros of the basic table", () => {
    const printed = new Map(rows.map((row) => [row.subject ?? "", row]));
    const zeros = new Set([...printed].filter(([, { value }]) => value === 0).map(([code]) => code));
    const listed = labelsOf(facts, rows);
    for (const [code, whole] of printed) {
      if (code.length !== 3) continue;
      const parts = rows.filter(({ subject = "" }) => subject !== code && subject.startsWith(code));
      const sum = parts.reduce((all, { value }) => all + value, 0);
      if (parts.length === 0 || Math.abs(sum - whole.value) > allowanceAmong([whole, ...parts])) continue;
      for (const { code: item, name, kind } of allSubjects()) {
        const isBlank = kind === "ECONOMIC" && item.length === 5 && item.startsWith(code) && !printed.has(item);
        if (isBlank && listed.has(normaliseSubjectName(name))) zeros.add(item);
      }
    }
    // A name that stands in two classes is told by the one that has an amount.
    const spent = new Set(rows.filter(({ value }) => value !== 0).map(({ subject }) => nameOf(subject)));
    for (const code of zeros) if (spent.has(nameOf(code))) zeros.delete(code);
    return zeros;
  });
}

/** Every name in the cells of the table. */
function labelsOf(facts: Facts, rows: readonly PrintedReading[]): ReadonlySet<string> {
  const blocks = new Set(rows.map(({ citation }) => citation.block));
  return new Set(
    [...blocks].flatMap((at) => {
      const table = facts.document.blocks[at];
      return table?.kind === "TABLE" ? table.rows.flatMap((row) => row.map(({ text }) => normaliseSubjectName(text))) : [];
    }),
  );
}

const nameOf = (code: string | undefined): string =>
  normaliseSubjectName(allSubjects().find((subject) => subject.code === code && subject.kind === "ECONOMIC")?.name ?? "");
