import { compareCountsWithMoney, compareVehicles, compareWithBudget, judgeUnitCosts } from "../compare-counts";
import { equationRule, ownRule } from "../declare-rule";
import type { Equation } from "../equation";
import { THREE_PUBLIC_MONEY } from "../measure-lists";
import { FINAL_ACCOUNTS_ONLY, type Rule } from "../rule";
import { judgeSmeShares } from "../sme-shares";

const category = "COUNTS_AND_PROCUREMENT";

/** “三公”数量、资产与采购 */
export const COUNT_RULES: readonly Rule[] = [
  ownRule({
    code: "THREE_PUBLIC_FINAL_LE_BUDGET",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    severity: "INFO",
    title: "The three public expenses stay within their budget",
    titleZh: "“三公”经费决算不超过预算",
    identity: "“三公”经费决算 ≤ 预算（合计、各项）",
    tolerance: "PRINTED",
    sentence: {
      en: "{figure} of {published} goes beyond {base} of {recomputed} by {difference}",
      zh: "{figure}{published}超过{base}{recomputed}，超出{difference}",
    },
    evaluate: (facts) => compareWithBudget(facts, THREE_PUBLIC_MONEY),
  }),
  ownRule({
    code: "COUNT_MONEY_COHERENT",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    severity: "WARNING",
    title: "Counts and money of the three public expenses go together",
    titleZh: "“三公”数量与金额相符",
    identity: "数量 = 0 ⇔ 金额 = 0（人次、购置数、批次）；人次 ≥ 批次（团组）",
    tolerance: "EXACT",
    sentence: {
      en: "{figure} is {published} while {other}",
      zh: "{figure}为{published}，而{other}",
    },
    evaluate: compareCountsWithMoney,
  }),
  ownRule({
    code: "VEHICLES_HELD_VS_ASSETS",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    severity: "WARNING",
    title: "Official vehicles held are among the vehicles of the assets; running costs need vehicles",
    titleZh: "公务用车保有量不超过车辆合计，运行费有车辆可依",
    identity: "公务用车保有量 ≤ 车辆合计；运行维护费 > 0 ⇒ 有车辆",
    tolerance: "EXACT",
    sentence: {
      en: "{figure} is {published} while {other}",
      zh: "{figure}为{published}，而{other}",
    },
    evaluate: compareVehicles,
  }),
  ownRule({
    code: "THREE_PUBLIC_UNIT_COST",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    severity: "INFO",
    title: "The cost per vehicle, guest and traveller is usual",
    titleZh: "单车、人均费用在合理范围",
    identity: "购置费 ÷ 购置数、运行费 ÷ 保有量、国内接待费 ÷ 人次、出国费 ÷ 人次 在设定范围内",
    tolerance: "BAND",
    sentence: {
      en: "{figures} make {published} each, outside the usual {value:low} to {value:high}",
      zh: "{figures}折合每单位{published}，超出通常的{value:low}至{value:high}",
    },
    evaluate: judgeUnitCosts,
  }),
  equationRule({
    code: "PROCUREMENT_SME_ORDER",
    category,
    title: "Micro enterprises are among small and medium ones, and these in all procurement",
    titleZh: "小微企业不超过中小企业，中小企业不超过采购总额，成交不超过预留",
    identity: "小微 ≤ 中小 ≤ 采购总额；预留项目成交 ≤ 预留；货物、工程、服务各自同",
    equations: (
      [
        ["PROCUREMENT_MICRO", "PROCUREMENT_SME"],
        ["PROCUREMENT_SME", "PROCUREMENT_TOTAL"],
        ["PROCUREMENT_SME_GOODS", "PROCUREMENT_GOODS"],
        ["PROCUREMENT_SME_WORKS", "PROCUREMENT_WORKS"],
        ["PROCUREMENT_SME_SERVICES", "PROCUREMENT_SERVICES"],
        ["PROCUREMENT_RESERVED_SME_AWARDED", "PROCUREMENT_RESERVED_SME"],
        ["PROCUREMENT_RESERVED_MICRO_AWARDED", "PROCUREMENT_RESERVED_MICRO"],
      ] as const
    ).map(([part, whole]): Equation => ({ whole: [part], parts: [whole], relation: "AT_MOST", places: ["ANYWHERE"] })),
  }),
  equationRule({
    code: "PROCUREMENT_SME_PARTS_LE_TOTAL",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    title: "Awards to small and medium enterprises in reserved and other projects stay within all procurement",
    titleZh: "中小企业成交额不超过采购总额",
    identity: "预留项目中小企业成交 + 其他项目中小企业成交 ≤ 采购总额",
    equations: [
      {
        whole: ["PROCUREMENT_RESERVED_SME_AWARDED", "PROCUREMENT_OTHER_SME_AWARDED"],
        parts: ["PROCUREMENT_TOTAL"],
        relation: "AT_MOST",
        places: ["ANYWHERE"],
      },
    ],
  }),
  ownRule({
    code: "PROCUREMENT_SME_SHARE_BASE",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    severity: "WARNING",
    title: "Shares of small and medium enterprises are of the base that the text names",
    titleZh: "中小企业占比与所称基数相符",
    identity: "Σ 占比 × 所称基数（货物、工程、服务）= 授予中小企业合同金额",
    tolerance: "INTERVAL",
    sentence: {
      en: "{whole} is {published}, but the shares of goods, works and services named make {recomputed}{cause}",
      zh: "{whole}为{published}，而按货物、工程、服务所列占比计算为{recomputed}{cause}",
    },
    evaluate: judgeSmeShares,
  }),
];
