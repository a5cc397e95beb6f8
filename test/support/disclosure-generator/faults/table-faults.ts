import { HUNDRED_YUAN, WAN_YUAN } from "../amounts";
import { publicExpenseOf } from "../unit-year-sums";
import { add, classOfItem, firstItem, hasFundItems, runningItem, shift, together, turn, type DocumentForm, type Fault } from "./fault";

const WITH_TABLES: readonly DocumentForm[] = ["OFFICIAL", "SHANGHAI", "BUDGET"];
const FINAL_TABLES: readonly DocumentForm[] = ["OFFICIAL", "SHANGHAI"];
const FINAL_ACCOUNTS: readonly DocumentForm[] = ["OFFICIAL", "ATTACHED", "SHANGHAI"];

/** A budget's table divides each economic subject into two more columns. */
const PERSONNEL_COLUMNS = ["GENERAL_PUBLIC_BASIC_EXPENDITURE", "PERSONNEL_EXPENSE"] as const;

/** Sums, balances and one fact in two tables. */
export const TABLE_FAULTS = {
  "revenue-differs-from-expenditure": {
    what: "支出总计 of the totals table is not 收入总计",
    rule: "TOTAL_REVENUE_EQ_EXPENDITURE",
    in: WITH_TABLES,
    also: {
      TOTAL_EXPENDITURE_COMPOSITION: "支出总计 is the sum of the lines above it",
      CLASSES_SUM: "a budget's 支出总计 is the sum of its classes",
    },
    plant: () => shift({ table: "TOTALS", measure: "EXPENDITURE_TOTAL" }, 12 * WAN_YUAN),
  },
  "total-leaves-out-opening": {
    what: "年初结转 of the totals table does not belong to 收入总计",
    rule: "TOTAL_REVENUE_COMPOSITION",
    in: WITH_TABLES,
    also: { TOTAL_REVENUE_EQ_EXPENDITURE: "收入总计 is 支出总计 as well" },
    plant: () => shift({ table: "TOTALS", measure: "REVENUE_TOTAL" }, -3 * WAN_YUAN),
  },
  "total-expenditure-not-composed": {
    what: "年末结转 of the totals table is not what 支出总计 leaves",
    rule: "TOTAL_EXPENDITURE_COMPOSITION",
    in: FINAL_TABLES,
    also: { CARRYOVER_ROLLFORWARD: "年末结转 follows from 年初结转 and the year as well" },
    plant: () => shift({ table: "TOTALS", measure: "CLOSING_CARRYOVER" }, 5 * WAN_YUAN),
  },
  "carryover-does-not-roll": {
    what: "年末结转 follows from no balance, wherever it is printed",
    rule: "CARRYOVER_ROLLFORWARD",
    in: ["OFFICIAL", "ATTACHED"],
    also: {
      TOTAL_EXPENDITURE_COMPOSITION: "年末结转 is part of 支出总计 as well",
      N_CHANGE_ITEMS_SUM: "so are their changes",
    },
    given: ({ year }) => ({
      year: { ...year, nonFiscal: year.nonFiscal.map((own, at) => (at === 0 ? { ...own, closing: own.closing + 7 * WAN_YUAN } : own)) },
    }),
  },
  "fiscal-sides-differ": {
    what: "财政拨款收入总计 is not 支出总计",
    rule: "FISCAL_REVENUE_EQ_EXPENDITURE",
    in: WITH_TABLES,
    also: {
      FISCAL_EXPENDITURE_COMPOSITION: "支出总计 is the sum of the lines above it",
      FISCAL_ROW_BY_BUDGET: "支出总计 is the sum of the three budgets",
      CLASSES_SUM: "a budget's 支出总计 is the sum of its classes",
    },
    plant: () => shift({ table: "FISCAL_APPROPRIATION", measure: "FISCAL_APPROPRIATION_EXPENDITURE" }, 2 * WAN_YUAN),
  },
  "fiscal-revenue-not-composed": {
    what: "年初财政拨款结转 is not what 财政拨款收入总计 leaves",
    rule: "FISCAL_REVENUE_COMPOSITION",
    in: FINAL_TABLES,
    also: {
      FISCAL_ROW_BY_BUDGET: "the line is the sum of the three budgets",
      FISCAL_CARRYOVER_LE_TOTAL: "the fiscal part may come to exceed the whole",
    },
    plant: () => shift({ table: "FISCAL_APPROPRIATION", measure: "FISCAL_OPENING_CARRYOVER" }, 2 * WAN_YUAN),
  },
  "fiscal-expenditure-not-composed": {
    what: "年末财政拨款结转 is not what 财政拨款支出总计 leaves",
    rule: "FISCAL_EXPENDITURE_COMPOSITION",
    in: FINAL_TABLES,
    also: {
      FISCAL_ROW_BY_BUDGET: "the line is the sum of the three budgets",
      FISCAL_CARRYOVER_LE_TOTAL: "the fiscal part may come to exceed the whole",
    },
    plant: () => shift({ table: "FISCAL_APPROPRIATION", measure: "FISCAL_CLOSING_CARRYOVER" }, 2 * WAN_YUAN),
  },
  "fund-does-not-roll": {
    what: "年末结转 of 政府性基金 follows from no balance",
    rule: "FISCAL_ROLLFORWARD_PER_BUDGET",
    in: FINAL_TABLES,
    needs: hasFundItems,
    also: {
      SUBJECT_TREE_BY_BUDGET: "the total of the column is the sum of its subjects",
      T_FISCAL_EXPENDITURE_MATCH: "财政拨款总表 prints the same total",
    },
    plant: () => shift({ table: "GOVERNMENT_FUND", measure: "GOVERNMENT_FUND_CLOSING_CARRYOVER", noSubject: true }, 4 * WAN_YUAN),
  },
  "fiscal-row-not-sum": {
    what: "two classes of the fiscal table are not the sum of their budgets",
    rule: "FISCAL_ROW_BY_BUDGET",
    in: WITH_TABLES,
    plant: () =>
      together(
        add({ table: "FISCAL_APPROPRIATION", measure: "FISCAL_CURRENT_EXPENDITURE", subject: "208" }, WAN_YUAN),
        add({ table: "FISCAL_APPROPRIATION", measure: "FISCAL_CURRENT_EXPENDITURE", subject: "221" }, -WAN_YUAN),
      ),
  },
  "source-row-not-sum": {
    what: "two rows of the revenue table are not the sum of their sources",
    rule: "REVENUE_SOURCES_SUM",
    in: WITH_TABLES,
    plant: () =>
      together(
        add({ table: "REVENUE", measure: "CURRENT_YEAR_REVENUE", subject: "2080505" }, WAN_YUAN),
        add({ table: "REVENUE", measure: "CURRENT_YEAR_REVENUE", subject: "2080506" }, -WAN_YUAN),
      ),
  },
  "nature-row-not-sum": {
    what: "a row of the expenditure table is not basic + project",
    rule: "EXPENDITURE_ROW_SUM",
    in: WITH_TABLES,
    also: {
      SUBJECT_TREE_ALL_FUNDS: "the row is part of the row above it",
      T_ALL_FUNDS_EQ_WHEN_ONLY_FISCAL: "a budget without other money has the same row in its own table",
    },
    plant: (request) => shift({ table: "EXPENDITURE", measure: "CURRENT_YEAR_EXPENDITURE", subject: firstItem(request) }, WAN_YUAN),
  },
  "missing-class": {
    what: "the totals table leaves out a class that has expenditure",
    rule: "CLASSES_SUM",
    in: FINAL_TABLES,
    plant: () => turn("missing-class"),
  },
  "class-not-sum-of-items": {
    what: "an item of the expenditure table is not what its class counts",
    rule: "SUBJECT_TREE_ALL_FUNDS",
    in: WITH_TABLES,
    also: { T_ALL_FUNDS_EQ_WHEN_ONLY_FISCAL: "a budget without other money has the same row in its own table" },
    plant: (request) =>
      shift(
        { table: "EXPENDITURE", subject: runningItem(request), measure: ["CURRENT_YEAR_EXPENDITURE", "BASIC_EXPENDITURE"] },
        9 * WAN_YUAN,
      ),
  },
  "budget-class-not-sum-of-items": {
    what: "an item of the general budget table is not what its class counts",
    rule: "SUBJECT_TREE_BY_BUDGET",
    in: WITH_TABLES,
    also: { T_ALL_FUNDS_EQ_WHEN_ONLY_FISCAL: "a budget without other money has the same row in its expenditure table" },
    plant: (request) =>
      shift(
        {
          table: "GENERAL_PUBLIC",
          subject: runningItem(request),
          measure: ["GENERAL_PUBLIC_EXPENDITURE", "GENERAL_PUBLIC_BASIC_EXPENDITURE"],
        },
        -90 * HUNDRED_YUAN,
      ),
  },
  "budget-row-not-sum": {
    what: "a row of the general budget table is not basic + project",
    rule: "BUDGET_TABLE_ROW_SUM",
    in: WITH_TABLES,
    also: {
      SUBJECT_TREE_BY_BUDGET: "the cell is part of the one above it",
      T_ALL_FUNDS_EQ_WHEN_ONLY_FISCAL: "the same cell stands in the expenditure table",
    },
    plant: (request) =>
      shift({ table: "GENERAL_PUBLIC", subject: runningItem(request), measure: "GENERAL_PUBLIC_BASIC_EXPENDITURE" }, -90 * HUNDRED_YUAN),
  },
  "economic-class-not-sum": {
    what: "301 is not the sum of 30101 …",
    rule: "ECONOMIC_ITEMS_SUM",
    in: WITH_TABLES,
    plant: () => add({ table: "GENERAL_PUBLIC_BASIC", subject: "30101", measure: PERSONNEL_COLUMNS }, 6 * WAN_YUAN),
  },
  "personnel-not-sum": {
    what: "人员经费合计 is not 301 + 303",
    rule: "PERSONNEL_SUM",
    in: WITH_TABLES,
    also: {
      BASIC_EQ_PERSONNEL_PLUS_PUBLIC: "a budget's table prints 合计 beside it",
      ECONOMIC_CLASSES_SUM: "a budget's table has a column of it, class by class",
    },
    plant: () => shift({ table: "GENERAL_PUBLIC_BASIC", measure: "PERSONNEL_EXPENSE", noSubject: true }, 3 * WAN_YUAN),
  },
  "public-expense-not-sum": {
    what: "公用经费合计 is not 302 + 310",
    rule: "PUBLIC_EXPENSE_SUM",
    in: WITH_TABLES,
    also: {
      BASIC_EQ_PERSONNEL_PLUS_PUBLIC: "a budget's table prints 合计 beside it",
      ECONOMIC_CLASSES_SUM: "a budget's table has a column of it, class by class",
    },
    plant: () => shift({ table: "GENERAL_PUBLIC_BASIC", measure: "PUBLIC_EXPENSE", noSubject: true }, 3 * WAN_YUAN),
  },
  "basic-not-personnel-plus-public": {
    what: "基本支出 in words is not 人员经费 + 公用经费",
    rule: "BASIC_EQ_PERSONNEL_PLUS_PUBLIC",
    in: FINAL_ACCOUNTS,
    also: { N_BASIC_MATCH: "the tables print the same number" },
    plant: () => shift({ section: "GENERAL_PUBLIC_BASIC", inWords: true, measure: "GENERAL_PUBLIC_BASIC_EXPENDITURE" }, -8 * WAN_YUAN),
  },
  "three-public-not-sum": {
    what: "“三公”经费 of the table is not the sum of its three lines",
    rule: "THREE_PUBLIC_SUM",
    in: WITH_TABLES,
    plant: () => shift({ table: "THREE_PUBLIC", measure: "THREE_PUBLIC_TOTAL" }, 20 * HUNDRED_YUAN),
  },
  "vehicles-not-sum": {
    what: "公务用车 is not purchase + operation",
    rule: "VEHICLE_COST_SUM",
    in: WITH_TABLES,
    plant: () => shift({ table: "THREE_PUBLIC", measure: "VEHICLE_OPERATION" }, 20 * HUNDRED_YUAN),
  },
  "reception-not-sum": {
    what: "公务接待 is not domestic + foreign",
    rule: "RECEPTION_COST_SUM",
    in: FINAL_ACCOUNTS,
    plant: () => add({ measure: "DOMESTIC_RECEPTION" }, 50 * HUNDRED_YUAN),
  },
  "procurement-not-sum": {
    what: "采购总额 is not goods + works + services",
    rule: "PROCUREMENT_SUM",
    in: ["OFFICIAL", "ATTACHED", "SHANGHAI", "BUDGET"],
    also: { SHARE_OF_TOTAL: "the shares of small enterprises are of 采购总额" },
    plant: () => add({ measure: "PROCUREMENT_TOTAL" }, 11 * WAN_YUAN),
  },
  "vehicle-uses-not-sum": {
    what: "车辆合计 is not the sum of the uses",
    rule: "ASSET_VEHICLE_CATEGORY_SUM",
    in: FINAL_ACCOUNTS,
    plant: () => add({ measure: "VEHICLES_TOTAL" }, 2),
  },
  "project-classes-not-sum": {
    what: "项目支出 is not the sum of its economic classes",
    rule: "PROJECT_ECONOMIC_SUM",
    in: ["OFFICIAL", "ATTACHED"],
    plant: () => add({ measure: "GENERAL_PUBLIC_PROJECT_EXPENDITURE", subject: "302", inWords: true }, -4 * WAN_YUAN),
  },
  "tables-disagree": {
    what: "本年支出合计 differs between two tables",
    rule: "T_TOTALS_MATCH",
    in: FINAL_TABLES,
    also: {
      CARRYOVER_ROLLFORWARD: "本年支出 is in the balance of its table",
      CLASSES_SUM: "本年支出 is the sum of the classes of its table",
      TOTAL_EXPENDITURE_COMPOSITION: "本年支出 is part of 支出总计",
    },
    plant: () => shift({ table: "TOTALS", measure: "CURRENT_YEAR_EXPENDITURE", noSubject: true }, 10 * WAN_YUAN),
  },
  "classes-change-places": {
    what: "two classes differ between two tables, and the sum of neither sees it",
    rule: "T_CLASS_MATCH",
    in: WITH_TABLES,
    plant: () =>
      together(
        shift({ table: "TOTALS", measure: "CURRENT_YEAR_EXPENDITURE", subject: "208" }, 2 * WAN_YUAN),
        add({ table: "TOTALS", measure: "CURRENT_YEAR_EXPENDITURE", subject: "221" }, -2 * WAN_YUAN),
      ),
  },
  "contributions-above-their-subject": {
    what: "30108 is above 2080505",
    rule: "T_ECONOMIC_FUNCTION_BRIDGE",
    in: WITH_TABLES,
    plant: () =>
      together(
        add({ table: "GENERAL_PUBLIC_BASIC", subject: "30108", measure: PERSONNEL_COLUMNS }, WAN_YUAN),
        add({ table: "GENERAL_PUBLIC_BASIC", subject: "30101", measure: PERSONNEL_COLUMNS }, -WAN_YUAN),
      ),
  },
  "reception-above-three-public": {
    what: "30217 is above 公务接待费",
    rule: "T_THREE_PUBLIC_VS_ECONOMIC",
    in: FINAL_TABLES,
    plant: () =>
      together(
        add({ table: "GENERAL_PUBLIC_BASIC", subject: "30217" }, 20 * HUNDRED_YUAN),
        add({ table: "GENERAL_PUBLIC_BASIC", subject: "30201" }, -20 * HUNDRED_YUAN),
      ),
  },
  "operating-expense-above-public": {
    what: "机关运行经费 is above 公用经费",
    rule: "T_AGENCY_EXPENSE_VS_PUBLIC",
    in: FINAL_ACCOUNTS,
    needs: ({ year }) => year.agencyOperating !== undefined,
    given: ({ year }) => ({ year: { ...year, agencyOperating: publicExpenseOf(year) + WAN_YUAN } }),
  },
  "missing-table": {
    what: "a table of the contents list is not there",
    rule: "REQUIRED_TABLES",
    in: ["OFFICIAL", "BUDGET"],
    plant: () => turn("missing-table/EXPENDITURE"),
  },
  "class-differs-in-words": {
    what: "a class in words is not the table's",
    rule: "N_GENERAL_CLASS_MATCH",
    in: FINAL_TABLES,
    plant: (request) =>
      shift({ inWords: true, measure: "GENERAL_PUBLIC_EXPENDITURE", subject: classOfItem(request), stage: "FINAL" }, 5 * WAN_YUAN),
  },
} as const satisfies Record<string, Fault>;
