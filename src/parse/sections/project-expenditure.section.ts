import type { SectionHandler } from "../handler";
import { readSection } from "../narrative/read-section";
import { labelled, labelledWhole, type Vocabulary } from "../narrative/vocabulary";

/** 项目支出情况说明: project expenditure from all funds. */
export const PROJECT_EXPENDITURE_VOCABULARY: Vocabulary = {
  labels: [
    ...labelledWhole("PROJECT_EXPENDITURE", "(?:本年度?)?项目支出(?:合计)?"),
    ...labelled("GENERAL_PUBLIC_PROJECT_EXPENDITURE", "一般公共预算(?:财政)?(?:拨款)?项目支出"),
    ...labelledWhole("CURRENT_YEAR_EXPENDITURE", "本年度?支出(?:合计|总计)?"),
  ],
  whole: "CURRENT_YEAR_EXPENDITURE",
  main: ["PROJECT_EXPENDITURE"],
};

export const projectExpenditureSection: SectionHandler = {
  kind: "PROJECT_EXPENDITURE",
  parse: (section, facts) => readSection(section, PROJECT_EXPENDITURE_VOCABULARY, facts),
};
