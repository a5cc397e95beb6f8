/** The tables of a disclosure by name. The names below are those of the final accounts; a budget prints 预算 for 决算. */
export const STATUTORY_TABLE_KINDS = {
  TOTALS: { name: "收入支出决算总表" },
  REVENUE: { name: "收入决算表" },
  EXPENDITURE: { name: "支出决算表" },
  FISCAL_APPROPRIATION: { name: "财政拨款收入支出决算总表" },
  GENERAL_PUBLIC: { name: "一般公共预算财政拨款支出决算表" },
  GENERAL_PUBLIC_BASIC: { name: "一般公共预算财政拨款基本支出决算表" },
  GENERAL_PUBLIC_PROJECT: { name: "一般公共预算财政拨款项目支出决算表" },
  GOVERNMENT_FUND: { name: "政府性基金预算财政拨款收入支出决算表" },
  STATE_CAPITAL: { name: "国有资本经营预算财政拨款支出决算表" },
  THREE_PUBLIC: { name: "财政拨款“三公”经费支出决算表" },
  PROJECT_REVENUE_EXPENDITURE: { name: "项目收入支出决算表" },
  OPERATING_ASSETS_PROCUREMENT: { name: "机构运行经费、国有资产占用情况及政府采购信息表" },
  STATE_ASSETS: { name: "国有资产占用情况表" },
  PROCUREMENT: { name: "政府采购表" },
  PURCHASED_SERVICES: { name: "政府购买服务支出表" },
  EXPENDITURE_BY_ECONOMIC: { name: "支出经济分类表" },
  PROJECT_LIST: { name: "项目支出表" },
  PERFORMANCE_TARGETS: { name: "项目绩效目标表" },
  SELF_EVALUATION: { name: "项目支出绩效自评表" },
  MEMBER_UNITS: { name: "决算单位构成表" },
} as const satisfies Record<string, { name: string }>;

export type StatutoryTableKind = keyof typeof STATUTORY_TABLE_KINDS;
