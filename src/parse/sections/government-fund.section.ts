import type { DocumentFacts, LocatedSection, Parsed, SectionHandler } from "../handler";
import { functionalSubjects } from "../narrative/functional-subjects";
import { readSection } from "../narrative/read-section";
import { labelled, labelledWhole, type Vocabulary } from "../narrative/vocabulary";

const GRANT = "政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:安排的?)?";

/** 政府性基金预算情况说明. */
export const GOVERNMENT_FUND_VOCABULARY: Vocabulary = {
  labels: [
    ...labelled(
      ["GOVERNMENT_FUND_REVENUE", "GOVERNMENT_FUND_EXPENDITURE"],
      `${GRANT}收入(?:、|和|与|及)?支出`,
      `${GRANT}收、?支`,
      `${GRANT}预算(?:收支)?`,
    ),
    ...labelled("GOVERNMENT_FUND_REVENUE", `${GRANT}(?:本年|当年)?收入`),
    ...labelledWhole("GOVERNMENT_FUND_REVENUE", "本年度?收入"),
    ...labelled("GOVERNMENT_FUND_EXPENDITURE", `${GRANT}(?:本年|当年)?支出`),
    ...labelledWhole("GOVERNMENT_FUND_EXPENDITURE", "本年度?支出", "支出(?=为?\\d)"),
    ...labelled("GOVERNMENT_FUND_BASIC_EXPENDITURE", `(?:${GRANT})?基本支出`),
    ...labelled("GOVERNMENT_FUND_PROJECT_EXPENDITURE", `(?:${GRANT})?项目支出`),
    ...labelled("GOVERNMENT_FUND_OPENING_CARRYOVER", `(?:年初|上年)(?:${GRANT})?结转和?结余`),
    ...labelled("GOVERNMENT_FUND_CLOSING_CARRYOVER", `年末(?:${GRANT})?结转和?结余`),
    ...labelled("CURRENT_YEAR_EXPENDITURE", "本年度?支出合计"),
  ],
  whole: "GOVERNMENT_FUND_EXPENDITURE",
  main: ["GOVERNMENT_FUND_REVENUE", "GOVERNMENT_FUND_EXPENDITURE"],
};

export const governmentFundSection: SectionHandler = {
  kind: "GOVERNMENT_FUND",
  parse(section: LocatedSection, facts: DocumentFacts): Parsed {
    const subjects = functionalSubjects("GOVERNMENT_FUND_EXPENDITURE", facts);
    return subjects.complete(readSection(section, { ...GOVERNMENT_FUND_VOCABULARY, findLabel: subjects.findLabel }, facts));
  },
};
