import { useMemo } from "react";
import { useNavigation } from "./address";

export type LanguageCode = "zh" | "en";

export interface Language {
  readonly code: LanguageCode;
  /** Every sentence stands in both languages where it is used, so none can be missing. */
  say(zh: string, en: string): string;
  /** A word of the graph's vocabularies. */
  word(vocabulary: Vocabulary, code: string): string;
}

type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;

const VOCABULARIES = {
  severity: { ERROR: ["错误", "Error"], WARNING: ["警告", "Warning"], INFO: ["提示", "Note"] },
  kind: { BUDGET: ["预算", "Budget"], FINAL_ACCOUNTS: ["决算", "Final accounts"] },
  scope: { UNIT: ["单位（本级）", "Unit alone"], DEPARTMENT: ["部门（汇总）", "Whole department"] },
  level: {
    CENTRAL: ["中央", "Central"],
    PROVINCE: ["省级", "Province"],
    CITY: ["市级", "City"],
    COUNTY: ["县级", "County"],
    TOWNSHIP: ["乡级", "Township"],
  },
  nature: {
    ADMINISTRATIVE: ["行政单位", "Administrative unit"],
    CIVIL_SERVICE_REFERENCE: ["参照公务员法管理的事业单位", "Institution under the civil-service law"],
    ENTERPRISE: ["企业", "Enterprise"],
    OTHER: ["其他", "Other"],
    PUBLIC_INSTITUTION: ["事业单位", "Public institution"],
    PUBLIC_INSTITUTION_1: ["公益一类事业单位", "Public institution, class I"],
    PUBLIC_INSTITUTION_2: ["公益二类事业单位", "Public institution, class II"],
  },
  stage: {
    INITIAL_BUDGET: ["年初预算", "Initial budget"],
    ADJUSTED_BUDGET: ["全年预算", "Adjusted budget"],
    FINAL: ["决算", "Final accounts"],
    PRIOR_FINAL: ["上年决算", "Prior final"],
    PRIOR_BUDGET: ["上年预算", "Prior budget"],
    PRIOR_EXECUTION: ["上年执行", "Prior execution"],
  },
  peers: {
    SELECTION: ["所选单位", "The selection"],
    REGION_AND_LEVEL: ["同地区同级", "Same region and level"],
    NATURE: ["同性质单位", "Same nature"],
    PARENT: ["同一主管部门", "Same parent"],
  },
  groupBy: {
    REGION: ["按地区", "By region"],
    PARENT_UNIT: ["按主管部门", "By parent unit"],
    UNIT_NATURE: ["按单位性质", "By nature"],
    SUBJECT: ["按科目", "By subject"],
    YEAR: ["按年度", "By year"],
  },
  per: { CAPITA: ["按常住人口", "Per inhabitant"], STAFF: ["按在职人员", "Per employee"] },
  terms: { NOMINAL: ["现价", "Current prices"], REAL: ["不变价", "Constant prices"] },
  aggregate: {
    SUM: ["合计", "Total"],
    MEAN: ["平均数", "Mean"],
    MEDIAN: ["中位数", "Median"],
    MIN: ["最小值", "Least"],
    MAX: ["最大值", "Most"],
    COUNT: ["公开单位个数", "Units that disclose"],
  },
  suggestion: { UNIT: ["单位", "Unit"], REGION: ["地区", "Region"], MEASURE: ["指标", "Measure"], SUBJECT: ["科目", "Subject"] },
  hit: {
    UNIT: ["单位", "Unit"],
    SUBJECT: ["科目", "Subject"],
    PROJECT: ["项目", "Project"],
    INDICATOR: ["绩效指标", "Indicator"],
    SECTION: ["章节", "Section"],
  },
  subjectKind: {
    FUNCTIONAL: ["支出功能分类", "Functional classification"],
    ECONOMIC: ["部门预算支出经济分类", "Economic classification"],
    GOVERNMENT_ECONOMIC: ["政府预算支出经济分类", "Government economic classification"],
  },
  subjectLevel: { CLASS: ["类", "Class"], SECTION: ["款", "Section"], ITEM: ["项", "Item"] },
  fund: {
    TOTAL: ["年度资金总额", "Total"],
    FISCAL: ["当年财政拨款", "Fiscal appropriation"],
    CARRYOVER: ["上年结转资金", "Carried over"],
    SPECIAL_ACCOUNT: ["财政专户管理资金", "Special account"],
    UNIT_OWN: ["单位资金", "Own funds"],
    OTHER: ["其他资金", "Other"],
  },
  group: {
    TOTALS: ["收支总计", "Totals"],
    REVENUE: ["收入", "Revenue"],
    EXPENDITURE: ["支出", "Expenditure"],
    FISCAL_APPROPRIATION: ["财政拨款收支", "Fiscal appropriation"],
    GENERAL_PUBLIC: ["一般公共预算", "General public budget"],
    GOVERNMENT_FUND: ["政府性基金预算", "Government funds"],
    STATE_CAPITAL: ["国有资本经营预算", "State capital"],
    BASIC: ["基本支出", "Basic expenditure"],
    THREE_PUBLIC: ["“三公”经费", "Three public expenses"],
    OPERATING: ["机关运行经费", "Operating expense"],
    PROCUREMENT: ["政府采购", "Procurement"],
    ASSETS: ["国有资产占用", "State assets"],
    PERFORMANCE: ["预算绩效", "Performance"],
    QUALITY: ["数据质量", "Data quality"],
    RATIOS: ["比率", "Ratios"],
  },
} as const satisfies Readonly<Record<string, Words>>;

export type Vocabulary = keyof typeof VOCABULARIES;

export function useLanguage(): Language {
  const { address } = useNavigation();
  const code: LanguageCode = address.parameters.get("lang") === "en" ? "en" : "zh";
  return useMemo(() => {
    const at = code === "zh" ? 0 : 1;
    return {
      code,
      say: (zh, en) => (at === 0 ? zh : en),
      word: (vocabulary, word) => (VOCABULARIES[vocabulary] as Words)[word]?.[at] ?? word,
    };
  }, [code]);
}

export const codesOf = (vocabulary: Vocabulary): string[] => Object.keys(VOCABULARIES[vocabulary]);
