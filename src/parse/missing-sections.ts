import type { Message } from "../model/message";
import type { SectionKind } from "../model/section-kind";
import { SECTION_KINDS } from "../model/section-kind";
import type { DocumentFacts, LocatedSection } from "./handler";
import { listNumberLength } from "./narrative/list-number";
import { plainText } from "./narrative/plain-text";
import { sectionKindOf } from "./section-names";
import { splitMergedSection } from "./split-merged-section";

/** What the national template of the final accounts tells in words, whatever the province. */
const EXPECTED_ACCOUNTS: readonly SectionKind[] = [
  "TOTALS",
  "REVENUE",
  "EXPENDITURE",
  "FISCAL_APPROPRIATION",
  "GENERAL_PUBLIC",
  "GENERAL_PUBLIC_BASIC",
  "THREE_PUBLIC",
  "OPERATING_EXPENSE",
  "PROCUREMENT",
  "STATE_ASSETS",
  "PERFORMANCE",
];

/** Sections that the contents list names, or without one the national template, and that the document does not have. */
export function missingSections(sections: readonly LocatedSection[], facts: DocumentFacts): Message[] {
  const present = new Set(sections.flatMap((section) => splitMergedSection(section, facts)).map(({ kind }) => kind));
  const contents = sections.find(({ kind }) => kind === "CONTENTS");
  const listed = contents === undefined ? [] : kindsOfContents(contents, facts);
  const expected = listed.length > 0 ? listed : facts.kind === "FINAL_ACCOUNTS" ? EXPECTED_ACCOUNTS : [];
  return [...new Set(expected)]
    .filter((kind) => !present.has(kind))
    .map((kind) => ({ code: "SECTION_MISSING", detail: SECTION_KINDS[kind].name }));
}

function kindsOfContents(contents: LocatedSection, { document }: DocumentFacts): SectionKind[] {
  return document.blocks.slice(contents.from + 1, contents.to).flatMap((block) => {
    if (block.kind !== "PARAGRAPH") return [];
    const plain = plainText(block.text).text;
    const kind = sectionKindOf(
      plain
        .slice(listNumberLength(plain))
        .replace(/20\d\d年度?/g, "")
        .replace(/[.…·]*\d*$/, ""),
    );
    // A part's own title gathers others; the tables under theirs are looked for by name elsewhere.
    return kind === undefined || ["NARRATIVE", "OVERVIEW", "CONTENTS", "OTHER_MATTERS", "ATTACHMENTS"].includes(kind) ? [] : [kind];
  });
}

/** "见附件" where the tables should stand. */
export function attachedTables(sections: readonly LocatedSection[], { document }: DocumentFacts): Message[] {
  return sections
    .filter(({ kind }) => kind === "TABLES")
    .flatMap((section) => {
      const blocks = document.blocks.slice(section.from, section.to);
      if (blocks.some(({ kind }) => kind === "TABLE")) return [];
      return blocks.flatMap((block, offset): Message[] => {
        const words = block.kind === "PARAGRAPH" ? /(?:详?见|参见)(?:附件|附表|附后)[^。]{0,20}/.exec(block.text) : null;
        if (words === null) return [];
        const span = { block: section.from + offset, start: words.index, end: words.index + words[0].length };
        return [{ code: "TABLE_ATTACHED", span, detail: section.title }];
      });
    });
}
