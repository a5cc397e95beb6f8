import type { SectionKind } from "../model/section-kind";

/**
 * Which words a heading holds for which section, the first that fits counts: special names stand before the general ones that they contain.
 * Headings are compared plain: no list number, unit, year, blanks or quotes.
 */
export const SECTION_NAMES: readonly (readonly [RegExp, SectionKind])[] = [
  [/^目录$/, "CONTENTS"],
  [/名词解释|专业(?:性)?名词/, "GLOSSARY"],
  [/联系方式|信息反馈|^联系我们/, "CONTACT"],
  [/^(?:公开)?附件/, "ATTACHMENTS"],
  [
    /项目(?:经费|支出)?情况说明$|^项目(?:概述|概况)$|^(?:立项依据|实施主体|实施方案|实施周期|年度预算安排|绩效目标|项目绩效目标|资金安排)$/,
    "PROJECT_DESCRIPTION",
  ],
  [/(?:决算|预算|收支|收入|支出|信息|情况)?(?:公开)?(?:总|明细|分类|信息|预算|决算|情况|报)?表(?:格)?(?:（.*）)?$/, "TABLES"],
  [/(?:主要)?工作(?:完成|开展|任务)(?:情况|及)|工作(?:回顾|总结)$/, "ACHIEVEMENTS"],
  [/职能|职责/, "DUTIES"],
  [/机构设置|机构情况|单位构成|人员构成|机构人员|内设机构/, "ORGANISATION"],
  [/绩效/, "PERFORMANCE"],
  [/三公|^因公出国|^公务接待|^公务用车(?:购置|运行)/, "THREE_PUBLIC"],
  [/政府性基金/, "GOVERNMENT_FUND"],
  [/国有资本经营/, "STATE_CAPITAL"],
  [/运行经费/, "OPERATING_EXPENSE"],
  [/政府采购/, "PROCUREMENT"],
  [/国有资产|资产占用|资产占有/, "STATE_ASSETS"],
  [/一般性支出/, "GENERAL_SPENDING"],
  [/一般公共预算.*基本支出/, "GENERAL_PUBLIC_BASIC"],
  [/一般公共预算.*项目支出/, "GENERAL_PUBLIC_PROJECT"],
  [/一般公共预算/, "GENERAL_PUBLIC"],
  [/^基本支出/, "GENERAL_PUBLIC_BASIC"],
  [/^项目支出/, "PROJECT_EXPENDITURE"],
  [/财政拨款.*(?:收入|收支|支出)|财政拨款/, "FISCAL_APPROPRIATION"],
  [/其他(?:重要事项|相关情况|需要说明|情况)/, "OTHER_MATTERS"],
  [/预算编制(?:情况)?说明/, "BUDGET_OVERVIEW"],
  [/收入(?:、|和|与|及)?支出|收、?支|收支/, "TOTALS"],
  [/收入/, "REVENUE"],
  [/支出/, "EXPENDITURE"],
  [/概况|基本情况$/, "OVERVIEW"],
  [/(?:决算|预算)(?:公开)?(?:情况)?(?:的)?(?:说明|分析)|^情况说明|^(?:决算|预算)(?:公开)?情况$/, "NARRATIVE"],
];

/** Sections that only gather others: what follows such a heading belongs to the headings below it. */
export const CONTAINERS: ReadonlySet<SectionKind> = new Set<SectionKind>(["OVERVIEW", "NARRATIVE", "OTHER_MATTERS", "ATTACHMENTS"]);

/** The kind that a plain heading names; undefined for a name that is not known. */
export const sectionKindOf = (heading: string): SectionKind | undefined => SECTION_NAMES.find(([words]) => words.test(heading))?.[1];
