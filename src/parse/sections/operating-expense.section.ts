import type { SectionHandler } from "../handler";
import { readSection } from "../narrative/read-section";
import { labelled, type Vocabulary } from "../narrative/vocabulary";

/** 下属1家机关和2家参公事业单位: whose expense it is. */
const OF_UNITS = "(?:下属(?:\\d+[家个](?:机关|行政|参公|事业|参照公务员法管理的?)*(?:单位)?[、和及]?)+)?";

/** 机关（机构）运行经费情况说明. */
export const OPERATING_EXPENSE_VOCABULARY: Vocabulary = {
  labels: [
    ...labelled(
      "AGENCY_OPERATING_EXPENSE",
      `${OF_UNITS}(?:财政拨款的?)?(?:行政(?:、|和)?参公单位)?机[关构](?:（机[关构]）)?(?:运行经费|日常公用经费|运转经费)(?:支出)?`,
    ),
    ...labelled("AGENCY_OPERATING_EXPENSE", "(?:一般公共预算)?财政拨款运行经费(?:支出)?"),
    ...labelled("MEETING_EXPENSE", "会议费(?:支出)?"),
    ...labelled("TRAINING_EXPENSE", "培训费(?:支出)?"),
  ],
  main: ["AGENCY_OPERATING_EXPENSE"],
};

export const operatingExpenseSection: SectionHandler = {
  kind: "OPERATING_EXPENSE",
  parse: (section, facts) => readSection(section, OPERATING_EXPENSE_VOCABULARY, facts),
};
