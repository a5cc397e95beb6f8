import type { SectionHandler } from "../handler";
import { functionalSubjects } from "../narrative/functional-subjects";
import { readSection } from "../narrative/read-section";
import { catalogued, labelled, labelledWhole, type Vocabulary } from "../narrative/vocabulary";
import { EXPENDITURE_NATURES } from "./expenditure.section";
import { FISCAL_TOTALS } from "./fiscal-appropriation.section";
import { REVENUE_SOURCES } from "./revenue.section";

const KINDS = "(?:决算|预算)?";
/** 收入预算：…, 收入较上年增加: the word alone, after the totals of both. */
const ALONE = "(?=：|比|较|与|同比|增加|减少)";

/** 收入支出总体情况说明: the totals, the year's own revenue and expenditure, what came over and what goes on; at times sources and natures too. */
export const TOTALS_VOCABULARY: Vocabulary = {
  labels: [
    ...labelledWhole(
      ["REVENUE_TOTAL", "EXPENDITURE_TOTAL"],
      `收入?(?:、|和|与|及)?支出?(?:总体)?${KINDS}(?:总计|总体情况|总体|总额|总决算|总预算)`,
      `收(?:、|入、|入和|入与)?支(?:出)?${KINDS}(?:总计|总额)?(?=均|各|比|较|与|增|减)`,
      "总收入(?:、|和)?总支出",
    ),
    ...labelledWhole("REVENUE_TOTAL", `收入${KINDS}(?:总计|总额)`, `收入总${KINDS}`, `收入(?:预算)?${ALONE}`, "总收入"),
    ...labelledWhole("EXPENDITURE_TOTAL", `支出${KINDS}(?:总计|总额)`, `支出总${KINDS}`, `支出(?:预算)?${ALONE}`, "总支出"),
    ...labelledWhole("CURRENT_YEAR_REVENUE", `本年度?收入${KINDS}(?:合计|总计)?`, `收入(?:${KINDS}合计|决算)`, "收入(?=为?\\d)"),
    ...labelledWhole("CURRENT_YEAR_EXPENDITURE", `本年度?支出${KINDS}(?:合计|总计)?`, `支出${KINDS}合计`, "支出(?=为?\\d)"),
    ...labelled("NON_FISCAL_BALANCE_USED", "使用非财政拨款结余(?:（含专用结余）|和专用结余|（和专用结余）)?"),
    ...labelled("OPENING_CARRYOVER", "(?:年初|上年)结转和?结余(?:资金)?", "上年结转(?:资金)?"),
    ...labelled("CLOSING_CARRYOVER", "年末结转和?结余(?:资金)?", "结转下年(?:资金)?", "年末结转"),
    ...catalogued("SURPLUS_DISTRIBUTED"),
    ...FISCAL_TOTALS,
    ...REVENUE_SOURCES,
    ...EXPENDITURE_NATURES,
  ],
  whole: "TOPIC",
};

export const totalsSection: SectionHandler = {
  kind: "TOTALS",
  parse(section, facts) {
    const subjects = functionalSubjects("CURRENT_YEAR_EXPENDITURE", facts);
    return subjects.complete(readSection(section, { ...TOTALS_VOCABULARY, findLabel: subjects.findLabel }, facts));
  },
};
