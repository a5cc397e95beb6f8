import type { DocumentFacts, LocatedSection, Parsed, SectionHandler } from "../handler";
import { economicClassesWithin } from "../narrative/economic-subjects";
import { functionalSubjects } from "../narrative/functional-subjects";
import { paragraphsOf } from "../narrative/read-section";
import { readNarrative } from "../narrative/read-narrative";
import { labelled, labelledWhole, type Vocabulary } from "../narrative/vocabulary";

const GRANT = "一般公共(?:财政)?预算(?:财政)?(?:当年)?(?:拨款)?";

/** 一般公共预算财政拨款支出情况说明: the total, every class and every item. */
export const GENERAL_PUBLIC_VOCABULARY: Vocabulary = {
  labels: [
    ...labelled(
      "GENERAL_PUBLIC_EXPENDITURE",
      `${GRANT}支出`,
      "一般公共预算当年(?:财政)?拨款(?:规模)?",
      "财政拨款支出",
      "本年度?财政拨款支出",
      `${GRANT}(?=比|较|与|同比|增|减)`,
    ),
    ...labelled("REVENUE_GENERAL_PUBLIC", `${GRANT}收入`),
    ...labelled("CURRENT_YEAR_EXPENDITURE", "本年度?支出(?:合计|总计)?"),
    ...labelled("GENERAL_PUBLIC_BASIC_EXPENDITURE", `${GRANT}基本支出`),
    ...labelledWhole("GENERAL_PUBLIC_BASIC_EXPENDITURE", "基本支出"),
    ...labelled("GENERAL_PUBLIC_PROJECT_EXPENDITURE", `${GRANT}项目支出`),
    ...labelledWhole("GENERAL_PUBLIC_PROJECT_EXPENDITURE", "项目支出"),
    ...economicClassesWithin("GENERAL_PUBLIC_BASIC_EXPENDITURE", "GENERAL_PUBLIC_PROJECT_EXPENDITURE"),
    ...labelled("GENERAL_PUBLIC_OPENING_CARRYOVER", `(?:年初|上年)(?:${GRANT})?结转和?结余`),
    ...labelled("GENERAL_PUBLIC_CLOSING_CARRYOVER", `年末(?:${GRANT})?结转和?结余`),
  ],
  whole: "GENERAL_PUBLIC_EXPENDITURE",
  main: ["GENERAL_PUBLIC_EXPENDITURE"],
};

export const generalPublicSection: SectionHandler = {
  kind: "GENERAL_PUBLIC",
  parse(section: LocatedSection, facts: DocumentFacts): Parsed {
    const subjects = functionalSubjects("GENERAL_PUBLIC_EXPENDITURE", facts);
    const vocabulary = { ...GENERAL_PUBLIC_VOCABULARY, findLabel: subjects.findLabel };
    return subjects.complete(readNarrative(paragraphsOf(section, facts), vocabulary, section.kind, facts));
  },
};
