// Generated from schema/: npm run write-client.
/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from "@graphql-typed-document-node/core";
/** 单元格状态: why a cell has a value or none. Missing is never zero. */
export type CellStatus =
  /** 缺少换算系数: the head count or the price level is not stored. The value is not left unadjusted. */
  | "FACTOR_MISSING"
  /** 注明不存在: the document says that there is no such thing. */
  | "NOT_APPLICABLE"
  /** 无法计算: the parts are there, and the quotient has no value (a zero denominator), or the values may not be added up. */
  | "NOT_COMPUTABLE"
  /** 未公开: no document says. */
  | "NOT_DISCLOSED"
  /** 已公开: published, or computed from what is. */
  | "REPORTED";

/** How the actual value of an indicator must stand to its target. */
export type Comparator =
  /** = */
  | "EQ"
  /** ≥ */
  | "GE"
  /** > */
  | "GT"
  /** ≤ */
  | "LE"
  /** < */
  | "LT";

/** 公开类别: what a disclosure discloses. */
export type DisclosureKind =
  /** 预算: the budget, published in spring. */
  | "BUDGET"
  /** 决算: the final accounts, published in autumn. */
  | "FINAL_ACCOUNTS";

/** 数据状态: whether a figure was told. Missing is never zero. */
export type FigureStatus =
  /** 注明不存在: the document says that there is no such thing. */
  | "NOT_APPLICABLE"
  /** 未公开: the document does not say. */
  | "NOT_DISCLOSED"
  /** 已公开: a number is printed, zero included, or follows from printed ones. */
  | "REPORTED";

/** 资金来源 of a project's fund row. */
export type FundSource =
  /** 上年结转资金 */
  | "CARRYOVER"
  /** 当年财政拨款 */
  | "FISCAL"
  /** 其他资金 */
  | "OTHER"
  /** 财政专户管理资金 */
  | "SPECIAL_ACCOUNT"
  /** 年度资金总额 */
  | "TOTAL"
  /** 单位资金 */
  | "UNIT_OWN";

/** 指标性质: which way an indicator is good. */
export type IndicatorDirection =
  /** 反向指标: the less the better. */
  | "NEGATIVE"
  /** 正向指标: the more the better. */
  | "POSITIVE"
  /** 定性指标: told in words. */
  | "QUALITATIVE";

/** 指标代码: every quantity that disclosures publish, and the ratios computed from them. */
export type MeasureCode =
  /** 机关运行经费. Public expense of administrative units and those under the civil-service law. */
  | "AGENCY_OPERATING_EXPENSE"
  /** 资产原值合计. All assets at their original value, where a document prints them. */
  | "ASSETS_ORIGINAL_VALUE"
  /** 基本支出. Expenditure that keeps the unit running, from all funds. */
  | "BASIC_EXPENDITURE"
  /** 经营支出. Expenditure of business activities. */
  | "BUSINESS_EXPENDITURE"
  /** 勾稽关系不符数. Reconciliation checks that the disclosure fails; computed by the hub, as they stood at the data version asked for. */
  | "CHECKS_FAILED"
  /** 勾稽关系通过数. Reconciliation checks that the disclosure passes; computed by the hub, as they stood at the data version asked for. */
  | "CHECKS_PASSED"
  /** 无法核对数. Reconciliation checks whose inputs the disclosure lacks; computed by the hub, as they stood at the data version asked for. */
  | "CHECKS_UNDECIDED"
  /** 数字引用覆盖率. Share of the numbers printed in the financial parts that the hub's data cite; computed by the hub. */
  | "CITATION_COVERAGE"
  /** 年末结转和结余. Money carried forward to the next year. */
  | "CLOSING_CARRYOVER"
  /** 本年支出合计. Expenditure of the year itself, without money carried forward. */
  | "CURRENT_YEAR_EXPENDITURE"
  /** 本年收入合计. Revenue of the year itself, without balances and money carried over. */
  | "CURRENT_YEAR_REVENUE"
  /** 国内公务接待费. Receiving guests from within the country. */
  | "DOMESTIC_RECEPTION"
  /** 绩效自评涉及资金. Money of the projects declared as evaluated. */
  | "EVALUATED_AMOUNT"
  /** 自评项目平均资金. Amount under self-evaluation divided by the projects evaluated. */
  | "EVALUATED_AMOUNT_PER_PROJECT"
  /** 绩效自评平均得分. Average score of the evaluated projects as printed. */
  | "EVALUATED_AVERAGE_SCORE"
  /** 评级为优的项目个数. Evaluated projects graded 优. */
  | "EVALUATED_EXCELLENT"
  /** 评级为不合格的项目个数. Evaluated projects graded 差 or 不合格. */
  | "EVALUATED_FAIL"
  /** 自评一级项目个数. First-level projects declared as evaluated. */
  | "EVALUATED_FIRST_LEVEL_PROJECTS"
  /** 政府性基金自评涉及资金. Money of the government-fund projects declared as evaluated. */
  | "EVALUATED_FUND_AMOUNT"
  /** 政府性基金自评一级项目个数. First-level government-fund projects declared as evaluated. */
  | "EVALUATED_FUND_FIRST_LEVEL_PROJECTS"
  /** 政府性基金自评项目个数. Government-fund projects declared as evaluated. */
  | "EVALUATED_FUND_PROJECTS"
  /** 政府性基金自评二级项目个数. Second-level government-fund projects declared as evaluated. */
  | "EVALUATED_FUND_SECOND_LEVEL_PROJECTS"
  /** 评级为良的项目个数. Evaluated projects graded 良. */
  | "EVALUATED_GOOD"
  /** 评级为合格的项目个数. Evaluated projects graded 中 or 合格. */
  | "EVALUATED_PASS"
  /** 绩效自评项目个数. Projects that the unit declares to have evaluated. */
  | "EVALUATED_PROJECTS"
  /** 自评二级项目个数. Second-level projects declared as evaluated. */
  | "EVALUATED_SECOND_LEVEL_PROJECTS"
  /** 绩效自评发现问题个数. Problems that self-evaluation found. */
  | "EVALUATION_PROBLEMS_FOUND"
  /** 正在整改问题个数. Problems found and being worked on. */
  | "EVALUATION_PROBLEMS_OPEN"
  /** 已完成整改问题个数. Problems found and solved. */
  | "EVALUATION_PROBLEMS_SOLVED"
  /** 支出总计. All uses of the year: current expenditure, surplus distributed and money carried forward; equals total revenue. */
  | "EXPENDITURE_TOTAL"
  /** 勾稽不符（错误）数. Contradictions found that are errors; computed by the hub, as they stood at the data version asked for. */
  | "FINDINGS_ERROR"
  /** 勾稽不符（提示）数. Contradictions found that are worth a look; computed by the hub, as they stood at the data version asked for. */
  | "FINDINGS_INFO"
  /** 勾稽不符（警告）数. Contradictions found that are warnings; computed by the hub, as they stood at the data version asked for. */
  | "FINDINGS_WARNING"
  /** 财政拨款支出总计. Uses of fiscal appropriation and what is carried forward of it; equals its total revenue. */
  | "FISCAL_APPROPRIATION_EXPENDITURE"
  /** 财政拨款收入总计. Fiscal appropriation of the year and what was carried over of it. */
  | "FISCAL_APPROPRIATION_REVENUE"
  /** 年末财政拨款结转和结余. Fiscal appropriation carried forward. */
  | "FISCAL_CLOSING_CARRYOVER"
  /** 财政拨款本年支出. Expenditure of the year from fiscal appropriation, all three budgets together. */
  | "FISCAL_CURRENT_EXPENDITURE"
  /** 财政拨款本年收入. Fiscal appropriation of the year itself. */
  | "FISCAL_CURRENT_REVENUE"
  /** 年初财政拨款结转和结余. Fiscal appropriation carried over from the years before. */
  | "FISCAL_OPENING_CARRYOVER"
  /** 财政拨款收入占比. Fiscal appropriation as a percentage of current-year revenue. */
  | "FISCAL_SHARE_OF_REVENUE"
  /** 外事接待费. The part of domestic reception that serves foreign affairs. */
  | "FOREIGN_AFFAIRS_RECEPTION"
  /** 外事接待批次. Batches of the domestic reception that serve foreign affairs (批次). */
  | "FOREIGN_AFFAIRS_RECEPTION_BATCHES"
  /** 外事接待人次. Guests of the domestic reception that serve foreign affairs (人次). */
  | "FOREIGN_AFFAIRS_RECEPTION_GUESTS"
  /** 国（境）外公务接待费. Receiving guests from abroad or beyond the border. */
  | "FOREIGN_RECEPTION"
  /** 国（境）外公务接待批次. Batches of guests from abroad or beyond the border (批次). */
  | "FOREIGN_RECEPTION_BATCHES"
  /** 国（境）外公务接待人次. Guests from abroad or beyond the border (人次). */
  | "FOREIGN_RECEPTION_GUESTS"
  /** 单价50万元以上通用设备. Pieces of general equipment of 500,000 元 and more each (台/套), in older templates. */
  | "GENERAL_EQUIPMENT_LARGE"
  /** 一般公共预算财政拨款基本支出. Basic expenditure from the general public budget, by functional or economic subject. */
  | "GENERAL_PUBLIC_BASIC_EXPENDITURE"
  /** 年末一般公共预算财政拨款结转和结余. General public budget money carried forward. */
  | "GENERAL_PUBLIC_CLOSING_CARRYOVER"
  /** 一般公共预算财政拨款支出. Expenditure from the general public budget, total and by functional subject. */
  | "GENERAL_PUBLIC_EXPENDITURE"
  /** 年初一般公共预算财政拨款结转和结余. General public budget money carried over. */
  | "GENERAL_PUBLIC_OPENING_CARRYOVER"
  /** 一般公共预算财政拨款项目支出. Project expenditure from the general public budget, by functional or economic subject. */
  | "GENERAL_PUBLIC_PROJECT_EXPENDITURE"
  /** 一般公共预算财政拨款收支总计. General public budget revenue and carry-over; equals its uses. */
  | "GENERAL_PUBLIC_TOTAL"
  /** 政府性基金预算财政拨款基本支出. Basic expenditure from the government-fund budget. */
  | "GOVERNMENT_FUND_BASIC_EXPENDITURE"
  /** 年末政府性基金预算财政拨款结转和结余. Government-fund money carried forward. */
  | "GOVERNMENT_FUND_CLOSING_CARRYOVER"
  /** 政府性基金预算财政拨款支出. Expenditure from the government-fund budget, total and by functional subject. */
  | "GOVERNMENT_FUND_EXPENDITURE"
  /** 年初政府性基金预算财政拨款结转和结余. Government-fund money carried over. */
  | "GOVERNMENT_FUND_OPENING_CARRYOVER"
  /** 政府性基金预算财政拨款项目支出. Project expenditure from the government-fund budget. */
  | "GOVERNMENT_FUND_PROJECT_EXPENDITURE"
  /** 政府性基金预算财政拨款本年收入. Government-fund appropriation of the year, by functional subject. */
  | "GOVERNMENT_FUND_REVENUE"
  /** 政府性基金预算财政拨款收支总计. Government-fund revenue and carry-over; equals its uses. */
  | "GOVERNMENT_FUND_TOTAL"
  /** 单价100万元（含）以上设备. Pieces of equipment of 1,000,000 元 and more each, vehicles not included (台/套). */
  | "LARGE_EQUIPMENT"
  /** 会议费. Meetings, where a document prints them beside the three public expenses. */
  | "MEETING_EXPENSE"
  /** 使用非财政拨款结余. Balances from other than fiscal appropriation that filled the year's gap, dedicated balances included. */
  | "NON_FISCAL_BALANCE_USED"
  /** 公务接待费. Receiving official guests. */
  | "OFFICIAL_RECEPTION"
  /** 公务用车购置及运行维护费. Buying and running official vehicles. */
  | "OFFICIAL_VEHICLES"
  /** 年初结转和结余. Money carried over from the years before. */
  | "OPENING_CARRYOVER"
  /** 因公出国（境）费. Official travel abroad or beyond the border. */
  | "OVERSEAS_TRAVEL"
  /** 人员经费. The part of basic expenditure that pays people (economic classes 301 and 303); by economic subject in budgets. */
  | "PERSONNEL_EXPENSE"
  /** 人员经费占基本支出比重. Personnel expense as a percentage of the general public budget's basic expenditure. */
  | "PERSONNEL_SHARE_OF_BASIC"
  /** 计划购置大型设备. Large equipment that the budget plans to buy (台/套). */
  | "PLANNED_LARGE_EQUIPMENT"
  /** 计划购置车辆. Vehicles that the budget plans to buy (辆). */
  | "PLANNED_VEHICLES"
  /** 计划购置机要通信用车. Vehicles that the budget plans to buy, by use (辆). */
  | "PLANNED_VEHICLES_CONFIDENTIAL"
  /** 计划购置应急保障用车. Vehicles that the budget plans to buy, by use (辆). */
  | "PLANNED_VEHICLES_EMERGENCY"
  /** 计划购置一般公务用车. Vehicles that the budget plans to buy, by use (辆). */
  | "PLANNED_VEHICLES_GENERAL"
  /** 计划购置执法执勤用车. Vehicles that the budget plans to buy, by use (辆). */
  | "PLANNED_VEHICLES_LAW_ENFORCEMENT"
  /** 计划购置主要负责人用车. Vehicles that the budget plans to buy, by use (辆). */
  | "PLANNED_VEHICLES_LEADERS"
  /** 计划购置副部（省）级及以上领导用车. Vehicles that the budget plans to buy, by use (辆). */
  | "PLANNED_VEHICLES_MINISTERIAL"
  /** 计划购置其他用车. Vehicles that the budget plans to buy, by use (辆). */
  | "PLANNED_VEHICLES_OTHER"
  /** 计划购置离退休干部服务用车. Vehicles that the budget plans to buy, by use (辆). */
  | "PLANNED_VEHICLES_RETIRED_CADRES"
  /** 计划购置特种专业技术用车. Vehicles that the budget plans to buy, by use (辆). */
  | "PLANNED_VEHICLES_SPECIAL_TECHNICAL"
  /** 政府集中采购金额. Procurement through the centralised purchasing body. */
  | "PROCUREMENT_CENTRALISED"
  /** 政府分散采购金额. Procurement that the unit carries out by itself. */
  | "PROCUREMENT_DISPERSED"
  /** 政府采购货物支出. Government procurement of goods. */
  | "PROCUREMENT_GOODS"
  /** 授予小微企业合同金额. Contracts awarded to small and micro enterprises. */
  | "PROCUREMENT_MICRO"
  /** 其他项目中小企业成交金额. Of the procurement not reserved, what small and medium enterprises won. */
  | "PROCUREMENT_OTHER_SME_AWARDED"
  /** 面向小微企业预留采购金额. Procurement budget reserved for small and micro enterprises. */
  | "PROCUREMENT_RESERVED_MICRO"
  /** 预留项目小微企业成交金额. Of the procurement reserved for them, what small and micro enterprises won. */
  | "PROCUREMENT_RESERVED_MICRO_AWARDED"
  /** 面向中小企业预留采购金额. Procurement budget reserved for small and medium enterprises. */
  | "PROCUREMENT_RESERVED_SME"
  /** 预留项目中小企业成交金额. Of the procurement reserved for them, what small and medium enterprises won. */
  | "PROCUREMENT_RESERVED_SME_AWARDED"
  /** 政府采购服务支出. Government procurement of services. */
  | "PROCUREMENT_SERVICES"
  /** 授予中小企业合同金额. Contracts awarded to small and medium enterprises, micro ones included. */
  | "PROCUREMENT_SME"
  /** 货物采购授予中小企业合同金额. Contracts for goods awarded to small and medium enterprises. */
  | "PROCUREMENT_SME_GOODS"
  /** 服务采购授予中小企业合同金额. Contracts for services awarded to small and medium enterprises. */
  | "PROCUREMENT_SME_SERVICES"
  /** 工程采购授予中小企业合同金额. Contracts for works awarded to small and medium enterprises. */
  | "PROCUREMENT_SME_WORKS"
  /** 政府采购支出总额. Government procurement, goods, works and services together. */
  | "PROCUREMENT_TOTAL"
  /** 政府采购工程支出. Government procurement of works. */
  | "PROCUREMENT_WORKS"
  /** 项目支出. Expenditure on particular tasks beyond the basic one, from all funds. */
  | "PROJECT_EXPENDITURE"
  /** 项目支出占比. Project expenditure as a percentage of current-year expenditure. */
  | "PROJECT_SHARE"
  /** 公用经费. The part of basic expenditure that pays for goods, services and equipment; by economic subject in budgets. */
  | "PUBLIC_EXPENSE"
  /** 政府购买服务支出. Services that the unit buys from society under the catalogue of purchased services; part of them is government procurement. */
  | "PURCHASED_SERVICES"
  /** 单车购置费. Vehicle purchase divided by vehicles bought. */
  | "PURCHASE_PER_VEHICLE"
  /** 国内公务接待批次. Batches of guests from within the country (批次). */
  | "RECEPTION_BATCHES"
  /** 国内公务接待人次. Guests from within the country (人次). */
  | "RECEPTION_GUESTS"
  /** 人均接待费. Domestic reception divided by its guests. */
  | "RECEPTION_PER_GUEST"
  /** 上缴上级支出. Money remitted to the superior unit. */
  | "REMITTED_TO_SUPERIOR"
  /** 决算中反映的自评项目个数. Self-evaluations that the document declares to report. */
  | "REPORTED_EVALUATIONS"
  /** 决算中反映的政府性基金自评项目个数. Self-evaluations of government-fund projects that the document declares to report. */
  | "REPORTED_FUND_EVALUATIONS"
  /** 决算中反映的一般公共预算自评项目个数. Self-evaluations of general public budget projects that the document declares to report. */
  | "REPORTED_GENERAL_EVALUATIONS"
  /** 经营收入. Revenue of business activities outside the professional ones. */
  | "REVENUE_BUSINESS"
  /** 财政拨款收入. Revenue from the treasury at the same level, all three budgets together. */
  | "REVENUE_FISCAL_APPROPRIATION"
  /** 一般公共预算财政拨款收入. Appropriation from the general public budget. */
  | "REVENUE_GENERAL_PUBLIC"
  /** 政府性基金预算财政拨款收入. Appropriation from the government-fund budget. */
  | "REVENUE_GOVERNMENT_FUND"
  /** 其他收入. Revenue that none of the other sources names. */
  | "REVENUE_OTHER"
  /** 事业收入. Revenue of a public institution's professional activities. */
  | "REVENUE_PUBLIC_INSTITUTION"
  /** 财政专户管理资金收入. Funds under special fiscal account management, chiefly education fees. */
  | "REVENUE_SPECIAL_ACCOUNT"
  /** 国有资本经营预算财政拨款收入. Appropriation from the state-capital operating budget. */
  | "REVENUE_STATE_CAPITAL"
  /** 附属单位上缴收入. Money that subordinate units remit. */
  | "REVENUE_SUBORDINATE_REMITTANCE"
  /** 上级补助收入. Non-fiscal subsidy from the supervising or superior unit. */
  | "REVENUE_SUPERIOR_SUBSIDY"
  /** 收入总计. All money of the year: current revenue, balances used and money carried over. */
  | "REVENUE_TOTAL"
  /** 中小企业采购占比. Contracts awarded to small and medium enterprises as a percentage of procurement. */
  | "SME_SHARE_OF_PROCUREMENT"
  /** 国有资本经营预算财政拨款基本支出. Basic expenditure from the state-capital budget. */
  | "STATE_CAPITAL_BASIC_EXPENDITURE"
  /** 年末国有资本经营预算财政拨款结转和结余. State-capital money carried forward. */
  | "STATE_CAPITAL_CLOSING_CARRYOVER"
  /** 国有资本经营预算财政拨款支出. Expenditure from the state-capital operating budget, total and by functional subject. */
  | "STATE_CAPITAL_EXPENDITURE"
  /** 年初国有资本经营预算财政拨款结转和结余. State-capital money carried over. */
  | "STATE_CAPITAL_OPENING_CARRYOVER"
  /** 国有资本经营预算财政拨款项目支出. Project expenditure from the state-capital budget. */
  | "STATE_CAPITAL_PROJECT_EXPENDITURE"
  /** 国有资本经营预算财政拨款本年收入. State-capital appropriation of the year, by functional subject. */
  | "STATE_CAPITAL_REVENUE"
  /** 国有资本经营预算财政拨款收支总计. State-capital revenue and carry-over; equals its uses. */
  | "STATE_CAPITAL_TOTAL"
  /** 对附属单位补助支出. Non-fiscal subsidy to subordinate units. */
  | "SUBSIDY_TO_SUBORDINATE"
  /** 结余分配. Surplus paid out as tax or moved to funds. */
  | "SURPLUS_DISTRIBUTED"
  /** 编报绩效目标涉及预算金额. Budget of the projects for which targets were set. */
  | "TARGETED_AMOUNT"
  /** 编报绩效目标项目个数. Projects for which performance targets were set. */
  | "TARGETED_PROJECTS"
  /** “三公”经费占基本支出比重. Three public expenses as a percentage of basic expenditure. */
  | "THREE_PUBLIC_SHARE_OF_BASIC"
  /** “三公”经费. Overseas travel, official vehicles and official reception together. */
  | "THREE_PUBLIC_TOTAL"
  /** 绩效跟踪涉及预算金额. Budget of the projects under tracking. */
  | "TRACKED_AMOUNT"
  /** 绩效跟踪项目个数. Projects under performance tracking. */
  | "TRACKED_PROJECTS"
  /** 培训费. Training, where a document prints it beside the three public expenses. */
  | "TRAINING_EXPENSE"
  /** 因公出国（境）人次. People sent abroad or beyond the border (人次). */
  | "TRAVELLERS"
  /** 因公出国（境）团组数. Groups sent abroad or beyond the border (团组, 个). */
  | "TRAVEL_GROUPS"
  /** 人均出国（境）费. Overseas travel divided by travellers. */
  | "TRAVEL_PER_TRAVELLER"
  /** 单位（部门）评价涉及资金. General public budget money of the projects that the unit evaluated. */
  | "UNIT_EVALUATED_AMOUNT"
  /** 单位（部门）评价涉及政府性基金. Government-fund money of the projects that the unit evaluated. */
  | "UNIT_EVALUATED_FUND_AMOUNT"
  /** 单位（部门）评价项目个数. Projects for which the unit organised an evaluation of its own. */
  | "UNIT_EVALUATED_PROJECTS"
  /** 公务用车购置数. Official vehicles bought in the year (辆). */
  | "VEHICLES_BOUGHT"
  /** 机要通信用车. Vehicles by use (辆). */
  | "VEHICLES_CONFIDENTIAL"
  /** 应急保障用车. Vehicles by use (辆). */
  | "VEHICLES_EMERGENCY"
  /** 一般公务用车. Vehicles by use (辆), in templates that print this category. */
  | "VEHICLES_GENERAL"
  /** 公务用车保有量. Official vehicles paid for by fiscal appropriation, held at the year's end (辆). */
  | "VEHICLES_HELD"
  /** 执法执勤用车. Vehicles by use (辆). */
  | "VEHICLES_LAW_ENFORCEMENT"
  /** 主要负责人用车. Vehicles by use (辆). */
  | "VEHICLES_LEADERS"
  /** 副部（省）级及以上领导用车. Vehicles by use (辆). */
  | "VEHICLES_MINISTERIAL"
  /** 其他用车. Vehicles by use (辆). */
  | "VEHICLES_OTHER"
  /** 离退休干部服务用车. Vehicles by use (辆). */
  | "VEHICLES_RETIRED_CADRES"
  /** 特种专业技术用车. Vehicles by use (辆). */
  | "VEHICLES_SPECIAL_TECHNICAL"
  /** 车辆合计. All vehicles of the unit at the year's end (辆). */
  | "VEHICLES_TOTAL"
  /** 公务用车运行维护费. Fuel, repair, tolls and insurance of official vehicles. */
  | "VEHICLE_OPERATION"
  /** 单车运行维护费. Vehicle operation divided by vehicles held. */
  | "VEHICLE_OPERATION_PER_VEHICLE"
  /** 公务用车购置费. Buying official vehicles. */
  | "VEHICLE_PURCHASE";

/** 口径: whose money a disclosure counts. The two are never added up: a department's numbers hold those of its own unit. */
export type Scope =
  /** 部门（汇总）: the department with all its units. */
  | "DEPARTMENT"
  /** 单位（本级）: the unit alone. */
  | "UNIT";

/** 检索对象: what a search found. */
export type SearchKind =
  /** 绩效指标 */
  | "INDICATOR"
  /** 项目 */
  | "PROJECT"
  /** 章节: the narrative of a disclosure. */
  | "SECTION"
  /** 预算科目 */
  | "SUBJECT"
  /** 单位 */
  | "UNIT";

/** 严重程度 of a finding. */
export type Severity =
  /** 错误: numbers that cannot both be right. */
  | "ERROR"
  /** 提示: worth a look. */
  | "INFO"
  /** 警告: most likely wrong. */
  | "WARNING";

/** 阶段: which of the year's numbers a value is. */
export type Stage =
  /** 全年（调整）预算: Adjusted budget. */
  | "ADJUSTED_BUDGET"
  /** 决算: Final accounts. */
  | "FINAL"
  /** 年初预算: Initial budget. */
  | "INITIAL_BUDGET"
  /** 上年预算: Budget of the prior year, as told in this document. */
  | "PRIOR_BUDGET"
  /** 上年预算执行数: Expected execution of the prior year, as told in a budget. */
  | "PRIOR_EXECUTION"
  /** 上年决算: Final accounts of the prior year, as told in this document. */
  | "PRIOR_FINAL";

/** 科目级次: the depth of a budget subject. */
export type SubjectLevel =
  /** 类: three digits. */
  | "CLASS"
  /** 项: seven digits. */
  | "ITEM"
  /** 款: five digits. */
  | "SECTION";

export type DisclosureQueryVariables = Exact<{
  unit: string;
  year: number;
}>;

export type DisclosureQuery = {
  disclosure: {
    kind: DisclosureKind | null;
    scope: Scope | null;
    revision: number;
    reportedOn: string | null;
    unit: { code: string; name: string; region: { code: string; name: string } | null };
    fiscalYear: { year: number };
    officers: { head: string | null; financeLead: string | null; preparer: string | null };
    expenditure: {
      final: number | null;
      initialBudget: number | null;
      priorFinal: number | null;
      completionRate: number | null;
      reason: string | null;
      status: FigureStatus;
      yearOnYear: { amount: number | null; rate: number | null } | null;
      citation: { section: string; text: string } | null;
    };
    threePublic: Array<{
      adjustedBudget: number | null;
      final: number | null;
      status: FigureStatus;
      measure: { code: MeasureCode; name: string };
    }>;
  } | null;
};

export type SubjectsQueryVariables = Exact<{
  unit: string;
  year: number;
}>;

export type SubjectsQuery = {
  disclosure: {
    figures: Array<{
      initialBudget: number | null;
      final: number | null;
      completionRate: number | null;
      reason: string | null;
      subject: {
        code: string;
        name: string;
        parent: { code: string; name: string; parent: { code: string; name: string } | null } | null;
      } | null;
    }>;
  } | null;
};

export type CompareQueryVariables = Exact<{
  units: Array<string> | string;
  years: Array<number> | number;
}>;

export type CompareQuery = {
  compare: {
    columns: Array<{ measure: { code: MeasureCode; name: string } }>;
    rows: Array<{
      year: number | null;
      unit: { name: string } | null;
      cells: Array<{
        value: number | null;
        status: CellStatus;
        shareOf: number | null;
        rank: number | null;
        peerMedian: number | null;
        percentile: number | null;
        yearOnYear: { amount: number; rate: number | null } | null;
        citation: { section: string; text: string } | null;
      }>;
    }>;
  };
};

export type RankQueryVariables = Exact<{
  year: number;
  region: string;
}>;

export type RankQuery = {
  compare: {
    totalCount: number;
    rows: Array<{ unit: { name: string } | null; cells: Array<{ value: number | null; rank: number | null; peerMedian: number | null }> }>;
    coverage: { expected: number; disclosed: number; missing: Array<{ name: string }> };
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type SubjectAcrossQueryVariables = Exact<{
  subject: string | number;
  years: Array<number> | number;
}>;

export type SubjectAcrossQuery = {
  subject: { code: string; name: string; level: SubjectLevel; parent: { code: string; name: string } | null } | null;
  compare: {
    rows: Array<{
      year: number | null;
      unit: { name: string } | null;
      cells: Array<{ value: number | null; status: CellStatus; rank: number | null; yearOnYear: { rate: number | null } | null }>;
    }>;
  };
};

export type GroupQueryVariables = Exact<{
  years: Array<number> | number;
}>;

export type GroupQuery = {
  compare: {
    rows: Array<{
      year: number | null;
      group: { key: string; name: string } | null;
      cells: Array<{ value: number | null; unitCount: number }>;
    }>;
  };
};

export type ProjectsQueryVariables = Exact<{
  year: number;
  below: number;
}>;

export type ProjectsQuery = {
  projects: {
    totalCount: number;
    nodes: Array<{
      name: string;
      score: number | null;
      unit: { name: string };
      funds: Array<{
        source: FundSource;
        initialBudget: number | null;
        adjustedBudget: number | null;
        executed: number | null;
        executionRate: number | null;
        weight: number | null;
        score: number | null;
      }>;
      indicators: Array<{
        level1: string;
        level2: string;
        name: string;
        direction: IndicatorDirection | null;
        comparator: Comparator | null;
        target: string;
        actual: string | null;
        measurementUnit: string | null;
        weight: number | null;
        score: number | null;
        reason: string | null;
        achievement: number | null;
      }>;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type IndicatorsQueryVariables = Exact<{
  text: string;
  year: number;
}>;

export type IndicatorsQuery = {
  indicators: {
    totalCount: number;
    nodes: Array<{
      name: string;
      level1: string;
      level2: string;
      target: string;
      actual: string | null;
      measurementUnit: string | null;
      achievement: number | null;
      met: boolean | null;
      project: { name: string; unit: { name: string } };
    }>;
  };
};

export type FindingsQueryVariables = Exact<{
  year: number;
}>;

export type FindingsQuery = {
  findings: {
    totalCount: number;
    nodes: Array<{
      severity: Severity;
      message: string;
      published: number | null;
      recomputed: number | null;
      difference: number | null;
      rule: { code: string; title: string };
      disclosure: { unit: { name: string }; fiscalYear: { year: number } };
      citations: Array<{ section: string; text: string }>;
    }>;
  };
};

export type HistoryQueryVariables = Exact<{
  unit: string;
  year: number;
  asOf: string;
}>;

export type HistoryQuery = {
  before: { revision: number; figure: { final: number | null } } | null;
  disclosure: {
    revision: number;
    revisions: Array<{ revision: number; publishedAt: string | null; note: string | null }>;
    changes: Array<{
      stage: Stage | null;
      before: number | null;
      after: number | null;
      difference: number | null;
      measure: { code: MeasureCode } | null;
      subject: { code: string } | null;
    }>;
  } | null;
};

export type SearchQueryVariables = Exact<{
  text: string;
}>;

export type SearchQuery = {
  search: {
    totalCount: number;
    nodes: Array<{
      kind: SearchKind;
      title: string;
      snippet: string;
      disclosure: { unit: { name: string }; fiscalYear: { year: number } } | null;
    }>;
  };
};

export type HubQueryVariables = Exact<{ [key: string]: never }>;

export type HubQuery = {
  fiscalYears: Array<{ year: number; disclosureCount: number; unitCount: number; coverage: { expected: number; disclosed: number } }>;
  measures: Array<{ code: MeasureCode; name: string; nameEn: string; unit: string; description: string }>;
  hub: { dataVersion: number; updatedAt: string; limits: { maxFirst: number; maxCost: number; maxDepth: number } };
};

export type ProjectPagesQueryVariables = Exact<{
  year: number;
  below: number;
  after?: string | null | undefined;
}>;

export type ProjectPagesQuery = {
  projects: {
    totalCount: number;
    nodes: Array<{
      name: string;
      score: number | null;
      unit: { name: string };
      indicators: Array<{
        name: string;
        target: string;
        actual: string | null;
        measurementUnit: string | null;
        weight: number | null;
        score: number | null;
        reason: string | null;
      }>;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export const DisclosureDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Disclosure" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "unit" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "year" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "disclosure" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "unit" },
                value: { kind: "Variable", name: { kind: "Name", value: "unit" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "year" },
                value: { kind: "Variable", name: { kind: "Name", value: "year" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "unit" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "region" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "code" } },
                            { kind: "Field", name: { kind: "Name", value: "name" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "fiscalYear" },
                  selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "year" } }] },
                },
                { kind: "Field", name: { kind: "Name", value: "kind" } },
                { kind: "Field", name: { kind: "Name", value: "scope" } },
                { kind: "Field", name: { kind: "Name", value: "revision" } },
                { kind: "Field", name: { kind: "Name", value: "reportedOn" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "officers" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "head" } },
                      { kind: "Field", name: { kind: "Name", value: "financeLead" } },
                      { kind: "Field", name: { kind: "Name", value: "preparer" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  alias: { kind: "Name", value: "expenditure" },
                  name: { kind: "Name", value: "figure" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "measure" },
                      value: { kind: "EnumValue", value: "EXPENDITURE_TOTAL" },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "final" } },
                      { kind: "Field", name: { kind: "Name", value: "initialBudget" } },
                      { kind: "Field", name: { kind: "Name", value: "priorFinal" } },
                      { kind: "Field", name: { kind: "Name", value: "completionRate" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "yearOnYear" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "amount" } },
                            { kind: "Field", name: { kind: "Name", value: "rate" } },
                          ],
                        },
                      },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                      { kind: "Field", name: { kind: "Name", value: "status" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "citation" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "section" } },
                            { kind: "Field", name: { kind: "Name", value: "text" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  alias: { kind: "Name", value: "threePublic" },
                  name: { kind: "Name", value: "figures" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "measures" },
                      value: {
                        kind: "ListValue",
                        values: [
                          { kind: "EnumValue", value: "THREE_PUBLIC_TOTAL" },
                          { kind: "EnumValue", value: "OVERSEAS_TRAVEL" },
                          { kind: "EnumValue", value: "VEHICLE_PURCHASE" },
                          { kind: "EnumValue", value: "VEHICLE_OPERATION" },
                          { kind: "EnumValue", value: "OFFICIAL_RECEPTION" },
                          { kind: "EnumValue", value: "VEHICLES_HELD" },
                        ],
                      },
                    },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "measure" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "code" } },
                            { kind: "Field", name: { kind: "Name", value: "name" } },
                          ],
                        },
                      },
                      { kind: "Field", name: { kind: "Name", value: "adjustedBudget" } },
                      { kind: "Field", name: { kind: "Name", value: "final" } },
                      { kind: "Field", name: { kind: "Name", value: "status" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DisclosureQuery, DisclosureQueryVariables>;
export const SubjectsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Subjects" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "unit" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "year" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "disclosure" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "unit" },
                value: { kind: "Variable", name: { kind: "Name", value: "unit" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "year" },
                value: { kind: "Variable", name: { kind: "Name", value: "year" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "figures" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "measures" },
                      value: { kind: "ListValue", values: [{ kind: "EnumValue", value: "GENERAL_PUBLIC_EXPENDITURE" }] },
                    },
                    { kind: "Argument", name: { kind: "Name", value: "level" }, value: { kind: "EnumValue", value: "ITEM" } },
                  ],
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "subject" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "code" } },
                            { kind: "Field", name: { kind: "Name", value: "name" } },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "parent" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "code" } },
                                  { kind: "Field", name: { kind: "Name", value: "name" } },
                                  {
                                    kind: "Field",
                                    name: { kind: "Name", value: "parent" },
                                    selectionSet: {
                                      kind: "SelectionSet",
                                      selections: [
                                        { kind: "Field", name: { kind: "Name", value: "code" } },
                                        { kind: "Field", name: { kind: "Name", value: "name" } },
                                      ],
                                    },
                                  },
                                ],
                              },
                            },
                          ],
                        },
                      },
                      { kind: "Field", name: { kind: "Name", value: "initialBudget" } },
                      { kind: "Field", name: { kind: "Name", value: "final" } },
                      { kind: "Field", name: { kind: "Name", value: "completionRate" } },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SubjectsQuery, SubjectsQueryVariables>;
export const CompareDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Compare" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "units" } },
          type: {
            kind: "NonNullType",
            type: { kind: "ListType", type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "years" } },
          type: {
            kind: "NonNullType",
            type: { kind: "ListType", type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "compare" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "where" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "units" },
                      value: { kind: "Variable", name: { kind: "Name", value: "units" } },
                    },
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "years" },
                      value: { kind: "Variable", name: { kind: "Name", value: "years" } },
                    },
                  ],
                },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "measures" },
                value: {
                  kind: "ListValue",
                  values: [
                    { kind: "EnumValue", value: "EXPENDITURE_TOTAL" },
                    { kind: "EnumValue", value: "PROJECT_EXPENDITURE" },
                    { kind: "EnumValue", value: "THREE_PUBLIC_TOTAL" },
                    { kind: "EnumValue", value: "AGENCY_OPERATING_EXPENSE" },
                    { kind: "EnumValue", value: "PROCUREMENT_SME" },
                  ],
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "columns" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "measure" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "code" } },
                            { kind: "Field", name: { kind: "Name", value: "name" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "rows" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "unit" },
                        selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "name" } }] },
                      },
                      { kind: "Field", name: { kind: "Name", value: "year" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "cells" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "value" } },
                            { kind: "Field", name: { kind: "Name", value: "status" } },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "shareOf" },
                              arguments: [
                                {
                                  kind: "Argument",
                                  name: { kind: "Name", value: "measure" },
                                  value: { kind: "EnumValue", value: "EXPENDITURE_TOTAL" },
                                },
                              ],
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "yearOnYear" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "amount" } },
                                  { kind: "Field", name: { kind: "Name", value: "rate" } },
                                ],
                              },
                            },
                            { kind: "Field", name: { kind: "Name", value: "rank" } },
                            { kind: "Field", name: { kind: "Name", value: "peerMedian" } },
                            { kind: "Field", name: { kind: "Name", value: "percentile" } },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "citation" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [
                                  { kind: "Field", name: { kind: "Name", value: "section" } },
                                  { kind: "Field", name: { kind: "Name", value: "text" } },
                                ],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CompareQuery, CompareQueryVariables>;
export const RankDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Rank" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "year" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "region" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "compare" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "where" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "years" },
                      value: { kind: "ListValue", values: [{ kind: "Variable", name: { kind: "Name", value: "year" } }] },
                    },
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "regions" },
                      value: { kind: "ListValue", values: [{ kind: "Variable", name: { kind: "Name", value: "region" } }] },
                    },
                  ],
                },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "measures" },
                value: { kind: "ListValue", values: [{ kind: "EnumValue", value: "THREE_PUBLIC_TOTAL" }] },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "orderBy" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "measure" },
                      value: { kind: "EnumValue", value: "THREE_PUBLIC_TOTAL" },
                    },
                    { kind: "ObjectField", name: { kind: "Name", value: "direction" }, value: { kind: "EnumValue", value: "DESC" } },
                  ],
                },
              },
              { kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "10" } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "totalCount" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "rows" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "unit" },
                        selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "name" } }] },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "cells" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "value" } },
                            { kind: "Field", name: { kind: "Name", value: "rank" } },
                            { kind: "Field", name: { kind: "Name", value: "peerMedian" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "coverage" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "expected" } },
                      { kind: "Field", name: { kind: "Name", value: "disclosed" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "missing" },
                        selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "name" } }] },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                      { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RankQuery, RankQueryVariables>;
export const SubjectAcrossDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "SubjectAcross" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "subject" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "years" } },
          type: {
            kind: "NonNullType",
            type: { kind: "ListType", type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "subject" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "code" },
                value: { kind: "Variable", name: { kind: "Name", value: "subject" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "code" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "level" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "parent" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "compare" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "where" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "years" },
                      value: { kind: "Variable", name: { kind: "Name", value: "years" } },
                    },
                  ],
                },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "measures" },
                value: { kind: "ListValue", values: [{ kind: "EnumValue", value: "GENERAL_PUBLIC_EXPENDITURE" }] },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "subjects" },
                value: { kind: "ListValue", values: [{ kind: "Variable", name: { kind: "Name", value: "subject" } }] },
              },
              { kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "100" } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "rows" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "unit" },
                        selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "name" } }] },
                      },
                      { kind: "Field", name: { kind: "Name", value: "year" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "cells" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "value" } },
                            { kind: "Field", name: { kind: "Name", value: "status" } },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "yearOnYear" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [{ kind: "Field", name: { kind: "Name", value: "rate" } }],
                              },
                            },
                            { kind: "Field", name: { kind: "Name", value: "rank" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SubjectAcrossQuery, SubjectAcrossQueryVariables>;
export const GroupDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Group" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "years" } },
          type: {
            kind: "NonNullType",
            type: { kind: "ListType", type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "compare" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "where" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "years" },
                      value: { kind: "Variable", name: { kind: "Name", value: "years" } },
                    },
                  ],
                },
              },
              { kind: "Argument", name: { kind: "Name", value: "groupBy" }, value: { kind: "EnumValue", value: "REGION" } },
              {
                kind: "Argument",
                name: { kind: "Name", value: "measures" },
                value: {
                  kind: "ListValue",
                  values: [
                    { kind: "EnumValue", value: "EXPENDITURE_TOTAL" },
                    { kind: "EnumValue", value: "THREE_PUBLIC_TOTAL" },
                  ],
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "rows" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "group" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "key" } },
                            { kind: "Field", name: { kind: "Name", value: "name" } },
                          ],
                        },
                      },
                      { kind: "Field", name: { kind: "Name", value: "year" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "cells" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "value" } },
                            { kind: "Field", name: { kind: "Name", value: "unitCount" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<GroupQuery, GroupQueryVariables>;
export const ProjectsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Projects" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "year" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "below" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Float" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "projects" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "where" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "year" },
                      value: { kind: "Variable", name: { kind: "Name", value: "year" } },
                    },
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "scoreBelow" },
                      value: { kind: "Variable", name: { kind: "Name", value: "below" } },
                    },
                  ],
                },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "orderBy" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    { kind: "ObjectField", name: { kind: "Name", value: "field" }, value: { kind: "EnumValue", value: "SCORE" } },
                    { kind: "ObjectField", name: { kind: "Name", value: "direction" }, value: { kind: "EnumValue", value: "ASC" } },
                  ],
                },
              },
              { kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "20" } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "totalCount" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "score" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "unit" },
                        selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "name" } }] },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "funds" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "source" } },
                            { kind: "Field", name: { kind: "Name", value: "initialBudget" } },
                            { kind: "Field", name: { kind: "Name", value: "adjustedBudget" } },
                            { kind: "Field", name: { kind: "Name", value: "executed" } },
                            { kind: "Field", name: { kind: "Name", value: "executionRate" } },
                            { kind: "Field", name: { kind: "Name", value: "weight" } },
                            { kind: "Field", name: { kind: "Name", value: "score" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "indicators" },
                        arguments: [
                          {
                            kind: "Argument",
                            name: { kind: "Name", value: "where" },
                            value: {
                              kind: "ObjectValue",
                              fields: [
                                {
                                  kind: "ObjectField",
                                  name: { kind: "Name", value: "met" },
                                  value: { kind: "BooleanValue", value: false },
                                },
                              ],
                            },
                          },
                        ],
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "level1" } },
                            { kind: "Field", name: { kind: "Name", value: "level2" } },
                            { kind: "Field", name: { kind: "Name", value: "name" } },
                            { kind: "Field", name: { kind: "Name", value: "direction" } },
                            { kind: "Field", name: { kind: "Name", value: "comparator" } },
                            { kind: "Field", name: { kind: "Name", value: "target" } },
                            { kind: "Field", name: { kind: "Name", value: "actual" } },
                            { kind: "Field", name: { kind: "Name", value: "measurementUnit" } },
                            { kind: "Field", name: { kind: "Name", value: "weight" } },
                            { kind: "Field", name: { kind: "Name", value: "score" } },
                            { kind: "Field", name: { kind: "Name", value: "reason" } },
                            { kind: "Field", name: { kind: "Name", value: "achievement" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                      { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ProjectsQuery, ProjectsQueryVariables>;
export const IndicatorsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Indicators" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "text" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "year" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "indicators" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "where" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "text" },
                      value: { kind: "Variable", name: { kind: "Name", value: "text" } },
                    },
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "year" },
                      value: { kind: "Variable", name: { kind: "Name", value: "year" } },
                    },
                  ],
                },
              },
              { kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "50" } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "totalCount" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "level1" } },
                      { kind: "Field", name: { kind: "Name", value: "level2" } },
                      { kind: "Field", name: { kind: "Name", value: "target" } },
                      { kind: "Field", name: { kind: "Name", value: "actual" } },
                      { kind: "Field", name: { kind: "Name", value: "measurementUnit" } },
                      { kind: "Field", name: { kind: "Name", value: "achievement" } },
                      { kind: "Field", name: { kind: "Name", value: "met" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "project" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "name" } },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "unit" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [{ kind: "Field", name: { kind: "Name", value: "name" } }],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<IndicatorsQuery, IndicatorsQueryVariables>;
export const FindingsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Findings" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "year" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "findings" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "where" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "year" },
                      value: { kind: "Variable", name: { kind: "Name", value: "year" } },
                    },
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "severity" },
                      value: {
                        kind: "ListValue",
                        values: [
                          { kind: "EnumValue", value: "ERROR" },
                          { kind: "EnumValue", value: "WARNING" },
                        ],
                      },
                    },
                  ],
                },
              },
              { kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "50" } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "totalCount" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "rule" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "code" } },
                            { kind: "Field", name: { kind: "Name", value: "title" } },
                          ],
                        },
                      },
                      { kind: "Field", name: { kind: "Name", value: "severity" } },
                      { kind: "Field", name: { kind: "Name", value: "message" } },
                      { kind: "Field", name: { kind: "Name", value: "published" } },
                      { kind: "Field", name: { kind: "Name", value: "recomputed" } },
                      { kind: "Field", name: { kind: "Name", value: "difference" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "disclosure" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "unit" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [{ kind: "Field", name: { kind: "Name", value: "name" } }],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "fiscalYear" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [{ kind: "Field", name: { kind: "Name", value: "year" } }],
                              },
                            },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "citations" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "section" } },
                            { kind: "Field", name: { kind: "Name", value: "text" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<FindingsQuery, FindingsQueryVariables>;
export const HistoryDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "History" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "unit" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "year" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "asOf" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "DateTime" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            alias: { kind: "Name", value: "before" },
            name: { kind: "Name", value: "disclosure" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "unit" },
                value: { kind: "Variable", name: { kind: "Name", value: "unit" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "year" },
                value: { kind: "Variable", name: { kind: "Name", value: "year" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "asOf" },
                value: { kind: "Variable", name: { kind: "Name", value: "asOf" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "revision" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "figure" },
                  arguments: [
                    {
                      kind: "Argument",
                      name: { kind: "Name", value: "measure" },
                      value: { kind: "EnumValue", value: "EXPENDITURE_TOTAL" },
                    },
                  ],
                  selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "final" } }] },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "disclosure" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "unit" },
                value: { kind: "Variable", name: { kind: "Name", value: "unit" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "year" },
                value: { kind: "Variable", name: { kind: "Name", value: "year" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "revision" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "revisions" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "revision" } },
                      { kind: "Field", name: { kind: "Name", value: "publishedAt" } },
                      { kind: "Field", name: { kind: "Name", value: "note" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "changes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "measure" },
                        selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "code" } }] },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "subject" },
                        selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "code" } }] },
                      },
                      { kind: "Field", name: { kind: "Name", value: "stage" } },
                      { kind: "Field", name: { kind: "Name", value: "before" } },
                      { kind: "Field", name: { kind: "Name", value: "after" } },
                      { kind: "Field", name: { kind: "Name", value: "difference" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<HistoryQuery, HistoryQueryVariables>;
export const SearchDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Search" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "text" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "String" } } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "search" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "text" },
                value: { kind: "Variable", name: { kind: "Name", value: "text" } },
              },
              { kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "20" } },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "totalCount" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "kind" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "snippet" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "disclosure" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "unit" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [{ kind: "Field", name: { kind: "Name", value: "name" } }],
                              },
                            },
                            {
                              kind: "Field",
                              name: { kind: "Name", value: "fiscalYear" },
                              selectionSet: {
                                kind: "SelectionSet",
                                selections: [{ kind: "Field", name: { kind: "Name", value: "year" } }],
                              },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;
export const HubDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Hub" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "fiscalYears" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "year" } },
                { kind: "Field", name: { kind: "Name", value: "disclosureCount" } },
                { kind: "Field", name: { kind: "Name", value: "unitCount" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "coverage" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "expected" } },
                      { kind: "Field", name: { kind: "Name", value: "disclosed" } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "measures" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "code" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "nameEn" } },
                { kind: "Field", name: { kind: "Name", value: "unit" } },
                { kind: "Field", name: { kind: "Name", value: "description" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "hub" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "dataVersion" } },
                { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "limits" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "maxFirst" } },
                      { kind: "Field", name: { kind: "Name", value: "maxCost" } },
                      { kind: "Field", name: { kind: "Name", value: "maxDepth" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<HubQuery, HubQueryVariables>;
export const ProjectPagesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "ProjectPages" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "year" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Int" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "below" } },
          type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "Float" } } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "projects" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "where" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "year" },
                      value: { kind: "Variable", name: { kind: "Name", value: "year" } },
                    },
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "scoreBelow" },
                      value: { kind: "Variable", name: { kind: "Name", value: "below" } },
                    },
                  ],
                },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "orderBy" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    { kind: "ObjectField", name: { kind: "Name", value: "field" }, value: { kind: "EnumValue", value: "SCORE" } },
                    { kind: "ObjectField", name: { kind: "Name", value: "direction" }, value: { kind: "EnumValue", value: "ASC" } },
                  ],
                },
              },
              { kind: "Argument", name: { kind: "Name", value: "first" }, value: { kind: "IntValue", value: "20" } },
              {
                kind: "Argument",
                name: { kind: "Name", value: "after" },
                value: { kind: "Variable", name: { kind: "Name", value: "after" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "totalCount" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "score" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "unit" },
                        selectionSet: { kind: "SelectionSet", selections: [{ kind: "Field", name: { kind: "Name", value: "name" } }] },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "indicators" },
                        arguments: [
                          {
                            kind: "Argument",
                            name: { kind: "Name", value: "where" },
                            value: {
                              kind: "ObjectValue",
                              fields: [
                                {
                                  kind: "ObjectField",
                                  name: { kind: "Name", value: "met" },
                                  value: { kind: "BooleanValue", value: false },
                                },
                              ],
                            },
                          },
                        ],
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "name" } },
                            { kind: "Field", name: { kind: "Name", value: "target" } },
                            { kind: "Field", name: { kind: "Name", value: "actual" } },
                            { kind: "Field", name: { kind: "Name", value: "measurementUnit" } },
                            { kind: "Field", name: { kind: "Name", value: "weight" } },
                            { kind: "Field", name: { kind: "Name", value: "score" } },
                            { kind: "Field", name: { kind: "Name", value: "reason" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                      { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ProjectPagesQuery, ProjectPagesQueryVariables>;
