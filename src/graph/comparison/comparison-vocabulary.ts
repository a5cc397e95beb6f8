import { registerEnumType } from "type-graphql";

/** Makes a GraphQL enum whose internal values are its names, each with what it means. */
function register<Code extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<Code, string>>,
): { readonly [C in Code]: C } {
  const codes = Object.keys(meanings) as Code[];
  const values = Object.fromEntries(codes.map((code) => [code, code])) as { readonly [C in Code]: C };
  const valuesConfig = Object.fromEntries(codes.map((code) => [code, { description: meanings[code] }]));
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as Record<Code, { description: string }> });
  return values;
}

export const CellStatusEnum = register("CellStatus", "单元格状态: why a cell has a value or none. Missing is never zero.", {
  REPORTED: "已公开: published, or computed from what is.",
  NOT_APPLICABLE: "注明不存在: the document says that there is no such thing.",
  NOT_DISCLOSED: "未公开: no document says.",
  NOT_COMPUTABLE: "无法计算: the parts are there, and the quotient has no value (a zero denominator), or the values may not be added up.",
  FACTOR_MISSING: "缺少换算系数: the head count or the price level is not stored. The value is not left unadjusted.",
});

export const GroupingEnum = register("ComparisonGrouping", "分组: what units are added up by.", {
  REGION: "地区: the region of the unit.",
  PARENT_UNIT: "上级单位: the unit above; one without a unit above heads a group of its own.",
  YEAR: "年度: all units of a year.",
  UNIT_NATURE: "单位性质",
  SUBJECT: "预算科目: each subject over all units. Levels are rows of their own and never added to each other.",
});

export const AggregateEnum = register("ComparisonAggregate", "汇总方式: what a group's value is, over the units that disclose.", {
  SUM: "合计; of a ratio the quotient of the sums.",
  MEAN: "平均数",
  MEDIAN: "中位数",
  MIN: "最小值",
  MAX: "最大值",
  COUNT: "个数: how many units disclose.",
});

export const PeerGroupEnum = register("ComparisonPeerGroup", "可比单位: whom a value is ranked among.", {
  SELECTION: "The units of the comparison.",
  REGION_AND_LEVEL: "All units of the hub in the same region and at the same level (行政层级).",
  PARENT: "All units of the hub under the same unit.",
  NATURE: "All units of the hub of the same nature (单位性质).",
});

export const DenominatorEnum = register("ComparisonDenominator", "人均口径: what amounts and counts are divided by.", {
  CAPITA: "按常住人口",
  STAFF: "按在职人员",
});

export const TermsEnum = register("ComparisonTerms", "价格口径: in whose prices money is told.", {
  NOMINAL: "现价: as published.",
  REAL: "不变价: in the prices of `baseYear`, by the price index of the hub.",
});

export const PivotEnum = register("ComparisonPivot", "透视: what becomes columns.", {
  YEAR: "年度: one column a year, one row a unit or group.",
});

export const AspectEnum = register("ComparisonAspect", "What of a cell an order or a condition looks at.", {
  VALUE: "数值",
  YEAR_ON_YEAR_AMOUNT: "同比增减额",
  YEAR_ON_YEAR_RATE: "同比增减率（%）",
  EXECUTION_RATE: "预算执行率（%）",
  SHARE: "占比（%） of `shareOf`.",
  RANK: "名次",
  PERCENTILE: "百分位（%）",
  Z_SCORE: "标准分",
  CAGR: "年均增长率（%）",
  UNIT_COUNT: "单位个数",
});

export const RowKeyEnum = register("ComparisonRowKey", "What of a row an order looks at.", {
  NAME: "名称",
  CODE: "代码",
  YEAR: "年度",
  REGION: "地区代码",
});

export const ComparedBasisEnum = register("ComparedBasis", "同比口径: where the year before stands.", {
  PUBLISHED: "上年公开数: its own publication.",
  STATED: "本文件所载上年数: what this year's document states of it.",
  MIXED: "Some units the one, some the other.",
});

export const WarningCodeEnum = register("ComparisonWarningCode", "提示类别", {
  UNITS_WITHOUT_FIGURE: "没有数据的单位",
  ONLY_BUDGET: "只公开了预算的单位：按 `stage: INITIAL_BUDGET` 可比较预算",
  MEMBERS_NOT_ADDED: "已由上级部门汇总的单位，不重复相加",
  OTHER_SCOPE: "部分年度口径不同的单位",
  FACTOR_MISSING: "缺少换算系数的单位",
  NOT_ADDITIVE: "不能相加的指标",
  RENAMED_UNIT: "更名或合并的单位",
  SPLIT_UNIT: "拆分的单位",
});
