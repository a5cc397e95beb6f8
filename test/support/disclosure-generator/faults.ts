import type { MeasureCode } from "../../../src/model/measures";
import type { SectionKind } from "../../../src/model/section-kind";
import type { Stage } from "../../../src/model/stage";
import type { StatutoryTableKind } from "../../../src/model/statutory-table-kind";
import { HUNDRED_YUAN, WAN_YUAN } from "./amounts";
import type { Alterations, Place } from "./printer";
import type { UnitYear } from "./unit-year";
import { evaluatedProjects, finalOf, itemsOf } from "./unit-year-sums";

/** A contradiction planted by name, and the family of RULES that should see it. */
export interface Fault {
  readonly what: string;
  /** The rule of the catalogue that it breaks. */
  readonly rule: string;
  /** Only without the statutory tables does this rule decide; with them one that compares with a table does. */
  readonly withoutTables?: true;
  readonly plant: (year: UnitYear) => Partial<Alterations>;
}

interface At {
  readonly section?: SectionKind;
  readonly table?: StatutoryTableKind;
  /** Only in sentences. */
  readonly inWords?: true;
  readonly kind?: Place["kind"];
  readonly measure?: MeasureCode;
  readonly subject?: string;
  readonly noSubject?: true;
  readonly stage?: Stage;
  readonly project?: number;
  readonly detail?: string;
}

function isAt(place: Place, at: At): boolean {
  return (
    (at.section === undefined || place.section === at.section) &&
    (at.table === undefined || place.table === at.table) &&
    (at.inWords === undefined || place.table === undefined) &&
    place.kind === (at.kind ?? "FACT") &&
    (at.measure === undefined || place.measure === at.measure) &&
    (at.subject === undefined || place.subject === at.subject) &&
    (at.noSubject === undefined || place.subject === undefined) &&
    (at.stage === undefined || place.stage === at.stage) &&
    (at.project === undefined || place.project === at.project) &&
    (at.detail === undefined || place.detail === at.detail)
  );
}

const change = (at: At, to: (value: number) => number): Partial<Alterations> => ({
  numbers: [(place, value) => (isAt(place, at) ? to(value) : value)],
});
const add = (at: At, amount: number): Partial<Alterations> => change(at, (value) => value + amount);
const turn = (...switches: string[]): Partial<Alterations> => ({ switches: new Set(switches) });

/** 2713.43 → 2714.33 万元: two neighbouring digits that differ change places, in whole hundredths of 万元. */
export function swapDigits(amount: number): number {
  const digits = [...String(Math.abs(amount) / HUNDRED_YUAN)];
  for (let at = digits.length - 2; at > 0; at -= 1) {
    const [left, right] = [digits[at - 1], digits[at]];
    if (left !== undefined && right !== undefined && left !== right && !(at === 1 && right === "0")) {
      [digits[at - 1], digits[at]] = [right, left];
      break;
    }
  }
  return Number(digits.join("")) * HUNDRED_YUAN * Math.sign(amount);
}

const firstItem = (year: UnitYear): string => {
  const items = [...itemsOf(year, "GENERAL")].sort((a, b) => finalOf(b) - finalOf(a));
  return items[0]?.code ?? "";
};
const classOfItem = (year: UnitYear): string => firstItem(year).slice(0, 3);

/** An indicator of a project that missed its target, or else the first that can miss. */
function missedIndicator(year: UnitYear): { readonly project: number; readonly order: number } {
  for (const [project, { indicators }] of evaluatedProjects(year).entries()) {
    const order = indicators.findIndex(({ direction, score, weight }) => direction === "POSITIVE" && score < weight);
    if (order >= 0) return { project, order };
  }
  throw new Error("no project missed a target: plant this fault where one did");
}

export const FAULTS = {
  "revenue-differs-from-expenditure": {
    what: "支出总计 of the totals table is not 收入总计",
    rule: "TOTAL_REVENUE_EQ_EXPENDITURE",
    plant: () => add({ table: "TOTALS", measure: "EXPENDITURE_TOTAL" }, 12 * WAN_YUAN),
  },
  "total-leaves-out-opening": {
    what: "年初结转 of the totals table does not belong to 收入总计",
    rule: "TOTAL_REVENUE_COMPOSITION",
    plant: () => add({ table: "TOTALS", measure: "REVENUE_TOTAL" }, -3 * WAN_YUAN),
  },
  "total-expenditure-not-composed": {
    what: "支出总计 is not 本年支出 + 结余分配 + 年末结转",
    rule: "TOTAL_EXPENDITURE_COMPOSITION",
    plant: () => add({ table: "TOTALS", measure: "CLOSING_CARRYOVER" }, 5 * WAN_YUAN),
  },
  "carryover-does-not-roll": {
    what: "年末结转 follows from no balance, wherever it is printed",
    rule: "CARRYOVER_ROLLFORWARD",
    plant: () => add({ measure: "CLOSING_CARRYOVER" }, 7 * WAN_YUAN),
  },
  "fiscal-sides-differ": {
    what: "财政拨款收入总计 is not 支出总计",
    rule: "FISCAL_REVENUE_EQ_EXPENDITURE",
    plant: () => add({ table: "FISCAL_APPROPRIATION", measure: "FISCAL_APPROPRIATION_EXPENDITURE" }, 2 * WAN_YUAN),
  },
  "fiscal-row-not-sum": {
    what: "a class of the fiscal table is not the sum of its budgets",
    rule: "FISCAL_ROW_BY_BUDGET",
    plant: (year) =>
      add({ table: "FISCAL_APPROPRIATION", measure: "GENERAL_PUBLIC_EXPENDITURE", subject: classOfItem(year) }, 4 * WAN_YUAN),
  },
  "source-row-not-sum": {
    what: "a row of the revenue table is not the sum of its sources",
    rule: "REVENUE_SOURCES_SUM",
    plant: (year) => add({ table: "REVENUE", measure: "CURRENT_YEAR_REVENUE", subject: firstItem(year) }, 1 * WAN_YUAN),
  },
  "nature-row-not-sum": {
    what: "a row of the expenditure table is not basic + project",
    rule: "EXPENDITURE_ROW_SUM",
    plant: (year) => add({ table: "EXPENDITURE", measure: "CURRENT_YEAR_EXPENDITURE", subject: firstItem(year) }, 1 * WAN_YUAN),
  },
  "missing-class": {
    what: "the totals table leaves out a class that has expenditure",
    rule: "CLASSES_SUM",
    plant: () => turn("missing-class"),
  },
  "class-not-sum-of-items": {
    what: "a class of the expenditure table is not the sum of its items",
    rule: "SUBJECT_TREE_ALL_FUNDS",
    plant: (year) => add({ table: "EXPENDITURE", subject: classOfItem(year), measure: "CURRENT_YEAR_EXPENDITURE" }, 9 * WAN_YUAN),
  },
  "budget-class-not-sum-of-items": {
    what: "a class of the general budget table is not the sum of its items",
    rule: "SUBJECT_TREE_BY_BUDGET",
    plant: (year) => add({ table: "GENERAL_PUBLIC", subject: classOfItem(year), measure: "GENERAL_PUBLIC_EXPENDITURE" }, 9 * WAN_YUAN),
  },
  "economic-class-not-sum": {
    what: "301 is not the sum of 30101 …",
    rule: "ECONOMIC_ITEMS_SUM",
    plant: () => add({ table: "GENERAL_PUBLIC_BASIC", subject: "301" }, 6 * WAN_YUAN),
  },
  "personnel-not-sum": {
    what: "人员经费合计 is not 301 + 303",
    rule: "PERSONNEL_SUM",
    plant: () => add({ table: "GENERAL_PUBLIC_BASIC", measure: "PERSONNEL_EXPENSE", noSubject: true }, 3 * WAN_YUAN),
  },
  "public-expense-not-sum": {
    what: "公用经费合计 is not 302 + 310",
    rule: "PUBLIC_EXPENSE_SUM",
    plant: () => add({ table: "GENERAL_PUBLIC_BASIC", measure: "PUBLIC_EXPENSE", noSubject: true }, 3 * WAN_YUAN),
  },
  "basic-not-personnel-plus-public": {
    what: "基本支出 in words is not 人员经费 + 公用经费",
    rule: "BASIC_EQ_PERSONNEL_PLUS_PUBLIC",
    plant: () => add({ section: "GENERAL_PUBLIC_BASIC", inWords: true, measure: "GENERAL_PUBLIC_BASIC_EXPENDITURE" }, 8 * WAN_YUAN),
  },
  "three-public-not-sum": {
    what: "“三公”经费 is not the sum of its three lines",
    rule: "THREE_PUBLIC_SUM",
    plant: () => add({ measure: "THREE_PUBLIC_TOTAL", stage: "FINAL" }, 2 * WAN_YUAN),
  },
  "vehicles-not-sum": {
    what: "公务用车 is not purchase + operation",
    rule: "VEHICLE_COST_SUM",
    plant: () => add({ table: "THREE_PUBLIC", measure: "VEHICLE_OPERATION", stage: "FINAL" }, 1 * WAN_YUAN),
  },
  "reception-not-sum": {
    what: "公务接待 is not domestic + foreign",
    rule: "RECEPTION_COST_SUM",
    plant: () => add({ measure: "DOMESTIC_RECEPTION" }, HUNDRED_YUAN * 50),
  },
  "procurement-not-sum": {
    what: "采购总额 is not goods + works + services",
    rule: "PROCUREMENT_SUM",
    plant: () => add({ measure: "PROCUREMENT_TOTAL" }, 11 * WAN_YUAN),
  },
  "vehicle-uses-not-sum": {
    what: "车辆合计 is not the sum of the uses",
    rule: "ASSET_VEHICLE_CATEGORY_SUM",
    plant: () => add({ measure: "VEHICLES_TOTAL" }, 2),
  },
  "project-classes-not-sum": {
    what: "项目支出 is not the sum of its economic classes",
    rule: "PROJECT_ECONOMIC_SUM",
    plant: () => add({ measure: "GENERAL_PUBLIC_PROJECT_EXPENDITURE", subject: "302", inWords: true }, -4 * WAN_YUAN),
  },
  "tables-disagree": {
    what: "本年支出合计 differs between two tables",
    rule: "T_TOTALS_MATCH",
    plant: () => add({ table: "TOTALS", measure: "CURRENT_YEAR_EXPENDITURE", noSubject: true }, 10 * WAN_YUAN),
  },
  "words-differ-from-table": {
    what: "收支总计 in words has two digits swapped",
    rule: "N_TOTALS_MATCH",
    plant: () => change({ section: "TOTALS", inWords: true, measure: "EXPENDITURE_TOTAL" }, swapDigits),
  },
  "item-differs-from-table": {
    what: "an item in words has two digits swapped",
    rule: "N_GENERAL_ITEM_MATCH",
    plant: (year) =>
      change(
        { section: "GENERAL_PUBLIC", inWords: true, measure: "GENERAL_PUBLIC_EXPENDITURE", subject: firstItem(year), stage: "FINAL" },
        swapDigits,
      ),
  },
  "untold-item": {
    what: "an item of the table is not told in words",
    rule: "N_ITEM_COVERAGE",
    plant: () => turn("untold-item"),
  },
  "class-in-words-not-sum": {
    what: "a class in words is not the sum of its items in words",
    rule: "N_ITEMS_SUM",
    withoutTables: true,
    plant: (year) =>
      add(
        { section: "GENERAL_PUBLIC", inWords: true, measure: "GENERAL_PUBLIC_EXPENDITURE", subject: classOfItem(year), stage: "FINAL" },
        5 * WAN_YUAN,
      ),
  },
  "wrong-completion-rate": {
    what: "完成年初预算的 % does not follow from the two numbers beside it",
    rule: "COMPLETION_RATE",
    plant: (year) => add({ kind: "COMPLETION_RATE", subject: firstItem(year) }, 1250),
  },
  "wrong-share": {
    what: "占 % does not follow",
    rule: "SHARE_OF_TOTAL",
    plant: () => add({ kind: "SHARE", measure: "PROJECT_EXPENDITURE" }, 730),
  },
  "wrong-growth-rate": {
    what: "增长 % does not follow from the change",
    rule: "GROWTH_RATE",
    plant: () => add({ section: "TOTALS", kind: "CHANGE_RATE", measure: "CURRENT_YEAR_EXPENDITURE" }, 990),
  },
  "rate-on-zero": {
    what: "a growth rate is printed on a base of zero",
    rule: "RATE_ON_ZERO_BASE",
    plant: () => turn("rate-on-zero"),
  },
  "turned-direction": {
    what: "下降 stands beside 增加, or 增长 beside 减少",
    rule: "DIRECTION_WORD",
    plant: () => turn("turned-direction/OPERATING_EXPENSE"),
  },
  "missing-reason": {
    what: "变动原因 is empty",
    rule: "REASON_PRESENT",
    plant: () => turn("missing-reason/OPERATING_EXPENSE", "missing-reason/GENERAL_PUBLIC"),
  },
  "three-public-above-budget": {
    what: "“三公”经费 goes beyond its budget",
    rule: "THREE_PUBLIC_FINAL_LE_BUDGET",
    plant: () => change({ measure: "VEHICLE_OPERATION", stage: "FINAL" }, (value) => value + 20 * WAN_YUAN),
  },
  "guests-without-money": {
    what: "接待 has money and no batches",
    rule: "COUNT_MONEY_COHERENT",
    plant: () => change({ measure: "RECEPTION_BATCHES" }, () => 0),
  },
  "more-held-than-owned": {
    what: "公务用车保有量 is above all vehicles of the asset section",
    rule: "VEHICLES_HELD_VS_ASSETS",
    plant: () => add({ measure: "VEHICLES_HELD" }, 9),
  },
  "micro-above-sme": {
    what: "小微 is above 中小",
    rule: "PROCUREMENT_SME_ORDER",
    plant: () => change({ measure: "PROCUREMENT_MICRO" }, (value) => value * 3 + WAN_YUAN),
  },
  "yuan-for-wan": {
    what: "人员经费 in words is printed in 元 and called 万元",
    rule: "X_UNIT_SCALE",
    plant: () => change({ section: "GENERAL_PUBLIC_BASIC", inWords: true, measure: "PERSONNEL_EXPENSE" }, (value) => value * 10_000),
  },
  "lost-digit": {
    what: "项目支出 in words has lost a digit",
    rule: "X_DIGIT_SLIP",
    plant: () =>
      change(
        { section: "EXPENDITURE", inWords: true, measure: "PROJECT_EXPENDITURE" },
        (value) => Math.floor(value / HUNDRED_YUAN / 10) * HUNDRED_YUAN,
      ),
  },
  "growth-below-minus-hundred": {
    what: "下降 of more than 100 %",
    rule: "X_GROWTH_EXTREME",
    plant: () => change({ section: "OPERATING_EXPENSE", kind: "CHANGE_RATE" }, () => -13_500),
  },
  "fund-rows-not-sum": {
    what: "年度资金总额 is not the sum of its rows",
    rule: "P_FUND_ROWS_SUM",
    plant: () => add({ kind: "PROJECT", project: 0, detail: "fund/FISCAL/executed" }, -2 * WAN_YUAN),
  },
  "wrong-execution-rate": {
    what: "执行率 does not follow from executed and adjusted",
    rule: "P_EXECUTION_RATE_SCORE",
    plant: () => add({ kind: "PROJECT", project: 0, detail: "fund/TOTAL/rate" }, -640),
  },
  "weights-not-hundred": {
    what: "the weights do not add up to 100",
    rule: "P_WEIGHTS_SUM",
    plant: () => add({ kind: "PROJECT", project: 0, detail: "indicator/0/weight" }, 500),
  },
  "score-not-sum": {
    what: "总分 is not the sum of the scores",
    rule: "P_SCORE_SUM",
    plant: () => add({ kind: "PROJECT", project: 0, detail: "total/score" }, -300),
  },
  "full-marks-on-missed-target": {
    what: "a missed target has its full weight",
    rule: "P_MISSED_FULL_MARKS",
    plant: (year) => {
      const { project, order } = missedIndicator(year);
      const weight = evaluatedProjects(year)[project]?.indicators[order]?.weight ?? 0;
      return change({ kind: "PROJECT", project, detail: `indicator/${order}/score` }, () => weight);
    },
  },
  "missing-deviation-reason": {
    what: "a missed target has no reason",
    rule: "P_MISSED_NO_REASON",
    plant: (year) => {
      const { project, order } = missedIndicator(year);
      return turn(`missing-deviation-reason/${project}/${order}`);
    },
  },
  "target-cannot-fail": {
    what: "a target of ≥ 0",
    rule: "P_TARGET_CANNOT_FAIL",
    plant: () => turn("target-cannot-fail/0/0"),
  },
  "wrong-direction": {
    what: "反向 stands beside 大于等于",
    rule: "P_DIRECTION_OPERATOR",
    plant: () => turn("wrong-direction/0/0"),
  },
  "narrative-score-differs": {
    what: "the score in words is not the table's",
    rule: "P_NARRATIVE_MATCH",
    plant: () => add({ kind: "PROJECT", project: 0, detail: "narrative/score" }, -100),
  },
  "missing-evaluation": {
    what: "a declared evaluation has no table",
    rule: "EVALUATED_PROJECTS_PRESENT",
    plant: (year) => turn(`missing-evaluation/${evaluatedProjects(year).length - 1}`),
  },
  "missing-table": {
    what: "a table of the contents list is not there",
    rule: "REQUIRED_TABLES",
    plant: () => turn("missing-table/EXPENDITURE"),
  },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;

/** What the named faults change in the document of a year. */
export function alterationsOf(names: readonly FaultName[], year: UnitYear): Alterations {
  const planted = names.map((name): Partial<Alterations> => FAULTS[name].plant(year));
  return {
    numbers: planted.flatMap(({ numbers }) => numbers ?? []),
    switches: new Set(planted.flatMap(({ switches }) => [...(switches ?? [])])),
  };
}
