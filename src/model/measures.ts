/**
 * The catalogue of measures (指标目录): every quantity that disclosures publish, once. A measure here appears by itself in the schema, the
 * documentation, the sample queries and the comparison. Ids are stored and never reused; codes are public and never renamed.
 */

/** MONEY 分, COUNT whole things, SCORE hundredths of a point, RATE millionths (1 % = 10,000). */
export type MeasureKind = "MONEY" | "COUNT" | "SCORE" | "RATE";

/** The classification by which a measure is also published subject by subject. */
export type SubjectDimension = "FUNCTIONAL" | "ECONOMIC" | "GOVERNMENT_ECONOMIC";

/** RATIO measures are computed from two others and never stored: PER is a quantity per one (money per vehicle), SHARE a percentage. */
export interface RatioDefinition {
  readonly numerator: string;
  readonly denominator: string;
  readonly form: "PER" | "SHARE";
}

export interface MeasureDefinition {
  readonly id: number;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: MeasureKind;
  readonly group: MeasureGroup;
  /** Other names that documents print. */
  readonly aliases: readonly string[];
  readonly dimensions: readonly SubjectDimension[];
  /** Whether values of different units may be added up (true for money and counts; scopes are never mixed all the same). */
  readonly addsOverUnits: boolean;
  /** Whether values of different years may be added up (false for stocks such as vehicles held). */
  readonly addsOverYears: boolean;
  /** Whether a printed negative value can be right. */
  readonly mayBeNegative: boolean;
  readonly ratio?: RatioDefinition;
  readonly description: string;
}

export type MeasureGroup =
  | "TOTALS"
  | "REVENUE"
  | "EXPENDITURE"
  | "FISCAL_APPROPRIATION"
  | "GENERAL_PUBLIC"
  | "GOVERNMENT_FUND"
  | "STATE_CAPITAL"
  | "BASIC"
  | "THREE_PUBLIC"
  | "OPERATING"
  | "PROCUREMENT"
  | "ASSETS"
  | "PERFORMANCE"
  | "QUALITY"
  | "RATIOS";

export const MEASURE_GROUPS: Readonly<Record<MeasureGroup, string>> = {
  TOTALS: "收支总计",
  REVENUE: "收入",
  EXPENDITURE: "支出",
  FISCAL_APPROPRIATION: "财政拨款收支",
  GENERAL_PUBLIC: "一般公共预算",
  GOVERNMENT_FUND: "政府性基金预算",
  STATE_CAPITAL: "国有资本经营预算",
  BASIC: "基本支出",
  THREE_PUBLIC: "“三公”经费",
  OPERATING: "机关运行经费",
  PROCUREMENT: "政府采购",
  ASSETS: "国有资产占用",
  PERFORMANCE: "预算绩效",
  QUALITY: "数据质量",
  RATIOS: "比率",
};

type Options = Partial<Pick<MeasureDefinition, "aliases" | "dimensions" | "addsOverYears" | "addsOverUnits" | "mayBeNegative">>;

const define =
  (kind: MeasureKind) =>
  (id: number, group: MeasureGroup, name: string, nameEn: string, description: string, options: Options = {}): MeasureDefinition => ({
    id,
    name,
    nameEn,
    kind,
    group,
    aliases: options.aliases ?? [],
    dimensions: options.dimensions ?? [],
    addsOverUnits: options.addsOverUnits ?? (kind === "MONEY" || kind === "COUNT"),
    addsOverYears: options.addsOverYears ?? (kind === "MONEY" || kind === "COUNT"),
    mayBeNegative: options.mayBeNegative ?? false,
    description,
  });

const money = define("MONEY");
const count = define("COUNT");
const score = define("SCORE");
const rate = define("RATE");

const ratio = (
  id: number,
  form: RatioDefinition["form"],
  numerator: string,
  denominator: string,
  name: string,
  nameEn: string,
  description: string,
): MeasureDefinition => ({
  ...define(form === "PER" ? "MONEY" : "RATE")(id, "RATIOS", name, nameEn, description, { addsOverUnits: false, addsOverYears: false }),
  ratio: { numerator, denominator, form },
});

const FUNCTIONAL: Options = { dimensions: ["FUNCTIONAL"] };
const BY_ANY_SUBJECT: Options = { dimensions: ["FUNCTIONAL", "ECONOMIC", "GOVERNMENT_ECONOMIC"] };
const STOCK: Options = { addsOverYears: false };

export const MEASURES = {
  REVENUE_TOTAL: money(
    101,
    "TOTALS",
    "收入总计",
    "Total revenue",
    "All money of the year: current revenue, balances used and money carried over.",
    { aliases: ["总收入", "收入决算总计", "收入预算总计"] },
  ),
  EXPENDITURE_TOTAL: money(
    102,
    "TOTALS",
    "支出总计",
    "Total expenditure",
    "All uses of the year: current expenditure, surplus distributed and money carried forward; equals total revenue.",
    { aliases: ["总支出", "支出决算总计", "支出预算总计"] },
  ),
  CURRENT_YEAR_REVENUE: money(
    103,
    "TOTALS",
    "本年收入合计",
    "Current-year revenue",
    "Revenue of the year itself, without balances and money carried over.",
    { ...FUNCTIONAL, aliases: ["本年收入"] },
  ),
  CURRENT_YEAR_EXPENDITURE: money(
    104,
    "TOTALS",
    "本年支出合计",
    "Current-year expenditure",
    "Expenditure of the year itself, without money carried forward.",
    { ...BY_ANY_SUBJECT, aliases: ["本年支出"] },
  ),
  NON_FISCAL_BALANCE_USED: money(
    105,
    "TOTALS",
    "使用非财政拨款结余",
    "Non-fiscal balance used",
    "Balances from other than fiscal appropriation that filled the year's gap, dedicated balances included.",
    { aliases: ["使用非财政拨款结余和专用结余", "用事业基金弥补收支差额"] },
  ),
  OPENING_CARRYOVER: money(106, "TOTALS", "年初结转和结余", "Opening carry-over", "Money carried over from the years before.", {
    ...STOCK,
    aliases: ["上年结转", "上年结转和结余", "上年结转结余"],
    // As the closing one of the year before.
    mayBeNegative: true,
  }),
  SURPLUS_DISTRIBUTED: money(107, "TOTALS", "结余分配", "Surplus distributed", "Surplus paid out as tax or moved to funds."),
  CLOSING_CARRYOVER: money(108, "TOTALS", "年末结转和结余", "Closing carry-over", "Money carried forward to the next year.", {
    ...STOCK,
    aliases: ["结转下年"],
    mayBeNegative: true,
  }),

  REVENUE_FISCAL_APPROPRIATION: money(
    201,
    "REVENUE",
    "财政拨款收入",
    "Fiscal appropriation revenue",
    "Revenue from the treasury at the same level, all three budgets together.",
    FUNCTIONAL,
  ),
  REVENUE_GENERAL_PUBLIC: money(
    202,
    "REVENUE",
    "一般公共预算财政拨款收入",
    "General public budget revenue",
    "Appropriation from the general public budget.",
    { ...FUNCTIONAL, aliases: ["一般公共预算拨款收入", "一般公共预算财政拨款"] },
  ),
  REVENUE_GOVERNMENT_FUND: money(
    203,
    "REVENUE",
    "政府性基金预算财政拨款收入",
    "Government-fund budget revenue",
    "Appropriation from the government-fund budget.",
    { ...FUNCTIONAL, aliases: ["政府性基金预算财政拨款"] },
  ),
  REVENUE_STATE_CAPITAL: money(
    204,
    "REVENUE",
    "国有资本经营预算财政拨款收入",
    "State-capital budget revenue",
    "Appropriation from the state-capital operating budget.",
    { ...FUNCTIONAL, aliases: ["国有资本经营预算财政拨款"] },
  ),
  REVENUE_SUPERIOR_SUBSIDY: money(
    205,
    "REVENUE",
    "上级补助收入",
    "Subsidy from superior",
    "Non-fiscal subsidy from the supervising or superior unit.",
    FUNCTIONAL,
  ),
  REVENUE_SPECIAL_ACCOUNT: money(
    206,
    "REVENUE",
    "财政专户管理资金收入",
    "Special fiscal account revenue",
    "Funds under special fiscal account management, chiefly education fees.",
    { ...FUNCTIONAL, aliases: ["财政专户管理教育收费"] },
  ),
  REVENUE_PUBLIC_INSTITUTION: money(
    207,
    "REVENUE",
    "事业收入",
    "Public-institution revenue",
    "Revenue of a public institution's professional activities.",
    FUNCTIONAL,
  ),
  REVENUE_BUSINESS: money(208, "REVENUE", "经营收入", "Business revenue", "Revenue of business activities outside the professional ones.", {
    ...FUNCTIONAL,
    aliases: ["事业单位经营收入"],
  }),
  REVENUE_SUBORDINATE_REMITTANCE: money(
    209,
    "REVENUE",
    "附属单位上缴收入",
    "Remittance from subordinate units",
    "Money that subordinate units remit.",
    FUNCTIONAL,
  ),
  REVENUE_OTHER: money(210, "REVENUE", "其他收入", "Other revenue", "Revenue that none of the other sources names.", FUNCTIONAL),

  BASIC_EXPENDITURE: money(
    301,
    "EXPENDITURE",
    "基本支出",
    "Basic expenditure",
    "Expenditure that keeps the unit running, from all funds.",
    BY_ANY_SUBJECT,
  ),
  PROJECT_EXPENDITURE: money(
    302,
    "EXPENDITURE",
    "项目支出",
    "Project expenditure",
    "Expenditure on particular tasks beyond the basic one, from all funds.",
    BY_ANY_SUBJECT,
  ),
  REMITTED_TO_SUPERIOR: money(
    303,
    "EXPENDITURE",
    "上缴上级支出",
    "Remitted to superior",
    "Money remitted to the superior unit.",
    FUNCTIONAL,
  ),
  BUSINESS_EXPENDITURE: money(304, "EXPENDITURE", "经营支出", "Business expenditure", "Expenditure of business activities.", FUNCTIONAL),
  SUBSIDY_TO_SUBORDINATE: money(
    305,
    "EXPENDITURE",
    "对附属单位补助支出",
    "Subsidy to subordinate units",
    "Non-fiscal subsidy to subordinate units.",
    FUNCTIONAL,
  ),

  FISCAL_APPROPRIATION_REVENUE: money(
    401,
    "FISCAL_APPROPRIATION",
    "财政拨款收入总计",
    "Fiscal appropriation, total revenue",
    "Fiscal appropriation of the year and what was carried over of it.",
  ),
  FISCAL_APPROPRIATION_EXPENDITURE: money(
    402,
    "FISCAL_APPROPRIATION",
    "财政拨款支出总计",
    "Fiscal appropriation, total expenditure",
    "Uses of fiscal appropriation and what is carried forward of it; equals its total revenue.",
  ),
  FISCAL_CURRENT_REVENUE: money(
    403,
    "FISCAL_APPROPRIATION",
    "财政拨款本年收入",
    "Fiscal appropriation, current-year revenue",
    "Fiscal appropriation of the year itself.",
  ),
  FISCAL_CURRENT_EXPENDITURE: money(
    404,
    "FISCAL_APPROPRIATION",
    "财政拨款本年支出",
    "Fiscal appropriation, current-year expenditure",
    "Expenditure of the year from fiscal appropriation, all three budgets together.",
    FUNCTIONAL,
  ),
  FISCAL_OPENING_CARRYOVER: money(
    405,
    "FISCAL_APPROPRIATION",
    "年初财政拨款结转和结余",
    "Fiscal appropriation, opening carry-over",
    "Fiscal appropriation carried over from the years before.",
    STOCK,
  ),
  FISCAL_CLOSING_CARRYOVER: money(
    406,
    "FISCAL_APPROPRIATION",
    "年末财政拨款结转和结余",
    "Fiscal appropriation, closing carry-over",
    "Fiscal appropriation carried forward.",
    STOCK,
  ),

  GENERAL_PUBLIC_EXPENDITURE: money(
    501,
    "GENERAL_PUBLIC",
    "一般公共预算财政拨款支出",
    "General public budget expenditure",
    "Expenditure from the general public budget, total and by functional subject.",
    { ...BY_ANY_SUBJECT, aliases: ["一般公共预算支出", "一般公共预算当年拨款"] },
  ),
  GENERAL_PUBLIC_BASIC_EXPENDITURE: money(
    502,
    "GENERAL_PUBLIC",
    "一般公共预算财政拨款基本支出",
    "General public budget, basic expenditure",
    "Basic expenditure from the general public budget, by functional or economic subject.",
    { ...BY_ANY_SUBJECT, aliases: ["一般公共预算基本支出"] },
  ),
  GENERAL_PUBLIC_PROJECT_EXPENDITURE: money(
    503,
    "GENERAL_PUBLIC",
    "一般公共预算财政拨款项目支出",
    "General public budget, project expenditure",
    "Project expenditure from the general public budget, by functional or economic subject.",
    { ...BY_ANY_SUBJECT, aliases: ["一般公共预算项目支出"] },
  ),
  GENERAL_PUBLIC_OPENING_CARRYOVER: money(
    504,
    "GENERAL_PUBLIC",
    "年初一般公共预算财政拨款结转和结余",
    "General public budget, opening carry-over",
    "General public budget money carried over.",
    { ...FUNCTIONAL, ...STOCK },
  ),
  GENERAL_PUBLIC_CLOSING_CARRYOVER: money(
    505,
    "GENERAL_PUBLIC",
    "年末一般公共预算财政拨款结转和结余",
    "General public budget, closing carry-over",
    "General public budget money carried forward.",
    { ...FUNCTIONAL, ...STOCK },
  ),
  GENERAL_PUBLIC_TOTAL: money(
    506,
    "GENERAL_PUBLIC",
    "一般公共预算财政拨款收支总计",
    "General public budget, total",
    "General public budget revenue and carry-over; equals its uses.",
  ),

  GOVERNMENT_FUND_EXPENDITURE: money(
    601,
    "GOVERNMENT_FUND",
    "政府性基金预算财政拨款支出",
    "Government-fund budget expenditure",
    "Expenditure from the government-fund budget, total and by functional subject.",
    { ...FUNCTIONAL, aliases: ["政府性基金支出"] },
  ),
  GOVERNMENT_FUND_REVENUE: money(
    602,
    "GOVERNMENT_FUND",
    "政府性基金预算财政拨款本年收入",
    "Government-fund budget, current-year revenue",
    "Government-fund appropriation of the year, by functional subject.",
    FUNCTIONAL,
  ),
  GOVERNMENT_FUND_BASIC_EXPENDITURE: money(
    603,
    "GOVERNMENT_FUND",
    "政府性基金预算财政拨款基本支出",
    "Government-fund budget, basic expenditure",
    "Basic expenditure from the government-fund budget.",
    FUNCTIONAL,
  ),
  GOVERNMENT_FUND_PROJECT_EXPENDITURE: money(
    604,
    "GOVERNMENT_FUND",
    "政府性基金预算财政拨款项目支出",
    "Government-fund budget, project expenditure",
    "Project expenditure from the government-fund budget.",
    FUNCTIONAL,
  ),
  GOVERNMENT_FUND_OPENING_CARRYOVER: money(
    605,
    "GOVERNMENT_FUND",
    "年初政府性基金预算财政拨款结转和结余",
    "Government-fund budget, opening carry-over",
    "Government-fund money carried over.",
    { ...FUNCTIONAL, ...STOCK },
  ),
  GOVERNMENT_FUND_CLOSING_CARRYOVER: money(
    606,
    "GOVERNMENT_FUND",
    "年末政府性基金预算财政拨款结转和结余",
    "Government-fund budget, closing carry-over",
    "Government-fund money carried forward.",
    { ...FUNCTIONAL, ...STOCK },
  ),
  GOVERNMENT_FUND_TOTAL: money(
    607,
    "GOVERNMENT_FUND",
    "政府性基金预算财政拨款收支总计",
    "Government-fund budget, total",
    "Government-fund revenue and carry-over; equals its uses.",
  ),

  STATE_CAPITAL_EXPENDITURE: money(
    701,
    "STATE_CAPITAL",
    "国有资本经营预算财政拨款支出",
    "State-capital budget expenditure",
    "Expenditure from the state-capital operating budget, total and by functional subject.",
    FUNCTIONAL,
  ),
  STATE_CAPITAL_REVENUE: money(
    702,
    "STATE_CAPITAL",
    "国有资本经营预算财政拨款本年收入",
    "State-capital budget, current-year revenue",
    "State-capital appropriation of the year, by functional subject.",
    FUNCTIONAL,
  ),
  STATE_CAPITAL_BASIC_EXPENDITURE: money(
    703,
    "STATE_CAPITAL",
    "国有资本经营预算财政拨款基本支出",
    "State-capital budget, basic expenditure",
    "Basic expenditure from the state-capital budget.",
    FUNCTIONAL,
  ),
  STATE_CAPITAL_PROJECT_EXPENDITURE: money(
    704,
    "STATE_CAPITAL",
    "国有资本经营预算财政拨款项目支出",
    "State-capital budget, project expenditure",
    "Project expenditure from the state-capital budget.",
    FUNCTIONAL,
  ),
  STATE_CAPITAL_OPENING_CARRYOVER: money(
    705,
    "STATE_CAPITAL",
    "年初国有资本经营预算财政拨款结转和结余",
    "State-capital budget, opening carry-over",
    "State-capital money carried over.",
    { ...FUNCTIONAL, ...STOCK },
  ),
  STATE_CAPITAL_CLOSING_CARRYOVER: money(
    706,
    "STATE_CAPITAL",
    "年末国有资本经营预算财政拨款结转和结余",
    "State-capital budget, closing carry-over",
    "State-capital money carried forward.",
    { ...FUNCTIONAL, ...STOCK },
  ),
  STATE_CAPITAL_TOTAL: money(
    707,
    "STATE_CAPITAL",
    "国有资本经营预算财政拨款收支总计",
    "State-capital budget, total",
    "State-capital revenue and carry-over; equals its uses.",
  ),

  PERSONNEL_EXPENSE: money(
    801,
    "BASIC",
    "人员经费",
    "Personnel expense",
    "The part of basic expenditure that pays people (economic classes 301 and 303); by economic subject in budgets.",
    { dimensions: ["ECONOMIC", "FUNCTIONAL", "GOVERNMENT_ECONOMIC"], aliases: ["人员经费合计"] },
  ),
  PUBLIC_EXPENSE: money(
    802,
    "BASIC",
    "公用经费",
    "Public expense",
    "The part of basic expenditure that pays for goods, services and equipment; by economic subject in budgets.",
    { dimensions: ["ECONOMIC", "FUNCTIONAL", "GOVERNMENT_ECONOMIC"], aliases: ["公用经费合计", "日常公用经费"] },
  ),

  THREE_PUBLIC_TOTAL: money(
    901,
    "THREE_PUBLIC",
    "“三公”经费",
    "Three public expenses",
    "Overseas travel, official vehicles and official reception together.",
    { aliases: ["三公经费", "“三公”经费合计", "“三公”经费财政拨款支出"] },
  ),
  OVERSEAS_TRAVEL: money(902, "THREE_PUBLIC", "因公出国（境）费", "Overseas travel", "Official travel abroad or beyond the border.", {
    aliases: ["因公出国（境）费用", "因公出国（境）经费"],
  }),
  OFFICIAL_VEHICLES: money(903, "THREE_PUBLIC", "公务用车购置及运行维护费", "Official vehicles", "Buying and running official vehicles.", {
    aliases: ["公务用车购置及运行费", "公务用车购置和运行费"],
  }),
  VEHICLE_PURCHASE: money(904, "THREE_PUBLIC", "公务用车购置费", "Vehicle purchase", "Buying official vehicles.", {
    aliases: ["公务用车购置支出", "公务用车购置"],
  }),
  VEHICLE_OPERATION: money(
    905,
    "THREE_PUBLIC",
    "公务用车运行维护费",
    "Vehicle operation",
    "Fuel, repair, tolls and insurance of official vehicles.",
    { aliases: ["公务用车运行费", "公务用车运行维护费支出"] },
  ),
  OFFICIAL_RECEPTION: money(906, "THREE_PUBLIC", "公务接待费", "Official reception", "Receiving official guests.", {
    aliases: ["公务接待费支出"],
  }),
  DOMESTIC_RECEPTION: money(907, "THREE_PUBLIC", "国内公务接待费", "Domestic reception", "Receiving guests from within the country.", {
    aliases: ["国内接待费", "国内公务接待支出"],
  }),
  FOREIGN_RECEPTION: money(
    908,
    "THREE_PUBLIC",
    "国（境）外公务接待费",
    "Foreign reception",
    "Receiving guests from abroad or beyond the border.",
    { aliases: ["国（境）外接待费", "国（境）外公务接待支出"] },
  ),
  FOREIGN_AFFAIRS_RECEPTION: money(
    909,
    "THREE_PUBLIC",
    "外事接待费",
    "Foreign-affairs reception",
    "The part of domestic reception that serves foreign affairs.",
    { aliases: ["外事接待支出"] },
  ),
  TRAVEL_GROUPS: count(
    921,
    "THREE_PUBLIC",
    "因公出国（境）团组数",
    "Overseas travel groups",
    "Groups sent abroad or beyond the border (团组, 个).",
  ),
  TRAVELLERS: count(922, "THREE_PUBLIC", "因公出国（境）人次", "Overseas travellers", "People sent abroad or beyond the border (人次)."),
  VEHICLES_BOUGHT: count(923, "THREE_PUBLIC", "公务用车购置数", "Official vehicles bought", "Official vehicles bought in the year (辆)."),
  VEHICLES_HELD: count(
    924,
    "THREE_PUBLIC",
    "公务用车保有量",
    "Official vehicles held",
    "Official vehicles paid for by fiscal appropriation, held at the year's end (辆).",
    STOCK,
  ),
  RECEPTION_BATCHES: count(
    925,
    "THREE_PUBLIC",
    "国内公务接待批次",
    "Domestic reception batches",
    "Batches of guests from within the country (批次).",
    { aliases: ["公务接待批次"] },
  ),
  RECEPTION_GUESTS: count(926, "THREE_PUBLIC", "国内公务接待人次", "Domestic reception guests", "Guests from within the country (人次).", {
    aliases: ["公务接待人次"],
  }),
  FOREIGN_RECEPTION_BATCHES: count(
    927,
    "THREE_PUBLIC",
    "国（境）外公务接待批次",
    "Foreign reception batches",
    "Batches of guests from abroad or beyond the border (批次).",
  ),
  FOREIGN_RECEPTION_GUESTS: count(
    928,
    "THREE_PUBLIC",
    "国（境）外公务接待人次",
    "Foreign reception guests",
    "Guests from abroad or beyond the border (人次).",
  ),
  FOREIGN_AFFAIRS_RECEPTION_BATCHES: count(
    929,
    "THREE_PUBLIC",
    "外事接待批次",
    "Foreign-affairs reception batches",
    "Batches of the domestic reception that serve foreign affairs (批次).",
  ),
  FOREIGN_AFFAIRS_RECEPTION_GUESTS: count(
    930,
    "THREE_PUBLIC",
    "外事接待人次",
    "Foreign-affairs reception guests",
    "Guests of the domestic reception that serve foreign affairs (人次).",
  ),

  AGENCY_OPERATING_EXPENSE: money(
    1001,
    "OPERATING",
    "机关运行经费",
    "Agency operating expense",
    "Public expense of administrative units and those under the civil-service law.",
    { aliases: ["机构运行经费", "机关（机构）运行经费"] },
  ),
  MEETING_EXPENSE: money(
    1002,
    "OPERATING",
    "会议费",
    "Meeting expense",
    "Meetings, where a document prints them beside the three public expenses.",
  ),
  TRAINING_EXPENSE: money(
    1003,
    "OPERATING",
    "培训费",
    "Training expense",
    "Training, where a document prints it beside the three public expenses.",
  ),

  PROCUREMENT_TOTAL: money(
    1101,
    "PROCUREMENT",
    "政府采购支出总额",
    "Government procurement",
    "Government procurement, goods, works and services together.",
    { aliases: ["政府采购金额", "政府采购预算总额", "政府采购预算"] },
  ),
  PROCUREMENT_GOODS: money(1102, "PROCUREMENT", "政府采购货物支出", "Procurement of goods", "Government procurement of goods.", {
    aliases: ["货物采购金额", "政府采购货物预算"],
  }),
  PROCUREMENT_WORKS: money(1103, "PROCUREMENT", "政府采购工程支出", "Procurement of works", "Government procurement of works.", {
    aliases: ["工程采购金额", "政府采购工程预算"],
  }),
  PROCUREMENT_SERVICES: money(1104, "PROCUREMENT", "政府采购服务支出", "Procurement of services", "Government procurement of services.", {
    aliases: ["服务采购金额", "政府采购服务预算"],
  }),
  PROCUREMENT_SME: money(
    1105,
    "PROCUREMENT",
    "授予中小企业合同金额",
    "Awarded to small and medium enterprises",
    "Contracts awarded to small and medium enterprises, micro ones included.",
  ),
  PROCUREMENT_MICRO: money(
    1106,
    "PROCUREMENT",
    "授予小微企业合同金额",
    "Awarded to small and micro enterprises",
    "Contracts awarded to small and micro enterprises.",
  ),
  PROCUREMENT_SME_GOODS: money(
    1107,
    "PROCUREMENT",
    "货物采购授予中小企业合同金额",
    "Goods awarded to small and medium enterprises",
    "Contracts for goods awarded to small and medium enterprises.",
  ),
  PROCUREMENT_SME_WORKS: money(
    1108,
    "PROCUREMENT",
    "工程采购授予中小企业合同金额",
    "Works awarded to small and medium enterprises",
    "Contracts for works awarded to small and medium enterprises.",
  ),
  PROCUREMENT_SME_SERVICES: money(
    1109,
    "PROCUREMENT",
    "服务采购授予中小企业合同金额",
    "Services awarded to small and medium enterprises",
    "Contracts for services awarded to small and medium enterprises.",
  ),
  PROCUREMENT_RESERVED_SME: money(
    1110,
    "PROCUREMENT",
    "面向中小企业预留采购金额",
    "Reserved for small and medium enterprises",
    "Procurement budget reserved for small and medium enterprises.",
  ),
  PROCUREMENT_RESERVED_MICRO: money(
    1111,
    "PROCUREMENT",
    "面向小微企业预留采购金额",
    "Reserved for small and micro enterprises",
    "Procurement budget reserved for small and micro enterprises.",
  ),
  PROCUREMENT_RESERVED_SME_AWARDED: money(
    1112,
    "PROCUREMENT",
    "预留项目中小企业成交金额",
    "Reserved procurement awarded to small and medium enterprises",
    "Of the procurement reserved for them, what small and medium enterprises won.",
  ),
  PROCUREMENT_RESERVED_MICRO_AWARDED: money(
    1113,
    "PROCUREMENT",
    "预留项目小微企业成交金额",
    "Reserved procurement awarded to small and micro enterprises",
    "Of the procurement reserved for them, what small and micro enterprises won.",
  ),
  PROCUREMENT_OTHER_SME_AWARDED: money(
    1114,
    "PROCUREMENT",
    "其他项目中小企业成交金额",
    "Other procurement awarded to small and medium enterprises",
    "Of the procurement not reserved, what small and medium enterprises won.",
  ),
  PROCUREMENT_CENTRALISED: money(
    1115,
    "PROCUREMENT",
    "政府集中采购金额",
    "Centralised procurement",
    "Procurement through the centralised purchasing body.",
    { aliases: ["政府集中采购预算"] },
  ),
  PROCUREMENT_DISPERSED: money(
    1116,
    "PROCUREMENT",
    "政府分散采购金额",
    "Dispersed procurement",
    "Procurement that the unit carries out by itself.",
    { aliases: ["政府分散采购预算", "部门集中和分散采购"] },
  ),
  PURCHASED_SERVICES: money(
    1117,
    "PROCUREMENT",
    "政府购买服务支出",
    "Government purchase of services",
    "Services that the unit buys from society under the catalogue of purchased services; part of them is government procurement.",
    { aliases: ["政府购买服务预算"] },
  ),

  VEHICLES_TOTAL: count(1201, "ASSETS", "车辆合计", "Vehicles", "All vehicles of the unit at the year's end (辆).", {
    ...STOCK,
    aliases: ["共有车辆"],
  }),
  VEHICLES_MINISTERIAL: count(1202, "ASSETS", "副部（省）级及以上领导用车", "Vehicles of ministerial leaders", "Vehicles by use (辆).", {
    ...STOCK,
    aliases: ["部级领导干部用车", "部（省）级及以上领导用车", "副部（省）级以上领导用车"],
  }),
  VEHICLES_LEADERS: count(1203, "ASSETS", "主要负责人用车", "Vehicles of chief leaders", "Vehicles by use (辆).", {
    ...STOCK,
    aliases: ["主要领导干部用车"],
  }),
  VEHICLES_CONFIDENTIAL: count(1204, "ASSETS", "机要通信用车", "Vehicles for confidential mail", "Vehicles by use (辆).", STOCK),
  VEHICLES_EMERGENCY: count(1205, "ASSETS", "应急保障用车", "Vehicles for emergencies", "Vehicles by use (辆).", STOCK),
  VEHICLES_LAW_ENFORCEMENT: count(1206, "ASSETS", "执法执勤用车", "Vehicles for law enforcement", "Vehicles by use (辆).", {
    ...STOCK,
    aliases: ["一般执法执勤用车"],
  }),
  VEHICLES_SPECIAL_TECHNICAL: count(
    1207,
    "ASSETS",
    "特种专业技术用车",
    "Vehicles for special technical work",
    "Vehicles by use (辆).",
    STOCK,
  ),
  VEHICLES_RETIRED_CADRES: count(1208, "ASSETS", "离退休干部服务用车", "Vehicles serving retired cadres", "Vehicles by use (辆).", {
    ...STOCK,
    aliases: ["离退休干部用车"],
  }),
  VEHICLES_OTHER: count(1209, "ASSETS", "其他用车", "Other vehicles", "Vehicles by use (辆).", STOCK),
  VEHICLES_GENERAL: count(
    1210,
    "ASSETS",
    "一般公务用车",
    "General official vehicles",
    "Vehicles by use (辆), in templates that print this category.",
    STOCK,
  ),
  LARGE_EQUIPMENT: count(
    1221,
    "ASSETS",
    "单价100万元（含）以上设备",
    "Large equipment",
    "Pieces of equipment of 1,000,000 元 and more each, vehicles not included (台/套).",
    { ...STOCK, aliases: ["单价100万元以上设备", "单位价值100万元以上大型设备"] },
  ),
  GENERAL_EQUIPMENT_LARGE: count(
    1222,
    "ASSETS",
    "单价50万元以上通用设备",
    "Large general equipment",
    "Pieces of general equipment of 500,000 元 and more each (台/套), in older templates.",
    STOCK,
  ),
  ASSETS_ORIGINAL_VALUE: money(
    1223,
    "ASSETS",
    "资产原值合计",
    "Assets at original value",
    "All assets at their original value, where a document prints them.",
    STOCK,
  ),
  PLANNED_VEHICLES: count(1224, "ASSETS", "计划购置车辆", "Planned vehicle purchases", "Vehicles that the budget plans to buy (辆)."),
  PLANNED_LARGE_EQUIPMENT: count(
    1225,
    "ASSETS",
    "计划购置大型设备",
    "Planned large equipment",
    "Large equipment that the budget plans to buy (台/套).",
  ),
  PLANNED_VEHICLES_MINISTERIAL: count(
    1226,
    "ASSETS",
    "计划购置副部（省）级及以上领导用车",
    "Planned: vehicles of ministerial leaders",
    "Vehicles that the budget plans to buy, by use (辆).",
  ),
  PLANNED_VEHICLES_LEADERS: count(
    1227,
    "ASSETS",
    "计划购置主要负责人用车",
    "Planned: vehicles of chief leaders",
    "Vehicles that the budget plans to buy, by use (辆).",
  ),
  PLANNED_VEHICLES_CONFIDENTIAL: count(
    1228,
    "ASSETS",
    "计划购置机要通信用车",
    "Planned: vehicles for confidential mail",
    "Vehicles that the budget plans to buy, by use (辆).",
  ),
  PLANNED_VEHICLES_EMERGENCY: count(
    1229,
    "ASSETS",
    "计划购置应急保障用车",
    "Planned: vehicles for emergencies",
    "Vehicles that the budget plans to buy, by use (辆).",
  ),
  PLANNED_VEHICLES_LAW_ENFORCEMENT: count(
    1230,
    "ASSETS",
    "计划购置执法执勤用车",
    "Planned: vehicles for law enforcement",
    "Vehicles that the budget plans to buy, by use (辆).",
  ),
  PLANNED_VEHICLES_SPECIAL_TECHNICAL: count(
    1231,
    "ASSETS",
    "计划购置特种专业技术用车",
    "Planned: vehicles for special technical work",
    "Vehicles that the budget plans to buy, by use (辆).",
  ),
  PLANNED_VEHICLES_RETIRED_CADRES: count(
    1232,
    "ASSETS",
    "计划购置离退休干部服务用车",
    "Planned: vehicles serving retired cadres",
    "Vehicles that the budget plans to buy, by use (辆).",
  ),
  PLANNED_VEHICLES_OTHER: count(
    1233,
    "ASSETS",
    "计划购置其他用车",
    "Planned: other vehicles",
    "Vehicles that the budget plans to buy, by use (辆).",
  ),
  PLANNED_VEHICLES_GENERAL: count(
    1234,
    "ASSETS",
    "计划购置一般公务用车",
    "Planned: general official vehicles",
    "Vehicles that the budget plans to buy, by use (辆).",
  ),

  EVALUATED_PROJECTS: count(
    1301,
    "PERFORMANCE",
    "绩效自评项目个数",
    "Self-evaluated projects",
    "Projects that the unit declares to have evaluated.",
  ),
  EVALUATED_AMOUNT: money(
    1302,
    "PERFORMANCE",
    "绩效自评涉及资金",
    "Amount under self-evaluation",
    "Money of the projects declared as evaluated.",
  ),
  EVALUATED_AVERAGE_SCORE: score(
    1303,
    "PERFORMANCE",
    "绩效自评平均得分",
    "Average self-evaluation score",
    "Average score of the evaluated projects as printed.",
  ),
  REPORTED_EVALUATIONS: count(
    1304,
    "PERFORMANCE",
    "决算中反映的自评项目个数",
    "Self-evaluations reported",
    "Self-evaluations that the document declares to report.",
  ),
  TARGETED_PROJECTS: count(
    1305,
    "PERFORMANCE",
    "编报绩效目标项目个数",
    "Projects with performance targets",
    "Projects for which performance targets were set.",
  ),
  TARGETED_AMOUNT: money(
    1306,
    "PERFORMANCE",
    "编报绩效目标涉及预算金额",
    "Amount with performance targets",
    "Budget of the projects for which targets were set.",
  ),
  TRACKED_PROJECTS: count(1307, "PERFORMANCE", "绩效跟踪项目个数", "Projects tracked", "Projects under performance tracking."),
  TRACKED_AMOUNT: money(1308, "PERFORMANCE", "绩效跟踪涉及预算金额", "Amount tracked", "Budget of the projects under tracking."),
  EVALUATED_EXCELLENT: count(1309, "PERFORMANCE", "评级为优的项目个数", "Projects graded excellent", "Evaluated projects graded 优."),
  EVALUATED_GOOD: count(1310, "PERFORMANCE", "评级为良的项目个数", "Projects graded good", "Evaluated projects graded 良."),
  EVALUATED_PASS: count(1311, "PERFORMANCE", "评级为合格的项目个数", "Projects graded pass", "Evaluated projects graded 中 or 合格."),
  EVALUATED_FAIL: count(1312, "PERFORMANCE", "评级为不合格的项目个数", "Projects graded fail", "Evaluated projects graded 差 or 不合格."),
  EVALUATION_PROBLEMS_FOUND: count(1313, "PERFORMANCE", "绩效自评发现问题个数", "Problems found", "Problems that self-evaluation found."),
  EVALUATION_PROBLEMS_SOLVED: count(1314, "PERFORMANCE", "已完成整改问题个数", "Problems solved", "Problems found and solved."),
  EVALUATION_PROBLEMS_OPEN: count(1315, "PERFORMANCE", "正在整改问题个数", "Problems open", "Problems found and being worked on."),
  EVALUATED_FIRST_LEVEL_PROJECTS: count(
    1316,
    "PERFORMANCE",
    "自评一级项目个数",
    "First-level projects evaluated",
    "First-level projects declared as evaluated.",
  ),
  EVALUATED_SECOND_LEVEL_PROJECTS: count(
    1317,
    "PERFORMANCE",
    "自评二级项目个数",
    "Second-level projects evaluated",
    "Second-level projects declared as evaluated.",
  ),
  EVALUATED_FUND_PROJECTS: count(
    1318,
    "PERFORMANCE",
    "政府性基金自评项目个数",
    "Government-fund projects evaluated",
    "Government-fund projects declared as evaluated.",
  ),
  EVALUATED_FUND_AMOUNT: money(
    1319,
    "PERFORMANCE",
    "政府性基金自评涉及资金",
    "Government-fund amount under self-evaluation",
    "Money of the government-fund projects declared as evaluated.",
  ),
  UNIT_EVALUATED_PROJECTS: count(
    1320,
    "PERFORMANCE",
    "单位（部门）评价项目个数",
    "Projects evaluated by the unit",
    "Projects for which the unit organised an evaluation of its own.",
  ),
  UNIT_EVALUATED_AMOUNT: money(
    1321,
    "PERFORMANCE",
    "单位（部门）评价涉及资金",
    "Amount evaluated by the unit",
    "General public budget money of the projects that the unit evaluated.",
  ),
  UNIT_EVALUATED_FUND_AMOUNT: money(
    1322,
    "PERFORMANCE",
    "单位（部门）评价涉及政府性基金",
    "Government-fund amount evaluated by the unit",
    "Government-fund money of the projects that the unit evaluated.",
  ),
  EVALUATED_FUND_FIRST_LEVEL_PROJECTS: count(
    1323,
    "PERFORMANCE",
    "政府性基金自评一级项目个数",
    "First-level government-fund projects evaluated",
    "First-level government-fund projects declared as evaluated.",
  ),
  EVALUATED_FUND_SECOND_LEVEL_PROJECTS: count(
    1324,
    "PERFORMANCE",
    "政府性基金自评二级项目个数",
    "Second-level government-fund projects evaluated",
    "Second-level government-fund projects declared as evaluated.",
  ),
  REPORTED_GENERAL_EVALUATIONS: count(
    1325,
    "PERFORMANCE",
    "决算中反映的一般公共预算自评项目个数",
    "General public budget self-evaluations reported",
    "Self-evaluations of general public budget projects that the document declares to report.",
  ),
  REPORTED_FUND_EVALUATIONS: count(
    1326,
    "PERFORMANCE",
    "决算中反映的政府性基金自评项目个数",
    "Government-fund self-evaluations reported",
    "Self-evaluations of government-fund projects that the document declares to report.",
  ),

  CHECKS_PASSED: count(
    1401,
    "QUALITY",
    "勾稽关系通过数",
    "Checks passed",
    "Reconciliation checks that the disclosure passes; computed by the hub, as they stood at the data version asked for.",
    { addsOverYears: true },
  ),
  CHECKS_FAILED: count(
    1402,
    "QUALITY",
    "勾稽关系不符数",
    "Checks failed",
    "Reconciliation checks that the disclosure fails; computed by the hub, as they stood at the data version asked for.",
  ),
  CHECKS_UNDECIDED: count(
    1403,
    "QUALITY",
    "无法核对数",
    "Checks that cannot be decided",
    "Reconciliation checks whose inputs the disclosure lacks; computed by the hub, as they stood at the data version asked for.",
  ),
  FINDINGS_ERROR: count(
    1405,
    "QUALITY",
    "勾稽不符（错误）数",
    "Findings of severity ERROR",
    "Contradictions found that are errors; computed by the hub, as they stood at the data version asked for.",
  ),
  FINDINGS_WARNING: count(
    1406,
    "QUALITY",
    "勾稽不符（警告）数",
    "Findings of severity WARNING",
    "Contradictions found that are warnings; computed by the hub, as they stood at the data version asked for.",
  ),
  FINDINGS_INFO: count(
    1407,
    "QUALITY",
    "勾稽不符（提示）数",
    "Findings of severity INFO",
    "Contradictions found that are worth a look; computed by the hub, as they stood at the data version asked for.",
  ),
  CITATION_COVERAGE: rate(
    1404,
    "QUALITY",
    "数字引用覆盖率",
    "Citation coverage",
    "Share of the numbers printed in the financial parts that the hub's data cite; computed by the hub.",
  ),

  VEHICLE_OPERATION_PER_VEHICLE: ratio(
    1501,
    "PER",
    "VEHICLE_OPERATION",
    "VEHICLES_HELD",
    "单车运行维护费",
    "Operation cost per vehicle held",
    "Vehicle operation divided by vehicles held.",
  ),
  RECEPTION_PER_GUEST: ratio(
    1502,
    "PER",
    "DOMESTIC_RECEPTION",
    "RECEPTION_GUESTS",
    "人均接待费",
    "Reception cost per guest",
    "Domestic reception divided by its guests.",
  ),
  TRAVEL_PER_TRAVELLER: ratio(
    1503,
    "PER",
    "OVERSEAS_TRAVEL",
    "TRAVELLERS",
    "人均出国（境）费",
    "Travel cost per traveller",
    "Overseas travel divided by travellers.",
  ),
  PURCHASE_PER_VEHICLE: ratio(
    1504,
    "PER",
    "VEHICLE_PURCHASE",
    "VEHICLES_BOUGHT",
    "单车购置费",
    "Purchase cost per vehicle",
    "Vehicle purchase divided by vehicles bought.",
  ),
  EVALUATED_AMOUNT_PER_PROJECT: ratio(
    1505,
    "PER",
    "EVALUATED_AMOUNT",
    "EVALUATED_PROJECTS",
    "自评项目平均资金",
    "Amount per evaluated project",
    "Amount under self-evaluation divided by the projects evaluated.",
  ),
  THREE_PUBLIC_SHARE_OF_BASIC: ratio(
    1511,
    "SHARE",
    "THREE_PUBLIC_TOTAL",
    "BASIC_EXPENDITURE",
    "“三公”经费占基本支出比重",
    "Three public expenses in basic expenditure",
    "Three public expenses as a percentage of basic expenditure.",
  ),
  PROJECT_SHARE: ratio(
    1512,
    "SHARE",
    "PROJECT_EXPENDITURE",
    "CURRENT_YEAR_EXPENDITURE",
    "项目支出占比",
    "Share of project expenditure",
    "Project expenditure as a percentage of current-year expenditure.",
  ),
  PERSONNEL_SHARE_OF_BASIC: ratio(
    1513,
    "SHARE",
    "PERSONNEL_EXPENSE",
    "GENERAL_PUBLIC_BASIC_EXPENDITURE",
    "人员经费占基本支出比重",
    "Personnel in basic expenditure",
    "Personnel expense as a percentage of the general public budget's basic expenditure.",
  ),
  SME_SHARE_OF_PROCUREMENT: ratio(
    1514,
    "SHARE",
    "PROCUREMENT_SME",
    "PROCUREMENT_TOTAL",
    "中小企业采购占比",
    "Small and medium enterprises in procurement",
    "Contracts awarded to small and medium enterprises as a percentage of procurement.",
  ),
  FISCAL_SHARE_OF_REVENUE: ratio(
    1515,
    "SHARE",
    "REVENUE_FISCAL_APPROPRIATION",
    "CURRENT_YEAR_REVENUE",
    "财政拨款收入占比",
    "Share of fiscal appropriation",
    "Fiscal appropriation as a percentage of current-year revenue.",
  ),
} as const satisfies Record<string, MeasureDefinition>;

export type MeasureCode = keyof typeof MEASURES;

export const MEASURE_CODES = Object.keys(MEASURES) as MeasureCode[];
const byId = new Map<number, MeasureCode>(MEASURE_CODES.map((code) => [MEASURES[code].id, code]));

export const isMeasureCode = (code: string): code is MeasureCode => Object.hasOwn(MEASURES, code);

/** The measure of a code, under the general type. */
export const measureOf = (code: MeasureCode): MeasureDefinition => MEASURES[code];

/** The measure with a stored id; undefined for an id that no release has used. */
export const measureById = (id: number): MeasureCode | undefined => byId.get(id);
