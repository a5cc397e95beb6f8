import type { SectionHandler } from "../handler";
import { catalogued, labelled, type Vocabulary } from "../narrative/vocabulary";
import { readSection } from "../narrative/read-section";

const KINDS = "(?:决算|预算)?";

/** 收入支出总体情况说明: the totals, the year's own revenue and expenditure, what came over and what goes on. */
export const TOTALS_VOCABULARY: Vocabulary = {
  labels: [
    ...labelled(["REVENUE_TOTAL", "EXPENDITURE_TOTAL"], `收入?(?:、|和|与|及)?支出?(?:总体)?${KINDS}(?:总计|总体情况|总体|总额)?`, `收支${KINDS}(?:总计|总额)?`, "总收入(?:、|和)?总支出"),
    ...labelled("REVENUE_TOTAL", `收入${KINDS}总计`, `收入总${KINDS}`, `总收入`, `收入${KINDS}(?=数?\\d)`),
    ...labelled("EXPENDITURE_TOTAL", `支出${KINDS}总计`, `总支出`, `支出${KINDS}(?=数?\\d)`),
    ...labelled("CURRENT_YEAR_REVENUE", `本年度?收入${KINDS}(?:合计|总计)?`),
    ...labelled("CURRENT_YEAR_EXPENDITURE", `本年度?支出${KINDS}(?:合计|总计)?`),
    ...labelled("NON_FISCAL_BALANCE_USED", "使用非财政拨款结余(?:（含专用结余）|和专用结余|（和专用结余）)?"),
    ...labelled("OPENING_CARRYOVER", "(?:年初|上年)结转和?结余(?:资金)?", "上年结转(?:资金)?"),
    ...labelled("CLOSING_CARRYOVER", "年末结转和?结余(?:资金)?", "结转下年(?:资金)?", "年末结转"),
    ...catalogued("SURPLUS_DISTRIBUTED"),
  ],
};

export const totalsSection: SectionHandler = {
  kind: "TOTALS",
  parse: (section, facts) => readSection(section, TOTALS_VOCABULARY, facts),
};
