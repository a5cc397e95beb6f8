import type { SectionHandler } from "../handler";
import { economicClasses } from "../narrative/economic-subjects";
import { readSection } from "../narrative/read-section";
import { labelled, labelledWhole, type Vocabulary } from "../narrative/vocabulary";

/** 一般公共预算财政拨款基本支出情况说明: personnel and public expense. */
export const BASIC_VOCABULARY: Vocabulary = {
  labels: [
    ...labelled("GENERAL_PUBLIC_BASIC_EXPENDITURE", "一般公共预算(?:财政)?(?:拨款)?(?:安排的?)?基本支出(?:合计)?"),
    ...labelledWhole("GENERAL_PUBLIC_BASIC_EXPENDITURE", "(?:财政拨款)?基本支出(?:合计)?"),
    ...labelledWhole("PERSONNEL_EXPENSE", "人员经费(?:支出)?(?:合计)?", "人员支出"),
    ...labelledWhole("PUBLIC_EXPENSE", "(?:日常)?公用经费(?:支出)?(?:合计)?"),
    ...economicClasses("GENERAL_PUBLIC_BASIC_EXPENDITURE"),
  ],
  whole: "GENERAL_PUBLIC_BASIC_EXPENDITURE",
  main: ["GENERAL_PUBLIC_BASIC_EXPENDITURE"],
};

export const generalPublicBasicSection: SectionHandler = {
  kind: "GENERAL_PUBLIC_BASIC",
  parse: (section, facts) => readSection(section, BASIC_VOCABULARY, facts),
};
