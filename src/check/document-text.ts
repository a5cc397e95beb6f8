import type { Span } from "../model/extracted-document";
import { SECTION_KINDS, type SectionKind } from "../model/section-kind";
import type { Facts } from "./facts";

export interface TextBlock {
  readonly block: number;
  readonly text: string;
  readonly section: SectionKind;
}

/** The paragraphs of sections that `wanted` accepts, in printed order. */
export function paragraphsOf(facts: Facts, wanted: (kind: SectionKind) => boolean): TextBlock[] {
  return facts.disclosure.sections.flatMap(({ kind, from, to }) => {
    if (!wanted(kind)) return [];
    return facts.document.blocks
      .slice(from, to)
      .flatMap((block, offset): TextBlock[] =>
        block.kind === "PARAGRAPH" ? [{ block: from + offset, text: block.text, section: kind }] : [],
      );
  });
}

/** Sections of words about money: not the tables, not what explains terms. */
export const isNarrative = (kind: SectionKind): boolean => SECTION_KINDS[kind].financial && kind !== "TABLES" && kind !== "ATTACHMENTS";

export const spanOfMatch = (block: number, match: RegExpMatchArray): Span => ({
  block,
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
});

/** A heading without what differs between the list of contents and the body: numbers, page numbers, years, marks, and filler words. */
export function foldHeading(text: string, unitName: string): string {
  return text
    .normalize("NFKC")
    .replace(/PAGEREF.*$|[.…·]{2,}.*$/g, "")
    .replace(/[\s"“”《》<>'‘’]/g, "")
    .replace(/^第[一二三四五六七八九十百\d]+[部章节]分?/, "")
    .replace(/^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+[、.:]|\d{1,2}[、.:])/, "")
    .replaceAll(unitName.normalize("NFKC").replace(/\s/g, ""), "")
    .replace(/20\d\d年度?/g, "")
    .replace(/\d+$/, "")
    .replace(/\((?:本级|部门|单位)\)|[()（）]/g, "");
}
