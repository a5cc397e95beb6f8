import { normaliseUnitName } from "../model/unit-name";
import { wordFinding } from "./completeness";
import { isNarrative, paragraphsOf, spanOfMatch } from "./document-text";
import type { Facts } from "./facts";
import type { Answer } from "./rule";

/** The year of the document in the titles of its tables, sections and evaluations, and in its comparisons. */
export function* findWrongYears(facts: Facts): Generator<Answer> {
  const { messages, sections, tables } = facts.disclosure;
  const doubtful = messages.filter(({ code, span }) => code === "YEAR_DOUBTFUL" && span !== undefined);
  if (doubtful.length > 0) {
    const words = [...new Set(doubtful.map(({ detail }) => detail ?? ""))].join("、");
    yield wordFinding(
      { words, yearPlace: "COMPARISON" },
      doubtful.flatMap(({ span }) => span ?? []),
    );
  } else if (facts.disclosure.relations.length > 0) yield "HOLDS";
  for (const { title, from, kind } of sections) {
    // Sections on what was achieved, and titles in 《》, name other years rightly.
    if (kind === "COVER" || kind === "CONTENTS" || !isNarrative(kind) || /[《》]/.test(title)) continue;
    const years = [...title.matchAll(/(20\d\d)年/g)].map(([, year]) => Number(year));
    if (years.length === 0) continue;
    if (years.includes(facts.year)) yield "HOLDS";
    else yield wordFinding({ words: title, yearPlace: "TITLE" }, [{ block: from, start: 0, end: title.length }]);
  }
  for (const { title, block } of tables) {
    const years = [...title.matchAll(/(20\d\d)年/g)].map(([, year]) => Number(year));
    if (years.length === 0) continue;
    if (years.includes(facts.year)) yield "HOLDS";
    else yield wordFinding({ words: title, yearPlace: "TITLE" }, [{ block, start: 0, end: 0 }]);
  }
  yield* findPastPeriods(facts);
}

/** 2025年1月1日-2025年12月31日: when a project begins and ends. */
const PERIOD = /20\d\d年\d{1,2}月(?:\d{1,2}日)?\s*[-—–－~～至到]+\s*(20\d\d)年\d{1,2}月(?:\d{1,2}日)?/g;

/** What a budget pays in its year does not end before it. */
function* findPastPeriods(facts: Facts): Generator<Answer> {
  if (facts.kind !== "BUDGET") return;
  const lines = paragraphsOf(facts, (kind) => kind === "PROJECT_DESCRIPTION");
  for (const [at, { block, text }] of lines.entries()) {
    if (!/实施周期|项目周期|实施期限/.test(`${lines[at - 1]?.text ?? ""}${text}`)) continue;
    for (const match of text.matchAll(PERIOD)) {
      if (Number(match[1]) >= facts.year) yield "HOLDS";
      else yield wordFinding({ words: match[0], yearPlace: "PERIOD" }, [spanOfMatch(block, match)]);
    }
  }
}

/** 某某局2023年度…: the name that a section's first sentence gives the unit. */
const NAMED = /^[\s\u3000]*(?:\d+[.、．])?\s*(\p{Script=Han}[\p{Script=Han}（）()]{3,38}?)\s*20\d\d年度?/u;
const ORGANISATION = /(?:局|厅|委|委员会|办公室|办事处|院|会|中心|站|所|处|队|校|学校|学院|馆|部|政府|医院|台|社|团|公司|镇|乡)$/;

export function* findOtherUnits(facts: Facts): Generator<Answer> {
  const { header } = facts.disclosure;
  const own = fold(header.unitName);
  const members = facts.disclosure.profile.memberUnits.map(({ name }) => fold(name));
  for (const { block, text, section } of paragraphsOf(facts, isNarrative)) {
    const match = NAMED.exec(text);
    const name = match?.[1] === undefined ? "" : fold(match[1]);
    if (match === null || !ORGANISATION.test(name.replace(/\([^()]*\)$/, ""))) continue;
    const same = name.includes(own) || isShortFor(name, own) || members.some((member) => member === name);
    yield same ? "HOLDS" : wordFinding({ words: match[1] ?? "", name: header.unitName, section }, [spanOfMatch(block, match)]);
  }
}

/** 区直工委 is short for 某某区直属机关工作委员会: characters of the whole name, in their order. */
function isShortFor(name: string, whole: string): boolean {
  let at = -1;
  return [...name].every((character) => (at = whole.indexOf(character, at + 1)) >= 0);
}

const fold = (name: string): string =>
  normaliseUnitName(name)
    .replace(/\((?:本级|本部|机关|部门|单位|汇总)\)/g, "")
    .replace(/(?:本级|部门|单位)$/, "");
