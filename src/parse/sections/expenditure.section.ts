import type { SectionHandler } from "../handler";
import { economicClassesWithin } from "../narrative/economic-subjects";
import { functionalSubjects } from "../narrative/functional-subjects";
import { readSection } from "../narrative/read-section";
import { labelled, labelledWhole, type LabelPattern, type Vocabulary } from "../narrative/vocabulary";

const YEAR = "(?:本年度?)?";

/** The natures of expenditure from all funds, and the economic classes that divide two of them. */
export const EXPENDITURE_NATURES: readonly LabelPattern[] = [
  ...labelledWhole("BASIC_EXPENDITURE", `${YEAR}基本支出`),
  ...labelledWhole("PROJECT_EXPENDITURE", `${YEAR}项目支出`),
  ...labelled("REMITTED_TO_SUPERIOR", `${YEAR}上缴上级支出`),
  ...labelled("BUSINESS_EXPENDITURE", `${YEAR}(?:事业单位)?经营支出`),
  ...labelled("SUBSIDY_TO_SUBORDINATE", `${YEAR}对附属单位补助支出`),
  ...economicClassesWithin("BASIC_EXPENDITURE", "PROJECT_EXPENDITURE"),
];

/** 支出情况说明: the year's expenditure by nature, each with its share; some documents tell it by functional class too. */
export const EXPENDITURE_VOCABULARY: Vocabulary = {
  labels: [
    ...labelledWhole(
      "CURRENT_YEAR_EXPENDITURE",
      "本年度?支出(?:决算|预算)?(?:合计|总计)?",
      "支出(?:决算|预算)?合计",
      "支出(?:预算)?(?=为?\\d)",
    ),
    ...labelledWhole("EXPENDITURE_TOTAL", "支出(?:决算|预算)?总计", "支出总(?:决算|预算)", "总支出"),
    ...EXPENDITURE_NATURES,
  ],
  whole: "CURRENT_YEAR_EXPENDITURE",
  main: ["CURRENT_YEAR_EXPENDITURE"],
};

export const expenditureSection: SectionHandler = {
  kind: "EXPENDITURE",
  parse(section, facts) {
    const subjects = functionalSubjects("CURRENT_YEAR_EXPENDITURE", facts);
    const parsed = readSection(section, { ...EXPENDITURE_VOCABULARY, findLabel: subjects.findLabel }, facts);
    return subjects.complete(parsed);
  },
};
