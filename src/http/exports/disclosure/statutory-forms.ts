import type { MeasureCode } from "../../../model/measures";
import type { StatutoryTableKind } from "../../../model/statutory-table-kind";
import type { SubjectKind } from "../../../model/subject-catalogue";

/** A line of a two-sided table: its printed name, without numbering, and its measures in the order of the side's columns. */
export interface FormLine {
  readonly label: string;
  readonly measures: readonly MeasureCode[];
}

/** One side of a two-sided table. */
export interface FormSide {
  /** Headings of the columns of amounts: printed, and as a file names them. */
  readonly columns: readonly (readonly [zh: string, en: string])[];
  readonly lines: readonly FormLine[];
  /** Measures by functional class, in the order of the columns: 一、一般公共服务支出 … */
  readonly classes?: readonly MeasureCode[];
  /** Below the lines (and classes), the sums. */
  readonly sums: readonly FormLine[];
}

/** A column of a table of subjects. `above` heads several that stand side by side. */
export interface FormColumn {
  readonly measure: MeasureCode;
  readonly label: string;
  readonly above?: string;
  /** Only where some figure fills it: forms of some provinces have it, the national form has not. */
  readonly isOptional?: boolean;
}

/** A statutory table by the shape of its rows and columns (财政部《部门决算公开格式》, 预算公开格式). */
export type StatutoryForm =
  /** 收入 on the left, 支出 on the right. */
  | { readonly shape: "TWO_SIDED"; readonly revenue: FormSide; readonly expenditure: FormSide }
  /** A row a subject, 合计 above them. */
  | { readonly shape: "SUBJECTS"; readonly dimension: SubjectKind; readonly columns: readonly FormColumn[] }
  /** Economic subjects in two rounds side by side, personnel left and running right, their sums below. */
  | { readonly shape: "BASIC_IN_TWO_ROUNDS" }
  /** One row under pairs of budget and final. */
  | { readonly shape: "ACROSS"; readonly columns: readonly FormColumn[] }
  /** A row an item. */
  | { readonly shape: "ITEMS"; readonly measures: readonly MeasureCode[] };

export interface StatutoryTableForm {
  readonly kind: StatutoryTableKind;
  /** 决算 stands for 预算 in the names of a budget's tables. */
  readonly title: string;
  /** Left out where nothing fills it: the national form does not know it. */
  readonly isOptional?: boolean;
  readonly form: StatutoryForm;
}

const line = (label: string, ...measures: MeasureCode[]): FormLine => ({ label, measures });
const column = (measure: MeasureCode, label: string, above?: string): FormColumn => ({
  measure,
  label,
  ...(above !== undefined && { above }),
});
const optional = (measure: MeasureCode, label: string, above?: string): FormColumn => ({
  ...column(measure, label, above),
  isOptional: true,
});

const SOURCES: readonly FormLine[] = [
  line("一般公共预算财政拨款收入", "REVENUE_GENERAL_PUBLIC"),
  line("政府性基金预算财政拨款收入", "REVENUE_GOVERNMENT_FUND"),
  line("国有资本经营预算财政拨款收入", "REVENUE_STATE_CAPITAL"),
  line("上级补助收入", "REVENUE_SUPERIOR_SUBSIDY"),
  line("财政专户管理资金收入", "REVENUE_SPECIAL_ACCOUNT"),
  line("事业收入", "REVENUE_PUBLIC_INSTITUTION"),
  line("经营收入", "REVENUE_BUSINESS"),
  line("附属单位上缴收入", "REVENUE_SUBORDINATE_REMITTANCE"),
  line("其他收入", "REVENUE_OTHER"),
];

const TOTALS: StatutoryForm = {
  shape: "TWO_SIDED",
  revenue: {
    columns: [["金额", "revenue"]],
    lines: SOURCES,
    sums: [
      line("本年收入合计", "CURRENT_YEAR_REVENUE"),
      line("使用非财政拨款结余", "NON_FISCAL_BALANCE_USED"),
      line("年初结转和结余", "OPENING_CARRYOVER"),
      line("总计", "REVENUE_TOTAL"),
    ],
  },
  expenditure: {
    columns: [["金额", "expenditure"]],
    lines: [],
    classes: ["CURRENT_YEAR_EXPENDITURE"],
    sums: [
      line("本年支出合计", "CURRENT_YEAR_EXPENDITURE"),
      line("结余分配", "SURPLUS_DISTRIBUTED"),
      line("年末结转和结余", "CLOSING_CARRYOVER"),
      line("总计", "EXPENDITURE_TOTAL"),
    ],
  },
};

const REVENUE: StatutoryForm = {
  shape: "SUBJECTS",
  dimension: "FUNCTIONAL",
  columns: [
    column("CURRENT_YEAR_REVENUE", "本年收入合计"),
    column("REVENUE_FISCAL_APPROPRIATION", "财政拨款收入"),
    optional("REVENUE_GENERAL_PUBLIC", "一般公共预算财政拨款收入"),
    optional("REVENUE_GOVERNMENT_FUND", "政府性基金预算财政拨款收入"),
    optional("REVENUE_STATE_CAPITAL", "国有资本经营预算财政拨款收入"),
    column("REVENUE_SUPERIOR_SUBSIDY", "上级补助收入"),
    optional("REVENUE_SPECIAL_ACCOUNT", "财政专户管理资金收入"),
    column("REVENUE_PUBLIC_INSTITUTION", "事业收入"),
    column("REVENUE_BUSINESS", "经营收入"),
    column("REVENUE_SUBORDINATE_REMITTANCE", "附属单位上缴收入"),
    column("REVENUE_OTHER", "其他收入"),
  ],
};

const EXPENDITURE: StatutoryForm = {
  shape: "SUBJECTS",
  dimension: "FUNCTIONAL",
  columns: [
    column("CURRENT_YEAR_EXPENDITURE", "本年支出合计"),
    column("BASIC_EXPENDITURE", "基本支出"),
    column("PROJECT_EXPENDITURE", "项目支出"),
    column("REMITTED_TO_SUPERIOR", "上缴上级支出"),
    column("BUSINESS_EXPENDITURE", "经营支出"),
    column("SUBSIDY_TO_SUBORDINATE", "对附属单位补助支出"),
  ],
};

const FISCAL_APPROPRIATION: StatutoryForm = {
  shape: "TWO_SIDED",
  revenue: {
    columns: [["金额", "revenue"]],
    lines: [
      line("一般公共预算财政拨款", "REVENUE_GENERAL_PUBLIC"),
      line("政府性基金预算财政拨款", "REVENUE_GOVERNMENT_FUND"),
      line("国有资本经营预算财政拨款", "REVENUE_STATE_CAPITAL"),
    ],
    sums: [
      line("本年收入合计", "FISCAL_CURRENT_REVENUE"),
      line("年初财政拨款结转和结余", "FISCAL_OPENING_CARRYOVER"),
      line("一般公共预算财政拨款", "GENERAL_PUBLIC_OPENING_CARRYOVER"),
      line("政府性基金预算财政拨款", "GOVERNMENT_FUND_OPENING_CARRYOVER"),
      line("国有资本经营预算财政拨款", "STATE_CAPITAL_OPENING_CARRYOVER"),
      line("总计", "FISCAL_APPROPRIATION_REVENUE"),
    ],
  },
  expenditure: {
    columns: [
      ["合计", "expenditure"],
      ["一般公共预算财政拨款", "general_public"],
      ["政府性基金预算财政拨款", "government_fund"],
      ["国有资本经营预算财政拨款", "state_capital"],
    ],
    lines: [],
    classes: ["FISCAL_CURRENT_EXPENDITURE", "GENERAL_PUBLIC_EXPENDITURE", "GOVERNMENT_FUND_EXPENDITURE", "STATE_CAPITAL_EXPENDITURE"],
    sums: [
      line(
        "本年支出合计",
        "FISCAL_CURRENT_EXPENDITURE",
        "GENERAL_PUBLIC_EXPENDITURE",
        "GOVERNMENT_FUND_EXPENDITURE",
        "STATE_CAPITAL_EXPENDITURE",
      ),
      line(
        "年末财政拨款结转和结余",
        "FISCAL_CLOSING_CARRYOVER",
        "GENERAL_PUBLIC_CLOSING_CARRYOVER",
        "GOVERNMENT_FUND_CLOSING_CARRYOVER",
        "STATE_CAPITAL_CLOSING_CARRYOVER",
      ),
      line("总计", "FISCAL_APPROPRIATION_EXPENDITURE", "GENERAL_PUBLIC_TOTAL", "GOVERNMENT_FUND_TOTAL", "STATE_CAPITAL_TOTAL"),
    ],
  },
};

const GENERAL_PUBLIC: StatutoryForm = {
  shape: "SUBJECTS",
  dimension: "FUNCTIONAL",
  columns: [
    optional("GENERAL_PUBLIC_OPENING_CARRYOVER", "年初结转和结余"),
    optional("REVENUE_GENERAL_PUBLIC", "本年收入"),
    column("GENERAL_PUBLIC_EXPENDITURE", "小计", "本年支出"),
    column("GENERAL_PUBLIC_BASIC_EXPENDITURE", "基本支出", "本年支出"),
    column("GENERAL_PUBLIC_PROJECT_EXPENDITURE", "项目支出", "本年支出"),
    optional("GENERAL_PUBLIC_CLOSING_CARRYOVER", "年末结转和结余"),
  ],
};

const BASIC_OF_BUDGET: StatutoryForm = {
  shape: "SUBJECTS",
  dimension: "ECONOMIC",
  columns: [
    column("GENERAL_PUBLIC_BASIC_EXPENDITURE", "合计"),
    column("PERSONNEL_EXPENSE", "人员经费"),
    column("PUBLIC_EXPENSE", "公用经费"),
  ],
};

const GOVERNMENT_FUND: StatutoryForm = {
  shape: "SUBJECTS",
  dimension: "FUNCTIONAL",
  columns: [
    column("GOVERNMENT_FUND_OPENING_CARRYOVER", "年初结转和结余"),
    column("GOVERNMENT_FUND_REVENUE", "本年收入"),
    column("GOVERNMENT_FUND_EXPENDITURE", "小计", "本年支出"),
    column("GOVERNMENT_FUND_BASIC_EXPENDITURE", "基本支出", "本年支出"),
    column("GOVERNMENT_FUND_PROJECT_EXPENDITURE", "项目支出", "本年支出"),
    column("GOVERNMENT_FUND_CLOSING_CARRYOVER", "年末结转和结余"),
  ],
};

const STATE_CAPITAL: StatutoryForm = {
  shape: "SUBJECTS",
  dimension: "FUNCTIONAL",
  columns: [
    optional("STATE_CAPITAL_OPENING_CARRYOVER", "年初结转和结余"),
    optional("STATE_CAPITAL_REVENUE", "本年收入"),
    column("STATE_CAPITAL_EXPENDITURE", "小计", "本年支出"),
    column("STATE_CAPITAL_BASIC_EXPENDITURE", "基本支出", "本年支出"),
    column("STATE_CAPITAL_PROJECT_EXPENDITURE", "项目支出", "本年支出"),
    optional("STATE_CAPITAL_CLOSING_CARRYOVER", "年末结转和结余"),
  ],
};

const THREE_PUBLIC: StatutoryForm = {
  shape: "ACROSS",
  columns: [
    column("THREE_PUBLIC_TOTAL", "合计"),
    column("OVERSEAS_TRAVEL", "因公出国（境）费"),
    column("OFFICIAL_VEHICLES", "小计", "公务用车购置及运行维护费"),
    column("VEHICLE_PURCHASE", "公务用车购置费", "公务用车购置及运行维护费"),
    column("VEHICLE_OPERATION", "公务用车运行维护费", "公务用车购置及运行维护费"),
    column("OFFICIAL_RECEPTION", "公务接待费"),
  ],
};

const GENERAL_PUBLIC_PROJECT: StatutoryForm = {
  shape: "SUBJECTS",
  dimension: "ECONOMIC",
  columns: [column("GENERAL_PUBLIC_PROJECT_EXPENDITURE", "合计")],
};

/** By the names of the catalogue: the tables of the provinces name them so too. */
const INFORMATION: StatutoryForm = {
  shape: "ITEMS",
  measures: [
    "AGENCY_OPERATING_EXPENSE",
    "MEETING_EXPENSE",
    "TRAINING_EXPENSE",
    "DOMESTIC_RECEPTION",
    "FOREIGN_AFFAIRS_RECEPTION",
    "FOREIGN_RECEPTION",
    "TRAVEL_GROUPS",
    "TRAVELLERS",
    "VEHICLES_BOUGHT",
    "VEHICLES_HELD",
    "RECEPTION_BATCHES",
    "RECEPTION_GUESTS",
    "FOREIGN_AFFAIRS_RECEPTION_BATCHES",
    "FOREIGN_AFFAIRS_RECEPTION_GUESTS",
    "FOREIGN_RECEPTION_BATCHES",
    "FOREIGN_RECEPTION_GUESTS",
    "VEHICLES_TOTAL",
    "VEHICLES_MINISTERIAL",
    "VEHICLES_LEADERS",
    "VEHICLES_CONFIDENTIAL",
    "VEHICLES_EMERGENCY",
    "VEHICLES_LAW_ENFORCEMENT",
    "VEHICLES_SPECIAL_TECHNICAL",
    "VEHICLES_RETIRED_CADRES",
    "VEHICLES_OTHER",
    "VEHICLES_GENERAL",
    "LARGE_EQUIPMENT",
    "GENERAL_EQUIPMENT_LARGE",
    "PROCUREMENT_TOTAL",
    "PROCUREMENT_GOODS",
    "PROCUREMENT_WORKS",
    "PROCUREMENT_SERVICES",
    "PROCUREMENT_SME",
    "PROCUREMENT_MICRO",
    "PROCUREMENT_SME_GOODS",
    "PROCUREMENT_SME_WORKS",
    "PROCUREMENT_SME_SERVICES",
    "PROCUREMENT_CENTRALISED",
  ],
};

const form = (kind: StatutoryTableKind, title: string, shape: StatutoryForm, isOptional?: true): StatutoryTableForm => ({
  kind,
  title,
  form: shape,
  ...(isOptional && { isOptional }),
});

const PROVINCIAL: readonly StatutoryTableForm[] = [
  form("GENERAL_PUBLIC_PROJECT", "一般公共预算财政拨款项目支出决算表", GENERAL_PUBLIC_PROJECT, true),
  form("OPERATING_ASSETS_PROCUREMENT", "机构运行经费、国有资产占用情况及政府采购信息表", INFORMATION, true),
];

/** 公开01表 … 09表 in the order of the national form, then what provinces add. */
export const FINAL_ACCOUNTS_FORMS: readonly StatutoryTableForm[] = [
  form("TOTALS", "收入支出决算总表", TOTALS),
  form("REVENUE", "收入决算表", REVENUE),
  form("EXPENDITURE", "支出决算表", EXPENDITURE),
  form("FISCAL_APPROPRIATION", "财政拨款收入支出决算总表", FISCAL_APPROPRIATION),
  form("GENERAL_PUBLIC", "一般公共预算财政拨款支出决算表", GENERAL_PUBLIC),
  form("GENERAL_PUBLIC_BASIC", "一般公共预算财政拨款基本支出决算表", { shape: "BASIC_IN_TWO_ROUNDS" }),
  form("GOVERNMENT_FUND", "政府性基金预算财政拨款收入支出决算表", GOVERNMENT_FUND),
  form("STATE_CAPITAL", "国有资本经营预算财政拨款支出决算表", STATE_CAPITAL),
  form("THREE_PUBLIC", "财政拨款“三公”经费支出决算表", THREE_PUBLIC),
  ...PROVINCIAL,
];

/** The tables of a budget have the same shapes under their own names. */
export const BUDGET_FORMS: readonly StatutoryTableForm[] = FINAL_ACCOUNTS_FORMS.map((one) => ({
  ...one,
  title: one.title.replace("决算", "预算"),
  ...(one.kind === "GENERAL_PUBLIC_BASIC" && { form: BASIC_OF_BUDGET }),
}));
