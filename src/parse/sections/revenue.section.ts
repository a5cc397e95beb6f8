import type { SectionHandler } from "../handler";
import { labelled, labelledWhole, type LabelPattern, type Vocabulary } from "../narrative/vocabulary";
import { paragraphsOf, readSection } from "../narrative/read-section";

const YEAR = "(?:本年度?)?";
const GRANT = "(?:财政)?拨款";
/** Until 2014 and in some places later: 公共财政预算. */
const GENERAL_PUBLIC = "(?:一般公共(?:财政)?|公共财政)预算";

/** The sources of revenue, as every section names them. */
export const REVENUE_SOURCES: readonly LabelPattern[] = [
  ...labelled("REVENUE_FISCAL_APPROPRIATION", `${YEAR}财政拨款收入`),
  ...labelled("REVENUE_GENERAL_PUBLIC", `${YEAR}${GENERAL_PUBLIC}(?:当年)?${GRANT}(?:收入)?`),
  ...labelled("REVENUE_GOVERNMENT_FUND", `${YEAR}政府性基金(?:预算)?${GRANT}(?:收入)?`),
  ...labelled("REVENUE_STATE_CAPITAL", `${YEAR}国有资本经营(?:预算)?${GRANT}(?:收入)?`),
  ...labelled("REVENUE_SUPERIOR_SUBSIDY", `${YEAR}上级补助收入`),
  ...labelled("REVENUE_SPECIAL_ACCOUNT", `${YEAR}财政专户管理(?:资金|教育收费)(?:收入)?`),
  ...labelled("REVENUE_PUBLIC_INSTITUTION", `${YEAR}事业(?:单位)?收入`),
  ...labelled("REVENUE_BUSINESS", `${YEAR}(?:事业单位)?经营收入`),
  ...labelled("REVENUE_SUBORDINATE_REMITTANCE", `${YEAR}附属单位上缴收入`),
  ...labelled("REVENUE_OTHER", `${YEAR}其他收入`),
  ...labelled("REVENUE_GENERAL_PUBLIC", `${GENERAL_PUBLIC}(?:资金)?(?=为?\\d)`),
  ...labelled("REVENUE_GOVERNMENT_FUND", "政府性基金预算(?=为?\\d)"),
  ...labelled("REVENUE_STATE_CAPITAL", "国有资本经营预算(?=为?\\d)"),
];

/** 收入情况说明: the year's revenue by source, each with its share. */
export const REVENUE_VOCABULARY: Vocabulary = {
  labels: [
    ...labelledWhole(
      "CURRENT_YEAR_REVENUE",
      "本年度?收入(?:决算|预算)?(?:合计|总计)?",
      "收入(?:决算|预算)?合计",
      "收入(?:决算|预算)?(?=数?为?\\d)",
    ),
    ...labelledWhole("REVENUE_TOTAL", "收入(?:决算|预算)?总计", "收入总(?:决算|预算)", "总收入"),
    ...REVENUE_SOURCES,
    ...labelled("REVENUE_GENERAL_PUBLIC", `${GENERAL_PUBLIC}(?:资金)?`),
    ...labelled("REVENUE_GOVERNMENT_FUND", "政府性基金预算"),
    ...labelled("REVENUE_STATE_CAPITAL", "国有资本经营预算"),
    ...labelled("OPENING_CARRYOVER", "(?:年初|上年)结转和?结余", "上年结转(?:收入|资金)?"),
    ...labelled("NON_FISCAL_BALANCE_USED", "使用非财政拨款结余(?:（含专用结余）|和专用结余|（和专用结余）)?"),
  ],
  whole: "CURRENT_YEAR_REVENUE",
  main: ["CURRENT_YEAR_REVENUE"],
};

/** In a budget the 收入预算 that 上年结转 is a part of is the total, and the shares are of it. */
const WITH_CARRYOVER: Vocabulary = {
  ...REVENUE_VOCABULARY,
  labels: [...labelledWhole("REVENUE_TOTAL", "收入预算(?:总计|合计|总额)?"), ...REVENUE_VOCABULARY.labels],
  whole: "REVENUE_TOTAL",
};

export const revenueSection: SectionHandler = {
  kind: "REVENUE",
  parse(section, facts) {
    const carried = facts.kind === "BUDGET" && paragraphsOf(section, facts).some(({ text }) => /(?:上年|年初)结转/.test(text));
    return readSection(section, carried ? WITH_CARRYOVER : REVENUE_VOCABULARY, facts);
  },
};
