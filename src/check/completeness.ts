import type { StatutoryTable } from "../model/disclosure";
import type { Finding } from "../model/finding";
import type { Span } from "../model/extracted-document";
import type { MeasureCode } from "../model/measures";
import { SECTION_KINDS, type SectionKind } from "../model/section-kind";
import { STATUTORY_TABLE_KINDS, type StatutoryTableKind } from "../model/statutory-table-kind";
import { valueKindOf } from "./allowance";
import { foldHeading, isNarrative, paragraphsOf, spanOfMatch } from "./document-text";
import type { Facts } from "./facts";
import { figureOf } from "./relation-inputs";
import type { Answer, FindingDraft } from "./rule";

/** A finding that names words and no number. */
export const wordFinding = (
  detail: Readonly<Record<string, string>>,
  citations: readonly Span[],
  figures: Finding["figures"] = [],
): FindingDraft => ({
  valueKind: "NONE",
  published: null,
  recomputed: null,
  tolerance: null,
  figures,
  detail,
  citations,
});

const NATIONAL_TABLES: readonly StatutoryTableKind[] = [
  "TOTALS",
  "REVENUE",
  "EXPENDITURE",
  "FISCAL_APPROPRIATION",
  "GENERAL_PUBLIC",
  "GENERAL_PUBLIC_BASIC",
  "GOVERNMENT_FUND",
  "STATE_CAPITAL",
  "THREE_PUBLIC",
];

/** Tables that the list of contents names, or without a list those of the national template. */
export function* findMissingTables(facts: Facts): Generator<Answer> {
  const { tables, sections, messages, header } = facts.disclosure;
  const isNational = ({ kind }: StatutoryTable): boolean => NATIONAL_TABLES.includes(kind);
  if (messages.some(({ code }) => code === "TABLE_ATTACHED") || !tables.some(isNational)) return yield "CANNOT_TELL";
  const fold = (text: string): string => foldHeading(text, header.unitName).replace(/^部门|明细|公开/g, "");
  // 第五部分 单位预算表 names a part, and is a section.
  const parts = sections.filter(({ kind }) => kind !== "CONTENTS").map(({ title }) => title);
  const printed = new Set([...tables.map(({ title }) => title), ...parts, ...titlesOfBody(facts)].map(fold));
  const announced = paragraphsOf(facts, (kind) => kind === "CONTENTS").filter(
    ({ text }) => /表[\s\d.…)）]*$/.test(text) && !PART.test(fold(text)),
  );
  if (announced.length > 0) {
    const names = announced.map(({ text }) => fold(text));
    const free = [...printed].filter((title) => !names.includes(title) && title.endsWith("表"));
    for (const [at, name] of names.entries()) {
      const place = announced[at];
      const there = printed.has(name) || takeSimilar(free, name);
      yield there || place === undefined
        ? "HOLDS"
        : wordFinding({ name, lack: "TABLE" }, [{ block: place.block, start: 0, end: place.text.length }]);
    }
    return;
  }
  // A table that was printed and not recognised may be the one that seems missing.
  const unknown = messages.some(({ code }) => code === "TABLE_UNKNOWN");
  if (facts.kind === "BUDGET") return yield "DOES_NOT_APPLY";
  for (const kind of NATIONAL_TABLES) {
    if (tables.some((table) => table.kind === kind)) yield "HOLDS";
    else yield unknown ? "CANNOT_TELL" : wordFinding({ name: STATUTORY_TABLE_KINDS[kind].name, lack: "TABLE" }, []);
  }
}

/** 第五部分 单位决算表: the part in which the tables stand. */
const PART = /^(?:部门|单位)?(?:预|决)算(?:公开)?(?:报)?表$/;

/** Takes the title that the list of contents words a little differently (明细, 收入支出), so that no title serves two names. */
function takeSimilar(free: string[], name: string): boolean {
  const best = free.map((title, index) => ({ index, alike: likeness(title, name) })).sort((one, other) => other.alike - one.alike)[0];
  if (best === undefined || best.alike < ALIKE) return false;
  free.splice(best.index, 1);
  return true;
}

/** Percent of pairs of letters that two names share. */
const ALIKE = 75;

function likeness(one: string, other: string): number {
  const pairs = (text: string): string[] => [...text].slice(1).map((letter, at) => `${text[at] ?? ""}${letter}`);
  const [first, second] = [pairs(one), pairs(other)];
  const shared = first.filter((pair) => second.includes(pair)).length;
  return Math.round((200 * shared) / Math.max(1, first.length + second.length));
}

/** Everything outside the list of contents that may be a table's title: a paragraph, or the only text of a table's first rows. */
function titlesOfBody(facts: Facts): string[] {
  const contents = facts.disclosure.sections.filter(({ kind }) => kind === "CONTENTS");
  return facts.document.blocks.flatMap((block, index) => {
    if (contents.some(({ from, to }) => from <= index && index < to)) return [];
    if (block.kind === "PARAGRAPH") return /表/.test(block.text) && block.text.length < 80 ? [block.text] : [];
    return block.rows.slice(0, 2).flatMap((row) => row.map(({ text }) => text).filter((text) => /表/.test(text) && text.length < 80));
  });
}

/** 三公、运行经费、采购、资产、绩效、名词解释: what every disclosure must tell (《地方预决算公开操作规程》), and a measure that tells it elsewhere. */
const MANDATORY: readonly (readonly [SectionKind, readonly MeasureCode[]])[] = [
  ["THREE_PUBLIC", ["THREE_PUBLIC_TOTAL", "OFFICIAL_RECEPTION"]],
  ["OPERATING_EXPENSE", ["AGENCY_OPERATING_EXPENSE"]],
  ["PROCUREMENT", ["PROCUREMENT_TOTAL"]],
  ["STATE_ASSETS", ["VEHICLES_TOTAL", "LARGE_EQUIPMENT"]],
  ["PERFORMANCE", ["EVALUATED_PROJECTS", "TARGETED_PROJECTS"]],
  ["GLOSSARY", []],
];

/** Fewer sections than this and the document is tables alone, or was not read. */
const LEAST_SECTIONS = 5;

export function* findMissingSections(facts: Facts): Generator<Answer> {
  const { sections, header } = facts.disclosure;
  if (sections.filter(({ kind }) => isNarrative(kind) && kind !== "OTHER").length < LEAST_SECTIONS) return yield "CANNOT_TELL";
  for (const [kind, measures] of MANDATORY) {
    const told =
      sections.some((section) => section.kind === kind) || saysName(facts, kind) || measures.some((measure) => isTold(facts, measure));
    yield told ? "HOLDS" : wordFinding({ name: SECTION_KINDS[kind].name, lack: "SECTION" }, []);
  }
  const fold = (text: string): string => foldHeading(text, header.unitName).replace(/情况|说明|决算|预算|支出|部门|单位|有关|的/g, "");
  const titles = sections.filter(({ kind }) => kind !== "CONTENTS").map(({ title }) => fold(title));
  const heads = facts.document.blocks.flatMap((block) => (block.kind === "PARAGRAPH" && block.text.length < 60 ? [block.text] : []));
  const known = new Set([...titles, ...heads.slice(contentsEnd(facts)).map(fold)]);
  for (const { block, text } of paragraphsOf(facts, (kind) => kind === "CONTENTS")) {
    if (!/(?:说明|情况|概况|职责|解释)[\s\d.…)）]*$/.test(text)) continue;
    const name = fold(text);
    if (name === "" || [...known].some((title) => title === name || (name.length > 3 && title.includes(name)))) yield "HOLDS";
    else yield wordFinding({ name: foldHeading(text, header.unitName), lack: "SECTION" }, [{ block, start: 0, end: text.length }]);
  }
}

/** How many short paragraphs come before the end of the list of contents. */
const contentsEnd = (facts: Facts): number => {
  const end = facts.disclosure.sections.filter(({ kind }) => kind === "CONTENTS").at(-1)?.to ?? 0;
  return facts.document.blocks.slice(0, end).filter((block) => block.kind === "PARAGRAPH" && block.text.length < 60).length;
};

const KEY_WORDS: Partial<Record<SectionKind, RegExp>> = {
  THREE_PUBLIC: /[“"]?三公[”"]?经费/,
  OPERATING_EXPENSE: /运行经费/,
  PROCUREMENT: /政府采购/,
  STATE_ASSETS: /国有资产|车辆/,
  PERFORMANCE: /绩效/,
  GLOSSARY: /名词解释|指[^。]{2,40}(?:收入|支出|经费)/,
};

/** Duties and offices name matters that the unit looks after for others: 政府采购 of a finance bureau. */
const saysName = (facts: Facts, kind: SectionKind): boolean =>
  paragraphsOf(facts, (other) => isNarrative(other) || other === "GLOSSARY").some(({ text }) => KEY_WORDS[kind]?.test(text));

const isTold = (facts: Facts, measure: MeasureCode): boolean => facts.disclosure.readings.some((reading) => reading.measure === measure);

/** An empty table says so; and what is said not to exist has no amount anywhere. */
export function* findUnstatedEmptiness(facts: Facts): Generator<Answer> {
  for (const table of facts.disclosure.tables) {
    if (table.kind !== "GOVERNMENT_FUND" && table.kind !== "STATE_CAPITAL") continue;
    if (table.statedEmpty || facts.printed.some((reading) => reading.table === table.kind)) yield "HOLDS";
    else if (facts.hasUnread({ table: table.kind }, [])) yield "CANNOT_TELL";
    else if (saysNothing(facts, table.kind)) yield "HOLDS";
    else yield wordFinding({ table: table.kind, name: table.title, emptiness: "UNSTATED" }, [{ block: table.block, start: 0, end: 0 }]);
  }
  const told = new Set<string>();
  for (const absent of facts.disclosure.readings) {
    if (absent.status !== "NOT_APPLICABLE") continue;
    const contrary = facts.figure(absent);
    const key = `${absent.measure}|${absent.subject ?? ""}|${absent.stage}`;
    if (contrary === undefined || contrary.value === 0 || told.has(key)) continue;
    told.add(key);
    yield {
      valueKind: valueKindOf(absent.measure),
      published: contrary.value,
      recomputed: null,
      tolerance: null,
      figures: [figureOf(contrary)],
      detail: { emptiness: "CONTRARY", ...(contrary.table === undefined ? { section: contrary.section } : { table: contrary.table }) },
      citations: [contrary.citation, absent.citation],
    };
  }
}

/** The words say that there is no such budget, or print zero for it. */
const saysNothing = (facts: Facts, table: "GOVERNMENT_FUND" | "STATE_CAPITAL"): boolean =>
  facts.disclosure.readings.some(
    ({ measure, status, value, origin }) =>
      measure.startsWith(table) && origin === "NARRATIVE" && (status === "NOT_APPLICABLE" || value === 0),
  );

/** The number of self-evaluations that the narrative says it reports, and the tables that are there. */
export function* countEvaluations(facts: Facts): Generator<Answer> {
  const figure = (measure: MeasureCode) => facts.figure({ measure, stage: facts.ownStage });
  const all = figure("REPORTED_EVALUATIONS");
  const general = figure("REPORTED_GENERAL_EVALUATIONS");
  const declared = all ?? general;
  if (declared === undefined) return yield "CANNOT_TELL";
  const { projects } = facts.disclosure;
  const present = projects.filter(({ tableBlock }) => tableBlock !== undefined).length;
  if (present >= declared.value) return yield "HOLDS";
  yield {
    valueKind: "COUNT",
    published: declared.value,
    recomputed: present,
    tolerance: 0,
    figures: [figureOf(declared)],
    detail: {},
    citations: [declared.citation],
  };
}

/** Placeholders and field codes that stayed in the words. */
const RESIDUE = /PAGEREF|HYPERLINK|TOC \\o|[XxＸ×]{2,}(?=年|万元|元|%|个|项|人)|_{3,}(?=万元|元|%)|（此处[^）]*）|\[此处[^\]]*\]/g;

export function* findResidue(facts: Facts): Generator<Answer> {
  let found = false;
  const seen = new Set<string>();
  for (const { code, span, detail } of facts.disclosure.messages) {
    if (code !== "TEMPLATE_RESIDUE") continue;
    found = true;
    if (span !== undefined) seen.add(`${span.block}|${span.start}`);
    yield wordFinding({ words: detail ?? "" }, span === undefined ? [] : [span]);
  }
  for (const { block, text } of paragraphsOf(facts, () => true)) {
    for (const match of text.matchAll(RESIDUE)) {
      if (seen.has(`${block}|${match.index}`)) continue;
      found = true;
      yield wordFinding({ words: match[0] }, [spanOfMatch(block, match)]);
    }
  }
  if (!found) yield facts.disclosure.sections.length > 0 ? "HOLDS" : "CANNOT_TELL";
}

/** Amounts without a unit, rates without %. */
const BARE_AMOUNT = /(?:总计|合计|预算数?|决算数?|支出|收入|经费)(?:为|是)?\s*\d[\d,]*\.\d{2,6}(?=\s*[，。；、])/g;
const BARE_RATE = /(?:增长|下降|占[^，。；\d]{2,24}的|完成[^，。；\d]{0,8}预算的?)\s*\d+(?:\.\d+)?(?=\s*[，。；])/g;

export function* findIncompletePrinting(facts: Facts): Generator<Answer> {
  const paragraphs = paragraphsOf(facts, isNarrative);
  let found = false;
  for (const { block, text, section } of paragraphs) {
    for (const [pattern, printing] of [
      [BARE_AMOUNT, "UNIT"],
      [BARE_RATE, "PERCENT"],
    ] as const) {
      for (const match of text.matchAll(pattern)) {
        found = true;
        yield wordFinding({ words: match[0], printing, section }, [spanOfMatch(block, match)]);
      }
    }
  }
  if (!found) yield paragraphs.length > 0 ? "HOLDS" : "CANNOT_TELL";
}

const DATES = /(批复|公开)(?:时间|日期)?[：:]\s*(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g;

/** 公开 within twenty days of 批复, where the document prints both dates. */
export function* judgePublication(facts: Facts, days: number): Generator<Answer> {
  const dates = new Map<string, { readonly day: number; readonly span: Span }>();
  for (const { block, text } of paragraphsOf(facts, () => true)) {
    for (const match of text.matchAll(DATES)) {
      const [, event = "", year, month, day] = match;
      dates.set(event, { day: Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000, span: spanOfMatch(block, match) });
    }
  }
  const approved = dates.get("批复");
  const published = dates.get("公开");
  if (approved === undefined || published === undefined) return yield "CANNOT_TELL";
  const taken = published.day - approved.day;
  if (taken <= days) return yield "HOLDS";
  yield {
    valueKind: "COUNT",
    published: taken,
    recomputed: days,
    tolerance: 0,
    figures: [],
    detail: {},
    citations: [published.span, approved.span],
  };
}
