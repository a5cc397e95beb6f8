import type { Span } from "../model/extracted-document";
import { allSubjects, normaliseSubjectName, subjectByCode, type Subject } from "../model/subject-catalogue";
import { wordFinding } from "./completeness";
import { isNarrative, paragraphsOf, spanOfMatch } from "./document-text";
import type { Facts, PrintedReading } from "./facts";
import { renamedItems } from "./item-coverage";
import { figureOf } from "./relation-inputs";
import type { Answer } from "./rule";

/** Code and name of a table's row as a pair of the year's list of subjects. */
export function* checkCodeNames(facts: Facts): Generator<Answer> {
  const seen = new Set<string>();
  for (const reading of facts.printed) {
    const known = reading.subject === undefined ? undefined : subjectByCode(reading.subject);
    if (known === undefined || reading.table === undefined || seen.has(known.code)) continue;
    const printed = nameInRow(facts, reading);
    if (printed === undefined) continue;
    seen.add(known.code);
    if (isNamed(known, printed.name)) yield "HOLDS";
    else if (!isNameOfAnother(known, printed.name)) yield "CANNOT_TELL";
    else {
      yield wordFinding(
        { code: known.code, name: known.name, words: printed.name, table: reading.table },
        [printed.span],
        [figureOf(reading)],
      );
    }
  }
}

/** The nearest cell of words before the number. */
function nameInRow(facts: Facts, { citation, subject = "" }: PrintedReading): { readonly name: string; readonly span: Span } | undefined {
  const table = facts.document.blocks[citation.block];
  if (table?.kind !== "TABLE" || citation.row === undefined || citation.cell === undefined) return undefined;
  const cells = table.rows[citation.row] ?? [];
  // Only rows that print the code themselves pair it with a name.
  const digits = cells
    .slice(0, citation.cell)
    .map(({ text }) => text.replace(/\D/g, ""))
    .join("");
  if (!digits.endsWith(subject.slice(-2))) return undefined;
  for (let at = citation.cell - 1; at >= 0; at -= 1) {
    const text = cells[at]?.text ?? "";
    const name = text.replace(/[\s\d]/g, "").replace(/^[、.．-]/, "");
    if (/\p{Script=Han}{2}/u.test(name))
      return { name, span: { block: citation.block, row: citation.row, cell: at, start: 0, end: text.length } };
  }
  return undefined;
}

/** Printed names may be cut, or carry what the list leaves out. */
function isNamed(subject: Subject, printed: string): boolean {
  const name = normaliseSubjectName(printed);
  return [subject.name, ...subject.aliases]
    .map(normaliseSubjectName)
    .some((one) => one === name || one.includes(name) || name.includes(one));
}

const isNameOfAnother = (known: Subject, printed: string): boolean =>
  allSubjects().some(
    (subject) =>
      subject.kind === known.kind &&
      subject.level === known.level &&
      subject.code !== known.code &&
      normaliseSubjectName(subject.name) === normaliseSubjectName(printed),
  );

/** One amount under two names: in words and in the table. */
export function* compareItemNames(facts: Facts): Generator<Answer> {
  const pairs = renamedItems(facts);
  for (const { item, row } of pairs) {
    yield {
      valueKind: "MONEY",
      published: item.value,
      recomputed: null,
      tolerance: null,
      figures: [item, row].map(figureOf),
      detail: {},
      citations: [item.citation, row.citation],
    };
  }
  const named = [...findOtherNames(facts)];
  yield* named;
  const table = facts.printed.some((reading) => reading.table === "GENERAL_PUBLIC" && reading.subject !== undefined);
  const words = facts.printed.some(
    (reading) => reading.measure === "GENERAL_PUBLIC_EXPENDITURE" && reading.origin === "NARRATIVE" && reading.subject !== undefined,
  );
  if (pairs.length === 0 && !named.some((answer) => typeof answer === "object")) yield table && words ? "HOLDS" : "CANNOT_TELL";
}

/** 公共安全支出（204类）司法（06款）行政运行（01项): names with their codes beside them. */
const CODED = /(\p{Script=Han}[\p{Script=Han}、]*)[（(](\d{2,3})(类|款|项)[）)]/gu;
const DIGITS = { 类: 0, 款: 3, 项: 5 } as const;

/** A code with one name in words and another one in the table. */
function* findOtherNames(facts: Facts): Generator<Answer> {
  const inTables = facts.once("names by code in tables", () => namesByCode(facts));
  const told = new Set<string>();
  for (const { block, text } of paragraphsOf(facts, isNarrative)) {
    let path = "";
    for (const match of text.matchAll(CODED)) {
      const [, name = "", digits = "", level = "类"] = match;
      path = path.slice(0, DIGITS[level as keyof typeof DIGITS]) + digits;
      const row = inTables.get(path);
      if (row === undefined || told.has(`${path}|${name}`)) continue;
      told.add(`${path}|${name}`);
      if (isSameName(name, row.name)) yield "HOLDS";
      else yield nameFinding(path, name, row, spanOfMatch(block, match));
    }
  }
}

const isSameName = (one: string, other: string): boolean => {
  const [first, second] = [normaliseSubjectName(one), normaliseSubjectName(other)];
  return first.includes(second) || second.includes(first);
};

interface NamedRow {
  readonly name: string;
  readonly span: Span;
  readonly reading: PrintedReading;
}

function namesByCode(facts: Facts): Map<string, NamedRow> {
  const found = new Map<string, NamedRow>();
  for (const reading of facts.printed) {
    if (reading.table !== "GENERAL_PUBLIC" || !/^\d{3,7}$/.test(reading.subject ?? "") || found.has(reading.subject ?? "")) continue;
    const row = nameInRow(facts, reading);
    if (row !== undefined) found.set(reading.subject ?? "", { ...row, reading });
  }
  return found;
}

const nameFinding = (code: string, words: string, { name, span, reading }: NamedRow, place: Span): Answer =>
  wordFinding({ code, words, name, telling: "CODE" }, [place, span], [figureOf(reading)]);

/**
 * 行政运行 under another 款 than everything else of its class: a unit's running costs and its general management stand under one 款, so a 款
 * with nothing but 行政运行 beside one that lacks only that names the wrong one.
 */
export function* findStraySubjects(facts: Facts): Generator<Answer> {
  const items = new Map<string, PrintedReading>();
  for (const reading of facts.printed) {
    if (reading.measure !== "GENERAL_PUBLIC_EXPENDITURE" || reading.stage !== facts.ownStage || !/^\d{7}$/.test(reading.subject ?? ""))
      continue;
    if (!items.has(reading.subject ?? "")) items.set(reading.subject ?? "", reading);
  }
  const codes = [...items.keys()];
  if (codes.length === 0) return yield "CANNOT_TELL";
  for (const code of codes) {
    if (!code.endsWith("01") || subjectByCode(code)?.name !== "行政运行") continue;
    const section = code.slice(0, 5);
    const alone = codes.every((other) => other === code || !other.startsWith(section));
    const main = codes
      .find((other) => other.startsWith(code.slice(0, 3)) && !other.startsWith(section) && other.endsWith("02"))
      ?.slice(0, 5);
    const lacks = main !== undefined && !codes.includes(`${main}01`) && codes.filter((other) => other.startsWith(main)).length >= 3;
    const reading = items.get(code);
    if (!alone || !lacks || reading === undefined || subjectByCode(`${main}01`)?.name !== "行政运行") yield "HOLDS";
    else yield wordFinding({ subjects: `${main}01` }, [reading.citation], [figureOf(reading)]);
  }
}
