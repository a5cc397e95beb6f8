import { equationRule } from "../declare-rule";
import type { Equation } from "../equation";
import { BUDGETS, REVENUE_SOURCES } from "../measure-lists";
import { FINAL_ACCOUNTS_ONLY, type Rule } from "../rule";

const category = "BALANCE";
const TOTALS = { table: "TOTALS" } as const;
const FISCAL = { table: "FISCAL_APPROPRIATION" } as const;

const EQUAL_SENTENCE: Rule["sentence"] = {
  en: "{whole} is {published} {place}, but {parts} is {recomputed}; the difference is {difference}{cause}",
  zh: "{place}{whole}为{published}，而{parts}为{recomputed}，相差{difference}{cause}",
};

/** 收支平衡与结转: what comes in goes out or is carried over. */
export const BALANCE_RULES: readonly Rule[] = [
  equationRule({
    code: "TOTAL_REVENUE_EQ_EXPENDITURE",
    category,
    title: "Total revenue equals total expenditure",
    titleZh: "收入总计等于支出总计",
    identity: "收入总计 = 支出总计",
    sentence: EQUAL_SENTENCE,
    equations: [{ whole: ["REVENUE_TOTAL"], parts: ["EXPENDITURE_TOTAL"], places: [TOTALS, "NARRATIVE"] }],
  }),
  equationRule({
    code: "TOTAL_REVENUE_COMPOSITION",
    category,
    title: "Total revenue is the year's revenue, balances used and money carried over",
    titleZh: "收入总计构成",
    identity: "收入总计 = 本年收入 + 使用非财政拨款结余（含专用结余） + 年初结转和结余",
    equations: [
      {
        whole: ["REVENUE_TOTAL"],
        parts: [{ first: "CURRENT_YEAR_REVENUE", otherwise: REVENUE_SOURCES }, "NON_FISCAL_BALANCE_USED", "OPENING_CARRYOVER"],
        places: [TOTALS, { table: "REVENUE" }, "NARRATIVE"],
        of: "BOTH",
      },
    ],
  }),
  equationRule({
    code: "TOTAL_EXPENDITURE_COMPOSITION",
    category,
    title: "Total expenditure is the year's expenditure, surplus distributed and money carried forward",
    titleZh: "支出总计构成",
    identity: "支出总计 = 本年支出 + 结余分配 + 年末结转和结余",
    equations: [
      {
        whole: ["EXPENDITURE_TOTAL"],
        parts: ["CURRENT_YEAR_EXPENDITURE", "SURPLUS_DISTRIBUTED", "CLOSING_CARRYOVER"],
        places: [TOTALS, { table: "EXPENDITURE" }, "NARRATIVE"],
        of: "BOTH",
      },
    ],
  }),
  equationRule({
    code: "CARRYOVER_ROLLFORWARD",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    title: "The closing carry-over follows from the opening one and the year",
    titleZh: "年末结转和结余滚存",
    identity: "年末结转和结余 + 本年支出 + 结余分配 = 年初结转和结余 + 本年收入 + 使用非财政拨款结余",
    sentence: {
      en: "Closing carry-over and the year's uses ({whole}) make {published} {place}, but {parts} make {recomputed}; the difference is {difference}",
      zh: "{place}{whole}合计为{published}，而{parts}合计为{recomputed}，相差{difference}，结转不能滚存",
    },
    equations: [
      {
        whole: ["CLOSING_CARRYOVER", "CURRENT_YEAR_EXPENDITURE"],
        parts: ["OPENING_CARRYOVER", "CURRENT_YEAR_REVENUE", "NON_FISCAL_BALANCE_USED"],
        minus: ["SURPLUS_DISTRIBUTED"],
        places: [TOTALS, "NARRATIVE"],
      },
    ],
  }),
  equationRule({
    code: "FISCAL_REVENUE_EQ_EXPENDITURE",
    category,
    title: "Fiscal appropriation: total revenue equals total expenditure",
    titleZh: "财政拨款收入总计等于支出总计",
    identity: "财政拨款收入总计 = 财政拨款支出总计",
    sentence: EQUAL_SENTENCE,
    equations: [{ whole: ["FISCAL_APPROPRIATION_REVENUE"], parts: ["FISCAL_APPROPRIATION_EXPENDITURE"], places: [FISCAL, "NARRATIVE"] }],
  }),
  equationRule({
    code: "FISCAL_REVENUE_COMPOSITION",
    category,
    title: "Fiscal appropriation: total revenue is the year's grant and money carried over",
    titleZh: "财政拨款收入总计构成",
    identity: "财政拨款收入总计 = 本年财政拨款收入 + 年初财政拨款结转和结余",
    equations: [
      {
        whole: ["FISCAL_APPROPRIATION_REVENUE"],
        parts: [
          { first: "FISCAL_CURRENT_REVENUE", otherwise: ["REVENUE_GENERAL_PUBLIC", "REVENUE_GOVERNMENT_FUND", "REVENUE_STATE_CAPITAL"] },
          {
            first: "FISCAL_OPENING_CARRYOVER",
            otherwise: ["GENERAL_PUBLIC_OPENING_CARRYOVER", "GOVERNMENT_FUND_OPENING_CARRYOVER", "STATE_CAPITAL_OPENING_CARRYOVER"],
          },
        ],
        places: [FISCAL, "NARRATIVE"],
      },
    ],
  }),
  equationRule({
    code: "FISCAL_EXPENDITURE_COMPOSITION",
    category,
    title: "Fiscal appropriation: total expenditure is the year's expenditure and money carried forward",
    titleZh: "财政拨款支出总计构成",
    identity: "财政拨款支出总计 = 本年财政拨款支出 + 年末财政拨款结转和结余",
    equations: [
      {
        whole: ["FISCAL_APPROPRIATION_EXPENDITURE"],
        parts: ["FISCAL_CURRENT_EXPENDITURE", "FISCAL_CLOSING_CARRYOVER"],
        places: [FISCAL, "NARRATIVE"],
      },
    ],
  }),
  equationRule({
    code: "FISCAL_ROLLFORWARD_PER_BUDGET",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    title: "Each of the three budgets rolls forward",
    titleZh: "各类预算结转滚存",
    identity: "年初结转ₖ + 本年收入ₖ = 本年支出ₖ + 年末结转ₖ（一般公共预算、政府性基金、国有资本经营）",
    equations: BUDGETS.flatMap(rollForward),
  }),
  equationRule({
    code: "FISCAL_ROW_BY_BUDGET",
    category,
    title: "Rows of the fiscal appropriation table are the sum of the three budgets",
    titleZh: "财政拨款总表各行等于三类预算之和",
    identity: "合计 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算",
    equations: [
      ...(
        [
          ["FISCAL_CURRENT_REVENUE", "revenue"],
          ["FISCAL_OPENING_CARRYOVER", "opening"],
          ["FISCAL_CLOSING_CARRYOVER", "closing"],
          ["FISCAL_APPROPRIATION_EXPENDITURE", "total"],
        ] as const
      ).map(([whole, part]): Equation => ({ whole: [whole], parts: BUDGETS.map((budget) => budget[part]), places: [FISCAL] })),
      { whole: ["FISCAL_CURRENT_EXPENDITURE"], parts: BUDGETS.map(({ expenditure }) => expenditure), places: [FISCAL], of: "BOTH" },
    ],
  }),
  equationRule({
    code: "FISCAL_CARRYOVER_LE_TOTAL",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    severity: "WARNING",
    title: "The fiscal carry-over is part of all carry-over",
    titleZh: "财政拨款结转不超过全部结转和结余",
    identity: "年初、年末财政拨款结转和结余 ≤ 年初、年末结转和结余",
    equations: [
      { whole: ["FISCAL_OPENING_CARRYOVER"], parts: ["OPENING_CARRYOVER"], relation: "AT_MOST", places: ["ANYWHERE"] },
      { whole: ["FISCAL_CLOSING_CARRYOVER"], parts: ["CLOSING_CARRYOVER"], relation: "AT_MOST", places: ["ANYWHERE"] },
    ],
  }),
];

function rollForward({ expenditure, revenue, ownRevenue, opening, closing, table }: (typeof BUDGETS)[number]): Equation[] {
  return [
    { whole: [expenditure], parts: [revenue, opening], minus: [closing], places: [FISCAL] },
    { whole: [expenditure], parts: [ownRevenue, opening], minus: [closing], places: [{ table }], of: "BOTH" },
  ];
}
