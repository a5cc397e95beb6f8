import { ownRule } from "../declare-rule";
import { findTurnedDirections } from "../judge-direction";
import { findWrongChanges, judgeGrowth } from "../judge-growth";
import { eachRate, fitsOtherStage, judgeDenominator, judgeRate } from "../judge-rate";
import { findRatesOnZero } from "../find-rates-on-zero";
import { findUnexplainedChanges } from "../reasons";
import { FINAL_ACCOUNTS_ONLY, type Rule } from "../rule";
import { findForcedShares, findOpenShareSums, isForced } from "../share-sums";

const category = "DERIVED";

/** 比率与增减表述: what is computed from printed numbers, with the denominator and the words that the text uses. */
export const RATE_RULES: readonly Rule[] = [
  ownRule({
    code: "COMPLETION_RATE",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    severity: "WARNING",
    title: "The completion rate is the final amount over the budget named",
    titleZh: "完成预算的百分比与决算数、预算数一致",
    identity: "完成率 = 决算数 ÷ 所称阶段的预算数 × 100%",
    tolerance: "INTERVAL",
    sentence: {
      en: "{figure} is said to complete {published} of {base}; the printed numbers make {recomputed}{cause}",
      zh: "{figure}称完成{base}的{published}，按所列数字应为{recomputed}{cause}",
    },
    evaluate: (facts) =>
      eachRate(facts, "COMPLETION_RATE", (relation) => (fitsOtherStage(facts, relation) ? "DOES_NOT_APPLY" : judgeRate(facts, relation))),
  }),
  ownRule({
    code: "COMPLETION_DENOMINATOR",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    severity: "WARNING",
    title: "The completion rate is of the budget that the text names",
    titleZh: "完成率的分母与所称预算阶段一致",
    identity: "完成率按所称阶段（年初、全年）计算",
    tolerance: "INTERVAL",
    sentence: {
      en: "{figure} is said to complete {published} of {base}, which makes {recomputed}{cause}",
      zh: "{figure}称完成{base}的{published}，按该阶段应为{recomputed}{cause}",
    },
    evaluate: (facts) => eachRate(facts, "COMPLETION_RATE", (relation) => judgeDenominator(facts, relation)),
  }),
  ownRule({
    code: "RATE_ON_ZERO_BASE",
    category,
    severity: "INFO",
    title: "No rate is printed on a base of zero",
    titleZh: "基数为零时不列比率",
    identity: "基数 = 0 ⇒ 比率不可比",
    tolerance: "NONE",
    sentence: {
      en: "{figure} prints a rate of {published} against {base}, which is zero: there is no such rate",
      zh: "{figure}与{base}相比列有{published}，但基数为零，该比率不可计算",
    },
    evaluate: findRatesOnZero,
  }),
  ownRule({
    code: "SHARE_OF_TOTAL",
    category,
    severity: "WARNING",
    title: "A share is the part over the whole named",
    titleZh: "占比与部分、整体一致",
    identity: "占比 = 部分 ÷ 所称整体 × 100%",
    tolerance: "INTERVAL",
    sentence: {
      en: "{figure} is said to be {published} of {base}; the printed numbers make {recomputed}{cause}",
      zh: "{figure}称占{base}的{published}，按所列数字应为{recomputed}{cause}",
    },
    evaluate: (facts) =>
      eachRate(facts, "SHARE", (relation) => (isForced(facts, relation) ? "DOES_NOT_APPLY" : judgeRate(facts, relation))),
  }),
  ownRule({
    code: "SHARES_SUM_100",
    category,
    severity: "INFO",
    title: "A closed list of shares makes 100 %",
    titleZh: "各项占比合计为100%",
    identity: "Σ 占比 = 100% ±（项数 + 1）/2 个末位单位",
    tolerance: "PRINTED",
    sentence: {
      en: "The shares of {parts} in {base} make {published} and not 100 %",
      zh: "{parts}占{base}的比例合计为{published}，不等于100%",
    },
    evaluate: findOpenShareSums,
  }),
  ownRule({
    code: "SHARE_FORCED_TO_100",
    category,
    severity: "INFO",
    title: "No share is bent to make the list 100 %",
    titleZh: "不为凑足100%而改动占比",
    identity: "各项占比各自四舍五入",
    tolerance: "INTERVAL",
    sentence: {
      en: "The share of {figure} is printed as {published} where its own numbers make {recomputed}; with it the list makes exactly 100 %",
      zh: "{figure}的占比列为{published}，按其数字应为{recomputed}；调整后各项合计恰为100%",
    },
    evaluate: findForcedShares,
  }),
  ownRule({
    code: "GROWTH_RATE",
    category,
    severity: "WARNING",
    title: "A growth rate is the change over the base",
    titleZh: "增减百分比与增减额、基数一致",
    identity: "增长率 = 增减额 ÷（本年数 − 增减额），或 本年数 ÷ 上年数 − 1",
    tolerance: "INTERVAL",
    sentence: {
      en: "{figure} is said to {change} against {base}; by the printed numbers it would {otherChange}{cause}",
      zh: "{figure}称与{base}相比{change}，按所列数字应为{otherChange}{cause}",
    },
    evaluate: (facts) => eachRate(facts, "CHANGE_RATE", (relation) => judgeGrowth(facts, relation)),
  }),
  ownRule({
    code: "GROWTH_AMOUNT",
    category,
    title: "A change is the number of the year less that of the base",
    titleZh: "增减额等于本年数减基数",
    identity: "增减额 = 本年数 − 上年数（两数均列出时）；收入总计与支出总计增减相同",
    tolerance: "PRINTED",
    sentence: {
      en: "{figure} is said to {change} against {base}; by the printed numbers it would {otherChange}{cause}",
      zh: "{figure}称与{base}相比{change}，按所列数字应为{otherChange}{cause}",
    },
    evaluate: findWrongChanges,
  }),
  ownRule({
    code: "DIRECTION_WORD",
    category,
    title: "Words of direction agree with the numbers",
    titleZh: "增减、大小表述与数字一致",
    identity: "增加/减少/持平、大于/小于/等于 与两数的大小一致",
    tolerance: "PRINTED",
    sentence: {
      en: "{figure} is {word:direction} {base}, but the printed numbers say otherwise",
      zh: "{figure}与{base}相比称“{word:direction}”，与所列数字不符",
    },
    evaluate: findTurnedDirections,
  }),
  ownRule({
    code: "REASON_PRESENT",
    category,
    severity: "INFO",
    title: "A change has a reason",
    titleZh: "增减变动说明了原因",
    identity: "变动超过印制精度 ⇒ 写明原因，且“原因”之后不为空",
    tolerance: "NONE",
    sentence: {
      en: "{figure} is said to {change}, and the text gives no reason",
      zh: "{figure}{change}，文中未说明原因",
    },
    evaluate: findUnexplainedChanges,
  }),
];
