import type { MeasureCode } from "../../model/measures";
import type { SectionKind } from "../../model/section-kind";
import type { DocumentFacts, Parsed } from "../handler";
import { NarrativeFindings } from "./narrative-findings";
import { ParagraphReader, type NarrativeParagraph } from "./paragraph-reader";
import { tokenFacts } from "./stage-words";
import type { Label, Vocabulary } from "./vocabulary";

/**
 * Reads sentences by the grammar that all disclosures share: a name, perhaps a stage, a number; a comparison, a direction, a number; 完成, 占.
 * The section's vocabulary says which names there are. A number counts only when everything between it and its name is understood: after an
 * unknown word nothing is read until the next name, so that no number lands at a wrong measure.
 */
export function readNarrative(
  paragraphs: readonly NarrativeParagraph[],
  vocabulary: Vocabulary,
  section: SectionKind,
  facts: DocumentFacts,
): Parsed {
  const found = new NarrativeFindings(section);
  const words = tokenFacts(facts, vocabulary, paragraphs[0]?.text ?? "");
  let heading: Label | undefined;
  let whole: MeasureCode | undefined;
  paragraphs.forEach((paragraph, index) => {
    const reader = new ParagraphReader(paragraph, heading, whole, vocabulary, words, found);
    heading = reader.headingLabel;
    reader.read(paragraphs[index + 1]);
    whole = reader.whole;
  });
  return found.settle(vocabulary.main ?? []);
}
