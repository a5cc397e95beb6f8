import type { MemberUnit, UnitProfile } from "../model/disclosure";
import type { SectionKind } from "../model/section-kind";
import type { DocumentFacts, LocatedSection } from "./handler";
import { plainText, printedRange } from "./narrative/plain-text";
import { paragraphsOf } from "./narrative/read-section";
import { findMemberUnits } from "./profile/find-member-units";
import { findOffices } from "./profile/find-offices";

/** Where the organisation of a unit is told, the first of these that a document has. */
const PLACES: readonly SectionKind[] = ["ORGANISATION", "OVERVIEW", "DUTIES"];
const NATURE =
  /单位性质(?:为|：|是)([^，。；]{4,30})|(?:为|是|属于?)((?:财政(?:全额|差额|部分)?(?:拨款|补助|补贴)的?|参照公务员法管理的?)(?:行政|事业)单位)/;

/** 单位概况: nature, internal offices, and the units that the disclosure adds up. */
export function parseProfile(sections: readonly LocatedSection[], facts: DocumentFacts): UnitProfile {
  const places = PLACES.flatMap((kind) => sections.filter((section) => section.kind === kind));
  const paragraphs = places.flatMap((section) => paragraphsOf(section, facts));
  const { offices, officeCount, citations: officeCitations } = findOffices(paragraphs);
  const units = places.map(({ from, to }) => findMemberUnits(facts.document, from, to));
  const listed = units.find(({ memberUnits }) => memberUnits.length > 0)?.memberUnits ?? [];
  const memberUnits = distinct(listed);
  const counted = units.find(({ memberUnitCount }) => memberUnitCount !== undefined);
  const own = memberUnits.find(({ name }) => plainText(name).text.startsWith(plainText(facts.unitName).text)) ?? memberUnits[0];
  const told = own?.nature === undefined ? natureInWords(paragraphs) : undefined;
  const nature = own?.nature ?? told?.text;
  return {
    ...(nature === undefined ? {} : { nature }),
    offices,
    ...(officeCount === undefined ? {} : { officeCount }),
    memberUnits,
    ...(counted?.memberUnitCount === undefined ? {} : { memberUnitCount: counted.memberUnitCount }),
    citations: [...officeCitations, ...(counted?.citations ?? []), ...(told === undefined ? [] : [told.citation])],
  };
}

/** A table may follow the list in words: each unit once. */
function distinct(units: readonly MemberUnit[]): MemberUnit[] {
  const kept = new Map<string, MemberUnit>();
  for (const unit of units) {
    const key = plainText(unit.name).text.replace(/（?本级）?$/, "（本级）");
    const before = kept.get(key);
    if (before === undefined || (before.nature === undefined && unit.nature !== undefined)) kept.set(key, unit);
  }
  return [...kept.values()];
}

function natureInWords(paragraphs: readonly { readonly block: number; readonly text: string }[]) {
  for (const { block, text } of paragraphs) {
    const plain = plainText(text);
    const match = NATURE.exec(plain.text);
    const nature = match?.[1] ?? match?.[2];
    if (match === null || nature === undefined) continue;
    const start = match.index + match[0].indexOf(nature);
    return { text: nature, citation: { block, ...printedRange(plain, start, start + nature.length) } };
  }
  return undefined;
}
