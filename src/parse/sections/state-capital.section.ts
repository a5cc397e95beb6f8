import type { DocumentFacts, LocatedSection, Parsed, SectionHandler } from "../handler";
import { functionalSubjects } from "../narrative/functional-subjects";
import { readSection } from "../narrative/read-section";
import { labelled, labelledWhole, type Vocabulary } from "../narrative/vocabulary";

const GRANT = "国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:安排的?)?";

/** 国有资本经营预算情况说明. */
export const STATE_CAPITAL_VOCABULARY: Vocabulary = {
  labels: [
    ...labelled(
      ["STATE_CAPITAL_REVENUE", "STATE_CAPITAL_EXPENDITURE"],
      `${GRANT}收入(?:、|和|与|及)?支出`,
      `${GRANT}收、?支`,
      `${GRANT}预算(?:收支)?`,
    ),
    ...labelled("STATE_CAPITAL_REVENUE", `${GRANT}(?:本年|当年)?收入`),
    ...labelledWhole("STATE_CAPITAL_REVENUE", "本年度?收入"),
    ...labelled("STATE_CAPITAL_EXPENDITURE", `${GRANT}(?:本年|当年)?支出`),
    ...labelledWhole("STATE_CAPITAL_EXPENDITURE", "本年度?支出", "支出(?=为?\\d)"),
    ...labelled("STATE_CAPITAL_BASIC_EXPENDITURE", `(?:${GRANT})?基本支出`),
    ...labelled("STATE_CAPITAL_PROJECT_EXPENDITURE", `(?:${GRANT})?项目支出`),
    ...labelled("STATE_CAPITAL_OPENING_CARRYOVER", `(?:年初|上年)(?:${GRANT})?结转和?结余`),
    ...labelled("STATE_CAPITAL_CLOSING_CARRYOVER", `年末(?:${GRANT})?结转和?结余`),
    ...labelled("CURRENT_YEAR_EXPENDITURE", "本年度?支出合计"),
  ],
  whole: "STATE_CAPITAL_EXPENDITURE",
  main: ["STATE_CAPITAL_REVENUE", "STATE_CAPITAL_EXPENDITURE"],
};

export const stateCapitalSection: SectionHandler = {
  kind: "STATE_CAPITAL",
  parse(section: LocatedSection, facts: DocumentFacts): Parsed {
    const subjects = functionalSubjects("STATE_CAPITAL_EXPENDITURE", facts);
    return subjects.complete(readSection(section, { ...STATE_CAPITAL_VOCABULARY, findLabel: subjects.findLabel }, facts));
  },
};
