import type { MeasureCode } from "../../model/measures";
import type { StatutoryTableKind } from "../../model/statutory-table-kind";
import { equationRule, ownRule, treeRule } from "../declare-rule";
import type { Equation } from "../equation";
import type { Place } from "../facts";
import { sumProjectLists, sumUnitRows } from "../listed-rows";
import { BUDGETS, EXPENDITURE_NATURES, PLANNED_VEHICLES_BY_USE, REVENUE_SOURCES, VEHICLES_BY_USE } from "../measure-lists";
import { FINAL_ACCOUNTS_ONLY, type Rule } from "../rule";
import type { SubjectTreeCheck } from "../subject-tree";

const category = "SUM";
const tables = (...kinds: StatutoryTableKind[]): Place[] => kinds.map((table) => ({ table }));
const WORDS = "NARRATIVE";
const BASIC = "GENERAL_PUBLIC_BASIC_EXPENDITURE";

const THREE_PUBLIC_PLACES: readonly Place[] = [...tables("THREE_PUBLIC", "OPERATING_ASSETS_PROCUREMENT"), WORDS];
const ASSET_PLACES: readonly Place[] = [...tables("STATE_ASSETS", "OPERATING_ASSETS_PROCUREMENT"), WORDS];
const PROCUREMENT_PLACES: readonly Place[] = [...tables("PROCUREMENT", "OPERATING_ASSETS_PROCUREMENT"), WORDS];

const basicOf = (subject: string) => ({ measure: BASIC, subject }) as const;
const eachTree = (
  kinds: readonly StatutoryTableKind[],
  levels: SubjectTreeCheck["levels"],
  measures?: readonly MeasureCode[],
): SubjectTreeCheck[] => kinds.map((table) => ({ place: { table }, levels, ...(measures === undefined ? {} : { measures }) }));

/** 表内合计: a total is the sum of its parts, in the table that prints both. */
export const SUM_RULES: readonly Rule[] = [
  equationRule({
    code: "REVENUE_SOURCES_SUM",
    category,
    title: "The year's revenue is the sum of its sources",
    titleZh: "本年收入等于各项来源之和",
    identity: "本年收入合计 = 财政拨款 + 上级补助 + 财政专户 + 事业 + 经营 + 附属单位上缴 + 其他收入",
    equations: [
      {
        whole: ["CURRENT_YEAR_REVENUE"],
        parts: REVENUE_SOURCES,
        places: [...tables("TOTALS", "REVENUE"), WORDS],
        of: "BOTH",
        closedBy: ["REVENUE_OTHER"],
      },
      {
        whole: ["REVENUE_FISCAL_APPROPRIATION"],
        parts: BUDGETS.map(({ revenue }) => revenue),
        places: [...tables("TOTALS", "REVENUE"), WORDS],
        of: "BOTH",
        closedBy: ["REVENUE_GENERAL_PUBLIC", "REVENUE_GOVERNMENT_FUND"],
      },
    ],
  }),
  equationRule({
    code: "EXPENDITURE_ROW_SUM",
    category,
    title: "The year's expenditure is the sum of its natures",
    titleZh: "本年支出等于各类性质支出之和",
    identity: "本年支出合计 = 基本支出 + 项目支出 + 上缴上级支出 + 经营支出 + 对附属单位补助支出",
    equations: [
      {
        whole: ["CURRENT_YEAR_EXPENDITURE"],
        parts: EXPENDITURE_NATURES,
        places: [...tables("EXPENDITURE", "TOTALS"), WORDS],
        of: "BOTH",
        closedBy: ["BASIC_EXPENDITURE", "PROJECT_EXPENDITURE"],
      },
    ],
  }),
  treeRule({
    code: "CLASSES_SUM",
    category,
    title: "Expenditure in the tables of totals is the sum of the functional classes",
    titleZh: "总表本年支出等于各功能分类之和",
    identity: "本年支出合计 = Σ 功能分类（类）",
    trees: [
      {
        place: { table: "TOTALS" },
        levels: "TOTAL",
        measures: ["CURRENT_YEAR_EXPENDITURE"],
        totals: { CURRENT_YEAR_EXPENDITURE: ["EXPENDITURE_TOTAL", "SURPLUS_DISTRIBUTED", "CLOSING_CARRYOVER"] },
      },
      {
        place: { table: "FISCAL_APPROPRIATION" },
        levels: "TOTAL",
        measures: ["FISCAL_CURRENT_EXPENDITURE", ...BUDGETS.map(({ expenditure }) => expenditure)],
        totals: {
          FISCAL_CURRENT_EXPENDITURE: ["FISCAL_APPROPRIATION_EXPENDITURE", "FISCAL_CLOSING_CARRYOVER"],
          ...Object.fromEntries(BUDGETS.map(({ expenditure, total, closing }) => [expenditure, [total, closing]])),
        },
      },
    ],
  }),
  treeRule({
    code: "SUBJECT_TREE_ALL_FUNDS",
    category,
    title: "Revenue and expenditure tables: every subject is the sum of the subjects below it",
    titleZh: "收入表、支出表科目逐级合计",
    identity: "合计 = Σ类，类 = Σ款，款 = Σ项（收入表、支出表各栏）",
    trees: eachTree(["REVENUE", "EXPENDITURE", "PROJECT_REVENUE_EXPENDITURE"], "BOTH"),
  }),
  treeRule({
    code: "SUBJECT_TREE_BY_BUDGET",
    category,
    title: "Tables of the three budgets: every subject is the sum of the subjects below it",
    titleZh: "三类预算支出表科目逐级合计",
    identity: "合计 = Σ类，类 = Σ款，款 = Σ项（一般公共预算、政府性基金、国有资本经营表各栏）",
    trees: eachTree(["GENERAL_PUBLIC", "GOVERNMENT_FUND", "STATE_CAPITAL"], "BOTH"),
  }),
  equationRule({
    code: "BUDGET_TABLE_ROW_SUM",
    category,
    title: "Rows of the tables of the three budgets are basic and project expenditure",
    titleZh: "三类预算支出表各行等于基本支出与项目支出之和",
    identity: "合计 = 基本支出 + 项目支出",
    equations: BUDGETS.map(({ expenditure, basic, project, table }): Equation => ({
      whole: [expenditure],
      parts: [basic, project],
      places: [{ table }, ...(table === "GENERAL_PUBLIC" ? tables("EXPENDITURE_BY_ECONOMIC") : [])],
      of: "BOTH",
    })),
  }),
  treeRule({
    code: "ECONOMIC_ITEMS_SUM",
    category,
    title: "Economic classes are the sum of their sections",
    titleZh: "经济分类各类等于其款之和",
    identity: "类 30x = Σ 款 30xNN",
    trees: eachTree(["GENERAL_PUBLIC_BASIC", "GENERAL_PUBLIC_PROJECT", "EXPENDITURE_BY_ECONOMIC"], "SUBJECTS"),
  }),
  treeRule({
    code: "ECONOMIC_CLASSES_SUM",
    category,
    title: "The total of an economic table is the sum of its classes",
    titleZh: "经济分类表合计等于各类之和",
    identity: "合计 = Σ 经济分类（类）",
    trees: [
      ...eachTree(["GENERAL_PUBLIC_BASIC"], "TOTAL", ["PERSONNEL_EXPENSE", "PUBLIC_EXPENSE"]),
      ...eachTree(["EXPENDITURE_BY_ECONOMIC"], "TOTAL"),
    ],
  }),
  equationRule({
    code: "PERSONNEL_SUM",
    category,
    title: "Personnel expense is wages and welfare with subsidies to individuals",
    titleZh: "人员经费等于工资福利支出与对个人和家庭的补助之和",
    identity: "人员经费合计 = 301 + 303",
    equations: [{ whole: ["PERSONNEL_EXPENSE"], parts: [basicOf("301"), basicOf("303")], places: tables("GENERAL_PUBLIC_BASIC") }],
  }),
  equationRule({
    code: "PUBLIC_EXPENSE_SUM",
    category,
    title: "Public expense is every other economic class",
    titleZh: "公用经费等于其他各经济分类之和",
    identity: "公用经费合计 = 302 + 307 + 309 + 310 + 311 + 312 + 313 + 399（印出的各类）",
    equations: [
      {
        whole: ["PUBLIC_EXPENSE"],
        parts: ["302", "307", "309", "310", "311", "312", "313", "399"].map(basicOf),
        places: tables("GENERAL_PUBLIC_BASIC"),
      },
    ],
  }),
  equationRule({
    code: "BASIC_EQ_PERSONNEL_PLUS_PUBLIC",
    category,
    title: "Basic expenditure is personnel and public expense",
    titleZh: "基本支出等于人员经费与公用经费之和",
    identity: "基本支出 = 人员经费 + 公用经费",
    equations: [
      {
        whole: [BASIC],
        parts: ["PERSONNEL_EXPENSE", "PUBLIC_EXPENSE"],
        places: [...tables("GENERAL_PUBLIC_BASIC", "GENERAL_PUBLIC"), WORDS],
        of: "BOTH",
        ofWords: true,
      },
    ],
  }),
  equationRule({
    code: "THREE_PUBLIC_SUM",
    category,
    title: "The three public expenses are travel, vehicles and reception",
    titleZh: "“三公”经费等于三项之和",
    identity: "“三公”经费 = 因公出国（境）费 + 公务用车购置及运行维护费 + 公务接待费（预算、决算分别）",
    equations: [
      {
        whole: ["THREE_PUBLIC_TOTAL"],
        parts: [
          "OVERSEAS_TRAVEL",
          { first: "OFFICIAL_VEHICLES", otherwise: ["VEHICLE_PURCHASE", "VEHICLE_OPERATION"] },
          "OFFICIAL_RECEPTION",
        ],
        places: THREE_PUBLIC_PLACES,
      },
    ],
  }),
  equationRule({
    code: "VEHICLE_COST_SUM",
    category,
    title: "Official vehicles are purchase and operation",
    titleZh: "公务用车费等于购置费与运行维护费之和",
    identity: "公务用车购置及运行维护费 = 购置费 + 运行维护费（预算、决算分别）",
    equations: [{ whole: ["OFFICIAL_VEHICLES"], parts: ["VEHICLE_PURCHASE", "VEHICLE_OPERATION"], places: THREE_PUBLIC_PLACES }],
  }),
  equationRule({
    code: "RECEPTION_COST_SUM",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    title: "Reception is domestic and foreign; foreign affairs are part of the domestic",
    titleZh: "公务接待费等于国内与国（境）外接待之和，外事接待不超过国内接待",
    identity: "公务接待费 = 国内接待 + 国（境）外接待；外事接待 ≤ 国内接待（金额、批次、人次）",
    equations: [
      { whole: ["OFFICIAL_RECEPTION"], parts: ["DOMESTIC_RECEPTION", "FOREIGN_RECEPTION"], places: THREE_PUBLIC_PLACES },
      ...(
        [
          ["FOREIGN_AFFAIRS_RECEPTION", "DOMESTIC_RECEPTION"],
          ["FOREIGN_AFFAIRS_RECEPTION_BATCHES", "RECEPTION_BATCHES"],
          ["FOREIGN_AFFAIRS_RECEPTION_GUESTS", "RECEPTION_GUESTS"],
        ] as const
      ).map(([part, whole]): Equation => ({ whole: [part], parts: [whole], relation: "AT_MOST", places: THREE_PUBLIC_PLACES })),
    ],
  }),
  equationRule({
    code: "PROCUREMENT_SUM",
    category,
    title: "Procurement is goods, works and services",
    titleZh: "政府采购总额等于货物、工程、服务之和",
    identity: "政府采购总额 = 货物 + 工程 + 服务",
    equations: [
      {
        whole: ["PROCUREMENT_TOTAL"],
        parts: ["PROCUREMENT_GOODS", "PROCUREMENT_WORKS", "PROCUREMENT_SERVICES"],
        places: PROCUREMENT_PLACES,
        closedBy: ["PROCUREMENT_GOODS", "PROCUREMENT_SERVICES"],
      },
    ],
  }),
  equationRule({
    code: "ASSET_VEHICLE_CATEGORY_SUM",
    category,
    title: "Vehicles are the sum of the vehicles by use",
    titleZh: "车辆合计等于各类用途车辆之和",
    identity: "车辆合计 = Σ 各用途车辆（现有、计划购置分别）",
    equations: [
      { whole: ["VEHICLES_TOTAL"], parts: VEHICLES_BY_USE, places: ASSET_PLACES, closedBy: ["VEHICLES_OTHER"] },
      { whole: ["PLANNED_VEHICLES"], parts: PLANNED_VEHICLES_BY_USE, places: ASSET_PLACES, closedBy: ["PLANNED_VEHICLES_OTHER"] },
    ],
  }),
  treeRule({
    code: "PROJECT_ECONOMIC_SUM",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    title: "Project expenditure is the sum of its economic classes",
    titleZh: "项目支出等于各经济分类之和",
    identity: "项目支出合计 = Σ 经济分类（类）",
    trees: [
      ...eachTree(["GENERAL_PUBLIC_PROJECT"], "TOTAL"),
      { place: WORDS, measures: ["GENERAL_PUBLIC_PROJECT_EXPENDITURE"], levels: "TOTAL", unlessInTable: true },
    ],
  }),
  ownRule({
    code: "PROJECT_LIST_SUM",
    category,
    severity: "WARNING",
    title: "A complete list of projects makes its own total",
    titleZh: "项目清单合计等于各项目之和",
    identity: "Σ 所列项目 = 项目支出（清单列有合计时）",
    tolerance: "PRINTED",
    sentence: {
      en: "The list of projects has a total of {published}, its {listCount} projects make {recomputed}",
      zh: "项目清单合计为{published}，所列{listCount}个项目合计为{recomputed}，相差{difference}",
    },
    evaluate: sumProjectLists,
  }),
  ownRule({
    code: "UNIT_ROWS_SUM",
    category,
    title: "In tables by unit the total is the sum of the units",
    titleZh: "分单位表合计等于各单位之和",
    identity: "合计 = Σ 各单位（分单位表各栏）",
    tolerance: "PRINTED",
    sentence: {
      en: "A column of {name} does not add up: its {unitCount} units do not make the total",
      zh: "“{name}”有一栏{unitCount}个单位之和不等于合计",
    },
    evaluate: sumUnitRows,
  }),
];
