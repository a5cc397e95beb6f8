/** 勾稽关系类别: the families of the rule catalogue. */
export const RULE_CATEGORIES = {
  BALANCE: { name: "收支平衡与结转", nameEn: "Balance and roll-forward" },
  SUM: { name: "表内合计", nameEn: "Total and parts within a table" },
  BETWEEN_TABLES: { name: "表间一致", nameEn: "One fact in two tables" },
  NARRATIVE: { name: "文字与表格一致", nameEn: "Narrative against table, and against itself" },
  DERIVED: { name: "比率与增减表述", nameEn: "Derived numbers and their wording" },
  COUNTS_AND_PROCUREMENT: { name: "“三公”数量、资产与采购", nameEn: "Three-public counts, assets, procurement" },
  ACROSS_DISCLOSURES: { name: "跨年度、跨文件与汇总", nameEn: "Across years, documents and scopes" },
  COMPLETENESS: { name: "完整性与一致性", nameEn: "Completeness and identity" },
  PERFORMANCE: { name: "绩效", nameEn: "Performance" },
  PLAUSIBILITY: { name: "合理性", nameEn: "Plausibility" },
} as const satisfies Record<string, { name: string; nameEn: string }>;

export type RuleCategory = keyof typeof RULE_CATEGORIES;

/** 允许误差: how far two numbers may differ before a rule speaks. */
export const TOLERANCES = {
  PRINTED: {
    name: "每个数字最后一位的半个单位之和",
    nameEn: "half a unit of the last printed digit of every number that takes part",
  },
  INTERVAL: {
    name: "按各数字的印制精度计算的区间",
    nameEn: "the interval that the printed precision of every number leaves open",
  },
  EXACT: { name: "无，应完全一致", nameEn: "none: the numbers must agree exactly" },
  BAND: { name: "按设定的合理范围", nameEn: "a band of what is usual" },
  NONE: { name: "不适用", nameEn: "does not apply: no numbers are compared" },
} as const satisfies Record<string, { name: string; nameEn: string }>;

export type Tolerance = keyof typeof TOLERANCES;
