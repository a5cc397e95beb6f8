import type { SectionHandler } from "../handler";
import { economicClasses } from "../narrative/economic-subjects";
import { readSection } from "../narrative/read-section";
import { labelled, labelledWhole, type Vocabulary } from "../narrative/vocabulary";

/** 一般公共预算财政拨款项目支出情况说明: project expenditure by economic class. */
export const PROJECT_VOCABULARY: Vocabulary = {
  labels: [
    ...labelled("GENERAL_PUBLIC_PROJECT_EXPENDITURE", "一般公共预算(?:财政)?(?:拨款)?(?:安排的?)?项目支出(?:合计)?"),
    ...labelledWhole("GENERAL_PUBLIC_PROJECT_EXPENDITURE", "(?:财政拨款)?项目支出(?:合计)?"),
    ...economicClasses("GENERAL_PUBLIC_PROJECT_EXPENDITURE"),
  ],
  whole: "GENERAL_PUBLIC_PROJECT_EXPENDITURE",
  main: ["GENERAL_PUBLIC_PROJECT_EXPENDITURE"],
};

export const generalPublicProjectSection: SectionHandler = {
  kind: "GENERAL_PUBLIC_PROJECT",
  parse: (section, facts) => readSection(section, PROJECT_VOCABULARY, facts),
};
