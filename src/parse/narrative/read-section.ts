import type { DocumentFacts, LocatedSection, Parsed } from "../handler";
import type { NarrativeParagraph } from "./paragraph-reader";
import { readNarrative } from "./read-narrative";
import type { Vocabulary } from "./vocabulary";

/** The paragraphs of a section, its heading first: it may name what the next line is about. Tables are read by others. */
export function paragraphsOf(section: LocatedSection, facts: DocumentFacts): NarrativeParagraph[] {
  const paragraphs: NarrativeParagraph[] = [];
  for (let block = section.from; block < section.to; block += 1) {
    const found = facts.document.blocks[block];
    if (found?.kind === "PARAGRAPH") paragraphs.push({ block, text: found.text });
  }
  return paragraphs;
}

/** Reads a section whose sentences all share one vocabulary. */
export function readSection(section: LocatedSection, vocabulary: Vocabulary, facts: DocumentFacts): Parsed {
  return readNarrative(paragraphsOf(section, facts), vocabulary, section.kind, facts);
}
