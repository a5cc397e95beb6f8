import type { MeasureCode } from "../../model/measures";
import { MEASURE_CODES } from "../../model/measures";
import { changeEquations, evaluateChangeSums } from "../change-sums";
import { equationRule, ownRule, treeRule, twinRule } from "../declare-rule";
import type { Equation } from "../equation";
import { findNamedZeros, findUntoldItems } from "../item-coverage";
import {
  BUDGETS,
  EXPENDITURE_NATURES,
  PLANNED_VEHICLES_BY_USE,
  PROCUREMENT_MEASURES,
  REVENUE_SOURCE_MEASURES,
  THREE_PUBLIC_DETAIL,
  THREE_PUBLIC_MONEY,
  VEHICLES_BY_USE,
} from "../measure-lists";
import { FINAL_ACCOUNTS_ONLY, type Rule } from "../rule";

const category = "NARRATIVE";
const WORDS_AND_TABLES = "WORDS_AND_TABLES";

const SUBJECT_EXPENDITURE: readonly MeasureCode[] = [
  "GENERAL_PUBLIC_EXPENDITURE",
  "FISCAL_CURRENT_EXPENDITURE",
  "CURRENT_YEAR_EXPENDITURE",
];

/** 文字与表格一致: what the words tell is what the tables print, and what the words tell elsewhere. */
export const NARRATIVE_RULES: readonly Rule[] = [
  twinRule({
    code: "N_TOTALS_MATCH",
    category,
    title: "Totals in words are those of the tables",
    titleZh: "文字中的收支总计与表格一致",
    identity: "文字：收支总计、本年收入、本年支出、财政拨款总计、结转 = 表",
    twins: [
      {
        measures: [
          "REVENUE_TOTAL",
          "EXPENDITURE_TOTAL",
          "CURRENT_YEAR_REVENUE",
          "CURRENT_YEAR_EXPENDITURE",
          "NON_FISCAL_BALANCE_USED",
          "OPENING_CARRYOVER",
          "SURPLUS_DISTRIBUTED",
          "CLOSING_CARRYOVER",
          "FISCAL_APPROPRIATION_REVENUE",
          "FISCAL_APPROPRIATION_EXPENDITURE",
          "FISCAL_CURRENT_REVENUE",
          "FISCAL_CURRENT_EXPENDITURE",
          "FISCAL_OPENING_CARRYOVER",
          "FISCAL_CLOSING_CARRYOVER",
        ],
        of: "TOTAL",
        between: WORDS_AND_TABLES,
      },
    ],
  }),
  twinRule({
    code: "N_REVENUE_SOURCES_MATCH",
    category,
    title: "Sources of revenue in words are those of the tables",
    titleZh: "文字中的收入来源与表格一致",
    identity: "文字：各项收入来源 = 收入表",
    twins: [{ measures: REVENUE_SOURCE_MEASURES, of: "TOTAL", between: WORDS_AND_TABLES }],
  }),
  twinRule({
    code: "N_EXPENDITURE_NATURES_MATCH",
    category,
    title: "Natures of expenditure in words are those of the tables",
    titleZh: "文字中的支出性质与表格一致",
    identity: "文字：基本、项目、上缴、经营、补助 = 支出表",
    twins: [{ measures: EXPENDITURE_NATURES, of: "TOTAL", between: WORDS_AND_TABLES }],
  }),
  twinRule({
    code: "N_GENERAL_CLASS_MATCH",
    category,
    title: "General public expenditure and its classes in words are those of the table",
    titleZh: "文字中的一般公共预算支出及各类与表格一致",
    identity: "文字：一般公共预算支出合计、各类 = 一般公共预算财政拨款支出表",
    twins: [
      { measures: ["GENERAL_PUBLIC_EXPENDITURE"], of: "TOTAL", between: WORDS_AND_TABLES },
      { measures: SUBJECT_EXPENDITURE, of: "CLASSES", between: WORDS_AND_TABLES },
    ],
  }),
  twinRule({
    code: "N_GENERAL_ITEM_MATCH",
    category,
    title: "Items in words are the rows of the table with the same code",
    titleZh: "文字中的款、项与表格一致",
    identity: "文字：各款、项 = 表中同一科目",
    twins: [{ measures: SUBJECT_EXPENDITURE, of: "BELOW_CLASSES", between: WORDS_AND_TABLES }],
  }),
  ownRule({
    code: "N_ITEM_COVERAGE",
    category,
    severity: "WARNING",
    title: "Every item of the table is told in words, and every item told is in the table",
    titleZh: "表中各项均有文字说明，文字所列各项均在表中",
    identity: "一般公共预算支出表中不为零的项 ⇔ 文字说明的项",
    tolerance: "NONE",
    sentence: {
      en: "{figure} of {published} {word:coverage}",
      zh: "{figure}{published}{word:coverage}",
    },
    evaluate: findUntoldItems,
  }),
  twinRule({
    code: "N_BASIC_MATCH",
    category,
    title: "Basic expenditure, personnel and public expense in words are those of the general public budget's tables",
    titleZh: "文字中的基本支出、人员经费、公用经费与一般公共预算表一致",
    identity: "文字：一般公共预算基本支出、项目支出、人员经费、公用经费 = 一般公共预算各表",
    twins: [
      {
        measures: ["GENERAL_PUBLIC_BASIC_EXPENDITURE", "GENERAL_PUBLIC_PROJECT_EXPENDITURE", "PERSONNEL_EXPENSE", "PUBLIC_EXPENSE"],
        of: "TOTAL",
        between: WORDS_AND_TABLES,
      },
      {
        measures: ["GENERAL_PUBLIC_BASIC_EXPENDITURE", "GENERAL_PUBLIC_PROJECT_EXPENDITURE"],
        of: "CLASSES",
        between: WORDS_AND_TABLES,
      },
    ],
  }),
  twinRule({
    code: "N_THREE_PUBLIC_MATCH",
    category,
    title: "The three public expenses and their counts in words are those of the table",
    titleZh: "文字中的“三公”经费及数量与表格一致",
    identity: "文字：“三公”各项金额（预算、决算）及数量 = 表",
    twins: [{ measures: [...THREE_PUBLIC_MONEY, ...THREE_PUBLIC_DETAIL], of: "TOTAL", between: WORDS_AND_TABLES }],
  }),
  twinRule({
    code: "N_FUND_STATE_CAPITAL_MATCH",
    category,
    title: "Government funds and state capital in words are those of the tables",
    titleZh: "文字中的政府性基金、国有资本经营预算与表格一致",
    identity: "文字：基金、国资收入、支出、结转 = 表",
    twins: [
      {
        measures: BUDGETS.slice(1).flatMap(({ ownRevenue, expenditure, basic, project, opening, closing }): MeasureCode[] => [
          ownRevenue,
          expenditure,
          basic,
          project,
          opening,
          closing,
        ]),
        of: "TOTAL",
        between: WORDS_AND_TABLES,
      },
      { measures: ["GOVERNMENT_FUND_EXPENDITURE", "STATE_CAPITAL_EXPENDITURE"], of: "CLASSES", between: WORDS_AND_TABLES },
      { measures: ["GOVERNMENT_FUND_EXPENDITURE", "STATE_CAPITAL_EXPENDITURE"], of: "BELOW_CLASSES", between: WORDS_AND_TABLES },
    ],
  }),
  twinRule({
    code: "N_AGENCY_ASSET_PROCUREMENT_MATCH",
    category,
    title: "Operating expense, vehicles, equipment and procurement in words are those of the table that prints them",
    titleZh: "文字中的运行经费、资产、采购与表格一致",
    identity: "文字：机关运行经费、车辆、设备、采购 = 印出它们的表",
    twins: [
      {
        measures: [
          "AGENCY_OPERATING_EXPENSE",
          "MEETING_EXPENSE",
          "TRAINING_EXPENSE",
          "VEHICLES_TOTAL",
          ...VEHICLES_BY_USE,
          "LARGE_EQUIPMENT",
          "GENERAL_EQUIPMENT_LARGE",
          "ASSETS_ORIGINAL_VALUE",
          "PLANNED_VEHICLES",
          "PLANNED_LARGE_EQUIPMENT",
          ...PLANNED_VEHICLES_BY_USE,
          ...PROCUREMENT_MEASURES,
        ],
        of: "TOTAL",
        between: WORDS_AND_TABLES,
      },
    ],
  }),
  twinRule({
    code: "N_SAME_FACT_TWICE",
    category,
    title: "What the words tell twice is the same",
    titleZh: "文字中同一事实前后一致",
    identity: "同一指标、科目、阶段在文字中各处相等（无表可对时）",
    twins: [{ measures: MEASURE_CODES, of: "ALL", between: "WORDS" }],
  }),
  treeRule({
    code: "N_ITEMS_SUM",
    category,
    title: "Classes in words are the sum of their items, the total the sum of the classes",
    titleZh: "文字中各类等于其项之和，合计等于各类之和",
    identity: "文字：类 = Σ项；合计 = Σ类（无表可对时）",
    trees: [{ place: "NARRATIVE", measures: SUBJECT_EXPENDITURE, levels: "BOTH", stages: "OWN", unlessInTable: true }],
  }),
  treeRule({
    code: "N_INITIAL_ITEMS_SUM",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    title: "The initial budget in words is the sum of the items' initial budgets",
    titleZh: "文字中年初预算合计等于各项年初预算之和",
    identity: "文字：年初预算合计 = Σ 项的年初预算",
    trees: [{ place: "NARRATIVE", measures: SUBJECT_EXPENDITURE, levels: "BOTH", stages: "BUDGETS", unlessInTable: true }],
  }),
  ownRule({
    code: "N_CHANGE_ITEMS_SUM",
    category,
    title: "The change of a whole is the sum of the changes of its parts",
    titleZh: "合计的增减等于各部分增减之和",
    identity: "文字：类的增减 = Σ 项的增减；合计的增减 = Σ 类的增减；“三公”增减 = Σ 各项增减",
    tolerance: "PRINTED",
    sentence: {
      en: "{whole} is said to change by {published} against {base}, but the changes of {parts} make {recomputed}; the difference is {difference}",
      zh: "{whole}与{base}相比的变动为{published}，而{parts}的变动合计为{recomputed}，相差{difference}",
    },
    evaluate: (facts) => evaluateChangeSums(facts, changeEquations),
  }),
  equationRule({
    code: "N_PART_LIST_LE_WHOLE",
    category,
    severity: "WARNING",
    title: "What is told as part of a whole does not exceed it",
    titleZh: "文字中部分不超过整体",
    identity: "文字：Σ 所列部分 ≤ 整体（主要包括、其中、等）",
    equations: (
      [
        ["BASIC_EXPENDITURE", "EXPENDITURE_TOTAL"],
        ["PROJECT_EXPENDITURE", "EXPENDITURE_TOTAL"],
        ["GENERAL_PUBLIC_EXPENDITURE", "EXPENDITURE_TOTAL"],
        ["GENERAL_PUBLIC_BASIC_EXPENDITURE", "BASIC_EXPENDITURE"],
        ["GENERAL_PUBLIC_PROJECT_EXPENDITURE", "PROJECT_EXPENDITURE"],
        ["GENERAL_PUBLIC_BASIC_EXPENDITURE", "GENERAL_PUBLIC_EXPENDITURE"],
        ["GENERAL_PUBLIC_PROJECT_EXPENDITURE", "GENERAL_PUBLIC_EXPENDITURE"],
        ["PERSONNEL_EXPENSE", "GENERAL_PUBLIC_BASIC_EXPENDITURE"],
        ["PUBLIC_EXPENSE", "GENERAL_PUBLIC_BASIC_EXPENDITURE"],
        ["PROCUREMENT_CENTRALISED", "PROCUREMENT_TOTAL"],
        ["MEETING_EXPENSE", "EXPENDITURE_TOTAL"],
        ["TRAINING_EXPENSE", "EXPENDITURE_TOTAL"],
        ["THREE_PUBLIC_TOTAL", "EXPENDITURE_TOTAL"],
      ] as const
    ).map(([part, whole]): Equation => ({ whole: [part], parts: [whole], relation: "AT_MOST", places: ["NARRATIVE"] })),
  }),
  ownRule({
    code: "N_ZERO_COMPONENT_NAMED",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    severity: "INFO",
    title: "Components named in words have an amount in the table",
    titleZh: "文字列举的支出内容在表中有金额",
    identity: "“主要包括”列举的经济科目 ⇒ 基本支出表该科目、“三公”该项 ≠ 0",
    tolerance: "NONE",
    sentence: {
      en: "The words name {subjects} among what was spent, but its amount is printed as zero or left blank",
      zh: "文字列举了{subjects}，而该项金额列为零或空白",
    },
    evaluate: findNamedZeros,
  }),
];
