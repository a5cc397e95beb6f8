import { lettersOfHash } from "../lib/letters-of-hash";

/** Suffixes by which a document says that it is about the unit alone, without its subordinate units. */
const OWN_UNIT = /[（(]?(?:本级|机关本级|本部|机关)[）)]$|本级$/;

/** Folds what differs in print and not in meaning: bracket width, full-width letters, white space. A key for comparing, not for showing. */
export function normaliseUnitName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]/g, "")
    .replaceAll("〔", "(")
    .replaceAll("〕", ")");
}

/** A printed unit name without the suffix that only says 本级, brackets full-width. */
export function parseUnitName(printed: string): { name: string; isOwnUnit: boolean } {
  const tidy = printed
    .replace(/[\s\u00a0\u3000]/g, "")
    .replaceAll("(", "（")
    .replaceAll(")", "）");
  const name = tidy.replace(OWN_UNIT, "");
  return name === "" ? { name: tidy, isOwnUnit: false } : { name, isOwnUnit: name !== tidy };
}

/** A code for a unit whose official one is not known: its region, and eight letters that follow from its name, so that it is the same everywhere. */
export function unitCodeFor(name: string, regionCode?: string): string {
  return `${regionCode ?? "000000"}-${lettersOfHash(normaliseUnitName(name), 8)}`;
}

/** 单位性质 */
export const UNIT_NATURES = {
  ADMINISTRATIVE: "行政单位",
  CIVIL_SERVICE_REFERENCE: "参照公务员法管理的事业单位",
  PUBLIC_INSTITUTION_1: "公益一类事业单位",
  PUBLIC_INSTITUTION_2: "公益二类事业单位",
  PUBLIC_INSTITUTION: "事业单位",
  ENTERPRISE: "企业",
  OTHER: "其他",
} as const;

export type UnitNature = keyof typeof UNIT_NATURES;

const NATURE_WORDS: readonly (readonly [RegExp, UnitNature])[] = [
  [/参照?公/, "CIVIL_SERVICE_REFERENCE"],
  [/公益一类/, "PUBLIC_INSTITUTION_1"],
  [/公益二类/, "PUBLIC_INSTITUTION_2"],
  [/行政/, "ADMINISTRATIVE"],
  [/事业/, "PUBLIC_INSTITUTION"],
  [/企业|公司/, "ENTERPRISE"],
];

/** The nature that a printed text names; OTHER where it names none of these. */
export function unitNatureFrom(text: string): UnitNature {
  return NATURE_WORDS.find(([words]) => words.test(text))?.[1] ?? "OTHER";
}
