import type { MeasureCode } from "../../model/measures";
import { allowanceOf, slackOf } from "../allowance";
import { equationRule, mixedRule, ownRule, twinRule } from "../declare-rule";
import { sumFinding, type Equation } from "../equation";
import type { Address, Facts, PrintedReading } from "../facts";
import {
  BUDGETS,
  PROCUREMENT_MEASURES,
  REVENUE_SOURCE_MEASURES,
  THREE_PUBLIC_DETAIL,
  THREE_PUBLIC_MONEY,
  VEHICLES_BY_USE,
} from "../measure-lists";
import type { Answer, Rule } from "../rule";
import { FINAL_ACCOUNTS_ONLY } from "../rule";

const category = "BETWEEN_TABLES";
const BASIC = "GENERAL_PUBLIC_BASIC_EXPENDITURE";

/** 表间一致: one fact in two tables is one number. */
export const BETWEEN_TABLES_RULES: readonly Rule[] = [
  twinRule({
    code: "T_TOTALS_MATCH",
    category,
    title: "The totals are the same in the tables of totals, revenue and expenditure",
    titleZh: "总表与收入表、支出表合计一致",
    identity: "总表.本年收入 = 收入表.合计；总表.本年支出 = 支出表.合计；各来源、各性质同",
    twins: [
      {
        measures: [
          "REVENUE_TOTAL",
          "EXPENDITURE_TOTAL",
          "CURRENT_YEAR_REVENUE",
          "CURRENT_YEAR_EXPENDITURE",
          "NON_FISCAL_BALANCE_USED",
          "OPENING_CARRYOVER",
          "CLOSING_CARRYOVER",
          "BASIC_EXPENDITURE",
          "PROJECT_EXPENDITURE",
          "REMITTED_TO_SUPERIOR",
          "BUSINESS_EXPENDITURE",
          "SUBSIDY_TO_SUBORDINATE",
          ...REVENUE_SOURCE_MEASURES.filter((measure) => !BUDGETS.some(({ revenue }) => revenue === measure)),
        ],
        of: "TOTAL",
        between: "TABLES",
      },
    ],
  }),
  twinRule({
    code: "T_CLASS_MATCH",
    category,
    title: "Functional classes are the same in the tables of totals and in the detailed tables",
    titleZh: "总表与明细表各功能分类一致",
    identity: "总表.类 = 支出表.类；财政拨款总表.类（各栏）= 一般公共预算、政府性基金、国有资本经营表.类",
    twins: [
      {
        measures: ["CURRENT_YEAR_EXPENDITURE", "FISCAL_CURRENT_EXPENDITURE", ...BUDGETS.map(({ expenditure }) => expenditure)],
        of: "CLASSES",
        between: "TABLES",
      },
    ],
  }),
  ownRule({
    code: "T_FISCAL_REVENUE_MATCH",
    category,
    title: "Fiscal appropriation is the same in the revenue table and in the fiscal table",
    titleZh: "收入表与财政拨款总表的财政拨款收入一致",
    identity: "收入表.财政拨款收入 = 财政拨款总表.本年收入；总表.来源ₖ = 财政拨款总表.ₖ",
    tolerance: "PRINTED",
    sentence: {
      en: "{whole} is {published} {place}, but {parts} is {recomputed} {otherPlace}; the difference is {difference}",
      zh: "{place}{whole}为{published}，而{otherPlace}{parts}为{recomputed}，相差{difference}",
    },
    evaluate: compareFiscalRevenue,
  }),
  mixedRule({
    code: "T_FISCAL_EXPENDITURE_MATCH",
    category,
    title: "Expenditure of each budget is the same in the fiscal table and in its own table",
    titleZh: "财政拨款总表与各类预算表合计一致",
    identity: "财政拨款总表.支出ₖ、年初ₖ、年末ₖ = 一般公共预算、政府性基金、国有资本经营表.合计",
    twins: [
      {
        measures: BUDGETS.flatMap(({ expenditure, opening, closing }): MeasureCode[] => [expenditure, opening, closing]),
        of: "TOTAL",
        between: "TABLES",
      },
    ],
    // A budget's fiscal table prints totals alone.
    equations: BUDGETS.map(({ expenditure, total, closing, table }): Equation => ({
      whole: [{ measure: total, place: { table: "FISCAL_APPROPRIATION" } }],
      parts: [
        { measure: expenditure, place: { table } },
        { measure: closing, place: { table: "FISCAL_APPROPRIATION" } },
      ],
      places: [{ table: "FISCAL_APPROPRIATION" }],
    })),
  }),
  twinRule({
    code: "T_BASIC_MATCH",
    category,
    title: "Basic expenditure is the same in the general public budget's two tables",
    titleZh: "一般公共预算支出表与基本支出表一致",
    identity: "一般公共预算支出表.基本支出 = 基本支出表.合计；人员经费、公用经费同",
    twins: [{ measures: [BASIC, "PERSONNEL_EXPENSE", "PUBLIC_EXPENSE"], of: "TOTAL", between: "TABLES" }],
  }),
  twinRule({
    code: "T_PROJECT_MATCH",
    category,
    title: "Project expenditure is the same in every table that prints it",
    titleZh: "各表项目支出一致",
    identity: "一般公共预算支出表.项目支出 = 项目支出表.合计；各类预算同",
    twins: [
      {
        measures: BUDGETS.flatMap(({ basic, project }): MeasureCode[] => (basic === BASIC ? [project] : [basic, project])),
        of: "TOTAL",
        between: "TABLES",
      },
    ],
  }),
  twinRule({
    code: "T_SUBJECT_MATCH",
    category,
    title: "A budget subject has the same amount in every table that prints it",
    titleZh: "同一科目在各表一致",
    identity: "同一指标、同一科目（款、项）：各表相等",
    twins: [
      {
        measures: [
          "CURRENT_YEAR_EXPENDITURE",
          "BASIC_EXPENDITURE",
          "PROJECT_EXPENDITURE",
          ...BUDGETS.flatMap(({ expenditure, basic, project }): MeasureCode[] => [expenditure, basic, project]),
        ],
        of: "BELOW_CLASSES",
        between: "TABLES",
      },
    ],
  }),
  twinRule({
    code: "T_INFORMATION_MATCH",
    category,
    title: "Three public expenses, operating expense, vehicles and procurement are the same in every table that prints them",
    titleZh: "“三公”、运行经费、资产、采购在各表一致",
    identity: "同一指标：三公表 = 信息表",
    twins: [
      {
        measures: [
          ...THREE_PUBLIC_MONEY,
          ...THREE_PUBLIC_DETAIL,
          "AGENCY_OPERATING_EXPENSE",
          "MEETING_EXPENSE",
          "TRAINING_EXPENSE",
          "VEHICLES_TOTAL",
          ...VEHICLES_BY_USE,
          "LARGE_EQUIPMENT",
          ...PROCUREMENT_MEASURES,
        ],
        of: "TOTAL",
        between: "TABLES",
      },
    ],
  }),
  ownRule({
    code: "T_ALL_FUNDS_GE_FISCAL",
    category,
    severity: "WARNING",
    title: "Expenditure from all funds is at least that from fiscal appropriation, subject by subject",
    titleZh: "各科目全部资金支出不小于财政拨款支出",
    identity: "支出表.科目（合计、基本、项目）≥ 一般公共预算 + 政府性基金 + 国有资本经营",
    tolerance: "PRINTED",
    sentence: {
      en: "{whole} from all funds is {published}, less than the {recomputed} that the tables of fiscal appropriation print ({parts})",
      zh: "支出表{whole}为{published}，小于财政拨款各表的{recomputed}（{parts}）",
    },
    evaluate: (facts) => compareFunds(facts, "AT_LEAST"),
  }),
  ownRule({
    code: "T_ALL_FUNDS_EQ_WHEN_ONLY_FISCAL",
    category,
    severity: "WARNING",
    title: "Where all revenue is fiscal, expenditure from all funds is that from fiscal appropriation",
    titleZh: "只有财政拨款时全部支出等于财政拨款支出",
    identity: "非财政收入 = 0 且无结转动用：支出表 = 一般公共预算 + 政府性基金 + 国有资本经营",
    tolerance: "PRINTED",
    sentence: {
      en: "All revenue is fiscal appropriation, yet {whole} from all funds is {published} and the tables of fiscal appropriation print {recomputed} ({parts})",
      zh: "收入全部为财政拨款，但支出表{whole}为{published}，财政拨款各表为{recomputed}（{parts}），相差{difference}",
    },
    evaluate: (facts) => compareFunds(facts, "EQUAL"),
  }),
  ownRule({
    code: "T_SUBJECT_SET",
    category,
    severity: "WARNING",
    title: "Subjects of the fiscal tables are subjects of the expenditure table",
    titleZh: "财政拨款各表的科目均在支出表中",
    identity: "一般公共预算、政府性基金、国有资本经营表的科目 ⊆ 支出表的科目",
    tolerance: "NONE",
    sentence: {
      en: "{figure} of {published} stands {place}, but the expenditure table has no such subject",
      zh: "{place}列有{figure}{published}，而支出表中没有该科目",
    },
    evaluate: findForeignSubjects,
  }),
  equationRule({
    code: "T_ECONOMIC_FUNCTION_BRIDGE",
    category,
    severity: "INFO",
    title: "Contributions by economic subject do not exceed their functional subject",
    titleZh: "社保、公积金等经济分类不超过对应功能科目",
    identity: "经济科目 ≤ 功能科目：30108 ≤ 2080505，30109 ≤ 2080506，30113 ≤ 2210201，30110 + 30111 ≤ 21011",
    equations: (
      [
        [["30108"], "2080505"],
        [["30109"], "2080506"],
        [["30113"], "2210201"],
        [["30110", "30111"], "21011"],
      ] as const
    ).map(([economic, functional]): Equation => ({
      whole: economic.map((subject) => ({ measure: BASIC, subject })),
      parts: [{ measure: "GENERAL_PUBLIC_EXPENDITURE", subject: functional, place: { table: "GENERAL_PUBLIC" } }],
      relation: "AT_MOST",
      places: [{ table: "GENERAL_PUBLIC_BASIC" }],
    })),
  }),
  equationRule({
    code: "T_THREE_PUBLIC_VS_ECONOMIC",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    severity: "WARNING",
    title: "Travel, reception and vehicles by economic subject do not exceed the three public expenses",
    titleZh: "基本支出中的“三公”科目不超过“三公”经费表",
    identity: "30212 ≤ 因公出国（境）费，30217 ≤ 公务接待费，30231 ≤ 公务用车运行维护费，31013 ≤ 公务用车购置费",
    equations: (
      [
        ["30212", "OVERSEAS_TRAVEL"],
        ["30217", "OFFICIAL_RECEPTION"],
        ["30231", "VEHICLE_OPERATION"],
        ["31013", "VEHICLE_PURCHASE"],
      ] as const
    ).map(([subject, measure]): Equation => ({
      whole: [{ measure: BASIC, subject }],
      parts: [{ measure, place: "ANYWHERE" }],
      relation: "AT_MOST",
      places: [{ table: "GENERAL_PUBLIC_BASIC" }],
    })),
  }),
  equationRule({
    code: "T_AGENCY_EXPENSE_VS_PUBLIC",
    category,
    severity: "INFO",
    title: "The agencies' operating expense does not exceed public expense",
    titleZh: "机关运行经费不超过公用经费",
    identity: "机关运行经费 ≤ 公用经费（仅在所有单位为行政或参公时相等）",
    equations: [{ whole: ["AGENCY_OPERATING_EXPENSE"], parts: ["PUBLIC_EXPENSE"], relation: "AT_MOST", places: ["ANYWHERE"] }],
  }),
];

/** The revenue of the three budgets as the fiscal table prints it, against the tables that set all sources side by side. */
function* compareFiscalRevenue(facts: Facts): Generator<Answer> {
  const stage = facts.ownStage;
  const at = (measure: MeasureCode, table: "REVENUE" | "TOTALS" | "FISCAL_APPROPRIATION" | "GOVERNMENT_FUND" | "STATE_CAPITAL") =>
    facts.at({ measure, stage }, { table })[0];
  for (const table of ["TOTALS", "REVENUE"] as const) {
    yield compare(at("REVENUE_FISCAL_APPROPRIATION", table), at("FISCAL_CURRENT_REVENUE", "FISCAL_APPROPRIATION"));
    for (const { revenue } of BUDGETS) yield compare(at(revenue, table), at(revenue, "FISCAL_APPROPRIATION"));
  }
  yield compare(at("GOVERNMENT_FUND_REVENUE", "GOVERNMENT_FUND"), at("REVENUE_GOVERNMENT_FUND", "FISCAL_APPROPRIATION"));
  yield compare(at("STATE_CAPITAL_REVENUE", "STATE_CAPITAL"), at("REVENUE_STATE_CAPITAL", "FISCAL_APPROPRIATION"));
}

function compare(one: PrintedReading | undefined, other: PrintedReading | undefined): Answer {
  if (one === undefined || other === undefined) return "CANNOT_TELL";
  if (Math.abs(one.value - other.value) <= allowanceOf([slackOf(one), slackOf(other)])) return "HOLDS";
  const draft = sumFinding([one], [other]);
  return { ...draft, detail: { ...draft.detail, ...(other.table === undefined ? {} : { otherTable: other.table }) } };
}

const NATURES = [
  ["CURRENT_YEAR_EXPENDITURE", "expenditure"],
  ["BASIC_EXPENDITURE", "basic"],
  ["PROJECT_EXPENDITURE", "project"],
] as const;

/** Each subject and nature of the expenditure table beside the same in the tables of the three budgets. */
function* compareFunds(facts: Facts, relation: "AT_LEAST" | "EQUAL"): Generator<Answer> {
  const onlyFiscal = hasOnlyFiscalMoney(facts);
  if (onlyFiscal === undefined && relation === "EQUAL") return yield "CANNOT_TELL";
  if (onlyFiscal !== (relation === "EQUAL") && onlyFiscal !== undefined) return yield "DOES_NOT_APPLY";
  for (const [measure, part] of NATURES) {
    for (const all of facts.printed) {
      if (all.measure !== measure || all.stage !== facts.ownStage || !facts.isAt(all, { table: "EXPENDITURE" })) continue;
      yield compareSubject(facts, all, part, relation);
    }
  }
}

function compareSubject(
  facts: Facts,
  all: PrintedReading,
  part: "expenditure" | "basic" | "project",
  relation: "AT_LEAST" | "EQUAL",
): Answer {
  const fiscal = BUDGETS.flatMap((budget) => {
    const address: Address = { measure: budget[part], subject: all.subject, stage: all.stage };
    return facts.at(address, { table: budget.table }).slice(0, 1);
  });
  // A subject that no fiscal table prints is paid from other money, or its cell was left blank.
  if (fiscal.length === 0) return "CANNOT_TELL";
  const short = fiscal.reduce((sum, { value }) => sum + value, 0) - all.value;
  const allowed = allowanceOf([all, ...fiscal].map(slackOf));
  if (relation === "AT_LEAST" ? short <= allowed : Math.abs(short) <= allowed) return "HOLDS";
  return sumFinding([all], fiscal);
}

/** Whether nothing but fiscal appropriation came in and nothing was carried over; undefined where the tables do not say. */
function hasOnlyFiscalMoney(facts: Facts): boolean | undefined {
  const figure = (measure: MeasureCode) => facts.figure({ measure, stage: facts.ownStage });
  const total = figure("REVENUE_TOTAL");
  const granted = figure("REVENUE_FISCAL_APPROPRIATION") ?? figure("FISCAL_CURRENT_REVENUE");
  if (total !== undefined && granted !== undefined && total.value === granted.value) return true;
  const revenue = figure("CURRENT_YEAR_REVENUE");
  const fiscal = granted;
  const opening = figure("OPENING_CARRYOVER");
  if (revenue === undefined || fiscal === undefined || opening === undefined) return undefined;
  const used = figure("NON_FISCAL_BALANCE_USED");
  return (
    revenue.value - fiscal.value <= allowanceOf([slackOf(revenue), slackOf(fiscal)]) && opening.value === 0 && (used?.value ?? 0) === 0
  );
}

function* findForeignSubjects(facts: Facts): Generator<Answer> {
  const all = new Set(facts.printed.filter((reading) => facts.isAt(reading, { table: "EXPENDITURE" })).map(({ subject }) => subject));
  if (all.size < 2) return yield "CANNOT_TELL";
  const seen = new Set<string>();
  for (const { expenditure, table } of BUDGETS) {
    for (const reading of facts.printed) {
      if (reading.measure !== expenditure || reading.subject === undefined || !facts.isAt(reading, { table })) continue;
      if (seen.has(reading.subject) || reading.stage !== facts.ownStage) continue;
      seen.add(reading.subject);
      if (all.has(reading.subject) || reading.value === 0) yield "HOLDS";
      else yield { ...sumFinding([reading], []), recomputed: null, tolerance: null };
    }
  }
}
