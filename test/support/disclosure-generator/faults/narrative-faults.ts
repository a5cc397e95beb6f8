import { HUNDRED_YUAN, WAN_YUAN } from "../amounts";
import { OFFICIAL_SECTIONS } from "../forms/official-form";
import { personnelOf, smeTotal } from "../unit-year-sums";
import {
  add,
  change,
  classOfItem,
  firstItem,
  hasFundItems,
  shift,
  swapDigits,
  together,
  turn,
  type DocumentForm,
  type Fault,
} from "./fault";

const OFFICIAL: readonly DocumentForm[] = ["OFFICIAL", "ATTACHED"];
const FINAL_TABLES: readonly DocumentForm[] = ["OFFICIAL", "SHANGHAI"];
const FINAL_ACCOUNTS: readonly DocumentForm[] = ["OFFICIAL", "ATTACHED", "SHANGHAI"];
const NOTHING = { budget: 0, final: 0 };

/** Words against tables and against themselves, rates, counts, completeness, plausibility. */
export const NARRATIVE_FAULTS = {
  "words-differ-from-table": {
    what: "收支总计 in words has two digits swapped",
    rule: "N_TOTALS_MATCH",
    in: ["OFFICIAL", "SHANGHAI", "BUDGET"],
    also: { X_DIGIT_SLIP: "the swapped digits are told as the likely cause" },
    plant: () => change({ inWords: true, measure: "EXPENDITURE_TOTAL", kind: "FACT" }, swapDigits),
  },
  "source-differs-in-words": {
    what: "一般公共预算财政拨款收入 in words is not the table's",
    rule: "N_REVENUE_SOURCES_MATCH",
    in: ["OFFICIAL"],
    plant: () => shift({ inWords: true, measure: "REVENUE_GENERAL_PUBLIC" }, 3 * WAN_YUAN),
  },
  "nature-differs-in-words": {
    what: "基本支出 in words is not the table's",
    rule: "N_EXPENDITURE_NATURES_MATCH",
    in: FINAL_TABLES,
    plant: () => shift({ inWords: true, measure: "BASIC_EXPENDITURE" }, 3 * WAN_YUAN),
  },
  "item-differs-from-table": {
    what: "an item in words has two digits swapped",
    rule: "N_GENERAL_ITEM_MATCH",
    in: FINAL_TABLES,
    also: {
      X_DIGIT_SLIP: "the swapped digits are told as the likely cause",
      DIRECTION_WORD: "大于 or 小于 beside it may become wrong",
    },
    plant: (request) =>
      change({ inWords: true, measure: "GENERAL_PUBLIC_EXPENDITURE", subject: firstItem(request), stage: "FINAL" }, swapDigits),
  },
  "untold-item": {
    what: "an item of the table is not told in words",
    rule: "N_ITEM_COVERAGE",
    in: ["OFFICIAL"],
    plant: () => turn("untold-item"),
  },
  "personnel-differs-in-words": {
    what: "人员经费 in words is not the table's",
    rule: "N_BASIC_MATCH",
    in: FINAL_TABLES,
    also: { BASIC_EQ_PERSONNEL_PLUS_PUBLIC: "人员经费 is part of 基本支出 in the same words" },
    plant: () => shift({ inWords: true, measure: "PERSONNEL_EXPENSE" }, 3 * WAN_YUAN),
  },
  "reception-differs-in-words": {
    what: "公务接待费 in words is not the table's",
    rule: "N_THREE_PUBLIC_MATCH",
    in: FINAL_TABLES,
    plant: () => shift({ inWords: true, measure: "OFFICIAL_RECEPTION", stage: "FINAL" }, -3 * HUNDRED_YUAN),
  },
  "fund-differs-in-words": {
    what: "政府性基金 expenditure in words is not the table's",
    rule: "N_FUND_STATE_CAPITAL_MATCH",
    in: FINAL_TABLES,
    needs: hasFundItems,
    plant: () => shift({ inWords: true, measure: "GOVERNMENT_FUND_EXPENDITURE", stage: "FINAL" }, 3 * WAN_YUAN),
  },
  "told-twice-differently": {
    what: "本年支出 is told twice in words, and differently",
    rule: "N_SAME_FACT_TWICE",
    in: ["ATTACHED"],
    also: { X_DIGIT_SLIP: "the swapped digits are told as the likely cause" },
    plant: () => change({ section: "EXPENDITURE", measure: "CURRENT_YEAR_EXPENDITURE" }, swapDigits),
  },
  "class-in-words-not-sum": {
    what: "a class in words is not the sum of its items in words",
    rule: "N_ITEMS_SUM",
    in: ["ATTACHED"],
    plant: (request) =>
      add(
        { section: "GENERAL_PUBLIC", measure: "GENERAL_PUBLIC_EXPENDITURE", subject: classOfItem(request), stage: "FINAL" },
        5 * WAN_YUAN,
      ),
  },
  "initial-budget-not-sum": {
    what: "年初预算 in words is not the sum of the items' initial budgets",
    rule: "N_INITIAL_ITEMS_SUM",
    in: OFFICIAL,
    also: {
      COMPLETION_RATE: "the completion rate beside it is of that budget",
      N_CHANGE_ITEMS_SUM: "the change of the whole follows from it",
    },
    plant: () =>
      add({ section: "GENERAL_PUBLIC", measure: "GENERAL_PUBLIC_EXPENDITURE", noSubject: true, stage: "INITIAL_BUDGET" }, 5 * WAN_YUAN),
  },
  "change-not-sum": {
    what: "the change of a class is not the sum of the changes of its items",
    rule: "N_CHANGE_ITEMS_SUM",
    in: OFFICIAL,
    plant: (request) =>
      change({ section: "GENERAL_PUBLIC", kind: "CHANGE_AMOUNT", subject: classOfItem(request) }, (value) =>
        value < 0 ? value - 6 * WAN_YUAN : value + 6 * WAN_YUAN,
      ),
  },
  "wrong-completion-rate": {
    what: "完成年初预算的 % does not follow from the two numbers beside it",
    rule: "COMPLETION_RATE",
    in: OFFICIAL,
    plant: (request) => add({ kind: "COMPLETION_RATE", subject: firstItem(request) }, 1250),
  },
  "wrong-share": {
    what: "占 % does not follow",
    rule: "SHARE_OF_TOTAL",
    in: FINAL_ACCOUNTS,
    plant: () => add({ kind: "SHARE", measure: "PROJECT_EXPENDITURE" }, 730),
  },
  "wrong-growth-rate": {
    what: "增长 % does not follow from the change",
    rule: "GROWTH_RATE",
    in: FINAL_ACCOUNTS,
    plant: () => add({ section: "TOTALS", kind: "CHANGE_RATE", measure: "EXPENDITURE_TOTAL", base: "PRIOR_FINAL" }, 990),
  },
  "rate-on-zero": {
    what: "growth rates are printed on a base of zero",
    rule: "RATE_ON_ZERO_BASE",
    in: FINAL_ACCOUNTS,
    given: ({ prior }) => ({
      prior: {
        ...prior,
        threePublic: { ...prior.threePublic, overseas: NOTHING, purchase: NOTHING, operation: NOTHING, reception: NOTHING },
      },
    }),
    plant: () => turn("rate-on-zero"),
  },
  "turned-direction": {
    what: "下降 stands beside 增加, or 增长 beside 减少",
    rule: "DIRECTION_WORD",
    in: FINAL_ACCOUNTS,
    plant: () => turn("turned-direction/EXPENDITURE_TOTAL"),
  },
  "missing-reason": {
    what: "变动原因 is empty",
    rule: "REASON_PRESENT",
    in: OFFICIAL,
    plant: () => turn("missing-reason/OPERATING_EXPENSE", "missing-reason/GENERAL_PUBLIC"),
  },
  "three-public-above-budget": {
    what: "公务接待费 goes beyond its budget",
    rule: "THREE_PUBLIC_FINAL_LE_BUDGET",
    in: FINAL_ACCOUNTS,
    given: ({ year }) => {
      const { reception } = year.threePublic;
      return {
        year: { ...year, threePublic: { ...year.threePublic, reception: { ...reception, budget: reception.final - 5 * HUNDRED_YUAN } } },
      };
    },
  },
  "guests-without-money": {
    what: "接待 has money and no batches",
    rule: "COUNT_MONEY_COHERENT",
    in: FINAL_ACCOUNTS,
    plant: () => change({ measure: "RECEPTION_BATCHES" }, () => 0),
  },
  "more-held-than-owned": {
    what: "公务用车保有量 is above all vehicles of the asset section",
    rule: "VEHICLES_HELD_VS_ASSETS",
    in: FINAL_ACCOUNTS,
    plant: () => add({ measure: "VEHICLES_HELD" }, 9),
  },
  "micro-above-sme": {
    what: "小微 is above 中小",
    rule: "PROCUREMENT_SME_ORDER",
    in: OFFICIAL,
    given: ({ year }) => ({ year: { ...year, procurement: { ...year.procurement, micro: smeTotal(year) + WAN_YUAN } } }),
  },
  "sme-share-of-another-base": {
    what: "the share of small enterprises in goods does not make their amount",
    rule: "PROCUREMENT_SME_SHARE_BASE",
    in: OFFICIAL,
    plant: () => add({ kind: "SHARE", measure: "PROCUREMENT_SME_GOODS" }, 900),
  },
  "yuan-for-wan": {
    what: "人员经费 in words is printed in 元 and called 万元",
    rule: "X_UNIT_SCALE",
    in: FINAL_TABLES,
    plant: ({ year }) =>
      change({ section: "GENERAL_PUBLIC_BASIC", inWords: true, measure: "PERSONNEL_EXPENSE" }, () => personnelOf(year) * 10_000),
  },
  "lost-digit": {
    what: "项目支出 in words has lost a digit",
    rule: "X_DIGIT_SLIP",
    in: FINAL_TABLES,
    also: { N_EXPENDITURE_NATURES_MATCH: "the slip explains this difference" },
    plant: () =>
      change(
        { section: "EXPENDITURE", inWords: true, measure: "PROJECT_EXPENDITURE" },
        (value) => Math.floor(value / HUNDRED_YUAN / 10) * HUNDRED_YUAN,
      ),
  },
  "negative-reception": {
    what: "国（境）外公务接待费 is below zero",
    rule: "X_NEGATIVE",
    in: OFFICIAL,
    also: { COUNT_MONEY_COHERENT: "money stands beside no guests" },
    plant: () =>
      together(add({ measure: "FOREIGN_RECEPTION" }, -5 * HUNDRED_YUAN), add({ measure: "DOMESTIC_RECEPTION" }, 5 * HUNDRED_YUAN)),
  },
  "growth-below-minus-hundred": {
    what: "下降 of more than 100 %",
    rule: "X_GROWTH_EXTREME",
    in: FINAL_ACCOUNTS,
    also: { GROWTH_RATE: "the rate does not follow from the change" },
    plant: () => change({ section: "TOTALS", kind: "CHANGE_RATE", measure: "EXPENDITURE_TOTAL", base: "PRIOR_FINAL" }, () => -13_500),
  },
  "grades-not-sum": {
    what: "projects by grade are not the projects evaluated",
    rule: "P_GRADES_SUM",
    in: ["SHANGHAI"],
    plant: () => add({ measure: "EVALUATED_GOOD" }, 1),
  },
  "problems-not-sum": {
    what: "problems found are not those solved and those open",
    rule: "P_PROBLEMS_SUM",
    in: ["SHANGHAI"],
    plant: () => add({ measure: "EVALUATION_PROBLEMS_FOUND" }, 1),
  },
  "more-targeted-than-spent": {
    what: "the amount evaluated is above project expenditure",
    rule: "P_EVALUATED_AMOUNT_LE_PROJECT",
    in: ["OFFICIAL", "ATTACHED", "SHANGHAI", "BUDGET"],
    also: { SHARE_OF_TOTAL: "the share of the amount in project expenditure stands beside it" },
    plant: () => change({ measure: ["EVALUATED_AMOUNT", "TARGETED_AMOUNT"] }, (value) => value * 3),
  },
  "compared-with-itself": {
    what: "a year is compared with itself",
    rule: "YEAR_CONSISTENT",
    in: ["SHANGHAI"],
    plant: () => turn("compared-with-itself"),
  },
  "another-unit": {
    what: "a section speaks of another unit",
    rule: "UNIT_NAME_CONSISTENT",
    in: OFFICIAL,
    plant: () => turn("another-unit"),
  },
  "template-left": {
    what: "a placeholder of the template was left",
    rule: "TEMPLATE_RESIDUE",
    in: OFFICIAL,
    plant: () => turn("template-left"),
  },
  "missing-section": {
    what: "the section on procurement is not there",
    rule: "REQUIRED_SECTIONS",
    in: OFFICIAL,
    given: () => ({ sections: OFFICIAL_SECTIONS.filter((kind) => kind !== "PROCUREMENT") }),
  },
} as const satisfies Record<string, Fault>;
