import type { SectionHandler } from "../handler";
import { readSection } from "../narrative/read-section";
import { labelled, type Vocabulary } from "../narrative/vocabulary";

/** 一般性支出情况说明: meetings and training. */
export const GENERAL_SPENDING_VOCABULARY: Vocabulary = {
  labels: [...labelled("MEETING_EXPENSE", "会议费(?:支出)?"), ...labelled("TRAINING_EXPENSE", "培训费(?:支出)?")],
};

export const generalSpendingSection: SectionHandler = {
  kind: "GENERAL_SPENDING",
  parse: (section, facts) => readSection(section, GENERAL_SPENDING_VOCABULARY, facts),
};
