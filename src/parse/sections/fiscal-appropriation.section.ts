import type { SectionHandler } from "../handler";
import { labelled, labelledWhole, type LabelPattern, type Vocabulary } from "../narrative/vocabulary";
import { functionalSubjects } from "../narrative/functional-subjects";
import { readSection } from "../narrative/read-section";

const KINDS = "(?:决算|预算)?";

/** The totals of the fiscal appropriation under their full names. */
export const FISCAL_TOTALS: readonly LabelPattern[] = [
  ...labelled(
    ["FISCAL_APPROPRIATION_REVENUE", "FISCAL_APPROPRIATION_EXPENDITURE"],
    `财政拨款收入?(?:、|和|与|及)?支出?(?:总体)?${KINDS}(?:总计|总体情况|总体|总额|总决算|总预算)`,
    "财政拨款收入?(?:、|和|与|及)?支出?(?=均|各|比|较|与)",
    "财政拨款总收入?(?:、|和)?支出?(?=比|较|与|为?\\d)",
  ),
  ...labelled("FISCAL_APPROPRIATION_REVENUE", `财政拨款收入${KINDS}(?:总计|总额)`, "财政拨款总收入"),
  ...labelled("FISCAL_APPROPRIATION_EXPENDITURE", `财政拨款支出${KINDS}(?:总计|总额)`, "财政拨款总支出"),
];

/** 财政拨款收入支出总体情况说明: what the treasury gave and what was spent of it, all three budgets together. */
export const FISCAL_APPROPRIATION_VOCABULARY: Vocabulary = {
  labels: [
    ...FISCAL_TOTALS,
    ...labelledWhole(
      ["FISCAL_APPROPRIATION_REVENUE", "FISCAL_APPROPRIATION_EXPENDITURE"],
      `收入?(?:、|和|与|及)?支出?(?:总体)?${KINDS}(?:总计|总体情况|总体|总额|总决算|总预算)`,
    ),
    ...labelledWhole("FISCAL_APPROPRIATION_REVENUE", `收入${KINDS}总计`, "总收入"),
    ...labelledWhole("FISCAL_APPROPRIATION_EXPENDITURE", `支出${KINDS}总计`, "总支出"),
    ...labelled("FISCAL_CURRENT_REVENUE", "本年度?财政拨款收入", "财政拨款(?:本年|当年)收入"),
    ...labelledWhole("FISCAL_CURRENT_REVENUE", "本年度?收入(?:合计)?"),
    ...labelled("REVENUE_FISCAL_APPROPRIATION", "财政拨款收入"),
    ...labelled("FISCAL_CURRENT_EXPENDITURE", "本年度?财政拨款支出", "财政拨款(?:本年|当年)?支出"),
    ...labelledWhole("FISCAL_CURRENT_EXPENDITURE", "本年度?支出(?:合计)?"),
    ...labelled("FISCAL_OPENING_CARRYOVER", "(?:年初|上年)财政拨款结转和?结余", "(?:年初|上年)结转和?结余", "上年结转(?:收入|资金)?"),
    ...labelled("FISCAL_CLOSING_CARRYOVER", "年末财政拨款结转和?结余", "年末结转和?结余"),
    ...labelled("REVENUE_GENERAL_PUBLIC", "一般公共预算(?:当年)?(?:财政)?拨款(?:收入)?"),
    ...labelled("REVENUE_GOVERNMENT_FUND", "政府性基金(?:预算)?(?:当年)?(?:财政)?拨款(?:收入)?"),
    ...labelled("REVENUE_STATE_CAPITAL", "国有资本经营(?:预算)?(?:当年)?(?:财政)?拨款(?:收入)?"),
    ...labelled("GENERAL_PUBLIC_EXPENDITURE", "一般公共预算(?:财政)?(?:拨款)?支出"),
    ...labelled("GOVERNMENT_FUND_EXPENDITURE", "政府性基金(?:预算)?(?:财政)?(?:拨款)?支出"),
    ...labelled("STATE_CAPITAL_EXPENDITURE", "国有资本经营(?:预算)?(?:财政)?(?:拨款)?支出"),
  ],
  whole: "FISCAL_CURRENT_EXPENDITURE",
};

export const fiscalAppropriationSection: SectionHandler = {
  kind: "FISCAL_APPROPRIATION",
  parse(section, facts) {
    const subjects = functionalSubjects("FISCAL_CURRENT_EXPENDITURE", facts);
    return subjects.complete(readSection(section, { ...FISCAL_APPROPRIATION_VOCABULARY, findLabel: subjects.findLabel }, facts));
  },
};
