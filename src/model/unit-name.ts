import { lettersOfHash } from "../lib/letters-of-hash";

/** Suffixes by which a document says that it is about the unit alone, without its subordinate units. */
const OWN_UNIT = /（(?:[部委厅局院会办]?(?:机关)?本级|本部|[部委厅局院会办]?机关)）$|本级$/;
/** Suffixes by which it says that the subordinate units are in: the name is the department's all the same. */
const WHOLE_DEPARTMENT = /（(?:部门)?(?:汇总|合并)(?:[数表])?）$|（(?:部门|含(?:所属|下属)单位)）$/;

/** Folds what differs in print and not in meaning: bracket width, full-width letters, white space. A key for comparing, not for showing. */
export function normaliseUnitName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]/g, "")
    .replaceAll("〔", "(")
    .replaceAll("〕", ")");
}

/** A printed unit name without the suffix that only says 本级 or 汇总, brackets full-width. */
export function parseUnitName(printed: string): { name: string; isOwnUnit: boolean } {
  const tidy = printed
    .replace(/[\s\u00a0\u3000]/g, "")
    .replace(/[(〔［[]/g, "（")
    .replace(/[)〕］\]]/g, "）");
  const own = tidy.replace(OWN_UNIT, "");
  if (own !== tidy && own !== "") return { name: own, isOwnUnit: true };
  return { name: tidy.replace(WHOLE_DEPARTMENT, "") || tidy, isOwnUnit: false };
}

/** The key of a unit as a department lists it: 某中心（本级） is 某中心 too. */
export const listedUnitKey = (printed: string): string => normaliseUnitName(parseUnitName(printed).name).slice(0, 200);

/**
 * A code for a unit whose official one is not known: its region, or that there is none to be told of, and eight letters that follow from its
 * name, so that it is the same everywhere. (000000 would be a code of GB/T 2260, and say that it is a unit of the whole country.)
 */
export function unitCodeFor(name: string, regionCode?: string): string {
  return `${regionCode ?? "unknown"}-${lettersOfHash(normaliseUnitName(name), 8)}`;
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

/** In this order: the more special before the more general. 行政事业单位 says both, and so neither. */
const NATURE_WORDS: readonly (readonly [RegExp, UnitNature])[] = [
  [/参照.{0,14}公务员|参公/, "CIVIL_SERVICE_REFERENCE"],
  [/公益(?:性)?(?:一|I|1)类/, "PUBLIC_INSTITUTION_1"],
  [/公益(?:性)?(?:二|II|2)类/, "PUBLIC_INSTITUTION_2"],
  [/行政事业单位/, "OTHER"],
  [/事业/, "PUBLIC_INSTITUTION"],
  [/行政|机关/, "ADMINISTRATIVE"],
  [/企业|公司/, "ENTERPRISE"],
];

/** The nature that a printed text names: 财政拨款的行政单位, 全额拨款事业单位. OTHER where it names none of these. */
export function unitNatureFrom(text: string): UnitNature {
  const folded = text.normalize("NFKC").replace(/\s/g, "");
  return NATURE_WORDS.find(([words]) => words.test(folded))?.[1] ?? "OTHER";
}
