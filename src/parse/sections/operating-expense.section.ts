import type { SectionHandler } from "../handler";
import { readSection } from "../narrative/read-section";
import { labelled, type Vocabulary } from "../narrative/vocabulary";

/** 机关（机构）运行经费情况说明. */
export const OPERATING_EXPENSE_VOCABULARY: Vocabulary = {
  labels: [
    ...labelled(
      "AGENCY_OPERATING_EXPENSE",
      "(?:财政拨款的?)?(?:行政(?:、|和)?参公单位)?机[关构](?:（机[关构]）)?(?:运行经费|日常公用经费|运转经费)(?:支出)?",
    ),
    ...labelled("MEETING_EXPENSE", "会议费(?:支出)?"),
    ...labelled("TRAINING_EXPENSE", "培训费(?:支出)?"),
  ],
  main: ["AGENCY_OPERATING_EXPENSE"],
};

export const operatingExpenseSection: SectionHandler = {
  kind: "OPERATING_EXPENSE",
  parse: (section, facts) => readSection(section, OPERATING_EXPENSE_VOCABULARY, facts),
};
